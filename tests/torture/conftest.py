"""In which order the parts of the proof are begun: the longest first, so that no core waits for another at the end."""

from __future__ import annotations

import pytest

LONGEST_FIRST = (
    "test_seeds.py",
    "test_ends.py",
    "test_killed_laptops.py",
    "test_machine.py",
    "test_lines.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by file; what is not named comes last, in its own order."""
    items.sort(key=lambda item: LONGEST_FIRST.index(item.path.name) if item.path.name in LONGEST_FIRST else 99)
