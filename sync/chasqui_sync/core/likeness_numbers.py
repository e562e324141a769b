"""Documents and birth dates as likeness compares them: what of a number counts, and one slip of the hand."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Slip = Literal["wrong", "exchanged"]

_SHORTEST = 5
"""Shorter numbers are half typed, or stand for none."""


class Birth(NamedTuple):
    """A day of birth as it is written: no calendar is asked."""

    year: int
    month: int
    day: int

    @property
    def digits(self) -> str:
        """Its eight digits."""
        return f"{self.year:04}{self.month:02}{self.day:02}"


def read_birth(value: object) -> Birth | None:
    """Read an ISO 8601 date; None for anything else."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return None
    return Birth(int(value[:4]), int(value[5:7]), int(value[8:]))


def read_document(document: object) -> tuple[str, str]:
    """Give a document's scheme and what of its number counts; empty where it has none.

    Zeros in front and a cédula's letter come and go; a number of one repeated digit stands for "none".
    """
    if not isinstance(document, dict):
        return "", ""
    scheme, number = document.get("scheme"), document.get("number")
    if not isinstance(scheme, str) or not isinstance(number, str):
        return "", ""
    counts = re.sub(r"[\W_]", "", number).upper()
    if scheme == "cedula_ve":
        counts = counts.lstrip("VE")
    counts = counts.lstrip("0")
    return (scheme, counts) if len(counts) >= _SHORTEST and len(set(counts)) > 1 else (scheme, "")


def read_ruc(ruc: object) -> str:
    """Give the DNI inside a natural person's RUC (10, eight digits, a check digit), as ``read_document`` does."""
    if isinstance(ruc, str) and re.fullmatch(r"10\d{9}", ruc):
        return read_document({"scheme": "dni", "number": ruc[2:10]})[1]
    return ""


def slips(one: str, other: str) -> Slip | None:
    """Tell whether one slip makes one text of the other: a sign wrong, missing or too many; neighbours exchanged."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return None
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    if len(one) != len(other):
        shorter, longer = sorted((one[start:], other[start:]), key=len)
        return "wrong" if shorter == longer[1:] else None
    rest, other_rest = one[start:], other[start:]
    if rest[1:] == other_rest[1:]:
        return "wrong"
    turned = rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:]
    return "exchanged" if turned else None
