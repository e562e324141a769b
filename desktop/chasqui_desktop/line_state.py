"""What the line to headquarters is doing, in plain values: the courier says it, screens put it into words. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Line(Enum):
    """The states a promoter can tell apart; each has its own sentence and its own way on."""

    CONNECTED = "connected"
    SENDING = "sending"
    OFFLINE = "offline"
    PAUSED = "paused"
    TROUBLE = "trouble"
    """There is a line, but headquarters does not answer well: it is not this laptop's fault."""
    CLOCK = "clock"
    """This laptop's clock is so far off that headquarters cannot trust its times."""


@dataclass(frozen=True, slots=True)
class LineState:
    """The line now. Times are local and aware.

    ``since``: when it came to be so; ``next_try``: when it is tried again by itself; ``sent`` of ``waiting``:
    registrations of the present round with a receipt; ``bytes_total`` and ``seconds_left`` are None while
    nobody can tell.
    """

    line: Line
    since: datetime | None = None
    next_try: datetime | None = None
    sent: int = 0
    waiting: int = 0
    bytes_sent: int = 0
    bytes_total: int | None = None
    seconds_left: int | None = None

    @property
    def can_start(self) -> bool:
        """Whether "try now" means something: nothing is under way and nobody paused it."""
        return self.line in {Line.CONNECTED, Line.OFFLINE, Line.TROUBLE, Line.CLOCK}


class Outcome(Enum):
    """What a round of sending and fetching came to."""

    ARRIVED = "arrived"
    RECEIVED = "received"
    ATTENTION = "attention"
    CUT = "cut"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to what was sent: how many registrations it is about, and when (local, aware)."""

    outcome: Outcome
    count: int
    at: datetime
