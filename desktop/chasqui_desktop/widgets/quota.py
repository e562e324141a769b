"""Bars that measure: the edition's quota with its minimum, and a plain share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_text, sized_font, text_width
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import Words, percent, say

MINIMUM = say("Widgets", "mínimo {share}")
SPOKEN = say("Widgets", "{share} de {minimum} como mínimo")


class Bar(Dressed, QWidget):
    """A share of a whole as a rounded bar of 12 px; say the share in words beside it."""

    def __init__(self, colour: str = "primary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._colour = 0.0, colour
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_share(self, share: float) -> None:
        """``share`` from 0 to 1; more is shown as full."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(80), look().px(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            draw_bar(painter, QRectF(self.rect()), self._share, getattr(look().tokens, self._colour))


def draw_bar(painter: QPainter, box: QRectF, share: float, colour: str) -> None:
    """A track filled from the left; round at the ends, cut straight where the share ends."""
    t = look().tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rounded = min(box.height() / 2, look().px(6))
    outline = QPainterPath()
    outline.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if t.outlined else box, rounded, rounded)
    painter.fillPath(outline, QColor(t.track))
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(QRectF(box.left(), box.top(), box.width() * share, box.height()), QColor(colour))
    painter.restore()
    if t.outlined:
        painter.strokePath(outline, QPen(QColor(t.text), 1))


class QuotaMeter(Dressed, QWidget):
    """The share of migrants and refugees against the edition's minimum, on a scale of 0 to ``full`` percent.

    Colour is not alone: a mark ends the share, a longer one with words stands at the minimum.
    """

    def __init__(self, *, tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._minimum, self._full, self._tall = 0.0, 30.0, 50.0, tall
        self._above: Words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.put_on()

    def show_quota(self, share: float, minimum: float, above: Words = "") -> None:
        """Both in percent. ``above`` is written over the end of the share ("112 de 398"), when tall."""
        self._share, self._minimum, self._above = share, minimum, above
        self._full = max(50.0, minimum + 20, share)
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        said = SPOKEN.fill(share=percent(self._share), minimum=percent(self._minimum))
        self.setAccessibleName(str(said))

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(72 if self._tall else 36))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(140), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        px = look().px
        top, thick = (px(24), px(22)) if self._tall else (px(3), px(14))
        box = QRectF(0, top, self.width(), thick)
        with QPainter(self) as painter:
            draw_bar(painter, box, self._share / self._full, look().tokens.mig)
            self._paint_marks(painter, box)

    def _paint_marks(self, painter: QPainter, box: QRectF) -> None:
        theme = look()
        px, ink = theme.px, QColor(theme.tokens.text)
        here = box.width() * min(self._share / self._full, 1.0)
        goal = box.width() * self._minimum / self._full
        reach = px(6 if self._tall else 3)
        painter.fillRect(QRectF(here - 1, box.top(), 2, box.height()), ink)
        painter.fillRect(QRectF(goal - 1, box.top() - reach, px(2.5), box.height() + 2 * reach), ink)
        under = box.bottom() + px(3)
        face = sized_font(13 if self._tall else 12.5, "strong")
        words = str(MINIMUM.fill(share=percent(self._minimum)))
        self._centred(painter, goal, under, words, face)
        if self._tall:
            quiet = sized_font(13, "control")
            line = QRectF(0, under, box.width(), px(20))
            draw_text(painter, line, percent(0), quiet, theme.tokens.text2)
            draw_text(painter, line, percent(self._full), quiet, theme.tokens.text2, Qt.AlignmentFlag.AlignRight)
            self._centred(painter, here - px(36), 0, str(self._above), face)

    def _centred(self, painter: QPainter, middle: float, top: float, words: str, face: QFont) -> None:
        width = text_width(words, face)
        left = min(max(0.0, middle - width / 2), max(0, self.width() - width))
        draw_text(painter, QRectF(left, top, width + 2, look().px(20)), words, face, look().tokens.text)
