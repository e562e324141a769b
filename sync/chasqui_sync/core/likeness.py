"""May two registrations be of the same person? Points for what agrees, points off for what does not.

Never a wall: the desk warns with the reasons, and a person decides. What is unknown on one side says
nothing. The weights are half a digit in the odds, roughly; siblings and twins share surnames, home,
telephone, even birth date, so other given names take off more than all of that can give.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import Any, NamedTuple

from chasqui_sync.core import likeness_names as names
from chasqui_sync.core.likeness_numbers import Birth, read_birth, read_document, read_ruc, slips
from chasqui_sync.core.sounds import Word, words


class Reason(Enum):
    """What agrees between two registrations, or speaks against it (``OTHER_…``). Words belong to the screen."""

    SAME_DOCUMENT = "same_document"
    SAME_NUMBER = "same_number"
    """The same number under another type of document."""
    DNI_IN_RUC = "dni_in_ruc"
    DOCUMENT_ONE_WRONG = "document_one_wrong"
    DOCUMENT_EXCHANGED = "document_exchanged"
    SAME_PHONE = "same_phone"
    SAME_SURNAMES = "same_surnames"
    SURNAMES_SOUND = "surnames_sound"
    SURNAMES_SWAPPED = "surnames_swapped"
    SURNAMES_NEARLY = "surnames_nearly"
    SAME_SURNAME = "same_surname"
    """One surname; the other is not told."""
    SAME_GIVEN = "same_given"
    GIVEN_SOUND = "given_sound"
    GIVEN_NEARLY = "given_nearly"
    """A letter else, or one given name of two."""
    SAME_BIRTH = "same_birth"
    BIRTH_EXCHANGED = "birth_exchanged"
    BIRTH_ONE_WRONG = "birth_one_wrong"
    BIRTH_YEAR_NEAR = "birth_year_near"
    SAME_BIRTH_YEAR = "same_birth_year"
    SAME_DISTRICT = "same_district"
    OTHER_DOCUMENT = "other_document"
    OTHER_GIVEN = "other_given"
    OTHER_SURNAMES = "other_surnames"
    OTHER_BIRTH = "other_birth"
    OTHER_GENDER = "other_gender"


class Band(Enum):
    """How alike: nothing to say, worth asking, nearly sure."""

    NONE = "none"
    POSSIBLE = "possible"
    LIKELY = "likely"


POSSIBLE, LIKELY = 15, 22
_UNLIKELY = 14
_SLIPS = {"exchanged": Reason.DOCUMENT_EXCHANGED, "wrong": Reason.DOCUMENT_ONE_WRONG, None: Reason.OTHER_DOCUMENT}
_AGAINST = frozenset(reason for reason in Reason if reason.name.startswith("OTHER_"))


class Likeness(NamedTuple):
    """The answer: ``reasons`` by weight, those that speak for it first."""

    points: int
    band: Band
    reasons: tuple[Reason, ...]


class Traits(NamedTuple):
    """What of a registration is compared. Empty or None is not known."""

    scheme: str
    number: str
    ruc_dni: str
    phones: dict[str, str | None]
    given: list[Word]
    surnames: list[Word]
    birth: Birth | None
    birth_year: int | None
    gender: str | None
    district: str | None


def percent(points: int) -> int:
    """Say how sure points are of 100, between 1 and 99: each is half a digit in the odds.

    They begin at one in ten million that two registrations of a country are of one person.
    """
    odds: float = 10.0 ** ((min(points, 40) - _UNLIKELY) / 2)
    return min(99, max(1, round(100 * odds / (1 + odds))))


def traits(fields: dict[str, Any]) -> Traits:
    """Read the fields of an entrepreneur, half typed ones and those of newer versions too."""
    scheme, number = read_document(fields.get("document"))
    birth = read_birth(fields.get("birth_date"))
    year = birth.year if birth else fields.get("birth_year")
    district = fields.get("home_district")
    return Traits(
        scheme=scheme,
        number=number,
        ruc_dni=read_ruc(fields.get("ruc")),
        phones=_phones(fields.get("phones")),
        given=words(_text(fields.get("given_names"))),
        surnames=names.surnames(_text(fields.get("paternal_surname")), _text(fields.get("maternal_surname"))),
        birth=birth,
        birth_year=year if isinstance(year, int) else None,
        gender=_text(fields.get("gender")) or None,
        district=(_text(district.get("code")) if isinstance(district, dict) else "") or None,
    )


def is_enough(one: Traits) -> bool:
    """Tell whether enough is typed for anybody to be found by it."""
    named = bool(one.given and one.surnames)
    return bool(one.number or one.ruc_dni or one.phones) or (
        named and (one.birth_year is not None or one.district is not None)
    )


def compare(one: Traits, other: Traits) -> Likeness:
    """Say how alike two registrations are; which is given first makes no difference."""
    given, surnames = names.compare_given(one.given, other.given), names.compare_surnames(one.surnames, other.surnames)
    document = _compare_documents(one, other)
    if given.contradicts and document in (Reason.DOCUMENT_ONE_WRONG, Reason.DOCUMENT_EXCHANGED):
        # twins are given neighbouring numbers: a near one says nothing where the given names are others
        document = None
    told = Counter[Reason]()
    if document is not None:
        told[document] = _document_points(document, one.scheme)
    if shared := one.phones.keys() & other.phones.keys():
        told[Reason.SAME_PHONE] = max(_phone_points(one.phones[each], other.phones[each]) for each in shared)
    for named in (given, surnames):
        if named.reason is not None:
            told[Reason[named.reason]] = named.points
    told.update(_compare_births(one, other))
    if one.gender and other.gender and {one.gender, other.gender} == {"woman", "man"}:
        told[Reason.OTHER_GENDER] = -8
    if one.district and one.district == other.district:
        told[Reason.SAME_DISTRICT] = 1
    return _weighed(told)


def _weighed(told: Counter[Reason]) -> Likeness:
    points = sum(told.values())
    sure = Reason.SAME_DOCUMENT in told or Reason.DNI_IN_RUC in told
    if sure:
        # whoever else it may be, two registrations with one document are to be looked at
        points = max(points, POSSIBLE)
    band = Band.LIKELY if points >= LIKELY else Band.POSSIBLE if points >= POSSIBLE else Band.NONE
    ordered = sorted(told, key=lambda reason: (reason in _AGAINST, -abs(told[reason])))
    return Likeness(points, band, tuple(ordered))


def _document_points(document: Reason, scheme: str) -> int:
    if document is Reason.OTHER_DOCUMENT:
        # one person has one DNI; the other papers are issued anew with another number
        return -8 if scheme == "dni" else -3
    return {Reason.SAME_DOCUMENT: 20, Reason.DNI_IN_RUC: 18, Reason.SAME_NUMBER: 12}.get(document, 8)


def _compare_documents(one: Traits, other: Traits) -> Reason | None:
    in_ruc = {one.ruc_dni} & {other.number, other.ruc_dni} | {other.ruc_dni} & {one.number}
    if one.number and other.number:
        if one.number == other.number:
            return Reason.SAME_DOCUMENT if one.scheme == other.scheme else Reason.SAME_NUMBER
        if in_ruc - {""}:
            return Reason.DNI_IN_RUC
        if one.scheme != other.scheme:
            return None
        return _SLIPS[slips(one.number, other.number)]
    return Reason.DNI_IN_RUC if in_ruc - {""} else None


def _phone_points(one: str | None, other: str | None) -> int:
    """A telephone says more when both call it their own, less when it is a relative's."""
    if "family" in (one, other) or "other" in (one, other):
        return 5
    return 8 if one == other == "own" else 7


