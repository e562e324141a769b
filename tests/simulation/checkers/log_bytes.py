"""An edited byte is seen: in headquarters' log by chain and signature, in a laptop's journal by its chain."""

from __future__ import annotations

import random

from chasqui_desktop.store import journal
from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.problems import Trouble
from chasqui_sync.signing import VerifyingKey
from tests.simulation.headquarters_log import read_batches
from tests.simulation.laptop import SimulatedLaptop
from tests.simulation.simulation import Simulation
from tests.simulation.violation import Violation

NAME = "log bytes"
FLIPS = 4
_MOST = 1 << 25


def check(simulation: Simulation) -> None:
    """Prove every batch and journal, then flip some bits and see each of them seen."""
    keys = {laptop.key.id: laptop.key.public for laptop in simulation.laptops}
    here = simulation.office.storage.here.key
    keys[here.id] = here.public
    chance = simulation.source.stream("flips")
    for one in read_batches(simulation.office.storage):
        verify = VerifyingKey(keys[one.header.device]).verify
        proved = _proved(one.data, verify)
        if proved is None:
            raise Violation(NAME, f"headquarters keeps a batch that proves nothing: {one.header}")
        for _ in range(FLIPS if one.header.device != here.id else 0):
            spoilt = _proved(_flipped(one.data, chance), verify)
            if spoilt is not None and spoilt != proved:
                raise Violation(NAME, f"an edited byte in {one.header} was not seen")
    for laptop in simulation.laptops:
        _check_journal(laptop, chance)


def _check_journal(laptop: SimulatedLaptop, chance: random.Random) -> None:
    connection = laptop.store._connection
    with transaction(connection):
        if not journal.is_whole(connection):
            raise Violation(NAME, f"the journal of laptop {laptop.number} is not whole")
    here = list(enumerate(laptop.saved, start=1))[laptop.gone() :]
    if not here:
        return
    number, act = chance.choice(here)
    with transaction(connection) as open_connection:
        edited = _flipped(act.operation, chance)
        statement = "UPDATE journal SET operation = ? WHERE seq = ?"
        open_connection.exec_driver_sql(statement, (edited, number))
        seen = not journal.is_whole(open_connection)
        open_connection.exec_driver_sql(statement, (act.operation, number))
    if not seen:
        raise Violation(NAME, f"an edited byte in the journal of laptop {laptop.number} was not seen")


def _proved(data: bytes, verify: wire.Verify) -> tuple[wire.BatchHeader, list[bytes]] | None:
    try:
        batch = wire.read_batch(data)
        return batch.header, wire.open_batch(batch, verify, _MOST)
    except Trouble:
        return None


def _flipped(data: bytes, chance: random.Random) -> bytes:
    flipped = bytearray(data)
    flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(flipped)
