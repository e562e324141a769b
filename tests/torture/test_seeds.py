"""The simulation over many seeds: cuts, repeats, crashes, full disks, restored databases, wrong clocks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import MappingProxyType

from tests.helpers.postgres import PostgresServer
from tests.simulation.erasing import erase_somebody
from tests.simulation.run import run
from tests.simulation.simulation import Simulation
from tests.simulation.steps import COPIES, Step
from tests.simulation.violation import Violation
from tests.torture.size import seeds, size
from tests.torture.telling import Say, Tally

Database = Callable[[], AbstractContextManager[str | None]]


def _all(
    name: str,
    count: int,
    say: Say,
    database: Database,
    besides: Mapping[Step, int] = MappingProxyType({}),
    afterwards: Callable[[Simulation], None] = lambda _: None,
) -> None:
    chosen = seeds(count)
    tally = Tally(name, len(chosen))
    for seed in chosen:
        tally.tried += 1
        again = f"replay: make torture SEED={seed} ARGS='-k {name.rsplit(maxsplit=1)[-1]}'"
        try:
            with database() as url:
                ran = run(seed, url, afterwards, besides)
        except Violation as violation:
            tally.note(violation.checker, f"seed {seed}: {violation} ({again})")
        except Exception as error:
            error.add_note(f"seed {seed}; {again}")
            raise
        else:
            tally.saved += ran.saved
    tally.told(say)
    # of a single seed nothing more can be asked
    assert tally.saved > count or os.environ.get("SEED"), "seeds in which hardly anything is saved prove nothing"


def test_nothing_is_lost_or_doubled_on_sqlite(say: Say) -> None:
    _all("simulation on sqlite", size().seeds, say, nullcontext)


def test_nothing_is_lost_or_doubled_where_disks_are_put_back_and_copied(say: Say) -> None:
    _all("simulation with disks put back and copied", size().copied_seeds, say, nullcontext, COPIES)


def test_nothing_is_left_of_whoever_was_erased_and_nobody_else_is_lost(say: Say) -> None:
    _all("simulation at whose end somebody is erased", size().erased_seeds, say, nullcontext, COPIES, erase_somebody)


def test_nothing_is_lost_or_doubled_on_postgres(postgres: PostgresServer, say: Say) -> None:
    @contextmanager
    def database() -> Iterator[str]:
        name = postgres.create_database()
        try:
            yield postgres.url(name)
        finally:
            postgres.drop_database(name)

    _all("simulation on postgres", size().postgres_seeds, say, database)
