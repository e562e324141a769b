"""Every saved act reaches headquarters' log, and what is fit for it its records; nothing is apart without a reason."""

from __future__ import annotations

from chasqui_sync import wire
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import BY_NUMBER, Problem
from tests.simulation.headquarters_log import read_log, read_quarantine
from tests.simulation.ledger import WHOLE_RECORD, mark_of
from tests.simulation.simulation import Simulation
from tests.simulation.states import office_states
from tests.simulation.violation import Violation

NAME = "arrival"


def check(simulation: Simulation) -> None:
    """Look for each saved act in the log, and for its mark in its record."""
    log = read_log(simulation.office.storage)
    arrived = {one.data for one in log}
    _check_all_there(simulation, arrived)
    # a laptop put back to before it wrote them, headquarters put back to before it had them: nobody holds these
    gone = {wire.decode_operation(data).record for data in simulation.ledger.former if data not in arrived}
    ours = {laptop.key.id for laptop in simulation.laptops}
    saved = {act.operation for laptop in simulation.laptops for act in laptop.saved} | simulation.ledger.former.keys()
    for one in log:
        if one.device in ours and one.data not in saved:
            raise Violation(NAME, f"{one.name} is in the log and nobody saved it: {one.data!r}")
    apart = read_quarantine(simulation.office.storage)
    states = office_states(simulation.office.storage)
    folded = 0
    for one in log:
        operation = one.operation
        if one.name in apart:
            problem = BY_NUMBER[apart[one.name].problem]
            if problem is not Problem.RECORD_UNKNOWN or operation.record not in gone:
                _check_reason(simulation, operation, one.device, one.received, problem)
            continue
        folded += 1
        state = states.get(operation.record)
        if state is None:
            raise Violation(NAME, f"{one.name} is in the log, not apart, and its record is nowhere")
        mark = mark_of(operation)
        if mark is not None and operation.action not in WHOLE_RECORD and mark not in state.fields:
            raise Violation(NAME, f"{one.name} is in the log, not apart, and left nothing in its record")
    simulation.ledger.counts["folded"] = folded


def _check_all_there(simulation: Simulation, arrived: set[bytes]) -> None:
    for laptop in simulation.laptops:
        for act in laptop.saved:
            if act.operation not in arrived:
                raise Violation(NAME, f"laptop {laptop.number}: {act.identity} (seq {act.seq}) is not in the log")
    for data, life in simulation.ledger.former.items():
        # a headquarters put back as well may lack what no laptop holds any more
        if life == simulation.office.life and data not in arrived:
            raise Violation(NAME, f"{data!r} was in the log before its laptop was put back, and is not")


def _check_reason(simulation: Simulation, operation: Operation, device: str, received: int, problem: Problem) -> None:
    revoked = simulation.ledger.revoked.get(device)
    reasons = {
        Problem.DEVICE_REVOKED: revoked is not None and received >= revoked,
        Problem.KIND_UNKNOWN: operation.kind == "weather",
        Problem.SCHEMA_NEWER: operation.schema > 1,
        Problem.SCOPE_OUTSIDE: operation.scope != simulation.scope_of(device),
        Problem.ACTION_UNKNOWN: operation.action == "unheard",
        Problem.RULE_BROKEN: operation.fields.get("dependants") == "many",
    }
    if not reasons.get(problem):
        raise Violation(NAME, f"{wire.encode_operation(operation)!r} is apart for {problem.slug}")
