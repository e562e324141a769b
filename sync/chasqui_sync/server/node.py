"""Who this headquarters is: its name, its signing key, its epoch."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, update

from chasqui_sync.server.tables import device, node
from chasqui_sync.signing import SigningKey


class Node(NamedTuple):
    """Who signs receipts here. ``epoch`` changes when the node is restored from a backup.

    ``recovery_key``: the raw X25519 public key that laptops seal their way back to; empty where there is none.
    """

    key: SigningKey
    epoch: str
    recovery_key: bytes = b""


def found_node(connection: Connection, randomness: Callable[[int], bytes]) -> Node:
    """Give this database's node; make its key and epoch where there is none yet."""
    here = find_node(connection)
    if here is not None:
        return here
    seed, epoch = randomness(32), randomness(8).hex()
    here = Node(SigningKey(seed), epoch)
    row = {"id": here.key.id, "epoch": epoch, "seed": seed, "position": 0, "receipts": 0}
    connection.execute(insert(node).values(row))
    return here


def begin_epoch(connection: Connection, randomness: Callable[[int], bytes]) -> None:
    """Begin a new epoch: the database was put back from a backup.

    Cursors of the one before begin anew, and the node's own journal goes on in a new incarnation, which is
    named after the epoch: so no number it gave since the backup is given twice.
    """
    connection.execute(update(node).values(epoch=randomness(8).hex()))
    # of the positions that are given anew nobody has read any
    connection.execute(update(device).where(device.c.hears.is_not(None)).values(reached=0))


def find_node(connection: Connection) -> Node | None:
    """Give this database's node, None before ``init``."""
    row = connection.execute(select(node.c.seed, node.c.epoch, node.c.recovery_key)).one_or_none()
    return None if row is None else Node(SigningKey(row.seed), row.epoch, row.recovery_key or b"")


def give_recovery_key(connection: Connection, public: bytes) -> None:
    """Say to which key laptops enrolled from now on seal their way back."""
    connection.execute(update(node).values(recovery_key=public))
