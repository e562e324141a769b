"""The audit trail: what an operator did by command, why, and who. Chained by hash, so that no row can be changed."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, insert, select

from chasqui_sync.server.acceptance import lock
from chasqui_sync.server.tables import audit

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
    last = connection.execute(select(audit.c.number, audit.c.head).order_by(audit.c.number.desc()).limit(1)).first()
    number, head = (1, _START) if last is None else (last.number + 1, last.head)
    connection.execute(insert(audit).values(number=number, **entry._asdict(), head=_link(head, number, entry)))


def note(connection: Connection, entry: Entry) -> None:
    """Append an act that takes headquarters' lock for nothing else."""
    lock(connection)
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
