"""The lines of the notice with their drawings: beside the purposes, and turned to the person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_icon
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Phrase, say
from chasqui_resources.consent import NoticeLine, without_emphasis

LANGUAGE_NAMES: dict[str, Phrase | str] = {"es": "Español", "en": "English", "qu": "Quechua", "ay": "Aymara"}
"""Each language in its own name, for whoever looks for it."""
NOTICE_LANGUAGE = say("Register", "Idioma del aviso")


class IconTile(Dressed, QWidget):
    """A drawing in a tinted square."""

    def __init__(self, px: int) -> None:
        super().__init__()
        self._icon, self._px = "", px
        self.put_on()

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def dress(self) -> None:
        side = look().px(self._px)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        painter = QPainter(self)
        edge = theme.tokens.primary if theme.tokens.outlined else None
        draw_box(painter, self.rect().toRectF(), theme.tokens.soft, edge, 10)
        drawn = theme.pixmap(self._icon, theme.tokens.soft_text, self._px * 0.44)
        left = (self.width() - drawn.deviceIndependentSize().width()) / 2
        draw_icon(painter, left, self.height() / 2, drawn)
        painter.end()


class NoticeText(Dressed, QLabel):
    """A sentence of the notice in one of the sheet's roles; what stands within <b> is strong."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.put_on()

    def minimumSizeHint(self) -> QSize:
        # A wrapped label asks for the height of its narrowest width; the column gives it what this width needs.
        return QSize(look().px(160), look().px(26))

    def show_sentence(self, sentence: str) -> None:
        self.setText(f'<p style="line-height: 132%; margin: 0">{sentence}</p>')
        self.setAccessibleName(without_emphasis(sentence))


class NoticeLines(QWidget):
    """All lines under each other, with an elastic gap."""

    def __init__(self, tile: int, role: str) -> None:
        super().__init__()
        self._tile, self._role = tile, role
        self._rows: list[tuple[IconTile, NoticeText]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[NoticeLine], sentences: Sequence[str]) -> None:
        """One sentence a line, in the language chosen."""
        while len(self._rows) < len(lines):
            self._add_row()
        for at, (tile, text) in enumerate(self._rows):
            tile.setVisible(at < len(lines))
            text.setVisible(at < len(lines))
        for (tile, text), line, sentence in zip(self._rows, lines, sentences, strict=False):
            tile.show_icon(line.icon)
            text.show_sentence(sentence)

    def minimumSizeHint(self) -> QSize:
        # As above: what 600 px need, or what there is of them where large type leaves less.
        least = look().px(260)
        there = max(least, min(look().px(600), self.width()))
        return QSize(least, self._column.heightForWidth(there))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _add_row(self) -> None:
        tile, text = IconTile(self._tile), NoticeText(self._role)
        row = QHBoxLayout()
        row.setSpacing(16 if self._tile < 50 else 24)
        row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
        if self._rows:
            self._column.addSpacing(0)
            self._column.addStretch(1)
        self._column.addLayout(row)
        self._rows.append((tile, text))
