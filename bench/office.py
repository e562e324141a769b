"""A headquarters to measure: where it lies, copied for each repetition, served as its own process, watched."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psycopg

from bench.laptop import KEY, SURROUNDINGS, Sender, address_of, enrolled, filled
from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.store import open_store
from tests.helpers.postgres import PostgresServer

DURABLE = "max_connections = 60\nlog_min_messages = warning\n"
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

    def copy(self, name: object) -> Office:
        """Copy it, stopped, as it is."""
        other = Office(self.folder.with_name(f"{self.folder.name}-{name}"), self.server, f"{self.database}_{name}")
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

    @property
    def register(self) -> Path:
        """Where its laptop keeps its register."""
        return self.folder / "laptop" / "register.db"

    def sender(self, port: int) -> Sender:
        """Open its laptop, with a line to that port."""
        return Sender(self.register, address_of(port))

    def count(self, query: str) -> int:
        """Ask its database for a number."""
        assert self.url is not None
        with psycopg.connect(self.url.replace("+psycopg", "")) as connection:
            row = connection.execute(query.encode()).fetchone()
        assert row is not None
        return int(row[0])


def prepared(office: Office, count: int) -> list[bytes]:
    """Found a headquarters with a laptop that has so many registrations to send; give its journal."""
    headquarters = Headquarters(office.folder, office.url)
    headquarters.prepare()
    with office.serving() as headquarters:
        register = filled(enrolled(office.register, headquarters), count)
    store = open_store(register, KEY, SURROUNDINGS)
    run = store.exchange.run_after(store.exchange.standing().incarnation, 0, 10**6, 2**40)
    store.close()
    assert run is not None
    return run.operations


@contextmanager
def watched(headquarters: Headquarters) -> Iterator[Gate]:
    """Put a relay before it that counts bytes."""
    gate = Gate(("127.0.0.1", headquarters.port))
    gate.up()
    try:
        yield gate
    finally:
        gate.close()
