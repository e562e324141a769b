"""The two screens before work begins: a woven band that says what Chasqui is, and a column to act in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import IconButton
from chasqui_desktop.widgets.drawing import draw_icon, draw_text, sized_font
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.switches import LanguageSwitch
from chasqui_desktop.widgets.top_bar import THEME, THEME_ICONS
from chasqui_desktop.widgets.weave import QOLLE, Weave
from chasqui_desktop.words import Words, language

BAND = 480
NARROW = 1100
"""Under this effective width the band steps back: the column to act in needs the room."""

WHITE, PALE = "#FFFFFF", "#C9D0EC"
"""The weave is dark in every theme, so the words on it are light in every theme."""


class Band(Dressed, Weave):
    """The weave with the mark, the name, a line or two under it and three promises, from the foot upwards."""

    def __init__(self, lead: Sequence[Words], below: Words, promises: Sequence[tuple[str, Words]]) -> None:
        super().__init__()
        self._lead, self._below, self._promises = lead, below, promises
        self.put_on()

    def dress(self) -> None:
        self.setFixedWidth(look().px(BAND))

    def retranslate(self) -> None:
        said = [*self._lead, self._below, *(words for _icon, words in self._promises)]
        self.setAccessibleName("Chasqui. " + " ".join(f"{words}." for words in map(str, said)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = look()
        px = theme.px
        painter = QPainter(self)
        left, width = px(48), self.width() - px(48 + 40)
        foot = self.height() - px(42)
        for icon, words in reversed(self._promises):
            line = QRectF(left, foot - px(32), width, px(32))
            draw_icon(painter, left, line.center().y(), theme.pixmap(icon, QOLLE, 20))
            draw_text(painter, line.adjusted(px(30), 0, 0, 0), str(words), sized_font(15, "strong"), WHITE)
            foot -= px(32)
        foot -= px(16)
        below = QRectF(left, foot - px(24), width, px(24))
        painter.setFont(sized_font(16))
        wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignBottom)
        needed = painter.fontMetrics().boundingRect(below.adjusted(0, -px(72), 0, 0).toRect(), wrap, str(self._below))
        below.setTop(below.bottom() - max(px(24), needed.height()))
        painter.setPen(QColor(PALE))
        painter.drawText(below, wrap, str(self._below))
        foot = round(below.top()) - px(6)
        for words in reversed(self._lead):
            draw_text(painter, QRectF(left, foot - px(25), width, px(25)), str(words), sized_font(20, "control"), WHITE)
            foot -= px(25)
        draw_text(painter, QRectF(left, foot - px(66), width, px(60)), "Chasqui", sized_font(44, "title"), WHITE)
        draw_icon(painter, left, foot - px(66) - px(36), theme.pixmap("chasqui", WHITE, 76))
        painter.end()


class Doorway(Dressed, QWidget):
    """Band at the left; at right a column of ``column`` px of the drawings in the middle of what is left."""

    language_asked = Signal(str)
    theme_asked = Signal()

    def __init__(self, band: Band, column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column_width = column
        self._band = band
        self._language = LanguageSwitch()
        self._language.chosen.connect(lambda code: self.language_asked.emit(str(code)))
        self._theme = IconButton("sun", THEME, "Ctrl T")
        self._theme.clicked.connect(self.theme_asked)
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 16, 22, 0)
        top.setSpacing(6)
        top.addStretch(1)
        top.addWidget(self._language)
        top.addWidget(self._theme)
        middle = QWidget()
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(24, 8, 24, 60)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self.content)
        centred.addStretch(1)
        rows.addStretch(1)
        rows.addLayout(centred)
        rows.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(middle)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(top)
        right.addWidget(self._scroll, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._band)
        row.addLayout(right, 1)

    def dress(self) -> None:
        self._theme.set_icon(THEME_ICONS[look().tokens.name])
        self._fit()

    def retranslate(self) -> None:
        self._language.set_value(language())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = look()
        wide = self.width() >= theme.px(NARROW)
        self._band.setVisible(wide)
        room = self.width() - (theme.px(BAND) if wide else 0) - 64
        self.content.setFixedWidth(max(320, min(theme.px(self._column_width), room)))
