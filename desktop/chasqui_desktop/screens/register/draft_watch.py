"""When a draft is to be kept: on leaving a field, and within a second of the first letter not yet kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal


class DraftWatch(QObject):
    """Asks for the draft to be kept, also while typing goes on: a power cut costs less than a second of it.

    ``due`` carries the state to keep.
    """

    WITHIN_MS = 700
    due = Signal(object)

    def __init__(self, state: Callable[[], dict[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._under_way = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.WITHIN_MS)
        self._timer.timeout.connect(self.now)

    def changed(self) -> None:
        """Something was typed. A timer that runs is not wound again: the first letter's second counts."""
        if not self._timer.isActive():
            self._timer.start()

    def now(self) -> None:
        """Ask at once, if something changed since it was asked last."""
        self._timer.stop()
        self._under_way += 1
        self.due.emit(self._state())

    def settled(self) -> None:
        """A field was left: no reason to wait."""
        if self._timer.isActive():
            self.now()

    def kept(self, _at: datetime | None = None) -> None:
        """One asking was answered, well or badly."""
        self._under_way = max(0, self._under_way - 1)

    def forget(self) -> None:
        """What was typed is saved, or put away: nothing is left to keep."""
        self._timer.stop()

    @property
    def is_kept(self) -> bool:
        """Whether everything typed so far is in the draft."""
        return not self._timer.isActive() and self._under_way == 0
