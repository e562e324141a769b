"""Icons as pixmaps of one colour, drawn from the bundled SVG files and kept."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from chasqui_resources import icons as bundled


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, px: int, ratio: float = 1.0) -> QPixmap:
    """Icon ``name`` in ``colour`` (``#RRGGBB``), ``px`` logical pixels square. KeyError for a wrong name."""
    svg = bundled.icon_svg(name).replace(b"currentColor", colour.encode("ascii"))
    drawn = QPixmap(round(px * ratio), round(px * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: str, px: int) -> QIcon:
    """The icon at 1x and 2x, for the places where Qt chooses (actions, window icons)."""
    both = QIcon(pixmap(name, colour, px))
    both.addPixmap(pixmap(name, colour, px, 2.0))
    return both
