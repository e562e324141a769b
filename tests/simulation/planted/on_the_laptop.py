"""Faults planted on the laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from sqlalchemy import Connection, update

from chasqui_desktop.store import blobs, book, exchange, joins, journal, lives, pruning, records
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.exchange import Exchange
from chasqui_desktop.store.registering import Pen
from chasqui_desktop.store.sqlite_troubles import sqlite_troubles
from chasqui_desktop.store.tables import sync_state
from chasqui_sync import wire
from chasqui_sync.blobs import Blobs
from chasqui_sync.core.problems import Trouble
from chasqui_sync.sides import WaitingBlob
from chasqui_sync.wire import digests
from tests.simulation.cuts import PowerCut


@contextmanager
def saved_before_commit() -> Iterator[None]:
    """A save is said before the disk has it."""

    @contextmanager
    def hasty(connection: Connection) -> Iterator[Connection]:
        with sqlite_troubles():
            begun = connection.begin()
            try:
                yield connection
            except BaseException:
                begun.rollback()
                raise
            try:
                begun.commit()
            except PowerCut:
                connection.connection.rollback()
                begun.rollback()

    with mock.patch.object(book, "transaction", hasty):
        yield


@contextmanager
def cursor_before_page() -> Iterator[None]:
    """The cursor is stored first, its page in a transaction after it."""
    honest = Exchange.take_answer

    def eager(self: Exchange, receipt: Any, raw: bytes, page: Any, epoch: str, clock: int) -> int:
        if page is not None:
            with transaction(self._connection) as connection:
                connection.execute(update(sync_state).values(cursor=page.cursor))
        return honest(self, receipt, raw, page, epoch, clock)

    with mock.patch.object(Exchange, "take_answer", eager):
        yield


@contextmanager
def let_go_before_the_backup() -> Iterator[None]:
    """An operation that is at headquarters counts as being in its backup."""
    with mock.patch.object(pruning, "_LEVEL", "hq"):
        yield


@contextmanager
def digest_over_ids_only() -> Iterator[None]:
    """Laptop and headquarters compare which records there are, not what is in them."""
    honest = digests.digest

    def hollow(states: Iterable[tuple[str, bytes]]) -> bytes:
        return honest((name, b"") for name, _ in states)

    with mock.patch.object(digests, "digest", hollow):
        yield


@contextmanager
def whole_records_written() -> Iterator[None]:
    """A change of one field writes all fields of its record as they are on this laptop."""
    honest = Pen.amend

    def thorough(self: Pen, name: str, fields: dict[str, Any], seen: dict[str, str], signature: bytes = b"") -> Any:
        found = records.held(self._connection, name)
        assert found is not None
        all_seen = {field: found.state.seen_of(field) or "" for field in found.state.fields}
        return honest(self, name, {**found.state.fields, **fields}, {**all_seen, **seen}, signature)

    with mock.patch.object(Pen, "amend", thorough):
        yield


@contextmanager
def seen_not_written() -> Iterator[None]:
    """The laptop does not write down what its user had on the screen."""
    honest = Pen.write

    def blind(self: Pen, action: str, kind: str, name: str, fields: dict[str, Any], seen: Any = None) -> Any:
        del seen
        return honest(self, action, kind, name, fields)

    with mock.patch.object(Pen, "write", blind):
        yield


@contextmanager
def receipt_not_compared() -> Iterator[None]:
    """A receipt is believed, whosever journal it is about."""

    honest = exchange._take_receipt

    def credulous(connection: Connection, end: journal.Place, body: Any, raw: bytes) -> None:
        if body.device == end.lives.device or body.upto > end.seq:
            honest(connection, end, body, raw)
            return
        statement = "INSERT OR IGNORE INTO receipt VALUES (?, ?, ?, ?, ?, ?, ?)"
        row = (body.level, body.upto, body.incarnation, body.head, body.at, body.number, raw)
        connection.exec_driver_sql(statement, row)

    with mock.patch.object(exchange, "_take_receipt", credulous):
        yield


@contextmanager
def kept_beyond_the_new_role() -> Iterator[None]:
    """A laptop that may see less keeps what it has."""
    with mock.patch.object(Exchange, "drop_beyond"):
        yield


@contextmanager
def own_writes_forgotten() -> Iterator[None]:
    """A page takes the place of what was saved since it was written."""
    with mock.patch.object(journal, "acts_on", return_value=()):
        yield


@contextmanager
def joined_listed_twice() -> Iterator[None]:
    """Who was joined keeps both her places in lists and counts."""
    with mock.patch.object(joins, "_tie"):
        yield


@contextmanager
def same_life_after_an_image() -> Iterator[None]:
    """A laptop that was put back goes on with the numbers it had, whatever headquarters has under them."""
    with mock.patch.object(Exchange, "reopen"):
        yield


@contextmanager
def old_names_in_a_new_life() -> Iterator[None]:
    """What is written again in a new life names what was seen as it was called in the old one."""
    with mock.patch.object(lives, "renamed_operation", lambda data, _rename: data):
        yield


@contextmanager
def signature_settled_unheard() -> Iterator[None]:
    """A signature counts as arrived once it was sent, whatever became of it."""
    honest = Blobs._piece

    def hopeful(self: Blobs, blob: WaitingBlob, offset: int, report: Callable[[int], None]) -> wire.BlobAnswer:
        try:
            return honest(self, blob, offset, report)
        except Trouble:
            epoch = self._store.standing().epoch or ""
            return wire.BlobAnswer(epoch=epoch, clock=0, held=len(blob.content))

    with mock.patch.object(Blobs, "_piece", hopeful):
        yield


@contextmanager
def tally_of_signatures_unheard() -> Iterator[None]:
    """What headquarters says of the signatures it holds is not compared with what it said before."""
    with mock.patch.object(blobs, "hear", return_value=None):
        yield
