"""Strokes that several painted widgets share: boxes, key caps, fonts of a size and weight."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from chasqui_desktop.theme import look


def sized_font(px: float, weight: str = "normal") -> QFont:
    """The application's font at ``px`` of the drawings; ``weight`` is a token: normal control strong title."""
    theme = look()
    font = QFont(QApplication.font())
    font.setPixelSize(theme.px(px))
    font.setWeight(QFont.Weight(getattr(theme.tokens, weight)))
    return font


def text_width(words: str, font: QFont) -> int:
    """Of one line, in logical px."""
    return QFontMetrics(font).horizontalAdvance(words)


def draw_box(
    painter: QPainter, box: QRectF, fill: str | None, edge: str | None, radius: float, width: float = 1.0
) -> None:
    """A rounded box whose border lies wholly inside ``box``. ``radius`` is of the drawings."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    if edge:
        painter.setPen(QPen(QColor(edge), width))
        inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        inner = box
    rounded = look().px(radius)
    painter.drawRoundedRect(inner, rounded, rounded)


def draw_text(
    painter: QPainter,
    box: QRectF,
    words: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line, vertically centred in ``box``."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)


def draw_icon(painter: QPainter, left: float, middle: float, drawn: QPixmap) -> None:
    """``drawn`` with its left edge at ``left``, centred on the line ``middle``."""
    painter.drawPixmap(QPointF(left, middle - drawn.deviceIndependentSize().height() / 2), drawn)


def key_font() -> QFont:
    """The font of key caps."""
    return sized_font(12, "strong")


def key_width(key: str) -> int:
    """Width of a key cap in logical px."""
    return text_width(key, key_font()) + look().px(18)


def draw_key(painter: QPainter, box: QRectF, key: str, colour: str, edge: str) -> None:
    """A key cap filling ``box``."""
    draw_box(painter, box, None, edge, 4)
    draw_text(painter, box, key, key_font(), colour, Qt.AlignmentFlag.AlignHCenter)
