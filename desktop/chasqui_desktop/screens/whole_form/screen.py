"""The whole form of one person: sections at the left, the open one at the right, each answer kept by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.book import Person
from chasqui_desktop.screens.form_sections import SECTIONS, progress
from chasqui_desktop.screens.people import facts
from chasqui_desktop.screens.register.burst import Burst
from chasqui_desktop.screens.register.business_card import BusinessCard
from chasqui_desktop.screens.register.card_stack import CardStack
from chasqui_desktop.screens.register.codes_heard import CodesHeard
from chasqui_desktop.screens.register.desk_card import DeskCard
from chasqui_desktop.screens.register.person_card import PersonCard
from chasqui_desktop.screens.whole_form import questions
from chasqui_desktop.screens.whole_form.desk_page import DeskPage
from chasqui_desktop.screens.whole_form.question_card import QuestionCard
from chasqui_desktop.screens.whole_form.scans import MORE_TO_COME, Answer, compared, unread
from chasqui_desktop.screens.whole_form.section_list import SectionList
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.footer import KeyHint
from chasqui_desktop.widgets.labels import Avatar, Badge, Divider, IconMark, Label
from chasqui_desktop.widgets.toast import Toast
from chasqui_desktop.words import Words, say
from chasqui_sync.core.codes import Code

TITLE = say("WholeForm", "Ficha completa")
KEPT = say("WholeForm", "Cada respuesta se guarda sola")
KEEPING = say("WholeForm", "Guardando…")
CALM = say("WholeForm", "Nada de esto hace falta para inscribirse. Se completa con calma, por ejemplo en la llamada.")
NEXT = say("WholeForm", "siguiente")
OTHER = say("WholeForm", "otra sección")
BACK = say("WholeForm", "Volver a la lista")
DONE = say("WholeForm", "Listo")
NARROW = 1000


class WholeForm(Dressed, QWidget):
    """Asks that changed fields be kept, one act at a time, so that each says truly what it had seen."""

    amend_asked = Signal(str, object, object)
    """Record, changed fields, what was seen of them (``Book.amend``): answer with ``kept`` or ``keep_failed``."""
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self._due: dict[str, Any] = {}
        self._is_keeping = False
        self._at = 0
        self._avatar = Avatar("", 42, strong=True)
        self._name = Label("", "card").wrapped()
        self._code = Badge("", "quiet", code=True)
        self._list = SectionList()
        self._title = Label("", "title")
        self._kept_mark = IconMark("check-circle-fill", "ok", 18)
        self._kept = Label(KEPT, "second")
        self._person_page = DeskPage(PersonCard, today, self)
        self._business_page = DeskPage(BusinessCard, today, self)
        self._cards = {
            "situation": QuestionCard(questions.SITUATION, today),
            "access": QuestionCard(questions.ACCESS, today),
            "sales": QuestionCard(questions.SALES, today),
            "contact": QuestionCard(questions.CONTACT, today),
            "programme": QuestionCard(questions.PROGRAMME, today),
        }
        self._pages: dict[str, DeskCard | QuestionCard] = {
            "person": self._person_page.card,
            "business": self._business_page.card,
            **self._cards,
        }
        self._stack = CardStack(*(self._pages[section.name] for section in SECTIONS))
        self._codes = CodesHeard(today, lambda: self._person_page.form.scheme)
        self._burst = Burst(self, self._codes.is_code)
        self._told = Toast(self)
        self._trouble = Banner("bad")
        self._trouble.hide()
        self._back = Button(BACK, "quiet", "arrow-left", "Esc")
        self._done = Button(DONE, "primary", "check", "Ctrl Enter")
        self._set_out()
        self._connect()
        self.put_on()

    def _set_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._side())
        row.addWidget(self._front(), 1)

    def _side(self) -> Card:
        side = Card("plain", margins=(1, 12, 1, 12), gap=10)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(11)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._name)
        words.addWidget(self._code, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        calm = QHBoxLayout()
        calm.setContentsMargins(14, 0, 14, 0)
        calm.setSpacing(8)
        calm.addWidget(IconMark("info", "text3", 18), 0, Qt.AlignmentFlag.AlignTop)
        calm.addWidget(Label(CALM, "hint").wrapped(), 1)
        side.column.addLayout(head)
        side.column.addWidget(Divider())
        side.column.addWidget(self._list)
        side.column.addStretch(1)
        side.column.addWidget(Divider())
        side.column.addLayout(calm)
        self._side_card = side
        return side

    def _front(self) -> Card:
        front = Card("plain", margins=(22, 14, 22, 14), gap=8)
        head = QHBoxLayout()
        head.setContentsMargins(5, 0, 5, 0)
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._kept_mark)
        head.addWidget(self._kept)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(KeyHint("Enter", NEXT))
        foot.addWidget(KeyHint("Ctrl ↓", OTHER))
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._done)
        front.column.addLayout(head)
        front.column.addWidget(self._stack, 1)
        front.column.addWidget(self._trouble)
        front.column.addLayout(foot)
        self._front_card = front
        return front

    def _connect(self) -> None:
        self._list.asked.connect(self.go)
        self._back.clicked.connect(self.left)
        self._done.clicked.connect(self.left)
        for page in (self._person_page, self._business_page):
            page.changed.connect(self._change)
        for card in self._cards.values():
            card.changed.connect(self._change)
        self._burst.heard.connect(self._hear)
        person_card = self._person_page.card
        assert isinstance(person_card, PersonCard)
        # a scanner reads here, the panel with photo and camera is the desk's
        person_card.offer_no_scanning()
        person_card.zone_given.connect(self._hear)
        for at, section in enumerate(SECTIONS):
            order = self._pages[section.name].order
            order.ended.connect(lambda at=at: self.go(at + 1))
            order.began.connect(lambda at=at: self.go(at - 1, from_end=True))
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+Down", lambda: self.go(self._at + 1)),
            ("Ctrl+Up", lambda: self.go(self._at - 1)),
            ("Ctrl+Return", self.left.emit),
            ("Ctrl+Enter", self.left.emit),
            ("Esc", self.left.emit),
        ):
            QShortcut(QKeySequence(keys), self, act, context=within)

    # ---------------------------------------------------------------- a person
    def open(self, person: Person) -> None:
        """Show a person from the first section that is not whole."""
        self._due, self._is_keeping = {}, False
        self._codes.forget()
        self._told.dismiss()
        self._trouble.hide()
        self._show(person, fresh=True)
        open_ones = (
            at
            for at, section in enumerate(SECTIONS)
            if progress(section, person.fields).answered < progress(section, person.fields).asked
        )
        self.go(next(open_ones, 0))

    def record(self) -> str | None:
        """Whose form it is."""
        return self._person.record if self._person is not None else None

    def code(self) -> str:
        """What is on her slip; empty before anybody is opened."""
        return self._person.code if self._person is not None else ""

    def kept(self, person: Person) -> None:
        """What was asked is on the disk; ``person`` as she is now."""
        if self._person is None or person.record != self._person.record:
            return
        self._is_keeping = False
        self._trouble.hide()
        self._show(person, fresh=False)
        self._keep_due()

    def keep_failed(self, sentence: Words) -> None:
        """It could not be written: it stays on screen, and goes with the next answer."""
        self._is_keeping = False
        self._trouble.show_state("bad", "warning-circle-fill", sentence)
        self._trouble.show()
        self._say_kept()

    def go(self, at: int, *, from_end: bool = False) -> None:
        """Open a section; beyond the last or the first nothing happens."""
        if at not in range(len(SECTIONS)):
            return
        self._at = at
        section = SECTIONS[at]
        self._title.say(section.words)
        self._list.show_here(at)
        page = self._pages[section.name]
        self._stack.show_card(page)
        if from_end:
            page.order.last()
        else:
            page.order.first()

    def _show(self, person: Person, *, fresh: bool) -> None:
        self._person = person
        known = {**person.fields, **self._due}
        self._avatar.show_initials(facts.initials(person))
        self._name.say(facts.name(person))
        self._code.show_state(person.code)
        for page in (self._person_page, self._business_page):
            page.show_person(person, fresh=fresh)
        for card in self._cards.values():
            card.show_answers(known, fresh=fresh)
        self._show_progress()

    def _show_progress(self) -> None:
        if self._person is None:
            return
        known = {**self._person.fields, **self._due}
        for section, entry in zip(SECTIONS, self._list.entries, strict=True):
            entry.show_progress(progress(section, known))
        self._say_kept()

    # ---------------------------------------------------------------- codes
    def _hear(self, text: str) -> None:
        """A scanner typed this, or a zone was pasted: no field has it."""
        if self._person is None:
            return
        code = self._codes.whole(text)
        if code is None:
            self._tell(MORE_TO_COME)
            return
        reading, wrong = self._codes.read((Code(code),))
        if reading is None:
            self._tell(unread(wrong))
            return
        page = self._business_page if reading.what == "ruc" else self._person_page
        control = self._pages[SECTIONS[self._at].name].order.focused()
        answer = compared(page.form, self._person.code, reading, control.objectName() if control else "")
        if answer.part:
            page.take(answer.part, reading)
        self._tell(answer)

    def _tell(self, answer: Answer) -> None:
        self._told.tell(answer.title, answer.more, ok=answer.ok)
        self._place_told()

    def _place_told(self) -> None:
        """Over the head of the form, at its right: it covers no field."""
        front, px = self._front_card, look().px
        size = self._told.sizeHint()
        right = front.x() + front.width() - px(12)
        self._told.setGeometry(max(front.x(), right - size.width()), front.y() + px(5), *size.toTuple())
        self._told.raise_()

    # ---------------------------------------------------------------- keeping
    def _change(self, changed: dict[str, Any]) -> None:
        # a new map: the one before may be on its way to the disk
        self._due = {**self._due, **changed}
        self._show_progress()
        self._keep_due()

    def _keep_due(self) -> None:
        person = self._person
        if self._is_keeping or person is None:
            return
        due = {name: value for name, value in self._due.items() if person.fields.get(name) != value}
        self._due = due
        if due:
            self._is_keeping = True
            self.amend_asked.emit(
                person.record, due, {name: person.heads[name] for name in due if name in person.heads}
            )
        self._say_kept()

    def _say_kept(self) -> None:
        self._kept.say(KEEPING if self._due else KEPT)
        self._kept_mark.show_icon("clock" if self._due else "check-circle-fill", "text3" if self._due else "ok")

    def dress(self) -> None:
        self._side_card.setFixedWidth(look().px(290))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place_told()

    def _fit(self) -> None:
        """Where there is room for one thing alone, it is the questions."""
        self._side_card.setVisible(self.width() >= look().px(NARROW))
