"""What a code on a document says: from the text a scanner or a picture gave to the answers it holds.

Only what proves itself is taken: check digits, whole shapes, names set apart. What fits nothing known gives None
and is shown as it is; it answers no field.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from chasqui_sync.core.documents import document_problem, has_check_character, normal_number, ruc_of_dni, ruc_problem
from chasqui_sync.core.ids import normal_code
from chasqui_sync.core.mrz import Zone, looks_like_mrz, read_zone
from chasqui_sync.core.names import as_said, split_surnames

LINEAR = frozenset({"Code39", "Code128", "Code93", "Codabar", "ITF"})
"""Codes of bars in a row that documents carry. EAN and UPC are goods."""
TYPED = ""
"""The symbology of a text that a scanner typed: nobody knows which code it saw."""

_OLDEST_BIRTH = 1900
_GENDERS = {"F": "woman", "M": "man"}
_NOT_BARE = frozenset({None, "dni", "none", "unhcr"})
"""Answers to the type of document that settle no bare number."""
_NINE = frozenset({"ce", "ptp", "cpp", "refugee_applicant"})


class Code(NamedTuple):
    """One code found: its text, and the symbology's name as zxing writes it (``PDF417``, ``QRCode``, ``Code39``)."""

    text: str
    symbology: str = TYPED


class Reading(NamedTuple):
    """What a code says about a person; None where it says nothing.

    ``what`` is ``passport``, ``card`` (a zone of three lines), ``dni_card`` (the bars of the blue DNI), ``number``,
    ``ruc`` or ``slip`` (the code on somebody's slip, in ``number``). ``gender`` is a record's word for it.
    """

    what: str
    scheme: str | None = None
    number: str = ""
    nationality: str | None = None
    paternal_surname: str = ""
    maternal_surname: str = ""
    given_names: str = ""
    birth_date: date | None = None
    gender: str | None = None
    ruc: str = ""


def read_code(code: Code, today: date, scheme: str | None = None) -> Reading | None:
    """Read what a code holds; ``scheme`` is the type of document already answered, which settles bare numbers.

    Raises Trouble(MRZ_CHECK) where it is the zone of a passport or card whose check digits are wrong.
    """
    text = code.text.strip()
    if looks_like_mrz(text):
        return _of_zone(read_zone(text, today), scheme)
    if code.symbology in LINEAR or code.symbology == TYPED:
        found = _bare_number(text, scheme)
        if found is not None:
            return found
    if code.symbology in {"PDF417", TYPED}:
        found = _dni_bars(text, today)
        if found is not None:
            return found
    if code.symbology in {"QRCode", "DataMatrix", "Aztec", "PDF417", TYPED}:
        return _matrix_text(text, scheme)
    return None


def best_of(readings: list[Reading]) -> Reading | None:
    """Of several codes on one picture, the one that answers most."""
    return max(readings, key=lambda reading: sum(bool(value) for value in reading), default=None)


def _of_zone(zone: Zone, scheme: str | None) -> Reading:
    paternal, maternal = split_surnames(zone.surnames)
    return Reading(
        what="passport" if zone.is_passport else "card",
        scheme=_scheme_of(zone, scheme),
        number=zone.number,
        nationality=zone.nationality or None,
        paternal_surname=paternal,
        maternal_surname=maternal,
        given_names=as_said(zone.given_names),
        birth_date=zone.birth_date,
        gender=_GENDERS.get(zone.sex),
    )


def _scheme_of(zone: Zone, scheme: str | None) -> str | None:
    """Give the type of document a zone belongs to. Peru's cards for foreigners do not say which one they are."""
    if zone.is_passport:
        return "passport"
    if zone.issuer != "PER":
        return None
    if zone.nationality == "PER":
        return "dni"
    return scheme if scheme in _NINE else "ce"


def _bare_number(text: str, scheme: str | None) -> Reading | None:
    number = re.sub(r"[\s*-]", "", text).upper()
    if re.fullmatch(r"[0-9]{12,}", number):
        return None  # goods: EAN and UPC, in whatever code they were printed
    is_eight = re.fullmatch(r"[0-9]{8}", number) is not None
    if scheme not in _NOT_BARE and (scheme == "cedula_ve" or not is_eight) and _fits(scheme, text):
        return Reading("number", scheme, normal_number(scheme or "", text))
    if is_eight or has_check_character(number):
        return Reading("number", "dni", number[:8], "PER")
    if re.fullmatch(r"[0-9]{11}", number) and ruc_problem(number) is None:
        return _of_ruc(number)
    return None


