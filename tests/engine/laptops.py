"""Laptops for the engine's tests: a store in memory, a road with faults, and acts to send."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.blobs import digest
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.engine import Engine, Progress
from chasqui_sync.sides import Road, WaitingBlob
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.helpers.reference_headquarters import ReferenceHeadquarters, ReferenceRoad
from tests.helpers.reference_store import ReferenceStore

NODE = SigningKey(b"\x77" * 32)
NOW = 1_795_478_400_000


class CutInHalf(Exception):
    """The line went in the middle of a request."""


class FaultyRoad:
    """A road that loses requests or answers as its plan says, and counts what it carried.

    The plan names the fate of each request in turn: ``ok``, ``request`` (never arrives), ``answer``
    (arrives, and nobody hears of it) or ``half`` (of a batch half of what is left arrives, and is told of
    at the next greeting). After the plan everything goes through.
    """

    def __init__(self, road: Road, plan: Iterable[str] = ()) -> None:
        self.carried: list[str] = []
        self.batches: list[wire.BatchHeader] = []
        self.travelled: list[int] = []
        """Bytes of each push, answered or not."""
        self.pages_asked: list[str | None] = []
        self.pieces: list[tuple[int, int]] = []
        """Of each piece of a blob, answered or not, where it begins and how long it is."""
        self.begun = b""
        """What came of a batch whose line was cut."""
        self._road = road
        self._plan = iter(plan)

    def faults(self, *plan: str) -> None:
        """Plan the fate of the next requests."""
        self._plan = iter(plan)

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Carry a greeting, or lose it."""
        answer = self._carry("hello", lambda: self._road.hello(hello))
        told = (len(self.begun), hashlib.sha256(self.begun).hexdigest()) if self.begun else None
        return msgspec.structs.replace(answer, begun=told)

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        """Carry a batch, or lose it."""
        self.batches.append(wire.read_batch(batch).header)
        self.pages_asked.append(after)
        self.travelled.append(len(batch) - begun)
        whole, self.begun = self.begun[:begun] + batch[begun:], b""
        try:
            return self._carry("push", lambda: self._road.push(whole, after))
        except CutInHalf:
            self.begun = whole[: (begun + len(whole)) // 2]
            raise Trouble(Problem.LINE_DOWN) from None

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        """Carry a page, or lose it."""
        return self._carry("fetch", lambda: self._road.fetch(after, whole=whole, most=most))

    def send_blob(self, blob: WaitingBlob, offset: int, most: int) -> wire.BlobAnswer:
        """Carry a piece of a blob, or lose it."""
        self.pieces.append((offset, len(blob.content[offset : offset + most])))
        return self._carry("blob", lambda: self._road.send_blob(blob, offset, most))

    def compare(self, after: str) -> wire.Answer:
        """Carry a digest, or lose it."""
        return self._carry("compare", lambda: self._road.compare(after))

    def refetch(self, after: str, buckets: Sequence[int]) -> wire.Answer:
        """Carry some buckets, or lose them."""
        return self._carry("refetch", lambda: self._road.refetch(after, buckets))

    def _carry(self, what: str, ask: Callable[[], wire.T]) -> wire.T:
        self.carried.append(what)
        fate = next(self._plan, "ok")
        if fate == "half":
            raise CutInHalf
        if fate == "request":
            raise Trouble(Problem.LINE_DOWN)
        answer = ask()
        if fate == "answer":
            raise Trouble(Problem.LINE_DOWN)
        return answer


class Laptop:
    """A device with its store, road and engine; ``seconds`` is how long each request takes on its stopwatch."""

    def __init__(self, headquarters: ReferenceHeadquarters, number: int = 1) -> None:
        self.headquarters = headquarters
        self.key = SigningKey(bytes([number]) * 32)
        headquarters.enrol(self.key.public)
        self.store = ReferenceStore(self.key.id)
        self.road = FaultyRoad(ReferenceRoad(headquarters, self.key.id))
        self.seconds = 0.1
        self.reports: list[Progress] = []
        self.dictionary: wire.Dictionary | None = None
        self._ticks = self._stopwatch()
        self.engine = self.started()

    def started(self) -> Engine:
        """A program just started: it remembers nothing but what the store holds."""
        verify = VerifyingKey(NODE.public).verify
        return Engine(
            self.store,
            self.road,
            self.key.sign,
            verify,
            lambda: NOW,
            lambda: next(self._ticks),
            "0.1.0",
            self.dictionary,
        )  # fmt: skip - eight short values

    def round(self, requests: int | None = None) -> Progress:
        """Do one round, or stop after so many requests."""
        end = None if requests is None else len(self.road.carried) + requests
        return self.engine.round(self.reports.append, lambda: end is not None and len(self.road.carried) >= end)

    def rounds_until_quiet(self, most: int = 3) -> int:
        """Do rounds until one ends without trouble; give how many there were."""
        for count in range(1, most + 1):
            try:
                self.round()
            except Trouble:
                continue
            return count
        raise AssertionError(f"not drained in {most} rounds")

    def register(self, count: int) -> list[str]:
        """Write registrations; give their records."""
        records = [f"{self.key.id}{len(self.store.journal) + n:016x}" for n in range(count)]
        for record in records:
            self.write("create", record, {"given_names": f"Persona {record[-4:]}", "consent_programme": True})
        return records

    def sign(self, size: int) -> WaitingBlob:
        """Register somebody who signs: so many bytes, others for each."""
        (record,) = self.register(1)
        content = (record.encode() * (size // len(record) + 1))[:size]
        blob = WaitingBlob(record, digest(content), content)
        self.store.blobs.append(blob)
        return blob

    def edit(self, record: str, field: str, value: object) -> None:
        """Change a field of what is on this laptop's screen."""
        seen = self.store.view()[record].seen_of(field)
        self.write("set", record, {field: value}, {field: seen} if seen else {})

    def write(self, action: str, record: str, fields: dict[str, object], seen: dict[str, str] | None = None) -> None:
        """Write one act into the journal."""
        self.store.write(
            Operation(
                kind="entrepreneur",
                record=record,
                action=action,
                fields=fields,
                seen=seen or {},
                user="u",
                scope="lima",
                saved_at=NOW,
                anchor=self.store.anchor,
            )  # fmt: skip - nine short values
        )

    def arrived(self) -> list[bytes]:
        """This laptop's journal as headquarters holds it; of a closed life, as far as this laptop wrote it."""
        operations: list[bytes] = []
        for life in self.store.written:
            journal = self.headquarters.memory.journals.get((self.key.id, life.incarnation))
            own = None if life is self.store.written[-1] else len(life.operations)
            operations += journal.operations[:own] if journal else []
        return operations

    def _stopwatch(self) -> Iterator[float]:
        now = 0.0
        while True:
            yield now
            now += self.seconds
