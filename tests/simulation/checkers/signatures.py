"""What was signed on a laptop is at headquarters, byte for byte, and on that laptop as long as its operation is."""

from __future__ import annotations

from typing import Any

from chasqui_sync.core.blobs import digest
from chasqui_sync.server import blobs
from tests.simulation.simulation import Simulation
from tests.simulation.violation import Violation

NAME = "signatures"


def check(simulation: Simulation) -> None:
    """Look for what each saved act names; and whether anything is called whole that is not."""
    held: dict[str, dict[str, bytes]] = {}
    arrived = 0
    for laptop in simulation.laptops:
        here = dict(laptop.rows("SELECT seq, content FROM blob"))
        for number, act in enumerate(laptop.saved, 1):
            operation = act.read()
            name = _named(operation.fields)
            if name is None:
                continue
            if number > laptop.gone() and digest(bytes(here.get(number, b""))) != name:
                raise Violation(NAME, f"laptop {laptop.number}: what {act.identity} names is not in its register")
            if operation.record not in held:
                with simulation.office.storage.database.reading() as connection:
                    held[operation.record] = blobs.of_record(connection, operation.record)
            if digest(held[operation.record].get(name, b"")) != name:
                raise Violation(NAME, f"laptop {laptop.number}: what {act.identity} names is not at headquarters")
            arrived += 1
    simulation.ledger.counts["signatures"] = arrived


def _named(fields: dict[str, Any]) -> str | None:
    consent = fields.get("consent")
    signature = consent.get("signature") if isinstance(consent, dict) else None
    return signature["sha256"] if signature else None
