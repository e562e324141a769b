"""Another phrase: for who knows the present one, and for who forgot it and calls the office."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chasqui_desktop.screens.doorway import Band, Doorway
from chasqui_desktop.screens.enrol.phrase import Choose
from chasqui_desktop.screens.enrol.phrase_step import PhraseStep
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.text_fields import PhraseField, TextField
from chasqui_desktop.words import Words, say

LEAD = (say("NewPhrase", "Otra frase para tu archivo"),)
BELOW = say("NewPhrase", "Tus registros no se tocan: solo cambia la llave.")
PROMISES = (
    ("shield-check", say("NewPhrase", "No se pierde ningún registro")),
    ("phone-call", say("NewPhrase", "Tu oficina ayuda por teléfono")),
    ("lock-key", say("NewPhrase", "Nadie más conoce tu frase")),
)
BACK = say("NewPhrase", "Volver")
GO_ON = say("NewPhrase", "Continuar")
LOOKING = say("NewPhrase", "Revisando…")
FORGOT = say("NewPhrase", "Olvidé mi frase")
CALL = say("NewPhrase", "Llama a tu oficina y dicta este código. No se pierde ningún registro.")
ANSWER = say("NewPhrase", "Lo que te responde tu oficina")
ANSWER_HINT = say("NewPhrase", "27 letras y números, de cuatro en cuatro, como te los dictan.")
CHANGE = say("NewPhrase", "Cambiar mi frase")
WHY = say("NewPhrase", "Primero escribe la de ahora. Después eliges otra.")
PRESENT = say("NewPhrase", "Tu frase de ahora")
PRESENT_HINT = say("NewPhrase", "Con Ver (Ctrl R) la lees cinco segundos.")
EMPTY = say("NewPhrase", "Escríbelo aquí y pulsa Enter.")
DONE = say("NewPhrase", "Tu frase cambió")
DONE_LEAD = say("NewPhrase", "La de antes ya no abre. Apréndela y no la pegues en el equipo.")
START = say("NewPhrase", "Seguir")


class ProofStep(QWidget):
    """One field by which somebody shows that the file is hers; what was typed stays when it is not right."""

    given = Signal(str)

    def __init__(self, title: Words, lead: Words, control: TextField, field: Words, hint: Words) -> None:
        super().__init__()
        self._is_asking = False
        self._hint = hint
        self.control = control
        self.code = Label("", "welcome")
        self.code.setObjectName("asking_code")
        self._field = Field(field, control, hint=hint)
        self._go_on = Button(GO_ON, "primary", "arrow-right", "Enter", large=True)
        self._go_on.clicked.connect(self._ask)
        self._notice = Banner("warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(title, "welcome"))
        column.addSpacing(8)
        column.addWidget(Label(lead, "lead").wrapped())
        column.addSpacing(16)
        column.addWidget(self.code)
        column.addSpacing(16)
        column.addWidget(self._field)
        column.addSpacing(14)
        act = QHBoxLayout()
        act.addWidget(self._go_on)
        act.addStretch(1)
        column.addLayout(act)
        column.addSpacing(12)
        column.addWidget(self._notice)
        column.addStretch(1)
        self.code.hide()
        self._notice.hide()
        order = FieldOrder(self)
        order.add(control)
        order.ended.connect(self._ask)

    def start(self, code: str = "") -> None:
        """Ask anew; ``code`` is what is to be read out first."""
        self.end_asking()
        self.code.say(code)
        self.code.setVisible(bool(code))
        self.control.clear()
        self._notice.hide()
        self._field.problem("hint", self._hint)
        self.control.setFocus()

    def failed(self, sentence: Words) -> None:
        """That was not right; it stays, marked."""
        self.end_asking()
        self._field.problem("bad", sentence)
        self.control.setFocus()
        self.control.selectAll()

    def end_asking(self) -> None:
        """The answer is there."""
        self._is_asking = False
        self._go_on.say(GO_ON)
        self.control.setReadOnly(False)

    def _ask(self) -> None:
        text = " ".join(self.control.text().split())
        if self._is_asking:
            return
        if not text:
            self._field.problem("warn", EMPTY)
            self.control.setFocus()
            return
        self._is_asking = True
        self._go_on.say(LOOKING)
        self.control.setReadOnly(True)
        self.given.emit(text)


class NewPhraseScreen(Doorway):
    """Two steps: show that the file is yours, choose another phrase."""

    answer_given = Signal(str)
    """What headquarters said on the telephone."""
    present_given = Signal(str)
    """The phrase as it is."""
    phrase_chosen = Signal(str)
    left = Signal()
    """Back, or done."""

    def __init__(self, words: Sequence[str], choose: Choose, parent: QWidget | None = None) -> None:
        """``words`` are those phrases are made of; ``choose`` draws one by chance (``secrets.choice``)."""
        super().__init__(Band(LEAD, BELOW, PROMISES), 720, parent)
        answer, present = TextField("", "phone-call"), PhraseField()
        answer.setObjectName("answer")
        present.setObjectName("present")
        self._answer = ProofStep(FORGOT, CALL, answer, ANSWER, ANSWER_HINT)
        self._present = ProofStep(CHANGE, WHY, present, PRESENT, PRESENT_HINT)
        self._phrase = PhraseStep(words, choose)
        self._done = _Done()
        self._name = ""
        self._stack = QStackedWidget()
        for step in (self._answer, self._present, self._phrase, self._done):
            self._stack.addWidget(step)
        self._back = Button(BACK, "bare", "arrow-left")
        self._back.clicked.connect(self._leave)
        self._answer.given.connect(self.answer_given)
        self._present.given.connect(self.present_given)
        self._phrase.chosen.connect(self.phrase_chosen)
        self._done.go_on.clicked.connect(self._leave)
        back = QHBoxLayout()
        back.addWidget(self._back)
        back.addStretch(1)
        self.column.addLayout(back)
        self.column.addSpacing(12)
        self.column.addWidget(self._stack)
        self.put_on()

    def begin_recovery(self, name: str, code: str) -> None:
        """She forgot it: what is to be read out to the office, and a field for what the office answers."""
        self._begin(name, self._answer)
        self._answer.start(code)

    def begin_change(self, name: str) -> None:
        """She knows it."""
        self._begin(name, self._present)
        self._present.start()

    def proved(self) -> None:
        """The file is hers: another phrase is chosen."""
        self._stack.setCurrentWidget(self._phrase)
        self._phrase.start(self._name)

    def failed(self, sentence: Words) -> None:
        """What was asked last did not go; nothing typed is lost."""
        step = self._stack.currentWidget()
        assert isinstance(step, ProofStep | PhraseStep)
        step.failed(sentence)

    def changed(self) -> None:
        """The phrase is another now."""
        self.forget()
        self._back.hide()
        self._stack.setCurrentWidget(self._done)
        self._done.go_on.setFocus()

    def forget(self) -> None:
        """Nothing that was typed here stays."""
        self._phrase.end_making()
        self._phrase.forget()
        for step in (self._answer, self._present):
            step.end_asking()
            step.control.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        step = self._stack.currentWidget()
        if isinstance(step, ProofStep):
            step.control.setFocus()

    def _begin(self, name: str, step: ProofStep) -> None:
        self.forget()
        self._name = name
        self._back.show()
        self._stack.setCurrentWidget(step)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()


class _Done(QWidget):
    """It is done; nothing to do but go on."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = Button(START, "primary", "check-circle", "Enter", large=True)
        self.go_on.setObjectName("changed")
        self.go_on.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(DONE, "welcome"))
        column.addSpacing(8)
        column.addWidget(Label(DONE_LEAD, "lead").wrapped())
        column.addSpacing(20)
        act = QHBoxLayout()
        act.addWidget(self.go_on)
        act.addStretch(1)
        column.addLayout(act)
        column.addStretch(1)
