"""Running one seed from its first step to its last checker."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tests.simulation.checkers import AFTER_EACH_STEP, AT_THE_END, own_writes
from tests.simulation.simulation import Simulation, simulated, weather
from tests.simulation.steps import CALM, FAULTS, Step

MEMORY = Path("/dev/shm")
STEPS = 60


class Ran(NamedTuple):
    """What came of a seed: how much was saved, what happened how often, the hash of all that is left."""

    seed: int
    saved: int
    folded: int
    counts: dict[str, int]
    fingerprint: str


def run(
    seed: int,
    url: str | None = None,
    look: Callable[[Simulation], None] = lambda _: None,
    besides: Mapping[Step, int] = MappingProxyType({}),
) -> Ran:
    """Run a seed. Raises Violation where a checker sees a promise broken; ``look`` sees the end before it is over.

    ``besides``: steps that happen on top of those of every seed, with their weights.
    """
    memory = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="cq-", dir=memory) as folder, simulated(seed, Path(folder), url) as world:
        for laptop in world.laptops:
            laptop.line.asking = partial(own_writes.check_one, world, laptop)
        live(world, besides)
        finish(world)
        look(world)
        saved = sum(len(laptop.saved) for laptop in world.laptops)
        return Ran(seed, saved, world.ledger.counts.get("folded", 0), world.ledger.counts, world.fingerprint())


def live(simulation: Simulation, besides: Mapping[Step, int] = MappingProxyType({})) -> None:
    """Let the steps of a seed happen, and look after each."""
    chance = simulation.chance
    steps = {**CALM, **weather(simulation.source.stream("weather"), FAULTS), **besides}
    for _ in range(STEPS):
        [step] = chance.choices(list(steps), list(steps.values()))
        step(simulation, chance.choice(simulation.laptops))
        look_after_step(simulation)


def look_after_step(simulation: Simulation) -> None:
    """Hold the world to what must be true at every moment."""
    for checker in AFTER_EACH_STEP:
        checker(simulation)


def finish(simulation: Simulation) -> None:
    """End all faults, drain, and hold the world to what must be true then."""
    simulation.drain()
    for checker in (*AFTER_EACH_STEP, *AT_THE_END):
        checker(simulation)
