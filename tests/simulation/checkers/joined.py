"""Whoever was registered twice and joined stands once on each laptop; parted, each stands for herself."""

from __future__ import annotations

from chasqui_sync.core.state import State
from tests.simulation.simulation import Simulation
from tests.simulation.states import state_of
from tests.simulation.violation import Violation

NAME = "joined"


def check(simulation: Simulation) -> None:
    """Count, past the program's tables of joins, who is who, and look whether lists have one of each."""
    for laptop in simulation.laptops:
        alive = {
            name: state
            for name, raw in laptop.states().items()
            if (state := state_of(raw)).kind == "entrepreneur" and not state.deleted
        }
        everybody = {name: state_of(raw) for name, raw in laptop.states().items()}
        listed = {name for (name,) in laptop.rows("SELECT id FROM record WHERE listed")}
        if strangers := listed - alive.keys():
            raise Violation(NAME, f"laptop {laptop.number} lists {sorted(strangers)}, who are not there")
        for person in _people(everybody):
            here = person & alive.keys()
            if here and len(here & listed) != 1:
                raise Violation(NAME, f"laptop {laptop.number} lists {sorted(here & listed)} of {sorted(here)}")


def _people(states: dict[str, State]) -> list[set[str]]:
    people = {name: {name} for name in states}
    for name, state in states.items():
        for into in state.joined_into():
            together = people[name] | people.get(into, {into})
            people.update(dict.fromkeys(together, together))
    return list(people.values())
