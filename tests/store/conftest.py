"""A laptop at work: enrolled, unlocked, with its reference records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.laptop import Laptop, laptop_at_work


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    """Give a laptop whose register is closed when the test ends."""
    laptop = laptop_at_work(tmp_path)
    yield laptop
    laptop.store.close()
