"""What two people answered apart about the person beside the list, and the way to where it is settled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from chasqui_desktop.screens.field_names import field_words
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import say

ONE = say("People", "Hay dos respuestas para: {field}")
MORE = say("People", "Hay dos respuestas para: {field} y {n} más")
REVIEW = say("People", "Revisar")


class ContestedCard(Card):
    """Names the first field that two wrote apart; ``acted`` asks to see its answers."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__("warn", margins=(12, 8, 10, 8), gap=0)
        self._words = Label("", "head", "warn").wrapped()
        review = Button(REVIEW, "quiet", "git-merge", "R")
        review.set_height(36)
        review.clicked.connect(self.acted)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconMark("git-fork", "warn_text", 18))
        row.addWidget(self._words, 1)
        row.addWidget(review, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)

    def show_fields(self, fields: Sequence[str]) -> None:
        """Say which; none hides the card."""
        self.setVisible(bool(fields))
        if fields:
            words = ONE.fill(field=field_words(fields[0]))
            if len(fields) > 1:
                words = MORE.fill(field=field_words(fields[0]), n=len(fields) - 1)
            self._words.say(words)
            self.setAccessibleName(str(words))
