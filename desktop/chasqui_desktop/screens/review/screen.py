"""Review: what is to be decided at the left, one case at the right, all of it by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chasqui_desktop.book import Reference
from chasqui_desktop.cases import Case, CaseFilter, Cases, Conflict, Pair
from chasqui_desktop.screens.paging import Column, PagedRows
from chasqui_desktop.screens.review.case_list import LIST, CaseTable, case_cell
from chasqui_desktop.screens.review.conflict_page import ConflictPage
from chasqui_desktop.screens.review.list_card import ListCard
from chasqui_desktop.screens.review.pair_page import PairPage
from chasqui_desktop.screens.scanner_kept_out import NOT_HERE, NOTHING_CHANGED, keep_scanner_out
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.cards import Banner, Card
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.toast import Toast
from chasqui_desktop.words import Words, say

EMPTY = say("Review", "Nada por revisar. Buen trabajo.")
NONE_HERE = say("Review", "Nada por revisar aquí.")
READING = say("Review", "Leyendo…")
JOINED = say("Review", "Unidas: valen los dos códigos")
TWO_PEOPLE = say("Review", "Anotado: son dos personas")
SETTLED = say("Review", "Guardado: se envía con lo demás")
UNDO = say("Review", "Deshacer")

NARROW = 1000
READING_AFTER_MS = 300
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_Home: -(10**9),
    Qt.Key.Key_End: 10**9,
}
Key = tuple[str, str, str]


class Act(Enum):
    """What was decided; two of them can be taken back."""

    SETTLED = "settled"
    JOINED = "joined"
    TWO = "two"


SAID = {Act.SETTLED: SETTLED, Act.JOINED: JOINED, Act.TWO: TWO_PEOPLE}


class ReviewScreen(Dressed, QWidget):
    """Asks for pages and for one case; says what was decided. ``now`` gives the local, aware time."""

    page_asked = Signal(object, int, int)
    """``CaseFilter``, offset, limit."""
    conflict_asked = Signal(str, str)
    """Record, field: answer with ``show_conflict``."""
    pair_asked = Signal(str, str)
    """Two records: answer with ``show_pair``."""
    settle_asked = Signal(str, str, object, str)
    """Record, field, what is to stand, what was seen: answer with ``decided``, or ``failed``."""
    join_asked = Signal(str, str)
    two_asked = Signal(str, str)
    part_asked = Signal(str, str)
    """Take a join back."""
    doubt_asked = Signal(str, str)
    """Take back that they are two people."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._fresh = True
        self._current: Key | None = None
        self._wanted: Key | None = None
        """The case somebody came for; shown though it is in no page read so far."""
        self._at = 0
        self._is_decided = False
        self._undo: Callable[[], None] | None = None
        self._list = ListCard()
        self._list.chosen.connect(self._start_over)
        column = Column[Case](LIST, lambda case: case_cell(case, self._today()))  # type: ignore[arg-type,return-value]  # a cell of this list alone, which its delegate paints
        self._rows: PagedRows[Case] = PagedRows((column,), self)
        self._rows.page_asked.connect(lambda offset, limit: self.page_asked.emit(self._list.filter(), offset, limit))
        self._table = self._list.table
        self._table.setModel(self._rows)
        self._table.selectionModel().selectionChanged.connect(self._selected)
        self.conflict = ConflictPage(self._today)
        self.pair = PairPage(self._today)
        self._note = Label("", "lead").wrapped()
        self._trouble = Banner("bad")
        self._trouble.hide()
        self.toast = Toast(self)
        self.toast.gone.connect(self._forget_undo)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(READING_AFTER_MS)
        self._slow.timeout.connect(lambda: self._say_note(READING))
        self._set_out()
        self._connect()
        keep_scanner_out(self, self._tell_scanner)
        self.put_on()

    def _connect(self) -> None:
        self.conflict.decided.connect(self.settle_asked)
        self.pair.join_asked.connect(self.join_asked)
        self.pair.two_asked.connect(self.two_asked)
        self.conflict.later.connect(self._put_off)
        self.pair.later.connect(self._put_off)

    def _set_out(self) -> None:
        note = Card("plain")
        note.column.addStretch(1)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note.column.addWidget(self._note)
        note.column.addStretch(2)
        self._note_page = note
        self._pages = QStackedWidget()
        for page in (note, self.conflict, self.pair):
            self._pages.addWidget(page)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._trouble)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._list)
        row.addLayout(right, 1)

    # ---------------------------------------------------------------- showing
    def show_reference(self, reference: Reference) -> None:
        """Names of staff, points and editions."""
        self.conflict.show_reference(reference)
        self.pair.show_reference(reference)

    def show_total(self, total: int) -> None:
        """How many wait in all."""
        self._list.show_total(total)

    def show_page(self, chosen: CaseFilter, offset: int, page: Cases) -> None:
        """An answer; dropped where the chip has moved on."""
        if chosen is not self._list.filter():
            return
        fresh, self._fresh = self._fresh and offset == 0, False
        self._slow.stop()
        self._rows.take(offset, page.rows, page.total, fresh=fresh)
        self._keep_place()

    def show_conflict(self, conflict: Conflict) -> None:
        """The one asked for."""
        if self._current != (conflict.record, conflict.field, ""):
            return
        self._turn_to(self.conflict, lambda: self.conflict.show_conflict(conflict))

    def show_pair(self, record: str, other: str, pair: Pair | None) -> None:
        """The two asked for; None where it is decided."""
        if self._current != (record, "", other):
            return
        self._turn_to(self.pair, lambda: self.pair.show_pair(pair))

    def show_nothing(self) -> None:
        """Nothing of anybody stays here."""
        self._current = self._wanted = None
        self._rows.take(0, [], 0, fresh=True)
        self._forget_undo()
        self.toast.dismiss()
        self._say_note(EMPTY)

    def decided(self, act: Act, record: str, other: str) -> None:
        """It was written: the next one comes, and what can be taken back is offered."""
        self._is_decided = True
        self._trouble.hide()
        back = {Act.JOINED: self.part_asked, Act.TWO: self.doubt_asked}.get(act)
        self._undo = (lambda: back.emit(record, other)) if back is not None else None
        actions = ((UNDO, "Ctrl U", self.undo),) if back is not None else ()
        self.toast.tell(SAID[act], "", actions)
        self._place_toast()
        self._rows.read_again()

    def failed(self, sentence: Words) -> None:
        """It could not be written: nothing has changed."""
        self._trouble.show_state("bad", "warning-circle-fill", sentence)
        self._trouble.show()

    def _tell_scanner(self) -> None:
        # what can be taken back stays offered
        if not self.toast.isVisible():
            self.toast.tell(NOT_HERE, NOTHING_CHANGED, ok=False)
            self._place_toast()

    def gone(self) -> None:
        """The case asked for is on this laptop no more."""
        self._is_decided = True
        self._rows.read_again()

    # ---------------------------------------------------------------- coming and going
    def enter(self) -> None:
        """The room comes to the front."""
        self._slow.start()
        self._rows.read_again()
        self._focus()

    def open_case(self, record: str, field: str) -> None:
        """Show a conflict of this record, wherever it is in the list."""
        self._list.chips.set_value(CaseFilter.ALL)
        self._wanted = record, field, ""
        self._go(self._wanted)
        self._start_over()

    def read_again(self) -> None:
        """The register changed."""
        self._rows.read_again()

    def table(self) -> CaseTable:
        """The list."""
        return self._table

    def undo(self) -> None:
        """Take back what was decided last, while it is offered."""
        act, self._undo = self._undo, None
        if act is not None:
            self.toast.dismiss()
            act()

    # ---------------------------------------------------------------- the list
    def _today(self) -> date:
        return self._now().date()

    def _start_over(self) -> None:
        self._fresh = True
        self._slow.start()
        self._rows.start_over()

    def _keep_place(self) -> None:
        """Rows moved: the case on show stays, told anew; where it was decided here the next one comes."""
        at = self._rows.find(lambda case: case.key == self._current)
        if at is not None:
            self._wanted, self._is_decided = None, False
            self._choose(at)
            self._ask_current()
        elif self._current is not None and not self._is_decided:
            # decided elsewhere, or further down: it says so itself
            self._table.selectionModel().clear()
            self._ask_current()
        elif self._rows.total:
            self._is_decided = False
            self._choose(min(self._at, self._rows.total - 1))
        else:
            self._current, self._is_decided = None, False
            self._say_note(EMPTY if self._list.filter() is CaseFilter.ALL else NONE_HERE)

    def _choose(self, at: int) -> None:
        self._at = at
        if not self._table.selectionModel().isRowSelected(at):
            self._table.selectRow(at)
            return
        # another case may have come to stand in a row that was chosen already
        case = self._rows.row(at)
        if case is not None and case.key != self._current:
            self._go(case.key)

    def _selected(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        indexes = selected.indexes()
        case = self._rows.row(indexes[0].row()) if indexes else None
        if case is not None:
            self._at = indexes[0].row()
            if case.key != self._current:
                self._go(case.key)

    def _go(self, key: Key) -> None:
        self._current = key
        self._trouble.hide()
        self._ask_current()

    def _ask_current(self) -> None:
        if self._current is None:
            return
        record, field, other = self._current
        if field:
            self.conflict_asked.emit(record, field)
        else:
            self.pair_asked.emit(record, other)

    def _put_off(self) -> None:
        """Later, or settled elsewhere: the next one; after the last the first."""
        shown = self._rows.find(lambda case: case.key == self._current)
        if self._rows.total == 0:
            self._current = None
            self._say_note(EMPTY)
            return
        at = self._at if shown is None else (shown + 1) % self._rows.total
        self._current = None
        self._table.selectionModel().clear()
        self._choose(min(at, self._rows.total - 1))

    def _say_note(self, words: Words) -> None:
        if words is READING and self._pages.currentWidget() is not self._note_page:
            return
        changed = self._note.text() != str(words)
        self._note.say(words)
        had_focus = self._pages.isAncestorOf(self.focusWidget())
        self._pages.setCurrentWidget(self._note_page)
        if had_focus:
            self._table.setFocus()
        if changed:
            announce(self, str(words))

    def _turn_to(self, page: ConflictPage | PairPage, show: Callable[[], None]) -> None:
        focus = self.focusWidget()
        is_here = focus is self._table or self._pages.isAncestorOf(focus)
        turned = self._pages.currentWidget() is not page
        before = self.conflict.title()
        show()
        self._pages.setCurrentWidget(page)
        if is_here and (turned or self.conflict.title() != before or not focus.isVisible()):
            self._focus()

    def _focus(self) -> None:
        if self._pages.currentWidget() is self.conflict:
            self.conflict.focus()
        elif self._list.isVisible():
            self._table.setFocus()
        else:
            self.setFocus()

    def _forget_undo(self) -> None:
        self._undo = None

    # ---------------------------------------------------------------- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self._pages.currentWidget()
        digit = event.key() - Qt.Key.Key_0
        if event.key() == Qt.Key.Key_U and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.undo()
        elif event.key() in _MOVES:
            self._move(_MOVES[Qt.Key(event.key())])
        elif not isinstance(page, ConflictPage | PairPage) or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and page is self.conflict and self.conflict.is_typing():
            self.conflict.stop_typing()
        elif event.key() == Qt.Key.Key_Escape:
            self._put_off()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            page.decide()
        elif digit in range(1, 10):
            page.pick(digit)
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        if self._rows.total:
            self._choose(min(max(self._at + by, 0), self._rows.total - 1))

    # ---------------------------------------------------------------- room
    def retranslate(self) -> None:
        self.setAccessibleName(str(LIST))

    def dress(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place_toast()

    def _fit(self) -> None:
        px = look().px
        self._list.setVisible(self.width() >= px(NARROW))

    def _place_toast(self) -> None:
        """Over the foot of the case, between its buttons' line and its words: it covers no field."""
        size = self.toast.sizeHint()
        left = self._pages.x() + max(0, (self._pages.width() - size.width()) // 2)
        above = look().px(48 + 16 + 12)
        self.toast.setGeometry(left, self._pages.y() + self._pages.height() - above - size.height(), *size.toTuple())
        self.toast.raise_()
