"""How much of a costly line was used today, and how much may be: a promoter pays for her own bytes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date


class MobileDay:
    """Counts bytes by calendar day. Written by the line lane, read by the GUI: each value is replaced whole."""

    def __init__(
        self, kept: str | None, most: Callable[[], int | None], costs: Callable[[], bool], today: Callable[[], date]
    ) -> None:
        """``kept`` is what ``to_keep`` gave last; ``most`` bytes a day, None without limit; ``costs``: now."""
        self._most = most
        self._costs = costs
        self._today = today
        day, _, spent = (kept or "").partition(" ")
        self._spent = (day, int(spent) if spent.isdigit() else 0)

    @property
    def spent(self) -> int:
        """Bytes carried today over a line that costs."""
        day, spent = self._spent
        return spent if day == self._today().isoformat() else 0

    @property
    def most(self) -> int | None:
        """Bytes that may be carried in a day."""
        return self._most()

    @property
    def is_used_up(self) -> bool:
        """Whether a line that costs has carried today what it may."""
        most = self._most()
        return most is not None and self._costs() and self.spent >= most

    def carried(self, count: int) -> None:
        """Add bytes that went one way or the other."""
        if self._costs():
            self._spent = (self._today().isoformat(), self.spent + count)

    def to_keep(self) -> str:
        """Write it down for the next start."""
        day, spent = self._spent
        return f"{day} {spent}"
