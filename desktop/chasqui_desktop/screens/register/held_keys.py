"""What is typed or touched while a registration is being saved.

Saving takes a moment; a practised promoter does not wait for it. What she types meanwhile belongs to the next form
(or, when saving failed, to the one that stays), and is never lost. What she touches with the mouse she touches on the
form she sees, whose answers are on their way already: it is not taken, and that is said once the form is gone.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from chasqui_desktop.widgets.suggest_popup import SuggestPopup

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})


class HeldKeys(QObject):
    """Holds what is typed into ``desk`` between `hold` and `release`; chords pass, the mouse does not."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._watched: QWidget | None = None
        self._held: list[QEvent] = []
        self._mouse = _MouseWaits(desk, self)
        self._holding = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            # Qt gives the focus to what the mouse presses before any filter hears of it
            app.focusChanged.connect(self._follow)

    @property
    def touched_in_vain(self) -> bool:
        """Whether the mouse touched the desk since `hold`."""
        return self._mouse.touched

    def hold(self) -> None:
        """From now on, keep what is typed where the focus is."""
        self._holding = True
        self._watch(QApplication.focusWidget())
        self._mouse.wait()

    def release(self) -> None:
        """Type what was held, where the focus is now."""
        self._holding = False
        self._mouse.go_on()
        self._watch(None)
        held, self._held = self._held, []
        for event in held:
            target = QApplication.focusWidget()
            if target is not None:
                QApplication.sendEvent(target, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._holding:
            self._watch(new)

    def _watch(self, focus: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = focus if focus is not None and self._desk.isAncestorOf(focus) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._held.append(event.clone())
            return True
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if event.modifiers() & COMMANDS:
                return False
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            self._held.append(event.clone())
        return True


class _MouseWaits(QObject):
    """Keeps the mouse from the desk, and what is under it from losing the focus, while something is being saved."""

    def __init__(self, desk: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.touched = False

    def wait(self) -> None:
        self.touched = False
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def go_on(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in TOUCHES and self._is_on_desk(watched):
            self.touched = True
            event.accept()
            return True
        return kind == QEvent.Type.MouseButtonRelease and self._lets_go(watched)

    def _lets_go(self, watched: QObject) -> bool:
        """Let go of a button that was pressed before the save began; tell whether it was one."""
        if not isinstance(watched, QAbstractButton) or not watched.isDown() or not self._is_on_desk(watched):
            return False
        watched.setDown(False)
        self.touched = True
        return True

    def _is_on_desk(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget):
            return False
        return self._desk.isAncestorOf(watched) or (
            isinstance(watched, SuggestPopup) and watched.window() is self._desk.window()
        )
