"""The incarnations of this laptop's journal, and beginning a new one. See ``chasqui_sync.core.lives``."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.tables import identity, journal, life, pruned, receipt, record, sync_state, verdict
from chasqui_sync import wire
from chasqui_sync.core.lives import Life, Lives, Rename, branch_name, renamed_operation, renamed_state, renaming
from chasqui_sync.core.operations import Operation

_MANY = 1000
_device = Prepared(select(sync_state.c.device), [])
_lives = Prepared(select(life.c.incarnation, life.c.base).order_by(life.c.number), [])
_pruned = Prepared(select(func.max(pruned.c.seq)), [])


def lives(connection: Connection) -> Lives:
    """Give the lives of this laptop's journal."""
    device = _device.ask(connection).scalar_one()
    rows = _lives.ask(connection)
    return Lives(device, tuple(Life(row.incarnation, row.base) for row in rows))


def pruned_upto(connection: Connection) -> int:
    """Give the last own operation that is no longer in the journal, 0 where all are."""
    return _pruned.ask(connection).scalar_one() or 0


def begin_first(connection: Connection, incarnation: str) -> None:
    """Begin the first life of a new register."""
    connection.execute(insert(life).values(incarnation=incarnation, base=0))


def reopen(connection: Connection, after: int, randomness: Callable[[int], bytes]) -> None:
    """Write what follows own operation ``after`` again in a new life; all that named it names it there.

    Its receipts and verdicts were about the old names and go; it waits to be sent. What is no longer in the
    journal keeps its names.
    """
    before = lives(connection)
    after = max(after, pruned_upto(connection))
    first_head = connection.execute(select(journal.c.head).where(journal.c.seq == after + 1)).scalar_one_or_none()
    incarnation = by_chance(randomness) if first_head is None else branch_name(first_head)
    renewed = before.renewed(after, incarnation)
    rename = renaming(before, renewed)
    _write_again(connection, renewed, rename)
    _rename_states(connection, after, rename)
    connection.execute(delete(life).where(life.c.base >= after))
    connection.execute(delete(receipt).where(receipt.c.upto > after))
    connection.execute(delete(verdict).where(verdict.c.seq > after))
    connection.execute(insert(life).values(incarnation=incarnation, base=after))


def by_chance(randomness: Callable[[int], bytes]) -> str:
    """Name a life for which nothing that was written speaks."""
    return randomness(4).hex()


def _write_again(connection: Connection, renewed: Lives, rename: Rename) -> None:
    base = renewed.current.base
    head = wire.genesis(renewed.device, renewed.current.incarnation)
    last = base
    change = update(journal).where(journal.c.seq == bindparam("own")).values(operation=bindparam("new"))
    columns = select(journal.c.seq, journal.c.record, journal.c.operation, journal.c.saved_at)
    while True:
        rows = connection.execute(columns.where(journal.c.seq > last).order_by(journal.c.seq).limit(_MANY)).all()
        if not rows:
            return
        again = []
        for seq, record_id, data, saved_at in rows:
            kept = _said_erased(connection, record_id, saved_at) if data == wire.ERASED else data
            renamed = renamed_operation(kept, rename)
            head = wire.link(head, seq - base, renamed)
            again.append({"own": seq, "new": renamed, "head": head})
        connection.execute(change.values(head=bindparam("head")), again)
        last = rows[-1].seq


def _said_erased(connection: Connection, name: str, saved_at: int) -> bytes:
    """Write, in the place of what may not be written again, that its record is erased; a journal has no gaps."""
    certificate = wire.decode(connection.execute(select(identity.c.certificate)).scalar_one(), wire.Certificate)
    body = wire.decode(bytes(certificate.body), wire.CertificateBody)
    return wire.encode_operation(
        Operation(
            kind="entrepreneur",
            record=name or "0" * 32,
            action="erase",
            user=body.user,
            scope=body.scope,
            saved_at=saved_at,
        )  # fmt: skip - six values
    )


def _rename_states(connection: Connection, after: int, rename: Rename) -> None:
    rows = connection.execute(select(record.c.id, record.c.state).where(record.c.last_seq > after)).all()
    for name, raw in rows:
        state = renamed_state(wire.state_of(msgspec.Raw(raw)), rename)
        connection.execute(update(record).where(record.c.id == name).values(state=wire.encode(state)))
