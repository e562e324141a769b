"""The order of a card's fields: Enter goes on, Shift Enter goes back, hidden fields are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class _Answering(Protocol):
    answered: SignalInstance


class FieldOrder(QObject):
    """Knows the controls of ``card`` in order; catches Enter in them and follows their ``answered`` signal.

    ``ended`` comes after the last field, ``began`` before the first: the screen turns the card.
    """

    ended = Signal()
    began = Signal()
    entered = Signal(QWidget)

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self._controls: list[QWidget] = []
        self._implied: dict[QWidget, Callable[[], bool]] = {}
        card.installEventFilter(self)

    def add(self, *controls: QWidget) -> None:
        """Append controls (not their `Field`); the tab order follows. Those with ``answered`` move on by themselves."""
        for control in controls:
            if self._controls:
                QWidget.setTabOrder(_end(self._controls[-1]), _end(control))
            self._controls.append(control)
            if hasattr(control, "answered"):
                self._follow(control, control)

    def pass_over(self, control: QWidget, implied: Callable[[], bool]) -> None:
        """Do not stop at ``control`` on the way forward while its answer is implied; every other way leads there."""
        self._implied[control] = implied

    def _follow(self, control: QWidget, answering: _Answering) -> None:
        answering.answered.connect(lambda: self.next(control))

    def controls(self) -> tuple[QWidget, ...]:
        return tuple(self._controls)

    def first(self) -> None:
        """Focus the first field that can be answered."""
        self._enter(range(len(self._controls)))

    def last(self) -> None:
        """Focus the last one, when coming back to the card."""
        self._enter(reversed(range(len(self._controls))))

    def next(self, control: QWidget | None = None) -> None:
        """From ``control`` (or the focused one) to the next field; past the last, ``ended``."""
        at = self._at(control)
        ahead = range(0 if at is None else at + 1, len(self._controls))
        if at is None or not self._enter(each for each in ahead if not self._is_implied(each)):
            self.ended.emit()

    def back(self, control: QWidget | None = None) -> None:
        """To the field before; before the first, ``began``."""
        at = self._at(control)
        if at is None or not self._enter(reversed(range(at))):
            self.began.emit()

    def focused(self) -> QWidget | None:
        """The control that has the focus, if it is one of these."""
        at = self._at(None)
        return None if at is None else self._controls[at]

    def _at(self, control: QWidget | None) -> int | None:
        if control is not None:
            return self._controls.index(control)
        focus = QApplication.focusWidget()
        if focus is None:
            return None
        found = (at for at, each in enumerate(self._controls) if each is focus or each.isAncestorOf(focus))
        return next(found, None)

    def _is_implied(self, at: int) -> bool:
        implied = self._implied.get(self._controls[at])
        return implied is not None and implied()

    def _enter(self, places: Iterable[int]) -> bool:
        for at in places:
            control = self._controls[at]
            if control.isVisibleTo(self._card) and control.isEnabled():
                control.setFocus(Qt.FocusReason.TabFocusReason)
                if isinstance(control, QLineEdit):
                    control.selectAll()
                self.entered.emit(control)
                return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Line edits and chips leave Enter unanswered, so it climbs to the card.
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self._at(None) is None:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.NoModifier:
            self.next()
            return True
        if held == Qt.KeyboardModifier.ShiftModifier:
            self.back()
            return True
        return False


def _end(control: QWidget) -> QWidget:
    return control.focusProxy() or control
