"""The front of the desk: cards in a stack, header, side panel, footer, and how one moves between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.screens.register.alike import Alike
from chasqui_desktop.screens.register.alike_strip import AlikeStrip
from chasqui_desktop.screens.register.burst import Burst
from chasqui_desktop.screens.register.business_card import BusinessCard
from chasqui_desktop.screens.register.card_stack import CardStack
from chasqui_desktop.screens.register.closing_card import ClosingCard
from chasqui_desktop.screens.register.desk_card import DeskCard
from chasqui_desktop.screens.register.draft_watch import DraftWatch
from chasqui_desktop.screens.register.footer import DeskFooter
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.header import Header
from chasqui_desktop.screens.register.notice_card import NoticeCard
from chasqui_desktop.screens.register.person_card import PersonCard
from chasqui_desktop.screens.register.places import find_home
from chasqui_desktop.screens.register.scanning import Scanning
from chasqui_desktop.screens.register.sentences import place_of
from chasqui_desktop.screens.register.side_panel import SidePanel
from chasqui_desktop.screens.register.standing import Standing
from chasqui_desktop.screens.register.start_card import StartCard
from chasqui_desktop.screens.register.trouble_box import TroubleBox
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_sync.core.codes import Reading
from chasqui_sync.core.rules import Finding

NOTICE, PERSON, BUSINESS, CLOSING = range(4)
SCANNED_AT = frozenset({"", "scheme", "number", "has_ruc", "ruc"})
"""Where a scan answers the question itself, and the next one is gone to; from any other field the focus stays."""
WITH_PANEL = 1180
"""Width, of the drawings, under which the fields need the side panel's room."""


