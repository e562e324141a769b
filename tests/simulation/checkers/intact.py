"""What this version does not know comes back whole: fields of a newer program in every copy of their record, and
operations it cannot read as they were written."""

from __future__ import annotations

from chasqui_sync.core.operations import Operation
from tests.simulation.headquarters_log import read_log, read_quarantine
from tests.simulation.ledger import WHOLE_RECORD, mark_of
from tests.simulation.simulation import Simulation
from tests.simulation.states import raw_office_states, state_of
from tests.simulation.violation import Violation

NAME = "intact"


def check(simulation: Simulation) -> None:
    """Look in every copy of a record for the unknown field of each act on it."""
    storage = simulation.office.storage
    apart = read_quarantine(storage)
    for one in read_log(storage):
        if one.name in apart and apart[one.name].data != one.data:
            raise Violation(NAME, f"{one.name} lies changed in quarantine")
    told = [one.operation for one in read_log(storage) if one.name not in apart]
    marked = [one for one in told if one.action not in WHOLE_RECORD and mark_of(one) is not None]
    copies = {"headquarters": raw_office_states(storage)}
    reached = [laptop for laptop in simulation.laptops if laptop.key.id not in simulation.ledger.revoked]
    copies |= {f"laptop {laptop.number}": laptop.states() for laptop in reached}
    for place, states in copies.items():
        fields = {name: state_of(raw).fields for name, raw in states.items()}
        for operation in marked:
            if operation.record in fields and not _is_in(operation, fields[operation.record]):
                raise Violation(NAME, f"{place} holds {operation.record} without {mark_of(operation)}")


def _is_in(operation: Operation, fields: dict[str, object]) -> bool:
    mark = mark_of(operation)
    assert mark is not None
    expected = [] if operation.action == "remove" else operation.fields[mark]
    return fields.get(mark) == expected
