"""The registration that headquarters holds apart: who, why, and the way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.book import DeliveryRow
from chasqui_desktop.screens.sending.happenings import EventLine
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words, say

HELD_APART = say("Sending", "{name} necesita que la mires")
CORRECT = say("Sending", "Corregir a {name}")
KEY = "Alt C"


class AttentionCard(Dressed, QWidget):
    """The latest one; the table behind the chip "Por corregir" holds them all."""

    asked = Signal(str)
    """This record is to be corrected."""

    def __init__(self) -> None:
        super().__init__()
        self._record = ""
        self._line = EventLine()
        self._correct = Button(CORRECT.fill(name=""), "quiet", "pencil-simple", KEY)
        self._correct.clicked.connect(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._line)
        self._under_words = QHBoxLayout()
        self._under_words.addWidget(self._correct)
        self._under_words.addStretch(1)
        column.addLayout(self._under_words)
        self.put_on()
        self.hide()

    def dress(self) -> None:
        self._under_words.setContentsMargins(look().px(30), 0, 0, 0)

    def show_row(self, row: DeliveryRow | None, reason: Words) -> None:
        """Somebody, with the reason in words; None hides the card."""
        self.setVisible(row is not None)
        self._record = row.record if row is not None else ""
        if row is not None:
            self._line.show_line("warning-fill", "warn_text", HELD_APART.fill(name=row.listed_name), reason)
            self._correct.say(CORRECT.fill(name=row.listed_name))

    def ask(self) -> None:
        """Ask for the one on show, if there is one."""
        if self._record:
            self.asked.emit(self._record)
