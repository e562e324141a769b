"""The chords of the desk: what they do, and that no line edit takes them first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_chords(desk: QWidget, acts: Sequence[tuple[QKeyCombination, Callable[[], object]]]) -> None:
    """Do each act on its chord, wherever in ``desk`` the focus is; a key that is held down acts once."""
    for chord, act in acts:
        shortcut = QShortcut(QKeySequence(chord), desk)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
    _KeysOfDesk(frozenset(chord.toCombined() for chord, _act in acts), desk).watch(desk)


class _KeysOfDesk(QObject):
    """Keeps line edits from taking keys the desk answers (on some desktops Ctrl U empties a line).

    Losing typed text is forbidden, and Ctrl Z alone is a line's own.
    """

    def __init__(self, answered: frozenset[int], parent: QObject) -> None:
        super().__init__(parent)
        self._answered = answered

    def watch(self, widget: QWidget) -> None:
        """Look after a widget and all within it."""
        for each in (widget, *widget.findChildren(QWidget)):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        combined = event.keyCombination().toCombined()  # type: ignore[attr-defined]  # a QKeyEvent by its type
        if combined in self._answered:
            event.ignore()
            return True
        return False
