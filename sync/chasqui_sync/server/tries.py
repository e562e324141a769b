"""How often somebody may guess a one-time code."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from collections.abc import Callable

from chasqui_sync.core.problems import Problem, Trouble

MOST_A_MINUTE = 10


class Tries:
    """Counts wrong codes by where they came from, over the last minute."""

    def __init__(self, stopwatch: Callable[[], float]) -> None:
        """Take seconds that only ever grow."""
        self._stopwatch = stopwatch
        self._lock = threading.Lock()
        self._wrong: defaultdict[str, deque[float]] = defaultdict(deque)

    def check(self, origin: str) -> None:
        """Raise Trouble(TOO_MANY_TRIES) when there were too many."""
        with self._lock:
            self._forget()
            if len(self._wrong.get(origin, ())) >= MOST_A_MINUTE:
                raise Trouble(Problem.TOO_MANY_TRIES)

    def wrong(self, origin: str) -> None:
        """Count one more."""
        with self._lock:
            self._wrong[origin].append(self._stopwatch())

    def _forget(self) -> None:
        a_minute_ago = self._stopwatch() - 60
        for origin, times in list(self._wrong.items()):
            while times and times[0] <= a_minute_ago:
                times.popleft()
            if not times:
                del self._wrong[origin]
