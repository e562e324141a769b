"""What is damaged on a laptop is found by comparing with headquarters, and mended; nothing else is touched."""

from __future__ import annotations

from chasqui_desktop.store.connection import transaction
from tests.simulation.laptop import SimulatedLaptop
from tests.simulation.simulation import Simulation
from tests.simulation.states import raw_office_states, visible_to
from tests.simulation.violation import Violation

NAME = "alike"
_DAY = 25 * 3_600_000


def check(simulation: Simulation) -> None:
    """Flip a byte of a state on each laptop, let a day pass, and compare with headquarters byte for byte."""
    chance = simulation.source.stream("damage")
    raw = raw_office_states(simulation.office.storage)
    damaged: list[tuple[SimulatedLaptop, str, dict[str, bytes]]] = []
    for laptop in simulation.laptops:
        before = laptop.states()
        mine = visible_to(laptop.person, simulation.office.storage)
        whole = sorted((name for name in mine if before.get(name) == raw[name]), key=lambda name: raw[name])
        if laptop.key.id in simulation.ledger.revoked or not whole:
            continue
        name = chance.choice(whole)
        state = bytearray(raw[name])
        state[chance.randrange(len(state))] ^= 1 << chance.randrange(8)
        with transaction(laptop.store._connection) as connection:
            connection.exec_driver_sql("UPDATE record SET state = ? WHERE id = ?", (bytes(state), name))
        damaged.append((laptop, name, before))
    simulation.time.now += _DAY
    for laptop, name, before in damaged:
        # nobody looks at what is damaged meanwhile
        laptop.line.asking = lambda: None
        laptop.round()
        if laptop.states() != before:
            raise Violation(NAME, f"laptop {laptop.number}: a flipped byte in {name} was not mended")
