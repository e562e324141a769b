"""What one more registration costs headquarters as the work grows: pushed, and pulled by a fresh laptop."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

from bench import people
from bench.crowd import INCARNATION, Member, enrolled_member
from bench.figures import Figure, Size, seconds
from bench.laptop import PROMOTER, SURROUNDINGS, address_of
from bench.office import DURABLE, Office
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_sync import wire
from chasqui_sync.roads.http import HttpRoad
from chasqui_sync.server import desk
from chasqui_sync.server.database import Database
from chasqui_sync.server.devices import Person
from chasqui_sync.server.storage import Storage
from tests.helpers.postgres import PostgresServer

_BATCH = 2500
_PROMISED = "1.3 times the beginning, promised"


def measure(size: Size, folder: Path) -> list[Figure]:
    """Measure on PostgreSQL and on the embedded SQLite: the first and the last of so many registrations."""
    server = PostgresServer(DURABLE)
    try:
        server.start()
        offices = (Office(folder / "postgres", server, server.create_database()), Office(folder / "sqlite", None))
        return [figure for office in offices for figure in _measured(office, size)]
    finally:
        server.remove()


def _measured(office: Office, size: Size) -> list[Figure]:
    Headquarters(office.folder, office.url).prepare()
    person, (pushing, pulling) = _two_laptops(office)
    with office.serving() as headquarters:
        address = address_of(headquarters.port)
        pushes = list(_pushes(pushing, address, person, size.grown))
        pulls = list(_pulls(pulling, address))
    ends = size.grown // 10 if size.grown < 100_000 else 10_000
    name = f"{'PostgreSQL' if office.server else 'SQLite'}"
    return [
        *_grown(f"{name}: push one more of {size.grown}", pushes, ends),
        *_grown(f"{name}: pull one more of {size.grown}", pulls, ends),
    ]


def _two_laptops(office: Office) -> tuple[Person, tuple[Member, Member]]:
    database = Database(office.url or f"sqlite:///{office.folder / 'headquarters.db'}")
    store = Storage(database, SURROUNDINGS.clock, secrets.token_bytes)
    with database.reading() as connection:
        person = desk.find_staff(connection, PROMOTER)[0]
    members = enrolled_member(store, person), enrolled_member(store, person)
    database.close()
    return person, members


def _pushes(laptop: Member, address: str, person: Person, count: int) -> Iterator[tuple[int, float]]:
    """Push a journal batch after batch; give how many each brought and the seconds it took, packing not counted."""
    road = HttpRoad(address, laptop.key.id, laptop.key.sign)
    head = wire.genesis(laptop.key.id, INCARNATION)
    for first in range(0, count, _BATCH):
        run = people.operations(min(_BATCH, count - first), person.staff, person.scope, first)
        batch = wire.pack_batch(laptop.key.id, INCARNATION, first + 1, head, run, laptop.key.sign)
        head = wire.chain(head, first + 1, run)
        yield len(run), seconds(lambda batch=batch: road.push(batch, None))  # type: ignore[misc]  # a bound default
    road.close()


def _pulls(laptop: Member, address: str) -> Iterator[tuple[int, float]]:
    """Fetch page after page; give how many records each had and the seconds it took."""
    road = HttpRoad(address, laptop.key.id, laptop.key.sign)
    cursor, complete = "", False
    while not complete:
        answers: list[wire.Answer] = []
        spent = seconds(lambda cursor=cursor, answers=answers: answers.append(road.fetch(cursor)))  # type: ignore[misc]  # bound defaults
        page = answers[0].page
        assert page is not None
        cursor, complete = page.cursor, page.complete
        yield len(page.records), spent
    road.close()


def _grown(name: str, taken: list[tuple[int, float]], ends: int) -> list[Figure]:
    """Hold the last so many records against the first."""
    first, last = _each(taken, ends), _each(taken[::-1], ends)
    return [
        Figure(f"{name}, the first {ends}", first, "µs"),
        Figure(f"{name}, the last {ends}", last, "µs", first, "the first"),
        Figure(f"{name}, the last by the first", last / first, "×", 1.3, _PROMISED),
    ]


def _each(taken: list[tuple[int, float]], ends: int) -> float:
    """Give µs a record over the first so many."""
    count, spent = 0, 0.0
    for brought, took in taken:
        count, spent = count + brought, spent + took
        if count >= ends:
            break
    return spent / count * 1e6
