"""One referral, opened: what she needs, whether she wants it told, the note, and saying that it was received."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from chasqui_desktop.book import Reference
from chasqui_desktop.referral import OpenedReferral
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.screens.people.lines import FactLine
from chasqui_desktop.screens.referrals.rows import point_of
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card
from chasqui_desktop.widgets.flow import FlowLayout
from chasqui_desktop.widgets.labels import Avatar, Badge, Divider, IconMark, Label
from chasqui_desktop.words import Phrase, Words, language, say
from chasqui_resources.support import support_questions
from chasqui_sync.core.records import SUPPORT_QUESTIONS

CHOOSE = say("Referrals", "Elige a una persona de la lista y pulsa Enter. Se abre solo aquí, con tu llave.")
WHERE = say("Referrals", "Se registró en")
WHO = say("Referrals", "Registró")
WHEN = say("Referrals", "Se selló")
NEEDS = say("Referrals", "Necesita apoyo ahora")
UNSAID = say("Referrals", "No quiso decir")
NOTE = say("Referrals", "Nota de quien preguntó")
NO_NOTE = say("Referrals", "No dejó ninguna nota.")
AGREES = say("Referrals", "Acepta que llames")
AGREES_MORE = say("Referrals", "Su teléfono está en su página. Queda anotado quién la abre.")
REFUSES = say("Referrals", "No acepta que llames")
REFUSES_MORE = say("Referrals", "Respeta su decisión. Marca la derivación como recibida.")
NOT_SAID = say("Referrals", "No se preguntó si acepta")
NOT_SAID_MORE = say("Referrals", "Habla primero con quien registró.")
RECEIVE = say("Referrals", "Recibida")
RECEIVED = say("Referrals", "Recibida · {moment}")
TOLD = say("Referrals", "Quien registró verá que la recibiste, nada de lo que dice.")
PERSON = say("Referrals", "Su página")
CLOSE = say("Referrals", "Cerrar")

_ACCEPTS: dict[bool | None, tuple[str, Phrase, Phrase]] = {
    True: ("handshake", AGREES, AGREES_MORE),
    False: ("hand-palm", REFUSES, REFUSES_MORE),
    None: ("question", NOT_SAID, NOT_SAID_MORE),
}


class _Line(QWidget):
    """One of the six questions, answered yes or not said."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("check-circle-fill", "primary", 18)
        self._words = Label("", "body").wrapped()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_answer(self, icon: str, colour: str, words: Words) -> None:
        """A question that is no longer asked says nothing."""
        self._mark.show_icon(icon, colour)
        self._words.say(words)


