"""The second copy of the journal: another encrypted file, in another place, read again before it counts.

It holds what nobody else may have yet: the device's identity and its operations with their chain hashes; and
what a promoter cannot work without: editions, points, partners and staff as headquarters told them. It is a
database like the register, so that a power cut while it grows leaves it whole. It belongs to no thread:
each call opens the file and closes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    and_,
    delete,
    func,
    insert,
    not_,
    select,
    update,
)

from chasqui_desktop.store.connection import connect, transaction
from chasqui_desktop.vault.files import disk_troubles, private_folder
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble

_metadata = MetaData()
_owner = Table("owner", _metadata, Column("identity", LargeBinary, primary_key=True))
_reference = Table("reference", _metadata, Column("record", Text, primary_key=True), Column("state", LargeBinary))
_entry = Table(
    "entry",
    _metadata,
    Column("number", Integer, primary_key=True, doc="order of arrival"),
    Column("incarnation", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("operation", LargeBinary, nullable=False, doc="empty where it was let go: all before it is gone too"),
    Column("head", LargeBinary, nullable=False, doc="chain hash after it"),
    UniqueConstraint("incarnation", "seq"),
)
_blob = Table(
    "blob",
    _metadata,
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)


class Place(NamedTuple):
    """A place in a journal: ``head`` is the chain hash at ``seq``."""

    incarnation: str
    seq: int
    head: bytes


class Span(NamedTuple):
    """A run of a journal's operations from just after ``start``.

    By seq, ``erased`` is the chain hash after each such, ``blobs`` what was signed with an operation.
    """

    start: Place
    operations: list[bytes]
    erased: Mapping[int, bytes] = MappingProxyType({})
    blobs: Mapping[int, bytes] = MappingProxyType({})

    @property
    def end(self) -> Place:
        """Where the run ends."""
        incarnation, seq, head = self.start
        return Place(
            incarnation, seq + len(self.operations), wire.kept_chain(head, seq + 1, self.operations, self.erased)
        )


class SecondCopy:
    """One user's copy at ``path``, encrypted with a key of its own (32 bytes)."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key

    def on(self, folder: Path) -> SecondCopy:
        """Give the same user's copy in another folder."""
        return SecondCopy(folder / self._path.name, self._key)

    def exists(self) -> bool:
        """Tell whether there is a copy at all."""
        return self._path.is_file()

    def end(self, incarnation: str) -> Place | None:
        """Say how far the copy holds a journal, None where it has none of it. Raises Trouble as ``connect``."""
        if not self.exists():
            return None
        with self._open() as connection:
            row = connection.execute(
                select(_entry.c.seq, _entry.c.head)
                .where(_entry.c.incarnation == incarnation)
                .order_by(_entry.c.seq.desc())
                .limit(1)
            ).first()
        return None if row is None else Place(incarnation, *row)

    def keep(self, identity: bytes, span: Span) -> Place:
        """Append a run, close the file, open it again and compare; give where it ends now.

        ``identity`` goes in once, with the first run. Raises Trouble(COPY_BROKEN) when what is read is not
        what was written, else as ``connect``.
        """
        is_new = not self.exists()
        with disk_troubles():
            private_folder(self._path.parent)
        with self._open() as connection:
            if is_new:
                _metadata.create_all(connection)
                connection.execute(insert(_owner).values(identity=identity))
            if span.start.seq and not _has(connection, span.start.incarnation):
                connection.execute(insert(_entry), [_emptied(span.start)])
            connection.execute(insert(_entry), _rows(span))
            if span.blobs:
                connection.execute(insert(_blob), _blob_rows(span))
        if self.after(span.start) != span:
            raise Trouble(Problem.COPY_BROKEN)
        return span.end

    def start(self, incarnation: str) -> Place | None:
        """Say after which operation the copy of a journal begins, None where it begins with the first."""
        with self._open() as connection:
            return _start(connection, incarnation)

    def let_go(self, gone: Place) -> None:
        """Drop what the register has let go: all up to a place, and every journal before this one."""
        is_here = and_(_entry.c.incarnation == gone.incarnation, _entry.c.seq == gone.seq, _entry.c.head == gone.head)
        later = and_(_entry.c.incarnation == gone.incarnation, _entry.c.seq >= gone.seq)
        with self._open() as connection:
            if connection.execute(update(_entry).where(is_here).values(operation=b"")).rowcount:
                connection.execute(delete(_entry).where(not_(later)))
                gone_blob = and_(_blob.c.incarnation == gone.incarnation, _blob.c.seq > gone.seq)
                connection.execute(delete(_blob).where(not_(gone_blob)))

    def keep_reference(self, states: dict[str, bytes]) -> None:
        """Put records of headquarters, by id, in the place of those kept before; the copy must exist."""
        with self._open() as connection:
            connection.execute(delete(_reference))
            if states:
                rows = [{"record": name, "state": raw} for name, raw in states.items()]
                connection.execute(insert(_reference), rows)

    def reference(self) -> dict[str, bytes]:
        """Give the records of headquarters that were kept."""
        with self._open() as connection:
            return {row.record: row.state for row in connection.execute(select(_reference))}

    def after(self, start: Place) -> Span:
        """Read what the copy holds of a journal from just after a place."""
        with self._open() as connection:
            rows = connection.execute(
                select(_entry.c.seq, _entry.c.operation, _entry.c.head)
                .where(_entry.c.incarnation == start.incarnation, _entry.c.seq > start.seq)
                .order_by(_entry.c.seq)
            ).all()
            its = and_(_blob.c.incarnation == start.incarnation, _blob.c.seq > start.seq)
            blobs = {row.seq: row.content for row in connection.execute(select(_blob).where(its))}
        erased = {row.seq: row.head for row in rows if row.operation == wire.ERASED}
        return Span(start, [row.operation for row in rows], erased, blobs)

    def erase(self, places: Iterable[tuple[str, int]]) -> None:
        """Drop the bytes of operations, (incarnation, seq); their places in the chain stay."""
        with self._open() as connection:
            for incarnation, seq in places:
                here = and_(_entry.c.incarnation == incarnation, _entry.c.seq == seq, _entry.c.operation != b"")
                connection.execute(update(_entry).where(here).values(operation=wire.ERASED))
                connection.execute(delete(_blob).where(_blob.c.incarnation == incarnation, _blob.c.seq == seq))

    def identity(self) -> bytes:
        """Give the identity that was kept with the first run."""
        with self._open() as connection:
            return bytes(connection.execute(select(_owner.c.identity)).scalar_one())

    def incarnation(self) -> str:
        """Name the journal that was written to last."""
        with self._open() as connection:
            last = select(func.max(_entry.c.number)).scalar_subquery()
            return str(connection.execute(select(_entry.c.incarnation).where(_entry.c.number == last)).scalar_one())

    def put_aside(self) -> None:
        """Make room for another copy; this one is kept under another name, for it may be the last of its kind."""
        with disk_troubles():
            number = 1
            while (aside := self._path.with_name(f"{self._path.stem}.aside-{number}.db")).exists():
                number += 1
            self._path.rename(aside)

    @contextmanager
    def _open(self) -> Iterator[Connection]:
        connection = connect(self._path, self._key)
        try:
            with transaction(connection):
                # copies of before there were any have no place for them
                _blob.create(connection, checkfirst=True)
                yield connection
        finally:
            connection.close()


def _has(connection: Connection, incarnation: str) -> bool:
    one = select(_entry.c.number).where(_entry.c.incarnation == incarnation).limit(1)
    return connection.execute(one).first() is not None


def _start(connection: Connection, incarnation: str) -> Place | None:
    row = connection.execute(
        select(_entry.c.seq, _entry.c.head, _entry.c.operation)
        .where(_entry.c.incarnation == incarnation)
        .order_by(_entry.c.seq)
        .limit(1)
    ).first()
    return None if row is None or row.operation else Place(incarnation, row.seq, row.head)


def _emptied(place: Place) -> dict[str, object]:
    return {"incarnation": place.incarnation, "seq": place.seq, "operation": b"", "head": place.head}


def _rows(span: Span) -> list[dict[str, object]]:
    rows, (incarnation, seq, head) = [], span.start
    for operation in span.operations:
        seq += 1
        head = span.erased[seq] if seq in span.erased else wire.link(head, seq, operation)
        rows.append({"incarnation": incarnation, "seq": seq, "operation": operation, "head": head})
    return rows


def _blob_rows(span: Span) -> list[dict[str, object]]:
    return [
        {"incarnation": span.start.incarnation, "seq": seq, "content": content} for seq, content in span.blobs.items()
    ]
