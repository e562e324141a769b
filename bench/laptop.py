"""A real laptop without a window: enrolled at a real headquarters, its encrypted register filled."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Self

from bench import people
from chasqui_desktop.demo.headquarters import Headquarters
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.registering import Author, Pen
from chasqui_desktop.store.store import Identity, Store, lay_register, open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.store.upgrade import open_upgraded
from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.ahead import InAThread, take_short_turns
from chasqui_sync.engine import Engine, Progress
from chasqui_sync.roads.http import HttpRoad, enrol
from chasqui_sync.signing import SigningKey, VerifyingKey

PROMOTER = "Milagros Torres"
KEY = b"benchmark key of thirty-two byte"
SURROUNDINGS = Surroundings(lambda: time.time_ns() // 1_000_000, os.urandom)
_IN_ONE_GO = 1000


def address_of(port: int) -> str:
    """Give the address of a port on this machine."""
    return f"http://127.0.0.1:{port}"


def enrolled(register: Path, headquarters: Headquarters, *, fetch: bool = True) -> Path:
    """Make the register of a laptop just enrolled; fetch what headquarters has, the reference records at least."""
    code = headquarters.ask("enrol", "--staff", PROMOTER).strip()
    address = address_of(headquarters.port)
    key = SigningKey(seed := os.urandom(32))
    answer = enrol(address, code, key.public)
    identity = Identity(seed=seed, certificate=answer.certificate, node_key=answer.node_key, address=address)
    register.parent.mkdir(parents=True, exist_ok=True)
    lay_register(register, KEY, identity, SURROUNDINGS)
    if fetch:
        with Sender(register, address) as sender:
            sender.round()
    return register


def filled(register: Path, count: int, key: bytes = KEY, first: int = 0) -> Path:
    """Write registrations as the desk does, but a thousand in one transaction: filling is not measured."""
    store = open_store(register, key, SURROUNDINGS)
    reference, author = store.book.reference(), Author(store.certified.user, store.certified.scope)
    store.close()
    edition, points = next(iter(reference.editions)), sorted(reference.points)
    connection = open_upgraded(register, key)
    pen = Pen(connection, author, SURROUNDINGS)
    for start in range(first, first + count, _IN_ONE_GO):
        with transaction(connection):
            for number in range(start, min(start + _IN_ONE_GO, first + count)):
                pen.register(people.answers(number, edition, points[number % len(points)]))
    connection.close()
    return register


class Sender:
    """Store, engine and HTTP road of one laptop, put together as the program does."""

    def __init__(self, register: Path, address: str) -> None:
        self.store: Store = open_store(register, KEY, SURROUNDINGS)
        key = SigningKey(self.store.identity.seed)
        known = wire.Dictionaries(dictionaries())
        self._road = HttpRoad(address, key.id, key.sign, self.store.exchange.challenge(), dictionaries=known)
        verify = VerifyingKey(self.store.identity.node_key).verify
        self._engine = Engine(
            self.store.exchange,
            self._road,
            key.sign,
            verify,
            SURROUNDINGS.clock,
            time.monotonic,
            "bench",
            known.best,
        )  # fmt: skip - eight short values
        self._engine.ask_ahead(InAThread)
        take_short_turns()
        self.receipted_after = 0.0
        """Seconds into the last round at which everything that waited had its receipt."""

    def round(self) -> Progress:
        """Do one round, all of it."""
        started = time.perf_counter()
        self.receipted_after = 0.0

        def report(progress: Progress) -> None:
            if progress.sent == progress.waiting and not self.receipted_after:
                self.receipted_after = time.perf_counter() - started

        return self._engine.round(report, lambda: False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.exchange.keep_challenge(self._road.challenge)
        self._road.close()
        self.store.close()
