"""The panel beside Persona and Negocio: the answers so far, the consent, the edition's quota."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from chasqui_desktop.book import Quota
from chasqui_desktop.screens.moments import local
from chasqui_desktop.screens.register import summary
from chasqui_desktop.screens.register.alike import Alike
from chasqui_desktop.screens.register.alike_card import AlikeCard
from chasqui_desktop.screens.register.desk_card import Clock
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.places import trade_name
from chasqui_desktop.screens.register.sentences import counts
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.cards import SideCard
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Badge, IconMark, Label
from chasqui_desktop.widgets.quota import QuotaMeter
from chasqui_desktop.words import Words, hour, language, percent, say
from chasqui_resources.consent import ConsentText
from chasqui_sync.core.records import PURPOSES
from chasqui_sync.core.rules import Finding, Weight

SUMMARY = say("Register", "Resumen")
NO_NAME = say("Register", "Falta el nombre")
COUNTS = say("Register", "Suma a la cuota")
DNI_WRONG = say("Register", "{document} incompleto")
DISTRICT_MISSING = say("Register", "Falta distrito")
PHONE_MISSING = say("Register", "Falta celular")
DOCUMENT_MISSING = say("Register", "Falta documento")
AGE_MISSING = say("Register", "Falta edad")
CONSENT = say("Register", "Consentimiento {version}")
READ = say("Register", "leído {hour}")
QUOTA = say("Register", "Cuota de la edición")
MIGRANT_OR_REFUGEE = say("Register", "migrante o refugiado")
MISSING_ONE = say("Register", "Falta 1 para llegar al {share}")
MISSING = say("Register", "Faltan {n} para llegar al {share}")
MET = say("Register", "Cuota cumplida: {share}")
NOBODY_YET = say("Register", "Aún sin registros en esta edición")
YES_TO = say("Register", "{purpose}: sí")
NO_TO = say("Register", "{purpose}: no")


class _Share:
    """A percentage written in the language of the moment it is read."""

    def __init__(self, share: float) -> None:
        self._share = share

    def __str__(self) -> str:
        return percent(round(100 * self._share, 1))


class FactRow(QWidget):
    """Icon, words, and something at the right."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._words = Label("", "value")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._right = Label("", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(IconMark(icon, "text2", 17))
        row.addWidget(self._words, 1)
        row.addWidget(self._right)

    def show_fact(self, words: Words, missing: Words, right: Words = "", *, wrong: bool = False) -> None:
        """Show ``words``, or what is missing in a quiet tone."""
        there = bool(str(words))
        self._words.say(words if there else missing)
        self._words.set_tone("bad" if wrong else ("" if there else "second"))
        self._right.say(right)


