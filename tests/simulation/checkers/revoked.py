"""A revoked device folds nothing and loses nothing: what it sends after that day is kept, apart, byte for byte."""

from __future__ import annotations

from chasqui_sync.core.problems import Problem
from tests.simulation.headquarters_log import read_log, read_quarantine
from tests.simulation.simulation import Simulation
from tests.simulation.states import office_states
from tests.simulation.violation import Violation

NAME = "revoked"


def check(simulation: Simulation) -> None:
    """Look for each of its later operations: apart, and named by no record."""
    revoked = simulation.ledger.revoked
    if not revoked:
        return
    apart = read_quarantine(simulation.office.storage)
    late = {
        one.name: one
        for one in read_log(simulation.office.storage)
        if one.received >= revoked.get(one.device, one.received + 1)
    }
    for name, one in late.items():
        kept = apart.get(name)
        if kept is None or kept.data != one.data or kept.problem != Problem.DEVICE_REVOKED.number:
            raise Violation(NAME, f"{name} came from a revoked device and is not kept apart: {kept}")
    for state in office_states(simulation.office.storage).values():
        names = {state.head.operation, *(head.operation for head in state.heads.values())}
        if names & late.keys():
            raise Violation(NAME, f"{state.id} holds what a revoked device wrote: {sorted(names & late.keys())}")
