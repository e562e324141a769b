"""The lives of a device's journal, and the names its operations get in a new one. Pure.

A laptop restored from an image, or a copy of one, can't go on in the journal that headquarters has seen
longer: it begins a new *incarnation*. What it had written beyond the last place both agree on is written
again there, under new names, and whatever named the old ones names the new ones. No name is used twice.

What was written beyond names the new incarnation (``branch_name``): two copies that hold the same unsent work
write it again under the same names, and it counts once.

A laptop counts its own operations over all its lives; on the wire they are counted anew in each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.state import Change, Fate, Head, Rival, State, by_journal, names_in

Rename = Callable[[str], str]
"""Gives an operation's name in the new life; names that are not concerned stay."""


class Life(NamedTuple):
    """One incarnation; its first operation is the one after the ``base`` own ones of the lives before."""

    incarnation: str
    base: int


class Lives(NamedTuple):
    """All lives of a device that are still told apart, the oldest first; there is always one."""

    device: str
    lives: tuple[Life, ...]

    @property
    def current(self) -> Life:
        """Give the life that is being written."""
        return self.lives[-1]

    def of(self, number: int) -> Life:
        """Give the life in which own operation ``number`` was written, the current one for those to come."""
        return next((life for life in reversed(self.lives) if life.base < number), self.lives[0])

    def called(self, incarnation: str) -> Life | None:
        """Give the life of a name."""
        return next((life for life in self.lives if life.incarnation == incarnation), None)

    def end_of(self, life: Life, last: int) -> int:
        """Give the number of a life's last operation, where ``last`` is the last own one of all."""
        later = self.lives[self.lives.index(life) + 1 :]
        return later[0].base if later else last

    def name(self, number: int) -> str:
        """Name own operation ``number`` as ``heads`` and ``seen`` do."""
        life = self.of(number)
        return operation_name(self.device, life.incarnation, number - life.base)

    def number_of(self, name: str) -> int | None:
        """Give the number of an own operation by its name; None for another device's, or another copy's."""
        device, _, rest = name.partition(".")
        incarnation, _, seq = rest.partition(".")
        life = self.called(incarnation) if device == self.device else None
        if life is None or not seq.isdecimal():
            return None
        number = life.base + int(seq)
        return number if self.of(number) == life else None

    def renewed(self, after: int, incarnation: str) -> Lives:
        """Give the lives once all that follows number ``after`` is written again in a new one."""
        kept = tuple(life for life in self.lives if life.base < after)
        return Lives(self.device, (*kept, Life(incarnation, after)))


def branch_name(head: bytes) -> str:
    """Name the incarnation for what was written beyond the last common place, by the chain hash after its first."""
    return hashlib.sha256(b"chasqui branch v1\n" + head).hexdigest()[:8]


def renaming(before: Lives, after: Lives) -> Rename:
    """Give the new names of what was written again when ``before`` was renewed to ``after``."""
    base = after.current.base

    def rename(name: str) -> str:
        number = before.number_of(name)
        return name if number is None or number <= base else after.name(number)

    return rename


def renamed_seen(seen: dict[str, str], rename: Rename) -> dict[str, str]:
    """Give an operation's ``seen`` in the new names."""
    return {field: " ".join(rename(name) for name in names.split()) for field, names in seen.items()}


def renamed_operation(data: bytes, rename: Rename) -> bytes:
    """Give an operation's bytes with its ``seen`` in the new names; the same bytes where none is concerned.

    Works on the document, so that what this version doesn't know stays. Bytes that are none stay too.
    """
    try:
        document: Any = msgspec.json.decode(data)
        seen = document["seen"]
        renamed = renamed_seen(seen, rename)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, TypeError, KeyError, AttributeError):
        return data
    return data if renamed == seen else msgspec.json.encode({**document, "seen": renamed})


def renamed_state(state: State, rename: Rename) -> State:
    """Give a record's state with its writers in the new names."""

    def head(one: Head) -> Head:
        return Head(rename(one.operation), one.time)

    def rivals(kept: dict[str, list[Rival]]) -> dict[str, list[Rival]]:
        return {field: [Rival(one.value, head(one.head)) for one in waiting] for field, waiting in kept.items()}

    return msgspec.structs.replace(
        state,
        head=head(state.head),
        heads={field: head(one) for field, one in state.heads.items()},
        agreed={field: [head(one) for one in heads] for field, heads in state.agreed.items()},
        open=rivals(state.open),
        overruled=rivals(state.overruled),
        changes={
            field: [Change(one.action, one.items, head(one.head), _renamed(one.seen, rename)) for one in changes]
            for field, changes in state.changes.items()
        },
        fates=[Fate(one.action, head(one.head), one.into, _renamed(one.seen, rename)) for one in state.fates],
        past=by_journal(rename(name) for name in names_in(state.past)),
        early={field: _renamed(names, rename) for field, names in state.early.items()},
    )


def _renamed(names: list[str], rename: Rename) -> list[str]:
    return sorted(rename(name) for name in names)
