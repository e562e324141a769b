"""Keys that say when they were pressed, as the system's do; the typist's say nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

NAMED = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class StampedKeys:
    """Presses keys where the focus is; ``now`` is the keys' own clock in ms, which goes on by what is asked for."""

    def __init__(self, window: QWidget, start: int = 1_000_000) -> None:
        self._window = window
        self.now = start

    def type(self, text: str, gap: int, *, repeated: bool = False) -> None:
        """Type so many ms apart; ``\\n`` is Enter and ``\\t`` Tab. A capital is typed with Shift."""
        for letter in text:
            self.now += gap
            key = NAMED.get(letter, Qt.Key(ord(letter.upper())))
            held = SHIFT if letter.isupper() or letter == "<" else PLAIN
            if held is SHIFT:
                self._send(QEvent.Type.KeyPress, Qt.Key.Key_Shift, PLAIN, "")
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                self._send(kind, key, held, "\r" if letter == "\n" else letter, repeated)
            if held is SHIFT:
                self._send(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, SHIFT, "")

    def scan(self, text: str, gap: int = 5) -> None:
        """What a scanner sends: each line ended by Enter."""
        self.now += 700
        self.type(f"{text}\n", gap)

    def _send(
        self, kind: QEvent.Type, key: Qt.Key, held: Qt.KeyboardModifier, text: str, repeated: bool = False
    ) -> None:
        event = QKeyEvent(kind, key, held, text, repeated)
        event.setTimestamp(self.now)
        QApplication.sendEvent(QApplication.focusWidget() or self._window, event)