class ConsentMark(QWidget):
    """One purpose with a tick or a dash."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("minus-circle", "text2", 15)
        self._words = Label("", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._mark)
        row.addWidget(self._words)

    def show_answer(self, purpose: str, agreed: bool) -> None:
        self._mark.show_icon("check-circle-fill" if agreed else "minus-circle", "ok" if agreed else "text2")
        self._words.say(purpose)
        self._words.set_role("value" if agreed else "second")
        self._words.setAccessibleName(str((YES_TO if agreed else NO_TO).fill(purpose=purpose)))


class SidePanel(Dressed, QWidget):
    """304 px: Resumen, Consentimiento, Cuota. Shows the form; nothing here is answered."""

    def __init__(self, form: Form, today: Clock) -> None:
        super().__init__()
        self._form, self._today = form, today
        self._text: ConsentText | None = None
        self._summary = SideCard("user-circle", SUMMARY)
        self.alike = AlikeCard(today)
        self._consent = SideCard("handshake", CONSENT.fill(version=""))
        self._quota = SideCard("users-three", QUOTA)
        self._make_summary()
        self._make_consent()
        self._make_quota()
        self._has_quota = self._is_alike = False
        self._above = QSpacerItem(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addSpacerItem(self._above)
        for card in (self._summary, self.alike, self._consent, self._quota):
            # how high the reasons are is known once their width is; a fixed height would cut them
            upright = QSizePolicy.Policy.Preferred if card is self.alike else QSizePolicy.Policy.Fixed
            card.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
            column.addWidget(card)
        column.addStretch(1)
        self._column = column
        self._quota.hide()
        self.put_on()

    def _make_summary(self) -> None:
        self._counts = Badge(COUNTS, "warn")
        self._summary.set_right(self._counts)
        self._name = Label("", "card")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._document = FactRow("identification-card")
        self._age = FactRow("cake")
        self._home = FactRow("map-pin")
        self._phone = FactRow("phone")
        self._trade = FactRow("storefront")
        policy = self._counts.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._counts.setSizePolicy(policy)
        for part in (self._name, self._document, self._age, self._home, self._phone, self._trade):
            self._summary.column.addWidget(part)

    def _make_consent(self) -> None:
        self._read_at = Label("", "second")
        self._consent.set_right(self._read_at)
        self._marks = {purpose: ConsentMark() for purpose in PURPOSES}
        marks = list(self._marks.values())
        for line in (marks[:2], marks[2:]):
            row = QHBoxLayout()
            row.setSpacing(9)
            for mark in line:
                row.addWidget(mark)
            row.addStretch(1)
            self._consent.column.addLayout(row)

    def _make_quota(self) -> None:
        self._share = Label("", "title")
        self._of_whom = Label(MIGRANT_OR_REFUGEE, "second")
        self._meter = QuotaMeter()
        self._missing = Label("", "head", "warn")
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self._share)
        head.addWidget(self._of_whom, 1)
        self._quota.column.addLayout(head)
        self._quota.column.addWidget(self._meter)
        self._quota.column.addWidget(self._missing)

    def dress(self) -> None:
        self.setFixedWidth(look().px(304))

    # ---------------------------------------------------------------- showing
    def show_notice(self, text: ConsentText) -> None:
        """The notice in force, for its version and its short words."""
        self._text = text
        self._consent.set_title(CONSENT.fill(version=text.version))

    def show_form(self, findings: list[Finding]) -> None:
        """Show the answers so far."""
        form = self._form
        name = summary.name_in_lines(form)
        self._name.say(name or NO_NAME)
        self._name.set_tone("" if name else "second")
        self._counts.setVisible(counts(form))
        self._show_document(findings)
        self._age.show_fact(summary.age_and_gender(form, self._today()), AGE_MISSING)
        self._home.show_fact(summary.home(form), DISTRICT_MISSING)
        whatsapp = "WhatsApp" if form.whatsapp and form.phone.strip() else ""
        self._phone.show_fact(summary.phone(form), PHONE_MISSING, whatsapp)
        trade = trade_name(form.sector) if form.sector else ""
        self._trade.show_fact(trade, "")
        self._trade.setVisible(bool(trade))
        self._show_consent()

    def _show_document(self, findings: list[Finding]) -> None:
        form = self._form
        wrong = any(each.field == "document" and each.weight is Weight.HARD for each in findings)
        if wrong and form.document_number:
            self._document.show_fact(DNI_WRONG.fill(document=summary.document_name(form)), "", wrong=True)
        else:
            self._document.show_fact(summary.document_name(form), DOCUMENT_MISSING, summary.masked_number(form))

    def _show_consent(self) -> None:
        if self._text is None:
            return
        at = self._form.notice_read_at
        self._read_at.say(READ.fill(hour=hour(local(at))) if at is not None else "")
        for purpose in self._text.purposes:
            mark = self._marks.get(purpose.code)
            if mark is not None:
                short = purpose.short.get(language(), purpose.short["es"])
                mark.show_answer(short, bool(getattr(self._form, f"consent_{purpose.code}")))

    def make_room(self, px: int) -> None:
        """Leave so many px free at the top, for the panel of scanning; what is not about her identity steps back."""
        self._above.changeSize(0, px)
        self._consent.setVisible(not px)
        self._show_quota()
        self._column.invalidate()

    def show_alike(self, alike: Alike, point_name: Callable[[str | None], str]) -> None:
        """Who may be registered already; the quota steps back for her."""
        self._is_alike = bool(alike.found)
        # first, or the window would grow for a moment, and keep what it grew
        self._show_quota()
        if alike.found is None:
            self.alike.show_nothing()
        elif not alike.found:
            self.alike.show_nobody()
        else:
            given = " ".join(self._form.given_names.split())
            self.alike.show_found(alike.found, given, point_name(alike.found[0].outreach_point))

    def _show_quota(self) -> None:
        self._quota.setVisible(self._has_quota and not self._is_alike and not self._above.sizeHint().height())

    def show_quota(self, quota: Quota) -> None:
        """Show the edition's share as this laptop knows it."""
        minimum = _Share(quota.minimum)
        self._has_quota = True
        self._show_quota()
        self._share.say(DIGITS.fill(share=_Share(quota.share)))
        self._meter.show_quota(round(100 * quota.share, 1), round(100 * quota.minimum, 1))
        if quota.total == 0:
            self._missing.say(NOBODY_YET)
        elif quota.missing == 0:
            self._missing.say(MET.fill(share=_Share(quota.share)))
        elif quota.missing == 1:
            self._missing.say(MISSING_ONE.fill(share=minimum))
        else:
            self._missing.say(MISSING.fill(n=quota.missing, share=minimum))
        self._missing.set_tone("ok" if quota.total and quota.missing == 0 else "warn")

    def retranslate(self) -> None:
        self._show_consent()


DIGITS = say("Register", "{share}")
