"""Notices that the laptop slept, whatever the platform: a lid that was closed locks the file.

There is no one signal for it. While a laptop sleeps its wall clock goes on; its stopwatch stands still (Linux,
macOS) or goes on too (Windows), and then a tick comes far too late. Setting the clock forward looks the same and
locks as well: it costs a phrase and loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

_TICK_MS = 1000
_LATE_SECONDS = 20.0
"""A window that stood still for so long has slept, or nobody has waited for it."""
_GAP_SECONDS = 5.0


class Sleep(QObject):
    """Ticks while the program runs."""

    woke = Signal()

    def __init__(self, clock: Callable[[], int], stopwatch: Callable[[], float], parent: QObject) -> None:
        """``clock``: ms since 1970 UTC; ``stopwatch``: seconds that only ever grow."""
        super().__init__(parent)
        self._clock = clock
        self._stopwatch = stopwatch
        self._last = (clock(), stopwatch())
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Compare both with the tick before."""
        (clock, stopwatch), self._last = self._last, (self._clock(), self._stopwatch())
        by_stopwatch = self._last[1] - stopwatch
        by_clock = (self._last[0] - clock) / 1000
        if by_clock - by_stopwatch > _GAP_SECONDS or by_stopwatch > _LATE_SECONDS:
            self.woke.emit()
