"""Laptops and headquarters in one thread from one seed: the same seed gives the same bytes."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import select

from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.tables import metadata as laptop_tables
from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.server import pages
from chasqui_sync.server.devices import Person
from chasqui_sync.server.tables import metadata as office_tables
from tests.simulation.acts import Acts
from tests.simulation.chance import Chance
from tests.simulation.clocks import TrueTime
from tests.simulation.headquarters_log import read_log
from tests.simulation.laptop import Image, SimulatedLaptop
from tests.simulation.ledger import Ledger
from tests.simulation.made_once import made_once
from tests.simulation.office import Office, in_one_thread

EDITION, POINT = "03" * 16, "04" * 16
NORTH, SOUTH = "0a" * 16, "0b" * 16
PEOPLE = (
    Person("01" * 16, "Milagros", "promoter", NORTH),
    Person("01" * 16, "Milagros", "promoter", NORTH),
    Person("02" * 16, "Patricia", "coordinator", NORTH),
    Person("05" * 16, "Jhon", "promoter", NORTH),
    Person("06" * 16, "Edda", "promoter", SOUTH),
)
"""Whose laptops there are: one promoter with two of them, her coordinator, a colleague, another office."""
ROUNDS_TO_DRAIN = 3
DAY_MS = 24 * 3_600_000


class Simulation:
    """A small world; ``steps`` act on it, ``checkers`` look at it."""

    def __init__(self, seed: int, folder: Path, url: str | None = None) -> None:
        self.seed = seed
        self.folder = folder
        self.source = Chance(seed)
        self.chance = self.source.stream("steps")
        self.time = TrueTime()
        self.ledger = Ledger()
        world = self.source.stream("world")
        self.page_size = world.choice([2, 3, 7, 1000])
        limits = wire.Limits(operations=world.choice([2, 5, 5000]), body=1 << 22, inflated=1 << 25)
        office = self.source.stream("office")
        self.office = Office(url or f"sqlite:///{folder / 'office.db'}", self.time.read, office.randbytes, limits)
        self._tell_reference()
        people = world.sample(PEOPLE, world.choice([2, 3, 3, 4]))
        self.laptops = [self._laptop(number, person) for number, person in enumerate(people)]
        self.backup = self.office.backup()
        self.badness = world.choice([0.0, 0.1, 0.3, 0.5])
        self._busy = world.random() < 0.5
        self._nested = False
        self.acts = Acts(self.source.stream("acts"), EDITION, POINT)
        self.office.meanwhile = self._meanwhile
        for laptop in self.laptops:
            laptop.line.heard = self._meanwhile
            laptop.round()
            laptop.line.badness = self.badness

    def round(self, laptop: SimulatedLaptop, stopped: Callable[[], bool] = lambda: False) -> None:
        """Let a laptop do a round."""
        laptop.round(stopped)

    def put_back(self, laptop: SimulatedLaptop) -> None:
        """Put a laptop's last image in place of its disk. What was saved since is where it was sent, or gone."""
        assert laptop.old_image is not None
        self.ledger.count("laptop put back")
        arrived = {one.data for one in read_log(self.office.storage)}
        elsewhere = {act.operation for one in self.laptops if one is not laptop for act in one.saved}
        for act in laptop.put_back(laptop.old_image):
            if act.operation not in elsewhere:
                self.ledger.former[act.operation] = self.office.life if act.operation in arrived else None
        laptop.old_image = None

    def copy(self, laptop: SimulatedLaptop) -> SimulatedLaptop:
        """Let a laptop's disk be copied into another machine; both go on."""
        self.ledger.count("laptop copied")
        twin = self._laptop(len(self.laptops), laptop.person, laptop.image())
        twin.line.badness, twin.line.heard = laptop.line.badness, laptop.line.heard
        self.laptops.append(twin)
        return twin

    def revoke(self, laptop: SimulatedLaptop) -> None:
        """Let headquarters revoke a laptop."""
        self.ledger.count("revoked")
        # what came a moment before is told from what comes now
        self.time.now += 1
        self.office.revoke(laptop.key.id)
        self.ledger.revoked[laptop.key.id] = self.time.now

    def give_role(self, person: Person, role: str) -> None:
        """Let headquarters give somebody another role within her office."""
        self.ledger.count("role given")
        # what came a moment before is told from what comes now
        self.time.now += 1
        is_busy, self._busy = self._busy, False
        self.office.give_role(person.staff, role)
        self._busy = is_busy
        self.ledger.roles.setdefault(person.staff, [(0, person.role)]).append((self.time.now, role))
        for laptop in self.laptops:
            if laptop.person.staff == person.staff:
                laptop.person = laptop.person._replace(role=role)

    def scope_of(self, device: str) -> str:
        """Say what a device may write for."""
        scopes = {laptop.key.id: laptop.person.scope for laptop in self.laptops}
        return scopes.get(device, EVERYONE)

    def restore(self) -> None:
        """Put headquarters back to its last copy; who was revoked, or got another role, since is again."""
        self.ledger.count("headquarters restored")
        self.office.restore(self.backup)
        # nobody comes before all is said again
        is_busy, self._busy = self._busy, False
        self.ledger.unproved = self.office.storage.here.epoch
        for name in self.ledger.revoked:
            self.office.revoke(name)
        for staff, roles in self.ledger.roles.items():
            self.office.give_role(staff, roles[-1][1])
        self._busy = is_busy

    def back_up(self) -> None:
        """Make a copy of headquarters, let laptops hear that it is safe."""
        self.ledger.count("backed up")
        mark = self.office.mark()
        self.backup = self.office.backup()
        self.office.declare(mark)

    def calm(self) -> None:
        """End all faults."""
        self._busy = False
        for laptop in self.laptops:
            laptop.line.badness = 0.0

    def drain(self) -> None:
        """Let everybody do the rounds after which all must have arrived everywhere."""
        self.calm()
        if len({one.key.id for one in self.laptops}) < len(self.laptops):
            # a copy whose twin wrote as much after headquarters was put back learns it from its daily greeting
            self.time.now += DAY_MS
        for _ in range(ROUNDS_TO_DRAIN):
            for laptop in self.laptops:
                laptop.round()

    def close(self) -> None:
        """End every program."""
        for laptop in self.laptops:
            laptop.close()
        self.office.close()

    def fingerprint(self) -> str:
        """Give a hash over the content of every database."""
        digest = hashlib.sha256()
        for table, rows in self._rows():
            digest.update(table.encode())
            for row in sorted(map(repr, rows)):
                digest.update(row.encode())
        return digest.hexdigest()

    def _rows(self) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
        with self.office.storage.database.reading() as connection:
            for table in office_tables.sorted_tables:
                yield f"office {table.name}", [_plain(row) for row in connection.execute(select(table))]
        for laptop in self.laptops:
            with transaction(laptop.store._connection) as connection:
                for table in laptop_tables.sorted_tables:
                    yield f"{laptop.number} {table.name}", [_plain(row) for row in connection.execute(select(table))]

    def _laptop(self, number: int, person: Person, image: Image | None = None) -> SimulatedLaptop:
        seed = f"{self.seed} {number}"
        return SimulatedLaptop(self.folder, number, person, self.office, self.ledger, self.time, seed, image)

    def _tell_reference(self) -> None:
        self.office.write("edition", EDITION, {"name": "2026-II", "prefix": "GE26"})
        self.office.write("outreach_point", POINT, {"name": "Unicachi", "edition": EDITION})
        for scope, name in ((NORTH, "Lima Norte"), (SOUTH, "Lima Sur")):
            self.office.write("partner", scope, {"name": name})

    def _meanwhile(self) -> None:
        """Let something else happen while a request is under way: a save, or somebody else's whole round."""
        if not self._busy or self._nested or self.chance.random() > 0.15:
            return
        self._nested = True
        try:
            under_way = [laptop for laptop in self.laptops if laptop.is_in_round]
            laptop = self.chance.choice([*under_way, self.chance.choice(self.laptops)])
            self.ledger.count("meanwhile")
            if laptop.is_in_round:
                # a cut here would be taken for headquarters' own, which is asked at this moment
                with laptop.trap.paused():
                    self.acts.amend(laptop)
            else:
                laptop.round()
        finally:
            self._nested = False


def _plain(row: Any) -> tuple[Any, ...]:
    return tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)


@contextmanager
def simulated(seed: int, folder: Path, url: str | None = None) -> Iterator[Simulation]:
    """Give a world of a seed in an empty folder; it ends with the block."""
    most = pages.MOST_RECORDS
    with in_one_thread(), made_once():
        simulation = Simulation(seed, folder, url)
        pages.MOST_RECORDS = simulation.page_size
        try:
            yield simulation
        finally:
            pages.MOST_RECORDS = most
            simulation.close()


def weather(chance: random.Random, faults: dict[Any, int]) -> dict[Any, int]:
    """Choose the faults of a seed: none, some, or all of them."""
    names = list(faults)
    chosen = chance.sample(names, chance.choice([0, 2, 4, len(names)]))
    return {name: faults[name] for name in chosen}
