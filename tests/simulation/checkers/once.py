"""Each act counts once: one place in the log, one mark, one record, one position."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select

from chasqui_sync.server.tables import node
from tests.simulation.headquarters_log import read_log
from tests.simulation.ledger import identity_of
from tests.simulation.simulation import Simulation
from tests.simulation.states import office_states
from tests.simulation.violation import Violation

NAME = "once"


def check(simulation: Simulation) -> None:
    """Count acts in the log, codes and positions in the records."""
    storage = simulation.office.storage
    ours = {laptop.key.id for laptop in simulation.laptops}
    acts = Counter(identity_of(one.data) for one in read_log(storage) if one.device in ours)
    _none_twice("an act", acts)
    states = office_states(storage)
    _none_twice("a code", Counter(str(code) for state in states.values() if (code := state.fields.get("code"))))
    _none_twice("a position", Counter(str(state.at) for state in states.values()))
    with storage.database.reading() as connection:
        newest = connection.execute(select(node.c.position)).scalar_one()
    if any(state.at > newest for state in states.values()):
        raise Violation(NAME, f"a record stands beyond the newest position, {newest}")


def _none_twice(what: str, counted: Counter[str]) -> None:
    for name, times in counted.items():
        if times > 1:
            raise Violation(NAME, f"{what} stands {times} times: {name}")
