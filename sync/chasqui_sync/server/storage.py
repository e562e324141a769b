"""Headquarters' storage: every request is one transaction, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import Connection

from chasqui_sync import wire
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import blobs, devices, durable, pages, roles
from chasqui_sync.server.acceptance import Arrival, accept, journals, lock, open_arrival
from chasqui_sync.server.authors import ACTIVE, Author
from chasqui_sync.server.comparing import agreements, receipt_upto
from chasqui_sync.server.database import Database
from chasqui_sync.server.erasures import erasures
from chasqui_sync.server.node import Node, begin_epoch, find_node, found_node, give_recovery_key
from chasqui_sync.signing import VerifyingKey

T = TypeVar("T")
LIMITS = wire.Limits(operations=5000, body=4 * 1024 * 1024, inflated=32 * 1024 * 1024)
_LONGEST_SEALED = 256
_DEVICE = re.compile(r"[0-9a-f]{16}")


class Request(NamedTuple):
    """A request as it came: ``target`` is path and query as sent, ``authorization`` the header.

    ``begun`` came before, in a request that was cut off: whoever signed this one may never have sent it.
    """

    method: str
    target: str
    body: bytes
    authorization: str | None
    begun: bytes = b""


class Outcome(NamedTuple, Generic[T]):
    """What came of a signed request: a result or a trouble, and the challenge to sign next.

    ``challenge`` is None where no known device was named; ``device`` then too.
    """

    result: T | None = None
    trouble: Trouble | None = None
    challenge: str | None = None
    device: str | None = None


class Storage:
    """Proves who asks, then reads and writes what that device may."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], int],
        randomness: Callable[[int], bytes],
        limits: wire.Limits = LIMITS,
        dictionaries: wire.Dictionaries = wire.NO_DICTIONARIES,
    ) -> None:
        """``clock`` gives ms since 1970 UTC, ``randomness`` that many unguessable bytes.

        ``dictionaries`` open every batch that was ever accepted here, and make answers small.
        """
        self.database = database
        self.limits = limits
        self.dictionaries = dictionaries
        self._clock = clock
        self._randomness = randomness
        self._here: Node | None = None

    def found(self) -> Node:
        """Make tables, node and its device where there are none yet. Raises Trouble(DATABASE_NEWER)."""
        self.database.migrate()
        with self.database.writing() as connection:
            here = found_node(connection, self._randomness)
            devices.add_node_device(connection, here, self._challenge(), self._clock())
        return here

    def give_recovery_key(self, public: bytes) -> None:
        """Say to which raw X25519 key laptops enrolled from now on seal their way back."""
        with self.database.writing() as connection:
            give_recovery_key(connection, public)
        self._here = None

    def restored(self) -> Node:
        """Say that the database was put back from a backup; give the node in its new epoch."""
        with self.database.writing() as connection:
            begin_epoch(connection, self._randomness)
        self._here = None
        return self.here

    @property
    def here(self) -> Node:
        """Who signs here. Raises LookupError before ``found``."""
        if self._here is None:
            with self.database.reading() as connection:
                self._here = find_node(connection)
        if self._here is None:
            raise LookupError("this database has no node yet")
        return self._here

    def hello(self, request: Request) -> Outcome[wire.HelloAnswer]:
        """Greet a device: what is known of it and its journals."""
        greeted = self._signed(request, lambda connection, author, now: self._greet(connection, author, now, request))
        if greeted.trouble is not None:
            # an epoch begun in what was rolled back never began
            self._here = None
        return greeted

    def push(self, request: Request, after: str | None, *, echoes: bool = False) -> Outcome[wire.Answer]:
        """Accept a batch; with a cursor (``""`` for the first) the page after it goes along; see ``pages.page``."""
        proof = self._prove(request)
        if isinstance(proof, Outcome):
            return proof
        arrival = self._open(request.begun + request.body, proof)

        def take(connection: Connection, author: Author, now: int) -> wire.Answer:
            if isinstance(arrival, Trouble):
                raise arrival
            accepted = accept(connection, self.here, author, arrival, now)
            page = None
            if after is not None and author.status == ACTIVE:
                self._note_reached(connection, author, after)
                page = pages.page(connection, self.here, author, after, echoes=echoes, fresh=accepted.fresh)
            return wire.Answer(
                epoch=self.here.epoch,
                clock=now,
                receipt=accepted.receipt,
                page=page,
                greet=author.owed is not None,
            )

        return self._commit(proof, take)

    def fetch(
        self,
        request: Request,
        after: str,
        *,
        echoes: bool = False,
        most: int | None = None,
        buckets: Sequence[int] = (),
    ) -> Outcome[wire.Answer]:
        """Give the page after a cursor, ``""`` for the first; see ``pages.page``."""

        def read(connection: Connection, author: Author, now: int) -> wire.Answer:
            if author.status != ACTIVE:
                raise Trouble(Problem.DEVICE_REVOKED)
            self._note_reached(connection, author, after)
            page = pages.page(connection, self.here, author, after, echoes=echoes, most=most, buckets=buckets)
            return wire.Answer(epoch=self.here.epoch, clock=now, page=page, greet=author.owed is not None)

        return self._signed(request, read)

    def compare(self, request: Request, after: str) -> Outcome[wire.Answer]:
        """Give the page after a cursor and, where it is the last, the digest of all the caller may read."""

        def read(connection: Connection, author: Author, now: int) -> wire.Answer:
            if author.status != ACTIVE:
                raise Trouble(Problem.DEVICE_REVOKED)
            self._note_reached(connection, author, after)
            page = pages.page(connection, self.here, author, after)
            told = pages.digest(connection, author) if page.complete else b""
            return wire.Answer(
                epoch=self.here.epoch,
                clock=now,
                page=page,
                digest=told,
                greet=author.owed is not None,
            )

        return self._signed(request, read)

    def take_blob(self, request: Request, piece: blobs.Piece) -> Outcome[wire.BlobAnswer]:
        """Take bytes of a blob in; see ``blobs.take``. A closed device may send it too: it has to let go of it."""

        def take(connection: Connection, author: Author, now: int) -> wire.BlobAnswer:
            # nothing comes in about a record while it is being erased
            lock(connection)
            held = blobs.take(connection, author, piece, now)
            told = blobs.told(connection, author)
            return wire.BlobAnswer(epoch=self.here.epoch, clock=now, held=held, blobs=told)

        return self._signed(request, take)

    def keep_recovery(self, request: Request) -> Outcome[wire.Left]:
        """Keep a device's sealed way back into its vault; a revoked one leaves nothing more."""

        def keep(connection: Connection, author: Author, now: int) -> wire.Left:
            if author.status != ACTIVE:
                raise Trouble(Problem.DEVICE_REVOKED)
            left = wire.decode(request.body, wire.Recovery)
            if len(left.sealed) > _LONGEST_SEALED:
                raise Trouble(Problem.BODY_UNREADABLE)
            devices.keep_recovery(connection, author.device, left.sealed)
            return wire.Left(epoch=self.here.epoch, clock=now)

        return self._signed(request, keep)

    def erasures(self, request: Request) -> Outcome[wire.Erasures]:
        """Say how far erasures have come; see ``erasures.erasures``."""

        def read(connection: Connection, author: Author, now: int) -> wire.Erasures:
            if author.status != ACTIVE:
                raise Trouble(Problem.DEVICE_REVOKED)
            return wire.Erasures(epoch=self.here.epoch, clock=now, erasures=erasures(connection, author))

        return self._signed(request, read)

    def enrol(self, wish: wire.Enrolment) -> wire.EnrolmentAnswer:
        """Enrol a device with a one-time code. Raises as ``devices.enrol``."""
        with self.database.writing() as connection:
            certificate = devices.enrol(connection, self.here, wish, self._challenge(), self._clock())
        return wire.EnrolmentAnswer(certificate=certificate, node_key=self.here.key.public)

    def offer_code(self, person: devices.Person, minutes: float) -> str:
        """Make a one-time code that is good for some minutes."""
        expires = self._clock() + round(minutes * 60_000)
        with self.database.writing() as connection:
            return devices.offer_code(connection, person, expires, self._randomness)

    def write(self, operations: list[Operation]) -> wire.ReceiptBody:
        """Write as headquarters itself: operations of the node's own journal, accepted like anybody's."""
        here = self.here
        incarnation = here.epoch
        with self.database.writing() as connection:
            author = Author(here.key.id, here.key.id, "headquarters", "*", ACTIVE)
            seq, head = journals(connection, author.device).get(incarnation, (0, ""))
            previous = bytes.fromhex(head) if seq else wire.genesis(author.device, incarnation)
            encoded = [wire.encode_operation(operation) for operation in operations]
            batch = wire.pack_batch(author.device, incarnation, seq + 1, previous, encoded, here.key.sign)
            arrival = Arrival(batch, wire.read_batch(batch).header, encoded, self.dictionaries)
            receipt = accept(connection, here, author, arrival, self._clock()).receipt
        return wire.read_receipt(receipt, VerifyingKey(here.key.public).verify)

    def _signed(self, request: Request, work: Callable[[Connection, Author, int], T]) -> Outcome[T]:
        proof = self._prove(request)
        return proof if isinstance(proof, Outcome) else self._commit(proof, work)

    def _prove(self, request: Request) -> devices.Known | Outcome[Any]:
        """Prove who asks without writing anything: whoever fails here has changed nothing."""
        try:
            name, challenge, signature = wire.read_authorization(request.authorization)
            known = self._find(name)
        except Trouble as trouble:
            return Outcome(trouble=trouble)
        signed = wire.request_to_sign(request.method, request.target, request.body, challenge)
        if not VerifyingKey(known.key).verify(signature, signed):
            return _refused(Problem.SIGNATURE_WRONG, known)
        if challenge != known.challenge:
            return _refused(Problem.CHALLENGE_USED, known)
        return known

    def _find(self, name: str) -> devices.Known:
        known = None
        if _DEVICE.fullmatch(name):
            with self.database.glancing() as connection:
                known = devices.find_device(connection, name)
        if known is None:
            raise Trouble(Problem.DEVICE_UNKNOWN)
        return known

    def _commit(self, known: devices.Known, work: Callable[[Connection, Author, int], T]) -> Outcome[T]:
        """Use the challenge up and do the work in one transaction.

        A trouble the work raises is raised before it has written anything (but for a fork, which is kept),
        so the transaction commits then too: the challenge is used either way.
        """
        name, following, now = known.author.device, self._challenge(), self._clock()
        result, trouble = None, None
        try:
            with self.database.writing() as connection:
                devices.rotate_challenge(connection, name, known.challenge, following, now)
                try:
                    result = work(connection, known.author, now)
                except Trouble as failed:
                    trouble = failed
        except Trouble as failed:
            # rolled back: busy, or another request of this device was faster and its challenge stands
            return _refused(failed.problem, self._latest(known))
        return Outcome(result, trouble, following, name)

    def _latest(self, known: devices.Known) -> devices.Known:
        try:
            return self._find(known.author.device)
        except Trouble:
            return known

    def _open(self, data: bytes, known: devices.Known) -> Arrival | Trouble:
        try:
            return open_arrival(
                data, VerifyingKey(known.key).verify, known.author.device, self.limits, self.dictionaries
            )
        except Trouble as trouble:
            return trouble

    def _greet(self, connection: Connection, author: Author, now: int, request: Request) -> wire.HelloAnswer:
        hello = wire.decode(request.body, wire.Hello)
        known = journals(connection, author.device)
        if self._was_restored(author, known, hello.proofs):
            begin_epoch(connection, self._randomness)
            self._here = find_node(connection)
        certificate = roles.greeted(connection, author, hello.certified, now) if author.status == ACTIVE else None
        agreed = agreements(connection, author, known, hello.marks, self.dictionaries)
        return wire.HelloAnswer(
            node=self.here.key.id,
            node_key=self.here.key.public,
            epoch=self.here.epoch,
            clock=now,
            status=_status(author, known, hello),
            journals=known,
            limits=self.limits,
            agreed=agreed,
            receipts=[
                receipt_upto(connection, self.here, author, incarnation, seq, self.dictionaries)
                for incarnation, seq in agreed.items()
                if seq
            ]
            + durable.receipts(connection, self.here, author, agreed, hello.durable),
            blobs=blobs.told(connection, author),
            certificate=certificate,
        )  # fmt: skip - eleven short values

    def _note_reached(self, connection: Connection, author: Author, after: str) -> None:
        """Hear by its cursor how far a device has read: what it holds there it has stored, or erased."""
        if author.hears is not None:
            devices.note_reached(connection, author, pages.position_of(after, self.here.epoch))

    def _was_restored(self, author: Author, known: dict[str, tuple[int, str]], proofs: list[wire.Receipt]) -> bool:
        """Tell whether a receipt of this very node is for more than it knows: it was put back from a backup."""
        verify = VerifyingKey(self.here.key.public).verify
        for proof in proofs:
            with suppress(Trouble):
                body = wire.read_receipt(proof, verify)
                seq, _ = known.get(body.incarnation, (0, ""))
                if body.device == author.device and body.upto > seq:
                    return True
        return False

    def _challenge(self) -> str:
        return urlsafe_b64encode(self._randomness(15)).decode()


def _status(author: Author, known: dict[str, tuple[int, str]], hello: wire.Hello) -> str:
    """Say how a device stands: a revoked one has nothing more to do here once all it tells of has arrived."""
    if author.status == ACTIVE:
        return wire.ACTIVE
    told = {hello.incarnation: hello.seq}
    for incarnation, marks in hello.marks.items():
        told[incarnation] = max([told.get(incarnation, 0), *(seq for seq, _ in marks)])
    has_all = all(known.get(incarnation, (0, ""))[0] >= seq for incarnation, seq in told.items())
    return wire.WIPE if has_all else wire.READ_LOCKED


def _refused(problem: Problem, known: devices.Known) -> Outcome[Any]:
    return Outcome(trouble=Trouble(problem), challenge=known.challenge, device=known.author.device)
