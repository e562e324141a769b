"""A receipt outlives a power cut at its issuer: whatever left headquarters signed is in its log."""

from __future__ import annotations

from sqlalchemy import select

from chasqui_sync import wire
from chasqui_sync.server.tables import journal
from tests.simulation.headquarters_log import read_log
from tests.simulation.simulation import Simulation
from tests.simulation.violation import Violation

NAME = "receipts"


def check(simulation: Simulation) -> None:
    """Look at the journals' ends: no receipt of this life of headquarters may reach beyond them."""
    with simulation.office.storage.database.reading() as connection:
        rows = connection.execute(select(journal.c.device, journal.c.incarnation, journal.c.seq)).all()
    ends = {(row.device, row.incarnation): row.seq for row in rows}
    for body, life in simulation.ledger.receipts:
        if life == simulation.office.life and body.upto > ends.get((body.device, body.incarnation), 0):
            raise Violation(NAME, f"{body.device} has a receipt for {body.upto}, headquarters knows {ends}")


def check_log(simulation: Simulation) -> None:
    """Reckon the chain of each receipted journal from the log itself."""
    heads: dict[tuple[str, str, int], str] = {}
    previous: dict[tuple[str, str], bytes] = {}
    for one in read_log(simulation.office.storage):
        place = (one.device, one.incarnation)
        before = previous.get(place) or wire.genesis(*place)
        previous[place] = wire.link(before, one.seq, one.data)
        heads[*place, one.seq] = previous[place].hex()
    for body, life in simulation.ledger.receipts:
        there = heads.get((body.device, body.incarnation, body.upto))
        if life == simulation.office.life and there != body.head:
            raise Violation(NAME, f"receipt {body.number} stands for {body.head}, the log holds {there}")
