"""A real headquarters process and real laptops without a window, and the question what of theirs is there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench import people
from bench.laptop import Sender, address_of, enrolled
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.blobs import digest
from chasqui_sync.core.problems import Trouble
from chasqui_sync.roads.http import HttpRoad
from chasqui_sync.sides import Standing
from tests.torture.telling import Tally

MOST_ROUNDS = 30


@dataclass
class Office:
    """A headquarters whose tables can be asked past the program."""

    headquarters: Headquarters
    url: str | None

    @classmethod
    def founded(cls, folder: Path, url: str | None) -> Office:
        """Make it and let it serve."""
        office = cls(Headquarters(folder / "headquarters", url), url)
        office.headquarters.prepare()
        office.headquarters.start()
        return office

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Ask its database."""
        if self.url is not None:
            with psycopg.connect(self.url.replace("+psycopg", "")) as connection:
                return connection.execute(query.encode()).fetchall()
        [file] = self.headquarters.folder.glob("*.db")
        with closing(sqlite3.connect(file)) as embedded:
            return embedded.execute(query).fetchall()

    def reached(self) -> dict[str, int]:
        """Give how far each device's journal is known."""
        return {str(device): int(str(seq)) for device, seq in self.rows("SELECT device, seq FROM journal")}


class RealLaptop:
    """An enrolled laptop: encrypted register, engine, HTTP. One thread uses it; what it noted anybody may read."""

    def __init__(self, folder: Path, office: Office, port: int | None = None, signs: int = 3) -> None:
        """Enrol it, or start it again; its line goes to ``port``, by default headquarters' own.

        One person in ``signs`` signs on the screen.
        """
        self._signs = signs
        self._signed: set[tuple[str, str]] | None = None
        self.register = folder / "register.db"
        if not self.register.exists():
            enrolled(self.register, office.headquarters)
        self._sender = Sender(self.register, address_of(port or office.headquarters.port))
        self._book, self._exchange = self._sender.store.book, self._sender.store.exchange
        self.saved: list[str] = []
        self.standing: Standing = self._exchange.standing()

    def save(self, number: int) -> None:
        """Register somebody."""
        reference = self._book.reference()
        fields = people.answers(number, min(reference.editions), min(reference.points))
        self.saved.append(self._book.register(fields, signature=signed(number, self._signs)).record)

    def try_round(self) -> bool:
        """Do a round; tell whether it came to its end."""
        try:
            self._sender.round()
        except Trouble:
            return False
        finally:
            self.standing = self._exchange.standing()
        return True

    @property
    def road(self) -> HttpRoad:
        """What speaks for it on the line."""
        return self._sender._road

    def drain(self) -> None:
        """Do rounds until nothing waits, or very many."""
        for _ in range(MOST_ROUNDS):
            if self.try_round() and not self.standing.waiting and not self.standing.has_blobs:
                break

    def registered(self) -> list[str]:
        """Name the people its journal registers."""
        return self._texts("SELECT record FROM journal ORDER BY seq")

    def signatures(self) -> set[tuple[str, str]]:
        """Name what was signed on it, as its journal does, or did when it was closed: (record, hex SHA-256)."""
        if self._signed is not None:
            return self._signed
        with transaction(self._sender.store._connection) as connection:
            operations = connection.exec_driver_sql("SELECT operation FROM journal").scalars().all()
        written = [wire.decode_operation(bytes(data)) for data in operations]
        return {
            (each.record, each.fields["consent"]["signature"]["sha256"])
            for each in written
            if "signature" in each.fields.get("consent", {})
        }

    def people(self) -> set[str]:
        """Name the people in its register, whoever registered them."""
        return set(self._texts("SELECT id FROM record WHERE kind = 'entrepreneur'"))

    def close(self) -> None:
        """End its program."""
        self._signed = self.signatures()
        self._sender.__exit__()

    def _texts(self, query: str) -> list[str]:
        with transaction(self._sender.store._connection) as connection:
            return [str(row[0]) for row in connection.exec_driver_sql(query)]


def signed(number: int, one_in: int) -> bytes:
    """Give what the person of a number signed, others for each; b"" for who signs nothing."""
    return b"" if number % one_in else f"signature of {number} ".encode() * (number % 50 + 5)


def compare(tally: Tally, office: Office, laptops: list[RealLaptop]) -> None:
    """Note what headquarters lacks of what was saved, and what it has more than once."""
    rows = office.rows("SELECT id, code FROM record WHERE kind = 'entrepreneur'")
    held = {str(name) for name, _ in rows}
    saved = [name for laptop in laptops for name in laptop.saved]
    tally.saved += len(saved)
    for name in saved:
        if name not in held:
            tally.note("arrival", f"{name} never arrived")
    if len(rows) != len(held) or len({code for _, code in rows}) != len(rows) or len(held) > len(saved):
        tally.note("once", f"{len(rows)} records of {len(saved)} saved")
    told = "SELECT record, sha256, bytes FROM blob WHERE whole_at IS NOT NULL"
    whole = {(str(name), str(sha256)): content for name, sha256, content in office.rows(told)}
    for laptop in laptops:
        for one in laptop.signatures():
            content = whole.get(one)
            if not isinstance(content, bytes) or digest(content) != one[1]:
                tally.note("signatures", f"what {one[0]} signed never arrived")
    reached = office.reached()
    for laptop in laptops:
        if laptop.standing.waiting or reached[laptop.standing.device] != laptop.standing.seq:
            tally.note("receipts", f"{laptop.standing.device}: {laptop.standing.waiting} wait")
