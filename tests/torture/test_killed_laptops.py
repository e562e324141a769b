"""SIGKILL of a laptop's own process while it saves, sends or stores a page: what it said to be saved arrives, once."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bench.laptop import address_of
from tests.torture.real import Office, RealLaptop, compare
from tests.torture.size import seeds, size
from tests.torture.telling import Tally

AT = {"saving": 0.01, "sending": 0.03, "storing": 0.02}
"""When it is killed: after this word, within so many seconds."""
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
def test_a_laptop_killed_while_it_saves_sends_or_stores(
    database: str, request: pytest.FixtureRequest, tmp_path: Path
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
    tally.told()
