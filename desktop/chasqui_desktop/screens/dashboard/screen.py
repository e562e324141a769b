"""The dashboard: whose figures and since when, the quota, four figures, and charts that turn into tables."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from chasqui_desktop.board import Board, DayBar, board_of
from chasqui_desktop.book import Area, Counts, Period, Reference, Tally
from chasqui_desktop.screens.dashboard.figures import ChartCard, FigureCard, split_columns, step_columns
from chasqui_desktop.screens.dashboard.quota_card import QuotaCard
from chasqui_desktop.screens.moments import spoken_moment
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Ground
from chasqui_desktop.widgets.charts import ChartBar, DayBars, Legend, SplitBars, StepBars
from chasqui_desktop.widgets.chip_groups import ChipGroup, Choice
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words, number, percent, say, weekday

AREAS: dict[Area, Words] = {
    Area.POINT: say("Dashboard", "Mi punto"),
    Area.OFFICE: say("Dashboard", "Mi oficina"),
    Area.EDITION: say("Dashboard", "Toda la edición"),
}
EACH: dict[Area, Words] = {
    Area.POINT: say("Dashboard", "Por punto"),
    Area.OFFICE: say("Dashboard", "Por oficina"),
    Area.EDITION: say("Dashboard", "Toda la edición"),
}
PERIODS: dict[Period, Words] = {
    Period.TODAY: say("Dashboard", "Hoy"),
    Period.WEEK: say("Dashboard", "7 días"),
    Period.EDITION: say("Dashboard", "Edición"),
}
ROLES_OVER_ALL = frozenset({"headquarters", "auditor"})
WHOSE, SINCE = say("Dashboard", "De quién"), say("Dashboard", "Desde cuándo")
TOLD = say("Dashboard", "Datos de la sede: {when}")
NEVER_TOLD = say("Dashboard", "Datos de la sede: aún no llegan")
UNSENT = say("Dashboard", "{n} de este equipo, sin enviar")
TABLE, CHARTS = say("Dashboard", "Tablas"), say("Dashboard", "Gráficos")
PRINT = say("Dashboard", "Imprimir")
RECORDS = say("Dashboard", "Registros")
PLANNED = say("Dashboard", "de {n} previstos")
IN_PERIOD: dict[Period, Words] = {
    Period.TODAY: say("Dashboard", "hoy"),
    Period.WEEK: say("Dashboard", "en 7 días"),
    Period.EDITION: say("Dashboard", "en la edición"),
}
TODAY: dict[Area, Words] = {
    Area.POINT: say("Dashboard", "Hoy en tu punto"),
    Area.OFFICE: say("Dashboard", "Hoy en tu oficina"),
    Area.EDITION: say("Dashboard", "Hoy en la edición"),
}
TODAY_COUNTED = say("Dashboard", "{n} suman ({share})")
NO_DETAIL = say("Dashboard", "menos de 5: sin detalle")
NOBODY_TODAY = say("Dashboard", "nadie todavía")
AT_RISK = say("Dashboard", "En riesgo")
IN_OFFICE = say("Dashboard", "{n} en la oficina, por subir")
ON_LAPTOP = say("Dashboard", "{n} en este equipo, por enviar")
ALL_SENT = say("Dashboard", "todo tiene recibo")
COMPLETE = say("Dashboard", "Datos completos")
TO_COMPLETE = say("Dashboard", "{n} por completar")
NONE_MISSING = say("Dashboard", "no falta nada")
PER_DAY = say("Dashboard", "Registros por día")
DAY = say("Dashboard", "Día")
TODAY_WORD = say("Dashboard", "hoy")
WAY = say("Dashboard", "Camino de la edición")
STEP = say("Dashboard", "Paso")
LATER = say("Dashboard", "Contactados y clases: aún sin datos. Grupos de menos de 5: sin detalle.")
CHANNELS, CHANNEL = say("Dashboard", "Por dónde se enteraron"), say("Dashboard", "Canal")
DISTRICTS = say("Dashboard", "Distrito")
EACH_TITLE: dict[Area, Words] = {
    Area.POINT: say("Dashboard", "Punto de difusión"),
    Area.OFFICE: say("Dashboard", "Oficina"),
}
EMPTY = say("Dashboard", "Aún sin registros")
COUNTING = say("Dashboard", "Contando…")
NO_EDITION = say("Dashboard", "Aún no hay una edición")
NO_EDITION_MORE = say("Dashboard", "Llega con la primera señal. Si hay varias abiertas, elige una en Registrar.")

WIDE = 980
"""Effective width from which cards stand side by side."""


class DashboardScreen(Dressed, QWidget):
    """Asks for a tally and shows it; answers to a choice that moved on are dropped."""

    tally_asked = Signal(object, object)
    """``Area`` and ``Period``: answer with ``show_tally``."""
    print_asked = Signal(object)
    """The ``Board`` on show: answer with ``tell``."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._board: Board | None = None
        self._tables = False
        self._over_all = False
        self._areas = ChipGroup([Choice(area, words) for area, words in AREAS.items()], low=True)
        self._areas.set_value(Area.EDITION)
        self._periods = ChipGroup([Choice(period, words) for period, words in PERIODS.items()], low=True)
        self._periods.set_value(Period.EDITION)
        for group in (self._areas, self._periods):
            group.chosen.connect(self._choose)
        self._told_mark = IconMark("clock-counter-clockwise", "text2", 16)
        self._told = Label("", "value", "second").wrapped()
        self._table = Button(TABLE, "quiet", "table", "T")
        self._table.clicked.connect(self.turn_tables)
        self._print = Button(PRINT, "quiet", "printer", "Ctrl P")
        self._print.clicked.connect(self.ask_to_print)
        self._state = Banner("soft")
        self._state.hide()
        self._quota = QuotaCard()
        self._figures = [FigureCard(title) for title in (RECORDS, TODAY[Area.EDITION], AT_RISK, COMPLETE)]
        self._days = ChartCard(PER_DAY, DayBars(PER_DAY, EMPTY, COUNTING), split_columns(DAY), Legend())
        self._way = ChartCard(WAY, StepBars(WAY, EMPTY, COUNTING), step_columns(STEP), foot=LATER)
        self._best = Label("", "hint", "second")
        self._channels = ChartCard(CHANNELS, SplitBars(CHANNELS, EMPTY, COUNTING), split_columns(CHANNEL), self._best)
        self._places = ChartCard(DISTRICTS, SplitBars(DISTRICTS, EMPTY, COUNTING), split_columns(DISTRICTS))
        self._charts = (self._days, self._way, self._channels, self._places)
        self._rows: list[QBoxLayout] = []
        QShortcut(QKeySequence("T"), self, self.turn_tables, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._set_out()
        self.put_on()

    # ---------------------------------------------------------------- layout
    def _set_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._areas)
        head.addWidget(self._periods)
        head.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._told_mark)
        told.addWidget(self._told, 1)
        told.addWidget(self._table)
        told.addWidget(self._print)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(10)
        self._head.addLayout(head)
        self._head.addLayout(told, 1)
        first = self._row((self._quota, 681), (self._four(), 545))
        second = self._row((self._days, 681), (self._way, 545))
        third = self._row((self._channels, 1), (self._places, 1))
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(11)
        column.addWidget(self._state)
        for row, share in ((first, 200), (second, 207), (third, 211)):
            column.addLayout(row, share)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.setSpacing(11)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.addLayout(self._head)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)

    def _four(self) -> QWidget:
        box = QWidget()
        policy = self._quota.sizePolicy()
        box.setSizePolicy(policy)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for pair in (self._figures[:2], self._figures[2:]):
            row = QHBoxLayout()
            row.setSpacing(12)
            for card in pair:
                row.addWidget(card, 1)
            column.addLayout(row, 1)
        return box

    def _row(self, *parts: tuple[QWidget, int]) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(12)
        for part, share in parts:
            row.addWidget(part, share)
        self._rows.append(row)
        return row

    def dress(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        wide = self.width() >= px(WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for row in self._rows:
            row.setDirection(way)
        self._head.setDirection(way)
        self._quota.setMinimumHeight(px(168))
        for card in self._figures:
            card.setMinimumHeight(px(80))
        for chart in self._charts:
            chart.setMinimumHeight(px(186))

    # ---------------------------------------------------------------- what the program tells
    def show_role(self, role: str) -> None:
        """Whose figures there are to choose from: of one's own place, or of every place."""
        self._over_all = role in ROLES_OVER_ALL
        words = EACH if self._over_all else AREAS
        self._areas.set_choices([Choice(area, words[area]) for area in Area])
        self._areas.set_value(Area.EDITION)

    @property
    def is_over_all(self) -> bool:
        """Whether each place is counted by itself."""
        return self._over_all

    def show_tally(
        self, tally: Tally, reference: Reference, edition: str, area: Area, period: Period, counts: Counts | None
    ) -> None:
        """An answer; dropped where the choice has moved on."""
        if (area, period) == (self._areas.value(), self._periods.value()):
            self._board = board_of(tally, reference, edition, area, period, counts)
            self._show()

    def show_no_edition(self) -> None:
        """There is nothing to count yet, or nobody has said of which edition."""
        for chart in self._charts:
            chart.show_bars(())
        self.tell("soft", "flag-banner", NO_EDITION, NO_EDITION_MORE)

    def board(self) -> Board | None:
        """What is on show."""
        return self._board

    def tell(self, ground: Ground, icon: str, words: Words, more: Words = "") -> None:
        """Say what became of the page, above the cards."""
        self._state.show_state(ground, icon, words, more)
        self._state.show()

    def enter(self) -> None:
        """The room comes to the front."""
        self._state.hide()
        self._areas.setFocus()
        self.ask_again()

    def ask_again(self) -> None:
        """The register changed, or another choice was made."""
        self.tally_asked.emit(self._areas.value(), self._periods.value())

    def ask_to_print(self) -> None:
        """Ctrl P: this page on paper."""
        if self._board is not None:
            self.print_asked.emit(self._board)

    def turn_tables(self) -> None:
        """T: figures instead of bars, and back."""
        self._tables = not self._tables
        self._table.say(CHARTS if self._tables else TABLE)
        for card in self._charts:
            card.show_table(self._tables)

    def _choose(self, value: object | None) -> None:
        if value is None:
            # a chip cannot be taken back: something is always counted
            board = self._board
            self._areas.set_value(board.area if board is not None else Area.EDITION)
            self._periods.set_value(board.period if board is not None else Period.EDITION)
            return
        self.ask_again()

    # ---------------------------------------------------------------- showing
    def retranslate(self) -> None:
        self._areas.setAccessibleName(str(WHOSE))
        self._periods.setAccessibleName(str(SINCE))
        if getattr(self, "_board", None) is not None:
            self._show()

    def _show(self) -> None:
        board = self._board
        assert board is not None
        self._show_told(board)
        self._quota.show_board(board)
        self._show_figures(board)
        today = self._now().date()
        self._days.show_bars([_day(bar, bar.day == today) for bar in board.days])
        self._way.show_bars(
            [ChartBar(s.words, s.count, share=None if s.share is None else s.share * 100) for s in board.steps]
        )
        self._channels.show_bars([ChartBar(bar.words, bar.total, bar.split) for bar in board.channels])
        self._best.say(board.best)
        places = board.places or board.districts
        self._places.show_title(DISTRICTS if places is board.districts else EACH_TITLE[board.area])
        self._places.show_bars([ChartBar(bar.words, bar.total, bar.split) for bar in places])

    def _show_told(self, board: Board) -> None:
        now = self._now()
        told: Words = NEVER_TOLD
        if board.told_at is not None:
            told = TOLD.fill(when=spoken_moment(board.told_at, now.date()))
        self._told.say(f"{told}\n{UNSENT.fill(n=board.unsent)}" if board.unsent else told)
        stale = board.is_stale(now)
        self._told.set_tone("warn" if stale else "second")
        self._told_mark.show_icon(
            "warning-fill" if stale else "clock-counter-clockwise", "warn_text" if stale else None
        )

    def _show_figures(self, board: Board) -> None:
        records, today, risk, complete = self._figures
        planned = board.target is not None and board.area is Area.EDITION and board.period is Period.EDITION
        more = PLANNED.fill(n=board.target) if planned else IN_PERIOD[board.period]
        records.show_figure(number(board.total), more)
        today.show_figure(number(board.today.total), _today_words(board), TODAY[_spoken_area(board)])
        risk.show_figure(number(board.at_risk or 0), _risk_words(board), tone="bad" if board.at_risk else "ok")
        share = round(board.complete / board.total * 100) if board.total else 0
        left = board.total - board.complete
        complete.show_figure(percent(share), _complete_words(board.total, left))


def _spoken_area(board: Board) -> Area:
    return Area.EDITION if board.places else board.area


def _today_words(board: Board) -> Words:
    today = board.today
    if not today.total:
        return NOBODY_TODAY
    if today.split is None:
        return NO_DETAIL
    return TODAY_COUNTED.fill(n=today.split[0], share=percent(round(today.split[0] / today.total * 100)))


def _complete_words(total: int, left: int) -> Words:
    if not total:
        return NOBODY_TODAY
    return TO_COMPLETE.fill(n=left) if left else NONE_MISSING


def _risk_words(board: Board) -> Words:
    if board.office:
        return IN_OFFICE.fill(n=board.office)
    return ON_LAPTOP.fill(n=board.laptop) if board.laptop else ALL_SENT


def _day(bar: DayBar, is_today: bool) -> ChartBar:
    return ChartBar(TODAY_WORD if is_today else weekday(bar.day), bar.total, bar.split, strong=is_today)
