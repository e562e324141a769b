"""Batches on their way out: made ready while the one before travels, gone on with where the line was cut."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from chasqui_sync import wire
from chasqui_sync.pace import Pace
from chasqui_sync.sides import Run, Standing, SyncStore


class Packed(NamedTuple):
    """A run of one incarnation of the journal, and the batch made of it.

    ``begun``: so many of the batch's bytes are on the other side already.
    """

    incarnation: str
    run: Run
    batch: bytes
    begun: int = 0

    @property
    def last(self) -> int:
        """The seq of the last operation in it."""
        return self.run.first + len(self.run.operations) - 1

    def follows(self, standing: Standing) -> bool:
        """Tell whether it begins where this laptop stands."""
        return (self.incarnation, self.run.first) == (standing.incarnation, standing.receipted + 1)


class Outgoing:
    """Cuts the journal into batches of the line's pace. Whatever it holds is only kept bytes: the store decides."""

    def __init__(self, store: SyncStore, sign: wire.Sign, dictionary: wire.Dictionary | None) -> None:
        """``dictionary``: what batches are written with, until the other side says it does not carry it."""
        self._store = store
        self._sign = sign
        self._dictionary = dictionary
        self._pace = Pace()
        self._most_bytes = 0
        self._ready: Packed | None = None
        self._cut: Packed | None = None

    def greeted(self, answer: wire.HelloAnswer) -> None:
        """Keep to the other side's limits, and go on with the batch that was cut off where it has its beginning."""
        self._pace.limit(answer.limits.operations)
        self._most_bytes = min(answer.limits.inflated, answer.limits.body)
        cut, self._ready, self._cut = self._cut, None, None
        if cut is None:
            return
        size, digest = answer.begun or (0, "")
        if size < len(cut.batch) and hashlib.sha256(cut.batch[:size]).hexdigest() == digest:
            # the cut has cost nothing: no reason for smaller ones
            self._ready = cut._replace(begun=size)
        else:
            self._pace.failed()

    def next(self, standing: Standing) -> Packed | None:
        """Give the batch to send now; None where nothing waits."""
        ready, self._ready = self._ready, None
        if not standing.waiting:
            return None
        if ready is not None and ready.follows(standing):
            is_borne = len(ready.run.operations) <= self._pace.operations
            if ready.begun or is_borne:
                return ready
        return self._packed(standing, standing.receipted, self._pace.operations)

    def make_ready(self, standing: Standing, packed: Packed) -> None:
        """Make the batch that follows one on its way, as large as the line may bear once that has arrived."""
        self._ready = self._packed(standing, packed.last, self._pace.expected)

    def arrived(self, packed: Packed, seconds: float) -> None:
        """The batch on its way got its receipt after so many seconds; how long a part took says nothing."""
        if not packed.begun:
            self._pace.arrived(seconds)

    def failed(self, packed: Packed) -> None:
        """The batch on its way did not get through, or not whole."""
        self._ready, self._cut = None, packed

    def without_dictionary(self, standing: Standing) -> Packed | None:
        """Write from now on with no dictionary; give the batch again. None where none was in use."""
        if self._dictionary is None:
            return None
        self._dictionary, self._ready = None, None
        return self.next(standing)

    def _packed(self, standing: Standing, after: int, operations: int) -> Packed | None:
        most_bytes = min(self._pace.bytes_of(operations), self._most_bytes)
        run = self._store.run_after(standing.incarnation, after, operations, most_bytes)
        if run is None:
            return None
        batch = wire.pack_batch(
            standing.device,
            standing.incarnation,
            run.first,
            run.previous,
            run.operations,
            self._sign,
            self._dictionary,
        )  # fmt: skip - seven short values
        return Packed(standing.incarnation, run, batch)
