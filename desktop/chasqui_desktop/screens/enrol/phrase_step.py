"""Step 2: the secret phrase, four words offered or her own, typed twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from chasqui_desktop.screens.enrol.phrase import SENTENCES, Choose, Strength, four_words, missing, strength
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner
from chasqui_desktop.widgets.drawing import draw_box, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.flow import FlowLayout
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


class WordBox(Dressed, QWidget):
    """One word in large, with its place."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at, self.word = at, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_word(self, word: str) -> None:
        self.word = word
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(max(px(168), text_width(self.word, sized_font(20, "strong")) + px(52)), px(48))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px = theme.tokens, theme.px
        painter = QPainter(self)
        box = QRectF(self.rect())
        draw_box(painter, box, t.inset, t.ctl if t.outlined else t.border, 10, t.edge)
        draw_text(painter, box.adjusted(px(16), 0, 0, 0), str(self._at), sized_font(13, "strong"), t.text2)
        draw_text(painter, box.adjusted(px(36), 0, 0, 0), self.word, sized_font(20, "strong"), t.text)
        painter.end()


class PhraseStep(Dressed, QWidget):
    """Words offered, the phrase typed twice, and how good it is in words."""

    chosen = Signal(str)

    def __init__(self, words: Sequence[str], choose: Choose) -> None:
        """``words`` are those to draw from; ``choose`` draws one by chance."""
        super().__init__()
        self._words, self._choose = words, choose
        self._is_making = False
        self._hello = Label("", "lead")
        self._boxes = [WordBox(at) for at in range(1, 5)]
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
        boxes = QWidget()
        flow = FlowLayout(boxes, gap=10)
        for box in self._boxes:
            flow.addWidget(box)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        boxes.setSizePolicy(policy)
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
        column.addWidget(boxes)
        column.addSpacing(10)
        column.addLayout(other)
        column.addSpacing(18)
        column.addLayout(fields)
        column.addSpacing(12)
        column.addLayout(act)
        column.addSpacing(12)
        column.addWidget(self._notice)
        self._notice.hide()

    def start(self, name: str) -> None:
        """Greet, offer words, focus the first field."""
        self._hello.say(HELLO.fill(name=name))
        self.offer()
        self._first.setFocus()

    def offer(self) -> None:
        """Draw four other words; what was typed stays."""
        for box, word in zip(self._boxes, four_words(self._words, self._choose).split(), strict=True):
            box.show_word(word)
        self.retranslate()
        self._first.setFocus()

    def offered(self) -> str:
        """The four words on screen."""
        return " ".join(box.word for box in self._boxes)

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
        said = str(OFFERED.fill(words=self.offered()))
        for box in self._boxes:
            box.setAccessibleName(box.word)
        self._first.setAccessibleDescription(said)

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
