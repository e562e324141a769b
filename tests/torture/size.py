"""How much is tried: what CI has time for, or a night. The numbers are least numbers: a part fails below its own."""

from __future__ import annotations

import os
from typing import NamedTuple


class Size(NamedTuple):
    """Seeds of the simulation on SQLite and on PostgreSQL; how often the window is killed."""

    seeds: int
    postgres_seeds: int
    kills: int


SIZES = {"ci": Size(100, 12, 100), "night": Size(5000, 300, 2000)}


def size() -> Size:
    """Give the size that was asked for."""
    return SIZES[os.environ.get("TORTURE", "ci")]


def seeds(count: int) -> list[int]:
    """Give the seeds to run: the one that is replayed, or so many."""
    one = os.environ.get("SEED")
    return [int(one)] if one else list(range(1000, 1000 + count))
