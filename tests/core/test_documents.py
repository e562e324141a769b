"""Peru's documents against the vectors of SUNAT, RENIEC and the design."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.documents import (
    SCHEMES,
    dni_check_characters,
    document_problem,
    masked,
    normal_number,
    ruc_of_dni,
    ruc_problem,
)
from chasqui_sync.core.problems import Problem

dnis = st.text("0123456789", min_size=8, max_size=8)


@pytest.mark.parametrize(
    ("number", "digit", "letter"),
    [("10117410", "2", "G"), ("12345678", "1", "E"), ("00000000", "6", "K"), ("00000001", "4", "I")],
)
def test_the_characters_beside_a_dni_are_renecs(number: str, digit: str, letter: str) -> None:
    assert dni_check_characters(number) == (digit, letter)


@given(dnis)
def test_the_characters_beside_a_dni_follow_the_weights_of_the_design(number: str) -> None:
    total = sum(int(digit) * weight for digit, weight in zip(number, (3, 2, 7, 6, 5, 4, 3, 2), strict=True)) % 11
    assert dni_check_characters(number) == ("65432110987"[total], "KJIHGFEDCBA"[total])


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("10117410", None),
        ("00000001", None),
        ("1234567", Problem.DNI_LENGTH),
        ("123456789", Problem.DNI_LENGTH),
        ("1234567A", Problem.DNI_LETTERS),
        ("1234-678", Problem.DNI_LETTERS),
        ("١٢٣٤٥٦٧٨", Problem.DNI_LETTERS),
        ("1234567²", Problem.DNI_LETTERS),
        ("", Problem.DNI_LETTERS),
    ],
)
def test_a_dni_is_eight_digits(number: str, problem: Problem | None) -> None:
    assert document_problem("dni", number) is problem


@pytest.mark.parametrize("number", ["1234567", "A2345678", ""])
def test_a_bad_dni_has_no_check_characters_and_no_ruc(number: str) -> None:
    with pytest.raises(ValueError, match="eight digits"):
        dni_check_characters(number)
    with pytest.raises(ValueError, match="eight digits"):
        ruc_of_dni(number)


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("20512333797", None),
        ("20515397290", None),
        ("10101174102", None),
        ("20512333798", Problem.RUC_CHECK),
        ("2051233379", Problem.RUC_SHAPE),
        ("205123337970", Problem.RUC_SHAPE),
        ("30512333797", Problem.RUC_SHAPE),
        ("2051233379A", Problem.RUC_SHAPE),
        ("20512333797\n", Problem.RUC_SHAPE),
        ("٢٠٥١٢٣٣٣٧٩٧", Problem.RUC_SHAPE),
        ("", Problem.RUC_SHAPE),
    ],
)
def test_a_ruc_has_its_prefix_eleven_digits_and_sunats_check(number: str, problem: Problem | None) -> None:
    assert ruc_problem(number) is problem


def test_the_ruc_of_a_person_holds_the_dni() -> None:
    assert ruc_of_dni("10117410") == "10101174102"


@given(dnis, st.integers(2, 10), st.integers(1, 9))
def test_every_ruc_of_a_person_is_good_and_any_single_wrong_digit_is_mostly_seen(
    dni: str, place: int, off: int
) -> None:
    number = ruc_of_dni(dni)
    assert ruc_problem(number) is None
    assert number[2:10] == dni
    wrong = number[:place] + str((int(number[place]) + off) % 10) + number[place + 1 :]
    total = sum(int(digit) * weight for digit, weight in zip(wrong, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=False))
    # 11 - s mod 11 is 10 or 11 for two remainders, which modulo 10 share their digits with two others
    assert (ruc_problem(wrong) is None) == (str((11 - total % 11) % 10) == wrong[10])


@pytest.mark.parametrize(
    ("scheme", "usual", "unusual"),
    [
        ("ce", ["001234567", "ABC123", "000000000001"], ["12345", "1234567890123", "00123456Ñ", "001 234", "abc123"]),
        ("ptp", ["123456789", "A12345", "123456789012345"], ["12345", "1234567890123456"]),
        ("cpp", ["123456789", "A12345", "123456789012345"], ["12345", "1234567890123456"]),
        ("passport", ["AB123456", "123456", "A12345678901"], ["A1234", "A123456789012", "AB 12345"]),
        (
            "cedula_ve",
            ["V-18234567", "18234567", "E84123456", "V123456"],
            ["X-1823456", "V-12345", "1823456789", "V--1823456"],
        ),
        ("refugee_applicant", ["123456789"], ["12345678", "1234567890", "A23456789", "١٢٣٤٥٦٧٨٩"]),
    ],
)  # fmt: skip - one document a line
def test_other_documents_warn_where_they_look_unusual(scheme: str, usual: list[str], unusual: list[str]) -> None:
    for number in usual:
        assert document_problem(scheme, number) is None, number
    for number in unusual:
        assert document_problem(scheme, number) is Problem.DOCUMENT_UNUSUAL, number


@given(st.text(max_size=30))
def test_a_refugee_card_and_no_document_take_anything(number: str) -> None:
    assert document_problem("unhcr", number) is None
    assert document_problem("none", number) is None


@pytest.mark.parametrize(
    ("scheme", "typed", "kept"),
    [
        ("dni", " 00 123 456 ", "00123456"),
        ("dni", "00.123.456", "00123456"),
        ("ce", "001-234-567", "001234567"),
        ("passport", "ab 123456", "AB123456"),
        ("cedula_ve", "v-18.234.567", "V-18234567"),
        ("unhcr", "  Card no. 12-a ", "Card no. 12-a"),
    ],
)
def test_a_number_is_kept_as_text_without_what_people_put_between(scheme: str, typed: str, kept: str) -> None:
    assert normal_number(scheme, typed) == kept


@given(st.sampled_from(SCHEMES), st.text(max_size=30))
def test_a_normal_number_stays_as_it_is_and_no_text_raises(scheme: str, typed: str) -> None:
    kept = normal_number(scheme, typed)
    assert normal_number(scheme, kept) == kept
    document_problem(scheme, kept)


@pytest.mark.parametrize(("number", "shown"), [("18234236", "••• 236"), ("123", "•••"), ("", "•••")])
def test_a_hidden_number_shows_three_characters_at_most(number: str, shown: str) -> None:
    assert masked(number) == shown
