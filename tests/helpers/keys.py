"""Keys as a keyboard or an input method gives them, for text pytest-qt's keyClicks cannot type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Type ``text`` letter by letter into ``widget``, or into whatever has the focus at each letter."""
    for letter in text:
        target = widget or QApplication.focusWidget()
        assert target is not None, f"nothing has the focus to type {letter!r} into"
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(target, event)
