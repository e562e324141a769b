"""Record rows: a state, the last own operation on it, and what lists and search look up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, Integer, Text, bindparam, cast, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from chasqui_desktop.store.extracted import PERSON, Found, Listing, Told, ToldPerson
from chasqui_desktop.store.prepared import Prepared, PreparedInsert
from chasqui_desktop.store.tables import (
    contested,
    in_list,
    option,
    pair,
    record,
    search,
    search_alike,
    search_ending,
    uncompared,
)
from chasqui_sync import wire
from chasqui_sync.core.fold import State


class Held(NamedTuple):
    """A record as the laptop holds it; ``last_seq`` is the last own operation on it, if there is one."""

    state: State
    last_seq: int | None


class Confirmed(NamedTuple):
    """A record headquarters holds as this laptop wrote it: its state and bytes there, and the bytes held here."""

    state: State
    raw: bytes
    held: bytes


class Kept(NamedTuple):
    """A record to be kept: its bytes (headquarters' own, where nothing was folded on them) and what is looked up."""

    told: Told
    last_seq: int | None


COMPARED_UPTO = "compared_people"
"""The option that says up to which row people were compared as they came (``pairs``)."""

_COLUMNS = ("number", "id", "kind", "scope", "state", "last_seq", "sealed", *Listing._fields)
_SEALED = b'"support":{'
_one = Prepared(select(record.c.state, record.c.last_seq).where(record.c.id == bindparam("id")), ["id"])
_held = Prepared(select(record.c.id, record.c.number).where(in_list(record.c.id)), ["list"])
_acted = Prepared(select(record.c.id, record.c.last_seq).where(in_list(record.c.id)), ["list"])
_last = Prepared(select(func.max(record.c.number)), [])
_new = insert_or_update(record).values({name: bindparam(name) for name in _COLUMNS})
_keep = PreparedInsert(
    _new.on_conflict_do_update(
        index_elements=[record.c.id],
        set_={
            **{name: _new.excluded[name] for name in _COLUMNS if name not in {"number", "id"}},
            # an operation that was let go was still the last one
            "last_seq": func.coalesce(_new.excluded.last_seq, record.c.last_seq),
        },
    ),
    _COLUMNS,
)
_find = PreparedInsert(
    insert(search).values({name: bindparam(name) for name in ("rowid", "names", "code")}), ["rowid", "names", "code"]
)
_end = PreparedInsert(
    insert(search_ending).values({name: bindparam(name) for name in ("rowid", "backwards")}), ["rowid", "backwards"]
)
_liken = PreparedInsert(
    insert(search_alike).values({name: bindparam(name) for name in ("rowid", "alike")}), ["rowid", "alike"]
)
_confirm = Prepared(
    update(record)
    .where(record.c.id == bindparam("name"), record.c.state == bindparam("held"))
    .values(state=bindparam("raw"), saved_at=bindparam("at")),
    ["raw", "at", "name", "held"],
)
_contest = Prepared(
    insert(contested).values({name: bindparam(name) for name in ("record", "field", "at")}), ["record", "field", "at"]
)
_uncontest = Prepared(delete(contested).where(in_list(contested.c.record)), ["list"])
_compare_again = Prepared(
    insert_or_update(uncompared).values(number=bindparam("number")).on_conflict_do_nothing(), ["number"]
)
_unfind = Prepared(delete(search).where(search.c.rowid == bindparam("rowid")), ["rowid"])
_unend = Prepared(delete(search_ending).where(search_ending.c.rowid == bindparam("rowid")), ["rowid"])
_unliken = Prepared(delete(search_alike).where(search_alike.c.rowid == bindparam("rowid")), ["rowid"])


def held(connection: Connection, name: str) -> Held | None:
    """Read a record, None where the laptop has none of that id."""
    row = _one.ask(connection, name).first()
    return None if row is None else Held(_state(row[0]), row[1])


def of_kind(connection: Connection, kind: str) -> dict[str, State]:
    """Read all records of a kind that are not deleted."""
    rows = connection.execute(select(record.c.id, record.c.state).where(record.c.kind == kind)).all()
    states = {name: _state(raw) for name, raw in rows}
    return {name: state for name, state in states.items() if not state.deleted}


def keep(connection: Connection, news: list[Kept]) -> None:
    """Keep records, new ones and changed ones, and make their people findable. No id may stand twice."""
    held_already = _numbers(connection, [one.told.state.id for one in news])
    following = (_last.ask(connection).scalar_one() or 0) + 1
    rows: list[tuple[object, ...]] = []
    found: list[tuple[int, Found]] = []
    for told, last_seq in news:
        state = told.state
        number = held_already.get(state.id)
        if number is None:
            number, following = following, following + 1
        rows.append((number, state.id, state.kind, state.scope, told.raw, last_seq, _SEALED in told.raw, *told.listing))
        if told.found is not None:
            found.append((number, told.found))
    _keep.all(connection, rows)
    _lose(connection, held_already.values())
    _make_findable(connection, found)
    _note_contested(connection, [one.told.state for one in news], list(held_already))
    _compare_again.each(connection, [(number,) for number in held_already.values()])


def contests(state: State | ToldPerson) -> dict[str, int]:
    """Give the fields of a person in which values contend, and when the latest of them was written (ms)."""
    if state.kind != PERSON or state.deleted or not state.open:
        return {}
    heads = state.heads or {}
    return {
        field: max(heads.get(field, state.head).time, *(rival.head.time for rival in rivals))
        for field, rivals in state.open.items()
    }


def make_findable(connection: Connection, name: str, by: Found | None) -> None:
    """Let a record be found by this alone, or by nothing."""
    numbers = _numbers(connection, [name])
    _lose(connection, numbers.values())
    _make_findable(connection, [(number, by) for number in numbers.values() if by is not None])


def also(one: Found | None, other: Found | None) -> Found | None:
    """Let a person be found by either."""
    if one is None or other is None:
        return one or other
    return Found(*(f"{each} {more}" for each, more in zip(one, other, strict=True)))


def confirm(connection: Connection, told: list[Confirmed]) -> bool:
    """Take place and time from headquarters where all else is as it is held; tell whether all of them were.

    Nothing a list or a search looks up has changed but the time, so no index is written again.
    """
    rows = [(one.raw, one.state.head.time, one.state.id, one.held) for one in told]
    return _confirm.each(connection, rows) == len(rows)


def last_acts(connection: Connection, names: list[str]) -> dict[str, int]:
    """Give the last own operation, here or let go, on each of these records that has any."""
    rows = _acted.ask(connection, msgspec.json.encode(names).decode())
    return {row[0]: row[1] for row in rows if row[1] is not None}


def forget(connection: Connection, names: list[str]) -> int:
    """Drop records that left this laptop's scope; give how many there were. The journal stays."""
    numbers = list(_numbers(connection, names).values())
    _lose(connection, numbers)
    _note_contested(connection, [], names)
    listed = msgspec.json.encode(names).decode()
    for column in (pair.c.record, pair.c.other):
        connection.execute(delete(pair).where(in_list(column)), {"list": listed})
    connection.execute(delete(record).where(record.c.number.in_(numbers)))
    # the numbers behind the last row are given again, to people whom nobody compared
    last = select(func.coalesce(func.max(record.c.number), 0)).scalar_subquery()
    upto = cast(option.c.value, Integer)
    connection.execute(update(option).where(option.c.name == COMPARED_UPTO, upto > last).values(value=cast(last, Text)))
    return len(numbers)


def _numbers(connection: Connection, names: list[str]) -> dict[str, int]:
    """Give the rows' numbers of the records that are held."""
    if not names:
        return {}
    rows = _held.ask(connection, msgspec.json.encode(names).decode())
    return {row[0]: row[1] for row in rows}


def _make_findable(connection: Connection, found: list[tuple[int, Found]]) -> None:
    _find.all(connection, [(number, by.names, by.code) for number, by in found])
    _end.all(connection, [(number, by.endings) for number, by in found])
    _liken.all(connection, [(number, by.alike) for number, by in found])


def _note_contested(connection: Connection, states: list[State | ToldPerson], held_already: list[str]) -> None:
    if held_already:
        _uncontest.ask(connection, msgspec.json.encode(held_already).decode())
    rows = [(state.id, field, at) for state in states if state.open for field, at in contests(state).items()]
    _contest.each(connection, rows)


def _lose(connection: Connection, numbers: Iterable[int]) -> None:
    rows = [(number,) for number in numbers]
    _unfind.each(connection, rows)
    _unend.each(connection, rows)
    _unliken.each(connection, rows)


def _state(raw: bytes) -> State:
    return wire.state_of(msgspec.Raw(raw))
