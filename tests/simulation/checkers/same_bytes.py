"""The fold of the same operations in the same order is byte-equal, however they are cut, on either database."""

from __future__ import annotations

from tests.simulation.replay import content, replayed
from tests.simulation.simulation import Simulation
from tests.simulation.violation import Violation

NAME = "same bytes"


def check(simulation: Simulation) -> None:
    """Tell the log to a fresh SQLite and compare every row; the simulation itself may run on PostgreSQL."""
    chance = simulation.source.stream("cuts")
    with replayed(simulation, f"sqlite:///{simulation.folder / 'again.db'}", chance) as again:
        here, there = content(simulation.office.storage), content(again)
    for table, rows in here.items():
        if rows != there[table]:
            differing = [pair for pair in zip(rows, there[table], strict=False) if pair[0] != pair[1]]
            raise Violation(NAME, f"{table}: {len(rows)} rows here, {len(there[table])} there, {differing[:1]}")
