"""What really happened, written down beside the program: acts said to be saved, receipts given, pages given."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.operations import Operation

MARK = "mark_"
"""Each act carries one field of its own of this prefix, which no version of the program knows."""


WHOLE_RECORD = frozenset({"delete", "merge", "unmerge"})
"""Acts that write no field: their mark stands in their operation alone."""


class Act(NamedTuple):
    """One act as it lies in a journal: where, and its bytes."""

    incarnation: str
    seq: int
    operation: bytes

    @property
    def identity(self) -> str:
        """Name the act itself, whatever journal it lies in."""
        return identity_of(self.operation)

    def read(self) -> Operation:
        """Read it."""
        return wire.decode_operation(self.operation)

    def renamed(self, named: dict[str, str]) -> Operation:
        """Read it as it says the same where operations have other names."""
        operation = self.read()
        seen = {
            field: " ".join(named.get(one, one) for one in names.split()) for field, names in operation.seen.items()
        }
        return msgspec.structs.replace(operation, seen=seen)


class Given(NamedTuple):
    """A receipt that left headquarters, heard or not, and which of its lives gave it."""

    body: wire.ReceiptBody
    life: int


class Shown(NamedTuple):
    """A record's bytes that left headquarters for a device."""

    device: str
    record: bytes


class Meant(NamedTuple):
    """What a promoter meant by one save: the fields she changed, and who had written what she saw in them.

    ``fields`` is None where the program itself adds to what she typed.
    """

    fields: dict[str, Any] | None
    saw: dict[str, str]


class Ledger:
    """The simulation's own memory; the program never reads it."""

    def __init__(self) -> None:
        self.receipts: list[Given] = []
        self.shown: list[Shown] = []
        self.unproved = ""
        """The epoch in which headquarters was last put back: while it lasts nobody has shown it what it has lost."""
        self.revoked: dict[str, int] = {}
        """Device → moment (ms) at which it was revoked."""
        self.roles: dict[str, list[tuple[int, str]]] = {}
        """Of who was given another role all she had, each with the moment (ms) since which; her first since ever."""
        self.counts: dict[str, int] = {}
        """How often each fault and act really happened."""

        self.saw: list[tuple[bytes, str, str]] = []
        """An act's bytes, a field of it, and the operation that had set what its author saw there."""
        self.former: dict[bytes, int | None] = {}
        """Acts that no laptop holds any more since an image was put back → the life of headquarters that has them."""
        self.accepted: Counter[tuple[int, str]] = Counter()
        """How often headquarters took the same signed request, by its life and the ``Authorization`` header."""

    def rename(self, data: dict[bytes, bytes], named: dict[str, str]) -> None:
        """Write down that on one laptop acts have other bytes and operations other names; a copy may keep the old."""
        self.saw += [
            (data[act], field, named.get(writer, writer))
            for act, field, writer in self.saw
            if act in data and (data[act] != act or named.get(writer, writer) != writer)
        ]

    def count(self, what: str) -> None:
        """Count something that happened."""
        self.counts[what] = self.counts.get(what, 0) + 1


def identity_of(data: bytes) -> str:
    """Name an act by its own mark, or by record and action where the program left it no place for one."""
    operation = wire.decode_operation(data)
    return f"{operation.record} {mark_of(operation) or operation.action}"


def mark_of(operation: Operation) -> str | None:
    """Give the name of an act's own field."""
    return next((field for field in operation.fields if field.startswith(MARK)), None)
