"""Record rows: a state, what headquarters last told of it, and what lists and search look up."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from chasqui_desktop.store import extracted
from chasqui_desktop.store.tables import ending, record, search
from chasqui_sync import wire
from chasqui_sync.core.fold import State


class Held(NamedTuple):
    """A record as the laptop holds it; ``base`` and ``last_seq`` as in ``tables.record``."""

    state: State
    base: bytes | None
    base_own: int
    last_seq: int | None


class Shown(NamedTuple):
    """A state to be kept and its bytes: headquarters' own, untouched, where nothing was folded on them."""

    state: State
    raw: bytes


def held(connection: Connection, name: str) -> Held | None:
    """Read a record, None where the laptop has none of that id."""
    row = connection.execute(
        select(record.c.state, record.c.base, record.c.base_own, record.c.last_seq).where(record.c.id == name)
    ).first()
    return None if row is None else Held(_state(row.state), row.base, row.base_own, row.last_seq)


def of_kind(connection: Connection, kind: str) -> dict[str, State]:
    """Read all records of a kind that are not deleted."""
    rows = connection.execute(select(record.c.id, record.c.state).where(record.c.kind == kind)).all()
    states = {name: _state(raw) for name, raw in rows}
    return {name: state for name, state in states.items() if not state.deleted}


def keep_own(connection: Connection, state: State, seq: int, today: date) -> None:
    """Keep a record after an own operation: its base stays."""
    _keep(connection, Shown(state, wire.encode(state)), {"last_seq": seq}, today)


def keep_told(connection: Connection, shown: Shown, base: bytes, own: int, last_seq: int | None, today: date) -> None:
    """Keep a record after headquarters told of it; ``own``: the own seq up to which its state reaches."""
    _keep(connection, shown, {"base": base, "base_own": own, "last_seq": last_seq}, today)


def forget(connection: Connection, names: list[str]) -> int:
    """Drop records that left this laptop's scope; give how many there were. The journal stays."""
    numbers = list(connection.execute(select(record.c.number).where(record.c.id.in_(names))).scalars())
    for number in numbers:
        connection.execute(delete(search).where(search.c.rowid == number))
    connection.execute(delete(record).where(record.c.number.in_(numbers)))
    return len(numbers)


def _keep(connection: Connection, shown: Shown, kept: dict[str, object], today: date) -> None:
    state = shown.state
    values = {"kind": state.kind, "scope": state.scope, "state": shown.raw, **kept, **extracted.columns(state, today)}
    number = connection.execute(select(record.c.number).where(record.c.id == state.id)).scalar_one_or_none()
    if number is None:
        added = insert(record).values({"id": state.id, "base_own": 0, **values}).returning(record.c.number)
        number = connection.execute(added).scalar_one()
    else:
        connection.execute(update(record).where(record.c.number == number).values(values))
        connection.execute(delete(search).where(search.c.rowid == number))
        connection.execute(delete(ending).where(ending.c.number == number))
    if values["listed"]:
        _make_findable(connection, number, state)


def _make_findable(connection: Connection, number: int, state: State) -> None:
    connection.execute(
        insert(search).values(
            rowid=number, names=extracted.names_for_search(state), code=extracted.code_for_search(state)
        )
    )
    found_by = [{"backwards": value, "number": number} for value in sorted(extracted.endings(state))]
    if found_by:
        connection.execute(insert(ending), found_by)


def _state(raw: bytes) -> State:
    return wire.state_of(msgspec.Raw(raw))
