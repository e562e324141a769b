"""The room of referrals: a list that tells nothing, and beside it the one that was opened on purpose.

Moving along the list opens nothing, so nobody behind her reads what she passes by; leaving the room closes what is
open. It is there only where the focal point's key was brought in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chasqui_desktop.book import Reference
from chasqui_desktop.referral import OpenedReferral, Referral, Referrals
from chasqui_desktop.screens.paging import PagedRows
from chasqui_desktop.screens.referrals.page import ReferralPage
from chasqui_desktop.screens.referrals.rows import columns
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.widgets.rows import RowTable
from chasqui_desktop.words import Words, say

LIST = say("Referrals", "Derivaciones, primero las que esperan")
WAITING_NONE = say("Referrals", "Ninguna por recibir")
WAITING_ONE = say("Referrals", "1 por recibir")
WAITING = say("Referrals", "{n} por recibir")
CLOSED_ONE = say("Referrals", "1 se selló con otra llave y no se abre aquí.")
CLOSED = say("Referrals", "{n} se sellaron con otra llave y no se abren aquí.")
READING = say("Referrals", "Leyendo…")
EMPTY = say("Referrals", "Nada por recibir. Lo que una promotora selle y envíe aparecerá aquí.")

PAGE_WIDTH = 470
NARROW = 940


class ReferralScreen(Dressed, QWidget):
    """``now`` gives the local, aware time."""

    list_asked = Signal()
    """Answer with ``show_list``."""
    open_asked = Signal(str)
    """Answer with ``show_referral``, or ``failed``."""
    receive_asked = Signal(str)
    """Somebody's referral was received: answer with ``show_referral``, or ``failed``."""
    person_asked = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reference: Reference | None = None
        self._told = Referrals((), 0)
        self._rows: PagedRows[Referral] = PagedRows(columns(lambda: now().date(), lambda: self._reference), self)
        self._rows.page_asked.connect(self._give_page)
        self._table = RowTable(55, name=LIST)
        self._table.setModel(self._rows)
        self._table.doubleClicked.connect(lambda _index: self._open())
        self._waiting = Label("", "card")
        self._closed = Label("", "hint", "second").wrapped()
        self._empty = Label(READING, "lead").wrapped()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._list = QStackedWidget()
        self._page = ReferralPage(lambda: now().date())
        self._page.receive_asked.connect(self.receive_asked)
        self._page.person_asked.connect(self.person_asked)
        self._page.close_asked.connect(self.close_page)
        # the table would search for a letter
        for key, act in (("R", self._page.receive), ("P", self._page.go_to_person)):
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._set_out()
        self.put_on()
        self._list.setCurrentIndex(1)
        self._closed.hide()

    def _set_out(self) -> None:
        card = Card("plain", margins=(1, 12, 1, 1), gap=8)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(10)
        head.addWidget(IconMark("hand-heart", "primary", 22))
        head.addWidget(self._waiting)
        head.addStretch(1)
        card.column.addLayout(head)
        note = QVBoxLayout()
        note.setContentsMargins(16, 0, 16, 0)
        note.addWidget(self._closed)
        card.column.addLayout(note)
        self._list.addWidget(self._table)
        self._list.addWidget(self._empty)
        card.column.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(card, 1)
        row.addWidget(self._page)

    def show_reference(self, reference: Reference) -> None:
        """Names of staff and points."""
        self._reference = reference
        self._page.show_reference(reference)
        self._table.viewport().update()

    def show_list(self, told: Referrals) -> None:
        """Everything there is; the chosen row stays chosen."""
        chosen = self._chosen()
        self._told = told
        self._rows.take(0, list(told.rows[:100]), len(told.rows), fresh=True)
        waiting = sum(1 for row in told.rows if row.received_at is None)
        self._waiting.say(WAITING.fill(n=waiting) if waiting > 1 else WAITING_ONE if waiting else WAITING_NONE)
        self._closed.setVisible(told.closed > 0)
        self._closed.say(CLOSED_ONE if told.closed == 1 else CLOSED.fill(n=told.closed))
        self._empty.say(EMPTY)
        self._list.setCurrentIndex(0 if told.rows else 1)
        places = [at for at, row in enumerate(told.rows) if chosen is not None and row.record == chosen.record]
        if told.rows:
            self._table.selectRow(places[0] if places else 0)
        if self._page.record() is not None and self._page.record() not in {row.record for row in told.rows}:
            self._page.show_nothing()

    def show_referral(self, opened: OpenedReferral) -> None:
        """One that was asked for."""
        self._page.show_referral(opened)
        self._fit()

    def failed(self, sentence: Words) -> None:
        """It could not be opened or marked; nothing has changed."""
        self._page.failed(sentence)

    def enter(self) -> None:
        """The room comes to the front."""
        self._table.setFocus()
        self.list_asked.emit()

    def leave(self, _room: str) -> None:
        """Another room is gone to: nothing stays open."""
        self.close_page()

    def close_page(self) -> None:
        """Close what is open; the list has the focus again."""
        self._page.show_nothing()
        self._fit()
        if self.isVisible():
            self._table.setFocus()

    def show_nobody(self) -> None:
        """Nothing of anybody stays here: the laptop was locked for good, or reading was closed."""
        self._page.show_nothing()
        self.show_list(Referrals((), 0))

    def table(self) -> RowTable:
        """The list."""
        return self._table

    def _give_page(self, offset: int, limit: int) -> None:
        self._rows.take(offset, list(self._told.rows[offset : offset + limit]), len(self._told.rows))

    def _chosen(self) -> Referral | None:
        index = self._table.currentIndex()
        return self._told.rows[index.row()] if index.isValid() and index.row() < len(self._told.rows) else None

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.open_asked.emit(chosen.record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)

    def dress(self) -> None:
        self._table.set_shares(250, 170, 130, 150)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Beside each other; in a narrow window what is open takes the place of the list."""
        px = look().px
        is_wide = self.width() >= px(NARROW)
        is_open = self._page.record() is not None
        self._page.setVisible(is_wide or is_open)
        if is_wide:
            self._page.setFixedWidth(px(PAGE_WIDTH))
        else:
            self._page.setMinimumWidth(0)
            self._page.setMaximumWidth(16_777_215)
        card = self._list.parentWidget()
        assert card is not None
        card.setVisible(is_wide or not is_open)
