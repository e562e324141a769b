"""A few seeds in every run of the tests; ``make torture`` runs hundreds."""

from __future__ import annotations

import pytest

from tests.simulation.run import run


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
