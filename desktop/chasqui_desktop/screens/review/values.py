"""The values of a person's fields in a promoter's words, numbers whole: plain values, no widgets."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import reduce
from typing import Any

from chasqui_desktop.book import Reference
from chasqui_desktop.screens.people.facts import CHANNELS, SCHEMES, district_name, sector_name
from chasqui_desktop.screens.register import options
from chasqui_desktop.screens.whole_form import questions
from chasqui_desktop.widgets.chip_groups import Choice
from chasqui_desktop.words import Words, say
from chasqui_sync.core.phones import shown_phone
from chasqui_sync.core.records import Edition, OutreachPoint, Partner, Staff

EMPTY = say("Review", "vacío")
KEPT = say("Review", "guardado")
YES, NO = say("Review", "Sí"), say("Review", "No")
BOTH = say("Review", "{first} · {rest}")
DOCUMENT = say("Review", "{kind} {number}")
WRITTEN = say("Review", "{value}")
GAVE_CONSENT = say("Review", "Aviso {version}")

_CHOICES: dict[str, tuple[Choice, ...]] = {
    "gender": options.GENDERS,
    "stage": options.STAGES,
    "sells_at": options.SELLING,
    "has_ruc": options.HAS_RUC,
    "tax_regime": options.REGIMES,
} | {
    question.field: question.choices
    for rows in (questions.SITUATION, questions.SALES, questions.CONTACT, questions.PROGRAMME)
    for row in rows
    for question in row
    if question.choices
}


def value_words(field: str, value: Any, reference: Reference | None = None) -> Words:
    """Say a value as it is read, numbers whole: two are told apart by their digits."""
    if field in _CHOICES and value:
        many = value if isinstance(value, list) else [value]
        return joined([options.words_of(_CHOICES[field], one) or str(one) for one in many])
    match value:
        case None | "":
            return EMPTY
        case bool():
            return YES if value else NO
        case list():
            return joined([_one_of(field, one) for one in value])
        case dict():
            return _compound(field, value)
    return _named(field, value, reference) if isinstance(value, str) else str(value)


def joined(words: Sequence[Words]) -> Words:
    """Put several beside each other."""
    return reduce(lambda first, rest: BOTH.fill(first=first, rest=rest), words) if words else EMPTY


def _one_of(field: str, value: Any) -> Words:
    if field == "phones" and isinstance(value, dict):
        return shown_phone(str(value.get("number", "")))
    if field in {"not_same_as", "recognised"}:
        return KEPT
    return str(value.get("text", KEPT)) if isinstance(value, dict) else str(value)


def _compound(field: str, value: dict[str, Any]) -> Words:
    if field == "document":
        kind = SCHEMES.get(value.get("scheme", ""), str(value.get("scheme", "")))
        return DOCUMENT.fill(kind=kind, number=value["number"]) if value.get("number") else kind
    if field == "home_district":
        return district_name(str(value.get("code", "")))
    if field == "consent":
        return GAVE_CONSENT.fill(version=str(value.get("version", "")))
    return KEPT


def _named(field: str, value: str, reference: Reference | None) -> Words:
    read = _READ.get(field)
    if read is None:
        return _called(field, value, reference)
    try:
        return read(value)
    except (KeyError, ValueError):
        # a newer table, or no date at all: as it is written
        return value


_READ: dict[str, Callable[[str], Words]] = {
    "birth_date": lambda value: WRITTEN.fill(value=date.fromisoformat(value)),
    "nationality": lambda value: options.DIAL_NAME.fill(name=options.CountryName(value)),
    "sector": sector_name,
    "channel": lambda value: CHANNELS[value],
}


def _called(field: str, value: str, reference: Reference | None) -> Words:
    """Name an edition, a point, an office or somebody by what headquarters calls them."""
    if reference is None or field not in {"edition", "outreach_point", "partner", "promoter"}:
        return value
    known: Edition | OutreachPoint | Partner | Staff | None
    match field:
        case "edition":
            known = reference.editions.get(value)
        case "outreach_point":
            known = reference.points.get(value)
        case "partner":
            known = reference.partners.get(value)
        case _:
            known = reference.staff.get(value)
    return known.name if known is not None else KEPT


def same(one: Any, other: Any) -> bool:
    """Whether two values are equal as documents are: True and 1 are not."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
