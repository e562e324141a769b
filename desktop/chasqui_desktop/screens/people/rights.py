"""A person's rights over what is known of her: what she allowed, and taking it back, purpose by purpose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.book import Person
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.screens.people import facts
from chasqui_desktop.screens.scanner_kept_out import NOT_HERE, NOTHING_CHANGED, keep_scanner_out
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card
from chasqui_desktop.widgets.footer import KeyHint
from chasqui_desktop.widgets.labels import Avatar, Badge, Divider, IconMark, KeyCap, Label
from chasqui_desktop.widgets.page_body import PageBody
from chasqui_desktop.widgets.signed import SIGNED, SignedMark
from chasqui_desktop.words import Phrase, Words, language, say
from chasqui_resources.consent import ConsentText, consent_text, consent_versions
from chasqui_sync.core.records import PURPOSES, VIEWERS

TITLE = say("Rights", "Derechos de la persona")
LEAD = say("Rights", "Puede retirar cada permiso cuando quiera, gratis. Vale desde hoy, también sin señal.")
GIVEN = say("Rights", "Aceptó · {moment}")
REFUSED = say("Rights", "Dijo que no")
NOT_ASKED = say("Rights", "No se le preguntó")
WITHDRAWN = say("Rights", "Retirado · {moment}")
WITHDRAW = say("Rights", "Retirar")
ASK = say("Rights", "Retirar «{purpose}» desde hoy.")
ASK_MORE = say("Rights", "Nadie más la contactará por esto. No se puede deshacer desde aquí.")
BACK = say("Rights", "Volver a la lista")
ERASE = say("Rights", "Borrar todo lo suyo")
ERASE_LEAD = say("Rights", "Cuando ella lo pide. Se borra aquí, en la sede y en todos los equipos.")
ASK_TO_ERASE = say("Rights", "Borrar para siempre todo lo de {name}.")
ERASE_MORE = say("Rights", "No queda nada, ni aquí ni en la sede, y nadie puede deshacerlo.")
ERASE_KEY = Qt.Key.Key_6
HAND_OVER = say("Rights", "Entregarle sus datos")
SIGNED_ELSEWHERE = say("Rights", "Firmó en pantalla; la firma va a la sede")
CHOOSE = say("Rights", "elegir el permiso")
CONFIRM = say("Rights", "retirarlo")

WITH_HINTS = 900
"""Width, of the drawings, under which the foot has its buttons alone."""
_SIGNS = {GIVEN: ("check-circle-fill", "ok"), WITHDRAWN: ("hand", "text2")}


class Standing(NamedTuple):
    """How one purpose stands: its sign, what is said, whether it can be taken back."""

    icon: str
    colour: str
    words: Words
    can_withdraw: bool


def told(person: Person, purpose: str) -> tuple[Phrase, int | None]:
    """Say what was answered about a purpose, with a place for the moment, and when (ms since 1970 UTC)."""
    field = f"consent_{purpose}"
    answer = person.fields.get(field)
    if answer:
        given = person.fields.get("consent") or {}
        return GIVEN, given.get("at", person.saved_at)
    taken_back = [act.saved_at for act in person.history if act.action == "withdraw" and field in act.fields]
    if taken_back:
        return WITHDRAWN, max(taken_back)
    return (NOT_ASKED if answer is None else REFUSED), None


def standing(person: Person, purpose: str, today: date) -> Standing:
    """Say how a purpose stands, from the answer and this laptop's history of it."""
    said, at = told(person, purpose)
    words = said if at is None else said.fill(moment=spoken_moment(local(at), today))
    icon, colour = _SIGNS.get(said, ("minus-circle", "text3"))
    return Standing(icon, colour, words, can_withdraw=said is GIVEN)


