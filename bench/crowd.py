"""Five hundred laptops at the same moment, a hundred new registrations each, one server process."""

from __future__ import annotations

import os
import secrets
import threading
import time
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from bench import people
from bench.figures import Figure, Size
from bench.laptop import PROMOTER, SURROUNDINGS, address_of
from bench.limits import upsert
from bench.memory import kilobytes
from bench.office import DURABLE, Office
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_sync import wire
from chasqui_sync.core.problems import Trouble
from chasqui_sync.pace import Pace
from chasqui_sync.roads.http import HttpRoad
from chasqui_sync.server import desk
from chasqui_sync.server.database import Database
from chasqui_sync.server.devices import Person
from chasqui_sync.server.storage import Storage
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.helpers.postgres import PostgresServer

_LAPTOPS = 500
_EACH = 100
_MB = 1024.0
INCARNATION = "1"
"""Name of the only life of a journal made up here."""


class Member(NamedTuple):
    """A laptop as headquarters knows it, without a register: its key, and the key that proves its receipts."""

    key: SigningKey
    node_key: bytes


class Laptop(NamedTuple):
    """One of the crowd, and its journal in the batches that its pace makes of it."""

    member: Member
    batches: list[bytes]


def measure(size: Size, folder: Path) -> list[Figure]:
    """Measure on PostgreSQL and on the embedded SQLite."""
    laptops = min(_LAPTOPS, size.sent // 10)
    server = PostgresServer(DURABLE)
    try:
        server.start()
        limit_url = server.url(server.create_database())
        figures = _measured(Office(folder / "postgres", server, server.create_database()), laptops, limit_url)
        return figures + _measured(Office(folder / "sqlite", None), laptops, limit_url)
    finally:
        server.remove()


def _measured(office: Office, laptops: int, limit_url: str) -> list[Figure]:
    Headquarters(office.folder, office.url).prepare()
    crowd, rows = _crowd(office, laptops)
    with office.serving() as headquarters:
        rush = _Rush(crowd, address_of(headquarters.port))
        spent = rush.run()
        peak = kilobytes(headquarters.pid, "VmHWM") if Path("/proc/self/status").exists() else 0
    started = time.perf_counter()
    upsert(limit_url, rows)
    limit = len(rows) / (time.perf_counter() - started)
    name = f"{'PostgreSQL' if office.server else 'SQLite'}: {laptops} laptops at once, {_EACH} each"
    return [
        Figure(f"{name}, receipted", rush.receipted, "", laptops * _EACH, "all"),
        Figure(f"{name}, errors", rush.errors, "", 0, "none"),
        Figure(f"{name}, together", rush.receipted / spent, "/s", limit, "upsert, PostgreSQL"),
        Figure(f"{name}, p50 of a request", quantiles(rush.waits, n=100)[49], "s"),
        Figure(f"{name}, longest request", max(rush.waits), "s", 30, "silence a laptop bears"),
        Figure(f"{name}, memory of the server", peak / _MB, "MB", 200, "promised"),
    ]


def _crowd(office: Office, count: int) -> tuple[list[Laptop], list[bytes]]:
    """Enrol that many, each somebody else's, and give them their journals; also all operations in a row."""
    database = Database(office.url or f"sqlite:///{office.folder / 'headquarters.db'}")
    store = Storage(database, SURROUNDINGS.clock, secrets.token_bytes)
    with database.reading() as connection:
        scope = desk.find_staff(connection, PROMOTER)[0].scope
    laptops, rows = [], []
    for number in range(count):
        user = f"{number:032x}"
        member = enrolled_member(store, Person(user, f"promoter {number}", "promoter", scope))
        journal = people.operations(_EACH, user=user, scope=scope, first=number * _EACH)
        laptops.append(Laptop(member, _batches(member.key, journal)))
        rows += journal
    database.close()
    return laptops, rows


def enrolled_member(store: Storage, person: Person) -> Member:
    """Enrol a laptop of somebody's without the line between."""
    key = SigningKey(os.urandom(32))
    answer = store.enrol(wire.Enrolment(code=store.offer_code(person, 60), key=key.public))
    return Member(key, answer.node_key)


def _batches(key: SigningKey, journal: list[bytes]) -> list[bytes]:
    batches, done, head = [], 0, wire.genesis(key.id, INCARNATION)
    pace = Pace()
    while done < len(journal):
        run = journal[done : done + pace.operations]
        batches.append(wire.pack_batch(key.id, INCARNATION, done + 1, head, run, key.sign))
        head = wire.chain(head, done + 1, run)
        done += len(run)
        pace.arrived(0)
    return batches


class _Rush:
    """All of them let go by one gate; a laptop that meets an error counts it and goes home."""

    def __init__(self, crowd: list[Laptop], address: str) -> None:
        self._crowd = crowd
        self._address = address
        self._gate = threading.Barrier(len(crowd) + 1)
        self.errors = 0
        self.waits: list[float] = []
        self.receipted = 0
        self._lock = threading.Lock()

    def run(self) -> float:
        """Give the seconds from the gate to the last receipt."""
        threads = [threading.Thread(target=self._send, args=(laptop,)) for laptop in self._crowd]
        for thread in threads:
            thread.start()
        self._gate.wait()
        started = time.perf_counter()
        for thread in threads:
            thread.join()
        return time.perf_counter() - started

    def _send(self, laptop: Laptop) -> None:
        road = HttpRoad(self._address, laptop.member.key.id, laptop.member.key.sign)
        verify = VerifyingKey(laptop.member.node_key).verify
        waits, upto = [], 0
        self._gate.wait()
        try:
            for batch in laptop.batches:
                started = time.perf_counter()
                answer = road.push(batch, "" if batch is laptop.batches[-1] else None)
                waits.append(time.perf_counter() - started)
                assert answer.receipt is not None
                body = wire.read_receipt(answer.receipt, verify)
                assert body.head == wire.read_batch(batch).header.head
                assert not body.verdicts
                upto = body.upto
        except Trouble:
            with self._lock:
                self.errors += 1
        finally:
            road.close()
        with self._lock:
            self.waits += waits
            self.receipted += upto
