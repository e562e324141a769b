"""Faults over, everything has drained in three rounds: every operation has its receipt, every receipt its proof."""

from __future__ import annotations

from tests.simulation.simulation import Simulation
from tests.simulation.violation import Violation

NAME = "draining"


def check(simulation: Simulation) -> None:
    """Ask each laptop what still waits."""
    for laptop in simulation.laptops:
        standing = laptop.store.exchange.standing()
        if standing.receipted != standing.seq:
            raise Violation(NAME, f"laptop {laptop.number}: {standing.receipted} of {standing.seq} have a receipt")
        if laptop.store.book.counts().at_risk:
            raise Violation(NAME, f"laptop {laptop.number} says that something is at risk")


def check_receipts(simulation: Simulation) -> None:
    """Let no laptop believe in a receipt that headquarters never gave."""
    given = {(one.body.device, one.body.incarnation, one.body.upto) for one in simulation.ledger.receipts}
    for laptop in simulation.laptops:
        bases = dict(laptop.rows("SELECT incarnation, base FROM life"))
        for incarnation, own in laptop.rows("SELECT incarnation, upto FROM receipt"):
            upto = own - bases.get(incarnation, 0)
            if (laptop.key.id, incarnation, upto) not in given:
                raise Violation(NAME, f"laptop {laptop.number} believes in a receipt for {upto} that nobody gave")