class PurposeLine(QWidget):
    """One purpose: its number, what it is, how it stands, and taking it back."""

    asked = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self._mark = IconMark("circle", "text3", 20)
        self._title = Label("", "head").wrapped()
        self._state = Label("", "second")
        self.withdraw = Button(WITHDRAW, "quiet", "hand", str(number))
        self.withdraw.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.withdraw.clicked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.withdraw)

    def show_standing(self, title: str, now: Standing) -> None:
        """Say what it is and how it stands."""
        self._mark.show_icon(now.icon, now.colour)
        self._title.say(title)
        self._state.say(now.words)
        self.withdraw.setVisible(now.can_withdraw)
        self.withdraw.setAccessibleName(str(ASK.fill(purpose=title)))
        self.setAccessibleName(f"{title}: {now.words}")


class _EraseLine(QWidget):
    """The last right: that nothing is left."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(ERASE, "head"))
        words.addWidget(Label(ERASE_LEAD, "second").wrapped())
        erase = Button(ERASE, "danger", "trash", "6")
        erase.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        erase.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(IconMark("trash", "bad", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(erase)


class _KeysHere(Card):
    """Takes the keys for the page, and says whose page it is."""

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(f"{TITLE}. {LEAD}")


class Rights(QWidget):
    """Asks twice before a permission is taken back, in the page itself: no box, no haste."""

    withdraw_asked = Signal(str, str)
    """Record and purpose (one of ``PURPOSES``): answer with ``show_person``, or ``failed``."""
    erase_asked = Signal(str)
    """All of this record's person is to be erased: answer with another page, or ``failed``."""
    dossier_asked = Signal(str)
    """All that is kept of this record's person, for her."""
    left = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._person: Person | None = None
        self._chosen: str | None = None
        self._avatar = Avatar("", 42, strong=True)
        self._name = Label("", "card")
        self._code = Badge("", "quiet", code=True)
        self._has_signed, self._signed = Label(SIGNED, "hint", "second"), SignedMark()
        self._has_signed.hide()
        self._lines = {purpose: PurposeLine(at) for at, purpose in enumerate(PURPOSES, 1)}
        for purpose, line in self._lines.items():
            line.asked.connect(lambda purpose=purpose: self._choose(purpose))
        self._question = Banner("warn")
        self._question.acted.connect(self._confirm)
        self._trouble = Banner("bad")
        self._is_erasing = False
        self._erase = _EraseLine()
        self._erase.asked.connect(self._choose_to_erase)
        self._erase.hide()
        self._hand_over = Button(HAND_OVER, "quiet", "printer", "F8")
        self._hand_over.clicked.connect(self.hand_over)
        self._back = Button(BACK, "quiet", "arrow-left", "Esc")
        self._back.clicked.connect(self.left)
        self._set_out()
        keep_scanner_out(self, self._tell_scanner)

    def _set_out(self) -> None:
        card = _KeysHere("plain", margins=(22, 16, 22, 14), gap=6)
        # the keys climb from it to the page; the ring goes around what they are about
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(card)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._avatar)
        head.addWidget(self._name)
        head.addWidget(self._code)
        head.addStretch(1)
        head.addWidget(self._has_signed)
        head.addWidget(self._signed)
        card.column.addLayout(head)
        card.column.addSpacing(6)
        card.column.addWidget(Label(TITLE, "title"))
        card.column.addWidget(Label(LEAD, "second").wrapped())
        card.column.addWidget(self._scrolling_lines(), 1)
        card.column.addWidget(self._question)
        card.column.addWidget(self._trouble)
        card.column.addLayout(self._foot())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.addWidget(card)

    def _scrolling_lines(self) -> PageBody:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for line in (*self._lines.values(), self._erase):
            column.addWidget(Divider())
            column.addWidget(line)
        column.addStretch(1)
        self._body = PageBody()
        self._body.setWidget(lines)
        return self._body

    def _foot(self) -> QHBoxLayout:
        self._hints = QWidget()
        hints = QHBoxLayout(self._hints)
        hints.setContentsMargins(0, 0, 0, 0)
        hints.setSpacing(3)
        for digit in range(1, len(PURPOSES) + 1):
            hints.addWidget(KeyCap(str(digit)))
        hints.addWidget(Label(CHOOSE, "hint", "second"))
        hints.addSpacing(7)
        hints.addWidget(KeyHint("Enter", CONFIRM))
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._hints)
        foot.addStretch(1)
        foot.addWidget(self._hand_over)
        foot.addWidget(self._back)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # large type leaves the buttons their room: each line says its figure itself
        self._hints.setVisible(self.width() >= look().px(WITH_HINTS))

    def show_person(self, person: Person) -> None:
        """Show how things stand for a person."""
        self._person = person
        self._choose(None)
        self._avatar.show_initials(facts.initials(person))
        self._name.say(facts.name(person).replace("\n", " "))
        self._code.show_state(person.code)
        self._signed.show_picture(person.signature)
        signed_where = facts.signature(person)
        self._has_signed.setVisible(signed_where is not None)
        self._has_signed.say(SIGNED if person.signature else SIGNED_ELSEWHERE)
        titles = purpose_titles(person)
        for purpose, line in self._lines.items():
            line.show_standing(titles[purpose], standing(person, purpose, self._today()))

    def show_role(self, role: str) -> None:
        """Erasing is for who answers for a whole office; a promoter asks hers."""
        self._erase.setVisible(role in VIEWERS)

    def hand_over(self) -> None:
        """F8: what is kept of her, for her to take."""
        if self._person is not None:
            self.dossier_asked.emit(self._person.record)

    def failed(self, sentence: Words) -> None:
        """It could not be written: nothing has changed, and what was asked can be asked again."""
        self._choose(None)
        self._trouble.show_state("bad", "warning-circle-fill", sentence)
        self._trouble.show()

    def _tell_scanner(self) -> None:
        self._choose(None)
        self._trouble.show_state("warn", "barcode", NOT_HERE, NOTHING_CHANGED)
        self._trouble.show()

    def _choose_to_erase(self) -> None:
        if self._person is None or self._erase.isHidden():
            return
        self._choose(None)
        self._is_erasing = True
        name = facts.name(self._person).replace("\n", " ")
        self._question.show_state("bad", "trash", ASK_TO_ERASE.fill(name=name), ERASE_MORE)
        self._question.offer(ERASE, "trash", "Enter")
        self._question.show()
        self._body.ensureWidgetVisible(self._erase)

    def _choose(self, purpose: str | None) -> None:
        self._is_erasing = False
        self._chosen = purpose
        self._trouble.hide()
        self._question.setVisible(purpose is not None)
        if purpose is not None and self._person is not None:
            self._body.ensureWidgetVisible(self._lines[purpose])
            self._question.show_state("warn", "hand", ASK.fill(purpose=purpose_titles(self._person)[purpose]), ASK_MORE)
            self._question.offer(WITHDRAW, "hand", "Enter")

    def _confirm(self) -> None:
        if self._is_erasing and self._person is not None:
            self._choose(None)
            self.erase_asked.emit(self._person.record)
            return
        if self._chosen is not None and self._person is not None:
            purpose, self._chosen = self._chosen, None
            self.withdraw_asked.emit(self._person.record, purpose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape and (self._chosen is not None or self._is_erasing):
            self._choose(None)
        elif event.key() == ERASE_KEY:
            self._choose_to_erase()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        elif at in range(len(PURPOSES)):
            self._choose_if_it_can(PURPOSES[at])
        else:
            super().keyPressEvent(event)

    def _choose_if_it_can(self, purpose: str) -> None:
        if self._person is not None and standing(self._person, purpose, self._today()).can_withdraw:
            self._choose(purpose)


def purpose_titles(person: Person) -> dict[str, str]:
    """Name the purposes as the notice did that she was read; as the newest does where that one is not carried."""
    given = person.fields.get("consent") or {}
    text = _text(given.get("version"))
    spoken = language() if language() in text.languages else "es"
    titles = {each.code: each.title[spoken] for each in text.purposes}
    return {purpose: titles.get(purpose, purpose) for purpose in PURPOSES}


def _text(version: object) -> ConsentText:
    carried = consent_versions()
    return consent_text(version if isinstance(version, str) and version in carried else carried[-1])
