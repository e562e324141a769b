"""The fold: what a record looks like after an operation. Pure and deterministic on every node.

Per field: an operation takes the place of exactly the writers its ``seen`` names. Writers that are
left beside it did not know of each other: equal values close themselves, else the later by effective
time stands and the others wait in the record's ``open`` list for a person to settle (by an operation
that has seen them). So nothing depends on the order in which two such writers arrive. Withdrawal of
consent wins over anything concurrent; a deleted record stays deleted.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from chasqui_sync.core.ids import device_of
from chasqui_sync.core.operations import ACTIONS, Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import KINDS, SCHEMA

T = TypeVar("T")
_encoder = msgspec.json.Encoder(order="sorted")


class Head(msgspec.Struct, frozen=True, array_like=True):
    """Who wrote a value last: the operation's name and its effective time (ms since 1970 UTC)."""

    operation: str
    time: int


class Rival(msgspec.Struct, frozen=True, array_like=True):
    """A value written without knowing the one that stands; waits for a person to choose."""

    value: Any
    head: Head


class State(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A record as it stands after some operations.

    ``head`` is the last writer of every field that ``heads`` does not name, so that a record nobody
    edited carries one name and not forty. ``agreed`` names, by field, who else wrote the standing value
    without knowing of ``head``; ``open`` holds rivals by field. ``at`` is headquarters' position, 0 on
    a laptop's own unsent records.
    """

    id: str
    kind: str
    scope: str
    fields: dict[str, Any]
    head: Head
    heads: dict[str, Head] = {}
    agreed: dict[str, list[Head]] = {}
    open: dict[str, list[Rival]] = {}
    deleted: bool = False
    schema: int = 1
    at: int = 0

    def head_of(self, field: str) -> Head | None:
        """Give the last writer of a field, None where it was never written."""
        if field in self.heads:
            return self.heads[field]
        return self.head if field in self.fields else None

    def has_other_writers(self, device: str) -> bool:
        """Tell whether anything that stands in it was written on another device."""
        return any(device_of(head.operation) != device for head in (self.head, *self.heads.values()))

    def seen_of(self, field: str, *, rivals: bool = False) -> str | None:
        """Write the ``seen`` of an author who has this field on screen, None where it has no value.

        It names all writers of the standing value; with ``rivals`` (a person settles a conflict) also
        those of the values that wait.
        """
        head = self.head_of(field)
        if head is None:
            return None
        heads = [head, *self.agreed.get(field, ())]
        if rivals:
            heads += [rival.head for rival in self.open.get(field, ())]
        return " ".join(one.operation for one in heads)


def readable(operation: Operation) -> Problem | None:
    """Say why this version cannot fold an operation, or None. It is stored either way."""
    if operation.kind not in KINDS:
        return Problem.KIND_UNKNOWN
    if operation.schema > SCHEMA or operation.v != 1:
        return Problem.SCHEMA_NEWER
    return None if operation.action in FOLDED else Problem.ACTION_UNKNOWN


FOLDED: frozenset[str] = ACTIONS & {"create", "set", "add", "remove", "delete", "resolve", "withdraw"}
"""The actions this version folds; the others are stored, deferred and said in the receipt."""


def effective_time(operation: Operation, received: int | None) -> int:
    """Clamp the untrusted ``saved_at`` between the anchor and the time headquarters received it (ms).

    ``received`` is None on the laptop that wrote it. Both bounds are headquarters' clock, so a wrong
    clock decides nothing outside its true offline window.
    """
    time = max(operation.saved_at, operation.anchor)
    return time if received is None else min(time, received)


def fold(state: State | None, operation: Operation, name: str, received: int | None = None) -> State:
    """Give the record's state after one more operation; the given state is not changed.

    ``name`` is the operation's name (``ids.operation_name``). Raises Trouble(RECORD_EXISTS) when a
    create meets a record, Trouble(RECORD_UNKNOWN) when anything else meets none,
    Trouble(KIND_UNKNOWN | SCHEMA_NEWER | ACTION_UNKNOWN) for what this version does not fold,
    Trouble(RULE_BROKEN) when an add or remove meets a field that is no list.
    """
    unreadable = readable(operation)
    if unreadable is not None:
        raise Trouble(unreadable)
    head = Head(name, effective_time(operation, received))
    if operation.action == "create":
        if state is not None:
            raise Trouble(Problem.RECORD_EXISTS)
        return State(
            id=operation.record,
            kind=operation.kind,
            scope=operation.scope,
            fields=dict(operation.fields),
            head=head,
            schema=operation.schema,
        )  # fmt: skip - one field a line hides how short this is
    if state is None or state.kind != operation.kind:
        raise Trouble(Problem.RECORD_UNKNOWN)
    if operation.scope != state.scope:
        raise Trouble(Problem.SCOPE_OUTSIDE)
    result = msgspec.structs.replace(
        state,
        fields=dict(state.fields),
        heads=dict(state.heads),
        agreed=dict(state.agreed),
        open=dict(state.open),
    )
    if operation.action == "delete":
        result.deleted = True
        return result
    for field, value in sorted(operation.fields.items()):
        seen = frozenset(operation.seen.get(field, "").split())
        if operation.action in {"add", "remove"}:
            _change_set(result, operation.action, field, value, head, seen)
        elif operation.action == "withdraw" and _is_consent(field):
            _write(result, field, value=False, head=head, seen=seen)
        else:
            _write(result, field, value, head, seen)
    return result


def _write(state: State, field: str, value: object, head: Head, seen: frozenset[str]) -> None:
    standing = state.head_of(field)
    written = [] if standing is None else [Rival(state.fields[field], standing)]
    written += [Rival(state.fields[field], agreed) for agreed in state.agreed.get(field, ())]
    written += state.open.get(field, ())
    unseen = [rival for rival in written if rival.head.operation not in seen]
    _let_stand(state, field, [*unseen, Rival(value, head)])


def _let_stand(state: State, field: str, live: list[Rival]) -> None:
    """Of values written without knowing of each other the latest stands; unequal ones stay to be seen."""
    if _is_consent(field) and any(rival.value is False for rival in live):
        live = [rival for rival in live if rival.value is False]
    live.sort(key=lambda rival: _rank(rival.head), reverse=True)
    standing, *others = live
    state.fields[field] = standing.value
    value = _canonical(standing.value)
    _note(state.agreed, field, [other.head for other in others if _canonical(other.value) == value])
    _note(state.open, field, [other for other in others if _canonical(other.value) != value])
    state.heads[field] = standing.head


def _change_set(state: State, action: str, field: str, value: object, head: Head, seen: frozenset[str]) -> None:
    """Add to or remove from a multiple choice; its items are kept in order, so that no arrival decides it."""
    current = state.fields.get(field) or []
    if not isinstance(current, list):
        raise Trouble(Problem.RULE_BROKEN)
    named = {_canonical(item): item for item in (value if isinstance(value, list) else [value])}
    items = {_canonical(item): item for item in current}
    left = {key: item for key, item in items.items() if key not in named}
    changed = {**items, **named} if action == "add" else left
    standing = state.head_of(field)
    heads = [] if standing is None else [standing, *state.agreed.get(field, ())]
    live = [one for one in heads if one.operation not in seen]
    first, *others = sorted([*live, head], key=_rank, reverse=True)
    state.fields[field] = [item for _, item in sorted(changed.items())]
    state.heads[field] = first
    _note(state.agreed, field, others)


def _note(notes: dict[str, list[T]], field: str, entries: list[T]) -> None:
    if entries:
        notes[field] = entries
    else:
        notes.pop(field, None)


def _rank(head: Head) -> tuple[int, str]:
    return head.time, head.operation


def _canonical(value: object) -> bytes:
    """Bytes to compare by: Python holds 1, 1.0 and True for equal, a document does not."""
    return _encoder.encode(value)


def _is_consent(field: str) -> bool:
    return field.startswith("consent_")
