"""Telephones as people write them, Peru and Venezuela first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.phones import E164, masked_phone, read_phone, shown_phone, usual_phone


@pytest.mark.parametrize(
    "text",
    [
        "987654412",
        "987 654 412",
        "987-654-412",
        "(987) 654 412",
        "+51 987 654 412",
        "0051987654412",
        " 0051 987654412 ",
        "51987654412",
        "+51987654412",
        "tel. 987.654.412",
    ],
)  # fmt: skip - many forms of one number
def test_a_peruvian_mobile_is_read_in_any_form(text: str) -> None:
    assert read_phone(text) == "+51987654412"


@pytest.mark.parametrize(
    ("text", "region"),
    [("+58 412-555 1234", "PE"), ("0058 412 5551234", "PE"), ("0412-5551234", "VE"), ("412 555 1234", "VE")],
)
def test_a_venezuelan_number_is_read_with_its_country(text: str, region: str) -> None:
    assert read_phone(text, region) == "+584125551234"


@pytest.mark.parametrize("text", ["", "  ", "abc", "12", "+", "00", "+999 1", "9876544129876544129", "no tiene"])
def test_what_holds_no_possible_number_is_none(text: str) -> None:
    assert read_phone(text) is None


@given(st.text(max_size=25))
def test_no_text_raises_and_what_is_read_is_e164(text: str) -> None:
    number = read_phone(text)
    assert number is None or E164.fullmatch(number)
    usual_phone(text)
    shown_phone(text)
    masked_phone(text)


@given(st.integers(900_000_000, 999_999_999))
def test_every_number_of_nine_digits_that_begins_with_nine_is_a_usual_mobile(number: int) -> None:
    read = read_phone(str(number))
    assert read == f"+51{number}"
    assert usual_phone(read)


@pytest.mark.parametrize(("number", "is_usual"), [("+51123", False), ("+584125551234", True), ("987654412", False)])
def test_an_unusual_number_is_told_apart(number: str, is_usual: bool) -> None:
    assert usual_phone(number) is is_usual


@pytest.mark.parametrize(
    ("number", "shown", "hidden"),
    [
        ("+51987654412", "987 654 412", "987 ••• 412"),
        ("+584125551234", "+58 412-5551234", "584 ••• 234"),
        ("no number", "no number", " ••• "),
    ],
)
def test_a_number_is_shown_in_groups_and_hidden_in_the_middle(number: str, shown: str, hidden: str) -> None:
    assert shown_phone(number) == shown
    assert masked_phone(number) == hidden
