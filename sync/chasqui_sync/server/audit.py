"""The audit trail: what operators did by command, who saw whom, and why. Chained: no row can be changed unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, insert, select

from chasqui_sync.server.tables import audit, node

ERASED = "erase"
VIEWED = "view"
"""The act of somebody who opened a person's page on a laptop: ``person`` is her staff record, ``subject`` whom she saw.

Told by her laptop, at the time it says within what headquarters' clock allows.
"""
_START = hashlib.sha256(b"chasqui audit v1").hexdigest()


class Entry(NamedTuple):
    """One act: ``at`` in ms since 1970 UTC, ``subject`` without personal data: names of records and operations."""

    at: int
    person: str
    act: str
    subject: str
    reason: str


def write(connection: Connection, entry: Entry) -> None:
    """Append an act. The caller holds headquarters' lock."""
    write_all(connection, [entry])


def write_all(connection: Connection, entries: Sequence[Entry]) -> None:
    """Append acts in their order. The caller holds headquarters' lock."""
    if not entries:
        return
    last = connection.execute(select(audit.c.number, audit.c.head).order_by(audit.c.number.desc()).limit(1)).first()
    before, head = (0, _START) if last is None else (last.number, last.head)
    rows = []
    for number, entry in enumerate(entries, before + 1):
        head = _link(head, number, entry)
        rows.append({"number": number, **entry._asdict(), "head": head})
    connection.execute(insert(audit), rows)


def note(connection: Connection, entry: Entry) -> None:
    """Append an act that takes headquarters' lock for nothing else."""
    connection.execute(select(node.c.position).with_for_update())
    write(connection, entry)


def entries(connection: Connection) -> list[Entry]:
    """Give all acts in order. Raises ValueError where a row was changed, taken out or put in."""
    head, found = _START, []
    for expected, row in enumerate(connection.execute(select(audit).order_by(audit.c.number)), 1):
        entry = Entry(row.at, row.person, row.act, row.subject, row.reason)
        head = _link(head, row.number, entry)
        if (row.number, row.head) != (expected, head):
            raise ValueError(f"the audit trail is not whole at {expected}")
        found.append(entry)
    return found


def _link(previous: str, number: int, entry: Entry) -> str:
    return hashlib.sha256(previous.encode() + msgspec.json.encode((number, *entry))).hexdigest()
