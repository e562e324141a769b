"""A headquarters in memory, as short as the protocol allows: what the real one is measured against."""

from __future__ import annotations

import copy
from collections.abc import Sequence

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.blobs import digest, tally
from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.sides import WaitingBlob
from chasqui_sync.signing import SigningKey, VerifyingKey


class Journal(msgspec.Struct):
    """One device's operations as they came; ``heads[n]`` is the chain hash after n of them."""

    operations: list[bytes]
    heads: list[bytes]
    receipts: dict[str, wire.Receipt] = {}
    verdicts: list[tuple[int, int]] = []


class Memory(msgspec.Struct):
    """Everything a backup holds."""

    journals: dict[tuple[str, str], Journal] = {}
    states: dict[str, State] = {}
    position: int = 0
    receipts: int = 0
    blobs: dict[tuple[str, str], bytes] = {}


class ReferenceHeadquarters:
    """Accepts batches, folds, gives positions, signs receipts, serves pages. One thread, no disk."""

    def __init__(self, key: SigningKey, page_size: int = 1000, limits: wire.Limits | None = None) -> None:
        self.key = key
        self.memory = Memory()
        self.epoch = "e1"
        self.clock = 1_795_478_400_000
        self.page_size = page_size
        self.limits = limits or wire.Limits(operations=5000, body=4_194_304, inflated=33_554_432)
        self.knows_blobs = True
        self.unwanted: set[str] = set()
        """Records of which no blob is taken."""
        self._devices: dict[str, VerifyingKey] = {}

    def enrol(self, public_key: bytes) -> None:
        """Let a device in."""
        key = VerifyingKey(public_key)
        self._devices[key.id] = key

    def backup(self) -> Memory:
        """Give a copy to restore from later."""
        return copy.deepcopy(self.memory)

    def restore(self, memory: Memory, *, knowingly: bool = True) -> None:
        """Forget everything since a backup, and begin a new epoch where it is known to be one."""
        self.memory = copy.deepcopy(memory)
        if knowingly:
            self.epoch = f"e{int(self.epoch[1:]) + 1}"

    def told(self, device: str) -> str:
        """Give the tally of a device's blobs: its records begin with its name, and what is whole has its hash."""
        return tally(
            name for name, content in self.memory.blobs.items() if name[0][:16] == device and digest(content) == name[1]
        )

    def hello(
        self,
        device: str,
        marks: dict[str, list[tuple[int, str]]] | None = None,
        proofs: Sequence[wire.Receipt] = (),
    ) -> wire.HelloAnswer:
        """Say what is known of a device's journals, and where they are the caller's own."""
        journals = {
            incarnation: (len(journal.operations), journal.heads[-1].hex())
            for (owner, incarnation), journal in self.memory.journals.items()
            if owner == device
        }
        self.clock += 1
        bodies = [wire.decode(bytes(proof.body), wire.ReceiptBody) for proof in proofs]
        if any(body.upto > journals.get(body.incarnation, (0, ""))[0] for body in bodies):
            self.epoch = f"e{int(self.epoch[1:]) + 1}"
        return wire.HelloAnswer(
            node=self.key.id,
            node_key=self.key.public,
            epoch=self.epoch,
            clock=self.clock,
            status="active",
            journals=journals,
            limits=self.limits,
            blobs=self.told(device),
            agreed=(
                agreed := {
                    incarnation: self._agreed(device, incarnation, m) for incarnation, m in (marks or {}).items()
                }
            ),
            receipts=[self._receipt(device, incarnation, seq) for incarnation, seq in agreed.items() if seq],
        )  # fmt: skip - nine short values

    def push(self, device: str, data: bytes, after: str | None) -> wire.Answer:
        """Accept a batch; the same again, or one that overlaps, changes nothing twice."""
        if len(data) > self.limits.body:
            raise Trouble(Problem.BODY_TOO_LARGE)
        batch = wire.read_batch(data)
        if batch.header.device != device:
            raise Trouble(Problem.BATCH_FOREIGN)
        operations = wire.open_batch(batch, self._devices[device].verify, self.limits.inflated)
        if len(operations) > self.limits.operations:
            raise Trouble(Problem.BODY_TOO_LARGE)
        receipt = self._accept(batch.header, operations)
        return self._answer(device, receipt, after)

    def fetch(self, device: str, after: str, most: int | None = None) -> wire.Answer:
        """Serve the page after a cursor."""
        return self._answer(device, None, after, most)

    def _accept(self, header: wire.BatchHeader, operations: list[bytes]) -> wire.Receipt:
        start = wire.genesis(header.device, header.incarnation)
        place = (header.device, header.incarnation)
        journal = self.memory.journals.setdefault(place, Journal([], [start]))
        known = len(journal.operations)
        if header.first > known + 1:
            raise Trouble(Problem.BATCH_GAP, expected=known + 1)
        overlap = journal.operations[header.first - 1 : header.last]
        if journal.heads[header.first - 1].hex() != header.prev or operations[: len(overlap)] != overlap:
            raise Trouble(Problem.JOURNAL_FORK)
        if header.head in journal.receipts:
            return journal.receipts[header.head]
        verdicts = [
            (seq, verdict.number)
            for seq, operation in enumerate(operations[len(overlap) :], known + 1)
            if (verdict := self._fold(header, journal, seq, operation)) is not None
        ]
        journal.verdicts += verdicts
        receipt = self._receipt(header.device, header.incarnation, len(journal.operations))
        journal.receipts[header.head] = receipt
        return receipt

    def _agreed(self, device: str, incarnation: str, marks: list[tuple[int, str]]) -> int:
        journal = self.memory.journals.get((device, incarnation))
        heads = [head.hex() for head in journal.heads] if journal else []
        return max((seq for seq, head in marks if seq < len(heads) and heads[seq] == head), default=0)

    def _fold(self, header: wire.BatchHeader, journal: Journal, seq: int, data: bytes) -> Problem | None:
        journal.operations.append(data)
        journal.heads.append(wire.link(journal.heads[-1], seq, data))
        self.clock += 1
        try:
            operation = wire.decode_operation(data)
            name = operation_name(header.device, header.incarnation, seq)
            state = fold(self.memory.states.get(operation.record), operation, name, self.clock)
        except Trouble as trouble:
            return trouble.problem
        self.memory.position += 1
        state.at = self.memory.position
        self.memory.states[operation.record] = state
        return None

    def _receipt(self, device: str, incarnation: str, upto: int) -> wire.Receipt:
        self.memory.receipts += 1
        journal = self.memory.journals[device, incarnation]
        body = wire.ReceiptBody(
            node=self.key.id,
            device=device,
            incarnation=incarnation,
            upto=upto,
            head=journal.heads[upto].hex(),
            level="hq",
            at=self.clock,
            number=self.memory.receipts,
            verdicts=[verdict for verdict in journal.verdicts if verdict[0] <= upto],
        )
        return wire.make_receipt(body, self.key.sign)

    def _answer(
        self, device: str, receipt: wire.Receipt | None, after: str | None, most: int | None = None
    ) -> wire.Answer:
        page = None if after is None else self._page(device, after, most or self.page_size)
        return wire.Answer(epoch=self.epoch, clock=self.clock, receipt=receipt, page=page)

    def _page(self, device: str, after: str, most: int) -> wire.Page:
        epoch, _, position = after.partition(".")
        if after and not position.isdigit():
            raise Trouble(Problem.CURSOR_UNKNOWN)
        start = int(position) if epoch == self.epoch and int(position) <= self.memory.position else 0
        later = sorted((state for state in self.memory.states.values() if state.at > start), key=lambda one: one.at)
        shown = later[: min(most, self.page_size)]
        end = shown[-1].at if shown else max(start, self.memory.position)
        own = {
            incarnation: len(journal.operations)
            for (owner, incarnation), journal in self.memory.journals.items()
            if owner == device
        }
        is_complete = len(shown) == len(later)
        return wire.Page(
            records=[msgspec.Raw(wire.encode(state)) for state in shown],
            cursor=f"{self.epoch}.{end}",
            complete=is_complete,
            own=own,
        )


