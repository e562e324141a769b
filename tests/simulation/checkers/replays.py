"""A request that was taken is never taken again: its challenge is used up, also by a cut answer or a power cut."""

from __future__ import annotations

from tests.simulation.simulation import Simulation
from tests.simulation.violation import Violation

NAME = "replays"


def check(simulation: Simulation) -> None:
    """Look for a signed request that one life of headquarters took twice."""
    for (_, header), times in simulation.ledger.accepted.items():
        if times > 1:
            raise Violation(NAME, f"the same request was taken {times} times: {header}")
