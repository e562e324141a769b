"""The steps of the first use as numbered rounds on a line, the way the paper guide counts them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_icon, draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words, say

SPOKEN = say("Enrol", "Paso {at} de {whole}, {name}")


class Steps(Dressed, QWidget):
    """Where we are; nothing to press."""

    def __init__(self, names: Sequence[Words]) -> None:
        super().__init__()
        self._names, self._at = names, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.put_on()

    def go(self, at: int) -> None:
        """Step ``at`` (from 0) is the present one; those before it are done."""
        self._at = at
        self.retranslate()
        self.update()

    @property
    def at(self) -> int:
        return self._at

    def retranslate(self) -> None:
        said = SPOKEN.fill(at=self._at + 1, whole=len(self._names), name=self._names[self._at])
        self.setAccessibleName(str(said))

    def sizeHint(self) -> QSize:
        px = look().px
        face = sized_font(14.5, "strong")
        words = sum(text_width(str(name), face) for name in self._names)
        return QSize(words + len(self._names) * px(38) + (len(self._names) - 1) * px(48), px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, look().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        t, px = theme.tokens, theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left: float = 1
        for at, name in enumerate(self._names):
            here, done = at == self._at, at < self._at
            round_ = QRectF(left, px(1), px(29), px(29))
            edge = t.ok if done else (t.primary if here else t.ctl)
            painter.setPen(QPen(QColor(edge), 1.4))
            painter.setBrush(QColor(t.ok_soft if done else (t.primary if here else t.surface)))
            painter.drawEllipse(round_)
            if done:
                tick = theme.pixmap("check-bold", t.ok, 13)
                draw_icon(painter, round_.center().x() - px(6.5), round_.center().y(), tick)
            else:
                ink = t.on_primary if here else t.text2
                draw_text(painter, round_, str(at + 1), sized_font(14, "title"), ink, Qt.AlignmentFlag.AlignHCenter)
            face = sized_font(14.5, "strong" if here else "control")
            width = text_width(str(name), sized_font(14.5, "strong"))
            line = QRectF(left + px(38), 0, width + 2, px(31))
            draw_text(painter, line, str(name), face, t.text if here or done else t.text2)
            left += px(38) + width + px(11)
            if at < len(self._names) - 1:
                painter.setPen(QPen(QColor(t.ctl if t.outlined else t.border), 1.6))
                painter.drawLine(round(left), px(16), round(left) + px(26), px(16))
                left += px(37)
        painter.end()