class ReferenceRoad:
    """One device's way to the headquarters in memory: bytes go in and out as on a real road."""

    def __init__(self, headquarters: ReferenceHeadquarters, device: str) -> None:
        self._headquarters = headquarters
        self._device = device

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Exchange greetings."""
        told = wire.decode(wire.encode(hello), wire.Hello)
        answer = self._headquarters.hello(self._device, told.marks, told.proofs)
        return wire.decode(wire.encode(answer), wire.HelloAnswer)

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        """Send a batch, whole: nothing is cut here."""
        assert begun == 0
        return wire.decode(wire.encode(self._headquarters.push(self._device, batch, after)), wire.Answer)

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        """Ask for a page."""
        return wire.decode(wire.encode(self._headquarters.fetch(self._device, after, most)), wire.Answer)

    def send_blob(self, blob: WaitingBlob, offset: int, most: int) -> wire.BlobAnswer:
        """Send a piece of a blob; what is there already is skipped."""
        headquarters = self._headquarters
        if not headquarters.knows_blobs:
            raise Trouble(Problem.NOT_FOUND)
        if blob.record in headquarters.unwanted:
            raise Trouble(Problem.BLOB_UNWANTED)
        known = headquarters.memory.blobs.get((blob.record, blob.sha256), b"")
        if offset > len(known):
            raise Trouble(Problem.BLOB_GAP, expected=len(known))
        content = known + blob.content[len(known) : max(len(known), offset + most)]
        if len(content) == len(blob.content) and digest(content) != blob.sha256:
            del headquarters.memory.blobs[blob.record, blob.sha256]
            raise Trouble(Problem.BLOB_CORRUPT)
        headquarters.memory.blobs[blob.record, blob.sha256] = content
        answer = wire.BlobAnswer(
            epoch=headquarters.epoch,
            clock=headquarters.clock,
            held=len(content),
            blobs=headquarters.told(blob.record[:16]),
        )
        return wire.decode(wire.encode(answer), wire.BlobAnswer)

    def compare(self, after: str) -> wire.Answer:
        """Ask what this headquarters does not know."""
        raise Trouble(Problem.NOT_FOUND)

    def refetch(self, after: str, buckets: Sequence[int]) -> wire.Answer:
        """Ask what this headquarters does not know."""
        raise Trouble(Problem.NOT_FOUND)
