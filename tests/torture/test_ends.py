"""Programs end at random instants while laptops send: headquarters by SIGKILL, PostgreSQL by crash and by restart."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.helpers.postgres import PostgresServer
from tests.torture.real import Office, RealLaptop, compare
from tests.torture.size import seeds, size
from tests.torture.telling import Say, Tally

LAPTOPS = 3
PATIENCE = 120.0
DURABLE = "max_connections = 60\nlog_min_messages = warning\n"
"""As PostgreSQL comes: every commit is on the disk before it is told."""


@dataclass
class Load:
    """Laptops that register and send, each in a thread of its own, until they are told to stop."""

    folder: Path
    office: Office
    laptops: list[RealLaptop] = field(default_factory=list)
    wrong: list[BaseException] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._over, self._ready = threading.Event(), threading.Barrier(LAPTOPS + 1)
        self._threads = [threading.Thread(target=self._work, args=(number,)) for number in range(LAPTOPS)]

    def begin(self) -> None:
        """Enrol all and start."""
        for thread in self._threads:
            thread.start()
        self._ready.wait(PATIENCE)

    def receipted(self) -> dict[str, int]:
        """Give how far each laptop holds a receipt."""
        return {laptop.standing.device: laptop.standing.receipted for laptop in self.laptops}

    def wait_for_more(self, chance: random.Random) -> None:
        """Come back after a few more saves, at no instant in particular."""
        wanted = self._count() + chance.randrange(1, 12)
        deadline = time.monotonic() + PATIENCE
        while self._count() < wanted:
            assert not self.wrong, self.wrong
            assert time.monotonic() < deadline, "nobody saves any more"
            time.sleep(chance.random() / 100)

    def end(self) -> None:
        """Let everybody send what waits, and stop."""
        self._over.set()
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive()
        assert not self.wrong, self.wrong

    def _count(self) -> int:
        return sum(len(laptop.saved) for laptop in self.laptops)

    def _work(self, number: int) -> None:
        try:
            # Alembic brings one register up at a time: it knows it by a name of the whole process
            with self._one_at_a_time:
                laptop = RealLaptop(self.folder / f"laptop-{number}", self.office)
            self.laptops.append(laptop)
            self._ready.wait(PATIENCE)
            while not self._over.is_set():
                laptop.save(len(laptop.saved) * LAPTOPS + number)
                laptop.try_round()
            laptop.drain()
            laptop.close()
        except BaseException as error:
            self.wrong.append(error)
            raise


Restart = Callable[[], None]


def _end_again_and_again(name: str, office: Office, folder: Path, end: Restart, say: Say) -> None:
    """End something at random instants while laptops send, and see that each receipt it gave stays true."""
    [seed, *_] = seeds(1)
    chance = random.Random(seed)
    tally = Tally(f"{name} (seed {seed})", size().ends)
    load = Load(folder, office)
    load.begin()
    for _ in range(size().ends):
        load.wait_for_more(chance)
        end()
        promised = load.receipted()
        tally.tried += 1
        reached = office.reached()
        for device, upto in promised.items():
            if reached.get(device, 0) < upto:
                tally.note("receipts", f"{device} holds a receipt up to {upto}, {reached.get(device)} is there")
    load.end()
    compare(tally, office, load.laptops)
    tally.told(say)


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_headquarters_killed_under_load(
    database: str, request: pytest.FixtureRequest, tmp_path: Path, say: Say
) -> None:
    office = Office.founded(tmp_path, request.getfixturevalue("postgres_url") if database == "postgres" else None)

    def end() -> None:
        office.headquarters.kill()
        office.headquarters.start()

    _end_again_and_again(f"headquarters killed on {database}", office, tmp_path, end, say)
    office.headquarters.stop()


@contextmanager
def _durable_postgres() -> Iterator[PostgresServer]:
    server = PostgresServer(DURABLE)
    server.start()
    yield server
    server.remove()


@pytest.mark.parametrize("at_once", [True, False], ids=["crashed", "restarted"])
def test_postgres_ended_under_load(at_once: bool, tmp_path: Path, say: Say) -> None:
    with _durable_postgres() as server:
        office = Office.founded(tmp_path, server.url(server.create_database()))
        word = "crashed" if at_once else "restarted"
        _end_again_and_again(f"postgres {word}", office, tmp_path, lambda: server.restart(at_once=at_once), say)
        office.headquarters.stop()
