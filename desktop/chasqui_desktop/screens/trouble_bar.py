"""What is said when the program itself failed: a bar at the foot, never a box in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words, say

COPY = say("Trouble", "Copiar detalles")
GO_ON = say("Trouble", "Seguir")


class TroubleBar(Card):
    """Lies over the foot of its window; keeps the report until somebody copies it or goes on."""

    copy_asked = Signal(str)
    """The report, for the clipboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("warn", margins=(16, 10, 16, 10))
        self.setParent(window)
        self._window = window
        self._report = ""
        self._sentence = Label("", "label").wrapped()
        copy = Button(COPY, "quiet", "copy")
        copy.clicked.connect(lambda: self.copy_asked.emit(self._report))
        go_on = Button(GO_ON, "primary")
        go_on.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconMark("warning-fill", "warn_text", 20))
        row.addWidget(self._sentence, 1)
        row.addWidget(copy)
        row.addWidget(go_on)
        self.column.addLayout(row)
        window.installEventFilter(self)
        self.hide()

    def tell(self, sentence: Words, report: str) -> None:
        """Say the sentence; the focus stays where it is."""
        self._report = report
        self._sentence.say(sentence)
        self._lie_down()
        self.show()
        self.raise_()
        announce(self, str(sentence), urgent=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._lie_down()
        return super().eventFilter(watched, event)

    def _lie_down(self) -> None:
        window = self._window
        edge = look().px(16)
        height = self.sizeHint().height()
        self.setGeometry(edge, window.height() - height - edge, window.width() - 2 * edge, height)
