"""The 25 plain rubros a business can be, each within a section of CIIU Rev. 4."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from chasqui_resources.carried import carried_rows
from chasqui_resources.search import beginnings_in, words_of


@dataclass(frozen=True, slots=True)
class Sector:
    """One rubro: what people call it, and where the statistics office puts it."""

    code: str
    """Stable and never reused: it is what a record holds."""

    es: str
    en: str

    ciiu: str
    """Section letter of CIIU Rev. 4, the Spanish edition of ISIC Rev. 4."""

    words: str
    """What people may type instead of the name, in both languages; never shown."""

    def name(self, language: str) -> str:
        """The name in "en" or else in Spanish."""
        return self.en if language == "en" else self.es


@cache
def sectors() -> tuple[Sector, ...]:
    """All rubros, the most usual first and "other" last."""
    return tuple(Sector(*row) for row in carried_rows("tables", "sectors.tsv"))


@cache
def _by_code() -> dict[str, Sector]:
    return {found.code: found for found in sectors()}


def sector(code: str) -> Sector:
    """The rubro with that code; KeyError when there is none."""
    return _by_code()[code]


@cache
def _folded_names(language: str) -> tuple[tuple[str, str, Sector], ...]:
    return tuple(
        (words_of(found.name(language)), words_of(found.es, found.en, found.words), found) for found in sectors()
    )


def find_sectors(text: str, language: str = "es") -> tuple[Sector, ...]:
    """The rubros each typed word begins a word of: those named so first, then by search words.

    Nothing typed gives all of them.
    """
    beginnings = beginnings_in(text)
    matching = [row for row in _folded_names(language) if all(beginning in row[1] for beginning in beginnings)]
    whole = words_of(text)

    def rank(row: tuple[str, str, Sector]) -> tuple[bool, int]:
        name = row[0]
        return not name.startswith(whole), sum(beginning not in name for beginning in beginnings)

    return tuple(found for *_, found in sorted(matching, key=rank))
