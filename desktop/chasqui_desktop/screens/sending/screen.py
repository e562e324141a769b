"""Sending: state and one action, three posts, every registration's way, what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from chasqui_desktop.book import Counts, DeliveryFilter, DeliveryRow
from chasqui_desktop.line_state import Happening, Line, LineState, LineUse
from chasqui_desktop.screens.line_words import banner, sending_more, sending_title
from chasqui_desktop.screens.paging import PagedRows
from chasqui_desktop.screens.sending.advice import AdvicePanel
from chasqui_desktop.screens.sending.attention import KEY
from chasqui_desktop.screens.sending.relay import Relay
from chasqui_desktop.screens.sending.rows import SAVED_AT, columns
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card, ProgressLine
from chasqui_desktop.widgets.chip_groups import ChipGroup, Choice
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.widgets.rows import RowTable
from chasqui_desktop.words import Phrase, Words, say

TRY_NOW = say("Sending", "Probar ahora")
SEND_NOW = say("Sending", "Enviar ahora")
SEND_ANYWAY = say("Sending", "Enviar igual")
PAUSE = say("Sending", "Pausar")
RESUME = say("Sending", "Seguir")
AT_RISK = say("Sending", "{n} en riesgo")
CHIPS: dict[DeliveryFilter, Phrase] = {
    DeliveryFilter.TO_SEND: say("Sending", "Por enviar {n}"),
    DeliveryFilter.RECEIPTED: say("Sending", "Con recibo {n}"),
    DeliveryFilter.ATTENTION: say("Sending", "Por corregir {n}"),
}
EMPTY: dict[DeliveryFilter, Phrase] = {
    DeliveryFilter.TO_SEND: say("Sending", "Nada por enviar. Lo que registres aparecerá aquí."),
    DeliveryFilter.RECEIPTED: say("Sending", "Aún no llega ningún recibo. Lo guardado sigue seguro aquí."),
    DeliveryFilter.ATTENTION: say("Sending", "Nada por corregir."),
}
QUARANTINE_ONE = say("Sending", "1 necesita que la mires. Los demás siguieron.")
QUARANTINE = say("Sending", "{n} necesitan que las mires. Los demás siguieron.")
LIST = say("Sending", "Registros y dónde está cada uno")

PANEL = 352
NARROW = 1000
"""Under this effective width the panel goes away: the banner says what matters."""
LOW = 700
WHOLE_ROW = 796
"""Narrower than this one column has to go, or the last would be cut off at the side."""
ONE_LINE = 860
"""Narrower than this the banner's second sentence takes two lines."""


