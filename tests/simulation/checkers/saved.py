"""Saved is in the journal after any crash, byte for byte, in order, as it was meant; and nothing else is."""

from __future__ import annotations

from tests.simulation.simulation import Simulation
from tests.simulation.violation import Violation

NAME = "saved"


def check(simulation: Simulation) -> None:
    """Compare each journal with what its promoter was told."""
    for laptop in simulation.laptops:
        there = laptop.journal()
        if there != laptop.saved:
            missing = [act.identity for act in laptop.saved if act not in there]
            more = [act.identity for act in there if act not in laptop.saved]
            raise Violation(NAME, f"laptop {laptop.number}: missing {missing}, never said {more}")
        if laptop.said != len(there):
            raise Violation(NAME, f"laptop {laptop.number}: said {laptop.said} times, {len(there)} are there")
        if laptop.distorted:
            raise Violation(NAME, f"laptop {laptop.number}: {laptop.distorted} say more than was changed, or less")
