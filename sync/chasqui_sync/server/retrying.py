"""What stands apart is tried again: when this program has learnt to read it, or when somebody releases it.

Each operation is folded at most once and as of the time at which it was received, each journal in its order, and
none holds up another. What comes of it the laptop hears with its next page (``ruling``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, or_, select, update

from chasqui_sync import wire
from chasqui_sync.core.fold import readable
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.problems import BY_NUMBER, Problem, Trouble
from chasqui_sync.server import audit, erasing
from chasqui_sync.server.acceptance import lock
from chasqui_sync.server.authors import ACTIVE
from chasqui_sync.server.database import put
from chasqui_sync.server.devices import find_device
from chasqui_sync.server.folding import Folding
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import node, quarantine, ruling

_NOT_READ = frozenset(
    {Problem.KIND_UNKNOWN, Problem.SCHEMA_NEWER, Problem.ACTION_UNKNOWN, Problem.OPERATION_UNREADABLE}
)
_CLOSED = frozenset({Problem.DEVICE_REVOKED, Problem.USER_LEFT})
_TRIED_AGAIN = _NOT_READ | {Problem.RULE_BROKEN, Problem.RECORD_UNKNOWN}
"""What may be understood by a newer program; all else waits for a person."""


class Apart(NamedTuple):
    """An operation in quarantine as an operator sees it; nothing of what it says. ``received``: ms since 1970 UTC."""

    name: str
    record: str
    kind: str
    action: str
    problem: str
    received: int


class Told(NamedTuple):
    """What came of trying: how many are folded now, and why how many others still stand apart."""

    folded: int
    apart: dict[str, int]


def apart(connection: Connection) -> list[Apart]:
    """List what is in quarantine, in the order in which it came."""
    found = []
    for row in connection.execute(_in_order(select(quarantine))):
        kind, action = _said(row.operation)
        found.append(Apart(_name(row), row.record, kind, action, BY_NUMBER[row.problem].slug, row.received_at))
    return found


def retry(store: Storage) -> Told:
    """Try what this program may be able to fold where the one before it was not. Raises Trouble(STORAGE_BUSY)."""
    numbers = [problem.number for problem in _TRIED_AGAIN]
    with store.database.reading() as connection:
        rows = connection.execute(_in_order(select(quarantine).where(quarantine.c.problem.in_(numbers)))).all()
    return _try(store, [row for row in rows if _can_be_read(row)])


def release(store: Storage, chosen: Sequence[str], entry: Callable[[str], audit.Entry]) -> Told:
    """Fold named operations as if their device had never been revoked; ``entry`` writes down who says so and why.

    What breaks a rule or a scope does so still. Raises Trouble(STORAGE_BUSY).
    """
    return _try(store, _chosen(store, chosen), entry)


def drop(store: Storage, chosen: Sequence[str], entry: Callable[[str], audit.Entry]) -> int:
    """Say of named operations that they will not be folded; they stay in the log. Give how many there were."""
    rows = _chosen(store, chosen)
    for row in rows:
        with store.database.writing() as connection:
            position, _ = lock(connection)
            there = connection.execute(update(quarantine).where(_is(row)).values(problem=Problem.DROPPED.number))
            if there.rowcount:
                _tell(connection, row, Problem.DROPPED.number, position + 1)
                connection.execute(update(node).values(position=position + 1))
                audit.write(connection, entry(_name(row)))
    return len(rows)


def of_device(store: Storage, device: str) -> list[str]:
    """Name all that stands apart for its device's sake."""
    columns = select(quarantine).where(
        quarantine.c.device == device, quarantine.c.problem.in_([problem.number for problem in _CLOSED])
    )
    with store.database.reading() as connection:
        return [_name(row) for row in connection.execute(_in_order(columns))]


def _try(store: Storage, rows: Sequence[Row[Any]], entry: Callable[[str], audit.Entry] | None = None) -> Told:
    """Fold run after run, each in a transaction of its own."""
    folded, refused = 0, Counter[str]()
    for _, run in groupby(enumerate(rows), lambda each: _run_of(*each)):
        for problem in _fold_again(store, [row for _, row in run], entry):
            if problem:
                refused[BY_NUMBER[problem].slug] += 1
            else:
                folded += 1
    return Told(folded, dict(sorted(refused.items())))


