"""Hunting a planted fault: seed after seed until a checker sees it."""

from __future__ import annotations

from typing import NamedTuple

from tests.simulation.planted import PLANTS
from tests.simulation.run import run
from tests.simulation.violation import Violation

MOST_SEEDS = 150


class Caught(NamedTuple):
    """Which checker saw a planted fault, after how many seeds."""

    plant: str
    checker: str
    seeds: int


def hunt(name: str) -> Caught | None:
    """Run seeds with a fault planted; give who saw it, None where nobody did. Raises what is no checker's."""
    with PLANTS[name].planted():
        for seed in range(MOST_SEEDS):
            try:
                run(seed, look=PLANTS[name].afterwards, besides=PLANTS[name].besides)
            except Violation as violation:
                return Caught(name, violation.checker, seed + 1)
    return None
