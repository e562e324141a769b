"""Tables of records: one view and one delegate; a model gives cells, the delegate paints them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import draw_avatar
from chasqui_desktop.widgets.posts import WORDS as PLACES
from chasqui_desktop.widgets.posts import Place, draw_posts
from chasqui_desktop.widgets.quota import draw_bar
from chasqui_desktop.words import Words

CELL = Qt.ItemDataRole.UserRole + 1
"""The role under which a model gives the cell to paint."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TextCell:
    """One line; ``tone`` is a token's name."""

    words: Words
    tone: str = "text"
    code: bool = False


@dataclass(frozen=True, slots=True)
class PersonCell:
    """Name over code, with initials in a circle if given."""

    name: str
    second: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class StateCell:
    """Icon and words; ``ink`` is the icon's token, ``tone`` that of the words."""

    icon: str
    words: Words
    ink: str = "text3"
    tone: str = "text"


@dataclass(frozen=True, slots=True)
class PlaceCell:
    """Where a record is."""

    place: Place


@dataclass(frozen=True, slots=True)
class ShareCell:
    """A bar, and its words for who cannot see it."""

    share: float
    words: Words


Cell = TextCell | PersonCell | StateCell | PlaceCell | ShareCell


def spoken_cell(cell: Cell) -> str:
    """What a screen reader says of a cell: for ``Qt.AccessibleTextRole``."""
    match cell:
        case PersonCell(name=name, second=second):
            return f"{name}, {second}"
        case PlaceCell(place=place):
            return str(PLACES[place])
        case _:
            return str(cell.words)


class RowDelegate(QStyledItemDelegate):
    """Paints ground, line and cell of a row; a subclass may paint cells of its own in `paint_cell`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme = look()
        t, chosen = theme.tokens, bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect)
        painter.save()
        painter.fillRect(box, QColor(t.soft if chosen else t.surface))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(t.line))
        if chosen and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), theme.px(4), box.height()), QColor(t.primary))
        painter.setClipRect(box)
        cell = index.data(CELL)
        if cell is not None:
            self.paint_cell(painter, box.adjusted(theme.px(12), 0, -theme.px(4), -1), cell, chosen)
        painter.restore()

    def paint_cell(self, painter: QPainter, box: QRectF, cell: Cell, chosen: bool) -> None:
        """Paint one cell inside ``box``."""
        theme = look()
        t, px = theme.tokens, theme.px
        match cell:
            case TextCell():
                face = sized_font(14, "control" if cell.tone == "text" else "normal")
                draw_text(painter, box, fitted(str(cell.words), face, box), face, getattr(t, cell.tone))
            case PersonCell():
                _paint_person(painter, box, cell, chosen)
            case StateCell():
                draw_icon(
                    painter, box.left() + px(2), box.center().y(), theme.pixmap(cell.icon, getattr(t, cell.ink), 16)
                )
                beside = box.adjusted(px(27), 0, 0, 0)
                face = sized_font(14, "control")
                draw_text(painter, beside, fitted(str(cell.words), face, beside), face, getattr(t, cell.tone))
            case PlaceCell():
                draw_posts(painter, box, cell.place)
            case ShareCell():
                bar = QRectF(box.left(), box.center().y() - px(4), min(box.width() - px(10), px(114)), px(8))
                draw_bar(painter, bar, cell.share, t.primary)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(look().px(60), look().px(52))


def _paint_person(painter: QPainter, box: QRectF, cell: PersonCell, chosen: bool) -> None:
    theme = look()
    t, px = theme.tokens, theme.px
    left = box.left()
    if cell.initials:
        side = px(36)
        draw_avatar(painter, QRectF(left, box.center().y() - side / 2, side, side), cell.initials, chosen)
        left += px(46)
    room = QRectF(left, box.top(), box.right() - left, box.height())
    top, face, small = box.center().y() - px(20), sized_font(15, "strong"), sized_font(13)
    draw_text(painter, QRectF(left, top, room.width(), px(20)), fitted(cell.name, face, room), face, t.text)
    draw_text(painter, QRectF(left, top + px(21), room.width(), px(18)), cell.second, small, t.text2)


def fitted(words: str, face: QFont, box: QRectF) -> str:
    """``words``, cut with … where ``box`` ends."""
    if text_width(words, face) <= box.width():
        return words
    return QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))


class RowTable(Dressed, QTableView):
    """A list of rows: one row chosen at a time, no grid, header of 36 px, no sideways scrolling."""

    row_moved = Signal()
    """The row the keys move is another one, or elsewhere."""

    def __init__(self, row_height: int = 55, parent: QWidget | None = None, *, name: Words) -> None:
        super().__init__(parent)
        self._row_height, self._name = row_height, name
        self._widths: tuple[int, ...] = ()
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.put_on()

    def set_shares(self, *widths: int) -> None:
        """Widths of the columns, of the drawings; the last takes what is left. Call once the model is set."""
        header = self.horizontalHeader()
        self._widths = widths
        for column, width in enumerate(widths):
            header.resizeSection(column, look().px(width))
        header.setStretchLastSection(True)

    def dress(self) -> None:
        px = look().px
        self.verticalHeader().setDefaultSectionSize(px(self._row_height))
        self.horizontalHeader().setFixedHeight(px(36))
        for column, width in enumerate(self._widths):
            self.horizontalHeader().resizeSection(column, px(width))
        self.row_moved.emit()

    def row_in_focus(self) -> QRect | None:
        """Where, in this table, the row lies that the keys move; None where there is none, or it is out of sight."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        seen, row = self.viewport().rect(), self.visualRect(index)
        shown = QRect(0, row.top(), seen.width(), row.height()) & seen
        return None if shown.isEmpty() else shown.translated(self.viewport().pos())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.row_moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.row_moved.emit()

    def reset(self) -> None:
        super().reset()
        self.row_moved.emit()

    def retranslate(self) -> None:
        self.setAccessibleName(str(self._name))
        self.viewport().update()
        self.horizontalHeader().viewport().update()