class ReferralPage(Card):
    """Shows one referral, or how to open one. What was opened leaves the screen with ``show_nothing``."""

    receive_asked = Signal(str)
    person_asked = Signal(str)
    close_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("plain", margins=(18, 16, 6, 12), gap=0)
        self._today = today
        self._reference: Reference | None = None
        self._opened: OpenedReferral | None = None
        self._avatar = Avatar("", 46, strong=True)
        self._name = Label("", "card").wrapped()
        self._code = Badge("", "quiet", code=True)
        self._facts = {words: FactLine(words) for words in (WHERE, WHO, WHEN)}
        self._needs = [_Line() for _ in SUPPORT_QUESTIONS]
        self._unsaid_head = Label(UNSAID, "head")
        self._unsaid = [_Line() for _ in SUPPORT_QUESTIONS]
        self._accepts = Banner("soft")
        self._note = Label("", "body").wrapped()
        self._note.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._received = Badge("", "ok", "check-circle-fill")
        self._receive = Button(RECEIVE, "primary", "check-circle", "R")
        self._receive.clicked.connect(self.receive)
        self._told = Label(TOLD, "hint", "second").wrapped()
        self._person = Button(PERSON, "quiet", "user", "P")
        self._person.clicked.connect(self.go_to_person)
        self._close = Button(CLOSE, "bare", "", "Esc")
        self._close.clicked.connect(self.close_asked)
        self._trouble = Banner("warn")
        self._nothing = Label(CHOOSE, "lead").wrapped()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(0, 0, 12, 0)
        self._scroll = QScrollArea()
        self._foot = QWidget()
        self._set_out()
        self.show_nothing()

    def _set_out(self) -> None:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 12, 8)
        rows.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(13)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addWidget(self._name)
        names.addWidget(self._code, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(names, 1)
        rows.addLayout(head)
        rows.addSpacing(10)
        rows.addWidget(self._accepts)
        self._group(rows, NEEDS, self._needs)
        rows.addSpacing(6)
        rows.addWidget(self._unsaid_head)
        for line in self._unsaid:
            rows.addWidget(line)
        self._group(rows, NOTE, [self._note])
        self._group(rows, None, list(self._facts.values()))
        rows.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 8, 12, 0)
        foot.setSpacing(6)
        foot.addWidget(self._told)
        foot.addWidget(self._received, 0, Qt.AlignmentFlag.AlignLeft)
        acts = QWidget()
        flow = FlowLayout(acts, gap=8)
        for act in (self._receive, self._person, self._close):
            flow.addWidget(act)
        foot.addWidget(acts)
        self.column.addWidget(self._trouble)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._foot)
        self.column.addWidget(self._nothing, 1)

    @staticmethod
    def _group(rows: QVBoxLayout, heading: Words | None, lines: Sequence[QWidget]) -> None:
        rows.addSpacing(10)
        rows.addWidget(Divider())
        rows.addSpacing(6)
        if heading is not None:
            rows.addWidget(Label(heading, "head"))
            rows.addSpacing(2)
        for line in lines:
            rows.addWidget(line)

    def show_reference(self, reference: Reference) -> None:
        """Names of staff and points."""
        self._reference = reference
        self._show()

    def show_referral(self, opened: OpenedReferral) -> None:
        """One that was opened."""
        self._trouble.hide()
        if self.record() != opened.referral.record:
            self._scroll.verticalScrollBar().setValue(0)
        self._opened = opened
        self._show()
        announce(self, str(self._accepts.accessibleName()))

    def show_nothing(self) -> None:
        """Nothing is open: no letter of what was read stays in any label."""
        self._opened = None
        for line in (*self._needs, *self._unsaid):
            line.show_answer("circle", "text3", "")
        for label in (self._name, self._note):
            label.say("")
        self._scroll.hide()
        self._foot.hide()
        self._trouble.hide()
        self._nothing.show()

    def failed(self, sentence: Words) -> None:
        """It could not be opened, or not be marked."""
        self._trouble.show_state("warn", "warning-fill", sentence)
        self._trouble.show()

    def record(self) -> str | None:
        """The record that is open, or None."""
        return self._opened.referral.record if self._opened is not None else None

    def receive(self) -> None:
        """R: say that it was received, once."""
        if self._opened is not None and self._opened.referral.received_at is None:
            self.receive_asked.emit(self._opened.referral.record)

    def go_to_person(self) -> None:
        """P: her page, where her telephone is."""
        if self._opened is not None:
            self.person_asked.emit(self._opened.referral.record)

    def retranslate(self) -> None:
        super().retranslate()
        if getattr(self, "_opened", None) is not None:
            self._show()

    def _show(self) -> None:
        opened = self._opened
        if opened is None:
            return
        row = opened.referral
        self._nothing.hide()
        self._scroll.show()
        self._foot.show()
        self._avatar.show_initials(row.initials or row.code[-1:])
        self._name.say(row.listed_name)
        self._code.show_state(row.code)
        icon, title, more = _ACCEPTS[opened.accepts]
        self._accepts.show_state("soft", icon, title, more)
        _show_answers(self._needs, opened.needs, "check-circle-fill", "primary")
        _show_answers(self._unsaid, opened.unsaid, "minus-circle", "text3")
        self._unsaid_head.setVisible(bool(opened.unsaid))
        self._note.say(opened.note or NO_NOTE)
        staff = self._reference.staff.get(row.sealed_by or "") if self._reference is not None else None
        self._facts[WHERE].show_fact(point_of(row, self._reference))
        self._facts[WHO].show_fact(staff.name if staff is not None else None)
        self._facts[WHEN].show_fact(spoken_moment(local(row.sealed_at), self._today()))
        is_received = row.received_at is not None
        for part in (self._receive, self._told):
            part.setVisible(not is_received)
        self._received.setVisible(is_received)
        if row.received_at is not None:
            moment = spoken_moment(local(row.received_at), self._today())
            self._received.show_state(RECEIVED.fill(moment=moment), "ok", "check-circle-fill")


def _show_answers(lines: list[_Line], codes: tuple[str, ...], icon: str, colour: str) -> None:
    """Say the questions in the words of whoever asked; one this version does not know stays away."""
    sentences = {each.code: each.sentence(language()) for each in support_questions()}
    for line, code in zip(lines, [*codes, *([""] * len(lines))], strict=False):
        line.setVisible(bool(code))
        line.show_answer(icon, colour, sentences.get(code, code))
