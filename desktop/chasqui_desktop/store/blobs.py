"""What was signed on the screen: kept beside the operation that names it until headquarters' backup holds that."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from chasqui_desktop.store.tables import blob, sync_state
from chasqui_sync.core.blobs import digest, with_one_more
from chasqui_sync.sides import WaitingBlob

IS_WAITING = (
    select(blob.c.seq)
    .where(or_(blob.c.settled.is_(None), blob.c.settled.is_distinct_from(sync_state.c.epoch)))
    .correlate(sync_state)
    .exists()
)
"""Holds, beside ``sync_state``, while there is one that headquarters has not settled in its present epoch."""


def keep(connection: Connection, seq: int, record: str, content: bytes) -> None:
    """Keep what own operation ``seq`` names."""
    connection.execute(insert(blob).values(seq=seq, record=record, sha256=digest(content), content=content))


def waiting(connection: Connection, epoch: str) -> WaitingBlob | None:
    """Give the first that is not settled in this epoch."""
    is_due = or_(blob.c.settled.is_(None), blob.c.settled != epoch)
    found = select(blob.c.record, blob.c.sha256, blob.c.content).where(is_due).order_by(blob.c.seq).limit(1)
    row = connection.execute(found).first()
    return None if row is None else WaitingBlob(row.record, row.sha256, row.content)


def first_waiting(connection: Connection) -> WaitingBlob | None:
    """Give the first that is not settled in the epoch last heard of: the one that may be on its way."""
    return waiting(connection, connection.execute(select(sync_state.c.epoch)).scalar_one() or "")


def hear(connection: Connection, told: str, on_its_way: WaitingBlob | None) -> None:
    """Hear which blobs headquarters holds: where any is missing that it held before, all are asked for again.

    One that was on its way may have come unheard.
    """
    before = connection.execute(select(sync_state.c.blobs)).scalar_one()
    if told == before:
        return
    if on_its_way is None or told != with_one_more(before, (on_its_way.record, on_its_way.sha256)):
        connection.execute(update(blob).values(settled=None))
    connection.execute(update(sync_state).values(blobs=told))


def settle(connection: Connection, one: WaitingBlob, epoch: str) -> None:
    """Note that headquarters holds it, or wants none of it, in this epoch."""
    now = select(sync_state.c.anchor).scalar_subquery()
    its = (blob.c.record == one.record, blob.c.sha256 == one.sha256)
    connection.execute(update(blob).where(*its).values(settled=epoch, settled_at=now))


def first_to_keep(connection: Connection, before: int) -> int | None:
    """Give the first own operation whose blob was not settled before a time (ms) in the present epoch."""
    may_go = (blob.c.settled == sync_state.c.epoch) & (blob.c.settled_at <= before)
    kept = select(func.min(blob.c.seq)).join(sync_state, or_(blob.c.settled.is_(None), ~may_go))
    first: int | None = connection.execute(kept).scalar_one()
    return first


def of_record(connection: Connection, record: str, sha256: str) -> bytes:
    """Give a blob about a record, empty where it is not here."""
    found = select(blob.c.content).where(blob.c.record == record, blob.c.sha256 == sha256).limit(1)
    return connection.execute(found).scalar_one_or_none() or b""


def all_of(connection: Connection, record: str) -> dict[str, bytes]:
    """Give every blob about a record that is here, by its SHA-256."""
    found = select(blob.c.sha256, blob.c.content).where(blob.c.record == record)
    return {row.sha256: row.content for row in connection.execute(found)}


def of_run(connection: Connection, after: int, upto: int) -> dict[int, bytes]:
    """Give the blobs of own operations behind one, up to another, by seq."""
    run = select(blob.c.seq, blob.c.content).where(blob.c.seq > after, blob.c.seq <= upto)
    return {row.seq: row.content for row in connection.execute(run)}


def drop(connection: Connection, seqs: Iterable[int], records: Iterable[str]) -> None:
    """Drop what is of erased operations, and of erased records."""
    connection.execute(delete(blob).where(or_(blob.c.seq.in_(sorted(seqs)), blob.c.record.in_(sorted(records)))))


def let_go(connection: Connection, upto: int) -> None:
    """Drop what is of operations that were let go."""
    connection.execute(delete(blob).where(blob.c.seq <= upto))