def _run_of(place: int, row: Row[Any]) -> tuple[object, ...]:
    return row.device, row.incarnation, row.received_at, row.seq - place, _came_from_active(row)


def _came_from_active(row: Row[Any]) -> bool:
    """Tell whether its device was not revoked when it came: the verdict would say so, but on what nobody could read."""
    return BY_NUMBER[row.problem] not in _CLOSED | {Problem.OPERATION_UNREADABLE}


def _fold_again(store: Storage, run: list[Row[Any]], entry: Callable[[str], audit.Entry] | None) -> list[int]:
    """Fold a run of one journal; give the problem of each that is left now, 0 for one that is folded."""
    first = run[0]
    with store.database.writing() as connection:
        position, _ = lock(connection)
        known = find_device(connection, first.device)
        if known is None:
            return []
        # revoked since, what had come before goes on waiting for what it lacks
        author = known.author._replace(status=ACTIVE) if entry or _came_from_active(first) else known.author
        here = set(connection.scalars(select(quarantine.c.seq).where(_in_run(run))))
        # what is there no more was folded with what it had waited for, or by another process
        left = [row for row in run if row.seq in here]
        connection.execute(delete(quarantine).where(_in_run(run)))
        for _, part in groupby(enumerate(left), lambda each: each[1].seq - each[0]):
            rows = [row for _, row in part]
            folding = Folding(connection, author, first.incarnation, first.received_at, position)
            folding.fold(rows[0].seq, [row.operation for row in rows])
            position = folding.position
            if folding.erased.records:
                erasing.empty(connection, store.here, folding.erased, position + 1, store.dictionaries)
        problems: dict[int, int] = {
            row.seq: row.problem
            for row in connection.execute(select(quarantine.c.seq, quarantine.c.problem).where(_in_run(run)))
        }
        for row in left:
            if problems.get(row.seq, 0) != row.problem:
                _tell(connection, row, problems.get(row.seq, 0), position + 1)
            if entry:
                audit.write(connection, entry(_name(row)))
        connection.execute(update(node).values(position=position + 1))
    return [problems.get(row.seq, 0) for row in run]


def _tell(connection: Connection, row: Row[Any], problem: int, position: int) -> None:
    place = {name: getattr(row, name) for name in ("scope", "device", "incarnation", "seq")}
    put(connection, ruling, [{**place, "problem": problem, "at": position}])


def _chosen(store: Storage, names: Sequence[str]) -> list[Row[Any]]:
    conditions = []
    for name in names:
        device, incarnation, seq = name.split(".")
        places = (quarantine.c.device == device, quarantine.c.incarnation == incarnation, quarantine.c.seq == int(seq))
        conditions.append(and_(*places))
    with store.database.reading() as connection:
        return list(connection.execute(_in_order(select(quarantine).where(or_(False, *conditions)))))


def _in_order(wanted: Any) -> Any:
    columns = quarantine.c
    return wanted.order_by(columns.received_at, columns.device, columns.incarnation, columns.seq)


def _is(row: Row[Any]) -> ColumnElement[bool]:
    return _in_run([row])


def _in_run(run: Sequence[Row[Any]]) -> ColumnElement[bool]:
    first = run[0]
    return and_(
        quarantine.c.scope == first.scope,
        quarantine.c.device == first.device,
        quarantine.c.incarnation == first.incarnation,
        quarantine.c.seq.between(first.seq, run[-1].seq),
    )


def _can_be_read(row: Row[Any]) -> bool:
    if BY_NUMBER[row.problem] not in _NOT_READ:
        return True
    try:
        return readable(wire.decode_operation(row.operation)) is None
    except Trouble:
        return False


def _said(operation: bytes) -> tuple[str, str]:
    try:
        read = wire.decode_operation(operation)
    except Trouble:
        return "", ""
    return read.kind, read.action


def _name(row: Row[Any]) -> str:
    return operation_name(row.device, row.incarnation, row.seq)
