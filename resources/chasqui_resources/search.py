"""Searching a small table as it is typed: accents forgiven, words in any order."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")


def _without_marks(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words_of(*texts: str) -> str:
    """The words of the texts without case or accents, each led by a space: " san jose"."""
    return "".join(f" {word}" for word in _WORD.findall(_without_marks(" ".join(texts))))


def beginnings_in(typed: str) -> list[str]:
    """What to look for in words_of(...): each typed word, led by a space."""
    return [f" {word}" for word in _WORD.findall(_without_marks(typed))]


def spanish_order(text: str) -> tuple[str, str]:
    """A sort key that forgives accents and puts ñ after n."""
    return _without_marks(text.casefold().replace("ñ", "n\uffff")), text
