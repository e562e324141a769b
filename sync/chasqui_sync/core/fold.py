"""The fold: what a record looks like after an operation. Pure and deterministic on every node.

Per field: an operation takes the place of exactly the writers its ``seen`` names, also of those that arrive
after it. Writers that are left beside it did not know of each other: equal values close themselves, else the
later by effective time stands and the others wait in the record's ``open`` list for a person to settle (by an
operation that has seen them). So nothing depends on the order in which journals arrive. Withdrawal of consent
wins over anything concurrent; a deleted record stays deleted; an erased one stays empty; joining two persons
changes neither, so it can be undone.
"""

from __future__ import annotations

import re
from typing import TypeVar

import msgspec

from chasqui_sync.core.operations import ACTIONS, Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import APPENDED, KINDS, LISTS, SCHEMA, VIEW
from chasqui_sync.core.state import DELETED, JOINED, RECORD, Change, Fate, Head, Rival, State, by_journal

__all__ = ["Head", "Rival", "State", "effective_time", "fold", "readable"]

T = TypeVar("T")
_encoder = msgspec.json.Encoder(order="sorted")
_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}\.[0-9A-Za-z_-]{1,64}\.[0-9]{1,19}")
_RECORD_ID = re.compile(r"[0-9a-f]{32}")
_FATES = {"delete": DELETED, "merge": JOINED, "unmerge": JOINED, "resolve": DELETED}
"""Under which key of ``seen`` an action names the fates whose place it takes."""


