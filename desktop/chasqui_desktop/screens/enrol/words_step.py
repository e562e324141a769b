"""Step 2: six words read aloud, by which the office hears that nobody stands between this laptop and headquarters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.screens.enrol.phrase_step import HELLO
from chasqui_desktop.screens.enrol.word_boxes import WordBoxes
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.words import say
from chasqui_sync.core.fingerprint import WORDS

TITLE = say("Enrol", "Léele estas palabras a tu oficina")
LEAD = say("Enrol", "Por teléfono o en persona. Allá ven las mismas seis, en el mismo orden.")
WHY = say("Enrol", "Si son las mismas, este equipo habla con tu sede y con nadie más.")
SAME = say("Enrol", "Son las mismas")
OTHERS = say("Enrol", "No son las mismas")
SPOKEN = say("Enrol", "Palabras para leer: {words}")


class WordsStep(Dressed, QWidget):
    """The words in large, and the office's answer."""

    agreed = Signal()
    doubted = Signal()
    """The office has other words."""

    def __init__(self) -> None:
        super().__init__()
        self._hello = Label("", "lead")
        self._boxes = WordBoxes(WORDS)
        self._same = Button(SAME, "primary", "check", "Enter", large=True)
        self._same.setObjectName("same words")
        self._same.clicked.connect(self.agreed)
        self._others = Button(OTHERS, "bare", "warning")
        self._others.clicked.connect(self.doubted)
        self._set_out()
        self.put_on()

    def _set_out(self) -> None:
        act = QHBoxLayout()
        act.setSpacing(16)
        act.addWidget(self._same)
        act.addWidget(self._others)
        act.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._hello)
        column.addWidget(Label(TITLE, "welcome").wrapped())
        column.addSpacing(6)
        column.addWidget(Label(LEAD, "lead").wrapped())
        column.addSpacing(16)
        column.addWidget(self._boxes)
        column.addSpacing(14)
        column.addWidget(Label(WHY, "second").wrapped())
        column.addSpacing(18)
        column.addLayout(act)
        column.addStretch(1)

    def start(self, name: str, words: Sequence[str]) -> None:
        """Greet, show the words, focus the answer that is nearly always given."""
        self._hello.say(HELLO.fill(name=name))
        self._boxes.show_words(words)
        self.retranslate()
        self._same.setFocus()

    def retranslate(self) -> None:
        self._same.setAccessibleDescription(str(SPOKEN.fill(words=self._boxes.shown())))
