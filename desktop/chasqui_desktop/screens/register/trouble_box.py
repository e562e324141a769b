"""What could not be saved, in crimson over the footer; the form under it stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words


class TroubleBox(Card):
    """Lies over the foot of the desk; the cards give way, so that it covers no field."""

    stands = Signal(bool)
    """It came, or it went."""

    def __init__(self, desk: QWidget) -> None:
        super().__init__("bad", margins=(16, 8, 16, 8), gap=0, parent=desk)
        self._desk = desk
        self._words = Label("", "head", "bad").wrapped()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconMark("warning-circle-fill", "bad", 22))
        row.addWidget(self._words, 1)
        self.column.addLayout(row)
        self.hide()

    def say(self, sentence: Words) -> None:
        """Show and say what is the matter."""
        self._words.say(sentence)
        self.place()
        self.show()
        self.raise_()
        announce(self._desk, str(sentence), urgent=True)

    def text(self) -> str:
        return self._words.text()

    def place(self) -> None:
        """Keep to the foot of the desk, over its footer."""
        px = look().px
        height = px(56)
        foot = px(56 if look().compact else 64)
        self.setGeometry(px(16), self._desk.height() - foot - height - px(6), self._desk.width() - px(32), height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.stands.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stands.emit(False)
