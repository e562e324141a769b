"""A record as it stands after some operations: who wrote each value, what waits, what it has heard of. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from chasqui_sync.core.ids import device_of

DELETED, JOINED, RECORD = "@deleted", "@joined", "@record"
"""Keys of ``seen`` that are about the whole record: deletions and joins an act takes back or renews, and, in a
deletion, every writer whose values its author had on screen. No field is named so."""


class Head(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Who wrote a value last: the operation's name and its effective time (ms since 1970 UTC)."""

    operation: str
    time: int

    @property
    def rank(self) -> tuple[int, str, int]:
        """Order writers that did not know of each other: by time, and at one time each journal by its own order.

        A laptop whose clock stands in the past writes everything at the time headquarters last told it.
        """
        journal, _, seq = self.operation.rpartition(".")
        return self.time, journal, int(seq) if seq.isdecimal() else 0


class Rival(msgspec.Struct, frozen=True, array_like=True):
    """A value written without knowing the one that stands; waits for a person to choose."""

    value: Any
    head: Head


class Change(msgspec.Struct, frozen=True, array_like=True):
    """An ``add`` or ``remove`` that no later list has seen; ``seen`` are the writers its author had on screen.

    ``set`` is the written list that the others change.
    """

    action: str
    items: Any
    head: Head
    seen: list[str] = []


class Fate(msgspec.Struct, frozen=True, array_like=True):
    """What happened to the whole record: ``delete``, or ``merge`` (joined ``into`` another record).

    ``seen``: of a deletion, all writers whose values its author had on screen; empty where it does not say.
    """

    action: str
    head: Head
    into: str = ""
    seen: list[str] = []


class State(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A record as it stands after some operations.

    ``head`` is the last writer of every field that ``heads`` does not name, so that a record nobody
    edited carries one name and not forty. ``agreed`` names, by field, who else wrote the standing value
    without knowing of ``head``; ``open`` holds rivals by field, ``overruled`` what a withdrawal of consent won
    over, ``changes`` what was added to and removed from a multiple choice. ``fates`` are deletions and joins.
    ``past`` names the operations that went into it and that nothing here bears any more (journal → seqs), and
    ``early``, by field, those that were seen by one of them and have not arrived. An ``erased`` record is a
    tombstone: it has no values and gets none. ``at`` is headquarters' position, 0 on a laptop's own unsent records.
    """

    id: str
    kind: str
    scope: str
    fields: dict[str, Any]
    head: Head
    heads: dict[str, Head] = {}
    agreed: dict[str, list[Head]] = {}
    open: dict[str, list[Rival]] = {}
    overruled: dict[str, list[Rival]] = {}
    changes: dict[str, list[Change]] = {}
    fates: list[Fate] = []
    past: dict[str, list[int]] = {}
    early: dict[str, list[str]] = {}
    deleted: bool = False
    erased: bool = False
    schema: int = 1
    at: int = 0

    def head_of(self, field: str) -> Head | None:
        """Give the last writer of a field, None where it was never written."""
        if field in self.heads:
            return self.heads[field]
        return self.head if field in self.fields else None

    def has_other_writers(self, device: str) -> bool:
        """Tell whether anything that stands in it was written on another device."""
        heads = (self.head, *self.heads.values(), *(fate.head for fate in self.fates))
        return any(device_of(head.operation) != device for head in heads)

    def seen_of(self, field: str, *, rivals: bool = False) -> str | None:
        """Write the ``seen`` of an author who has this field on screen, None where it has no value.

        It names all writers of the standing value, and what a withdrawal has won over; with ``rivals`` (a person
        settles a conflict) also those of the values that wait.
        """
        head = self.head_of(field)
        if head is None:
            return None
        heads = [head, *self.agreed.get(field, ())]
        heads += reversed([change.head for change in self.changes.get(field, ())])
        heads += [rival.head for rival in self.overruled.get(field, ())]
        if rivals:
            heads += [rival.head for rival in self.open.get(field, ())]
        return " ".join(dict.fromkeys(one.operation for one in heads))

    def seen_fates(self, action: str) -> str | None:
        """Write the ``seen`` of an author who has this record's deletion or join on screen, None where is none."""
        return " ".join(fate.head.operation for fate in self.fates if fate.action == action) or None

    def writers(self) -> list[str]:
        """Name all whose values stand or wait in it, as a deletion's ``seen`` says it."""
        return sorted({head.operation for head in self._value_heads()})

    def joined_into(self) -> list[str]:
        """Name the records this one was joined into; more than one where two joined it without knowing."""
        return sorted({fate.into for fate in self.fates if fate.action == "merge"})

    def edited_beside_deletion(self) -> list[Head]:
        """Give the writers of a deleted record whom no deletion's author had on screen: for a person to review."""
        deletions = [fate for fate in self.fates if fate.action == "delete"]
        if not deletions or not all(fate.seen for fate in deletions):
            return []
        seen = {name for fate in deletions for name in fate.seen}
        beside = {head for head in self._value_heads() if head.operation not in seen}
        return sorted(beside, key=lambda head: head.rank)

    def borne(self) -> set[str]:
        """Name every operation that something here still bears."""
        names = {head.operation for head in self._value_heads()}
        names.update(fate.head.operation for fate in self.fates)
        return names

    def heard(self) -> set[str]:
        """Name every operation that went into it."""
        return self.borne() | set(names_in(self.past))

    def _value_heads(self) -> Iterator[Head]:
        yield self.head
        yield from self.heads.values()
        for heads in self.agreed.values():
            yield from heads
        for kept in (self.open, self.overruled):
            for rivals in kept.values():
                yield from (rival.head for rival in rivals)
        for changes in self.changes.values():
            yield from (change.head for change in changes)


def by_journal(names: Iterable[str]) -> dict[str, list[int]]:
    """Write names of operations shorter: journal → seqs, both in order."""
    journals: dict[str, list[int]] = {}
    for name in names:
        journal, _, seq = name.rpartition(".")
        journals.setdefault(journal, []).append(int(seq))
    return {journal: sorted(seqs) for journal, seqs in sorted(journals.items())}


def names_in(journals: dict[str, list[int]]) -> Iterator[str]:
    """Give the names that ``by_journal`` wrote."""
    return (f"{journal}.{seq}" for journal, seqs in journals.items() for seq in seqs)
