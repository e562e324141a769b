"""Of whoever was erased nothing is left on any node that could be reached; of everybody else nothing is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select

from chasqui_sync import wire
from chasqui_sync.server import erasing
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import batch, fork, metadata
from tests.helpers.pages import PAGE, decrypted, in_use
from tests.simulation.checkers import draining, pages
from tests.simulation.headquarters_log import operations_of, read_log
from tests.simulation.laptop import SECRET
from tests.simulation.ledger import identity_of
from tests.simulation.simulation import Simulation
from tests.simulation.states import office_states
from tests.simulation.violation import Violation

NAME = "erased"
CANARY = "CanarioNandu"
"""In every word that is hers."""


def check(simulation: Simulation, record: str, hers: set[str]) -> None:
    """Look for her words everywhere, then for everybody else's acts, at headquarters and on each laptop.

    ``hers``: all records that are of the person whose record this is, as far as anybody said so.
    """
    if places := list(_places(simulation)):
        raise Violation(NAME, f"she is still in {places}")
    tombstone = office_states(simulation.office.storage)[record]
    if not tombstone.erased or tombstone.fields:
        raise Violation(NAME, f"headquarters holds {tombstone}")
    draining.check(simulation)
    pages.check(simulation)
    _check_others(simulation, hers)


def _places(simulation: Simulation) -> Iterator[str]:
    yield from _at_headquarters(simulation.office.storage)
    for name, first, step in (("office.db", 0, PAGE), ("office.db-wal", 32 + 24, PAGE + 24)):
        # of the log's frames each has a header of 24 bytes
        file = simulation.folder / name
        content = file.read_bytes() if file.exists() else b""
        places = range(first, len(content), step)
        if any(CANARY.encode() in in_use(content[at : at + PAGE]) for at in places):
            yield f"headquarters' file {name}"
    for laptop in simulation.laptops:
        if laptop.key.id in simulation.ledger.revoked:
            # it is told nothing any more, and wipes itself
            continue
        register = decrypted(laptop.path, SECRET, in_use)
        # a full-text index holds words folded
        if CANARY.encode() in register or CANARY.lower().encode() in register:
            yield f"the register of laptop {laptop.number}"


def _at_headquarters(storage: Storage) -> Iterator[str]:
    with storage.database.reading() as connection:
        for table in metadata.sorted_tables:
            if CANARY in repr(connection.execute(select(table)).all()):
                yield f"headquarters' {table.name}"
        for table in (batch, fork):
            for data in connection.scalars(select(table.c.bytes)):
                if any(CANARY.encode() in operation for operation in operations_of(bytes(data))):
                    yield f"headquarters' {table.name}, pressed"


def _check_others(simulation: Simulation, hers: set[str]) -> None:
    storage = simulation.office.storage
    arrived = Counter(identity_of(one.data) for one in read_log(storage))
    for laptop in simulation.laptops:
        for act in laptop.saved:
            if act.read().record not in hers and arrived[act.identity] != 1:
                raise Violation(NAME, f"laptop {laptop.number}: {act.identity} is {arrived[act.identity]} times there")
        for (seq,) in laptop.rows("SELECT seq FROM journal WHERE operation = x'00'"):
            if laptop.saved[seq - 1].read().record not in hers:
                raise Violation(NAME, f"laptop {laptop.number}: {laptop.saved[seq - 1].identity} was emptied as well")
    with storage.database.reading() as connection:
        broken = erasing.broken_journals(connection, storage.here, wire.NO_DICTIONARIES)
    if broken:
        raise Violation(NAME, f"the log proves nothing any more: {broken}")
