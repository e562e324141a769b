"""How long the event loop of a window was away, seen from within it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_BEAT_MS = 2
_STALL_MS = 50.0


class Heart(QObject):
    """Beats every two milliseconds while it listens.

    A beat that comes late is a stall. Of its length, the time in which this thread could have run but no core
    was free (proc(5), schedstat) is the machine's, the rest is ours.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._queue = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last, self._waited = 0.0, 0.0
        self._whole: list[float] = []
        self._ours: list[float] = []

    def listen(self) -> None:
        """Begin."""
        self._whole, self._ours = [], []
        self._last, self._waited = time.perf_counter(), self._for_a_core()
        self._timer.start()

    def told(self) -> dict[str, float]:
        """End; give the longest stalls in ms, and how many of ours were over 50 ms."""
        self._timer.stop()
        return {
            "longest": max(self._whole),
            "longest_ours": max(self._ours),
            "over": sum(each > _STALL_MS for each in self._ours),
            "beats": len(self._ours),
        }

    def _beat(self) -> None:
        now, waited = time.perf_counter(), self._for_a_core()
        gap = (now - self._last) * 1000 - _BEAT_MS
        self._whole.append(gap)
        self._ours.append(gap - (waited - self._waited))
        self._last, self._waited = now, waited

    def _for_a_core(self) -> float:
        """Give the ms this thread has waited for a core so far; 0 where the system does not say."""
        try:
            return int(self._queue.read_text().split()[1]) / 1e6
        except OSError:
            return 0.0