class SendingScreen(Dressed, QWidget):
    """Shows numbers that only receipts move. ``now`` gives the local, aware time; ``explain`` a verdict's sentence."""

    try_asked = Signal()
    pause_asked = Signal()
    resume_asked = Signal()
    page_asked = Signal(object, int, int)
    """A ``DeliveryFilter``, offset and limit."""
    person_asked = Signal(str)
    """Somebody's record is to be opened."""
    correct_asked = Signal(str)
    """Somebody's record is to be corrected."""

    def __init__(
        self, now: Callable[[], datetime], explain: Callable[[int], Words], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = LineState(Line.OFFLINE)
        self._counts = Counts(0, 0, 0, 0, 0, 0, None)
        self._banner = Banner("warn")
        self._banner.acted.connect(self.act)
        self._progress = ProgressLine()
        self._pause = Button(PAUSE, "quiet", "pause", "F5")
        self._pause.clicked.connect(self.act)
        self._top = QStackedWidget()
        self._relay = Relay()
        self._chips = ChipGroup([Choice(chosen, words.fill(n=0)) for chosen, words in CHIPS.items()], low=True)
        self._chips.set_value(DeliveryFilter.TO_SEND)
        self._chips.chosen.connect(self._choose)
        self._risk_mark = IconMark("shield-check-fill", "ok", 18)
        self._risk = Label("", "label")
        self._rows: PagedRows[DeliveryRow] = PagedRows(columns(lambda: now().date(), explain), self)
        self._rows.page_asked.connect(self._ask_page)
        self._table = RowTable(52, name=LIST)
        self._table.setModel(self._rows)
        self._table.doubleClicked.connect(self._open)
        self._empty = Label("", "lead").wrapped()
        self._list = QStackedWidget()
        self._panel = AdvicePanel(lambda: now().date())
        self._panel.correct_asked.connect(self.correct_asked)
        QShortcut(QKeySequence(KEY.replace(" ", "+")), self, self._panel.correct)
        self._explain = explain
        self._fresh = True
        self._set_out()
        self.put_on()
        self.show_line(self._state)
        self.show_counts(self._counts)

    def _set_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._top)
        left.addWidget(self._relay)
        left.addWidget(self._list_card(), 1)
        self._top.addWidget(self._banner)
        self._top.addWidget(self._sending_card())
        self._top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self._panel)

    def _sending_card(self) -> Card:
        card = Card("soft", margins=(18, 6, 14, 6), gap=0)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(IconMark("paper-plane-tilt-fill", "primary", 24))
        row.addWidget(self._progress, 1)
        row.addWidget(self._pause)
        card.column.addLayout(row)
        return card

    def _list_card(self) -> Card:
        card = Card("plain", margins=(1, 10, 1, 1), gap=8)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(8)
        head.addWidget(self._chips, 1)
        head.addWidget(self._risk_mark)
        head.addWidget(self._risk)
        card.column.addLayout(head)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list.addWidget(self._table)
        self._list.addWidget(self._empty)
        card.column.addWidget(self._list, 1)
        return card

    def show_line(self, state: LineState) -> None:
        """The line is now so; the banner, the ways and the advice follow."""
        self._state = state
        is_sending = state.line is Line.SENDING
        self._top.setCurrentIndex(1 if is_sending else 0)
        if is_sending:
            self._progress.show_progress(sending_title(state), sending_more(state), state.sent, state.waiting)
        else:
            self._show_banner()
        self._relay.show_line(state.line)
        self._panel.show_line(state)

    def show_counts(self, counts: Counts) -> None:
        """Numbers of the register, after a save or a round."""
        self._counts = counts
        self._relay.show_counts(counts)
        for chosen, words in CHIPS.items():
            self._chips.say_choice(chosen, words.fill(n=self._count(chosen)))
        self._risk.say(AT_RISK.fill(n=counts.at_risk))
        self._risk.set_tone("bad" if counts.at_risk else "ok")
        icon, colour = ("warning-fill", "bad") if counts.at_risk else ("shield-check-fill", "ok")
        self._risk_mark.show_icon(icon, colour)
        self._panel.show_counts(counts)
        if self._state.line is not Line.SENDING:
            self._show_banner()

    def show_attention(self, row: DeliveryRow | None) -> None:
        """The latest registration that headquarters holds apart, None where there is none."""
        reason = self._explain(row.problem) if row is not None and row.problem is not None else ""
        self._panel.show_attention(row, reason)

    def show_use(self, use: LineUse) -> None:
        """What the line has cost today, and how the clock stands."""
        self._panel.show_use(use)

    def add_happening(self, happening: Happening) -> None:
        """One more thing happened to what was sent."""
        self._panel.add(happening)

    def happenings(self) -> tuple[Happening, ...]:
        """What the panel tells, the latest first."""
        return self._panel.happenings()

    def read_again(self) -> None:
        """The register changed: ask for the rows on screen again."""
        self._rows.read_again()

    def show_page(self, chosen: DeliveryFilter, offset: int, limit: int, rows: Sequence[DeliveryRow]) -> None:
        """The rows asked for; those of a chip no longer chosen are dropped."""
        if chosen is not self._chosen():
            return
        is_last = len(rows) < limit
        total = offset + len(rows) if is_last else max(self._count(chosen), offset + len(rows) + 1)
        fresh, self._fresh = self._fresh and offset == 0, False
        self._rows.take(offset, list(rows), total, fresh=fresh)
        self._empty.say(EMPTY[chosen])
        had_focus = self._table.hasFocus()
        self._list.setCurrentIndex(0 if total else 1)
        if had_focus and not total:
            # the sentence in its place is nothing to be in
            self._chips.setFocus()

    def act(self) -> None:
        """F5 here: start, pause or go on, whatever the state offers."""
        if self._state.line is Line.SENDING:
            self.pause_asked.emit()
        elif self._state.line is Line.PAUSED:
            self.resume_asked.emit()
        else:
            self.try_asked.emit()

    def enter(self) -> None:
        """The screen comes to the front: the list has the focus, or the chips where it is empty; it is read again."""
        (self._table if self._list.currentIndex() == 0 else self._chips).setFocus()
        self._rows.read_again()

    def table(self) -> RowTable:
        """The list of registrations on their way."""
        return self._table

    def _show_banner(self) -> None:
        receipted = self._counts.office + self._counts.headquarters
        notice = banner(self._state, self._counts.laptop, receipted)
        more, apart = notice.more, self._counts.attention
        if apart and self._state.line is Line.CONNECTED:
            more = QUARANTINE_ONE if apart == 1 else QUARANTINE.fill(n=apart)
        self._banner.show_state(notice.ground, notice.icon, notice.title, more)
        if self._state.line is Line.PAUSED:
            self._banner.offer(RESUME, "play", "F5")
        elif self._state.line is Line.CONNECTED:
            self._banner.offer(SEND_NOW, "paper-plane-tilt", "F5")
        elif self._state.line is Line.USED_UP:
            self._banner.offer(SEND_ANYWAY, "paper-plane-tilt", "F5")
        else:
            self._banner.offer(TRY_NOW, "arrow-clockwise", "F5")

    def _count(self, chosen: DeliveryFilter) -> int:
        match chosen:
            case DeliveryFilter.TO_SEND:
                return self._counts.laptop
            case DeliveryFilter.RECEIPTED:
                return self._counts.office + self._counts.headquarters
            case DeliveryFilter.ATTENTION:
                return self._counts.attention

    def _chosen(self) -> DeliveryFilter:
        chosen = self._chips.value()
        return chosen if isinstance(chosen, DeliveryFilter) else DeliveryFilter.TO_SEND

    def _choose(self, _chosen: object) -> None:
        self._chips.set_value(self._chosen())
        self._fresh = True
        self._rows.start_over()

    def _ask_page(self, offset: int, limit: int) -> None:
        self.page_asked.emit(self._chosen(), offset, limit)

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index.row()) if index.isValid() else None
        if row is not None:
            self.person_asked.emit(row.record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self._table.currentIndex())
            return
        super().keyPressEvent(event)

    def dress(self) -> None:
        px = look().px
        self._panel.setFixedWidth(px(PANEL))
        self._relay.setFixedHeight(px(150))
        self._table.set_shares(206, 98, 132, 144, 126, 86)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        wide = self.width() >= px(NARROW)
        self._panel.setVisible(wide)
        left = self.width() - (px(PANEL + 12) if wide else 0) - 32
        self._top.setFixedHeight(px(64 if left >= px(ONE_LINE) else 84))
        # when it was saved is said where she is opened, too
        self._table.setColumnHidden(SAVED_AT, left < px(WHOLE_ROW))
        self._relay.setVisible(self.height() >= px(LOW) * 0.75)
