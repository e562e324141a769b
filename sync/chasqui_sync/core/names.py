"""Names as given, and the folded copies that search and sorting use."""

from __future__ import annotations

import re
import unicodedata
from typing import Any


def folded(text: str) -> str:
    """Strip accents and case and squeeze spaces: ``Núñez  Ávila`` → ``nunez avila``, for search."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def sort_key(text: str) -> str:
    """Fold for Spanish order: like ``folded`` but ñ sorts after every n (RAE, alphabet of 27 letters)."""
    marked = unicodedata.normalize("NFC", text).casefold().replace("ñ", "n~")
    plain = unicodedata.normalize("NFD", marked)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def tokens(text: str) -> list[str]:
    """Give the folded words of a search, letters and digits only."""
    return re.findall(r"[a-z0-9]+", folded(text))


def full_name(fields: dict[str, Any]) -> str:
    """Write a person's name the way it is said: given names, paternal, maternal surname."""
    parts = (fields.get("given_names"), fields.get("paternal_surname"), fields.get("maternal_surname"))
    return " ".join(part for part in parts if part)


def listed_name(fields: dict[str, Any]) -> str:
    """Write a name for lists, with no more than is needed to tell people apart: ``Rondón, Yusmary C.``."""
    given = (fields.get("given_names") or "").split()
    short = " ".join(given[:1] + [f"{word[0]}." for word in given[1:2]])
    surname = fields.get("paternal_surname") or fields.get("maternal_surname") or ""
    return ", ".join(part for part in (surname, short) if part)
