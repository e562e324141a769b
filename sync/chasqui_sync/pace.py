"""How fast to go on a bad line: the size of the next batch and the wait before the next try. Pure."""

from __future__ import annotations

from collections.abc import Callable

_QUICK = 2.0
_SLOW = 5.0
"""Aim of the design: a batch takes two to five seconds, so that a cut costs no more than that."""
_FIRST = 64
_MOST = 4096
_BYTES_PER_OPERATION = 2048

_FIRST_WAIT = 2.0
_LONGEST_WAIT = 300.0


class Pace:
    """Sizes the next batch by how long the last one took; halves after a failure."""

    def __init__(self, most_operations: int = _MOST) -> None:
        self._most = most_operations
        self._is_growing = True
        self.operations = min(_FIRST, most_operations)

    @property
    def expected(self) -> int:
        """Give the operations of the batch after the one on its way, if that goes as the last one went."""
        return min(self._most, self.operations * 2) if self._is_growing else self.operations

    @staticmethod
    def bytes_of(operations: int) -> int:
        """Give the uncompressed bytes a batch of so many operations may hold; one operation always fits."""
        return operations * _BYTES_PER_OPERATION

    def limit(self, most_operations: int) -> None:
        """Keep to what the other side takes in one request."""
        self._most = min(_MOST, max(1, most_operations))
        self.operations = min(self.operations, self._most)

    def arrived(self, seconds: float) -> None:
        """A batch of this size got its receipt after so many seconds."""
        self._is_growing = seconds < _QUICK
        if self._is_growing:
            self.operations = min(self._most, self.operations * 2)
        elif seconds > _SLOW:
            self.operations = max(1, self.operations // 2)

    def failed(self) -> None:
        """A batch of this size did not get through."""
        self._is_growing = False
        self.operations = max(1, self.operations // 2)


class Backoff:
    """Doubles the wait after each failure up to five minutes, half of it by chance.

    The chance ("equal jitter") keeps a whole office from knocking at the same moment when the line returns.
    """

    def __init__(self, chance: Callable[[], float]) -> None:
        """Take a source of numbers in [0, 1)."""
        self._chance = chance
        self._failures = 0

    def failed(self) -> float:
        """Give the seconds to wait after one more failure."""
        whole = min(_LONGEST_WAIT, _FIRST_WAIT * 2.0 ** min(self._failures, 16))
        self._failures += 1
        return whole / 2 + whole / 2 * self._chance()

    def arrived(self) -> None:
        """Start over: the line works."""
        self._failures = 0
