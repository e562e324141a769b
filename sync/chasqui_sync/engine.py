"""One round of sending and fetching, the same on every road. No Qt, no SQL, no HTTP."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from chasqui_sync import wire
from chasqui_sync.ahead import Ahead, Ask, Asked, InTurn
from chasqui_sync.blobs import Blobs
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.greeting import Greeter
from chasqui_sync.incoming import Incoming
from chasqui_sync.outgoing import Outgoing, Packed
from chasqui_sync.sides import Road, Standing, SyncStore, Unlike
from chasqui_sync.wire import digests

_GREET_AGAIN_SECONDS = 24 * 3600.0
"""What only a greeting brings (receipts from the backup) is a day late at most where no line ever fails."""
_MOST_GREETINGS = 4
"""In one round: headquarters that changes its mind more often is not worth the line."""


class Progress(NamedTuple):
    """What a round has done so far: operations receipted of those that waited, bytes, what others changed."""

    sent: int
    waiting: int
    bytes_sent: int
    fetched: int


class _Taken(NamedTuple):
    """What an answer brought: operations receipted, records others changed, whether the page it held was the last."""

    receipted: int
    changed: int
    complete: bool | None


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
        dictionary: wire.Dictionary | None = None,
    ) -> None:
        """Take everything that touches the world.

        ``clock``: ms since 1970 UTC; ``stopwatch``: seconds that only ever grow.
        ``dictionary``: what batches are written with, until a side says it does not carry it.
        """
        self._store = store
        self._road = road
        self._verify = verify_receipt
        self._clock = clock
        self._stopwatch = stopwatch
        self._greeter = Greeter(store, road, verify_receipt, clock, version)
        self._incoming = Incoming(store, road, stopwatch)
        self._outgoing = Outgoing(store, sign, dictionary)
        self._blobs = Blobs(store, road, stopwatch)
        self._beside: Callable[[Ask], Asked] = InTurn
        self._ahead = Ahead(InTurn)
        self._greeted = False
        self._greeted_at = 0.0
        self._just_greeted = False
        self._whole = False
        """This round met a record that can't be made here: pages come with the states."""
        self.status = wire.ACTIVE
        """How this device stands, as of the last greeting: see ``wire.HelloAnswer``."""
        self.clock_offset: int | None = None
        """Headquarters' clock less this laptop's, in ms, as of the last greeting; None before the first."""

    def ask_ahead(self, beside: Callable[[Ask], Asked]) -> None:
        """Say how a request travels while this laptop works: in turn, unless there is a thread for it.

        The next batch is made ready while the last one travels, the next page is asked for while the last is stored.
        """
        self._beside = beside
        self._ahead = Ahead(beside)

    def round(self, report: Callable[[Progress], None], stopped: Callable[[], bool]) -> Progress:
        """Do one round; ``stopped`` is asked between requests. After a Trouble it may be called again.

        Raises Trouble(ANSWER_UNREADABLE) for an answer that leads nowhere, so that no round is endless.
        """
        try:
            return self._round(report, stopped)
        finally:
            self._ahead.drop()

    def _round(self, report: Callable[[Progress], None], stopped: Callable[[], bool]) -> Progress:
        begun = self._store.standing()
        known: Standing | None = begun
        progress = Progress(0, begun.waiting, 0, 0)
        # only a page says it: a receipt may cover the last batch before the one that asks for the page is sent
        complete = False
        greetings = 0
        self._greeted = self._greeted and self._stopwatch() - self._greeted_at < _GREET_AGAIN_SECONDS
        self._whole = False
        while not stopped():
            if not self._greeted:
                self._ahead.drop()
                greetings += 1
                progress = _with(progress, self._greet(greetings), 0, 0)
                known = None
            standing, known = known or self._store.standing(), None
            answer, packed = self._read_ahead(standing), None
            if answer is None:
                packed = self._outgoing.next(standing)
                if packed is None and (complete or self._is_told_all):
                    if self._is_told_all or not standing.is_to_compare:
                        return self._send_blobs(standing, progress, report, stopped)
                    taken = self._compare(standing, stopped)
                    progress = _with(progress, 0, 0, taken.changed)
                    complete = complete if taken.complete is None else taken.complete
                    continue
                answer = self._push(standing, packed) if packed else self._read(standing)
            if answer is None:
                self._greeted = False
                continue
            taken = self._take(answer, standing, is_pushed=packed is not None)
            size = 0 if packed is None else len(packed.batch)
            progress = _with(progress, taken.receipted, size, taken.changed)
            report(progress)
            complete = complete if taken.complete is None else taken.complete
        return progress

    def _send_blobs(
        self,
        standing: Standing,
        progress: Progress,
        report: Callable[[Progress], None],
        stopped: Callable[[], bool],
    ) -> Progress:
        """Send what was signed, once all text has arrived."""

        def count(size: int) -> None:
            nonlocal progress
            progress = _with(progress, 0, size, 0)
            report(progress)

        if standing.has_blobs and standing.epoch is not None:
            self._blobs.send(standing.epoch, count, stopped)
        return progress

    def _greet(self, times: int) -> int:
        """Exchange greetings and heal what either side has lost; give how many operations got their receipt by it."""
        if times > _MOST_GREETINGS:
            raise Trouble(Problem.ANSWER_UNREADABLE)
        before = self._store.standing().waiting
        answer = self._greeter.greet()
        self.clock_offset = answer.clock - self._clock()
        self.status = answer.status
        self._outgoing.greeted(answer)
        self._greeted = self._just_greeted = True
        self._greeted_at = self._stopwatch()
        return max(0, before - self._store.standing().waiting)

    def _push(self, standing: Standing, packed: Packed) -> wire.Answer:
        """Send a batch, and make the one that follows ready meanwhile."""
        # only the last batch asks for the page: the ones before it would carry what the next one changes
        is_last = len(packed.run.operations) >= standing.waiting
        after = (standing.cursor or "") if is_last else None
        sending = _Timed(lambda: self._road.push(packed.batch, after, begun=packed.begun), self._stopwatch)
        # of the last one nothing is made ready meanwhile: no other thread is needed for it
        asked = InTurn(sending) if is_last else self._beside(sending)
        try:
            if not is_last:
                self._outgoing.make_ready(standing, packed)
            answer = asked.answer()
        except Trouble as trouble:
            if trouble.problem is Problem.DICTIONARY_UNKNOWN:
                plain = self._outgoing.without_dictionary(standing)
                if plain is not None:
                    return self._push(standing, plain)
            self._outgoing.failed(packed)
            # whatever it was, ask again what the other side knows before sending more
            self._greeted = False
            raise
        finally:
            asked.drop()
        self._outgoing.arrived(packed, sending.seconds)
        return answer

    @property
    def _is_told_all(self) -> bool:
        """Whether a closed device has heard, after the last it sent, that headquarters has everything."""
        return self.status != wire.ACTIVE and self._just_greeted

    def _read(self, standing: Standing) -> wire.Answer | None:
        """Fetch the next page; None where this device is told nothing more, and a greeting says why."""
        if self.status != wire.ACTIVE:
            return None
        return self._unless_closed(lambda: self._fetch(standing.cursor or ""))

    def _read_ahead(self, standing: Standing) -> wire.Answer | None:
        return self._unless_closed(lambda: self._ahead.take(standing.cursor))

    def _unless_closed(self, ask: Callable[[], wire.Answer | None]) -> wire.Answer | None:
        try:
            return ask()
        except Trouble as trouble:
            if trouble.problem is Problem.DEVICE_REVOKED and self.status == wire.ACTIVE:
                return None
            raise

    def _fetch(self, cursor: str) -> wire.Answer:
        return self._incoming.page(cursor, whole=self._whole)

    def _take(self, answer: wire.Answer, standing: Standing, *, is_pushed: bool) -> _Taken:
        """Store an answer; give what came of it.

        What doesn't fit what this laptop knows of headquarters is not taken: greeting comes first.
        """
        # whatever goes wrong, ask again what the other side knows
        self._greeted = False
        receipt, raw, reached = None, b"", standing.receipted
        if answer.receipt is not None:
            receipt, raw = wire.read_receipt(answer.receipt, self._verify), wire.encode(answer.receipt)
            reached = max(reached, min(receipt.upto, standing.seq))
        page = answer.page
        is_stuck = page is not None and not page.complete and page.cursor == standing.cursor
        if is_stuck or (reached == standing.receipted if is_pushed else page is None):
            raise Trouble(Problem.ANSWER_UNREADABLE)
        if not self._fits(answer, standing, reached):
            return _Taken(0, 0, None)
        if page is not None and not page.complete:
            self._ahead.ask(page.cursor, partial(self._fetch, page.cursor))
        try:
            changed = self._store.take_answer(receipt, raw, page, answer.epoch, answer.clock)
        except Unlike:
            if self._whole:
                raise Trouble(Problem.ANSWER_UNREADABLE) from None
            self._store.compared(sure=False)
            self._whole, page = True, None
            changed = self._store.take_answer(receipt, raw, None, answer.epoch, answer.clock)
        self._greeted = self._just_greeted or not answer.greet
        self._just_greeted = False
        return _Taken(reached - standing.receipted, changed, None if page is None else page.complete)

    def _compare(self, standing: Standing, stopped: Callable[[], bool]) -> _Taken:
        """Fetch once more, with a digest of all that should be here, and mend what is not as it should be."""
        try:
            answer = self._road.compare(standing.cursor or "")
        except Trouble as trouble:
            if trouble.problem is not Problem.NOT_FOUND:
                raise
            # an older headquarters: what can't be compared is as sure as it was
            self._store.compared(sure=True)
            return _Taken(0, 0, None)
        taken = self._take(answer, standing, is_pushed=False)
        if taken.complete:
            if len(answer.digest) != digests.LENGTH:
                raise Trouble(Problem.ANSWER_UNREADABLE)
            unlike = self._store.unlike(answer.digest)
            if not unlike or self._mend(unlike, answer.epoch, stopped):
                self._store.compared(sure=True)
        return taken

    def _mend(self, unlike: list[int], epoch: str, stopped: Callable[[], bool]) -> bool:
        """Fetch the buckets that differ again; tell whether it was gone through with."""
        cursor, there = "", set[str]()
        while not stopped():
            answer = self._road.refetch(cursor, unlike)
            page = answer.page
            if page is None or page.cursor == cursor:
                raise Trouble(Problem.ANSWER_UNREADABLE)
            if answer.epoch != epoch:
                self._greeted = False
                return False
            there |= self._store.mend(page)
            if page.complete:
                self._store.drop_beyond(unlike, there, page)
                return True
            cursor = page.cursor
        return False

    def _fits(self, answer: wire.Answer, standing: Standing, reached: int) -> bool:
        """Tell whether an answer comes from the headquarters that was greeted, and knows this journal as it was told.

        A copy put back over headquarters' database may not even know that it is a restored one: then it
        knows less of this journal. Where it knows more, another copy of this laptop writes it too, and
        the names in the page are not this laptop's; Trouble(JOURNAL_FORK) where a greeting didn't help.
        """
        if answer.epoch != standing.epoch:
            return False
        if answer.page is None:
            return True
        own = answer.page.own.get(standing.incarnation, 0)
        if own > reached and self._just_greeted:
            raise Trouble(Problem.JOURNAL_FORK, here=standing.seq)
        return own == reached or (own < reached and self._just_greeted)


class _Timed:
    """A request that knows how many seconds its answer took."""

    def __init__(self, ask: Ask, stopwatch: Callable[[], float]) -> None:
        self._ask = ask
        self._stopwatch = stopwatch
        self.seconds = 0.0

    def __call__(self) -> wire.Answer:
        started = self._stopwatch()
        answer = self._ask()
        self.seconds = self._stopwatch() - started
        return answer


def _with(progress: Progress, sent: int, size: int, fetched: int) -> Progress:
    sent += progress.sent
    return Progress(
        sent, max(progress.waiting, sent), progress.bytes_sent + size, progress.fetched + fetched
    )  # fmt: skip - four sums
