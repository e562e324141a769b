"""What the line to headquarters is doing, in plain values: the courier says it, screens put it into words. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NamedTuple


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
    USED_UP = "used up"
    """A line that costs has carried what it may in a day: the rest waits for a free line or for tomorrow."""


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
        return self.line in {Line.CONNECTED, Line.OFFLINE, Line.TROUBLE, Line.CLOCK, Line.USED_UP}


MEGABYTE = 1_000_000
CLOCK_OFF_MS = 5 * 60 * 1000
"""A clock that is off by less decides nothing and is no reason to worry anybody."""


class LineUse(NamedTuple):
    """Bytes carried today over a line that costs, the most that may be (None: no limit), this laptop's clock.

    ``clock_offset``: headquarters' clock less this one, in ms; None before they were compared.
    """

    spent: int
    most: int | None
    clock_offset: int | None


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
