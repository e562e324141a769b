"""Chips: choices that show their key. One look over a radio button and a check box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object

SIDE = 14
"""From the border to the key, of the drawings."""


class _Face(Dressed, _Button):
    """What a chip looks like. The width is that of the chosen state, so choosing moves nothing."""

    _words: Words
    _key: Words
    _low: bool

    def _make_up(self, words: Words, key: Words, low: bool) -> None:
        self._words, self._key, self._low = words, key, low
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.put_on()

    def say(self, words: Words) -> None:
        """Other words on the same choice, as a count that changed."""
        self._words = words
        self.retranslate()
        self.updateGeometry()
        self.update()

    def key(self) -> str:
        """The key that picks this chip, in capitals; empty when it has none."""
        return str(self._key).upper()

    def retranslate(self) -> None:
        self.setText(str(self._words))
        self.setAccessibleName(str(self._words))
        self.setAccessibleDescription(self.key())

    def sizeHint(self) -> QSize:
        theme = look()
        words = text_width(str(self._words), sized_font(15, "strong"))
        width = words + 2 * theme.px(SIDE) + theme.px(17)
        return QSize(width, theme.px(36 if self._low else theme.control))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The group answers keys: digits, letters, arrows, Space, Backspace.
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, chosen = theme.tokens, self.isChecked()
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            fill = t.primary if chosen else (t.inset if self.underMouse() else t.surface)
            draw_box(painter, box, fill, t.primary if chosen else t.ctl, 8, t.edge)
            side, step, words = theme.px(SIDE), theme.px(17), str(self._words)
            face = sized_font(15, "strong" if chosen else "control")
            ink = t.on_primary if chosen else t.text
            left: float = side + step
            if chosen:
                draw_icon(painter, side - 1, box.height() / 2, theme.pixmap("check-bold", ink, 13))
            elif self._key:
                draw_text(painter, box.adjusted(side, 0, 0, 0), self.key(), sized_font(12, "strong"), t.text2)
            else:
                left = (box.width() - text_width(words, face)) / 2
            draw_text(painter, box.adjusted(left, 0, 0, 0), words, face, ink)


class Chip(_Face, QCheckBox):
    """One of several choices that may stand together."""

    def __init__(self, words: Words, key: Words = "", *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_up(words, key, low)


class RadioChip(_Face, QRadioButton):
    """One of several choices that exclude each other."""

    def __init__(self, words: Words, key: Words = "", *, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_up(words, key, low)
