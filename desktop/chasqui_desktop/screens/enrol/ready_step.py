"""Step 4: what this laptop has now, with true counts, and the way to the first registration."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words, say

TITLE = say("Enrol", "Listo para registrar")
LEAD = say("Enrol", "Desde ahora este equipo trabaja también sin señal.")
FETCHING = say("Enrol", "Trayendo las ediciones y los puntos de la sede…")
LATER = say("Enrol", "Las ediciones y los puntos llegarán cuando haya señal.")
START = say("Enrol", "Empezar")


class Carried(NamedTuple):
    """How much of what the desk offers is on this laptop."""

    editions: int
    points: int
    districts: int
    sectors: int


LINES: tuple[tuple[str, Words], ...] = (
    ("editions", say("Enrol", "Ediciones: {n}")),
    ("points", say("Enrol", "Puntos de difusión: {n}")),
    ("districts", say("Enrol", "Distritos: {n}")),
    ("sectors", say("Enrol", "Rubros: {n}")),
)


class ReadyStep(QWidget):
    """Counts that are read, never promised; what has not come yet says so."""

    started = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lead = Label(LEAD, "lead").wrapped()
        self._lines = {name: (IconMark("circle", "text3", 20), Label("", "value")) for name, _words in LINES}
        self._start = Button(START, "primary", "identification-card", "Enter", large=True)
        self._start.setObjectName("ready")
        self._start.clicked.connect(self.started)
        self._note = Label("", "second").wrapped()
        self._set_out()

    def _set_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(TITLE, "welcome"))
        column.addSpacing(8)
        column.addWidget(self._lead)
        column.addSpacing(20)
        for mark, label in self._lines.values():
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(mark)
            row.addWidget(label, 1)
            column.addLayout(row)
            column.addSpacing(10)
        column.addWidget(self._note)
        column.addSpacing(18)
        act = QHBoxLayout()
        act.addWidget(self._start)
        act.addStretch(1)
        column.addLayout(act)

    def start(self) -> None:
        self._start.setFocus()

    def show_carried(self, carried: Carried, *, fetching: bool) -> None:
        """What is here; ``fetching`` while headquarters is still being asked."""
        for name, words in LINES:
            mark, label = self._lines[name]
            count = getattr(carried, name)
            label.say(words.fill(n=count) if not isinstance(words, str) else words)
            mark.show_icon("check-circle-fill" if count else "circle", "ok" if count else "text3")
        complete = bool(carried.editions and carried.points)
        self._note.say("" if complete else (FETCHING if fetching else LATER))
