"""Pages: record states in headquarters' order, each caller's scope and no other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    func,
    literal_column,
    null,
    select,
    union_all,
)

from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.acceptance import Fresh
from chasqui_sync.server.authors import HEADQUARTERS, Author
from chasqui_sync.server.database import IN_BINARY
from chasqui_sync.server.folding import EVERYBODY
from chasqui_sync.server.node import Node
from chasqui_sync.server.tables import batch, departure, erasure, journal, node, record, ruling
from chasqui_sync.wire import digests

MOST_RECORDS = 1000
"""Of a page whose size nobody asked for."""
MOST_ASKED = 2000
MOST_BYTES = 4 * 1024 * 1024
_CURSOR = re.compile(r"([0-9a-f]{16})\.([0-9]{1,18})")
_RECORD, _NEWEST, _JOURNAL, _RULING, _ERASURE, _DEPARTURE = range(6)
_NONE: ColumnElement[str] = literal_column("''", String)
_ZERO: ColumnElement[int] = literal_column("0", Integer)
_arrivals = (
    select(batch.c.last, batch.c.received_at)
    .where(
        batch.c.scope == bindparam("scope"),
        batch.c.device == bindparam("device"),
        batch.c.incarnation == bindparam("incarnation"),
        batch.c.last >= bindparam("lowest"),
        batch.c.first <= bindparam("highest"),
    )
    .order_by(batch.c.last)
)


def page(
    connection: Connection,
    here: Node,
    caller: Author,
    after: str,
    *,
    echoes: bool = False,
    most: int | None = None,
    buckets: Sequence[int] = (),
    fresh: Fresh | None = None,
) -> wire.Page:
    """Give the page after a cursor, ``""`` for the first; a cursor of another epoch begins anew.

    With ``echoes`` the records the caller made alone are named. ``most`` is how many records were asked for;
    with ``buckets`` all others are left out. ``fresh``: what was taken in just before, in this transaction.

    ``own`` holds for every record of the page: a state has in it all that headquarters knows of the
    caller's journals. Raises Trouble(CURSOR_UNKNOWN).
    """
    most = MOST_RECORDS if most is None else max(1, min(most, MOST_ASKED))
    question = _Question.of(_legs(connection, caller), buckets, of_caseload=caller.role == "promoter")
    found = question.ask(connection, caller, position_of(after, here.epoch), most)
    given = _within_limits(found.records, most)
    complete = len(given) == len(found.records)
    last = given[-1].at if given else found.start
    end = max(last, found.newest) if complete else last
    made = {row.at: wire.made_by(caller.device, row.at, row.state) for row in given} if echoes else {}
    own_made = [one for one in made.values() if one is not None]
    told = [row for row in found.told if row.at <= end]
    return wire.Page(
        records=[msgspec.Raw(row.state) for row in given if made.get(row.at) is None],
        cursor=f"{here.epoch}.{end}",
        complete=complete,
        own={row.name: row.seq for row in told if row.what == _JOURNAL},
        gone=_gone(told),
        verdicts=[(row.name, row.seq, row.problem) for row in told if row.what == _RULING],
        erased=[(row.name, row.seq) for row in told if row.what == _ERASURE],
        echoes=wire.echoes(own_made, _received(connection, caller, own_made, fresh)),
    )  # fmt: skip - eight values


def digest(connection: Connection, caller: Author) -> bytes:
    """Give the digest of all a caller may read."""
    columns = select(record.c.id, record.c.state).execution_options(**{IN_BINARY: True})
    rows = (row for leg in _seen_by(connection, caller) for row in connection.execute(columns.where(leg)))
    return digests.digest((row.id, row.state) for row in rows)


class _Leg(NamedTuple):
    """A stretch of an index that a caller may read: a scope, or of it one caseload alone."""

    scope: str
    holder: str | None = None


class _Found(NamedTuple):
    """Where a page begins, headquarters' newest position, and what is told behind that place, all of one moment.

    ``records``: one more than a page may hold, where there are as many; ``told``: the rest.
    """

    start: int
    newest: int
    records: list[Any]
    told: list[Any]


class _Question(NamedTuple):
    """All that a page tells, asked for at once: a position is only ever seen together with all before it."""

    statement: CompoundSelect[Any]
    values: dict[str, Any]

    @classmethod
    def of(cls, legs: list[_Leg], buckets: Sequence[int], *, of_caseload: bool) -> _Question:
        """Write it; see ``_asking``."""
        values: dict[str, Any] = {}
        for number, leg in enumerate(legs):
            values[f"scope{number}"] = leg.scope
            if leg.holder is not None:
                values[f"holder{number}"] = leg.holder
        if buckets:
            values["endings"] = [digests.bucket_ending(bucket) for bucket in buckets]
        held = tuple(leg.holder is not None for leg in legs)
        return cls(_asking(held, within=bool(buckets), of_caseload=of_caseload), values)

    def ask(self, connection: Connection, caller: Author, start: int, most: int) -> _Found:
        """Ask it."""
        whose = {"device": caller.device, "scope": caller.scope, "user": caller.user}
        rows = connection.execute(self.statement, {**self.values, **whose, "start": start, "most": most + 1}).all()
        records, told, newest = [], [], 0
        for row in rows:
            if row.what == _RECORD:
                records.append(row)
            elif row.what == _NEWEST:
                newest = row.at
            else:
                told.append(row)
        if start > newest:
            # beyond our end: restored from a backup without a new epoch, so begin anew there too
            return self.ask(connection, caller, 0, most)
        records.sort(key=attrgetter("at"))
        told.sort(key=attrgetter("at", "name", "seq"))
        return _Found(start, newest, records, told)


@lru_cache(maxsize=256)
def _asking(held: tuple[bool, ...], *, within: bool, of_caseload: bool) -> CompoundSelect[Any]:
    """Ask for the next records of several stretches of an index, merged: a page costs the same whatever follows it.

    With them for the newest position, how far the caller's journals go, and what became of its operations besides
    being folded, also where their record left the scope.

    ``held``: by stretch whether it is one caseload alone; ``within``: whether only some buckets are wanted;
    ``of_caseload``: also for what left the caller's caseload and did not come back.
    """
    most = bindparam("most", type_=Integer)
    stretches = []
    for number, is_held in enumerate(held):
        conditions = [record.c.scope == bindparam(f"scope{number}"), record.c.at > bindparam("start")]
        if is_held:
            conditions.append(record.c.holder == bindparam(f"holder{number}"))
        if within:
            conditions.append(func.substr(record.c.id, 31).in_(bindparam("endings", expanding=True)))
        stretches.append(select(record.c.at, record.c.state).where(*conditions).order_by(record.c.at).limit(most))
    merged = union_all(*(select(stretch.subquery()) for stretch in stretches)).order_by("at").limit(most).subquery()
    legs = [
        _leg(_RECORD, at=merged.c.at, state=merged.c.state),
        _leg(_NEWEST, at=node.c.position),
        _leg(_JOURNAL, journal.c.incarnation, journal.c.seq).where(journal.c.device == bindparam("device")),
        *(
            _leg(what, told.c.incarnation, told.c.seq, problem, told.c.at).where(
                told.c.device == bindparam("device"), told.c.at > bindparam("start")
            )
            for what, told, problem in ((_RULING, ruling, ruling.c.problem), (_ERASURE, erasure, _ZERO))
        ),
    ]
    if of_caseload:
        is_there = and_(record.c.scope == departure.c.scope, record.c.id == departure.c.record)
        legs.append(
            _leg(_DEPARTURE, departure.c.record, at=departure.c.at)
            .join_from(departure, record, is_there)
            .where(
                departure.c.scope == bindparam("scope"),
                departure.c.holder == bindparam("user"),
                departure.c.at > bindparam("start"),
                record.c.holder != bindparam("user"),
            )
        )
    return union_all(*legs).execution_options(**{IN_BINARY: True})


def _leg(
    what: int,
    name: ColumnElement[str] = _NONE,
    seq: ColumnElement[int] = _ZERO,
    problem: ColumnElement[int] = _ZERO,
    at: ColumnElement[int] = _ZERO,
    state: ColumnElement[Any] | None = None,
) -> Select[Any]:
    kind: ColumnElement[int] = literal_column(str(what), Integer)
    columns: dict[str, ColumnElement[Any]] = {"what": kind, "name": name, "seq": seq, "problem": problem, "at": at}
    columns["state"] = null() if state is None else state
    return select(*[column.label(called) for called, column in columns.items()])


def position_of(cursor: str, epoch: str) -> int:
    """Give the position a cursor names, 0 for one of another epoch. Raises Trouble(CURSOR_UNKNOWN)."""
    if not cursor:
        return 0
    match = _CURSOR.fullmatch(cursor)
    if match is None:
        raise Trouble(Problem.CURSOR_UNKNOWN)
    return int(match[2]) if match[1] == epoch else 0


def _seen_by(connection: Connection, caller: Author) -> list[ColumnElement[bool]]:
    """Say what a caller may read, no record twice."""
    legs = _legs(connection, caller)
    return [
        record.c.scope == leg.scope
        if leg.holder is None
        else and_(record.c.scope == leg.scope, record.c.holder == leg.holder)
        for leg in legs
    ]


def _legs(connection: Connection, caller: Author) -> list[_Leg]:
    """Say what a caller may read, no record twice: everyone's, and its scope or only its own caseload in it."""
    if caller.role == HEADQUARTERS:
        return [_Leg(scope) for scope in _scopes(connection)]
    if caller.role == "coordinator":
        return [*_caseloads(caller, {EVERYONE} - {caller.scope}), _Leg(caller.scope)]
    return _caseloads(caller, {EVERYONE, caller.scope} if caller.role == "promoter" else {EVERYONE})


