"""Time in the simulation: one true time, which is headquarters', and wall clocks that are right or not."""

from __future__ import annotations

import random
from datetime import UTC, datetime

FIRST, LAST = 0, int(datetime(2099, 12, 31, tzinfo=UTC).timestamp() * 1000)
BEGINNING = int(datetime(2026, 11, 25, 15, tzinfo=UTC).timestamp() * 1000)


class TrueTime:
    """Milliseconds since 1970 UTC; it only ever grows."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def read(self) -> int:
        """Give the time; every look takes a millisecond."""
        self.now += 1
        return self.now

    def stopwatch(self) -> float:
        """Give seconds that only grow."""
        return self.read() / 1000


class WallClock:
    """A laptop's clock: off by some time, and set anew by whoever comes by."""

    def __init__(self, true: TrueTime, chance: random.Random) -> None:
        self._true = true
        self._chance = chance
        self._off = 0

    def read(self) -> int:
        """Give what it shows."""
        return min(LAST, max(FIRST, self._true.read() + self._off))

    def set_anew(self) -> None:
        """Set it right, an hour off, or to any moment between 1970 and 2099."""
        off = self._chance.choice(["right", "hour", "anywhere", "empty battery"])
        shown = {
            "right": self._true.now,
            "hour": self._true.now + self._chance.choice([-1, 1]) * 3_600_000,
            "anywhere": self._chance.randrange(FIRST, LAST),
            "empty battery": FIRST,
        }[off]
        self._off = shown - self._true.now
