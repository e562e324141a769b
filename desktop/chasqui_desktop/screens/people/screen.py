"""People: search while typing, chips with counts, the list, and one person beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from chasqui_desktop.book import People, PeopleFilter, Person, PersonRow, Reference
from chasqui_desktop.screens.paging import PagedRows
from chasqui_desktop.screens.people.panel import PersonPanel
from chasqui_desktop.screens.people.rows import COLUMNS
from chasqui_desktop.screens.people.search import PeopleTable, SearchField
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.chip_groups import ChipGroup, Choice
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.footer import KeyHint
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.words import Phrase, Words, say
from chasqui_sync.core.records import VIEWERS

CHIPS: dict[PeopleFilter, Phrase] = {
    PeopleFilter.ALL: say("People", "Todas {n}"),
    PeopleFilter.TO_SEND: say("People", "Por enviar {n}"),
    PeopleFilter.INCOMPLETE: say("People", "Faltan datos {n}"),
    PeopleFilter.QUOTA: say("People", "Suman a la cuota {n}"),
}
EMPTY = say("People", "Aún no hay registros. F2 para el primero.")
NONE_HERE = say("People", "Nadie bajo este filtro.")
NONE_FOUND = say("People", "Nadie con «{q}». ¿Registrar?")
READING = say("People", "Leyendo…")
SO_MANY = say("People", "{n} de {m} · por apellido")
REGISTER = say("People", "registrar")
MOVE = say("People", "mover")
OPEN = say("People", "abrir")
FORM = say("People", "ficha")
SEARCH = say("People", "buscar")
ERASED = say("People", "borradas")
LIST = say("People", "Lista de personas")

PANEL = 384
NARROW = 1000
WITHOUT_BUSINESS = 780
BUSINESS = 2
"""Where even the list alone is narrow, where a record is matters more than what she sells."""
SEARCH_APART_MS = 60
"""The first letter is searched at once; letters that come faster than this share a question."""
READING_AFTER_MS = 300


class PeopleScreen(Dressed, QWidget):
    """Asks for pages and for a person; answers to a text that moved on are dropped.

    ``now`` gives the local, aware time; ``explain`` the sentence of a verdict's number.
    """

    page_asked = Signal(str, object, int, int)
    """Text, ``PeopleFilter``, offset, limit."""
    person_asked = Signal(str)
    form_asked = Signal(str)
    """The whole form of this person is to be opened."""
    rights_asked = Signal(str)
    """What this person allowed is to be opened."""
    review_asked = Signal(str, str)
    """Values of this record's field contend: they are to be seen."""
    erasures_asked = Signal()
    """Who was erased is to be seen: of who answers for an office alone."""
    slip_asked = Signal(str)
    """The slip of this person is to be seen."""
    register_asked = Signal(str)
    """Nobody is called so: register her, starting from this text."""

    def __init__(
        self, now: Callable[[], datetime], explain: Callable[[int], Words], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._fresh = True
        self._goes_to_list = False
        """Enter was pressed before the answer came: she is opened once it does."""
        self._is_opened = False
        """In a narrow window one person takes the place of the list, until Esc."""
        self._counts: dict[PeopleFilter, int] = dict.fromkeys(PeopleFilter, 0)
        self._search = SearchField()
        self._search.edited.connect(self._typed)
        self._search.down.connect(self._into_list)
        self._chips = ChipGroup([Choice(chosen, words.fill(n=0)) for chosen, words in CHIPS.items()], low=True)
        self._chips.set_value(PeopleFilter.ALL)
        self._chips.chosen.connect(self._choose)
        self._rows: PagedRows[PersonRow] = PagedRows(COLUMNS, self)
        self._rows.page_asked.connect(self._ask_page)
        self._table = PeopleTable(55, name=LIST)
        self._table.search_asked.connect(self._into_search)
        self._table.form_asked.connect(self._ask_for_form)
        self._table.rights_asked.connect(self._ask_for_rights)
        self._table.review_asked.connect(self._ask_for_review)
        self._erased_key = KeyHint("Alt B", ERASED)
        self._erased_key.hide()
        self._table.setModel(self._rows)
        self._table.selectionModel().selectionChanged.connect(self._selected)
        self._pages = QStackedWidget()
        self._note = Label("", "lead").wrapped()
        self._note_key = KeyHint("F2", REGISTER)
        self._found = Label("", "second")
        self._panel = PersonPanel(lambda: now().date(), explain)
        self._panel.form_asked.connect(self._ask_for_form)
        self._panel.rights_asked.connect(self._ask_for_rights)
        self._panel.review_asked.connect(self._ask_for_review)
        self._panel.slip_asked.connect(self.ask_for_slip)
        self._soon = self._timer(SEARCH_APART_MS, self._search_now)
        self._slow = self._timer(READING_AFTER_MS, self._say_reading)
        self._set_out()
        self._table.doubleClicked.connect(self._selected_again)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.put_on()

    def _timer(self, interval: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(act)
        return timer

    def _set_out(self) -> None:
        card = Card("plain", margins=(1, 12, 1, 1), gap=10)
        head = QVBoxLayout()
        head.setContentsMargins(15, 0, 15, 0)
        head.setSpacing(11)
        head.addWidget(self._search)
        head.addWidget(self._chips)
        card.column.addLayout(head)
        self._pages.addWidget(self._table)
        self._pages.addWidget(self._note_page())
        card.column.addWidget(self._pages, 1)
        card.column.addLayout(self._foot())
        self._list = card
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(card, 1)
        row.addWidget(self._panel)

    def _note_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._note)
        column.addWidget(self._note_key, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(15, 0, 15, 8)
        foot.setSpacing(8)
        foot.addWidget(self._found, 1)
        foot.addWidget(KeyHint("↑ ↓", MOVE))
        foot.addWidget(KeyHint("Enter", OPEN))
        foot.addWidget(KeyHint("E", FORM))
        foot.addWidget(self._erased_key)
        foot.addWidget(KeyHint("/", SEARCH))
        return foot

    def show_reference(self, reference: Reference) -> None:
        """Names of staff, points and editions, for the panel."""
        self._panel.show_reference(reference)

    def show_role(self, role: str) -> None:
        """Who was erased is for who answers for a whole office."""
        self._erased_key.setVisible(role in VIEWERS)

    def show_counts(self, counts: dict[PeopleFilter, int]) -> None:
        """How many there are under each chip."""
        self._counts = {**self._counts, **counts}
        for chosen, words in CHIPS.items():
            self._chips.say_choice(chosen, words.fill(n=self._counts[chosen]))
        self._say_found()

    def show_page(self, text: str, chosen: PeopleFilter, offset: int, page: People) -> None:
        """An answer; dropped where text or chip have moved on."""
        if text != self._text or chosen is not self._chosen():
            return
        fresh, self._fresh = self._fresh and offset == 0, False
        self._slow.stop()
        self._rows.take(offset, page.rows, page.total, fresh=fresh)
        self._show_page_or_note(page.total)
        self._say_found()
        self._keep_chosen(fresh)
        if self._goes_to_list:
            self._into_list()

    def show_person(self, person: Person) -> None:
        """The one asked for."""
        self._panel.show_person(person)

    def show_nobody(self) -> None:
        """Nothing of anybody stays in the list or beside it."""
        self._rows.take(0, [], 0, fresh=True)
        self._panel.show_nobody()
        self._show_page_or_note(0)

    def read_again(self) -> None:
        """The register changed: rows on screen and the person beside them are asked for again."""
        self._rows.read_again()
        record = self._panel.record()
        if record is not None:
            self.person_asked.emit(record)

    def open_person(self, record: str) -> None:
        """Show this person, wherever she is in the list."""
        self._table.clearSelection()
        self.person_asked.emit(record)
        self._open_alone(True)

    def enter(self) -> None:
        """The room comes to the front: the search has the focus."""
        self._is_opened = False
        self._fit()
        self._into_search()
        self._slow.start()
        self._rows.read_again()

    def leave(self, room: str) -> None:
        """Another room is gone to; to the desk, a name nobody has is carried along."""
        self._panel.hide_numbers()
        if room == "desk" and self._text and self._rows.total == 0:
            self.register_asked.emit(self._text)

    def table(self) -> PeopleTable:
        """The list."""
        return self._table

    def search_field(self) -> SearchField:
        """The field the text is typed in."""
        return self._search

    def look_for(self, text: str) -> None:
        """A scanner read this, wherever the focus was: as if it were typed into the search, with Enter."""
        self._search.set_value(text)
        self._into_search()
        self._search_now()
        self._into_list()

    def rows(self) -> PagedRows[PersonRow]:
        """The rows of the list as far as they are read."""
        return self._rows

    def _chosen(self) -> PeopleFilter:
        chosen = self._chips.value()
        return chosen if isinstance(chosen, PeopleFilter) else PeopleFilter.ALL

    def _typed(self, _text: str) -> None:
        self._goes_to_list = False
        if not self._soon.isActive():
            self._search_now()
            self._soon.start()

    def _choose(self, _value: object) -> None:
        self._chips.set_value(self._chosen())
        self._start_over()

    def _search_now(self) -> None:
        text = self._search.value()
        if text != self._text:
            self._text = text
            self._start_over()

    def _start_over(self) -> None:
        self._fresh = True
        self._slow.start()
        self._rows.start_over()

    def _ask_page(self, offset: int, limit: int) -> None:
        self.page_asked.emit(self._text, self._chosen(), offset, limit)

    def _say_reading(self) -> None:
        self._found.say(READING)

    def _say_found(self) -> None:
        self._found.say(SO_MANY.fill(n=self._rows.total, m=self._counts[PeopleFilter.ALL]))

    def _show_page_or_note(self, total: int) -> None:
        self._pages.setCurrentIndex(0 if total else 1)
        if total:
            return
        words = NONE_FOUND.fill(q=self._text) if self._text else EMPTY
        if not self._text and self._chosen() is not PeopleFilter.ALL:
            words = NONE_HERE
        self._note.say(words)
        self._note_key.setVisible(bool(self._text))
        announce(self, str(words))

    def _keep_chosen(self, fresh: bool) -> None:
        """Rows moved: the one on show stays the one marked, where she is in sight."""
        record = self._panel.record()
        if record is None:
            return
        at = self._rows.find(lambda row: row.record == record)
        selection = self._table.selectionModel()
        if at is None:
            selection.clear()
        elif fresh or not self._table.selectionModel().isRowSelected(at, QModelIndex()):
            self._table.selectRow(at)

    def _selected(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        indexes = selected.indexes()
        row = self._rows.row(indexes[0].row()) if indexes else None
        if row is not None and row.record != self._panel.record():
            self.person_asked.emit(row.record)

    def _into_search(self) -> None:
        self._goes_to_list = False
        self._search.setFocus()
        self._search.selectAll()

    def _into_list(self) -> None:
        self._goes_to_list = self._fresh or self._search.value() != self._text
        if not self._goes_to_list and self._rows.total:
            self._table.setFocus()
            if not self._table.selectionModel().hasSelection():
                self._table.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_opened and not self._list.isVisible():
            self._open_alone(False)
            self._table.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self._into_search()
        elif event.key() == Qt.Key.Key_B and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._ask_for_erasures()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._search.hasFocus():
            self._into_list()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._selected_again()
        else:
            super().keyPressEvent(event)

    def _ask_for_form(self) -> None:
        record = self._panel.record()
        if record is not None:
            self.form_asked.emit(record)

    def _ask_for_rights(self) -> None:
        record = self._panel.record()
        if record is not None:
            self.rights_asked.emit(record)

    def _ask_for_erasures(self) -> None:
        if not self._erased_key.isHidden():
            self.erasures_asked.emit()

    def _ask_for_review(self) -> None:
        contested = self._panel.contested()
        if contested is not None:
            self.review_asked.emit(*contested)

    def ask_for_slip(self) -> None:
        """F8: the slip of the person beside the list."""
        record = self._panel.record()
        if record is not None:
            self.slip_asked.emit(record)

    def _selected_again(self) -> None:
        row = self._rows.row(self._table.currentIndex().row()) if self._table.currentIndex().isValid() else None
        if row is not None:
            self.person_asked.emit(row.record)
            self._open_alone(True)

    def _open_alone(self, opened: bool) -> None:
        self._is_opened = opened
        self._fit()
        if not self._list.isVisible():
            self.setFocus()

    def dress(self) -> None:
        self._table.set_shares(236, 118, 176, 260)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = look().px
        wide = self.width() >= px(NARROW)
        self._panel.setFixedWidth(px(PANEL) if wide else max(0, self.width() - 32))
        self._panel.setVisible(wide or self._is_opened)
        self._list.setVisible(wide or not self._is_opened)
        self._table.setColumnHidden(BUSINESS, self.width() < px(WITHOUT_BUSINESS))
