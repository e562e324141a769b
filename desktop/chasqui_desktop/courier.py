"""When to send and fetch, and what the promoter is told about it. The rounds themselves are the engine's."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from chasqui_desktop.line_state import CLOCK_OFF_MS, Happening, Line, LineState, LineUse, Outcome
from chasqui_desktop.mobile_day import MobileDay
from chasqui_desktop.tasks import Lane
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.engine import Progress
from chasqui_sync.pace import Backoff
from chasqui_sync.sides import LifeStanding, Run, Standing, SyncStore, WaitingBlob

_LOOK_AGAIN_MS = 60_000
"""With nothing to send, how often headquarters is asked for news."""
_AFTER_SAVE_MS = 400

_NO_LINE = frozenset({Problem.LINE_DOWN, Problem.ANSWER_SLOW})


class Rounds(Protocol):
    """What the courier needs of the engine."""

    @property
    def clock_offset(self) -> int | None:
        """Headquarters' clock less this laptop's, in ms, as of the last greeting; None before the first."""

    def round(self, report: Callable[[Progress], None], stopped: Callable[[], bool]) -> Progress:
        """Do one round."""


class StoreOnLane:
    """The engine's store, each call done on the store lane: a slow line never delays a save."""

    def __init__(self, store: SyncStore, lane: Lane) -> None:
        self._store = store
        self._lane = lane

    def standing(self) -> Standing:
        """See ``SyncStore``."""
        return self._lane.call(self._store.standing)

    def lives(self) -> list[LifeStanding]:
        """See ``SyncStore``."""
        return self._lane.call(self._store.lives)

    def heads(self, incarnation: str, seqs: Sequence[int]) -> dict[int, bytes]:
        """See ``SyncStore``."""
        return self._lane.call(lambda: self._store.heads(incarnation, seqs))

    def run_after(self, incarnation: str, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        """See ``SyncStore``."""
        return self._lane.call(lambda: self._store.run_after(incarnation, seq, most_operations, most_bytes))

    def made_ready(self, page: wire.Page) -> wire.Page:
        """See ``SyncStore``; on the lane that asks: saves do not wait for it."""
        return self._store.made_ready(page)

    def take_answer(
        self,
        receipt: wire.ReceiptBody | None,
        raw_receipt: bytes,
        page: wire.Page | None,
        epoch: str,
        clock: int,
    ) -> int:
        """See ``SyncStore``."""
        return self._lane.call(lambda: self._store.take_answer(receipt, raw_receipt, page, epoch, clock))

    def certified(self) -> int:
        """See ``SyncStore``."""
        return self._lane.call(self._store.certified)

    def take_certificate(self, certificate: wire.Certificate, clock: int) -> None:
        """See ``SyncStore``."""
        self._lane.call(lambda: self._store.take_certificate(certificate, clock))

    def receipt(self, incarnation: str) -> bytes | None:
        """See ``SyncStore``."""
        return self._lane.call(lambda: self._store.receipt(incarnation))

    def rewind(self, incarnation: str, seq: int) -> None:
        """See ``SyncStore``."""
        self._lane.call(lambda: self._store.rewind(incarnation, seq))

    def reopen(self, incarnation: str, after: int) -> None:
        """See ``SyncStore``."""
        self._lane.call(lambda: self._store.reopen(incarnation, after))

    def unlike(self, digest: bytes) -> list[int]:
        """See ``SyncStore``."""
        return self._lane.call(lambda: self._store.unlike(digest))

    def mend(self, page: wire.Page) -> set[str]:
        """See ``SyncStore``."""
        return self._lane.call(lambda: self._store.mend(page))

    def drop_beyond(self, buckets: Sequence[int], there: set[str], page: wire.Page) -> None:
        """See ``SyncStore``."""
        self._lane.call(lambda: self._store.drop_beyond(buckets, there, page))

    def compared(self, *, sure: bool) -> None:
        """See ``SyncStore``."""
        self._lane.call(lambda: self._store.compared(sure=sure))

    def waiting_blob(self, epoch: str) -> WaitingBlob | None:
        """See ``SyncStore``."""
        return self._lane.call(lambda: self._store.waiting_blob(epoch))

    def settle_blob(self, blob: WaitingBlob, epoch: str, told: str | None) -> None:
        """See ``SyncStore``."""
        self._lane.call(lambda: self._store.settle_blob(blob, epoch, told))

    def hear_blobs(self, told: str) -> None:
        """See ``SyncStore``."""
        self._lane.call(lambda: self._store.hear_blobs(told))

    def prune(self) -> None:
        """See ``SyncStore``."""
        self._lane.call(self._store.prune)


class Courier(QObject):
    """Starts rounds on the line lane: after a save, when asked, from time to time, and after a wait."""

    line_changed = Signal(object)
    """A ``LineState``."""
    happened = Signal(object)
    """A ``Happening``."""
    book_changed = Signal()
    """Receipts or records came: lists read again."""
    failed = Signal(object)
    """An exception that is no trouble of the line: a bug."""

    _progressed = Signal(object)

    def __init__(
        self,
        lane: Lane,
        rounds: Rounds,
        backoff: Backoff,
        now: Callable[[], datetime],
        stopwatch: Callable[[], float],
        day: MobileDay,
        parent: QObject,
    ) -> None:
        """``now`` gives the local, aware time, ``stopwatch`` seconds that only grow."""
        super().__init__(parent)
        self._day = day
        self._is_asked_for = False
        self._lane = lane
        self._rounds = rounds
        self._backoff = backoff
        self._now = now
        self._stopwatch = stopwatch
        self._started = 0.0
        self._stop = threading.Event()
        self._under_way = False
        self._again = False
        self._last = Progress(0, 0, 0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)
        self._progressed.connect(self._progress)
        self.state = LineState(Line.OFFLINE, since=now())

    @property
    def use(self) -> LineUse:
        """What the line has cost today, and how this laptop's clock stood at the last greeting."""
        return LineUse(self._day.spent, self._day.most, self._rounds.clock_offset)

    def try_now(self) -> None:
        """Start a round at once, also while waiting after a failure, or past what a day may cost."""
        if self.state.line is not Line.PAUSED:
            self._is_asked_for = True
            self._start()

    def came_back(self) -> None:
        """There may be a line again: do not wait for the next try."""
        if self.state.line in {Line.OFFLINE, Line.USED_UP}:
            self._start()

    def saved(self) -> None:
        """Something waits: send it soon where the line works; where it does not, the wait goes on."""
        if self._under_way:
            self._again = True
        elif self.state.line in {Line.CONNECTED, Line.CLOCK}:
            self._timer.start(_AFTER_SAVE_MS)

    def pause(self) -> None:
        """Send nothing until ``resume``; the request under way is finished."""
        self._stop.set()
        self._timer.stop()
        self._say(LineState(Line.PAUSED, since=self._now()))

    def resume(self) -> None:
        """Go on after a pause."""
        if self.state.line is Line.PAUSED:
            self._say(LineState(Line.CONNECTED, since=self._now()))
            self._start()

    def stop(self) -> None:
        """Say nothing more; a round under way ends before its next request."""
        self._stop.set()
        self._timer.stop()
        self.blockSignals(True)

    @Slot()
    def _start(self) -> None:
        if self._under_way:
            self._again = True
            return
        if self._day.is_used_up and not self._is_asked_for:
            self._rest()
            return
        self._under_way = True
        self._again = False
        self._timer.stop()
        self._stop.clear()
        self._last = Progress(0, 0, 0, 0)
        self._started = self._stopwatch()
        # bound methods of this object, so that the results come back to the GUI thread
        self._lane.ask(self._round, self._done, self._broken)

    def _round(self) -> Progress:
        is_asked_for, self._is_asked_for = self._is_asked_for, False

        def stopped() -> bool:
            return self._stop.is_set() or (self._day.is_used_up and not is_asked_for)

        return self._rounds.round(self._progressed.emit, stopped)

    def _rest(self) -> None:
        """A line that costs has carried what it may: look again whether the day or the line is another."""
        self._again = False
        self._timer.start(_LOOK_AGAIN_MS)
        if self.state.line is not Line.USED_UP:
            self._say(LineState(Line.USED_UP, since=self._now()))

    @Slot(object)
    def _progress(self, progress: Progress) -> None:
        self._last = progress
        if progress.waiting and self.state.line is not Line.PAUSED:
            self._say(self._sending(progress))
        self.book_changed.emit()

    def _sending(self, progress: Progress) -> LineState:
        """Say how far it is. What is left is reckoned from what this very round has sent, or not at all."""
        since = self.state.since if self.state.line is Line.SENDING else self._now()
        size, left = None, None
        if progress.sent:
            spent = self._stopwatch() - self._started
            size = round(progress.bytes_sent * progress.waiting / progress.sent)
            left = round(spent * (progress.waiting - progress.sent) / progress.sent)
        return LineState(
            Line.SENDING,
            since=since,
            sent=progress.sent,
            waiting=progress.waiting,
            bytes_sent=progress.bytes_sent,
            bytes_total=size,
            seconds_left=left,
        )

    def _done(self, progress: Progress) -> None:
        self._under_way = False
        self._backoff.arrived()
        self._tell(progress)
        if self.state.line is Line.PAUSED:
            return
        if self._day.is_used_up:
            self._rest()
            return
        is_clock_right = abs(self._rounds.clock_offset or 0) < CLOCK_OFF_MS
        self._say(LineState(Line.CONNECTED if is_clock_right else Line.CLOCK, since=self._now()))
        self._timer.start(0 if self._again else _LOOK_AGAIN_MS)

    def _broken(self, error: BaseException) -> None:
        self._under_way = False
        self._tell(self._last)
        if not isinstance(error, Trouble):
            self.failed.emit(error)
        is_no_line = isinstance(error, Trouble) and error.problem in _NO_LINE
        if self._last.sent and is_no_line:
            self._happen(Outcome.CUT, self._last.sent)
        elif not is_no_line:
            self._happen(Outcome.TROUBLE, 0)
        if self.state.line is Line.PAUSED:
            return
        wait = self._backoff.failed()
        self._timer.start(round(wait * 1000))
        line = Line.OFFLINE if is_no_line else Line.TROUBLE
        since = self.state.since if self.state.line is line else self._now()
        next_try = datetime.fromtimestamp(self._now().timestamp() + wait, self._now().tzinfo)
        self._say(LineState(line, since=since, next_try=next_try))

    def _tell(self, progress: Progress) -> None:
        if progress.sent:
            self._happen(Outcome.ARRIVED, progress.sent)
        if progress.fetched:
            self._happen(Outcome.RECEIVED, progress.fetched)
        if progress.sent or progress.fetched:
            self.book_changed.emit()

    def _happen(self, outcome: Outcome, count: int) -> None:
        self.happened.emit(Happening(outcome, count, self._now()))

    def _say(self, state: LineState) -> None:
        if state != self.state:
            self.state = state
            self.line_changed.emit(state)
