"""A laptop's store in memory, as short as the protocol allows: what the encrypted one is measured against."""

from __future__ import annotations

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.engine import Run, Standing


class ReferenceStore:
    """A journal, the receipts it has, and headquarters' states with one's own later operations over them."""

    def __init__(self, device: str, incarnation: str = "1") -> None:
        self.device = device
        self.incarnation = incarnation
        self.journal: list[bytes] = []
        self.heads = [wire.genesis(device, incarnation)]
        self.receipted = 0
        self.receipts: list[wire.ReceiptBody] = []
        self.cursor: str | None = None
        self.epoch: str | None = None
        self.anchor = 0
        self.states: dict[str, State] = {}
        self.folded = 0
        """The highest own seq that is in headquarters' states."""

    def write(self, operation: Operation) -> None:
        """Append one operation to the journal."""
        self.append(wire.encode_operation(operation))

    def append(self, data: bytes) -> None:
        """Append an operation's bytes, readable or not."""
        self.journal.append(data)
        self.heads.append(wire.link(self.heads[-1], len(self.journal), data))

    def view(self) -> dict[str, State]:
        """Headquarters' states with one's own operations that are not in them folded over."""
        states = dict(self.states)
        for seq, data in enumerate(self.journal[self.folded :], self.folded + 1):
            name = operation_name(self.device, self.incarnation, seq)
            try:
                operation = wire.decode_operation(data)
                states[operation.record] = fold(states.get(operation.record), operation, name)
            except Trouble:
                continue
        return states

    def standing(self) -> Standing:
        """Say where this laptop stands."""
        return Standing(
            self.device,
            self.incarnation,
            len(self.journal),
            self.receipted,
            self.heads[self.receipted],
            self.cursor,
            self.epoch,
        )  # fmt: skip - seven short values

    def run_after(self, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        """Give the journal's next operations, one at least where there is any."""
        operations: list[bytes] = []
        for data in self.journal[seq : seq + most_operations]:
            if operations and sum(map(len, operations)) + len(data) > most_bytes:
                break
            operations.append(data)
        return Run(seq + 1, self.heads[seq], operations) if operations else None

    def take_answer(
        self, receipt: wire.ReceiptBody | None, raw_receipt: bytes, page: wire.Page | None, epoch: str, clock: int
    ) -> int:
        """Store an answer, all of it or nothing."""
        if receipt is not None:
            self._check(receipt)
            assert wire.decode(bytes(wire.decode(raw_receipt, wire.Receipt).body), wire.ReceiptBody) == receipt
            self.receipts.append(receipt)
            self.receipted = max(self.receipted, receipt.upto)
        changed = 0
        if page is not None:
            incoming = [wire.state_of(raw) for raw in page.records]
            changed = sum(state.has_other_writers(self.device) for state in incoming)
            self.states |= {state.id: state for state in incoming}
            changed += sum(self.states.pop(gone, None) is not None for gone in page.gone)
            self.folded = page.own.get(self.incarnation, self.folded)
            self.cursor = page.cursor
        self.epoch, self.anchor = epoch, clock
        return changed

    def rewind(self, seq: int, head: bytes, epoch: str) -> None:
        """Wait for receipts again from ``seq``."""
        if self.heads[seq] != head:
            raise Trouble(Problem.JOURNAL_FORK)
        self.receipted, self.epoch = seq, epoch
        self.folded = min(self.folded, seq)

    def _check(self, receipt: wire.ReceiptBody) -> None:
        is_ours = (receipt.device, receipt.incarnation) == (self.device, self.incarnation)
        if not is_ours or receipt.upto > len(self.journal) or self.heads[receipt.upto].hex() != receipt.head:
            raise Trouble(Problem.RECEIPT_FALSE)


def same_but_for_place(one: dict[str, State], other: dict[str, State]) -> bool:
    """Tell whether two registers hold the same fields, rivals and deletions; positions and times aside."""

    def shown(states: dict[str, State]) -> dict[str, bytes]:
        return {
            record: msgspec.json.encode([state.kind, state.fields, state.deleted, sorted(state.open)], order="sorted")
            for record, state in states.items()
        }

    return shown(one) == shown(other)