def _caseloads(caller: Author, scopes: set[str]) -> list[_Leg]:
    holders = sorted({EVERYBODY, caller.user})
    return [_Leg(scope, holder) for scope in sorted(scopes) for holder in holders]


def _scopes(connection: Connection) -> list[str]:
    """Give every scope there is, by one step of the index from each to the next."""
    found = select(func.min(record.c.scope).label("scope")).cte(recursive=True)
    following = select(func.min(record.c.scope)).where(record.c.scope > found.c.scope).scalar_subquery()
    found = found.union_all(select(following).where(found.c.scope.is_not(None)))
    # at least one, so that there is always something to ask
    return list(connection.scalars(select(found.c.scope).where(found.c.scope.is_not(None)))) or [EVERYONE]


def _within_limits(rows: Any, most: int) -> list[Any]:
    """Keep as many as a page holds, one at least."""
    given: list[Any] = []
    size = 0
    for row in rows[:most]:
        size += len(row.state)
        if given and size > MOST_BYTES:
            break
        given.append(row)
    return given


def _received(
    connection: Connection, caller: Author, made: list[wire.Made], fresh: Fresh | None
) -> Callable[[wire.Made], int]:
    """Tell by operation when the batch that brought it was received."""

    def is_fresh(one: wire.Made) -> bool:
        return fresh is not None and one.incarnation == fresh.incarnation and one.seq in fresh.seqs

    earlier = [one for one in made if not is_fresh(one)]
    ends: dict[str, list[tuple[int, int]]] = {}
    for incarnation in {one.incarnation for one in earlier}:
        seqs = [one.seq for one in earlier if one.incarnation == incarnation]
        place = {"scope": caller.scope, "device": caller.device, "incarnation": incarnation}
        rows = connection.execute(_arrivals, {**place, "lowest": min(seqs), "highest": max(seqs)})
        ends[incarnation] = [(row.last, row.received_at) for row in rows]

    def received(one: wire.Made) -> int:
        if fresh is not None and is_fresh(one):
            return fresh.at
        those = ends[one.incarnation]
        return those[bisect_left(those, (one.seq, 0))][1]

    return received


def _gone(told: list[Any]) -> list[str]:
    """Name the records that left the caller's caseload, in the order in which they left it, each once."""
    return list(dict.fromkeys(row.name for row in told if row.what == _DEPARTURE))
