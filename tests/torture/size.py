"""How much is tried: what CI has time for, or a night. The numbers are least numbers: a part fails below its own."""

from __future__ import annotations

import os
from typing import NamedTuple


class Size(NamedTuple):
    """How often each part of the proof is tried."""

    seeds: int
    """Seeds of the simulation on SQLite …"""
    postgres_seeds: int
    """… and on PostgreSQL."""
    kills: int
    """Times the window is killed."""
    bytes: int
    """Bytes of an exchange at which the line fails."""
    ends: int
    """Times headquarters or PostgreSQL end under load."""
    machines: int
    """Sequences of steps that Hypothesis makes up."""
    laptop_kills: int
    """Times a laptop's program without a window is killed."""
    fill_kills: int
    """Times one is killed while it is filled for the first time."""
    copied_seeds: int
    """Seeds of the simulation in which disks are put back and copied."""
    erased_seeds: int
    """Seeds at whose end somebody is erased."""


SIZES = {
    "ci": Size(
        seeds=100,
        postgres_seeds=12,
        kills=100,
        bytes=40,
        ends=6,
        machines=25,
        laptop_kills=18,
        fill_kills=6,
        copied_seeds=40,
        erased_seeds=24,
    ),
    "night": Size(
        seeds=5000,
        postgres_seeds=300,
        kills=2000,
        bytes=100_000,
        ends=400,
        machines=2000,
        laptop_kills=1500,
        fill_kills=300,
        copied_seeds=3000,
        erased_seeds=1500,
    ),
}


def size() -> Size:
    """Give the size that was asked for."""
    return SIZES[os.environ.get("TORTURE", "ci")]


def seeds(count: int) -> list[int]:
    """Give the seeds to run: the one that is replayed, or so many."""
    one = os.environ.get("SEED")
    return [int(one)] if one else list(range(1000, 1000 + count))
