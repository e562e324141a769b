"""Fixtures of the server's tests: a serving process, and the storage on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chasqui_sync.server.storage import Storage
from tests.helpers.server import server
from tests.helpers.storage import Surroundings, new_storage

__all__ = ["server"]


@pytest.fixture(params=["sqlite", "postgresql"])
def founded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Storage, Surroundings]]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'headquarters.db'}"
    else:
        url = request.getfixturevalue("postgres_url")
    store, around = new_storage(url)
    yield store, around
    store.database.close()


@pytest.fixture
def store(founded: tuple[Storage, Surroundings]) -> Storage:
    return founded[0]


@pytest.fixture
def around(founded: tuple[Storage, Surroundings]) -> Surroundings:
    return founded[1]
