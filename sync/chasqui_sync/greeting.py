"""Greeting the other side, and healing what either has lost since: before anything is sent or fetched.

Headquarters may have been put back from a backup and know less of this laptop's journal; this laptop may
be an image put back, or one of two copies, and headquarters knows more of it, or other. Both sides compare
chain hashes. What headquarters has gets its receipt, what it has forgotten waits again, and beyond the last
place both agree on this laptop begins a new incarnation.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import SCHEMA
from chasqui_sync.sides import LifeStanding, Road, SyncStore

_MARKS = 32
"""How many places of a journal one greeting compares while the last common one is looked for."""


class Greeter:
    """Greets until both sides know where they stand."""

    def __init__(
        self, store: SyncStore, road: Road, verify_receipt: wire.Verify, clock: Callable[[], int], version: str
    ) -> None:
        """``clock``: ms since 1970 UTC."""
        self._store = store
        self._road = road
        self._verify = verify_receipt
        self._clock = clock
        self._version = version

    def greet(self) -> wire.HelloAnswer:
        """Exchange greetings and heal. Raises Trouble(JOURNAL_FORK) where the other side can't compare."""
        lives = self._store.lives()
        answer = self._hello({life.incarnation: _ends(life) for life in lives})
        proofs = [raw for life in lives if (raw := self._proof(life, answer)) is not None]
        if proofs:
            # headquarters is told what it can't know by itself, so that it tells everybody
            answer = self._hello({life.incarnation: _ends(life) for life in lives}, proofs)
        for life, following in pairwise([*lives, None]):
            assert life is not None
            if not self._heal(life, answer, is_written=following is None):
                # what follows waits for what this one lacks
                break
        self._store.take_answer(None, b"", None, answer.epoch, answer.clock)
        self._store.hear_blobs(answer.blobs)
        # only now: what headquarters has lost, of what is still here, was taken up again
        self._store.prune()
        return answer

    def _proof(self, life: LifeStanding, answer: wire.HelloAnswer) -> bytes | None:
        """Give a receipt for more than headquarters knows of a life, None where it knows all it gave one for."""
        known, _ = _end_there(answer, life)
        raw = self._store.receipt(life.incarnation) if known < life.receipted else None
        # what was let go counts as receipted, also where headquarters was told before that it has lost it
        return raw if raw is not None and _upto(raw) > known else None

    def _heal(self, life: LifeStanding, answer: wire.HelloAnswer, *, is_written: bool) -> bool:
        """Bring one life into line; tell whether headquarters has all of it."""
        known, head = _end_there(answer, life)
        if known < life.kept_from:
            # more than its backup should have lost; what is still here goes on by itself
            if self._proof(life, answer) is not None:
                self._store.rewind(life.incarnation, known)
            is_closed = life.kept_from == life.seq and not is_written
            if not is_closed:
                self._store.reopen(life.incarnation, life.kept_from)
            return is_closed
        if known <= life.seq and (known == 0 or self._store.heads(life.incarnation, [known]).get(known) == head):
            if known < life.receipted:
                self._store.rewind(life.incarnation, known)
            return known == life.seq
        if known > life.seq and answer.agreed.get(life.incarnation, 0) == life.seq:
            if is_written:
                self._store.reopen(life.incarnation, life.seq)
            return True
        common = self._last_common(life, min(known, life.seq), answer.agreed)
        self._store.reopen(life.incarnation, common)
        return False

    def _last_common(self, life: LifeStanding, high: int, agreed: dict[str, int]) -> int:
        """Find the last seq at which both have the same chain hash; at ``high`` they have not."""
        low = max(life.kept_from, _agreed(agreed, life))
        while high - low > 1:
            step = -(-(high - low) // _MARKS)
            answer = self._hello({life.incarnation: list(range(low + step, high, step))})
            found = _agreed(answer.agreed, life)
            high = min(high, max(low, found) + step)
            low = max(low, found)
        return low

    def _hello(self, places: dict[str, Sequence[int]], proofs: Sequence[bytes] = ()) -> wire.HelloAnswer:
        """Greet with the chain hashes at these places, and keep the receipts that come."""
        standing = self._store.standing()
        answer = self._road.hello(
            wire.Hello(
                version=self._version,
                schema=SCHEMA,
                incarnation=standing.incarnation,
                seq=standing.seq,
                clock=self._clock(),
                marks={
                    incarnation: [(seq, head.hex()) for seq, head in sorted(heads.items(), reverse=True)]
                    for incarnation, seqs in places.items()
                    if (heads := self._store.heads(incarnation, seqs))
                },
                proofs=[wire.decode(raw, wire.Receipt) for raw in proofs],
                durable={life.incarnation: life.durable for life in self._store.lives() if life.durable},
                certified=self._store.certified(),
            )  # fmt: skip - nine values
        )
        if answer.certificate is not None:
            # before any other time of this answer is stored, which would say that it was known already
            self._store.take_certificate(answer.certificate, answer.clock)
        for receipt in answer.receipts:
            body = wire.read_receipt(receipt, self._verify)
            self._store.take_answer(body, wire.encode(receipt), None, answer.epoch, answer.clock)
        return answer


def _ends(life: LifeStanding) -> list[int]:
    return [seq for seq in sorted({life.seq, life.receipted}) if seq > 0]


def _end_there(answer: wire.HelloAnswer, life: LifeStanding) -> tuple[int, bytes]:
    """What the other side knows of a journal: its highest seq and the chain hash there."""
    known, head = answer.journals.get(life.incarnation, (0, ""))
    try:
        return known, bytes.fromhex(head)
    except ValueError as error:
        raise Trouble(Problem.ANSWER_UNREADABLE) from error


def _upto(raw: bytes) -> int:
    return wire.decode(bytes(wire.decode(raw, wire.Receipt).body), wire.ReceiptBody).upto


def _agreed(agreed: dict[str, int], life: LifeStanding) -> int:
    try:
        return agreed[life.incarnation]
    except KeyError:
        raise Trouble(Problem.JOURNAL_FORK, here=life.seq) from None
