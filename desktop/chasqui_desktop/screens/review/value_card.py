"""One of the values that contend, in large type: who wrote it, when, and the key that chooses it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box, draw_icon, draw_key, draw_text, key_width, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.rows import fitted
from chasqui_desktop.words import Words, say

STANDS = say("Review", "{moment} · se ve ahora")
SPOKEN = say("Review", "{key}: {value}. {who}. {moment}")


class ValueCard(Dressed, QRadioButton):
    """A choice of 124 px; ``stepped`` says an arrow asked for the one before (-1) or after (1)."""

    stepped = Signal(int)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._value: Words = ""
        self._who: Words = ""
        self._moment: Words = ""
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_value(self, value: Words, who: Words, moment: Words) -> None:
        """What is to be chosen."""
        self._value, self._who, self._moment = value, who, moment
        self.retranslate()
        self.update()

    def text_shown(self) -> str:
        """The value as it is read."""
        return str(self._value)

    def retranslate(self) -> None:
        spoken = SPOKEN.fill(key=self._key, value=self._value, who=self._who, moment=self._moment)
        self.setAccessibleName(str(spoken))

    def dress(self) -> None:
        self.setFixedHeight(look().px(108 if look().compact else 124))

    def sizeHint(self) -> QSize:
        return QSize(look().px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), self.minimumHeight())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self.click()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px, chosen = theme.tokens, theme.px, self.isChecked()
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            edge = t.primary if chosen else t.ctl
            draw_box(painter, box, t.soft if chosen else t.surface, edge, 10, 2 if chosen else t.edge)
            side, top = px(18), px(14 if not theme.compact else 10)
            keyed = QRectF(side, top, key_width(self._key), px(20))
            draw_key(painter, keyed, self._key, t.text2, t.ctl)
            left = keyed.right() + px(9)
            draw_icon(painter, left, keyed.center().y(), theme.pixmap("laptop", t.text2, 16))
            if chosen:
                mark = theme.pixmap("check-circle-fill", t.primary, 18)
                draw_icon(painter, box.right() - px(38), keyed.center().y(), mark)
            face = sized_font(14, "strong")
            room = QRectF(left + px(24), top - px(2), box.right() - px(42) - left - px(24), px(24))
            draw_text(painter, room, fitted(str(self._who), face, room), face, t.text)
            self._paint_value(painter, QRectF(side, top + px(27), box.width() - 2 * side, px(42)))
            last = QRectF(side, box.bottom() - px(32 if not theme.compact else 27), box.width() - 2 * side, px(20))
            face = sized_font(14)
            draw_text(painter, last, fitted(str(self._moment), face, last), face, t.text2)

    def _paint_value(self, painter: QPainter, room: QRectF) -> None:
        """In one line as large as fits, else in two small ones."""
        ink, words = look().tokens.text, self.text_shown()
        for size in (24, 20, 17):
            face = sized_font(size, "title")
            if text_width(words, face) <= room.width():
                draw_text(painter, room, words, face, ink)
                return
        face = sized_font(15, "strong")
        painter.setFont(face)
        painter.setPen(ink)
        lines = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width() * 1.9))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), lines)
