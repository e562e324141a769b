"""The list's rows, read a page at a time: a hundred thousand people cost no more memory than two thousand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from chasqui_desktop.widgets.rows import CELL, Cell, spoken_cell
from chasqui_desktop.words import Words

PAGE = 100
MOST_PAGES = 20
MOST_ASKED = 2
"""Pages under way at once: a list dragged from end to end must not queue a thousand questions at the store."""
MOST_WANTED = 4

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
NOWHERE = QModelIndex()


class Column(NamedTuple, Generic[Row]):
    """A column's heading and what it shows of a row."""

    heading: Words
    cell: Callable[[Row], Cell]


class PagedRows(QAbstractTableModel, Generic[Row]):
    """Rows of one search, asked for as they come into sight.

    ``page_asked`` carries offset and limit, from the event loop and never while painting. A cell of a row that is
    still being read is None. The last pages used are kept, `MOST_PAGES` at most.
    """

    page_asked = Signal(int, int)

    def __init__(self, columns: tuple[Column[Row], ...], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._stale: set[int] = set()
        self._asked: set[int] = set()
        self._wanted: list[int] = []
        self._total = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    @property
    def total(self) -> int:
        """How many rows there are in all, read or not."""
        return self._total

    def start_over(self) -> None:
        """Forget everything: another search. Rows on screen stay until the first page is there."""
        self._ask_for([0])

    def read_again(self) -> None:
        """The register changed: pages on screen stay, and are asked for again."""
        self._ask_for(list(self._pages)[-MOST_ASKED:] or [0])

    def _ask_for(self, pages: list[int]) -> None:
        self._stale = set(self._pages)
        self._asked.clear()
        self._wanted = pages
        self._soon.start()

    def take(self, offset: int, rows: list[Row], total: int, *, fresh: bool = False) -> None:
        """A page has been read; ``fresh`` is the first of a new search and drops all others."""
        page = offset // PAGE
        if fresh:
            self.beginResetModel()
            self._pages.clear()
            self._stale.clear()
            self._total = total
            self._pages[page] = rows
            self._asked.discard(page)
            self.endResetModel()
            self._soon.start()
            return
        self._resize(total)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        self._stale.discard(page)
        self._asked.discard(page)
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        if rows:
            last = self.index(min(offset + len(rows), self._total) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(offset, 0), last)
        self._soon.start()

    def kept_rows(self) -> int:
        """How many rows are in memory."""
        return sum(len(rows) for rows in self._pages.values())

    def row(self, at: int) -> Row | None:
        """The row, or None while it is being read; asking for it has it read."""
        page, place = divmod(at, PAGE)
        rows = self._pages.get(page)
        if rows is None or page in self._stale:
            self._want(page)
        else:
            self._pages.move_to_end(page)
        return rows[place] if rows is not None and place < len(rows) else None

    def find(self, wanted: Callable[[Row], bool]) -> int | None:
        """Where the first row in memory is that answers to ``wanted``."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if wanted(row):
                    return page * PAGE + place
        return None

    def _resize(self, total: int) -> None:
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            self.endRemoveRows()

    def _want(self, page: int) -> None:
        if page not in self._asked and page not in self._wanted:
            # A fast scroll wants many pages in passing; only the last ones are still in sight.
            self._wanted = [*self._wanted, page][-MOST_WANTED:]
            self._soon.start()

    def _ask(self) -> None:
        while self._wanted and len(self._asked) < MOST_ASKED:
            page = self._wanted.pop()
            self._asked.add(page)
            self.page_asked.emit(page * PAGE, PAGE)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (CELL, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(index.row())
            cell = None if row is None else self._columns[index.column()].cell(row)
            return cell if role == CELL or cell is None else spoken_cell(cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return str(self._columns[section].heading)
        return None
