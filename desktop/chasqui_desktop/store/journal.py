"""The device's own operations: numbered from 1, chained by hash in each life, only ever appended to.

The first ones may be gone: see ``pruning``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, func, insert, literal_column, select, true, update

from chasqui_desktop.store import blobs
from chasqui_desktop.store.lives import lives as read_lives
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.tables import in_list, journal, life, pruned, sync_state
from chasqui_sync import wire
from chasqui_sync.core.lives import Life, Lives
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.records import VIEW
from chasqui_sync.sides import Run

STATE = ("cursor", "epoch", "anchor", "folded", "compared")
"""What is kept of the last answer, besides the challenge."""
_place = Prepared(
    select(
        sync_state.c.device,
        life.c.incarnation,
        life.c.base,
        journal.c.seq,
        journal.c.head,
        pruned.c.seq.label("gone"),
        pruned.c.head.label("gone_head"),
        *(sync_state.c[name] for name in STATE),
        blobs.IS_WAITING.label("has_blobs"),
    )
    .select_from(
        sync_state.join(life, true())
        .outerjoin(journal, journal.c.seq == select(func.max(journal.c.seq)).scalar_subquery())
        .outerjoin(pruned, pruned.c.seq == select(func.max(pruned.c.seq)).scalar_subquery())
    )
    .order_by(life.c.number),
    [],
)
_COLUMNS = ("seq", "record", "operation", "head", "saved_at")
_append = Prepared(insert(journal).values({name: bindparam(name) for name in _COLUMNS}), _COLUMNS)
_erase = Prepared(
    update(journal).where(journal.c.seq == bindparam("own")).values(operation=bindparam("left")), ["left", "own"]
)
_head = Prepared(select(journal.c.head).where(journal.c.seq == bindparam("seq")), ["seq"])
_pruned_end = Prepared(
    select(pruned.c.seq, pruned.c.head).where(pruned.c.seq == select(func.max(pruned.c.seq)).scalar_subquery()), []
)
_pruned_head = Prepared(select(pruned.c.head).where(pruned.c.seq == bindparam("seq")), ["seq"])
_run = Prepared(
    select(journal.c.operation)
    .where(journal.c.seq > bindparam("seq"), journal.c.seq <= bindparam("last"))
    .order_by(journal.c.seq),
    ["seq", "last"],
)
_views_after = Prepared(
    select(func.count())
    .select_from(journal)
    .where(journal.c.record == literal_column("''"), journal.c.seq > bindparam("seq")),
    ["seq"],
)
_from = Prepared(
    select(journal.c.seq, journal.c.operation, journal.c.head)
    .where(journal.c.seq >= bindparam("seq"), journal.c.seq <= bindparam("last"))
    .order_by(journal.c.seq),
    ["seq", "last"],
)
_last_acts = Prepared(
    select(journal.c.record, func.max(journal.c.seq)).where(in_list(journal.c.record)).group_by(journal.c.record),
    ["list"],
)


class Place(NamedTuple):
    """Whose journal this is and where it ends: ``seq`` over all lives, ``head`` the chain hash there.

    ``gone`` is the last operation that is no longer in it, 0 where all are.
    """

    lives: Lives
    seq: int
    head: bytes
    gone: int

    def name(self, seq: int) -> str:
        """Name one of its operations, as ``heads`` and ``seen`` write it."""
        return self.lives.name(seq)


def place(connection: Connection) -> Place:
    """Say where the journal ends now."""
    return place_and_state(connection)[0]


def place_and_state(connection: Connection) -> tuple[Place, Any]:
    """Say where the journal ends now, and give a row with ``STATE``."""
    rows = _place.ask(connection).all()
    one, gone = rows[0], rows[0].gone or 0
    lives = Lives(one.device, tuple(Life(row.incarnation, row.base) for row in rows))
    base = lives.current.base
    seq, head = (gone, one.gone_head) if one.seq is None else (one.seq, one.head)
    if seq <= base:
        seq, head = base, wire.genesis(lives.device, lives.current.incarnation)
    return Place(lives, seq, head, gone), one


def append(connection: Connection, operation: Operation, data: bytes) -> Place:
    """Write one operation, ``data`` its bytes, behind the last; give the journal's new end. A view is on no record."""
    end = place(connection)
    seq = end.seq + 1
    after = end._replace(seq=seq, head=wire.link(end.head, seq - end.lives.current.base, data))
    record = "" if operation.kind == VIEW else operation.record
    _append.ask(connection, after.seq, record, data, after.head, operation.saved_at)
    return after


