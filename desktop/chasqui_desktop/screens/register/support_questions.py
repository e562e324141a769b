"""The six support questions and the sealed referral that a yes opens, in neutral colours.

Nobody looking over a shoulder should read alarm in it: no crimson, no amber, the same chips as everywhere.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.screens.register import options
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.chip_groups import ChipGroup, YesNo
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.widgets.text_fields import NoteField
from chasqui_desktop.words import language, say
from chasqui_resources.support import SupportQuestion, support_questions

NEEDS_NOW = say("Register", "¿Necesita apoyo ahora?")
ALONE = say("Register", "Pregunta solo si nadie más escucha. F9 oculta la pantalla.")
NOT_TODAY = say("Register", "No preguntar hoy")
NOT_ASKED = say("Register", "Hoy no se pregunta. Ctrl 0 vuelve a preguntar.")
SEALED = say("Register", "Derivación sellada")
AGREES_TO_TELL = say("Register", "¿Acepta que avisemos?")
FOCAL_POINT = say("Register", "Punto focal de protección")
NOTE = say("Register", "Qué conviene saber para ayudar")
CLOSES = say("Register", "Al guardar se cierra. Ni tú ni tu oficina podrán volver a leerla.")
NOBODY_TO_TELL = say("Register", "Esta edición no tiene a quién avisar: aquí no se pregunta por apoyo.")
ALREADY_SEALED = say("Register", "Lo que se preguntó al registrar ya está sellado. Aquí no se vuelve a abrir.")


class Question(Dressed, QWidget):
    """One question in a line with Sí, No, No dice."""

    def __init__(self, question: SupportQuestion) -> None:
        super().__init__()
        self._question = question
        self._gender: str | None = None
        self._words = Label("", "body").wrapped()
        self.answer = ChipGroup(options.SUPPORT_CHOICES, low=True)
        self.answer.setObjectName(f"support_{question.code}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self.answer)
        self.put_on()

    def speak_of(self, gender: str | None) -> None:
        """Word the question for a woman, a man or anyone."""
        self._gender = gender
        self.retranslate()

    def retranslate(self) -> None:
        sentence = self._question.sentence(language(), self._gender)
        self._words.say(sentence)
        self.answer.setAccessibleName(sentence)
        for chip in self.answer.chips():
            chip.setAccessibleDescription(sentence)


class SupportQuestions(QWidget):
    """Questions and referral. ``answered`` after each answer, ``skipped`` by the button for not asking today."""

    answered = Signal(str)
    skipped = Signal()

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self.questions = {each.code: Question(each) for each in support_questions()}
        self.agrees = YesNo(low=True)
        self.note = NoteField(NOTE, 2)
        self._title = Label(NEEDS_NOW, "card")
        self._hint = Label(ALONE, "second").wrapped()
        self._skip = Button(NOT_TODAY, "bare", key="Ctrl 0")
        self._focal = Label("", "value")
        self._referral = self._make_referral()
        self._asked = QWidget()
        self._lay_out()
        self._bind()

    def _make_referral(self) -> Card:
        card = Card("soft", margins=(14, 8, 14, 8), gap=6)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconMark("lock-key-fill", "primary", 18))
        head.addWidget(Label(SEALED, "card", "primary"))
        head.addStretch(1)
        head.addWidget(Label(AGREES_TO_TELL, "head"))
        head.addWidget(self.agrees)
        focal = QHBoxLayout()
        focal.setSpacing(8)
        focal.addWidget(IconMark("buildings", "text2", 17))
        focal.addWidget(self._focal, 1)
        card.column.addLayout(head)
        card.column.addLayout(focal)
        card.column.addWidget(self.note)
        card.column.addWidget(Label(CLOSES, "hint", "second"))
        policy = card.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        card.setSizePolicy(policy)
        card.hide()
        self.agrees.setObjectName("accepts_referral")
        self.agrees.setAccessibleName(str(AGREES_TO_TELL))
        self.note.setObjectName("referral_note")
        self.note.setAccessibleName(str(NOTE))
        return card

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._skip)
        hint = QHBoxLayout()
        hint.setSpacing(6)
        self._mark = IconMark("info-fill", "primary", 16)
        hint.addWidget(self._mark)
        hint.addWidget(self._hint, 1)
        rows = QVBoxLayout(self._asked)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for at, question in enumerate(self.questions.values()):
            if at:
                rows.addStretch(1)
            rows.addWidget(question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(hint)
        column.addWidget(self._asked, 1)
        column.addWidget(self._referral)

    def _bind(self) -> None:
        for code, question in self.questions.items():
            question.answer.chosen.connect(lambda value, code=code: self._answer(code, value))
        self.agrees.chosen.connect(self._agree)
        self.note.edited.connect(self._write)
        self._skip.clicked.connect(self.skipped)

    def _answer(self, code: str, value: str | None) -> None:
        self._form.support_skipped = False
        if value is None:
            self._form.support.pop(code, None)
        else:
            self._form.support[code] = value
        self.show_state()
        self.answered.emit(f"support_{code}")

    def _agree(self, value: bool | None) -> None:
        self._form.accepts_referral = value
        self.answered.emit("accepts_referral")

    def _write(self, text: str) -> None:
        self._form.referral_note = text
        self.answered.emit("referral_note")

    # ---------------------------------------------------------------- showing
    def show_focal_point(self, contact: str) -> None:
        """Who is told, as the edition names them."""
        self._focal.say(FOCAL.fill(contact=contact) if contact else FOCAL_POINT)

    def show_answers(self) -> None:
        """Show the form's answers."""
        for code, question in self.questions.items():
            question.answer.set_value(self._form.support.get(code))
        self.agrees.set_value(self._form.accepts_referral)
        if self.note.toPlainText() != self._form.referral_note:
            self.note.set_value(self._form.referral_note)
        self.show_state()

    def show_state(self) -> None:
        """What is asked now, and whether the referral is open."""
        form = self._form
        asks = form.asks_support and form.amendment is None
        self._skip.setVisible(asks)
        self._mark.setVisible(asks)
        self._referral.setVisible(asks and form.needs_support)
        if form.amendment is not None and form.asks_support:
            self._hint.say(ALREADY_SEALED)
        elif not asks:
            self._hint.say(NOBODY_TO_TELL)
        else:
            self._hint.say(NOT_ASKED if form.support_skipped else ALONE)
        for question in self.questions.values():
            question.setVisible(asks)
            question.setEnabled(not form.support_skipped)
            question.speak_of(form.gender)

    def controls(self) -> list[QWidget]:
        """What Enter goes through."""
        return [*(question.answer for question in self.questions.values()), self.agrees, self.note]


FOCAL = say("Register", "Punto focal de protección · {contact}")
