"""People who may have been registered twice: each is compared once, a few at a time, and again when she is changed."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, or_, select

from chasqui_desktop.cases import Pair, Side
from chasqui_desktop.store import joins, records
from chasqui_desktop.store.drafts import choose, chosen
from chasqui_desktop.store.extracted import PERSON
from chasqui_desktop.store.likeness import alike_to
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.tables import pair, record, uncompared
from chasqui_sync.core import joined
from chasqui_sync.core.likeness import Band, compare, percent, traits
from chasqui_sync.core.state import Fate, Head, State

_UPTO = records.COMPARED_UPTO

_ALWAYS_LATER = 2**62

_drop = Prepared(
    delete(pair).where(or_(pair.c.record == bindparam("one"), pair.c.other == bindparam("same"))), ["one", "same"]
)


def compare_some(connection: Connection, most: int) -> bool:
    """See ``Book.compare_some``. What was changed comes first, then what came, in the order it came."""
    numbers = list(connection.execute(select(uncompared.c.number).limit(most)).scalars())
    connection.execute(delete(uncompared).where(uncompared.c.number.in_(numbers)))
    left = most - len(numbers)
    if left:
        upto = int(chosen(connection, _UPTO) or 0)
        came = list(
            connection.execute(
                select(record.c.number).where(record.c.number > upto).order_by(record.c.number).limit(left)
            ).scalars()
        )
        if came:
            choose(connection, _UPTO, str(came[-1]))
            numbers += came
    for number in numbers:
        _compare(connection, number)
    return len(numbers) == most


def pair_of(connection: Connection, name: str, other: str) -> Pair | None:
    """See ``Book.pair``. Raises KeyError."""
    known = [_known(connection, one) for one in (name, other)]
    if other in {state.id for state in known[0]} or _is_decided(*known):
        return None
    known.sort(key=lambda states: states[0].id)
    first, second = (_side(connection, states) for states in known)
    found = compare(traits(first.fields), traits(second.fields))
    return Pair((first, second), _together(known[0], known[1]), percent(found.points), found.reasons)


def _together(one: list[State], other: list[State]) -> dict[str, Any]:
    """Show what a join made now would come to: nothing was written since."""
    now = [Fate("merge", Head("", _ALWAYS_LATER))]
    leading, *others = (msgspec.structs.replace(state, fates=now) for state in (*one, *other))
    return joined.view(leading, others)


def drop(connection: Connection, name: str, other: str) -> None:
    """Two people it is: nobody is asked again."""
    one, two = sorted((name, other))
    connection.execute(delete(pair).where(pair.c.record == one, pair.c.other == two))


def put_back(connection: Connection, name: str) -> None:
    """Compare a person anew at once; she is held here."""
    _compare(connection, connection.execute(select(record.c.number).where(record.c.id == name)).scalar_one())


def _compare(connection: Connection, number: int) -> None:
    row = connection.execute(
        select(record.c.id, record.c.kind, record.c.listed).where(record.c.number == number)
    ).first()
    if row is None or row.kind != PERSON:
        return
    _drop.ask(connection, row.id, row.id)
    known = _known(connection, row.id) if row.listed else []
    if not known:
        return
    saved_at = connection.execute(select(record.c.saved_at).where(record.c.id == row.id)).scalar_one()
    mine = frozenset(state.id for state in known)
    found = [
        {
            "record": min(row.id, one.row.id),
            "other": max(row.id, one.row.id),
            "points": one.likeness.points,
            "at": max(saved_at, one.row.saved_at),
        }
        for one in alike_to(connection, traits(known[0].fields), mine)
        if one.row.listed and one.likeness.band is not Band.NONE and not _is_decided(known, one.known)
    ]
    if found:
        connection.execute(insert(pair), found)


def _known(connection: Connection, name: str) -> list[State]:
    """Give the records of a person, the one asked for first. Raises KeyError."""
    found = records.held(connection, name)
    if found is None or found.state.deleted:
        raise KeyError(name)
    others = joins.others_of(connection, [name]).get(name, [])
    return [found.state, *others]


def _is_decided(one: list[State], other: list[State]) -> bool:
    return any(
        not {each.id for each in theirs}.isdisjoint(state.fields.get("not_same_as") or ())
        for mine, theirs in ((one, other), (other, one))
        for state in mine
    )


def _side(connection: Connection, known: list[State]) -> Side:
    name = known[0].id
    row = connection.execute(select(record.c.code, record.c.saved_at).where(record.c.id == name)).one()
    return Side(name, row.code, joined.view(known[0], known[1:]), row.saved_at)
