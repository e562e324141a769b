"""Headquarters' log told again to a fresh headquarters: cut elsewhere, with other clocks, on another database."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from sqlalchemy import insert, select, update

from chasqui_sync import wire
from chasqui_sync.server.database import Database
from chasqui_sync.server.devices import find_device
from chasqui_sync.server.storage import Request, Storage
from chasqui_sync.server.tables import departure, device, node, quarantine, record
from tests.simulation.headquarters_log import Logged, read_log
from tests.simulation.simulation import Simulation

_COMPARED = (record, quarantine, departure)


@contextmanager
def replayed(
    simulation: Simulation,
    url: str,
    chance: random.Random,
    rewritten: Callable[[bytes], bytes] = lambda data: data,
) -> Iterator[Storage]:
    """Give a headquarters that was told the same operations in the same order, each received at the same time.

    Runs are cut by ``chance``; ``rewritten`` may change an operation's bytes.
    """
    again = _Again(simulation, url)
    try:
        for (name, incarnation, _), run in groupby(read_log(simulation.office.storage), _belongs):
            left = list(run)
            while left:
                size = chance.choice([1, 2, 3, len(left)])
                again.tell(name, incarnation, left[:size], rewritten)
                left = left[size:]
        yield again.storage
    finally:
        again.storage.database.close()


def content(storage: Storage) -> dict[str, list[tuple[Any, ...]]]:
    """Give what came of the operations, row by row; batches and receipts follow the cut and are left out."""
    with storage.database.reading() as connection:
        rows = {table.name: [tuple(row) for row in connection.execute(select(table))] for table in _COMPARED}
        rows["position"] = [(connection.execute(select(node.c.position)).scalar_one(),)]
    return {name: sorted(some, key=repr) for name, some in rows.items()}


class _Again:
    """A fresh headquarters with the node and devices of another, and everybody's keys."""

    def __init__(self, simulation: Simulation, url: str) -> None:
        self._now = 0
        self._revoked = simulation.ledger.revoked
        self._roles = simulation.ledger.roles
        chance = random.Random(0)
        self.storage = Storage(Database(url), lambda: self._now, chance.randbytes)
        self.storage.database.migrate()
        original = simulation.office.storage
        with original.database.reading() as there, self.storage.database.writing() as here:
            for row in there.execute(select(node)):
                here.execute(insert(node).values({**row._mapping, "position": 0, "receipts": 0}))
            for row in there.execute(select(device)):
                here.execute(insert(device).values({**row._mapping, "status": "active"}))
        self._keys = {laptop.key.id: laptop.key for laptop in simulation.laptops}
        self._keys[original.here.key.id] = original.here.key
        self._heads: dict[tuple[str, str], bytes] = {}

    def tell(self, name: str, incarnation: str, run: list[Logged], rewritten: Callable[[bytes], bytes]) -> None:
        """Send a run as its device would have."""
        self._now = run[0].received
        with self.storage.database.writing() as connection:
            if self._now >= self._revoked.get(name, self._now + 1):
                connection.execute(update(device).where(device.c.id == name).values(status="revoked"))
            for staff, roles in self._roles.items():
                role = [each for since, each in roles if since <= self._now][-1]
                connection.execute(update(device).where(device.c.user == staff).values(role=role))
            known = find_device(connection, name)
        assert known is not None
        place = (name, incarnation)
        previous = self._heads.get(place) or wire.genesis(*place)
        operations = [rewritten(one.data) for one in run]
        sign = self._keys[name].sign
        body = wire.pack_batch(name, incarnation, run[0].seq, previous, operations, sign)
        signature = sign(wire.request_to_sign("POST", "/v1/batches", body, known.challenge))
        header = wire.authorization(name, known.challenge, signature)
        outcome = self.storage.push(Request("POST", "/v1/batches", body, header), None)
        assert outcome.result is not None, outcome.trouble
        self._heads[place] = wire.chain(previous, run[0].seq, operations)


def _belongs(one: Logged) -> tuple[str, str, int]:
    return one.device, one.incarnation, one.received
