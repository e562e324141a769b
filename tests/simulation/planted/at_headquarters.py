"""Faults planted at headquarters: what a hurried hand might have written there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import msgspec
from sqlalchemy import Connection, select, update

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import acceptance, devices, pages
from chasqui_sync.server.authors import Author
from chasqui_sync.server.folding import Folding
from chasqui_sync.server.storage import Outcome, Storage
from chasqui_sync.server.tables import batch, node
from chasqui_sync.signing import VerifyingKey
from tests.simulation.cuts import PowerCut
from tests.simulation.office import Busy
from tests.simulation.states import state_of


@contextmanager
def acknowledged_before_commit() -> Iterator[None]:
    """The answer is written before the database has it: a power cut takes back what a receipt stands for."""
    honest = Storage._commit

    def hasty(self: Storage, known: devices.Known, work: Any) -> Any:
        done: list[Any] = []

        def noted(connection: Connection, author: Author, now: int) -> Any:
            done.append(work(connection, author, now))
            return done[-1]

        try:
            return honest(self, known, noted)
        except PowerCut:
            if not done:
                raise
            return Outcome(done[-1], None, known.challenge, known.author.device)

    with mock.patch.object(Storage, "_commit", hasty):
        yield


@contextmanager
def no_uniqueness() -> Iterator[None]:
    """A batch that came already is folded once more."""
    honest = acceptance._append

    def forgetful(_connection: Connection, _author: Author, header: wire.BatchHeader) -> Any:
        return acceptance._Journal(header.first - 1, bytes.fromhex(header.prev))

    def replacing(connection: Connection, author: Author, arrival: Any, *others: Any) -> None:
        connection.execute(
            batch.delete().where(
                batch.c.device == author.device,
                batch.c.incarnation == arrival.header.incarnation,
                batch.c.last == arrival.header.last,
            )
        )
        honest(connection, author, arrival, *others)

    with mock.patch.object(acceptance, "_known", forgetful), mock.patch.object(acceptance, "_append", replacing):
        yield


@contextmanager
def plain_sequence() -> Iterator[None]:
    """Positions come from a sequence before the lock is taken: one that commits late lies behind the cursors."""
    honest_open, honest_lock = Storage._open, acceptance.lock
    taken = {"last": 0, "mine": 0}

    def reserving(self: Storage, data: bytes, known: devices.Known) -> Any:
        arrival = honest_open(self, data, known)
        if not isinstance(self.database, Busy):
            return arrival
        with self.database.reading() as connection:
            taken["last"] = max(taken["last"], connection.execute(select(node.c.position)).scalar_one())
        mine = taken["last"]
        if not isinstance(arrival, Trouble):
            taken["last"] += len(arrival.operations)
        self.database.meanwhile()  # others work between sequence and lock
        taken["mine"] = mine
        return arrival

    def numbered(connection: Connection) -> tuple[int, int]:
        position, receipts = honest_lock(connection)
        return taken["mine"] or position, receipts

    def counted(connection: Connection, *others: Any) -> acceptance.Accepted:
        accepted = acceptance.accept(connection, *others)
        position = connection.execute(select(node.c.position)).scalar_one()
        connection.execute(update(node).values(position=max(position, taken["last"])))
        return accepted

    with (
        mock.patch.object(Storage, "_open", reserving),
        mock.patch.object(acceptance, "lock", numbered),
        mock.patch("chasqui_sync.server.storage.accept", counted),
    ):
        yield


@contextmanager
def quarantine_blocks_the_batch() -> Iterator[None]:
    """One operation that cannot be taken refuses its whole batch."""

    def refusing(_self: Folding, _seq: int, _operation: Any, _data: bytes, problem: Any) -> None:
        raise Trouble(problem)

    with mock.patch.object(Folding, "_refuse", refusing):
        yield


@contextmanager
def half_a_batch_folded() -> Iterator[None]:
    """The journal says the whole batch, the records hold half of it."""
    honest = Folding.fold

    def lazy(self: Folding, first: int, run: list[bytes]) -> None:
        honest(self, first, run[: (len(run) + 1) // 2])

    with mock.patch.object(Folding, "fold", lazy):
        yield


@contextmanager
def page_complete_too_early() -> Iterator[None]:
    """The first page says that it is the last, and its cursor lies at the end."""
    honest = pages.page

    def boastful(connection: Connection, here: Any, caller: Author, after: str, **asked: Any) -> wire.Page:
        page = honest(connection, here, caller, after, **asked)
        newest = connection.execute(select(node.c.position)).scalar_one()
        return msgspec.structs.replace(page, complete=True, cursor=f"{here.epoch}.{newest}")

    with mock.patch.object(pages, "page", boastful):
        yield


@contextmanager
def tombstone_dropped() -> Iterator[None]:
    """Deleted records are left out of pages, so nobody learns that they are deleted."""
    honest = pages.page

    def tidy(connection: Connection, here: Any, caller: Author, after: str, **asked: Any) -> wire.Page:
        page = honest(connection, here, caller, after, **asked)
        return msgspec.structs.replace(page, records=[raw for raw in page.records if not state_of(raw).deleted])

    with mock.patch.object(pages, "page", tidy):
        yield


@contextmanager
def departure_not_told() -> Iterator[None]:
    """A record that left a caseload is not named to whom it left."""
    with mock.patch.object(pages, "_gone", return_value=[]):
        yield


@contextmanager
def scope_not_checked_on_reading() -> Iterator[None]:
    """Everybody gets everything."""

    def all_of_it(connection: Connection, _caller: Author) -> list[pages._Leg]:
        return [pages._Leg(scope) for scope in pages._scopes(connection)]

    with mock.patch.object(pages, "_legs", all_of_it):
        yield


@contextmanager
def served_by_the_old_role() -> Iterator[None]:
    """Whoever has another role goes on being told what she might see in the one before."""
    honest = pages._legs

    def as_before(connection: Connection, caller: Author) -> list[pages._Leg]:
        return honest(connection, caller._replace(role=caller.former[-1].role) if caller.former else caller)

    with mock.patch.object(pages, "_legs", as_before):
        yield


@contextmanager
def scope_not_checked_on_writing() -> Iterator[None]:
    """Whoever is enrolled writes for any office."""
    with mock.patch("chasqui_sync.server.authors.may_write", return_value=True):
        yield


@contextmanager
def challenge_not_rotated() -> Iterator[None]:
    """The same challenge stands for ever, so an old request is a good one."""
    with mock.patch.object(devices, "rotate_challenge"):
        yield


@contextmanager
def signature_not_verified() -> Iterator[None]:
    """Whatever has the length of a signature is one."""
    with mock.patch.object(VerifyingKey, "verify", return_value=True):
        yield


@contextmanager
def chain_not_verified() -> Iterator[None]:
    """The frame of a batch is believed for its header's sake."""

    def believing(closed: wire.Batch, verify: wire.Verify, most_bytes: int, *known: Any) -> list[bytes]:
        if not verify(closed.signature, wire.BATCH_DOMAIN + closed.signed):
            raise Trouble(Problem.BATCH_SIGNATURE)
        return wire.inflate(closed.frame, most_bytes, *known).split(b"\n")[:-1]

    with mock.patch.object(wire, "open_batch", believing):
        yield


@contextmanager
def revoked_folds() -> Iterator[None]:
    """A revoked device goes on writing records."""
    honest = Folding.__init__

    def trusting(self: Folding, connection: Connection, author: Author, *others: Any) -> None:
        honest(self, connection, author._replace(status="active"), *others)

    with mock.patch.object(Folding, "__init__", trusting):
        yield
