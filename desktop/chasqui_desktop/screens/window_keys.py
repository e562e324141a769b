"""The keys that work anywhere in the window, before a field or a menu takes them (Windows gives F10 to menus)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

Chord = tuple[frozenset[str], Qt.Key]
HELD = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
}
SHIFTED = {Qt.Key.Key_Question, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_Underscore}
"""Keys that some layouts need Shift for: it is not looked at."""

KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
)


def chord(key: Qt.Key, *held: str) -> Chord:
    """A key with ``ctrl``, ``alt`` or ``shift`` held."""
    return frozenset(held), key


class WindowKeys(QObject):
    """Listens to the whole application while its window is open; ``alive`` says somebody is there."""

    alive = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._acts: dict[Chord, Callable[[], None]] = {}

    def bind(self, act: Callable[[], None], *chords: Chord) -> None:
        """Do ``act`` on any of the chords."""
        for each in chords:
            self._acts[each] = act

    def listen(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def rest(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in SIGNS_OF_LIFE:
            self.alive.emit()
        if kind not in KEYS or not isinstance(event, QKeyEvent) or not self._is_ours(watched):
            return False
        act = self._acts.get(_pressed(event))
        if act is None:
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress and not event.isAutoRepeat():
            act()
        return True

    def _is_ours(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget):
            return False
        # A menu is a window of its own, whose parent is a part of ours.
        parent = watched.window().parentWidget()
        return watched.window() is self._window or (parent is not None and parent.window() is self._window)


def _pressed(event: QKeyEvent) -> Chord:
    key = Qt.Key(event.key())
    held = {name for name, modifier in HELD.items() if event.modifiers() & modifier}
    if key in SHIFTED:
        held.discard("shift")
    return frozenset(held), key
