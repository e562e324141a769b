"""Types into the real window with real key events, as a promoter would. For the show and for tests."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NAMED = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace,
    "Space": Qt.Key.Key_Space,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "PageDown": Qt.Key.Key_PageDown,
    **{f"F{number}": Qt.Key(Qt.Key.Key_F1 + number - 1) for number in range(1, 13)},
}
_HELD = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Typist:
    """Presses keys where the focus is; ``keys`` counts what a hand would press.

    A held key counts, and so does the Shift of a capital and the dead key of an accent; ñ has a key of its own.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.keys = 0

    def press(self, name: str) -> None:
        """Press one key by name: ``Enter``, ``F5``, ``Ctrl Enter``, ``Alt S``. Raises KeyError for no such key."""
        *held, key = name.split(" ")
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= _HELD[each]
        code = _NAMED[key] if key in _NAMED else Qt.Key(ord(key.upper()))
        self.keys += 1 + len(held)
        QTest.keyClick(self._target(), code, modifiers)

    def type(self, text: str) -> None:
        """Type text, letter by letter; each letter goes to whoever has the focus by then."""
        for letter in text:
            self.keys += strokes(letter)
            if letter.isascii():
                QTest.keyClicks(self._target(), letter)
            else:
                self._commit(letter)

    def _commit(self, letter: str) -> None:
        # QTest.keyClick aborts the interpreter on letters outside ASCII
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._target(), event)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self._window


def strokes(letter: str) -> int:
    """Count the keys of one letter on a Spanish keyboard: é has two, É three, ñ one."""
    has_dead_key = letter not in "ñÑ" and len(unicodedata.normalize("NFD", letter)) > 1
    return 1 + has_dead_key + letter.isupper()
