"""What lists and search need of a record's state, read so that no odd document of a newer version can stop it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from chasqui_sync.core.fold import State
from chasqui_sync.core.names import folded, listed_name, sort_key
from chasqui_sync.core.records import counts_for_quota
from chasqui_sync.core.rules import Weight, check

PERSON = "entrepreneur"
_NAMES = ("given_names", "paternal_surname", "maternal_surname")


def columns(state: State, today: date) -> dict[str, Any]:
    """Give the extracted columns of ``tables.record``."""
    fields = state.fields
    names = _names(fields)
    listed = is_listed(state)
    return {
        "listed": listed,
        "code": _text(fields.get("code")) or "",
        "sort_name": _sort_name(names),
        "listed_name": listed_name(names),
        "initials": _initials(names),
        "district": _district(fields.get("home_district")),
        "sector": _text(fields.get("sector")),
        "edition": _text(fields.get("edition")),
        "promoter": _text(fields.get("promoter")),
        "saved_at": state.head.time,
        "incomplete": listed and _is_incomplete(fields, today),
        "quota": isinstance(fields.get("group"), str) and counts_for_quota(fields),
    }


def is_listed(state: State) -> bool:
    """Tell whether lists and search show it: a person, not deleted."""
    return state.kind == PERSON and not state.deleted


def names_for_search(state: State) -> str:
    """Give all names, folded: ñ finds n and n finds ñ."""
    return folded(" ".join(_names(state.fields).values()))


def code_for_search(state: State) -> str:
    """Give the code whole and without its prefix, as somebody types it from its start."""
    code = joined(_text(state.fields.get("code")) or "")
    return f"{code} {code[-8:]}".lower()


def endings(state: State) -> set[str]:
    """Give telephones, document and code backwards: the last digits are what a person remembers."""
    fields = state.fields
    document = fields.get("document")
    phones = fields.get("phones")
    numbered = [document, *(phones if isinstance(phones, list) else ())]
    values = [fields.get("code"), *(one.get("number") for one in numbered if isinstance(one, dict))]
    return {joined(value)[::-1] for value in values if isinstance(value, str) and joined(value)}


def joined(text: str) -> str:
    """Give letters and digits alone, upper case, as ``endings`` and the code's index hold them."""
    return re.sub(r"[\W_]", "", text).upper()


def _names(fields: dict[str, Any]) -> dict[str, str]:
    return {name: value for name in _NAMES if (value := _text(fields.get(name)))}


def _sort_name(names: dict[str, str]) -> str:
    """Paternal, maternal, given; parted by what sorts before every letter and space."""
    given = names.get("given_names", "")
    surnames = [names[name] for name in _NAMES[1:] if name in names]
    return "\x1f".join(sort_key(part) for part in [*surnames[:1], *(surnames[1:] or [""]), given])


def _initials(names: dict[str, str]) -> str:
    surname = names.get("paternal_surname") or names.get("maternal_surname") or ""
    return (names.get("given_names", "")[:1] + surname[:1]).upper()


def _district(place: object) -> str | None:
    return _text(place.get("code")) if isinstance(place, dict) else None


def _is_incomplete(fields: dict[str, Any], today: date) -> bool:
    return any(finding.weight is Weight.MISSING for finding in check(PERSON, fields, today))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
