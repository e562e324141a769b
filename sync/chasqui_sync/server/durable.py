"""What is in headquarters' backup: the operator's word for it, and the receipts that say so.

Every accepted batch has a number, given under headquarters' one lock. A backup that began after number N was
read holds every batch up to N, whatever was accepted while it was made. So the mark is read first::

    mark=$(chasqui-server durable --mark)
    … make the backup, bring it to safety …
    chasqui-server durable --upto "$mark"
"""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from sqlalchemy import Connection, select, update

from chasqui_sync import wire
from chasqui_sync.server.authors import Author
from chasqui_sync.server.node import Node
from chasqui_sync.server.tables import batch, node

LEVEL = "durable"
NOW = "now"


class Standing(NamedTuple):
    """How many of the accepted batches are in the backup."""

    durable: int
    accepted: int


def mark(connection: Connection) -> str:
    """Name the last batch that was accepted until now, to say later that all up to it is in the backup.

    The mark holds a digest of that batch's receipt: in a database that was put back since, the number may
    mean another batch.
    """
    return _mark(connection, connection.execute(select(node.c.receipts)).scalar_one())


def declare(connection: Connection, upto: str, now: int) -> Standing | None:
    """Say that all up to a mark is in the backup, or all there is up to ``now``; ``now``, the time: ms since 1970 UTC.

    What was said before is never taken back. None where the mark is not one of this database.
    """
    row = connection.execute(select(node.c.receipts, node.c.durable).with_for_update()).one()
    number = row.receipts if upto == NOW else _number(upto)
    if number > row.receipts or (upto != NOW and upto != _mark(connection, number)):
        return None
    if number > row.durable:
        connection.execute(update(node).values(durable=number, durable_at=now))
    return Standing(max(number, row.durable), row.receipts)


def receipts(
    connection: Connection, here: Node, author: Author, agreed: dict[str, int], told: dict[str, int]
) -> list[wire.Receipt]:
    """Give the caller's receipts of level ``durable``, of each journal the furthest one it does not have yet.

    ``agreed``: by incarnation the seq up to which both have the same journal; ``told``: what it has them for.
    Their time is when the operator said so, their number that of headquarters' first receipt.
    """
    durable, at = connection.execute(select(node.c.durable, node.c.durable_at)).one()
    given = []
    for incarnation, seq in agreed.items() if durable else ():
        row = _last_durable(connection, author, incarnation, seq, durable)
        if row is not None and row.last > told.get(incarnation, 0):
            body = wire.ReceiptBody(
                node=here.key.id,
                device=author.device,
                incarnation=incarnation,
                upto=row.last,
                head=wire.read_batch(row.bytes).header.head,
                level=LEVEL,
                at=at,
                number=row.receipt_number,
            )
            given.append(wire.make_receipt(body, here.key.sign))
    return given


def _last_durable(connection: Connection, author: Author, incarnation: str, seq: int, durable: int) -> Any:
    """Give the last batch of a journal, not beyond ``seq``, that is in the backup; None where none is."""
    return connection.execute(
        select(batch.c.last, batch.c.bytes, batch.c.receipt_number)
        .where(
            batch.c.scope == author.scope,
            batch.c.device == author.device,
            batch.c.incarnation == incarnation,
            batch.c.last <= seq,
            batch.c.receipt_number <= durable,
        )
        .order_by(batch.c.last.desc())
        .limit(1)
    ).one_or_none()


def _mark(connection: Connection, number: int) -> str:
    receipt = connection.scalar(select(batch.c.receipt).where(batch.c.receipt_number == number))
    return f"{number}.{hashlib.sha256(receipt or b'').hexdigest()[:12]}"


def _number(upto: str) -> int:
    number, _, _ = upto.partition(".")
    return int(number) if number.isdecimal() and len(number) < 19 else -1
