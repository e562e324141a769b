"""The privacy screen: everything covered at once, nothing closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.widgets.weave import Weave
from chasqui_desktop.words import say

TITLE = say("Privacy", "Pantalla privada")
KEPT = say("Privacy", "Tu registro sigue abierto y guardado.")
BACK = say("Privacy", "Volver")
THEN = say("Privacy", "En 2 min pedirá tu frase.")

MINUTES_MS = 120_000


class PrivacyScreen(Dressed, Weave):
    """The weave over the whole window with one way back; after two minutes it asks to lock."""

    back_asked = Signal()
    too_long = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card("plain", margins=(40, 40, 40, 36), gap=12)
        self._back = Button(BACK, "primary", "", "F9", large=True)
        self._back.clicked.connect(self.back_asked)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MINUTES_MS)
        self._timer.timeout.connect(self.too_long)
        centre = Qt.AlignmentFlag.AlignHCenter
        for part in (IconMark("eye-slash", "primary", 48), Label(TITLE, "welcome"), Label(KEPT, "lead")):
            self._card.column.addWidget(part, 0, centre)
        self._card.column.addSpacing(6)
        self._card.column.addWidget(self._back, 0, centre)
        self._card.column.addWidget(Label(THEN, "second"), 0, centre)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.put_on()

    def dress(self) -> None:
        self._card.setMinimumWidth(look().px(520))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self._back.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
