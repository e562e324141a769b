"""One person in full, beside the list: who, where her record is, what was done, how much is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from chasqui_desktop.book import Person, Reference
from chasqui_desktop.screens.form_sections import completeness
from chasqui_desktop.screens.people import facts
from chasqui_desktop.screens.people.contested import ContestedCard
from chasqui_desktop.screens.people.lines import FactLine, SecretLine, StepLine
from chasqui_desktop.screens.people.way import MOST_ENTRIES, Step, history, way
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.flow import FlowLayout
from chasqui_desktop.widgets.labels import Avatar, Badge, Divider, Label
from chasqui_desktop.widgets.quota import Bar
from chasqui_desktop.words import Words, say

DOCUMENT = say("People", "Documento")
PHONE = say("People", "Celular")
LIVES = say("People", "Vive en")
CHANNEL = say("People", "Canal")
CONSENT = say("People", "Consentimiento")
SIGNATURE = say("People", "Firma")
REFERRAL = say("People", "Derivación")
WAY = say("People", "Camino del registro")
HISTORY = say("People", "Historia")
WHOLE_FORM = say("People", "Ficha completa")
OF = say("People", "{n} de {m}")
COUNTS = say("People", "Suma a la cuota")
NOBODY = say("People", "Elige a una persona de la lista para ver dónde está su registro.")
FIX = say("People", "Falta corregir")

FORM = say("People", "Ficha")
RIGHTS = say("People", "Derechos")
SLIP = say("People", "Comprobante")

MOST_STEPS = 5


class PersonPanel(Card):
    """Shows one person; masked numbers come back masked with each of them."""

    form_asked = Signal()
    rights_asked = Signal()
    slip_asked = Signal()
    review_asked = Signal()

    def __init__(self, today: Callable[[], date], explain: Callable[[int], Words]) -> None:
        super().__init__("plain", margins=(18, 16, 6, 12), gap=0)
        self._today, self._explain = today, explain
        self._person: Person | None = None
        self._reference: Reference | None = None
        self._avatar = Avatar("", 50, strong=True)
        self._name = Label("", "card").wrapped()
        self._code = Badge("", "quiet", code=True)
        self._quota = Badge(COUNTS, "warn")
        self._fix = Badge(FIX, "warn", "warning-fill")
        self._reason = Label("", "second", "warn").wrapped()
        self._document, self._phone = SecretLine(DOCUMENT), SecretLine(PHONE)
        self._lives, self._channel, self._consent = FactLine(LIVES), FactLine(CHANNEL), FactLine(CONSENT)
        self._signature, self._referral = FactLine(SIGNATURE), FactLine(REFERRAL)
        self._way = [StepLine() for _ in range(MOST_STEPS)]
        self._history = [StepLine() for _ in range(MOST_ENTRIES + 1)]
        self._bar = Bar()
        self._known = Label("", "second")
        self._form = Button(FORM, "quiet", "pencil-simple", "E")
        self._form.clicked.connect(self.form_asked)
        self._rights = Button(RIGHTS, "quiet", "hand", "D")
        self._rights.clicked.connect(self.rights_asked)
        self._slip = Button(SLIP, "quiet", "printer", "F8")
        self._slip.clicked.connect(self.slip_asked)
        self._contested = ContestedCard()
        self._contested.acted.connect(self.review_asked)
        self._nobody = Label(NOBODY, "lead").wrapped()
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setContentsMargins(0, 0, 12, 0)
        self._scroll = QScrollArea()
        self._set_out()
        self.show_nobody()

    def _set_out(self) -> None:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(13)
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1)
        rows.addLayout(head)
        rows.addSpacing(8)
        badges = QWidget()
        flow = FlowLayout(badges, gap=6)
        for badge in (self._code, self._quota, self._fix):
            flow.addWidget(badge)
        rows.addWidget(badges)
        rows.addSpacing(6)
        acts = QWidget()
        act_flow = FlowLayout(acts, gap=8)
        for act in (self._form, self._rights, self._slip):
            act_flow.addWidget(act)
        rows.addWidget(acts)
        rows.addWidget(self._reason)
        rows.addWidget(self._contested)
        known_of_her = (self._document, self._phone, self._lives, self._channel)
        lines = (*known_of_her, self._consent, self._signature, self._referral)
        self._group(rows, None, lines)
        self._group(rows, WAY, self._way)
        self._group(rows, HISTORY, self._history)
        self._group(rows, WHOLE_FORM, ())
        known = QHBoxLayout()
        known.setSpacing(12)
        known.addWidget(self._bar, 1)
        known.addWidget(self._known)
        rows.addLayout(known)
        rows.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self._nobody, 1)

    def _group(self, rows: QVBoxLayout, heading: Words | None, lines: tuple[QWidget, ...] | list[StepLine]) -> None:
        rows.addSpacing(8)
        rows.addWidget(Divider())
        rows.addSpacing(6)
        if heading is not None:
            rows.addWidget(Label(heading, "head"))
            rows.addSpacing(4)
        for line in lines:
            rows.addWidget(line)

    def show_reference(self, reference: Reference) -> None:
        """Names of staff, points and editions."""
        self._reference = reference
        self._show()

    def show_person(self, person: Person) -> None:
        """The one chosen; the same one read again keeps a number that is being looked at."""
        same = self._person is not None and self._person.record == person.record
        self._person = person
        if not (same and (self._document.is_shown() or self._phone.is_shown())):
            self._show_numbers(person)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)
        self._show()

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        self._person = None
        self._scroll.hide()
        self._nobody.show()

    def contested(self) -> tuple[str, str] | None:
        """The record and field of hers that two wrote apart, the first of them."""
        return self._person.contested[0] if self._person is not None and self._person.contested else None

    def record(self) -> str | None:
        """The record on show, or None."""
        return self._person.record if self._person is not None else None

    def hide_numbers(self) -> None:
        """Hide whole numbers now."""
        self._document.hide_number()
        self._phone.hide_number()

    def retranslate(self) -> None:
        if getattr(self, "_person", None) is not None:
            self._show()

    def _show_numbers(self, person: Person) -> None:
        found = facts.document(person)
        self._document.show_secret(found[0] if found else "", found[1] if found else None)
        self._phone.show_secret("", facts.phone(person))

    def _show(self) -> None:
        person = self._person
        if person is None:
            return
        self._nobody.hide()
        self._scroll.show()
        self._avatar.show_initials(facts.initials(person))
        self._name.say(facts.name(person))
        self._code.show_state(person.code)
        self._quota.setVisible(facts.counts_for_quota(person))
        self._fix.setVisible(person.problem is not None)
        self._reason.setVisible(person.problem is not None)
        self._reason.say(self._explain(person.problem) if person.problem is not None else "")
        self._contested.show_fields([field for _record, field in person.contested])
        self._lives.show_fact(facts.home(person))
        self._channel.show_fact(facts.channel(person))
        self._consent.show_fact(facts.consent(person))
        self._signature.show_fact(facts.signature(person))
        today = self._today()
        self._referral.show_fact(facts.referral(person, today))
        _fill(self._way, way(person, today))
        _fill(self._history, history(person, self._reference, today))
        progress = completeness(person.fields)
        self._bar.show_share(progress.answered / progress.asked)
        words = OF.fill(n=progress.answered, m=progress.asked)
        self._bar.setAccessibleName(f"{WHOLE_FORM}: {words}")
        self._known.say(words)


def _fill(lines: list[StepLine], steps: list[Step]) -> None:
    for at, line in enumerate(lines):
        line.setVisible(at < len(steps))
        if at < len(steps):
            step = steps[at]
            line.show_step(step.icon, step.colour, step.words, step.at, reached=step.reached)
