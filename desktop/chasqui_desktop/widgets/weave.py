"""The woven band of the unlock and privacy screens: stepped diamonds that fade downwards."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from chasqui_desktop.theme import look

STEP = 10
PITCH = 120

INDIGO, QOLLE, CHILCA, COCHINILLA = "#2B3990", "#F2B21B", "#1E7A4C", "#A5123A"

DYES = ((INDIGO, QOLLE), (QOLLE, CHILCA), (CHILCA, COCHINILLA), (COCHINILLA, INDIGO), (INDIGO, INDIGO))
"""Outer and inner diamond, column after column."""

TOP, FOOT = "#161C3D", "#0D1023"


def woven(size: QSize, ratio: float) -> QPixmap:
    """The band drawn once for a size; the same every time."""
    cloth = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    cloth.setDevicePixelRatio(ratio)
    with QPainter(cloth) as painter:
        ground = QLinearGradient(0, 0, 0, size.height())
        ground.setColorAt(0, QColor(TOP))
        ground.setColorAt(1, QColor(FOOT))
        painter.fillRect(0, 0, size.width(), size.height(), ground)
        rows = max(1, size.height() // PITCH)
        for row in range(size.height() // PITCH + 1):
            # As in the drawings: full at the top, a breath at the foot.
            painter.setOpacity(max(0.06, 0.82 * (1 - row / rows) ** 1.15))
            for column in range(size.width() // PITCH + 1):
                outer, inner = DYES[(column - row) % len(DYES)]
                _diamond(painter, column * PITCH + 65, row * PITCH + 65, outer, inner)
    return cloth


def _diamond(painter: QPainter, x: int, y: int, outer: str, inner: str) -> None:
    """Two stepped rings around an empty heart, of squares of STEP px."""
    for across in range(-5, 6):
        for down in range(-5, 6):
            away = abs(across) + abs(down)
            colour = outer if away in (4, 5) else (inner if away in (1, 2) else None)
            if colour is not None:
                corner = (x + across * STEP - STEP // 2, y + down * STEP - STEP // 2)
                painter.fillRect(*corner, STEP, STEP, QColor(colour))


class Weave(QWidget):
    """The band as a background; what lies on it is its child widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cloth = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = look().ratio
        if self._cloth.deviceIndependentSize().toSize() != self.size() or self._cloth.devicePixelRatio() != ratio:
            self._cloth = woven(self.size(), ratio)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._cloth)