def _fits(scheme: str | None, text: str) -> bool:
    return scheme is not None and document_problem(scheme, normal_number(scheme, text)) is None


def _of_ruc(number: str) -> Reading:
    """A RUC that begins with 10 holds the DNI of the person it is of (foreigners get 15 and 17)."""
    holds_dni = number.startswith("10") and ruc_of_dni(number[2:10]) == number
    return Reading("ruc", "dni", number[2:10], "PER", ruc=number) if holds_dni else Reading("ruc", ruc=number)


# -------------------------------------------------------------------- the blue DNI's PDF417
def _dni_bars(text: str, today: date) -> Reading | None:
    """Read the fields of a DNI's PDF417: number, two surnames, given names, sex, dates, each padded to its width.

    RENIEC publishes no layout, and on many cards these bars hold a fingerprint alone. So no place is counted: a
    field ends where its padding begins, and the text counts as a DNI's only if it begins with eight digits (the
    check character after them or not) and holds exactly three names in the order of the card. The earliest date is
    the birth.
    """
    if not _is_written(text):
        return None
    head = re.match(r"[\s*]*([0-9]{8})([0-9](?![0-9]))?", text)
    if head is None or (head.group(2) and not has_check_character(head.group(1) + head.group(2))):
        return None
    fields = re.findall(_FIELD, text[head.end() :])
    names = [field for field in fields if len(field) > 1 and field[0].isalpha()]
    letters = [field for field in fields if field in _GENDERS]
    if len(names) != 3:
        return None
    days = [day for field in fields if field[0].isdigit() for day in _days(field, today)]
    paternal, maternal, given = (as_said(name) for name in names)
    return Reading(
        what="dni_card",
        scheme="dni",
        number=head.group(1),
        nationality="PER",
        paternal_surname=paternal,
        maternal_surname=maternal,
        given_names=given,
        birth_date=min(days, default=None),
        gender=_GENDERS[letters[0]] if len(letters) == 1 else None,
    )


_FIELD = r"[0-9]+(?:[/.-][0-9]+)*|[^\W\d_](?:[^\W\d_]|['’.-]| (?=[^\W\d_]))*"
"""A run of digits (a date with its strokes), or a name: letters with single spaces between them."""


def _is_written(text: str) -> bool:
    """Tell whether this is text: bars may hold bytes (a fingerprint) that only look like it."""
    return "�" not in text and all(letter.isprintable() or letter in "\r\n\t\x1c\x1d\x1e\x1f\x00" for letter in text)


def _days(field: str, today: date) -> list[date]:
    figures = re.sub(r"\D", "", field)
    found = []
    for at in range(0, len(figures) - 7, 8):
        part = figures[at : at + 8]
        for year, month, day in ((part[4:], part[2:4], part[:2]), (part[:4], part[4:6], part[6:])):
            try:
                read = date(int(year), int(month), int(day))
            except ValueError:
                continue
            if read.year >= _OLDEST_BIRTH and read <= today:
                found.append(read)
                break
    return found


# -------------------------------------------------------------------- squares
def _matrix_text(text: str, scheme: str | None) -> Reading | None:
    """A square may hold a bare number, a number said to be a DNI or a RUC, or the code on a slip of ours."""
    found = _bare_number(text, scheme)
    if found is not None:
        return found
    said = re.search(r"\b(DNI|CUI|RUC)\W{0,3}([0-9]{8,11})\b", text.upper())
    if said is not None:
        return _bare_number(said.group(2), "dni")
    # one in 32 of what is for sale would pass for a slip by its check letter: figures alone are goods
    is_slip = re.fullmatch(r"(?=.*[A-Za-z])[A-Za-z0-9]{2,8}-?[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}", text)
    slip = normal_code(text) if is_slip else None
    return Reading("slip", number=slip) if slip is not None else None
