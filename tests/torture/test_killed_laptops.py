"""SIGKILL of a laptop's own process while it saves, sends or stores a page: what it said to be saved arrives, once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bench.laptop import KEY, address_of, enrolled, filled
from chasqui_desktop.store.upgrade import open_upgraded
from tests.torture.real import Office, RealLaptop, compare
from tests.torture.size import seeds, size
from tests.torture.telling import Say, Tally

AT = {"saving": 0.01, "sending": 0.03, "storing": 0.02}
"""When it is killed: after this word, within so many seconds."""
A_PAGE = 0.2
"""Seconds after a page began to be stored in which a first fill is killed."""
FILL = 3000
"""People who are at headquarters when a laptop is filled for the first time."""
A_LIFE = 1_000_000
"""People's numbers of one run of the program; documents of different runs must differ."""


@dataclass
class Killed:
    """A laptop that is started again and again; ``told`` is what it said to be saved."""

    register: Path
    address: str
    log: Path
    told: list[str] = field(default_factory=list)
    lives: int = 0

    def live(self, word: str, times: int, seconds: float) -> None:
        """Start it; kill it so many seconds after the word was heard so many times."""
        self.lives += 1
        command = [sys.executable, "-m", "tests.torture.laptop_program", str(self.register), self.address]
        with self.log.open("a", encoding="utf-8") as log:
            process = subprocess.Popen(
                [*command, str(self.lives * A_LIFE)], stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert process.stdout is not None
        with process.stdout as lines:
            heard = 0
            for line in lines:
                heard += self._hear(line) == word
                if heard == times:
                    break
            assert heard == times, f"it ended by itself:\n{self.log.read_text(encoding='utf-8')[-4000:]}"
            time.sleep(seconds)
            process.kill()
            process.wait()
            for line in lines:
                self._hear(line)

    def _hear(self, line: str) -> str:
        # a line may be cut in its middle by the kill: a record's name has 32 characters
        word, _, record = line.strip().partition(" ")
        if word == "saved" and len(record) == 32:
            self.told.append(record)
        return word


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_a_laptop_killed_while_it_is_filled_for_the_first_time(
    database: str, request: pytest.FixtureRequest, tmp_path: Path, say: Say
) -> None:
    office = Office.founded(tmp_path, request.getfixturevalue("postgres_url") if database == "postgres" else None)
    [seed, *_] = seeds(1)
    chance = random.Random(seed)
    filled(enrolled(tmp_path / "other" / "register.db", office.headquarters), FILL)
    other = RealLaptop(tmp_path / "other", office)
    other.drain()
    other.saved = other.registered()
    fresh = enrolled(tmp_path / "fresh" / "register.db", office.headquarters, fetch=False)
    killed = Killed(fresh, address_of(office.headquarters.port), tmp_path / "laptop.log")
    tally = Tally(f"laptop killed in its first fill on {database} (seed {seed})", size().fill_kills)
    held = [0]
    while len(held) <= size().fill_kills:
        killed.live("storing", chance.randrange(1, 4), chance.random() * A_PAGE)
        held.append(_people_in(fresh))
        tally.tried += 1
    again = RealLaptop(tmp_path / "fresh", office)
    again.saved = again.registered()
    for one in (again, other, again):
        one.drain()
    compare(tally, office, [again, other])
    for record in {*again.saved, *other.saved} ^ again.people():
        tally.note("pages", f"{record} is on one side alone")
    again.close()
    other.close()
    office.headquarters.stop()
    assert held == sorted(held), "what was stored was lost again"
    assert any(0 < count < FILL for count in held), f"never killed in the middle: {held}"
    tally.told(say)


def _people_in(register: Path) -> int:
    with closing(open_upgraded(register, KEY)) as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM record WHERE kind = 'entrepreneur'").scalar_one())


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_a_laptop_killed_while_it_saves_sends_or_stores(
    database: str, request: pytest.FixtureRequest, tmp_path: Path, say: Say
) -> None:
    office = Office.founded(tmp_path, request.getfixturevalue("postgres_url") if database == "postgres" else None)
    [seed, *_] = seeds(1)
    chance = random.Random(seed)
    laptop, other = RealLaptop(tmp_path / "killed", office), RealLaptop(tmp_path / "other", office)
    laptop.close()
    killed = Killed(laptop.register, address_of(office.headquarters.port), tmp_path / "laptop.log")
    tally = Tally(f"laptop killed on {database} (seed {seed})", size().laptop_kills)
    words: Counter[str] = Counter()
    for number in range(size().laptop_kills):
        # somebody else's work is what its pages bring
        other.save(number)
        other.try_round()
        word = list(AT)[number % len(AT)]
        killed.live(word, chance.randrange(1, 4), chance.random() * AT[word])
        words[word] += 1
        tally.tried += 1
    again = RealLaptop(tmp_path / "killed", office)
    held = again.registered()
    for record in killed.told:
        if record not in held:
            tally.note("saved", f"{record} was said to be saved and is not in the journal")
    if len(set(held)) != len(held):
        tally.note("once", "a registration lies in the journal twice")
    # what was committed and killed before it could be said counts as well
    again.saved = held
    for one in (again, other, again):
        one.drain()
    compare(tally, office, [again, other])
    for record in {*held, *other.saved} - again.people():
        tally.note("pages", f"{record} is not on the killed laptop")
    again.close()
    other.close()
    office.headquarters.stop()
    assert min(words.values()) >= tally.least // len(AT)
    tally.told(say)
