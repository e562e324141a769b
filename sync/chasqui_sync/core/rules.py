"""Checking a registration's answers: the same function on the desk and at headquarters.

Most rules explain and warn. Only the few marked hard keep a registration from being saved, and a
record that breaks one is quarantined at headquarters, never refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from typing import Any, Protocol

import msgspec

from chasqui_sync.core.documents import SCHEMES, document_problem, ruc_problem
from chasqui_sync.core.phones import E164
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.records import KINDS, Document, Entrepreneur, Phone, Place

LONGEST_TEXT = 500
_WITHOUT_LENGTH = frozenset({"support", "protection_key"})
"""Sealed bytes and keys: nobody types them."""
_NESTED = (dict, list)
OLDEST = 110
YOUNGEST = 14
"""Below this age (ILO C138 art. 7: light work) the date is asked again, never refused."""

_NUMBERLESS = frozenset({"none", "unhcr"})
"""The person's code stands for the number."""
_HARD_DOCUMENT = frozenset({Problem.DNI_LENGTH, Problem.DNI_LETTERS})


class Weight(Enum):
    """How much a finding weighs: ``HARD`` keeps from saving, ``SOFT`` warns, ``MISSING`` may follow later."""

    HARD = "hard"
    SOFT = "soft"
    MISSING = "missing"


class Finding(msgspec.Struct, frozen=True):
    """One rule that one field does not meet; ``arguments`` fill the sentence: counts and ages, no answers."""

    field: str
    problem: Problem
    weight: Weight
    arguments: dict[str, int] = {}


def check(kind: str, fields: dict[str, Any], today: date) -> list[Finding]:
    """Check a whole record of a known kind. Raises KeyError for a kind this version does not know."""
    record = _typed(kind, fields)
    if isinstance(record, Finding):
        return [record]
    findings = _long_texts(fields)
    if isinstance(record, Entrepreneur):
        for rule in _RULES:
            findings.extend(rule(record))
        for dated_rule in _DATED_RULES:
            findings.extend(dated_rule(record, today))
    return findings


def hard(kind: str, fields: dict[str, Any], written: bytes = b"") -> list[Finding]:
    """Give the findings that stand in the way of saving, none of which depends on the day.

    The hard ones of ``check`` in its order, without working out the rest: headquarters asks this of every
    operation. ``written``: a JSON document that holds all of the fields, where there is one: to look for long
    texts in it takes a fraction of the time. Raises as ``check``.
    """
    record = _typed(kind, fields)
    if isinstance(record, Finding):
        return [record]
    findings = [] if written and _is_surely_short(written) else _long_texts(fields)
    if isinstance(record, Entrepreneur):
        for rule in _RULES_WITH_HARD_FINDINGS:
            findings.extend(finding for finding in rule(record) if finding.weight is Weight.HARD)
    return findings


def _typed(kind: str, fields: dict[str, Any]) -> msgspec.Struct | Finding:
    """Give the document as its kind's struct, or what field is of another type."""
    try:
        return msgspec.convert(fields, KINDS[kind])
    except msgspec.ValidationError as error:
        return Finding(_field_of(error), Problem.FIELD_TYPE, Weight.HARD)


class Essentials(Protocol):
    """The answers that may follow later, of a whole person or of what was read of one."""

    @property
    def document(self) -> Document | None: ...
    @property
    def phones(self) -> list[Phone] | None: ...
    @property
    def birth_date(self) -> str | None: ...
    @property
    def birth_year(self) -> int | None: ...
    @property
    def home_district(self) -> Place | None: ...


def is_incomplete(person: Essentials) -> bool:
    """Tell whether ``check`` would find an answer missing, without looking for anything else."""
    document = person.document
    return (
        document is None
        or not (document.number or document.scheme in _NUMBERLESS)
        or not person.phones
        or (person.birth_date is None and person.birth_year is None)
        or person.home_district is None
    )


def _field_of(error: msgspec.ValidationError) -> str:
    path = re.search(r"`\$\.([a-z_]+)", str(error)) or re.search(r"required field `([a-z_]+)`", str(error))
    return path.group(1) if path else ""


def _long_texts(fields: dict[str, Any]) -> list[Finding]:
    return [
        Finding(name, Problem.TEXT_LONG, Weight.HARD, {"most": LONGEST_TEXT})
        for name, value in fields.items()
        if (len(value) > LONGEST_TEXT if isinstance(value, str) else isinstance(value, _NESTED) and _holds_long(value))
        and name not in _WITHOUT_LENGTH
    ]


def _is_surely_short(document: bytes) -> bool:
    """Tell whether a JSON document can hold no long text; False where only reading it would tell.

    Without escaped quotes a text is a stretch without quotes: from quote to quote no step may be longer than a text.
    """
    if b'\\"' in document:
        return False
    reached = 0
    while len(document) - reached > LONGEST_TEXT:
        quote = document.rfind(b'"', reached, reached + LONGEST_TEXT + 1)
        if quote < 0:
            return False
        reached = quote + 1
    return True


