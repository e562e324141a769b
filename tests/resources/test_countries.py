"""The countries are those of ISO 3166-1, named in both languages, with telephone codes."""

from __future__ import annotations

import phonenumbers
import pytest

from chasqui_resources.countries import countries, country, find_countries


def test_there_are_the_249_entries_of_iso_3166_1_each_with_its_own_codes() -> None:
    listed = countries()
    assert len(listed) == 249
    assert len({each.code for each in listed}) == len({each.region for each in listed}) == 249
    assert all(len(each.code) == 3 and len(each.region) == 2 for each in listed)


def test_a_country_has_its_names_and_dialling_code() -> None:
    found = country("VEN")
    assert (found.region, found.es, found.en, found.dialling) == ("VE", "Venezuela", "Venezuela", "58")
    assert country("HTI").name("es") == "Haití"
    assert country("DEU").name("en") == "Germany"


def test_dialling_codes_are_those_of_the_library_that_checks_phones() -> None:
    for each in countries():
        assert each.dialling == str(phonenumbers.country_code_for_region(each.region) or "")


def test_spanish_names_are_in_order_with_accents_forgiven() -> None:
    names = [each.es for each in countries()]
    assert names.index("Austria") < names.index("Azerbaiyán") < names.index("Bahamas")
    assert names[0] == "Afganistán"


@pytest.mark.parametrize(
    ("typed", "language", "code"),
    [
        ("colo", "es", "COL"),
        ("haiti", "es", "HTI"),
        ("unidos", "es", "ARE"),
        ("estados", "es", "USA"),
        ("germ", "en", "DEU"),
        ("+593", "es", "ECU"),
        ("ven", "es", "VEN"),
    ],
)
def test_a_country_is_found_by_a_beginning_or_its_dialling_code(typed: str, language: str, code: str) -> None:
    assert find_countries(typed, language)[0].code == code


def test_a_wrong_code_raises() -> None:
    with pytest.raises(KeyError, match="XYZ"):
        country("XYZ")
