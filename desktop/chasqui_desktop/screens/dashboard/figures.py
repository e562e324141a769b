"""A card with a chart and its twin, a table of the same figures; and the four cards of one figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.charts import Chart, ChartBar
from chasqui_desktop.widgets.labels import Label, Tone
from chasqui_desktop.widgets.rows import CELL, Cell, RowTable, TextCell, spoken_cell
from chasqui_desktop.words import Words, number, percent, say

TOTAL = say("Dashboard", "Total")
COUNTED = say("Dashboard", "Migrante o refugiado")
OTHERS = say("Dashboard", "Peruano")
HIDDEN = say("Dashboard", "sin detalle")
STEP = say("Dashboard", "Del paso anterior")
TABLE_OF = say("Dashboard", "{title}: tabla")

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class FigureColumn(NamedTuple):
    """A column's heading, its width of the drawings, and whether it is of figures."""

    heading: Words
    width: int


def split_columns(first: Words) -> tuple[FigureColumn, ...]:
    """Give the columns of a table of splits."""
    return FigureColumn(first, 150), FigureColumn(TOTAL, 80), FigureColumn(COUNTED, 170), FigureColumn(OTHERS, 100)


def step_columns(first: Words) -> tuple[FigureColumn, ...]:
    """Give the columns of a table of steps."""
    return FigureColumn(first, 180), FigureColumn(TOTAL, 90), FigureColumn(STEP, 150)


class FigureRows(QAbstractTableModel):
    """The figures of a chart, a bar a row; how many cells depends on its columns."""

    def __init__(self, columns: Sequence[FigureColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns
        self._bars: tuple[ChartBar, ...] = ()

    def show_bars(self, bars: Sequence[ChartBar]) -> None:
        """Other figures."""
        self.beginResetModel()
        self._bars = tuple(bars)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._bars)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (CELL, Qt.ItemDataRole.AccessibleTextRole) or not index.isValid():
            return None
        cell = self._cells(self._bars[index.row()])[index.column()]
        return cell if role == CELL else spoken_cell(cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return str(self._columns[section].heading)
        return None

    def _cells(self, bar: ChartBar) -> tuple[Cell, ...]:
        name, total = TextCell(bar.words), TextCell(number(bar.total))
        if len(self._columns) == 3:
            return name, total, TextCell("" if bar.share is None else percent(round(bar.share)))
        if bar.split is None:
            words: Words = HIDDEN if bar.total else "0"
            return name, total, TextCell(words, "text2"), TextCell(words, "text2")
        return name, total, *(TextCell(number(each)) for each in bar.split)


class _FigureTable(RowTable):
    def sizeHint(self) -> QSize:
        return QSize(100, 100)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 60)


class ChartCard(Card):
    """Title, something at its right, and the chart or its table."""

    def __init__(
        self, title: Words, chart: Chart, columns: Sequence[FigureColumn], right: QWidget | None = None,
        foot: Words = "",
    ) -> None:  # fmt: skip
        super().__init__("plain", margins=(16, 12, 16, 10), gap=8)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._title = title
        self._heading = Label(title, "head")
        self.chart = chart
        self._rows = FigureRows(columns, self)
        self.table = _FigureTable(28, name=title)
        self.table.setModel(self._rows)
        self.table.set_shares(*(column.width for column in columns))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pages = QStackedWidget()
        self._pages.addWidget(chart)
        self._pages.addWidget(self.table)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._heading)
        head.addStretch(1)
        if right is not None:
            head.addWidget(right)
        self.column.addLayout(head)
        self.column.addWidget(self._pages, 1)
        self._foot = Label(foot, "hint", "second").wrapped()
        self._foot.setVisible(bool(str(foot)))
        self.column.addWidget(self._foot)
        self.show_title(title)

    def show_title(self, title: Words) -> None:
        """Another title over other figures."""
        self._title = title
        self._heading.say(title)
        self._say_table()

    def show_bars(self, bars: Sequence[ChartBar]) -> None:
        """Other figures, in chart and table."""
        self.chart.show_bars(bars)
        self._rows.show_bars(bars)

    def show_table(self, on: bool) -> None:
        """Turn to the table, or back to the chart."""
        self._pages.setCurrentIndex(1 if on else 0)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.NoFocus)

    def retranslate(self) -> None:
        if hasattr(self, "table"):
            self._say_table()

    def _say_table(self) -> None:
        self.table.setAccessibleName(str(TABLE_OF.fill(title=self._title)))


class FigureCard(Card):
    """A small title, one large figure, a line under it."""

    def __init__(self, title: Words) -> None:
        super().__init__("plain", margins=(16, 8, 16, 8), gap=0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._title = Label(title, "value", "second")
        self._figure = Label("", "number")
        self._more = Label("", "value", "second")
        self.column.addStretch(1)
        for label in (self._title, self._figure, self._more):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.column.addWidget(label)
        self.column.addStretch(1)

    def show_figure(self, figure: Words, more: Words, title: Words | None = None, tone: Tone = "") -> None:
        """Say the figure; ``title`` only where it changes."""
        if title is not None:
            self._title.say(title)
        self._figure.say(figure)
        self._figure.set_tone(tone)
        self._more.say(more)
        self.setAccessibleName(f"{self._title.text()}: {figure}. {more}")
