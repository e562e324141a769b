"""Peru's documents: DNI, RUC, and the softer shapes of the others. Pure functions over text."""

from __future__ import annotations

import re
from typing import Literal, get_args

from stdnum.pe import cui, ruc

from chasqui_sync.core.problems import Problem

Scheme = Literal["dni", "ce", "ptp", "cpp", "passport", "cedula_ve", "refugee_applicant", "unhcr", "none"]
SCHEMES: tuple[str, ...] = get_args(Scheme)

_SOFT_SHAPES = {
    "ce": re.compile(r"[A-Z0-9]{6,12}"),
    "ptp": re.compile(r"[A-Z0-9]{6,15}"),
    "cpp": re.compile(r"[A-Z0-9]{6,15}"),
    "passport": re.compile(r"[A-Z0-9]{6,12}"),
    "cedula_ve": re.compile(r"[VE]?-?[0-9]{6,9}"),
    "refugee_applicant": re.compile(r"[0-9]{9}"),
}


def normal_number(scheme: str, text: str) -> str:
    """Give a document number as it is stored: upper case, without spaces and dots.

    Hyphens go too, but for the cédula's. Free text (UNHCR card) only loses its outer spaces.
    Leading zeros are kept: it is text. A DNI written with the check character beside it (``10117410-2``) loses it
    when it is the right one.
    """
    if scheme == "unhcr":
        return text.strip()
    stripped = re.sub(r"[\s.]", "", text).upper()
    if scheme == "cedula_ve":
        return stripped
    number = stripped.replace("-", "")
    return number[:8] if scheme == "dni" and has_check_character(number) else number


def document_problem(scheme: str, number: str) -> Problem | None:
    """Say what is wrong with a normal number, or None.

    ``DNI_LENGTH`` and ``DNI_LETTERS`` are hard (a DNI has eight digits); ``DOCUMENT_UNUSUAL`` is soft.
    """
    if scheme == "dni":
        if not number.isascii() or not number.isdigit():
            return Problem.DNI_LETTERS
        return None if len(number) == 8 else Problem.DNI_LENGTH
    shape = _SOFT_SHAPES.get(scheme)
    if shape and not shape.fullmatch(number):
        return Problem.DOCUMENT_UNUSUAL
    return None


def dni_check_characters(number: str) -> tuple[str, str]:
    """Give the digit and the letter that RENIEC prints beside eight digits.

    ``10117410`` gives ``2`` and ``G``. Raises ValueError on anything but eight digits.
    """
    if document_problem("dni", number) is not None:
        raise ValueError("a DNI has eight digits")
    both = cui.calc_check_digits(number)
    return both[0], both[1]


def has_check_character(number: str) -> bool:
    """Tell whether a text is a DNI and the right check character after it: ``101174102``, ``10117410G``."""
    is_shaped = re.fullmatch(r"[0-9]{8}[0-9A-K]", number) is not None
    return is_shaped and number[8] in dni_check_characters(number[:8])


def ruc_problem(number: str) -> Problem | None:
    """Say what is wrong with a RUC (SUNAT: 11 digits, prefixes 10, 15, 16, 17, 20, check digit modulo 11)."""
    if not re.fullmatch(r"(10|15|16|17|20)[0-9]{9}", number):
        return Problem.RUC_SHAPE
    return None if ruc.calc_check_digit(number[:10]) == number[10] else Problem.RUC_CHECK


def ruc_of_dni(number: str) -> str:
    """Give the RUC 10 of a natural person: ``10117410`` → ``10101174102``. Raises ValueError on a bad DNI."""
    if document_problem("dni", number) is not None:
        raise ValueError("a DNI has eight digits")
    return f"10{number}{ruc.calc_check_digit('10' + number)}"


def masked(number: str) -> str:
    """Hide a number but for its last three characters, for lists and panels: ``••• 236``."""
    return f"••• {number[-3:]}" if len(number) > 3 else "•••"