def readable(operation: Operation) -> Problem | None:
    """Say why this version cannot fold an operation, or None. It is stored either way."""
    if operation.kind not in KINDS:
        return Problem.KIND_UNKNOWN
    if operation.schema > SCHEMA or operation.v != 1:
        return Problem.SCHEMA_NEWER
    return None if operation.action in ACTIONS else Problem.ACTION_UNKNOWN


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
    create meets a record, Trouble(RECORD_UNKNOWN) when anything else meets none, Trouble(WRITTEN_TWICE) for
    one that went into it already, Trouble(KIND_UNKNOWN | SCHEMA_NEWER | ACTION_UNKNOWN) for what this version
    does not fold and for views, which are no records, Trouble(RULE_BROKEN) for an add or remove to a field that is
    no list, or a join with nobody.
    """
    unreadable = Problem.KIND_UNKNOWN if operation.kind == VIEW else readable(operation)
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
    heard = state.heard()
    if name in heard:
        raise Trouble(Problem.WRITTEN_TWICE)
    heard.add(name)
    if state.erased or operation.action == "erase":
        return _erased(state, operation, head, heard)
    result = msgspec.structs.replace(
        state,
        fields=dict(state.fields),
        heads=dict(state.heads),
        agreed=dict(state.agreed),
        open=dict(state.open),
        overruled=dict(state.overruled),
        changes=dict(state.changes),
        early=dict(state.early),
    )
    _let_happen(result, operation, head)
    if operation.action not in {"delete", "merge", "unmerge"}:
        _write_fields(result, operation, head)
    _remember(result, operation, name, heard)
    return result


def _write_fields(state: State, operation: Operation, head: Head) -> None:
    for field, value in sorted(operation.fields.items()):
        seen = frozenset(operation.seen.get(field, "").split()) - {head.operation}
        if operation.action in {"add", "remove"}:
            _change_list(state, operation.action, field, value, head, seen)
        elif operation.action == "withdraw" and _is_consent(field):
            _write(state, field, value=False, head=head, seen=seen)
        else:
            _write(state, field, value, head, seen)


def _write(state: State, field: str, value: object, head: Head, seen: frozenset[str]) -> None:
    changes = _changes(state, field, seen)
    unseen = [rival for rival in _written(state, field) if rival.head.operation not in seen]
    # seen before it came: whoever saw it wrote what stands; who saw each other, as only liars do, still leave one
    if not _came_early(state, field, head) or not (unseen or changes):
        unseen.append(Rival(value, head))
    _let_stand(state, field, unseen, changes)


def _change_list(state: State, action: str, field: str, value: object, head: Head, seen: frozenset[str]) -> None:
    """Add to or remove from a multiple choice. A removal takes what its author had seen, and no more."""
    known = LISTS.get(state.kind, {}).get(field)
    if known is False:
        raise Trouble(Problem.RULE_BROKEN)
    changes = _changes(state, field, frozenset())
    if not _came_early(state, field, head):
        items = value if isinstance(value, list) else [value]
        changes.append(Change(action, items, head, sorted(seen)))
    _let_stand(state, field, _written(state, field), changes)


def _written(state: State, field: str) -> list[Rival]:
    """Give every whole value of a field that no other has seen, with its writer."""
    waiting = [*state.open.get(field, ()), *state.overruled.get(field, ())]
    value, standing = state.fields.get(field), state.head_of(field)
    if field in state.changes:
        first = state.changes[field][0]
        if first.action != "set":
            return waiting
        value, standing = first.items, first.head
    if standing is None:
        return waiting
    return [Rival(value, head) for head in (standing, *state.agreed.get(field, ()))] + waiting


def _changes(state: State, field: str, seen: frozenset[str]) -> list[Change]:
    return [
        change
        for change in state.changes.get(field, ())
        if change.action != "set" and change.head.operation not in seen
    ]


def _let_stand(state: State, field: str, live: list[Rival], changes: list[Change]) -> None:
    """Of values written without knowing of each other the latest stands; unequal ones stay to be seen."""
    live.sort(key=lambda rival: rival.head.rank, reverse=True)
    overruled: list[Rival] = []
    if _is_consent(field):
        live, overruled = _consented(live)
    changes.sort(key=lambda change: change.head.rank)
    if not live and not changes:
        return
    standing = live[0] if live else Rival(None, changes[-1].head)
    value, others = _canonical(standing.value), live[1:]
    agreed = [other for other in others if _canonical(other.value) == value]
    _note(state.agreed, field, [other.head for other in agreed])
    _note(state.open, field, [other for other in others if _canonical(other.value) != value])
    _note(state.overruled, field, overruled)
    state.heads[field] = standing.head
    state.fields[field] = standing.value
    written = [Change("set", standing.value, standing.head)] if live else []
    _note(state.changes, field, [*written, *changes] if changes else [])
    if changes:
        state.fields[field] = _changed(field, [standing, *agreed] if live else [], changes)


def _consented(live: list[Rival]) -> tuple[list[Rival], list[Rival]]:
    """Put first what consent comes to, and aside what it wins over: a no over all, a yes over nothing else."""
    noes = [rival for rival in live if rival.value is False]
    if noes:
        return noes, [rival for rival in live if rival.value is not False]
    return sorted(live, key=lambda rival: rival.value is True), []


def _changed(field: str, written: list[Rival], changes: list[Change]) -> object:
    """Give a list after all changes: an item is in it while somebody put it there whom no remover had seen."""
    base = written[0].value if written else None
    if base is not None and not isinstance(base, list):
        return base
    items = {_canonical(item): item for item in base or ()}
    bearers = {key: {rival.head.operation for rival in written} for key in items}
    for change in changes:
        for item in change.items if change.action == "add" else ():
            key = _canonical(item)
            items.setdefault(key, item)
            bearers.setdefault(key, set()).add(change.head.operation)
    for change in changes:
        for item in change.items if change.action == "remove" else ():
            bearers.get(_canonical(item), set()).difference_update(change.seen)
    left = [(key, item) for key, item in items.items() if bearers[key]]
    # notes are read in the order they were written, choices have none
    return [item for _, item in (left if field in APPENDED else sorted(left))]


def _let_happen(state: State, operation: Operation, head: Head) -> None:
    """Delete, join, part or restore the whole record, taking the place of the fates that were seen."""
    key = _FATES.get(operation.action)
    if key is None:
        return
    seen = frozenset(operation.seen.get(key, "").split()) - {head.operation}
    about = "merge" if key == JOINED else "delete"
    fates = [fate for fate in state.fates if fate.action != about or fate.head.operation not in seen]
    if operation.action in {"delete", "merge"} and not _came_early(state, key, head):
        fates.append(_fate(operation, head))
    state.fates = sorted(fates, key=lambda fate: fate.head.rank)
    state.deleted = any(fate.action == "delete" for fate in state.fates)


def _fate(operation: Operation, head: Head) -> Fate:
    if operation.action == "delete":
        return Fate("delete", head, seen=sorted(operation.seen.get(RECORD, "").split()))
    into = operation.fields.get("into")
    if operation.kind != "entrepreneur" or into == operation.record:
        raise Trouble(Problem.RULE_BROKEN)
    if not isinstance(into, str) or not _RECORD_ID.fullmatch(into):
        raise Trouble(Problem.RULE_BROKEN)
    return Fate("merge", head, into)


def _erased(state: State, operation: Operation, head: Head, heard: set[str]) -> State:
    """Leave nothing but that there was a record, and which operations are not to be believed again."""
    erasures = [state.head] if state.erased else []
    if operation.action == "erase":
        erasures.append(head)
    first = min(erasures, key=lambda one: one.rank)
    return State(
        id=state.id,
        kind=state.kind,
        scope=state.scope,
        fields={},
        head=first,
        past=by_journal(heard - {first.operation}),
        deleted=True,
        erased=True,
        schema=state.schema,
        at=state.at,
    )  # fmt: skip - what a tombstone holds, a line each


def _came_early(state: State, field: str, head: Head) -> bool:
    return head.operation in state.early.get(field, ())


def _remember(state: State, operation: Operation, name: str, heard: set[str]) -> None:
    """Keep which operations went into the record, and which were seen by this one and are still to come."""
    for field, told in operation.seen.items():
        # an addition or removal takes the place of nothing
        if field == RECORD or (operation.action in {"add", "remove"} and field in operation.fields):
            continue
        missing = {one for one in told.split() if one not in heard and _NAME.fullmatch(one)}
        if missing:
            state.early[field] = sorted(missing.union(state.early.get(field, ())))
    for field, names in list(state.early.items()):
        if name in names:
            _note(state.early, field, [one for one in names if one != name])
    state.past = by_journal(heard - state.borne())


def _note(notes: dict[str, list[T]], field: str, entries: list[T]) -> None:
    if entries:
        notes[field] = entries
    else:
        notes.pop(field, None)


def _canonical(value: object) -> bytes:
    """Bytes to compare by: Python holds 1, 1.0 and True for equal, a document does not."""
    return _encoder.encode(value)


def _is_consent(field: str) -> bool:
    return field.startswith("consent_")
