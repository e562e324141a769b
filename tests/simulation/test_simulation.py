"""A few seeds in every run of the tests; ``make torture`` runs hundreds."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.simulation.planted import PLANTS
from tests.simulation.run import run
from tests.simulation.violation import Violation


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_lost_or_doubled_whatever_happens(seed: int) -> None:
    ran = run(seed)
    assert ran.saved > 0
    assert ran.folded > 0


def test_the_same_seed_gives_the_same_bytes_on_every_database(postgres_url: str) -> None:
    once, again, elsewhere = run(3), run(3), run(3, postgres_url)
    assert once.counts == again.counts == elsewhere.counts
    assert once.fingerprint == again.fingerprint == elsewhere.fingerprint
    assert once.fingerprint != run(4).fingerprint


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_fault_stands_in_for_the_program_as_it_is_now(name: str) -> None:
    """Whether it is caught, ``make torture`` asks; here a double that no longer fits is seen the same day."""
    with PLANTS[name].planted(), suppress(Violation):
        assert run(2).saved > 0