def _compare_births(one: Traits, other: Traits) -> dict[Reason, int]:
    if one.birth is not None and other.birth is not None:
        return _compare_dates(one.birth, other.birth)
    if one.birth_year is None or other.birth_year is None:
        return {}
    # an age that was told is a year either way
    apart = abs(one.birth_year - other.birth_year)
    if apart <= 1:
        return {Reason.SAME_BIRTH_YEAR: 2}
    return {Reason.OTHER_BIRTH: -6} if apart > 2 else {}


def _compare_dates(one: Birth, other: Birth) -> dict[Reason, int]:
    if one == other:
        # the first of January stands for "some day of that year" on many papers
        return {Reason.SAME_BIRTH: 5 if (one.month, one.day) == (1, 1) else 10}
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return {Reason.BIRTH_EXCHANGED: 7}
    if (one.month, one.day) == (other.month, other.day) and abs(one.year - other.year) == 1:
        return {Reason.BIRTH_YEAR_NEAR: 6}
    if slips(one.digits, other.digits) is not None:
        return {Reason.BIRTH_ONE_WRONG: 6}
    return {Reason.OTHER_BIRTH: -8}


def _phones(phones: object) -> dict[str, str | None]:
    found = [one for one in phones if isinstance(one, dict)] if isinstance(phones, list) else []
    return {
        number: owner if isinstance(owner := one.get("owner"), str) else None
        for one in found
        if (number := _text(one.get("number"))).startswith("+")
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
