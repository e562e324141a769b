"""The line fails at any byte of a whole exchange: request, receipt and page; cut, or with one bit turned."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chasqui_sync.roads import line as roads_line
from tests.torture.line import FaultyLine
from tests.torture.real import Office, RealLaptop, compare
from tests.torture.size import seeds, size
from tests.torture.telling import Say, Tally

Fail = Callable[[FaultyLine, int, random.Random], None]
FAILURES: dict[str, Fail] = {
    "cut": lambda line, at, _: line.cut_after(at),
    "flipped bit": lambda line, at, chance: line.flip_after(at, chance.randrange(8)),
}


@pytest.fixture(params=["sqlite", "postgres"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    url = request.getfixturevalue("postgres_url") if request.param == "postgres" else None
    office = Office.founded(tmp_path, url)
    yield office
    office.headquarters.stop()


@pytest.mark.parametrize("kind", FAILURES)
def test_a_line_that_fails_at_any_byte_loses_and_doubles_nothing(
    kind: str, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    # a length that was changed on the way lets both sides wait for bytes that never come
    monkeypatch.setattr(roads_line, "_SILENCE_SECONDS", 1.0)
    line = FaultyLine(("127.0.0.1", office.headquarters.port))
    line.up()
    laptop = RealLaptop(tmp_path / "laptop", office, line.port, signs=1)
    for number in (-1, 0):
        before = line.sent + line.returned
        laptop.save(number)
        laptop.drain()
    whole = line.sent + line.returned - before
    [seed, *_] = seeds(1)
    chance = random.Random(seed)
    places = sorted(chance.sample(range(whole), min(size().bytes, whole)))
    tally = Tally(f"{kind} at a byte on {'postgres' if office.url else 'sqlite'} (seed {seed})", len(places))
    for number, place in enumerate(places, start=1):
        laptop.save(number)
        FAILURES[kind](line, place, chance)
        laptop.try_round()
        line.heal()
        laptop.drain()
        tally.tried += 1
    assert line.failed >= len(places) * 0.9, "the line was hardly ever made to fail"
    assert len(laptop.signatures()) == len(laptop.saved)
    compare(tally, office, [laptop])
    laptop.close()
    line.close()
    tally.told(say)
