"""Blobs as they come: piece after piece, believed only once all of it has the hash it is named by.

They are kept by who sent them, also of a laptop that was closed and of a record that has not come or stands
apart: nothing that was signed is lost because its text was late. Nobody reads one by HTTP.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, select

from chasqui_sync import wire
from chasqui_sync.core.blobs import MOST_BYTES, digest, tally
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.authors import Author
from chasqui_sync.server.database import put
from chasqui_sync.server.tables import blob, record

_RECORD = re.compile("[0-9a-f]{32}")
_SHA256 = re.compile("[0-9a-f]{64}")


class Piece(NamedTuple):
    """Bytes of a blob from ``offset`` on; the whole is of ``size`` bytes, about ``record``, named ``sha256``."""

    record: str
    sha256: str
    size: int
    offset: int
    content: bytes

    @property
    def is_sound(self) -> bool:
        """Tell whether there can be such a piece at all."""
        is_named = _RECORD.fullmatch(self.record) and _SHA256.fullmatch(self.sha256)
        return bool(is_named) and 0 < self.size <= MOST_BYTES and self.offset + len(self.content) <= self.size


def take(connection: Connection, author: Author, piece: Piece, now: int) -> int:
    """Put a piece behind what came before, under headquarters' lock; give how many bytes are here now.

    What is here already is skipped: the same piece again changes nothing. Raises Trouble(BODY_UNREADABLE) for
    what no blob can be, Trouble(BLOB_GAP, expected=offset) for a piece that does not follow,
    Trouble(BLOB_UNWANTED) where the record is erased, and, with nothing of it kept, Trouble(BLOB_CORRUPT)
    where the whole is not what it is named.
    """
    if not piece.is_sound:
        raise Trouble(Problem.BODY_UNREADABLE)
    if _is_erased(connection, piece.record):
        raise Trouble(Problem.BLOB_UNWANTED)
    place = {"scope": author.scope, "record": piece.record, "sha256": piece.sha256, "device": author.device}
    here = tuple(blob.c[name] == value for name, value in place.items())
    row = connection.execute(select(blob).where(*here)).one_or_none()
    known = b"" if row is None else bytes(row.bytes)
    if row is not None and row.whole_at is not None:
        return len(known)
    if piece.offset > len(known):
        raise Trouble(Problem.BLOB_GAP, expected=len(known))
    content = known + piece.content[len(known) - piece.offset :]
    is_whole = len(content) >= piece.size
    if is_whole and (len(content) > piece.size or digest(content) != piece.sha256):
        connection.execute(delete(blob).where(*here))
        raise Trouble(Problem.BLOB_CORRUPT)
    if content != known:
        kept = {**place, "size": piece.size, "bytes": content, "whole_at": now if is_whole else None}
        put(connection, blob, [kept])
    return len(content)


def of_record(connection: Connection, name: str) -> dict[str, bytes]:
    """Give every blob about a record that has come whole, by its SHA-256."""
    found = select(blob.c.sha256, blob.c.bytes).where(blob.c.record == name, blob.c.whole_at.is_not(None))
    return {row.sha256: bytes(row.bytes) for row in connection.execute(found)}


def told(connection: Connection, author: Author) -> str:
    """Give the tally of what came whole from a device; see ``core.blobs.tally``."""
    came = select(blob.c.record, blob.c.sha256).where(
        blob.c.scope == author.scope, blob.c.device == author.device, blob.c.whole_at.is_not(None)
    )
    return tally((row.record, row.sha256) for row in connection.execute(came))


def erase(connection: Connection, records: Iterable[str]) -> None:
    """Drop all that came about records which are erased."""
    connection.execute(delete(blob).where(blob.c.record.in_(sorted(records))))


def _is_erased(connection: Connection, name: str) -> bool:
    state = connection.execute(select(record.c.state).where(record.c.id == name).limit(1)).scalar_one_or_none()
    return state is not None and wire.state_of(msgspec.Raw(bytes(state))).erased
