"""From a laptop's store to headquarters' database and back, over HTTP, each side its own process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psycopg
import requests

from bench import people
from bench.figures import Figure, Size, seconds
from bench.laptop import KEY, SURROUNDINGS, Sender, address_of, enrolled, filled
from bench.limits import bulk_insert, in_chunks, upsert, with_ids
from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.store import open_store
from chasqui_sync import wire
from tests.helpers.postgres import PostgresServer

_DURABLE = "max_connections = 60\nlog_min_messages = warning\n"
"""PostgreSQL as it comes: every commit is on the disk before it is told."""


class Office(NamedTuple):
    """Where a headquarters lies: its folder, and the name of its PostgreSQL database, or none."""

    folder: Path
    server: PostgresServer | None
    database: str = ""

    @property
    def url(self) -> str | None:
        """SQLAlchemy's address, None for the embedded SQLite."""
        return self.server.url(self.database) if self.server else None

    def copy(self, number: int) -> Office:
        """Copy it, stopped, as it is."""
        other = Office(self.folder.with_name(f"{self.folder.name}-{number}"), self.server, f"{self.database}_{number}")
        shutil.copytree(self.folder, other.folder)
        if self.server:
            with psycopg.connect(self.server.url("postgres").replace("+psycopg", ""), autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {other.database} TEMPLATE {self.database}".encode())
        return other

    @contextmanager
    def serving(self) -> Iterator[Headquarters]:
        """Run the server process."""
        headquarters = Headquarters(self.folder, self.url)
        headquarters.start()
        try:
            yield headquarters
        finally:
            headquarters.stop()


def measure(size: Size, folder: Path) -> list[Figure]:
    """Measure on PostgreSQL and on the embedded SQLite, against *upsert* on that PostgreSQL."""
    server = PostgresServer(_DURABLE)
    try:
        server.start()
        figures = _measured(Office(folder / "postgres", server, server.create_database()), "PostgreSQL", size)
        return figures + _measured(Office(folder / "sqlite", None), "SQLite", size, server)
    finally:
        server.remove()


def _measured(office: Office, name: str, size: Size, beside: PostgresServer | None = None) -> list[Figure]:
    """Prepare once; each repetition begins with a copy of that headquarters and that laptop."""
    server = office.server or beside
    assert server is not None
    headquarters = Headquarters(office.folder, office.url)
    headquarters.prepare()
    with office.serving() as headquarters:
        register = filled(enrolled(office.folder / "laptop" / "register.db", headquarters), size.sent)
    rows = _journal(register)
    limit_url = server.url(server.create_database())
    pushes, whole, limits = [], [], []
    last = office
    for number in range(size.repetitions):
        last = office.copy(number)
        with last.serving() as headquarters, _sender(last, headquarters.port) as sender:
            whole.append(seconds(sender.round))
            pushes.append(sender.receipted_after)
        limits.append(seconds(lambda: upsert(limit_url, rows)))
    speeds = [size.sent / each for each in limits]
    return [
        _speed(f"{name}: push {size.sent}, all receipted", size.sent, pushes, median(speeds), "upsert, PostgreSQL"),
        _speed(f"{name}: the same and the own records back", size.sent, whole, median(speeds), "upsert, PostgreSQL"),
        *_pulled(last, name, size, rows),
        *_counted(office.copy(size.repetitions), name, rows),
        *_small_rounds(last, name, size),
    ]  # fmt: skip - one figure a line


def _pulled(office: Office, name: str, size: Size, rows: list[bytes]) -> list[Figure]:
    """Fetch everything into fresh registers; reference records come with the enrolment."""
    named = with_ids(rows)
    pulls, limits = [], []
    with office.serving() as headquarters:
        for number in range(size.repetitions):
            register = office.folder / f"fresh-{number}" / "register.db"
            pulls.append(seconds(lambda register=register: enrolled(register, headquarters)))  # type: ignore[misc]  # a bound default
            limits.append(seconds(lambda: bulk_insert(office.folder, named)))
    limit = size.sent / median(limits)
    return [_speed(f"{name}: enrol and pull {size.sent}", size.sent, pulls, limit, "plain SQLite bulk insert")]


def _counted(office: Office, name: str, rows: list[bytes]) -> list[Figure]:
    """Count the bytes of a whole push and its echo at a relay."""
    plain = sum(len(wire.deflate(b"\n".join(chunk) + b"\n")) for chunk in in_chunks(rows)) / len(rows)
    with office.serving() as headquarters, _watched(headquarters) as gate:
        with _sender(office, gate.port) as sender:
            sender.round()
        up, down = gate.sent / len(rows), gate.returned / len(rows)
    return [
        Figure(f"{name}: bytes up per registration, HTTP included", up, "B", plain, "zstd 3 of 500 operations"),
        Figure(f"{name}: bytes down per registration, the echo", down, "B", plain, "zstd 3 of 500 operations"),
    ]


def _small_rounds(office: Office, name: str, size: Size) -> list[Figure]:
    """Count requests, bytes and time of a round with nothing new, and with one new registration."""
    with office.serving() as headquarters, _watched(headquarters) as gate:
        with _sender(office, gate.port) as sender:
            sender.round()
            nothing = _Rounds(gate, headquarters.log)
            for _ in range(size.repetitions * 3):
                nothing.add(sender)
            one = _Rounds(gate, headquarters.log)
            reference = sender.store.book.reference()
            edition, point = next(iter(reference.editions)), next(iter(reference.points))
            for number in range(size.repetitions * 3):
                sender.store.book.register(people.answers(10**6 + number, edition, point))
                one.add(sender)
        empty = _empty_posts(gate.port, size.repetitions * 10)
    return [*nothing.figures(f"{name}: nothing new", empty), *one.figures(f"{name}: one new registration", empty)]


class _Rounds:
    """Rounds one by one: requests from the server's log, bytes from the relay."""

    def __init__(self, gate: Gate, log: Path) -> None:
        self._gate = gate
        self._log = log
        self._bytes: list[int] = []
        self._requests: list[int] = []
        self._ms: list[float] = []

    def add(self, sender: Sender) -> None:
        before, requests_before = self._gate.sent + self._gate.returned, _requests_in(self._log)
        self._ms.append(seconds(sender.round) * 1000)
        self._bytes.append(self._gate.sent + self._gate.returned - before)
        self._requests.append(_requests_in(self._log) - requests_before)

    def figures(self, name: str, empty: float) -> list[Figure]:
        return [
            Figure(f"{name}, requests", median(self._requests), "", 1, "one"),
            Figure(f"{name}, bytes both ways", median(self._bytes), "B"),
            Figure(f"{name}, time", median(self._ms), "ms", empty, "an empty POST over the same relay"),
        ]


@contextmanager
def _watched(headquarters: Headquarters) -> Iterator[Gate]:
    gate = Gate(("127.0.0.1", headquarters.port))
    gate.up()
    try:
        yield gate
    finally:
        gate.close()


def _sender(office: Office, port: int) -> Sender:
    return Sender(office.folder / "laptop" / "register.db", address_of(port))


def _journal(register: Path) -> list[bytes]:
    store = open_store(register, KEY, SURROUNDINGS)
    run = store.exchange.run_after(store.exchange.standing().incarnation, 0, 10**6, 2**40)
    store.close()
    assert run is not None
    return run.operations


def _requests_in(log: Path) -> int:
    return sum(json.loads(line).get("event") == "request" for line in log.read_text(encoding="utf-8").splitlines())


def _empty_posts(port: int, count: int) -> float:
    """Give the ms of a POST that is answered by the framework alone."""
    with requests.Session() as session:
        session.trust_env = False
        post = partial(session.post, f"{address_of(port)}/v1/nowhere", timeout=10)
        post()
        return median(seconds(post) for _ in range(count)) * 1000


def _speed(name: str, count: int, spent: list[float], limit: float, limit_is: str) -> Figure:
    return Figure(name, count / median(spent), "/s", limit, limit_is)
