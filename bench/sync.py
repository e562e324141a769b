"""From a laptop's store to headquarters' database and back, over HTTP, each side its own process."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import requests

from bench import bad_line, cuts, memory, people
from bench.figures import Figure, Size, seconds
from bench.laptop import Sender, address_of, enrolled
from bench.limits import bulk_insert, chunked, copy, typed, upsert, with_ids
from bench.office import DURABLE, Office, prepared, watched
from chasqui_desktop.demo.gate import Gate
from tests.helpers.postgres import PostgresServer

_UPSERT = "upsert, PostgreSQL"
_HALF = f"{_UPSERT}; 0.5 promised"
_PLAIN = "plain SQLite bulk; 0.35 or 15,000/s promised"


def measure(size: Size, folder: Path) -> list[Figure]:
    """Measure on PostgreSQL and on the embedded SQLite, against *upsert* on that PostgreSQL."""
    server = PostgresServer(DURABLE)
    try:
        server.start()
        office = Office(folder / "postgres", server, server.create_database())
        rows = prepared(office, size.sent)
        uncut, counted = _counted(office.copy("counted"), "PostgreSQL", rows)
        figures = _measured(office, "PostgreSQL", size, rows, server)
        figures += counted
        figures += cuts.measured(office.copy("cut"), size.sent, uncut)
        figures += memory.measured(office.copy("memory"), size.sent)
        figures += bad_line.measured(folder / "bad-line")
        office = Office(folder / "sqlite", None)
        rows = prepared(office, size.sent)
        figures += _measured(office, "SQLite", size, rows, server)
        return figures + _counted(office.copy("counted"), "SQLite", rows)[1]
    finally:
        server.remove()


def _measured(office: Office, name: str, size: Size, rows: list[bytes], server: PostgresServer) -> list[Figure]:
    """Each repetition begins with a copy of that headquarters and that laptop."""
    limit_url, columns = server.url(server.create_database()), typed(rows)
    pushes, whole, upserts, copies = [], [], [], []
    last = office
    for number in range(1, size.repetitions + 1):
        last = office.copy(number)
        with last.serving() as headquarters, last.sender(headquarters.port) as sender:
            whole.append(seconds(sender.round))
            pushes.append(sender.receipted_after)
        upserts.append(seconds(lambda: upsert(limit_url, rows)))
        copies.append(seconds(lambda: copy(limit_url, columns)))
    limit, faster = (size.sent / median(times) for times in (upserts, copies))
    return [
        _speed(f"{name}: push {size.sent}, all receipted", size.sent, pushes, limit, _HALF),
        _speed(f"{name}: the same", size.sent, pushes, faster, "COPY, PostgreSQL"),
        _speed(f"{name}: the same and the own records back", size.sent, whole, limit, _UPSERT),
        *_pulled(last, name, size, rows),
        *_small_rounds(last, name, size),
    ]  # fmt: skip - one figure a line


def _pulled(office: Office, name: str, size: Size, rows: list[bytes]) -> list[Figure]:
    """Fetch everything into fresh registers, the search index included."""
    named = with_ids(rows)
    pulls, limits = [], []
    with office.serving() as headquarters:
        for number in range(size.repetitions):
            register = enrolled(office.folder / f"fresh-{number}" / "register.db", headquarters, fetch=False)
            with Sender(register, address_of(headquarters.port)) as sender:
                pulls.append(seconds(sender.round))
            limits.append(seconds(lambda: bulk_insert(office.folder, named)))
    limit = size.sent / median(limits)
    return [_speed(f"{name}: pull {size.sent} into a fresh register", size.sent, pulls, limit, _PLAIN)]


def _counted(office: Office, name: str, rows: list[bytes]) -> tuple[int, list[Figure]]:
    """Count the bytes of a whole push and its echo at a relay, then of a fill; give both ways of the push in all."""
    plain = sum(map(len, chunked(rows))) / len(rows)
    with office.serving() as headquarters:
        with watched(headquarters) as gate, office.sender(gate.port) as sender:
            sender.round()
        fresh = enrolled(office.folder / "fresh" / "register.db", headquarters, fetch=False)
        with watched(headquarters) as filling, Sender(fresh, address_of(filling.port)) as sender:
            sender.round()
    counts = (
        ("up per registration, HTTP included", gate.sent),
        ("down per registration, the echo", gate.returned),
        ("down per registration, a fresh register", filling.returned),
    )
    return gate.sent + gate.returned, [
        Figure(f"{name}: bytes {what}", count / len(rows), "B", plain, "zstd 3 of 500 operations; 1.03 promised")
        for what, count in counts
    ]


def _small_rounds(office: Office, name: str, size: Size) -> list[Figure]:
    """Count requests, bytes and time of a round with nothing new, and with one new registration.

    After each round an empty POST to the same server: whatever else this machine does slows both.
    """
    with office.serving() as headquarters, watched(headquarters) as gate, requests.Session() as session:
        session.trust_env = False
        empty = partial(session.post, f"{address_of(gate.port)}/v1/nowhere", timeout=10)
        empty()
        with office.sender(gate.port) as sender:
            sender.round()
            nothing = _Rounds(gate, headquarters.log, empty)
            for _ in range(size.repetitions * 10):
                nothing.add(sender)
            one = _Rounds(gate, headquarters.log, empty)
            reference = sender.store.book.reference()
            edition, point = next(iter(reference.editions)), next(iter(reference.points))
            for number in range(size.repetitions * 10):
                sender.store.book.register(people.answers(10**6 + number, edition, point))
                one.add(sender)
    return [
        *nothing.figures(f"{name}: nothing new", 500),
        *one.figures(f"{name}: one new registration", 1200),
    ]


class _Rounds:
    """Rounds one by one: requests from the server's log, bytes from the relay, an empty POST after each."""

    def __init__(self, gate: Gate, log: Path, empty: Callable[[], object]) -> None:
        self._gate = gate
        self._log = log
        self._empty = empty
        self._bytes: list[int] = []
        self._requests: list[int] = []
        self._ms: list[float] = []
        self._empty_ms: list[float] = []

    def add(self, sender: Sender) -> None:
        before, requests_before = self._gate.sent + self._gate.returned, _requests_in(self._log)
        self._ms.append(seconds(sender.round) * 1000)
        self._bytes.append(self._gate.sent + self._gate.returned - before)
        self._requests.append(_requests_in(self._log) - requests_before)
        self._empty_ms.append(seconds(self._empty) * 1000)

    def figures(self, name: str, most: int) -> list[Figure]:
        return [
            Figure(f"{name}, requests", median(self._requests), "", 1, "one"),
            Figure(f"{name}, bytes both ways", median(self._bytes), "B", most, "promised"),
            Figure(
                f"{name}, time",
                median(self._ms),
                "ms",
                median(self._empty_ms),
                "an empty POST over the same relay, 3 promised",
            ),
        ]


def _requests_in(log: Path) -> int:
    return sum(json.loads(line).get("event") == "request" for line in log.read_text(encoding="utf-8").splitlines())


def _speed(name: str, count: int, spent: list[float], limit: float, limit_is: str) -> Figure:
    return Figure(name, count / median(spent), "/s", limit, limit_is)
