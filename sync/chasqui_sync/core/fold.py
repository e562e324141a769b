"""The fold: what a record looks like after an operation. Pure and deterministic on every node.

Per field: an operation that has seen the value it replaces takes over. Two that have not seen each
other are concurrent: equal values close themselves, else the later by effective time becomes head
and both stay in the record's ``open`` list for a person to settle. Withdrawal of consent wins over
anything concurrent; a deleted record stays deleted.
"""

from __future__ import annotations

from typing import Any

import msgspec

from chasqui_sync.core.operations import ACTIONS, Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import KINDS, SCHEMA


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
    edited carries one name and not forty. ``open`` holds rivals by field. ``at`` is headquarters'
    position, 0 on a laptop's own unsent records.
    """

    id: str
    kind: str
    scope: str
    fields: dict[str, Any]
    head: Head
    heads: dict[str, Head] = {}
    open: dict[str, list[Rival]] = {}
    deleted: bool = False
    schema: int = 1
    at: int = 0

    def head_of(self, field: str) -> Head | None:
        """Give the last writer of a field, None where it was never written."""
        if field in self.heads:
            return self.heads[field]
        return self.head if field in self.fields else None


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
    Trouble(KIND_UNKNOWN | SCHEMA_NEWER | ACTION_UNKNOWN) for what this version does not fold.
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
    result = msgspec.structs.replace(state, fields=dict(state.fields), heads=dict(state.heads), open=dict(state.open))
    if operation.action == "delete":
        result.deleted = True
        return result
    for field, value in sorted(operation.fields.items()):
        _write(result, operation, field, value, head)
    return result


def _write(state: State, operation: Operation, field: str, value: object, head: Head) -> None:
    if operation.action in {"add", "remove"}:
        _change_set(state, operation.action, field, value, head)
        return
    standing = state.head_of(field)
    seen = operation.seen.get(field)
    if standing is None or seen == standing.operation or operation.action == "resolve":
        _take(state, field, value, head)
        state.open.pop(field, None)
    elif state.fields.get(field) == value:
        _take(state, field, value, max(head, standing, key=_rank))
    elif operation.action == "withdraw" or (_is_consent(field) and value is False):
        _take(state, field, value, head)
    else:
        _contend(state, field, value, head, standing)


def _contend(state: State, field: str, value: object, head: Head, standing: Head) -> None:
    """Two writers who had not seen each other: the later stands, both stay to be seen."""
    withdrawn = _is_consent(field) and state.fields.get(field) is False
    if withdrawn:
        return
    rivals = list(state.open.get(field, ()))
    if _rank(head) > _rank(standing):
        rivals.append(Rival(state.fields.get(field), standing))
        _take(state, field, value, head)
    else:
        rivals.append(Rival(value, head))
    state.open[field] = sorted(rivals, key=lambda rival: _rank(rival.head))


def _change_set(state: State, action: str, field: str, value: object, head: Head) -> None:
    items = value if isinstance(value, list) else [value]
    current = state.fields.get(field) or []
    if action == "add":
        changed = current + [item for item in items if item not in current]
    else:
        changed = [item for item in current if item not in items]
    _take(state, field, changed, head)


def _take(state: State, field: str, value: object, head: Head) -> None:
    state.fields[field] = value
    state.heads[field] = head


def _rank(head: Head) -> tuple[int, str]:
    return head.time, head.operation


def _is_consent(field: str) -> bool:
    return field.startswith("consent_")
