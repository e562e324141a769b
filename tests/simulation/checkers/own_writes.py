"""One's own writes are seen: what was just saved stands on the same laptop until somebody writes over it."""

from __future__ import annotations

from chasqui_sync.core.ids import operation_name
from tests.simulation.headquarters_log import read_quarantine
from tests.simulation.laptop import SimulatedLaptop
from tests.simulation.ledger import WHOLE_RECORD, Act, mark_of
from tests.simulation.simulation import Simulation
from tests.simulation.states import state_of, visible_to
from tests.simulation.violation import Violation

NAME = "own writes"


def check(simulation: Simulation) -> None:
    """Look on each laptop for the mark of each of its acts, as far as its record is there."""
    for laptop in simulation.laptops:
        check_one(simulation, laptop)


def check_one(simulation: Simulation, laptop: SimulatedLaptop) -> None:
    """Look on one laptop, also in the middle of a round."""
    fields = {name: state_of(state).fields for name, state in laptop.states().items()}
    for act in laptop.saved:
        operation = act.read()
        mark = mark_of(operation)
        if mark is None or operation.action in WHOLE_RECORD or operation.record not in fields:
            continue
        if mark not in fields[operation.record]:
            name = operation_name(laptop.key.id, act.incarnation, act.seq)
            # set apart, or set apart as far as this laptop was told
            if name not in read_quarantine(simulation.office.storage) and not _is_told_apart(laptop, act):
                raise Violation(NAME, f"laptop {laptop.number} no longer shows {act.identity} (seq {act.seq})")


def check_there(simulation: Simulation) -> None:
    """Look for each of a laptop's records in its register, unless it has left its scope."""
    for laptop in simulation.laptops:
        mine, held = visible_to(laptop.person, simulation.office.storage), laptop.states()
        for act in laptop.saved:
            record = act.read().record
            if record in mine and record not in held:
                raise Violation(NAME, f"laptop {laptop.number} no longer shows {record}")


def _is_told_apart(laptop: SimulatedLaptop, act: Act) -> bool:
    lives = [
        base
        for base, incarnation in laptop.rows("SELECT base, incarnation FROM life")
        if incarnation == act.incarnation
    ]
    apart = {seq for (seq,) in laptop.rows("SELECT seq FROM verdict")}
    return any(base + act.seq in apart for base in lives)