def _holds_long(document: dict[str, Any] | list[Any]) -> bool:
    """Tell whether a text anywhere inside is too long. Loops: asked of every operation."""
    for value in document.values() if isinstance(document, dict) else document:
        if isinstance(value, str):
            if len(value) > LONGEST_TEXT:
                return True
        elif isinstance(value, _NESTED) and _holds_long(value):
            return True
    return False


def _minimum(record: Entrepreneur) -> Iterator[Finding]:
    if not record.consent_programme or record.consent is None:
        yield Finding("consent_programme", Problem.CONSENT_NEEDED, Weight.HARD)
    if not (record.given_names or record.paternal_surname or record.maternal_surname):
        yield Finding("given_names", Problem.NAME_NEEDED, Weight.HARD)
    document = record.document
    named = document is not None and (document.number or document.scheme == "none")
    if not named and not record.phones:
        yield Finding("document", Problem.IDENTITY_NEEDED, Weight.HARD)


def _document(record: Entrepreneur) -> Iterator[Finding]:
    document = record.document
    if document is None:
        yield Finding("document", Problem.FIELD_MISSING, Weight.MISSING)
        return
    if document.scheme not in SCHEMES:
        yield Finding("document", Problem.CHOICE_UNKNOWN, Weight.SOFT)
    if not document.number:
        if document.scheme not in _NUMBERLESS:
            yield Finding("document", Problem.FIELD_MISSING, Weight.MISSING)
        return
    problem = document_problem(document.scheme, document.number)
    if problem is not None:
        weight = Weight.HARD if problem in _HARD_DOCUMENT else Weight.SOFT
        # below zero: too many
        counts = {"typed": len(document.number), "missing": 8 - len(document.number)}
        yield Finding("document", problem, weight, counts if problem is Problem.DNI_LENGTH else {})


def _ruc(record: Entrepreneur) -> Iterator[Finding]:
    if record.ruc:
        problem = ruc_problem(record.ruc)
        if problem is not None:
            yield Finding("ruc", problem, Weight.HARD)


def _phones(record: Entrepreneur) -> Iterator[Finding]:
    if not record.phones:
        yield Finding("phones", Problem.FIELD_MISSING, Weight.MISSING)
    for phone in record.phones or ():
        if not E164.fullmatch(phone.number):
            yield Finding("phones", Problem.PHONE_UNUSUAL, Weight.SOFT)


def _email(record: Entrepreneur) -> Iterator[Finding]:
    if record.email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", record.email):
        yield Finding("email", Problem.EMAIL_UNUSUAL, Weight.SOFT)


def _birth(record: Entrepreneur, today: date) -> Iterator[Finding]:
    if record.birth_date is None:
        if record.birth_year is None:
            yield Finding("birth_date", Problem.FIELD_MISSING, Weight.MISSING)
        else:
            yield from _age("birth_year", today.year - record.birth_year)
        return
    born = read_date(record.birth_date)
    if born is None:
        yield Finding("birth_date", Problem.DATE_UNREADABLE, Weight.SOFT)
    elif born > today:
        yield Finding("birth_date", Problem.DATE_FUTURE, Weight.SOFT)
    else:
        yield from _age("birth_date", age_on(born, today))


def _age(field: str, years: int) -> Iterator[Finding]:
    if years < 0:
        yield Finding(field, Problem.DATE_FUTURE, Weight.SOFT)
    elif years > OLDEST:
        yield Finding(field, Problem.DATE_OLD, Weight.SOFT, {"years": years})
    elif years < YOUNGEST:
        yield Finding(field, Problem.DATE_YOUNG, Weight.SOFT, {"years": years})


def _years(record: Entrepreneur, today: date) -> Iterator[Finding]:
    for field, year in (("since_year", record.since_year), ("arrival_year", record.arrival_year)):
        if year is not None and not today.year - OLDEST <= year <= today.year:
            yield Finding(field, Problem.YEAR_UNLIKELY, Weight.SOFT)
    if record.people_working is not None and not 0 <= record.people_working <= 500:
        yield Finding("people_working", Problem.NUMBER_UNLIKELY, Weight.SOFT)


def _place(record: Entrepreneur) -> Iterator[Finding]:
    place = record.home_district
    if place is None:
        yield Finding("home_district", Problem.FIELD_MISSING, Weight.MISSING)
    elif place.scheme != "iso" and not re.fullmatch(r"[0-9]{6}", place.code):
        yield Finding("home_district", Problem.DISTRICT_UNKNOWN, Weight.SOFT)


_RULES_WITH_HARD_FINDINGS: tuple[Callable[[Entrepreneur], Iterator[Finding]], ...] = (_minimum, _document, _ruc)
_RULES: tuple[Callable[[Entrepreneur], Iterator[Finding]], ...] = (
    *_RULES_WITH_HARD_FINDINGS,
    _phones,
    _email,
    _place,
)
_DATED_RULES: tuple[Callable[[Entrepreneur, date], Iterator[Finding]], ...] = (_birth, _years)


def read_date(text: str) -> date | None:
    """Read an ISO 8601 calendar date (``1991-08-14``), None when it is none."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def age_on(born: date, day: date) -> int:
    """Give the age in full years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
