"""A device holds nothing outside its scope, and nothing outside it was ever shown to it."""

from __future__ import annotations

from chasqui_sync.core.operations import EVERYONE
from tests.simulation.headquarters_log import read_log, read_quarantine
from tests.simulation.simulation import Simulation
from tests.simulation.states import office_states, state_of, visible_to
from tests.simulation.violation import Violation

NAME = "scope"


def check_shown(simulation: Simulation) -> None:
    """Look at every record that left headquarters since the last look."""
    people = {laptop.key.id: laptop.person for laptop in simulation.laptops}
    for device, record in simulation.ledger.shown:
        state = state_of(record)
        person = people.get(device)
        if person is None or state.scope not in {person.scope, EVERYONE}:
            raise Violation(NAME, f"{device} was shown {state.id} of {state.scope}")
        # no role is given while a page is on its way
        if person.role == "promoter" and state.fields.get("promoter") not in {None, person.staff}:
            raise Violation(NAME, f"{device} was shown {state.id} of {state.fields['promoter']}")
    simulation.ledger.shown.clear()


def check(simulation: Simulation) -> None:
    """Look at every record each laptop holds once it has drained."""
    states = office_states(simulation.office.storage)
    apart = read_quarantine(simulation.office.storage)
    for one in read_log(simulation.office.storage):
        if one.name not in apart and simulation.scope_of(one.device) not in {EVERYONE, one.operation.scope}:
            raise Violation(NAME, f"{one.name} was folded into {one.operation.scope}")
    for laptop in simulation.laptops:
        if laptop.key.id in simulation.ledger.revoked:
            continue
        mine = visible_to(laptop.person, simulation.office.storage)
        for name in laptop.states():
            if name in states and name not in mine:
                raise Violation(NAME, f"laptop {laptop.number} still holds {name}")
