"""Names as given, and the folded copies that search and sorting use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any

_NAMES_KEPT = 8192
"""Names repeat: of a hundred thousand people, one surname in a hundred is met for the first time."""


@lru_cache(maxsize=_NAMES_KEPT)
def folded_name(text: str) -> str:
    """See ``folded``: for a name, or a part of one."""
    return folded(text)


def folded(text: str) -> str:
    """Strip accents and case and squeeze spaces: ``Núñez  Ávila`` → ``nunez avila``, for search."""
    return " ".join(_plain(text, _FOLDED, _without_marks).split())


@lru_cache(maxsize=_NAMES_KEPT)
def sort_key(text: str) -> str:
    """Fold for Spanish order: like ``folded`` but ñ sorts after every n (RAE, alphabet of 27 letters)."""
    return " ".join(_plain(text, _SORTED, _in_spanish_order).split())


def _plain(text: str, letters: dict[int, str], otherwise: Callable[[str], str]) -> str:
    """Fold by a table of letters; a rare letter, or a mark written apart, takes the long way."""
    if text.isascii():
        return text.lower()
    plain = text.translate(letters)
    return plain if plain.isascii() else otherwise(text)


def _without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _in_spanish_order(text: str) -> str:
    return _without_marks(unicodedata.normalize("NFC", text).casefold().replace("ñ", "n~"))


_LETTERS = (*range(0x80), *range(0xC0, 0x180))
"""ASCII and the letters of Latin-1 and Latin Extended-A: nearly every name there is in Peru."""
_FOLDED = {letter: _without_marks(chr(letter)) for letter in _LETTERS}
_SORTED = {letter: _in_spanish_order(chr(letter)) for letter in _LETTERS}


def tokens(text: str) -> list[str]:
    """Give the folded words of a search, letters and digits only."""
    return re.findall(r"[a-z0-9]+", folded(text))


def full_name(fields: dict[str, Any]) -> str:
    """Write a person's name the way it is said: given names, paternal, maternal surname."""
    parts = (fields.get("given_names"), fields.get("paternal_surname"), fields.get("maternal_surname"))
    return " ".join(part for part in parts if part)


def listed_name(fields: dict[str, Any]) -> str:
    """Write a name for lists, with no more than is needed to tell people apart: ``Rondón, Yusmary C.``."""
    short = _shortened(fields.get("given_names") or "")
    surname = fields.get("paternal_surname") or fields.get("maternal_surname") or ""
    return f"{surname}, {short}" if surname and short else surname or short


@lru_cache(maxsize=_NAMES_KEPT)
def _shortened(given: str) -> str:
    words = given.split()
    return " ".join(words[:1] + [f"{word[0]}." for word in words[1:2]])


def short_name(fields: dict[str, Any]) -> str:
    """Write a name where others may look on: the first given name and initials: ``Rosa E. Q. M.``."""
    first, *given = (fields.get("given_names") or "").split() or [""]
    surnames = [fields.get("paternal_surname"), fields.get("maternal_surname")]
    # a compound surname is known by its last word: De la Cruz is C.
    rest = [*given[:1], *(surname.split()[-1] for surname in surnames if surname and surname.split())]
    return " ".join([*([first] if first else []), *(f"{word[0].upper()}." for word in rest)])


PARTICLES = frozenset("DE DEL LA LAS LOS DA DAS DO DOS DI VAN VON Y".split())
"""Words that belong to the surname after them: De la Cruz, Del Águila."""


def split_surnames(both: str) -> tuple[str, str]:
    """Part two surnames, compounds kept whole: ``DE LA CRUZ QUISPE`` → De la Cruz, Quispe."""
    words = both.split()
    end = 0
    while end < len(words) and words[end].upper() in PARTICLES:
        end += 1
    return as_said(" ".join(words[: end + 1])), as_said(" ".join(words[end + 1 :]))


def as_said(capitals: str) -> str:
    """Write a name in capitals as it is written by hand: ``MARIA DEL CARMEN`` → Maria del Carmen."""
    words = capitals.split()
    said = [word.lower() if at and word.upper() in PARTICLES else word.capitalize() for at, word in enumerate(words)]
    return " ".join(said)


def with_capitals(typed: str) -> str:
    """Write a name typed without Shift as by hand: ``rosa d'angelo`` → Rosa D'Angelo; a capital stays."""
    if not typed.islower():
        return typed
    words = typed.split()
    return " ".join(word if at and word.upper() in PARTICLES else _capitals(word) for at, word in enumerate(words))


def _capitals(word: str) -> str:
    return re.sub(r"(?:^|(?<=['’-]))\w", lambda first: first[0].upper(), word)
