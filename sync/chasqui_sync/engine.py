"""One round of sending and fetching, the same on every road. No Qt, no SQL, no HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import SCHEMA
from chasqui_sync.pace import Pace


class Standing(NamedTuple):
    """Where this laptop stands: its journal's end, what is receipted, how far it has fetched.

    ``cursor`` and ``epoch`` are None before the first contact. ``receipted`` is the highest seq with a
    receipt of any level; ``receipted_head`` the chain hash there.
    """

    device: str
    incarnation: str
    seq: int
    receipted: int
    receipted_head: bytes
    cursor: str | None
    epoch: str | None


class Run(NamedTuple):
    """A contiguous run of the journal: ``previous`` is the chain hash before ``first``."""

    first: int
    previous: bytes
    operations: list[bytes]


class SyncStore(Protocol):
    """What the engine needs of a laptop's store. Each method is one transaction."""

    def standing(self) -> Standing:
        """Say where this laptop stands."""

    def run_after(self, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        """Give the journal's operations after ``seq``: at least one where there is any, else None."""

    def take_answer(
        self,
        receipt: wire.ReceiptBody | None,
        raw_receipt: bytes,
        page: wire.Page | None,
        epoch: str,
        clock: int,
    ) -> int:
        """Store receipt, page and cursor together; give how many records came that others wrote in, or left.

        ``clock`` (ms, headquarters') becomes the anchor. Raises Trouble(RECEIPT_FALSE)
        when the receipt is not about this journal's own bytes.
        """

    def rewind(self, seq: int, head: bytes, epoch: str) -> None:
        """Wait for receipts again from ``seq``: headquarters was restored and knows no more of this journal.

        Raises Trouble(JOURNAL_FORK) when ``head`` is not this journal's own hash at ``seq``.
        """


class Road(Protocol):
    """A way to a hub or headquarters. Every method may raise Trouble (LINE_DOWN, HEADQUARTERS_TROUBLE, …)."""

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Exchange greetings."""

    def push(self, batch: bytes, after: str | None) -> wire.Answer:
        """Send a batch and ask for the page after a cursor (``""`` for the first, None for no page)."""

    def fetch(self, after: str) -> wire.Answer:
        """Ask for the page after a cursor, ``""`` for the first."""


class Progress(NamedTuple):
    """What a round has done so far: operations receipted of those that waited, bytes, what others changed."""

    sent: int
    waiting: int
    bytes_sent: int
    fetched: int


class Engine:
    """Sends what waits and fetches what is new, one batch after the other, until both sides agree."""

    def __init__(
        self,
        store: SyncStore,
        road: Road,
        sign: wire.Sign,
        verify_receipt: wire.Verify,
        clock: Callable[[], int],
        stopwatch: Callable[[], float],
        version: str,
    ) -> None:
        """Take everything that touches the world.

        ``clock``: ms since 1970 UTC; ``stopwatch``: seconds that only ever grow.
        """
        self._store = store
        self._road = road
        self._sign = sign
        self._verify = verify_receipt
        self._clock = clock
        self._stopwatch = stopwatch
        self._version = version
        self._pace = Pace()
        self._most_bytes = 0
        self._greeted = False
        self.clock_offset: int | None = None
        """Headquarters' clock less this laptop's, in ms, as of the last greeting; None before the first."""

    def round(self, report: Callable[[Progress], None], stopped: Callable[[], bool]) -> Progress:
        """Do one round; ``stopped`` is asked between requests. After a Trouble it may be called again.

        Raises Trouble(ANSWER_UNREADABLE) for an answer that leads nowhere, so that no round is endless.
        """
        standing = self._store.standing()
        progress = Progress(0, standing.seq - standing.receipted, 0, 0)
        # only a page says it: a receipt may cover the last batch before the one that asks for the page is sent
        complete = False
        while not stopped():
            if not self._greeted:
                self._greet()
            standing = self._store.standing()
            most_bytes = min(self._pace.bytes, self._most_bytes)
            run = self._store.run_after(standing.receipted, self._pace.operations, most_bytes)
            if run is None and complete:
                break
            answer, size = self._push(standing, run) if run else (self._road.fetch(standing.cursor or ""), 0)
            receipted, changed = self._take(answer, standing, run)
            progress = Progress(
                progress.sent + receipted,
                max(progress.waiting, progress.sent + receipted),
                progress.bytes_sent + size,
                progress.fetched + changed,
            )  # fmt: skip - four sums
            report(progress)
            if answer.page is not None:
                complete = answer.page.complete
        return progress

    def _greet(self) -> None:
        """Exchange greetings and heal what a restored headquarters has forgotten."""
        standing = self._store.standing()
        answer = self._road.hello(
            wire.Hello(
                version=self._version,
                schema=SCHEMA,
                incarnation=standing.incarnation,
                seq=standing.seq,
                clock=self._clock(),
            )  # fmt: skip - five short values
        )
        self.clock_offset = answer.clock - self._clock()
        self._pace.limit(answer.limits.operations)
        self._most_bytes = min(answer.limits.inflated, answer.limits.body)
        known, head = _journal_end(answer, standing)
        if known < standing.receipted:
            self._store.rewind(known, head, answer.epoch)
        elif known > standing.seq or (0 < known == standing.receipted and head != standing.receipted_head):
            # headquarters holds more of this journal than this laptop does, or another: an image was restored
            raise Trouble(Problem.JOURNAL_FORK, known=known, here=standing.seq)
        self._greeted = True

    def _push(self, standing: Standing, run: Run) -> tuple[wire.Answer, int]:
        batch = wire.pack_batch(
            standing.device, standing.incarnation, run.first, run.previous, run.operations, self._sign
        )
        # only the last batch asks for the page: the ones before it would carry what the next one changes
        is_last = run.first + len(run.operations) > standing.seq
        started = self._stopwatch()
        try:
            answer = self._road.push(batch, (standing.cursor or "") if is_last else None)
        except Trouble:
            self._pace.failed()
            # whatever it was, ask again what the other side knows before sending more
            self._greeted = False
            raise
        self._pace.arrived(self._stopwatch() - started)
        return answer, len(batch)

    def _take(self, answer: wire.Answer, standing: Standing, run: Run | None) -> tuple[int, int]:
        """Store an answer; give how many operations it receipts and how many records others changed."""
        receipt, raw, receipted = None, b"", 0
        if answer.receipt is not None:
            receipt, raw = wire.read_receipt(answer.receipt, self._verify), wire.encode(answer.receipt)
            receipted = min(receipt.upto, standing.seq) - standing.receipted
        page = answer.page
        is_stuck = page is not None and not page.complete and page.cursor == standing.cursor
        if is_stuck or (receipted < 1 if run else page is None):
            raise Trouble(Problem.ANSWER_UNREADABLE)
        changed = self._store.take_answer(receipt, raw, page, answer.epoch, answer.clock)
        # a copy put back over headquarters' database may not even know that it is a restored one
        knows_less = page is not None and page.complete and page.own.get(standing.incarnation, 0) < standing.receipted
        if knows_less or (standing.epoch is not None and answer.epoch != standing.epoch):
            self._greeted = False
        return receipted, changed


def _journal_end(answer: wire.HelloAnswer, standing: Standing) -> tuple[int, bytes]:
    """What the other side knows of this journal: its highest seq and the chain hash there."""
    known, head = answer.journals.get(standing.incarnation, (0, ""))
    try:
        return known, bytes.fromhex(head) if known else wire.genesis(standing.device, standing.incarnation)
    except ValueError as error:
        raise Trouble(Problem.ANSWER_UNREADABLE) from error
