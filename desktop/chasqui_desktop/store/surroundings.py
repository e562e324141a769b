"""What the store is told of the world: clock, randomness, calendar. It looks at none of them itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import NamedTuple


class Surroundings(NamedTuple):
    """``clock``: ms since 1970 UTC; ``randomness``: that many random bytes; ``zone``: None is the laptop's own."""

    clock: Callable[[], int]
    randomness: Callable[[int], bytes]
    zone: tzinfo | None = None

    def today(self) -> date:
        """Give the calendar day it is here."""
        return self._here().date()

    def day_start(self, back: int = 0) -> int:
        """Give the moment, in ms, at which the calendar day began here, or the one so many days ``back``."""
        here = self.today() - timedelta(days=back)
        # through the wall clock, so that a day on which the clock was put forward begins where it began
        midnight = datetime(here.year, here.month, here.day, tzinfo=self.zone)
        return int((midnight if self.zone else _local(midnight)).timestamp() * 1000)

    def _here(self) -> datetime:
        return (datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=self.clock())).astimezone(self.zone)


def _local(wall: datetime) -> datetime:
    return wall.astimezone()
