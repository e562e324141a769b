"""Persons registered more than once: which of their records speaks for all, and what it says. Pure.

A join is an alias: record A was joined into B, and neither changes by it. Whoever is tied by joins, in either
direction and over any number of steps, is one person; so two laptops may join A into B and B into A, and a
chain needs no order. Undone, each is again what it was, with what came to it meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from chasqui_sync.core.state import Head, State

Links = Mapping[str, Iterable[str]]
"""Record → the records it was joined into."""


def groups(links: Links) -> list[set[str]]:
    """Give the records of each person, of all that are tied by joins."""
    found: dict[str, set[str]] = {}
    for record, others in links.items():
        for other in others:
            together = found.get(record, {record}) | found.get(other, {other})
            found.update(dict.fromkeys(together, together))
    return [set(group) for group in sorted({frozenset(group) for group in found.values()}, key=min)]


def leader(alive: Iterable[str], links: Links) -> str | None:
    """Name the record that speaks for a person: one joined into no other that is alive, and the oldest of those.

    ``alive``: her records that are here and not deleted; None where there is none. Where all are joined into
    each other, the oldest: ids begin with their time.
    """
    names = set(alive)

    def is_joined(name: str) -> bool:
        return any(into in names for into in links.get(name, ()) if into != name)

    return min(names, key=lambda name: (is_joined(name), name), default=None)


def view(leading: State, others: Iterable[State]) -> dict[str, Any]:
    """Give what is known of a person: her leading record's fields, filled up from her others.

    What was written into another record after the join stands over an older value of the leading one, and so it
    is with who still writes into the record she carries a slip of. A consent withdrawn in one is withdrawn.
    """
    others = sorted(others, key=lambda state: state.id)
    since = min(
        (fate.head.time for one in (leading, *others) for fate in one.fates if fate.action == "merge"), default=0
    )
    fields = dict(leading.fields)
    heads = {field: leading.head_of(field) for field in fields}
    for other in others:
        for field, value in other.fields.items():
            if field == "code" or value is None:
                continue
            if field.startswith("consent_") and False in (value, fields.get(field)):
                fields[field] = False
            elif fields.get(field) is None or _is_news(other.head_of(field), heads.get(field), since):
                fields[field], heads[field] = value, other.head_of(field)
    return fields


def _is_news(head: Head | None, standing: Head | None, since: int) -> bool:
    if head is None or head.time <= since:
        return False
    return standing is None or head.rank > standing.rank
