"""A mobile line at the end of the day: 5 KB/s each way, every fifth packet lost and sent again."""

from __future__ import annotations

import random
import threading
import time
from pathlib import Path

from bench.figures import Figure, seconds
from bench.office import Office, prepared
from chasqui_desktop.demo.gate import Gate

_PEOPLE = 450
_BYTES_A_SECOND = 5000
_LOSS = 0.2
_PACKET = 1200
_RESENT_AFTER = 0.3
"""Seconds until a lost packet is missed and sent again: the shortest most systems wait, and a half."""
_MOST_SECONDS = 300


class _Slow:
    """Holds each piece back as long as such a line would."""

    def __init__(self) -> None:
        self._chance = random.Random(_PEOPLE)
        self._lock = threading.Lock()
        self._passed = 0

    def __call__(self, sent: int, returned: int) -> None:
        """Called by the relay before it passes a piece on."""
        with self._lock:
            size, self._passed = max(0, sent + returned - self._passed), max(self._passed, sent + returned)
        time.sleep(sum(self._packet(min(_PACKET, size - start)) for start in range(0, size, _PACKET)))

    def _packet(self, size: int) -> float:
        needed = size / _BYTES_A_SECOND
        while self._chance.random() < _LOSS:
            needed += _RESENT_AFTER + size / _BYTES_A_SECOND
        return needed


def measured(folder: Path) -> list[Figure]:
    """Send 450 people and get them back."""
    office = Office(folder, None)
    prepared(office, _PEOPLE)
    with office.serving() as headquarters:
        gate = Gate(("127.0.0.1", headquarters.port), _Slow())
        gate.up()
        with office.sender(gate.port) as sender:
            spent = seconds(sender.round)
            waiting = sender.store.exchange.standing().waiting
        gate.close()
    assert waiting == 0
    return [Figure(f"{_PEOPLE} people at 5 KB/s, 20 % lost", spent, "s", _MOST_SECONDS, "promised")]
