"""The device's own operations: numbered from 1, chained by hash, only ever appended to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, select

from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.tables import in_list, journal, sync_state
from chasqui_sync import wire
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.operations import Operation
from chasqui_sync.engine import Run

_COLUMNS = ("seq", "record", "operation", "head", "saved_at")
_whose = Prepared(select(sync_state.c.device, sync_state.c.incarnation), [])
_end = Prepared(
    select(journal.c.seq, journal.c.head).where(journal.c.seq == select(func.max(journal.c.seq)).scalar_subquery()), []
)
_append = Prepared(insert(journal).values({name: bindparam(name) for name in _COLUMNS}), _COLUMNS)
_head = Prepared(select(journal.c.head).where(journal.c.seq == bindparam("seq")), ["seq"])
_run = Prepared(
    select(journal.c.operation)
    .where(journal.c.seq > bindparam("seq"), journal.c.seq <= bindparam("last"))
    .order_by(journal.c.seq),
    ["seq", "last"],
)
_last_acts = Prepared(
    select(journal.c.record, func.max(journal.c.seq)).where(in_list(journal.c.record)).group_by(journal.c.record),
    ["list"],
)


class Place(NamedTuple):
    """Whose journal this is and where it ends; ``head`` is the chain hash at ``seq``."""

    device: str
    incarnation: str
    seq: int
    head: bytes

    def name(self, seq: int) -> str:
        """Name one of its operations, as ``heads`` and ``seen`` write it."""
        return operation_name(self.device, self.incarnation, seq)


def place(connection: Connection) -> Place:
    """Say where the journal ends now."""
    device, incarnation = _whose.ask(connection).one()
    last = _end.ask(connection).first()
    seq, head = last if last is not None else (0, wire.genesis(device, incarnation))
    return Place(device, incarnation, seq, head)


def append(connection: Connection, operation: Operation, data: bytes) -> Place:
    """Write one operation, ``data`` its bytes, behind the last; give the journal's new end."""
    end = place(connection)
    after = end._replace(seq=end.seq + 1, head=wire.link(end.head, end.seq + 1, data))
    _append.ask(connection, after.seq, operation.record, data, after.head, operation.saved_at)
    return after


def head_at(connection: Connection, seq: int) -> bytes | None:
    """Give the chain hash after operation ``seq`` (0: before the first), None beyond the journal's end."""
    if seq == 0:
        end = place(connection)
        return wire.genesis(end.device, end.incarnation)
    return _head.ask(connection, seq).scalar_one_or_none()


def run_after(connection: Connection, seq: int, most_operations: int, most_bytes: int) -> Run | None:
    """Cut a run: at least one operation where there is any, then as many as fit."""
    previous = head_at(connection, seq)
    rows = _run.ask(connection, seq, seq + max(1, most_operations)).scalars()
    operations: list[bytes] = []
    size = 0
    for operation in rows:
        size += len(operation) + 1
        if operations and size > most_bytes:
            break
        operations.append(operation)
    if previous is None or not operations:
        return None
    return Run(seq + 1, previous, operations)


def acts_on(connection: Connection, record: str, after: int = 0) -> Iterator[tuple[int, Operation]]:
    """Give the own operations on a record that come after seq ``after``, in order."""
    rows = connection.execute(
        select(journal.c.seq, journal.c.operation)
        .where(journal.c.record == record, journal.c.seq > after)
        .order_by(journal.c.seq)
    ).all()
    for seq, data in rows:
        yield seq, wire.decode_operation(data)


def last_acts(connection: Connection, records: list[str]) -> dict[str, int]:
    """Give the seq of the last own operation on each of these records that has any."""
    rows = _last_acts.ask(connection, msgspec.json.encode(records).decode())
    return {row[0]: row[1] for row in rows}


def is_whole(connection: Connection) -> bool:
    """Prove the chain from its first operation to its last; a changed, lost or added byte is seen."""
    end = place(connection)
    head = wire.genesis(end.device, end.incarnation)
    rows = connection.execute(select(journal.c.seq, journal.c.operation, journal.c.head).order_by(journal.c.seq))
    for expected, (seq, operation, kept) in enumerate(rows, 1):
        head = wire.link(head, seq, operation)
        if seq != expected or head != kept:
            return False
    return True
