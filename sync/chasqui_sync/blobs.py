"""Blobs on their way out: after the text, in pieces of the line's pace, gone on with where the line was cut."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.blobs import digest
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.pace import Pace
from chasqui_sync.sides import Road, SyncStore, WaitingBlob

_REFUSED = frozenset({Problem.BLOB_UNWANTED, Problem.BLOB_CORRUPT})
"""The other side will have none of it, however often it is asked: of what is corrupt, where it is so here already.
What a line can do to a body is not among them."""
_OLDER = frozenset({Problem.NOT_FOUND, Problem.METHOD_NOT_ALLOWED})
"""It knows of no blobs: they stay here until it does."""
_ANSWERS = _REFUSED | _OLDER | {Problem.BLOB_GAP}
_STEP = 256
"""Bytes that travel for each operation the line bears: pictures do not shrink, and 16 KB is the first try."""
_MOST_STUCK = 3
"""So often a piece of one blob may lead nowhere: no round is endless."""


class Blobs:
    """Sends what waits, one blob after the other; its text has arrived by then."""

    def __init__(self, store: SyncStore, road: Road, stopwatch: Callable[[], float]) -> None:
        """``stopwatch``: seconds that only ever grow."""
        self._store = store
        self._road = road
        self._stopwatch = stopwatch
        self._pace = Pace()
        self._is_unsure = False
        """What came of the last piece is not known: ask before anything is sent twice."""

    def send(self, epoch: str, report: Callable[[int], None], stopped: Callable[[], bool]) -> None:
        """Send all that waits; ``report`` hears of the bytes of each piece. Raises Trouble as the road does."""
        while not stopped() and (blob := self._store.waiting_blob(epoch)) is not None:
            told = None
            try:
                told = self._send(blob, report, stopped)
            except Trouble as trouble:
                if trouble.problem in _OLDER:
                    return
                if trouble.problem not in _REFUSED:
                    raise
            else:
                # what a headquarters holds that was put back meanwhile, the next round asks
                if told is None or told.epoch != epoch:
                    return
            self._store.settle_blob(blob, epoch, None if told is None else told.blobs)

    def _send(
        self, blob: WaitingBlob, report: Callable[[int], None], stopped: Callable[[], bool]
    ) -> wire.BlobAnswer | None:
        """Send one; give the answer once the other side holds all of it, None where it was stopped before."""
        answer = self._piece(blob, len(blob.content), report) if self._is_unsure else _NOTHING
        stuck = 0
        while answer.held < len(blob.content):
            if stopped():
                return None
            begin, answer = answer.held, self._piece(blob, answer.held, report)
            stuck += answer.held <= begin
            if stuck > _MOST_STUCK:
                raise Trouble(Problem.ANSWER_UNREADABLE)
        return answer

    def _piece(self, blob: WaitingBlob, offset: int, report: Callable[[int], None]) -> wire.BlobAnswer:
        """Send one piece; give how many bytes are there. At the end of the blob no byte travels: it only asks."""
        most = self._pace.operations * _STEP
        started, self._is_unsure = self._stopwatch(), True
        try:
            answer = self._road.send_blob(blob, offset, most)
        except Trouble as trouble:
            self._is_unsure = trouble.problem not in _ANSWERS
            if trouble.problem is Problem.BLOB_GAP:
                return _from(trouble, blob)
            if trouble.problem is Problem.BLOB_CORRUPT and digest(blob.content) == blob.sha256:
                # here it is what it is named: what the other side had put together is dropped, and begun anew
                return _NOTHING
            self._pace.failed()
            raise
        self._is_unsure = False
        if not 0 <= answer.held <= len(blob.content):
            raise Trouble(Problem.ANSWER_UNREADABLE)
        if offset < len(blob.content):
            self._pace.arrived(self._stopwatch() - started)
            report(len(blob.content[offset : offset + most]))
        return answer


_NOTHING = wire.BlobAnswer(epoch="", clock=0, held=0)


def _from(trouble: Trouble, blob: WaitingBlob) -> wire.BlobAnswer:
    """Read from where the other side wants a blob."""
    expected = trouble.arguments.get("expected")
    if not isinstance(expected, int) or not 0 <= expected < len(blob.content):
        raise Trouble(Problem.ANSWER_UNREADABLE)
    return msgspec.structs.replace(_NOTHING, held=expected)
