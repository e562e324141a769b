"""Faults planted one at a time: each must be seen, and by a checker that is there to see it."""

from __future__ import annotations

import pytest

from tests.simulation.hunting import MOST_SEEDS, hunt
from tests.simulation.planted import PLANTS
from tests.torture.telling import Say


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_fault_is_caught_by_name(name: str, say: Say) -> None:
    caught = hunt(name)
    assert caught is not None, f"planted: {name} was not caught in {MOST_SEEDS} seeds"
    say(f"planted: {name} caught by {caught.checker} after {caught.seeds} seeds")
    assert caught.checker in PLANTS[name].seen_by, f"{caught.checker} saw it, {PLANTS[name].seen_by} were to"


def test_the_suite_knows_at_least_twelve_faults() -> None:
    assert len(PLANTS) >= 12
