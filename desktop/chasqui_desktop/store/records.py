"""Record rows: a state, the last own operation on it, and what lists and search look up."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from chasqui_desktop.store import extracted
from chasqui_desktop.store.tables import ending, record, search
from chasqui_sync import wire
from chasqui_sync.core.fold import State


class Held(NamedTuple):
    """A record as the laptop holds it; ``last_seq`` is the last own operation on it, if there is one."""

    state: State
    last_seq: int | None


class Kept(NamedTuple):
    """A record to be kept and its bytes: headquarters' own, untouched, where nothing was folded on them."""

    state: State
    raw: bytes
    last_seq: int | None


def held(connection: Connection, name: str) -> Held | None:
    """Read a record, None where the laptop has none of that id."""
    row = connection.execute(select(record.c.state, record.c.last_seq).where(record.c.id == name)).first()
    return None if row is None else Held(_state(row.state), row.last_seq)


def of_kind(connection: Connection, kind: str) -> dict[str, State]:
    """Read all records of a kind that are not deleted."""
    rows = connection.execute(select(record.c.id, record.c.state).where(record.c.kind == kind)).all()
    states = {name: _state(raw) for name, raw in rows}
    return {name: state for name, state in states.items() if not state.deleted}


def keep(connection: Connection, news: list[Kept], today: date) -> None:
    """Keep records, new ones and changed ones, and make their people findable. No id may stand twice."""
    if not news:
        return
    numbers = _numbers(connection, [one.state.id for one in news])
    rows = [
        {
            "number": numbers[one.state.id],
            "id": one.state.id,
            "kind": one.state.kind,
            "scope": one.state.scope,
            "state": one.raw,
            "last_seq": one.last_seq,
            **extracted.columns(one.state, today),
        }
        for one in news
    ]
    statement = insert(record)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in {"number", "id"}}
    connection.execute(statement.on_conflict_do_update(index_elements=[record.c.id], set_=changed), rows)
    _make_findable(connection, {row["number"]: one.state for row, one in zip(rows, news, strict=True)})


def forget(connection: Connection, names: list[str]) -> int:
    """Drop records that left this laptop's scope; give how many there were. The journal stays."""
    numbers = list(connection.execute(select(record.c.number).where(record.c.id.in_(names))).scalars())
    _unfind(connection, numbers)
    connection.execute(delete(record).where(record.c.number.in_(numbers)))
    return len(numbers)


def _numbers(connection: Connection, names: list[str]) -> dict[str, int]:
    """Give the rows' numbers, of records not yet held the next free ones."""
    held_rows = connection.execute(select(record.c.id, record.c.number).where(record.c.id.in_(names)))
    numbers = {row.id: row.number for row in held_rows}
    last = connection.execute(select(func.max(record.c.number))).scalar_one() or 0
    fresh = [name for name in names if name not in numbers]
    return numbers | {name: number for number, name in enumerate(fresh, last + 1)}


def _make_findable(connection: Connection, states: dict[int, State]) -> None:
    _unfind(connection, list(states))
    listed = {number: state for number, state in states.items() if extracted.is_listed(state)}
    words = [
        {"rowid": number, "names": extracted.names_for_search(state), "code": extracted.code_for_search(state)}
        for number, state in listed.items()
    ]
    if words:
        connection.execute(insert(search), words)
    ends = [
        {"backwards": value, "number": number}
        for number, state in listed.items()
        for value in sorted(extracted.endings(state))
    ]
    if ends:
        connection.execute(insert(ending), ends)


def _unfind(connection: Connection, numbers: list[int]) -> None:
    if numbers:
        connection.execute(delete(search).where(search.c.rowid == bindparam("n")), [{"n": n} for n in numbers])
        connection.execute(delete(ending).where(ending.c.number.in_(numbers)))


def _state(raw: bytes) -> State:
    return wire.state_of(msgspec.Raw(raw))
