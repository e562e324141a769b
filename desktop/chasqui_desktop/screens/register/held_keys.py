"""Letters typed while a registration is being saved: held, then given to the next person's card.

Saving takes a moment; a practised promoter does not wait for it. What she types meanwhile belongs to
the next form (or, when saving failed, to the one that stays), and is never lost.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class HeldKeys(QObject):
    """Holds what is typed into ``desk`` between `hold` and `release`; commands (Ctrl, Alt) pass."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._watched: QWidget | None = None
        self._held: list[QEvent] = []

    def hold(self) -> None:
        """From now on, keep what is typed where the focus is."""
        focus = QApplication.focusWidget()
        if focus is not None and self._desk.isAncestorOf(focus):
            self._watched = focus
            focus.installEventFilter(self)

    def release(self) -> None:
        """Type what was held, where the focus is now."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        held, self._held = self._held, []
        for event in held:
            target = QApplication.focusWidget()
            if target is not None:
                QApplication.sendEvent(target, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._held.append(event.clone())
            return True
        if not isinstance(event, QKeyEvent) or event.modifiers() & COMMANDS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._held.append(event.clone())
        return True
