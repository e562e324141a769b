"""Where a record is, as three posts on a line: ●○○ laptop, ●●○ office, ●●● headquarters (green when backed up)."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_icon, draw_text, sized_font
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Phrase, say

Place = Literal["laptop", "office", "hq", "durable", "fix"]

WORDS: dict[Place, Phrase] = {
    "laptop": say("Widgets", "En este equipo"),
    "office": say("Widgets", "En la oficina"),
    "hq": say("Widgets", "En la sede"),
    "durable": say("Widgets", "En la sede, respaldada"),
    "fix": say("Widgets", "Falta corregir"),
}

FILLED: dict[Place, int] = {"laptop": 1, "office": 2, "hq": 3, "durable": 3}


def draw_posts(painter: QPainter, box: QRectF, place: Place) -> None:
    """Posts and words in ``box``; ``fix`` is a warning sign instead of posts."""
    theme = look()
    t, px, middle = theme.tokens, theme.px, box.center().y()
    if place == "fix":
        draw_icon(painter, box.left() + px(3), middle, theme.pixmap("warning-fill", t.warn_text, 16))
        beside = box.adjusted(px(26), 0, 0, 0)
        draw_text(painter, beside, str(WORDS[place]), sized_font(14, "control"), t.warn_text)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(t.ok if place == "durable" else t.primary)
    step, radius, start = px(22), px(4.5), box.left() + px(6)
    for at in range(3):
        reached = at < FILLED[place]
        centre = QPointF(start + at * step, middle)
        if at:
            painter.setPen(QPen(colour if reached else QColor(t.ctl), 2 if reached else 1.4))
            painter.drawLine(QPointF(centre.x() - step + radius, middle), QPointF(centre.x() - radius, middle))
        painter.setPen(QPen(colour if reached else QColor(t.ctl), 1.5))
        painter.setBrush(colour if reached else QColor(t.surface))
        painter.drawEllipse(centre, radius, radius)
    beside = box.adjusted(px(6 + 44 + 15), 0, 0, 0)
    draw_text(painter, beside, str(WORDS[place]), sized_font(14, "control"), t.text2)


class Posts(Dressed, QWidget):
    """`draw_posts` as a widget of its own."""

    def __init__(self, place: Place = "laptop", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_place(self, place: Place) -> None:
        self._place = place
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(str(WORDS[self._place]))

    def sizeHint(self) -> QSize:
        return QSize(look().px(240), look().px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_posts(painter, QRectF(self.rect()), self._place)
