"""A headquarters on each database, and laptops that are closed when the test ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chasqui_sync.server.storage import Storage
from tests.helpers.field import Traveller, new_headquarters
from tests.helpers.storage import Surroundings


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'headquarters.db'}"
    chosen: str = request.getfixturevalue("postgres_url")
    return chosen


@pytest.fixture
def around() -> Surroundings:
    """Give headquarters' clock and chance."""
    return Surroundings()


@pytest.fixture
def office(url: str, around: Surroundings) -> Iterator[Storage]:
    """Give a headquarters with its reference records."""
    store = new_headquarters(url, around)
    yield store
    store.database.close()


@pytest.fixture
def travels() -> Iterator[Callable[[Traveller], Traveller]]:
    """Give what keeps a laptop until the test ends, and closes it then."""
    kept: list[Traveller] = []

    def keep(one: Traveller) -> Traveller:
        kept.append(one)
        return one

    yield keep
    for one in kept:
        one.close()