class DeskFront(Dressed, QWidget):
    """Shows one form on four cards and keeps everything around them in step with it."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        """``now`` is the laptop's own clock, aware of its time zone."""
        super().__init__(parent)
        self._now = now
        self.form = Form()
        self._standing = Standing()
        self._field_before_scanning = self._field_of_burst = ""
        self._make_cards()
        self.header, self.footer = Header(), DeskFooter()
        self.panel = SidePanel(self.form, self._today)
        self.strip = AlikeStrip()
        self._watch = DraftWatch(self.state, self)
        self._lay_out()
        self.scanning = Scanning(self, self.form, self._today)
        self._burst = Burst(self, self.scanning.is_code)
        self.alike = Alike(self.form, self._today, self)
        self._trouble = TroubleBox(self)
        self._trouble.stands.connect(self._give_way)
        self._bind_cards()
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._show_all()
        self.go(NOTICE)
        self.put_on()

    # ---------------------------------------------------------------- building
    def _make_cards(self) -> None:
        self.notice = NoticeCard(self.form, self._today, self._now_ms)
        self.person = PersonCard(self.form, self._today)
        self.business = BusinessCard(self.form, self._today)
        self.closing = ClosingCard(self.form, self._today)
        self.cards: tuple[DeskCard, ...] = (self.notice, self.person, self.business, self.closing)
        self.start = StartCard()

    def _today(self) -> date:
        return self._now().date()

    def _now_ms(self) -> int:
        return int(self._now().timestamp() * 1000)

    def _lay_out(self) -> None:
        self._stack = CardStack(*self.cards, self.start)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._stack, 1)
        self._middle.addWidget(self.panel)
        self._top = QVBoxLayout()
        self._top.addWidget(self.header)
        self._top.addWidget(self.strip)
        self._top.addLayout(self._middle, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top, 1)
        column.addWidget(self.footer)

    def retranslate(self) -> None:
        self._refresh()

    def dress(self) -> None:
        theme = look()
        px = theme.px
        self._middle.setSpacing(px(12))
        self._top.setSpacing(px(6 if theme.compact else 10))
        self._top.setContentsMargins(px(16), 0, px(16), px(8 if theme.compact else 22))

    def _bind_cards(self) -> None:
        for at, card in enumerate(self.cards):
            card.touched.connect(self._touched)
            card.settled.connect(self._settled)
            card.order.ended.connect(lambda at=at: self._turn(at + 1))
            card.order.began.connect(lambda at=at: self._turn_back(at - 1))
        self.header.stepper.asked.connect(self.go)
        self.footer.next_asked.connect(lambda: self.go(self.header.stepper.here + 1))
        self.closing.field_asked.connect(self.go_to_field)
        self.person.zone_given.connect(self.scanning.hear)
        self.person.scan_asked.connect(self.open_scanning)
        self._burst.heard.connect(self._hear_burst)
        self.scanning.taken.connect(self._show_reading)
        self.scanning.put_back.connect(self._show_put_back)
        self.scanning.closed.connect(self._back_from_scanning)
        self.scanning.panel.placed.connect(self.panel.make_room)
        self.alike.shown.connect(self._show_alike)
        self.alike.decided.connect(self._watch.changed)
        self.header.toast.gone.connect(self._show_strip)
        for shown in (self.panel.alike, self.strip):
            shown.same_asked.connect(self.alike.same)
            shown.other_asked.connect(self.alike.other)
        self.setAcceptDrops(True)

    def warm_up(self) -> None:
        """Set out and paint each card once, out of sight: its first turn would take a tenth of a second more."""
        for card in self.cards:
            QTimer.singleShot(0, card, lambda card=card: card.grab(self._stack.viewport().rect()))
        QTimer.singleShot(0, self, lambda: find_home("lima", None, ()))

    # ---------------------------------------------------------------- moving
    @property
    def here(self) -> int:
        """The card in front, from 0."""
        return self.header.stepper.here

    def go(self, at: int) -> None:
        """Bring card ``at`` (from 0) to the front, with the focus on its first field."""
        self._front(at)
        self.cards[at].order.first()

    def go_to_field(self, name: str) -> None:
        """Go to a field by its name, on whatever card it is."""
        at = next(at for at, card in enumerate(self.cards) if card.has_field(name))
        self._front(at)
        self.cards[at].focus(name)

    def enter(self) -> None:
        """The desk came to the front: go on where one was."""
        if not self._standing.is_chosen:
            self.start.ask()
        elif not self.field_in_focus():
            self.go(self.here)

    def field_in_focus(self) -> str:
        """Give the name of the field in focus, empty where none is."""
        if self._stack.current() is self.start:
            control = self.start.order.focused()
            return "" if control is None else control.objectName()
        if self.footer.save.hasFocus():
            return self.footer.save.objectName()
        return self.cards[self.here].field_in_focus()

    def _turn(self, at: int) -> None:
        if at < len(self.cards):
            self._watch.settled()
            self.go(at)
        else:
            self.footer.save.setFocus(Qt.FocusReason.TabFocusReason)

    def _turn_back(self, at: int) -> None:
        if at >= 0:
            self._front(at)
            self.cards[at].order.last()

    def _front(self, at: int) -> None:
        self.header.stepper.go(at)
        self._show_panel()
        if not self._standing.is_chosen:
            self._stack.show_card(self.start)
            self.footer.show_nothing()
            return
        self._stack.show_card(self.cards[at])
        self.footer.show_card(at)
        self._refresh()

    # ---------------------------------------------------------------- answers
    def state(self) -> dict[str, Any]:
        """Everything on the desk, and where one is: the draft."""
        return {**self.form.state(), "card": self.here, "field": self.field_in_focus()}

    @property
    def is_draft_kept(self) -> bool:
        """Whether everything typed so far is in the draft."""
        return self._watch.is_kept

    def _touched(self, _name: str) -> None:
        self._watch.changed()
        self._refresh()

    def _settled(self, _name: str) -> None:
        self._watch.settled()
        self._refresh()

    def _refresh(self) -> list[Finding]:
        findings = self.form.findings(self._today())
        self.person.show_hints()
        self.business.show_hints()
        for card in self.cards:
            card.say_findings(findings)
        self.closing.show_lines(findings)
        self.panel.show_form(findings)
        self.alike.changed()
        for at, done in enumerate(self._done(findings)):
            self.header.stepper.set_done(at, done)
        return findings

    def _done(self, findings: Sequence[Finding]) -> tuple[bool, bool, bool, bool]:
        form = self.form
        wrong = {place_of(each, form) for each in findings}
        purposes = [getattr(form, f"consent_{each}") for each in ("whatsapp", "six_months", "partners", "photos")]
        consented = bool(form.consent_programme) and form.consent_how is not None and None not in purposes
        person = not any(self.person.has_field(name) for name in wrong) and form.gender is not None
        business = form.sector is not None and form.stage is not None and form.channel is not None
        asked = form.support_skipped or len(form.support) == 6
        return consented, person, business and not any(self.business.has_field(name) for name in wrong), asked

    def _show_all(self) -> None:
        for card in self.cards:
            card.show_form()
        self._refresh()

    def _finish_fields(self) -> None:
        """What is half typed or half drawn is in the form as it stands: a save may come before a field is left."""
        self.person.write_names()
        self.notice.lift_pen()

    def _show_saving(self, saving: bool) -> None:
        self.footer.show_saving(saving)
        self.notice.show_saving(saving)

    # ---------------------------------------------------------------- who is like her
    def _show_alike(self) -> None:
        self.panel.show_alike(self.alike, self._standing.point_name)
        self._show_strip()
        self.person.show_phone_of(self.alike.phone_of)
        self.person.say_findings(self.form.findings(self._today()))

    # ---------------------------------------------------------------- scanning
    def open_scanning(self) -> None:
        """F4: the panel of scanning, or back from it."""
        if self._standing.is_chosen:
            self._field_before_scanning = self.field_in_focus()
            self.scanning.open()

    def _hear_burst(self, text: str) -> None:
        self._field_of_burst = self.field_in_focus()
        self.scanning.hear(text)
        self._field_of_burst = ""

    def _show_reading(self, reading: Reading) -> None:
        self._show_answers()
        if self._field_of_burst not in SCANNED_AT and self._field_of_burst == self.field_in_focus():
            return
        if self.here == BUSINESS and reading.ruc:
            self.go_to_field("tax_regime")
        elif self.isVisible():
            self.go_to_field(self.person.next_open())

    def _show_put_back(self) -> None:
        self._show_answers()
        self.go_to_field(self.person.next_open())

    def _show_answers(self) -> None:
        self.person.show_form()
        self.business.show_form()
        self._watch.changed()
        self._refresh()

    def _back_from_scanning(self, had_focus: bool) -> None:
        field, self._field_before_scanning = self._field_before_scanning, ""
        if had_focus and any(card.has_field(field) for card in self.cards):
            self.go_to_field(field)
        elif had_focus:
            self.go(self.here)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.scanning.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.scanning.drop(event.mimeData())

    # ---------------------------------------------------------------- Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.scanning.panel.isVisible():
            self.scanning.panel.close_panel()
        else:
            super().keyPressEvent(event)

    def _give_way(self, stands: bool) -> None:
        """Let the cards end above the trouble box, where it would cover them."""
        covered = self._stack.geometry().bottom() - self._trouble.y() + look().px(6)
        self._stack.give_way(max(0, covered) if stands else 0)

    def _show_panel(self) -> None:
        self.panel.setVisible(self._is_wide() and self._is_about_her())
        self._show_strip()

    def _show_strip(self) -> None:
        may_come = not self._is_wide() and self._is_about_her()
        self.strip.show_found(self.alike.found or (), " ".join(self.form.given_names.split()), may_come=may_come)
        self.header.setVisible(self.strip.isHidden() or self.header.has_something_to_say())

    def _is_wide(self) -> bool:
        return self.width() >= look().px(WITH_PANEL)

    def _is_about_her(self) -> bool:
        return self.here in (PERSON, BUSINESS) and self._standing.is_chosen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._trouble.place()
        self.scanning.panel.place()
        self._show_panel()
