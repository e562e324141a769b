"""Names as given, and the copies that search and sorting use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core import names
from chasqui_sync.core.names import folded, full_name, listed_name, sort_key, tokens, with_capitals


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Núñez  Ávila", "nunez avila"),
        (" DEL ÁGUILA\t", "del aguila"),
        ("Mun\u0303oz", "munoz"),
        ("Güemes", "guemes"),
        ("", ""),
    ],
)
def test_search_forgives_accents_case_and_spaces(text: str, plain: str) -> None:
    assert folded(text) == plain


letters = st.text(st.sampled_from("aZñÑáÜßÅŁſşĳŉ~ \t'-09\u0303\u0301ǅéΆ漢"), max_size=12) | st.text(max_size=12)


@given(letters)
def test_the_table_of_letters_says_what_decomposing_says(text: str) -> None:
    assert names._plain(text, names._FOLDED, names._without_marks) == names._without_marks(text)
    assert names._plain(text, names._SORTED, names._in_spanish_order) == names._in_spanish_order(text)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_names_sort_as_in_spanish_with_enye_after_n_and_before_o() -> None:
    names = ["Nuno", "Ñato", "Núñez", "Nunez", "Oré", "Nz", "ávila", "Avila", "Zea", "Nun\u0303ez"]
    assert sorted(names, key=sort_key) == [
        "ávila",
        "Avila",
        "Nunez",
        "Nuno",
        "Núñez",
        "Nun\u0303ez",
        "Nz",
        "Ñato",
        "Oré",
        "Zea",
    ]  # fmt: skip - one order


def test_words_of_a_search_are_letters_and_digits_only() -> None:
    assert tokens("  D'Ángelo, Núñez-Paz 9 ") == ["d", "angelo", "nunez", "paz", "9"]
    assert tokens("¡!") == []


@pytest.mark.parametrize(
    ("fields", "full", "listed"),
    [
        (
            {"given_names": "Yusmary Coromoto", "paternal_surname": "Rondón", "maternal_surname": "Paz"},
            "Yusmary Coromoto Rondón Paz",
            "Rondón, Yusmary C.",
        ),
        (
            {"given_names": "María del Carmen", "paternal_surname": "De la Cruz"},
            "María del Carmen De la Cruz",
            "De la Cruz, María d.",
        ),
        ({"given_names": "Ana", "maternal_surname": "Quispe"}, "Ana Quispe", "Quispe, Ana"),
        ({"given_names": "Ana"}, "Ana", "Ana"),
        ({"paternal_surname": "Quispe"}, "Quispe", "Quispe"),
        ({"given_names": None, "paternal_surname": ""}, "", ""),
        ({}, "", ""),
    ],
)
def test_a_list_shows_no_more_of_a_name_than_is_needed(fields: dict[str, str], full: str, listed: str) -> None:
    assert full_name(fields) == full
    assert listed_name(fields) == listed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("rosa elena", "Rosa Elena"),
        ("de la cruz", "De la Cruz"),
        ("ñaupari", "Ñaupari"),
        ("d'angelo", "D'Angelo"),
        ("úrsula de los ángeles", "Úrsula de los Ángeles"),
        ("bell-smith", "Bell-Smith"),
        ("McDonald", "McDonald"),
        ("de La Rosa", "de La Rosa"),
        ("ROSA", "ROSA"),
        ("", ""),
    ],
)
def test_a_name_typed_without_shift_gets_capitals_and_one_with_a_capital_is_as_given(typed: str, written: str) -> None:
    assert with_capitals(typed) == written
