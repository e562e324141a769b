"""What a laptop has let go is in headquarters' backup."""

from __future__ import annotations

from tests.simulation.simulation import Simulation
from tests.simulation.violation import Violation

NAME = "let go"


def check(simulation: Simulation) -> None:
    """Look for each operation that left a journal in the last backup that was called safe."""
    ends = {(row["device"], row["incarnation"]): row["seq"] for row in simulation.backup["journal"]}
    for laptop in simulation.laptops:
        for act in laptop.saved[: laptop.gone()]:
            if act.seq > ends.get((laptop.key.id, act.incarnation), 0):
                raise Violation(NAME, f"laptop {laptop.number} let {act.identity} (seq {act.seq}) go, no backup has it")
