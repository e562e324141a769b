"""Headquarters' log read as an auditor would: from its batches, believing nothing else."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from chasqui_sync import wire
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.operations import Operation
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import batch, quarantine


class Logged(NamedTuple):
    """One operation in the order in which headquarters took it in; ``received`` in ms."""

    device: str
    incarnation: str
    seq: int
    data: bytes
    received: int

    @property
    def name(self) -> str:
        """Name it as heads do."""
        return operation_name(self.device, self.incarnation, self.seq)

    @property
    def operation(self) -> Operation:
        """Read it."""
        return wire.decode_operation(self.data)


class Accepted(NamedTuple):
    """A batch as it is kept."""

    header: wire.BatchHeader
    data: bytes
    received: int
    receipt: bytes


def read_batches(storage: Storage) -> list[Accepted]:
    """Give the accepted batches in order of their receipts."""
    columns = select(batch.c.bytes, batch.c.received_at, batch.c.receipt).order_by(batch.c.receipt_number)
    with storage.database.reading() as connection:
        rows = connection.execute(columns).all()
    return [
        Accepted(wire.read_batch(bytes(row.bytes)).header, bytes(row.bytes), row.received_at, bytes(row.receipt))
        for row in rows
    ]


def read_log(storage: Storage) -> list[Logged]:
    """Give every operation once, the repeated part of a batch left out, and what is erased."""
    ends: dict[tuple[str, str], int] = {}
    log = []
    for one in read_batches(storage):
        header = one.header
        place = (header.device, header.incarnation)
        for seq, data in enumerate(operations_of(one.data), header.first):
            if data and seq > ends.get(place, 0):
                log.append(Logged(header.device, header.incarnation, seq, data, one.received))
        ends[place] = max(ends.get(place, 0), header.last)
    return log


def operations_of(data: bytes) -> list[bytes]:
    """Give a batch's operations, unproved."""
    kept = wire.read_batch(data)
    return wire.inflate(kept.frame, kept.header.size).split(b"\n")[:-1]


class Apart(NamedTuple):
    """An operation in quarantine."""

    data: bytes
    problem: int


def read_quarantine(storage: Storage) -> dict[str, Apart]:
    """Give what stands apart, by the operation's name."""
    with storage.database.reading() as connection:
        rows = connection.execute(select(quarantine)).all()
    return {
        operation_name(row.device, row.incarnation, row.seq): Apart(bytes(row.operation), row.problem) for row in rows
    }
