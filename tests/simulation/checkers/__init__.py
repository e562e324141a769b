"""The invariants of sync, each a checker in a file of its own; each raises Violation with its name."""

from __future__ import annotations

from collections.abc import Callable

from tests.simulation.checkers import (
    alike,
    arrival,
    clocks,
    conflicts,
    cursors,
    draining,
    intact,
    joined,
    let_go,
    log_bytes,
    once,
    own_writes,
    pages,
    receipts,
    replays,
    revoked,
    same_bytes,
    saved,
    scope,
    signatures,
)
from tests.simulation.simulation import Simulation

Checker = Callable[[Simulation], None]

AFTER_EACH_STEP: list[Checker] = [
    saved.check,
    receipts.check,
    draining.check_receipts,
    scope.check_shown,
    replays.check,
    own_writes.check,
    cursors.check,
    let_go.check,
]
"""What must be true at every moment."""
AT_THE_END: list[Checker] = [
    draining.check,
    receipts.check_log,
    arrival.check,
    signatures.check,
    once.check,
    conflicts.check,
    pages.check,
    joined.check,
    scope.check,
    own_writes.check_there,
    intact.check,
    revoked.check,
    log_bytes.check,
    same_bytes.check,
    clocks.check_windows,
    clocks.check_replaced,
    alike.check,
]
"""What must be true once faults are over and all have had their rounds."""
