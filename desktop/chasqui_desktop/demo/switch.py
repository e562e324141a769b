"""The switch of the show: a small window beside the program that cuts the line and raises it again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chasqui_desktop.demo.gate import Gate
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.words import say

UP = say("Demo", "Hay señal")
DOWN = say("Demo", "Señal cortada")
CUT = say("Demo", "Cortar la señal")
RAISE = say("Demo", "Devolver la señal")


class LineSwitch(QWidget):
    """Shows how the line is and turns it."""

    def __init__(self, gate: Gate) -> None:
        super().__init__(None, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self._gate = gate
        self.setWindowTitle("Chasqui")
        self._state = Label("", "card")
        self._turn = Button("", "primary")
        self._turn.clicked.connect(self.turn)
        column = QVBoxLayout(self)
        column.addWidget(self._state)
        column.addWidget(self._turn)
        self._show()

    def turn(self) -> None:
        """Cut the line that works, raise the one that is cut."""
        (self._gate.down if self._gate.is_up else self._gate.up)()
        self._show()

    def _show(self) -> None:
        self._state.say(UP if self._gate.is_up else DOWN)
        self._turn.say(CUT if self._gate.is_up else RAISE)
