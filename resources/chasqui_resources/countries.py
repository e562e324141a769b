"""The 249 countries and territories of ISO 3166-1, for nationality and telephones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from chasqui_resources.carried import carried_rows
from chasqui_resources.search import beginnings_in, spanish_order, words_of


@dataclass(frozen=True, slots=True)
class Country:
    """A country as CLDR names it in Peru's Spanish and in English."""

    code: str
    """ISO 3166-1 alpha-3, which records and passports hold: PER, VEN."""

    region: str
    """ISO 3166-1 alpha-2, which phonenumbers asks for: PE, VE."""

    es: str
    en: str

    dialling: str
    """Digits after the plus: "51"; shared by some ("1"), empty where there are no telephones."""

    def name(self, language: str) -> str:
        """The name in "en" or else in Spanish."""
        return self.en if language == "en" else self.es


@cache
def countries() -> tuple[Country, ...]:
    """All countries by their Spanish name."""
    found = [Country(*row) for row in carried_rows("tables", "countries.tsv")]
    return tuple(sorted(found, key=lambda each: spanish_order(each.es)))


@cache
def _by_code() -> dict[str, Country]:
    return {found.code: found for found in countries()}


def country(code: str) -> Country:
    """The country with that alpha-3 code; KeyError when there is none."""
    return _by_code()[code]


@cache
def _folded_names(language: str) -> tuple[tuple[str, str, Country], ...]:
    return tuple(
        (words_of(each.name(language)), words_of(each.es, each.en, each.code, each.dialling), each)
        for each in sorted(countries(), key=lambda each: spanish_order(each.name(language)))
    )


def find_countries(text: str, language: str = "es") -> tuple[Country, ...]:
    """The countries by a beginning of a name, the code or "+58"; names that begin so first.

    Nothing typed gives all of them, by name in that language.
    """
    beginnings = beginnings_in(text)
    whole = words_of(text)
    matching = [row for row in _folded_names(language) if all(beginning in row[1] for beginning in beginnings)]
    return tuple(found for *_, found in sorted(matching, key=lambda row: not row[0].startswith(whole)))
