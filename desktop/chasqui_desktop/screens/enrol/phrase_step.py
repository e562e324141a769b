"""Step 3: the secret phrase, four words offered or her own, typed twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.screens.enrol.phrase import SENTENCES, Choose, Strength, four_words, missing, strength
from chasqui_desktop.screens.enrol.word_boxes import WordBoxes
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.text_fields import PhraseField
from chasqui_desktop.words import Words, say

TITLE = say("Enrol", "Esta es tu frase")
HELLO = say("Enrol", "Hola, {name}.")
LEAD = say("Enrol", "Apréndela y no la pegues en el equipo. También puedes escribir una tuya.")
OTHERS = say("Enrol", "Otras palabras")
FIRST = say("Enrol", "Escribe tu frase")
AGAIN = say("Enrol", "Escríbela otra vez")
SAME = say("Enrol", "Son iguales.")
DIFFERENT = say("Enrol", "No son iguales. Revisa con Ver (Ctrl R).")
GO_ON = say("Enrol", "Usar esta frase")
MAKING = say("Enrol", "Preparando tu archivo…")
OFFERED = say("Enrol", "Palabras propuestas: {words}")


class PhraseStep(Dressed, QWidget):
    """Words offered, the phrase typed twice, and how good it is in words."""

    chosen = Signal(str)

    def __init__(self, words: Sequence[str], choose: Choose) -> None:
        """``words`` are those to draw from; ``choose`` draws one by chance."""
        super().__init__()
        self._words, self._choose = words, choose
        self._is_making = False
        self._hello = Label("", "lead")
        self._boxes = WordBoxes(4)
        self._others = Button(OTHERS, "quiet", "arrows-clockwise")
        self._others.clicked.connect(self.offer)
        self._first, self._again = PhraseField(), PhraseField()
        self._first.setObjectName("phrase")
        self._again.setObjectName("phrase_again")
        self._first_field = Field(FIRST, self._first)
        self._again_field = Field(AGAIN, self._again)
        self._first.edited.connect(self._judge)
        self._again.edited.connect(self._judge)
        self._go_on = Button(GO_ON, "primary", "lock-key", "Enter", large=True)
        self._go_on.clicked.connect(self._ask)
        self._notice = Banner("warn")
        self._set_out()
        order = FieldOrder(self)
        order.add(self._first, self._again)
        order.ended.connect(self._ask)
        self._judge()
        self.put_on()

    def _set_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(14)
        fields.addWidget(self._first_field, 1)
        fields.addWidget(self._again_field, 1)
        act = QHBoxLayout()
        act.addWidget(self._go_on)
        act.addStretch(1)
        other = QHBoxLayout()
        other.addWidget(self._others)
        other.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._hello)
        column.addWidget(Label(TITLE, "welcome"))
        column.addSpacing(6)
        column.addWidget(Label(LEAD, "lead").wrapped())
        column.addSpacing(16)
        column.addWidget(self._boxes)
        column.addSpacing(10)
        column.addLayout(other)
        column.addSpacing(18)
        column.addLayout(fields)
        column.addSpacing(12)
        column.addLayout(act)
        column.addSpacing(12)
        column.addWidget(self._notice)
        self._notice.hide()

    def start(self, name: str = "") -> None:
        """Greet whom nothing has greeted yet, offer words, focus the first field."""
        self._hello.say(HELLO.fill(name=name))
        self._hello.setVisible(bool(name))
        self.offer()
        self._first.setFocus()

    def offer(self) -> None:
        """Draw four other words; what was typed stays."""
        self._boxes.show_words(four_words(self._words, self._choose).split())
        self.retranslate()
        self._first.setFocus()

    def offered(self) -> str:
        """The four words on screen."""
        return self._boxes.shown()

    def failed(self, sentence: Words) -> None:
        """The file could not be made; what was typed stays."""
        self.end_making()
        self._notice.show_state("warn", "warning-fill", sentence)
        self._notice.show()
        self._first.setFocus()

    def end_making(self) -> None:
        """The file is made, or could not be."""
        self._is_making = False
        self._go_on.say(GO_ON)

    def forget(self) -> None:
        """Nothing of the phrase stays on this screen."""
        self._first.clear()
        self._again.clear()

    def retranslate(self) -> None:
        self._first.setAccessibleDescription(str(OFFERED.fill(words=self.offered())))

    def _phrase(self, field: PhraseField) -> str:
        return " ".join(field.value().split())

    def _judge(self, _text: str = "") -> None:
        first, again = self._phrase(self._first), self._phrase(self._again)
        found = strength(first)
        sentence = SENTENCES[found]
        if found is Strength.SHORT:
            sentence = sentence.fill(n=missing(first))
        self._first_field.problem("ok" if found.serves else "hint", sentence)
        if again and again == first:
            self._again_field.problem("ok", SAME)
        elif not first.startswith(again):
            self._again_field.problem("warn", DIFFERENT)
        else:
            self._again_field.clear_problem()

    def _ask(self) -> None:
        first, again = self._phrase(self._first), self._phrase(self._again)
        if self._is_making:
            return
        if not strength(first).serves:
            sentence = SENTENCES[strength(first)]
            self._first_field.problem("warn", sentence.fill(n=missing(first)) if missing(first) else sentence)
            self._first.setFocus()
        elif again != first:
            self._again_field.problem("warn", DIFFERENT)
            self._again.setFocus()
        else:
            self._is_making = True
            self._notice.hide()
            self._go_on.say(MAKING)
            self.chosen.emit(first)
