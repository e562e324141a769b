"""A laptop's store in memory, as short as the protocol allows: what the encrypted one is measured against."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.blobs import with_one_more
from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.lives import branch_name
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.sides import LifeStanding, Run, Standing, WaitingBlob


class Life:
    """One incarnation: its operations, the chain hash after each, and how far receipts and states go."""

    def __init__(self, device: str, incarnation: str) -> None:
        self.incarnation = incarnation
        self.operations: list[bytes] = []
        self.heads = [wire.genesis(device, incarnation)]
        self.receipted = 0
        self.durable = 0
        self.folded = 0
        """The highest own seq that is in headquarters' states."""

    def append(self, data: bytes) -> None:
        """Write an operation's bytes behind the last."""
        self.operations.append(data)
        self.heads.append(wire.link(self.heads[-1], len(self.operations), data))

    def cut(self, length: int) -> list[bytes]:
        """Keep the first operations; give the others."""
        cut = self.operations[length:]
        del self.operations[length:], self.heads[length + 1 :]
        self.receipted, self.folded = min(self.receipted, length), min(self.folded, length)
        self.durable = min(self.durable, length)
        return cut


class ReferenceStore:
    """A journal, the receipts it has, and headquarters' states with one's own later operations over them."""

    def __init__(self, device: str, incarnation: str = "1") -> None:
        self.device = device
        self.written = [Life(device, incarnation)]
        self.receipts: list[wire.ReceiptBody] = []
        self.raw: dict[str, tuple[int, bytes]] = {}
        self.cursor: str | None = None
        self.epoch: str | None = None
        self.anchor = 0
        self.states: dict[str, State] = {}
        self.blobs: list[WaitingBlob] = []
        self.settled: dict[tuple[str, str], str] = {}
        """The epoch in which a blob was last said to be held, or unwanted."""
        self.told = ""
        """The tally of what the other side said it holds."""
        self.copy = ""
        """Tells the incarnations of two copies of this store apart."""

    @property
    def incarnation(self) -> str:
        """The one that is written."""
        return self.written[-1].incarnation

    @property
    def journal(self) -> list[bytes]:
        """All own operations."""
        return [data for life in self.written for data in life.operations]

    @property
    def receipted(self) -> int:
        """How many own operations have a receipt."""
        return sum(life.receipted for life in self.written)

    def write(self, operation: Operation) -> None:
        """Append one operation to the journal."""
        self.append(wire.encode_operation(operation))

    def append(self, data: bytes) -> None:
        """Append an operation's bytes, readable or not."""
        self.written[-1].append(data)

    def view(self) -> dict[str, State]:
        """Headquarters' states with one's own operations that are not in them folded over."""
        states = dict(self.states)
        for life in self.written:
            for seq, data in enumerate(life.operations[life.folded :], life.folded + 1):
                name = operation_name(self.device, life.incarnation, seq)
                try:
                    operation = wire.decode_operation(data)
                    states[operation.record] = fold(states.get(operation.record), operation, name)
                except Trouble:
                    continue
        return states

    def standing(self) -> Standing:
        """Say where this laptop stands."""
        life = next((one for one in self.written if one.receipted < len(one.operations)), self.written[-1])
        return Standing(
            self.device,
            life.incarnation,
            len(life.operations),
            life.receipted,
            len(self.journal) - self.receipted,
            self.cursor,
            self.epoch,
            is_to_compare=False,
            has_blobs=self.waiting_blob(self.epoch or "") is not None,
        )  # fmt: skip - nine short values

    def lives(self) -> list[LifeStanding]:
        """Give every life."""
        return [
            LifeStanding(life.incarnation, 0, len(life.operations), life.receipted, life.durable)
            for life in self.written
        ]

    def heads(self, incarnation: str, seqs: Sequence[int]) -> dict[int, bytes]:
        """Give a life's chain hashes."""
        heads = self._life(incarnation).heads
        return {seq: heads[seq] for seq in seqs}

    def run_after(self, incarnation: str, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        """Give a life's next operations, one at least where there is any."""
        life = self._life(incarnation)
        operations: list[bytes] = []
        for data in life.operations[seq : seq + most_operations]:
            if operations and sum(map(len, operations)) + len(data) > most_bytes:
                break
            operations.append(data)
        return Run(seq + 1, life.heads[seq], operations) if operations else None

    def made_ready(self, page: wire.Page) -> wire.Page:
        """Nothing to do before."""
        return page

    def take_answer(
        self, receipt: wire.ReceiptBody | None, raw_receipt: bytes, page: wire.Page | None, epoch: str, clock: int
    ) -> int:
        """Store an answer, all of it or nothing."""
        if receipt is not None:
            life = self._receipted(receipt)
            assert wire.decode(bytes(wire.decode(raw_receipt, wire.Receipt).body), wire.ReceiptBody) == receipt
            self.receipts.append(receipt)
            self.raw[receipt.incarnation] = max(
                self.raw.get(receipt.incarnation, (0, b"")), (receipt.upto, raw_receipt)
            )
            life.receipted = max(life.receipted, receipt.upto)
            if receipt.level == "durable":
                life.durable = max(life.durable, receipt.upto)
        changed = 0
        if page is not None:
            incoming = [wire.state_of(raw) for raw in page.records]
            changed = sum(state.has_other_writers(self.device) for state in incoming)
            self.states |= {state.id: state for state in incoming}
            changed += sum(self.states.pop(gone, None) is not None for gone in page.gone)
            for life in self.written:
                life.folded = min(page.own.get(life.incarnation, 0), len(life.operations))
            self.cursor = page.cursor
        self.epoch, self.anchor = epoch, clock
        return changed

    def certified(self) -> int:
        """Hold none: nobody enrolled this laptop."""
        return 0

    def take_certificate(self, certificate: wire.Certificate, clock: int) -> None:
        """Be given none."""
        raise AssertionError((certificate, clock))

    def receipt(self, incarnation: str) -> bytes | None:
        """Give the furthest receipt of a life."""
        return self.raw[incarnation][1] if incarnation in self.raw else None

    def rewind(self, incarnation: str, seq: int) -> None:
        """Wait for receipts again from ``seq`` of a life."""
        for life in self.written[self.written.index(self._life(incarnation)) :]:
            life.receipted = life.folded = min(life.receipted, seq if life.incarnation == incarnation else 0)
            life.durable = min(life.durable, life.receipted)

    def unlike(self, digest: bytes) -> list[int]:
        """Find nothing."""
        del digest
        return []

    def mend(self, page: wire.Page) -> set[str]:
        """Mend nothing."""
        del page
        return set()

    def drop_beyond(self, buckets: Sequence[int], there: set[str], page: wire.Page) -> None:
        """Drop nothing."""

    def compared(self, *, sure: bool) -> None:
        """Remember nothing."""

    def waiting_blob(self, epoch: str) -> WaitingBlob | None:
        """Give the first that is not settled in this epoch."""
        return next((blob for blob in self.blobs if self.settled.get((blob.record, blob.sha256)) != epoch), None)

    def settle_blob(self, blob: WaitingBlob, epoch: str, told: str | None) -> None:
        """Remember it."""
        if told is not None:
            self._hear(told, blob)
        self.settled[blob.record, blob.sha256] = epoch

    def hear_blobs(self, told: str) -> None:
        """Begin anew where any is missing."""
        self._hear(told, self.waiting_blob(self.epoch or ""))

    def _hear(self, told: str, on_its_way: WaitingBlob | None) -> None:
        one = (on_its_way.record, on_its_way.sha256) if on_its_way else None
        if told != self.told and (one is None or told != with_one_more(self.told, one)):
            self.settled.clear()
        self.told = told

    def prune(self) -> None:
        """Keep everything."""

    def reopen(self, incarnation: str, after: int) -> None:
        """Write again, in a new life, what came after ``after``: every name of it is replaced wherever it stands."""
        place = self.written.index(self._life(incarnation))
        beyond = [head for life in self.written[place:] for head in life.heads[1:]][after:]
        fresh = Life(self.device, branch_name(beyond[0]) if beyond else f"{len(self.written) + 1}{self.copy}")
        names: dict[str, str] = {}
        moved: list[bytes] = []
        for life in self.written[place:]:
            keep = after if life.incarnation == incarnation else 0
            for seq in range(keep + 1, len(life.operations) + 1):
                old = operation_name(self.device, life.incarnation, seq)
                names[old] = operation_name(self.device, fresh.incarnation, len(names) + 1)
            moved += life.cut(keep)
        for data in moved:
            fresh.append(_with_names(data, names))
        self.written = [*self.written[: place + 1], fresh]
        self.states = {
            record: wire.state_of(msgspec.Raw(_with_names(wire.encode(state), names)))
            for record, state in self.states.items()
        }

    def _life(self, incarnation: str) -> Life:
        return next(life for life in self.written if life.incarnation == incarnation)

    def _receipted(self, receipt: wire.ReceiptBody) -> Life:
        life = next((one for one in self.written if one.incarnation == receipt.incarnation), None)
        if receipt.device != self.device or life is None or receipt.upto > len(life.operations):
            raise Trouble(Problem.RECEIPT_FALSE)
        if life.heads[receipt.upto].hex() != receipt.head:
            raise Trouble(Problem.RECEIPT_FALSE)
        return life


def _with_names(data: bytes, names: dict[str, str]) -> bytes:
    """Replace names of operations anywhere in a document."""

    def renamed(value: object) -> object:
        if isinstance(value, str):
            return " ".join(names.get(word, word) for word in value.split(" "))
        if isinstance(value, list):
            return [renamed(item) for item in value]
        if isinstance(value, dict):
            return {key: renamed(item) for key, item in value.items()}
        return value

    try:
        return msgspec.json.encode(renamed(msgspec.json.decode(data)))
    except msgspec.MsgspecError:
        return data


def same_but_for_place(one: dict[str, State], other: dict[str, State]) -> bool:
    """Tell whether two registers hold the same fields, rivals and deletions; positions and times aside."""

    def shown(states: dict[str, State]) -> dict[str, bytes]:
        return {
            record: msgspec.json.encode([state.kind, state.fields, state.deleted, sorted(state.open)], order="sorted")
            for record, state in states.items()
        }

    return shown(one) == shown(other)
