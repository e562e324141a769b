"""Pages cover the scope without gap: who reads them all, from anywhere, has every record of hers and no other."""

from __future__ import annotations

from tests.simulation.headquarters_log import read_log, read_quarantine
from tests.simulation.simulation import Simulation
from tests.simulation.states import raw_office_states, visible_to
from tests.simulation.violation import Violation

NAME = "pages"


def check(simulation: Simulation) -> None:
    """Compare each drained laptop with headquarters, byte for byte, as far as its scope reaches."""
    raw = raw_office_states(simulation.office.storage)
    apart = read_quarantine(simulation.office.storage)
    # whoever wrote what stands apart goes on seeing it, with its verdict, until it is mended
    unsettled = {(one.device, one.operation.record) for one in read_log(simulation.office.storage) if one.name in apart}
    for laptop in simulation.laptops:
        if laptop.key.id in simulation.ledger.revoked:
            continue
        held = laptop.states()
        expected = {name: raw[name] for name in visible_to(laptop.person, simulation.office.storage)}
        if missing := sorted(expected.keys() - held.keys()):
            raise Violation(NAME, f"laptop {laptop.number} never got {missing}")
        for name, state in expected.items():
            if held[name] != state and (laptop.key.id, name) not in unsettled:
                raise Violation(NAME, f"laptop {laptop.number} holds {held[name]!r}, headquarters {state!r}")
