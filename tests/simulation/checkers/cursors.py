"""A cursor never runs ahead of the register: whatever lies before it is there, also just after the power went."""

from __future__ import annotations

from tests.simulation.simulation import Simulation
from tests.simulation.states import state_of, visible_to
from tests.simulation.violation import Violation

NAME = "cursors"


def check(simulation: Simulation) -> None:
    """Look at each laptop that went off in a round since the last look."""
    for laptop in simulation.laptops:
        if not laptop.was_cut_off:
            continue
        laptop.was_cut_off = False
        epoch, _, place = (laptop.store.exchange.standing().cursor or "").partition(".")
        if laptop.key.id in simulation.ledger.revoked or epoch != simulation.office.storage.here.epoch:
            continue
        if epoch == simulation.ledger.unproved:
            # positions are given anew, and who only reads can't know it yet
            continue
        if laptop.store.exchange.certified() < simulation.office.certified(laptop.key.id):
            # what it may see besides lies before its cursor, until it has heard of it
            continue
        held = laptop.states()
        for name, state in visible_to(laptop.person, simulation.office.storage).items():
            if state.at <= int(place) and (name not in held or state_of(held[name]).at < state.at):
                raise Violation(NAME, f"laptop {laptop.number} is at {place} and has not {name} of {state.at}")
