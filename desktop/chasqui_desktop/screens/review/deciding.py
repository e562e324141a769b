"""What can be decided about values that contend, and what is written then: plain values, no widgets."""

from __future__ import annotations

from typing import Any

from chasqui_desktop.book import Reference
from chasqui_desktop.cases import Conflict, Written
from chasqui_desktop.screens.people.way import short_staff_name
from chasqui_desktop.screens.review.values import same
from chasqui_desktop.words import Words, say
from chasqui_sync.core.phones import read_phone
from chasqui_sync.core.records import LISTS

THIS_LAPTOP = say("Review", "Este equipo")
OTHER_LAPTOP = say("Review", "Otro equipo")
WHO_HERE = say("Review", "{name}, este equipo")
WHO_ELSEWHERE = say("Review", "{name}, otro equipo")

_TYPED = frozenset(
    {
        "given_names",
        "paternal_surname",
        "maternal_surname",
        "email",
        "alternative_contact",
        "address_reference",
        "business_name",
        "channel_detail",
    }
)
_COUNTED = frozenset({"arrival_year", "dependants", "since_year", "people_working"})


def can_type(field: str) -> bool:
    """Whether another answer can be written here; the others are chosen in the form."""
    return field == "phones" or field in _TYPED or field in _COUNTED


def can_keep_both(conflict: Conflict) -> bool:
    """Whether two lists can stand together."""
    return (
        len(conflict.values) == 2
        and LISTS["entrepreneur"].get(conflict.field, False)
        and all(isinstance(one.value, list) for one in conflict.values)
    )


def both(conflict: Conflict, first: int) -> list[Any]:
    """Put the items of value ``first`` before those the other adds."""
    lead, rest = conflict.values[first].value, conflict.values[1 - first].value
    kept = list(lead)
    for item in rest:
        if not any(_is_like(item, one) for one in kept):
            kept.append(item)
    return kept


def _is_like(item: Any, other: Any) -> bool:
    if isinstance(item, dict) and isinstance(other, dict) and "number" in item:
        return bool(item["number"] == other.get("number"))
    return same(item, other)


def typed(conflict: Conflict, text: str) -> Any | None:
    """Read what was typed instead; None where it cannot be this field's answer."""
    text = text.strip()
    if not text:
        return None
    if conflict.field == "phones":
        number = read_phone(text)
        if number is None:
            return None
        standing = conflict.values[conflict.stands].value
        # whose it is and whether WhatsApp answers there was not asked of the new one
        return [{"number": number}, *(standing[1:] if isinstance(standing, list) else [])]
    if conflict.field in _COUNTED:
        return int(text) if text.isdecimal() and len(text) <= 4 else None
    return text


def who(written: Written, reference: Reference | None) -> Words:
    """Say who wrote a value and where, as far as this laptop knows it."""
    name = known_name(written, reference)
    if name is None:
        return THIS_LAPTOP if written.is_own else OTHER_LAPTOP
    return (WHO_HERE if written.is_own else WHO_ELSEWHERE).fill(name=name)


def known_name(written: Written, reference: Reference | None) -> str | None:
    """Name whoever wrote a value, None where this laptop does not know it."""
    known = reference.staff.get(written.user or "") if reference is not None else None
    return None if known is None else short_staff_name(known.name)
