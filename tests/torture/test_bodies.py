"""Whole bodies of a wrong length, compression, type or depth, to headquarters and back: nothing is lost or believed."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.roads import line as roads_line
from tests.torture.bodies import BODIES, BOMB, ON_THE_WAY, OddLine, signed_otherwise
from tests.torture.real import Office, RealLaptop, compare
from tests.torture.telling import Say, Tally

ROUTES = ("/v1/hello", "/v1/batches", "/v1/records", "/v1/blobs")
MOST_MEMORY = BOMB // 2
"""Bytes by which neither side may grow, whatever it is given to open."""


class Bench:
    """A headquarters, a laptop, and the line between them."""

    def __init__(self, folder: Path, url: str | None) -> None:
        self.office = Office.founded(folder, url)
        self.line = OddLine(("127.0.0.1", self.office.headquarters.port))
        self.line.up()
        self._folder = folder / "laptop"
        self._numbers = itertools.count()
        self.broken = 0
        """Rounds that came to no end."""
        self.laptop = self._started()
        self.laptop.drain()

    def start_again(self) -> None:
        """Begin the laptop's program anew: it greets first."""
        self.laptop.close()
        saved, self.laptop = self.laptop.saved, self._started()
        self.laptop.saved = saved

    def work(self, route: str) -> None:
        """Do a round in which a route is asked."""
        if route != "/v1/records":
            self.laptop.save(next(self._numbers))
        self.broken += not self.laptop.try_round()

    def tally(self, name: str, least: int) -> Tally:
        """Begin to count a part."""
        return Tally(f"{name}, on {'postgres' if self.office.url else 'sqlite'}", least)

    def settle(self, tally: Tally) -> None:
        """Hold the laptop to what headquarters has; let the line be good again, and all arrive."""
        reached = self.office.reached().get(self.laptop.standing.device, 0)
        if self.laptop.standing.receipted > reached:
            tally.note("receipts", f"a receipt up to {self.laptop.standing.receipted} is believed, {reached} is there")
        self.line.heal()
        self.laptop.drain()
        if self.laptop.standing.waiting or self.laptop.standing.has_blobs:
            tally.note("arrival", f"{self.laptop.standing.waiting} still wait")
        tally.tried += 1

    def close(self) -> None:
        self.line.close()
        self.office.headquarters.stop()

    def _started(self) -> RealLaptop:
        return RealLaptop(self._folder, self.office, self.line.port, signs=1)


@pytest.fixture(params=["sqlite", "postgres"])
def bench(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    # who was promised more bytes waits for them
    monkeypatch.setattr(roads_line, "_SILENCE_SECONDS", 0.5)
    bench = Bench(tmp_path, request.getfixturevalue("postgres_url") if request.param == "postgres" else None)
    yield bench
    bench.close()


def test_no_whole_body_of_another_shape_loses_doubles_or_passes_for_the_right_one(bench: Bench, say: Say) -> None:
    with _within_memory(bench):
        tallies = [_changed_on_the_way(bench, outward=False), _changed_on_the_way(bench, outward=True), _signed(bench)]
    bench.laptop.close()
    for line in bench.office.headquarters.log.read_text(encoding="utf-8").splitlines():
        if '"level": "error"' in line:
            tallies[-1].note("faults of our own", line)
    for tally in tallies:
        tally.told(say)
    assert bench.broken > sum(tally.tried for tally in tallies) // 2, "hardly any body was refused"


def _changed_on_the_way(bench: Bench, *, outward: bool) -> Tally:
    """Change requests or answers on the line: what was signed does not fit them any more, and answers bear no name."""
    cases = [(route, change) for route in ROUTES for change in ON_THE_WAY.values()]
    tally = bench.tally("requests changed on the way" if outward else "answers changed on the way", len(cases))
    for route, change in cases:
        if route == "/v1/hello":
            bench.start_again()
        before = bench.line.changed
        bench.line.change_next(route, change, outward=outward)
        bench.work(route)
        assert bench.line.changed == before + 1, f"{route} was not asked"
        bench.settle(tally)
    compare(tally, bench.office, [bench.laptop])
    return tally


def _signed(bench: Bench) -> Tally:
    """Let the laptop itself write something else: its signature is right, and headquarters has to look into it."""
    cases = [(route, other) for route in ROUTES if route != "/v1/records" for other in BODIES.values()]
    cases += [("/v1/batches", _in_the_frame(other)) for other in BODIES.values()]
    tally = bench.tally("odd bodies rightly signed", len(cases))
    for route, other in cases:
        if route == "/v1/hello":
            bench.start_again()
        with signed_otherwise(bench.laptop.road, route, other) as done:
            bench.work(route)
        assert done, f"{route} was not asked"
        bench.settle(tally)
    compare(tally, bench.office, [bench.laptop])
    return tally


def _in_the_frame(other: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Change a batch behind its signature, which stands over the header alone."""

    def changed(body: bytes) -> bytes:
        frame = wire.read_batch(wire.widen(body, wire.Dictionaries(dictionaries()))).frame
        return body[: len(body) - len(frame)] + other(frame)

    return changed


@contextmanager
def _within_memory(bench: Bench) -> Iterator[None]:
    """Hold both processes to the memory they may take meanwhile; only Linux tells."""
    if sys.platform != "linux":
        yield
        return
    processes = [Path("/proc/self"), Path(f"/proc/{bench.office.headquarters.pid}")]
    for process in processes:
        # forgets the most it ever took
        (process / "clear_refs").write_text("5", encoding="ascii")
    before = [_most_taken(process) for process in processes]
    yield
    grown = [_most_taken(process) - was for process, was in zip(processes, before, strict=True)]
    assert max(grown) < MOST_MEMORY, f"laptop and headquarters grew by {grown} bytes"


def _most_taken(process: Path) -> int:
    [line] = [line for line in (process / "status").read_text().splitlines() if line.startswith("VmHWM")]
    return int(line.split()[1]) * 1024
