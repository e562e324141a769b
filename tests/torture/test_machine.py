"""Hypothesis chooses the steps of the simulated world, and makes a sequence that breaks a promise short."""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.simulation.checkers import own_writes
from tests.simulation.run import MEMORY, finish, look_after_step
from tests.simulation.simulation import Simulation, simulated
from tests.simulation.steps import CALM, FAULTS, Step
from tests.torture.size import size
from tests.torture.telling import Say, Tally

STEPS = 25
OFTEN = [step for step, weight in {**CALM, **FAULTS}.items() for _ in range(weight)]
TALLY = Tally("hypothesis state machine", 0)


class World(RuleBasedStateMachine):
    """Laptops and headquarters; the ledger beside them is the model, and the checkers compare after each step."""

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        self._world: Simulation | None = None

    @initialize(seed=st.integers(0, 2**16))
    def begin(self, seed: int) -> None:
        memory = MEMORY if MEMORY.is_dir() else None
        folder = self._open.enter_context(tempfile.TemporaryDirectory(prefix="cq-", dir=memory))
        world = self._open.enter_context(simulated(seed, Path(folder)))
        for laptop in world.laptops:
            laptop.line.asking = partial(own_writes.check_one, world, laptop)
        self._world = world

    @rule(step=st.sampled_from(OFTEN), who=st.integers(0, 3))
    def happen(self, step: Step, who: int) -> None:
        assert self._world is not None
        step(self._world, self._world.laptops[who % len(self._world.laptops)])
        look_after_step(self._world)

    def teardown(self) -> None:
        with self._open:
            # a step that broke a promise left the world as it is: draining it would hide why
            if self._world is not None and sys.exc_info()[0] is None:
                finish(self._world)
                TALLY.tried += 1
                TALLY.saved += sum(len(laptop.saved) for laptop in self._world.laptops)


def test_no_sequence_of_steps_loses_or_doubles_anything(say: Say) -> None:
    TALLY.least = size().machines
    chosen = settings(
        max_examples=size().machines,
        print_blob=True,
        stateful_step_count=STEPS,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(World, settings=chosen)
    TALLY.told(say)
