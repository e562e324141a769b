"""Lines of a case: a fact with who put it, a moment of a field's history."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words


class CaseLine(Dressed, QWidget):
    """A sign, a name, a value, and at the right who or how."""

    def __init__(self, icon: str = "", colour: str = "ok") -> None:
        super().__init__()
        self._mark = IconMark(icon, colour, 16)
        self._mark.setVisible(bool(icon))
        self._name = Label("", "value")
        self._value = Label("", "second")
        self._right = Label("", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._mark)
        row.addWidget(self._name)
        row.addWidget(self._value)
        row.addStretch(1)
        row.addWidget(self._right)
        self.put_on()

    def dress(self) -> None:
        self.setMinimumHeight(look().px(28 if not look().compact else 24))

    def show_line(self, name: Words, value: Words, right: Words) -> None:
        """Say it."""
        self._name.say(name)
        self._value.say(value)
        self._right.say(right)
        self.setAccessibleName(f"{name} {value}. {right}")

    def history(self) -> CaseLine:
        """A moment reads the other way round: when quietly, what strongly."""
        self._name.set_role("second")
        self._value.set_role("value")
        return self

    def text(self) -> str:
        """What it says."""
        return self.accessibleName()
