"""The result of what was just done, in the header and never over a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words


class Toast(Dressed, QFrame):
    """Title, second line and up to two actions; goes after eight seconds, unless focused or under the pointer.

    It keeps its place in the layout while hidden, so nothing moves when it comes.
    """

    STAYS_MS = 8000
    gone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "toast")
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._mark = IconMark("check-circle-fill", "mig", 20)
        self._title = Label("", "head")
        self._more = Label("", "value")
        self._actions: list[Button] = []
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.STAYS_MS)
        self._timer.timeout.connect(self._leave)
        self.hide()
        self.put_on()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._more)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 4, 10, 4)
        self._row.setSpacing(10)
        self._row.addWidget(self._mark)
        self._row.addLayout(words)
        self._row.addSpacing(16)

    def dress(self) -> None:
        self.setFixedHeight(look().px(46))

    def tell(
        self,
        title: Words,
        more: Words = "",
        actions: tuple[tuple[Words, str, Callable[[], None]], ...] = (),
        *,
        ok: bool = True,
    ) -> None:
        """Show and say a result. Each action is words, key and what it does; the screen binds the keys."""
        self._mark.show_icon("check-circle-fill" if ok else "info-fill", "toast_text")
        self._title.say(title)
        self._more.say(more)
        for old in self._actions:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._actions = [self._action(*action) for action in actions]
        self.show()
        self._timer.start()
        announce(self, f"{title}. {more}")

    def _action(self, words: Words, key: str, act: Callable[[], None]) -> Button:
        button = Button(words, "toast", key=key)
        button.set_height(34)
        button.clicked.connect(act)
        self._row.addWidget(button)
        return button

    def dismiss(self) -> None:
        """Take it away now."""
        self._timer.stop()
        if self.isVisible():
            self.hide()
            self.gone.emit()

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
            return
        self.dismiss()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)
