"""The first use as one screen: four steps at the right of the woven band."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from chasqui_desktop.screens.doorway import Band, Doorway
from chasqui_desktop.screens.enrol.code_step import CodeStep
from chasqui_desktop.screens.enrol.phrase import Choose
from chasqui_desktop.screens.enrol.phrase_step import PhraseStep
from chasqui_desktop.screens.enrol.ready_step import Carried, ReadyStep
from chasqui_desktop.screens.enrol.steps import Steps
from chasqui_desktop.screens.enrol.words_step import WordsStep
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.words import Words, say

LEAD = (say("Enrol", "Primer uso de este equipo"),)
BELOW = say("Enrol", "Se hace una sola vez, con señal. Toma unos 3 minutos.")
PROMISES = (
    ("key", say("Enrol", "Las llaves nacen en este equipo")),
    ("users", say("Enrol", "Varias personas, cada una con su frase")),
    ("lock-key", say("Enrol", "Lo que guardas aquí queda cifrado")),
)
STEPS = (
    say("Enrol", "Código de la sede"),
    say("Enrol", "Seis palabras"),
    say("Enrol", "Tu frase"),
    say("Enrol", "Listo"),
)
BACK = say("Enrol", "Volver")
DOUBTED = say("Enrol", "No sigas: puede haber alguien en medio. Díselo a tu oficina.")
DOUBTED_MORE = say("Enrol", "Ella cierra este equipo y te da otro código. Aquí no se guardó nada.")
CODE, WORDS, PHRASE, READY = range(4)


class EnrolScreen(Doorway):
    """Four steps; each waits for the program's answer, and an answer that says no keeps what was typed."""

    enrol_asked = Signal(str, str)
    """Address of headquarters and one-time code."""
    doubted = Signal()
    """The office has other words: what headquarters gave is to be dropped."""
    phrase_chosen = Signal(str)
    start_asked = Signal()
    left = Signal()
    """Back to the people of this laptop, before a code was accepted."""

    def __init__(self, words: Sequence[str], choose: Choose, parent: QWidget | None = None) -> None:
        """``words`` are those phrases are made of; ``choose`` draws one by chance (``secrets.choice``)."""
        super().__init__(Band(LEAD, BELOW, PROMISES), 720, parent)
        self._steps = Steps(STEPS)
        self._can_leave = False
        self._code = CodeStep()
        self._read_aloud = WordsStep()
        self._phrase = PhraseStep(words, choose)
        self._ready = ReadyStep()
        self._stack = QStackedWidget()
        for step in (self._code, self._read_aloud, self._phrase, self._ready):
            self._stack.addWidget(step)
        self._back = Button(BACK, "bare", "arrow-left")
        self._back.clicked.connect(self.left)
        self._back.hide()
        self._code.asked.connect(self.enrol_asked)
        self._read_aloud.agreed.connect(self._choose_phrase)
        self._read_aloud.doubted.connect(self._doubt)
        self._phrase.chosen.connect(self.phrase_chosen)
        self._ready.started.connect(self.start_asked)
        back = QHBoxLayout()
        back.addWidget(self._back)
        back.addStretch(1)
        self.column.addLayout(back)
        self.column.addSpacing(8)
        self.column.addWidget(self._steps)
        self.column.addSpacing(28)
        self.column.addWidget(self._stack)
        self.put_on()

    def begin(self, *, address: str = "", can_leave: bool = False) -> None:
        """From the first step; ``can_leave`` where somebody else already works on this laptop."""
        self._phrase.forget()
        self._code.offer_address(address)
        self._can_leave = can_leave
        self._back.setVisible(can_leave)
        self._go(CODE)
        self._code.start()

    def enrolled(self, name: str, words: Sequence[str]) -> None:
        """The code was accepted: this is ``name``, who reads ``words`` aloud (``core.fingerprint``)."""
        self._code.end_asking()
        self._back.hide()
        self._go(WORDS)
        self._read_aloud.start(name, words)

    def made(self, carried: Carried, *, fetching: bool) -> None:
        """The file is made and open; called again as editions and points come in."""
        self._phrase.end_making()
        self._phrase.forget()
        self._ready.show_carried(carried, fetching=fetching)
        if self._steps.at != READY:
            self._go(READY)
            self._ready.start()

    def failed(self, sentence: Words) -> None:
        """What was asked last could not be done; nothing typed is lost."""
        (self._code if self._steps.at == CODE else self._phrase).failed(sentence)

    def step(self) -> int:
        """The step on screen, from 0."""
        return self._steps.at

    def _choose_phrase(self) -> None:
        self._go(PHRASE)
        self._phrase.start()

    def _doubt(self) -> None:
        self.doubted.emit()
        self._back.setVisible(self._can_leave)
        self._go(CODE)
        self._code.failed(DOUBTED, DOUBTED_MORE)

    def _go(self, at: int) -> None:
        self._steps.go(at)
        self._stack.setCurrentIndex(at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._steps.at == CODE:
            self._code.start()