def append_erased(connection: Connection, record: str, head: bytes) -> Place:
    """Go on behind an operation whose bytes are nowhere any more: ``head`` is the chain hash after it."""
    end = place(connection)
    after = end._replace(seq=end.seq + 1, head=head)
    _append.ask(connection, after.seq, record, wire.ERASED, head, 0)
    return after


def at_risk(connection: Connection, safe: int) -> int:
    """Count what people wrote behind own operation ``safe``; views are nobody's work."""
    views = _views_after.ask(connection, safe).scalar_one()
    return max(0, place(connection).seq - safe) - int(views)


def erase(connection: Connection, seqs: Sequence[int]) -> None:
    """Drop the bytes of own operations; their places in the chain stay."""
    _erase.each(connection, [(wire.ERASED, seq) for seq in seqs])


def erased(connection: Connection, after: int, upto: int | None = None) -> dict[int, bytes]:
    """Give the erased own operations after one, up to another: seq and the chain hash after it."""
    conditions = [journal.c.operation == wire.ERASED, journal.c.seq > after]
    if upto is not None:
        conditions.append(journal.c.seq <= upto)
    rows = connection.execute(select(journal.c.seq, journal.c.head).where(*conditions))
    return {row.seq: row.head for row in rows}


def heads(connection: Connection, lives: Lives, life: Life, seqs: Sequence[int]) -> dict[int, bytes]:
    """Give a life's chain hashes after operations ``seqs`` (its ``base``: before its first), of those still here."""
    rows = ((seq, _head.ask(connection, seq).first() or _pruned_head.ask(connection, seq).first()) for seq in seqs)
    found = {seq: row.head for seq, row in rows if row is not None}
    return {**found, life.base: wire.genesis(lives.device, life.incarnation)}


def run_after(connection: Connection, end: Place, life: Life, seq: int, operations: int, size: int) -> Run | None:
    """Cut a run of a life: at least one operation where there is any, then as many as fit into ``size`` bytes.

    None also where what follows ``seq`` is no longer here.
    """
    if seq < end.gone:
        return None
    last = min(seq + max(1, operations), end.lives.end_of(life, end.seq))
    previous = wire.genesis(end.lives.device, life.incarnation) if seq == life.base else None
    run: list[bytes] = []
    filled = 0
    for number, operation, head in _from.ask(connection, seq, last):
        if number == seq:
            previous = previous or head
            continue
        filled += len(operation) + 1
        if run and filled > size:
            break
        run.append(operation)
    if previous is None and run:
        previous = heads(connection, end.lives, life, [seq]).get(seq)
    if previous is None or not run:
        return None
    return Run(seq + 1 - life.base, previous, run)


def operations(connection: Connection, after: int, count: int) -> list[bytes]:
    """Give the bytes of so many own operations behind own operation ``after``, of those that are here."""
    return list(_run.ask(connection, after, after + count).scalars())


def acts_on(connection: Connection, record: str, after: int = 0) -> Iterator[tuple[int, Operation]]:
    """Give the own operations on a record that come after seq ``after``, in order."""
    rows = connection.execute(
        select(journal.c.seq, journal.c.operation)
        .where(journal.c.record == record, journal.c.seq > after)
        .order_by(journal.c.seq)
    ).all()
    for seq, data in rows:
        if data != wire.ERASED:
            yield seq, wire.decode_operation(data)


def last_acts(connection: Connection, records: list[str]) -> dict[str, int]:
    """Give the seq of the last own operation on each of these records that has any."""
    if not records:
        return {}
    rows = _last_acts.ask(connection, msgspec.json.encode(records).decode())
    return {row[0]: row[1] for row in rows}


def is_whole(connection: Connection) -> bool:
    """Prove the chain of every life from its first operation here to its last; no byte changed, lost or added."""
    lives = read_lives(connection)
    starts = {life.base: wire.genesis(lives.device, life.incarnation) for life in lives.lives}
    gone = _pruned_end.ask(connection).first()
    start, head = (0, b"") if gone is None else (gone.seq, gone.head)
    rows = connection.execute(select(journal.c.seq, journal.c.operation, journal.c.head).order_by(journal.c.seq))
    for expected, (seq, operation, kept) in enumerate(rows, start + 1):
        before = starts.get(seq - 1, head)
        # of an erased one no more can be proved than that the next goes on behind it
        head = kept if operation == wire.ERASED else wire.link(before, seq - lives.of(seq).base, operation)
        if seq != expected or head != kept:
            return False
    return True
