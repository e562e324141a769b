"""Each pair of writes that did not know of each other gives exactly one conflict, and no other pair gives any.

Reckoned from the log alone, without the fold: of a field's writes those stand or wait that no other has seen.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from chasqui_sync.core.fold import State
from chasqui_sync.core.records import encode_document
from tests.simulation.headquarters_log import Logged, read_log, read_quarantine
from tests.simulation.simulation import Simulation
from tests.simulation.states import office_states
from tests.simulation.violation import Violation

NAME = "conflicts"
_WRITING = frozenset({"create", "set", "resolve", "withdraw"})


class Write(NamedTuple):
    """One value written to one field: by whom, having seen whom."""

    name: str
    value: Any
    seen: frozenset[str]
    logged: Logged


def check(simulation: Simulation) -> None:
    """Compare what stands and waits in every field with what the log says."""
    states = office_states(simulation.office.storage)
    written = writes_by_field(simulation)
    for (record, field), writes in written.items():
        _check_field(states[record], field, writes)
    _check_seen(simulation, written)


def writes_by_field(simulation: Simulation) -> dict[tuple[str, str], list[Write]]:
    """Give all writes that were folded, by record and field; multiple choices are not written so."""
    apart = read_quarantine(simulation.office.storage)
    found: defaultdict[tuple[str, str], list[Write]] = defaultdict(list)
    for one in read_log(simulation.office.storage):
        if one.name in apart:
            continue
        operation = one.operation
        if operation.action not in _WRITING:
            continue
        for field, value in operation.fields.items():
            is_withdrawn = operation.action == "withdraw" and field.startswith("consent_")
            seen = frozenset(operation.seen.get(field, "").split())
            write = Write(one.name, False if is_withdrawn else value, seen, one)
            found[operation.record, field].append(write)
    return dict(found)


def living(writes: list[Write]) -> list[Write]:
    """Give the writes that no other has seen."""
    seen = frozenset().union(*(write.seen for write in writes))
    return [write for write in writes if write.name not in seen]


def _check_field(state: State, field: str, writes: list[Write]) -> None:
    place = f"{state.id} {field}"
    live = {write.name: write for write in living(writes)}
    head = state.head_of(field)
    if head is None:
        raise Violation(NAME, f"{place}: written, and nothing stands")
    agreed = [one.operation for one in state.agreed.get(field, ())]
    waiting = [rival.head.operation for rival in state.open.get(field, ())]
    names = [head.operation, *agreed, *waiting]
    if field.startswith("consent_"):
        _check_consent(place, state.fields[field], names, live)
        return
    if sorted(names) != sorted(live):
        raise Violation(NAME, f"{place}: {names} stand or wait, the log says {sorted(live)}")
    value = _bytes(state.fields[field])
    for name in (head.operation, *agreed):
        if _bytes(live[name].value) != value:
            raise Violation(NAME, f"{place}: {name} did not write what stands")
    for rival in state.open.get(field, ()):
        if _bytes(rival.value) != _bytes(live[rival.head.operation].value):
            raise Violation(NAME, f"{place}: {rival.head.operation} did not write what waits")
        if _bytes(rival.value) == value:
            raise Violation(NAME, f"{place}: equal values are no conflict")


def _check_consent(place: str, value: Any, names: list[str], live: dict[str, Write]) -> None:
    """Consent is yes or no, and a withdrawal wins over whatever did not know of it: that leaves nothing to settle."""
    is_withdrawn = any(write.value is False for write in live.values())
    if is_withdrawn and value is not False:
        raise Violation(NAME, f"{place}: a withdrawal did not win")
    if not set(names) <= live.keys() or any(live[name].value is not value for name in names):
        raise Violation(NAME, f"{place}: {names} stand or wait, the log says {sorted(live)}")


def _check_seen(simulation: Simulation, written: dict[tuple[str, str], list[Write]]) -> None:
    """Let nothing stand or wait that a later author had on her screen and wrote over."""
    saw = {(data, field): writer for data, field, writer in simulation.ledger.saw}
    for (record, field), writes in written.items():
        alive = {write.name for write in living(writes)}
        for write in writes:
            writer = saw.get((write.logged.data, field))
            if writer in alive and writer != write.name:
                raise Violation(NAME, f"{record} {field}: {write.name} had seen {writer}, which still stands or waits")


def _bytes(value: Any) -> bytes:
    return encode_document({"": value})
