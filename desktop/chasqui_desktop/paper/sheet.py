"""A sheet of paper to draw on, in millimetres from its upper left corner."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from chasqui_desktop.paper.qr import modules
from chasqui_desktop.theme.fonts import FAMILY
from chasqui_resources.icons import icon_svg

PER_MM = 100
"""The painter's units: whole numbers of them give fonts of any size."""
Align = Literal["left", "middle", "right"]
QUIET_ZONE = 4
"""Modules that stay white around a QR code (ISO/IEC 18004)."""

NIGHT, QOLLE, PALE_QOLLE, INK, INK2, RULE = "#161C3D", "#F2B21B", "#FFD97F", "#12182B", "#424D66", "#8A93A8"
INDIGO, COCHINILLA, CHILCA = "#2B3990", "#A5123A", "#17653E"
DYES = (INDIGO, COCHINILLA, QOLLE, CHILCA)
WHITE, BLACK = "#FFFFFF", "#000000"


@dataclass(frozen=True, slots=True)
class Page:
    """What can be put on paper: its size in mm, how it is drawn, and what a file of it is called (no name in it)."""

    width: float
    height: float
    draw: Callable[[Sheet], None]
    title: str
    black: bool = False
    """Meant for a printer without colours, as receipt printers are."""


class Sheet:
    """Draws on a painter that is scaled to hundredths of a millimetre.

    Vertical positions of text are the middle of its line. ``black``: a printer without colours, so everything
    that is not white is black and nothing is told by a colour or a grey.
    """

    def __init__(self, painter: QPainter, *, black: bool = False) -> None:
        self._painter = painter
        self._black = black
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)

    @property
    def is_black(self) -> bool:
        """Whether there is no ink but black."""
        return self._black

    def ink(self, colour: str) -> QColor:
        """``colour``, or black where there is no other."""
        return QColor(BLACK if self._black and colour != WHITE else colour)

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        """Everything drawn meanwhile lies so many mm further right and down."""
        self._painter.save()
        self._painter.translate(x * PER_MM, y * PER_MM)
        yield
        self._painter.restore()

    @contextmanager
    def enlarged(self, times: float) -> Iterator[None]:
        """Everything drawn meanwhile is so many times as large."""
        self._painter.save()
        self._painter.scale(times, times)
        yield
        self._painter.restore()

    # ---------------------------------------------------------------- text
    def text(  # noqa: PLR0913 - all of it is about one line
        self, x: float, y: float, words: str, size: float, *, weight: int = 500, colour: str = INK,
        align: Align = "left", zero: bool = False, room: float | None = None,
    ) -> float:  # fmt: skip
        """One line of ``size`` mm; smaller where it would not fit into ``room`` mm. Give its width in mm."""
        if room is not None:
            size = min(size, size * room / max(width_of(words, size, weight, zero=zero), 0.01))
        font = font_of(size, weight, zero=zero)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(words)
        left = x * PER_MM - {"left": 0.0, "middle": width / 2, "right": width}[align]
        baseline = y * PER_MM + metrics.capHeight() / 2
        self._painter.setFont(font)
        self._painter.setPen(self.ink(colour))
        self._painter.drawText(QPointF(left, baseline), words)
        return width / PER_MM

    def paragraph(  # noqa: PLR0913 - the same
        self, x: float, y: float, room: float, words: str, size: float, pitch: float, *,
        weight: int = 500, colour: str = INK, align: Align = "left",
    ) -> float:  # fmt: skip
        """Lines broken at spaces, ``pitch`` mm apart; give the middle of the line that would follow."""
        for line in broken(words, size, weight, room):
            self.text(x, y, line, size, weight=weight, colour=colour, align=align)
            y += pitch
        return y

    # ---------------------------------------------------------------- shapes
    def fill(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """A box without an edge."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.ink(colour))
        self._painter.drawRoundedRect(_box(x, y, width, height), radius * PER_MM, radius * PER_MM)

    def frame(self, x: float, y: float, width: float, height: float, thick: float = 0.3, radius: float = 0) -> None:
        """The edge of a box."""
        self._painter.setPen(QPen(self.ink(INK), thick * PER_MM))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(_box(x, y, width, height), radius * PER_MM, radius * PER_MM)

    def line(self, x: float, y: float, x2: float, y2: float, thick: float, colour: str = INK) -> None:
        """A line of ``thick`` mm."""
        self._painter.setPen(QPen(self.ink(colour), thick * PER_MM))
        self._painter.drawLine(QPointF(x * PER_MM, y * PER_MM), QPointF(x2 * PER_MM, y2 * PER_MM))

    def cut(self, x: float, y: float, x2: float, y2: float) -> None:
        """Where to cut: a dashed line."""
        self._painter.setPen(QPen(self.ink(RULE), 0.2 * PER_MM, Qt.PenStyle.DashLine))
        self._painter.drawLine(QPointF(x * PER_MM, y * PER_MM), QPointF(x2 * PER_MM, y2 * PER_MM))

    def picture(self, x: float, y: float, width: float, height: float, png: bytes) -> None:
        """A picture as large as the box lets it be, from its upper left corner; nothing where it cannot be read."""
        read = QImage.fromData(png)
        if not read.isNull():
            box = _box(x, y, width, height)
            size = read.size().toSizeF().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._painter.drawImage(QRectF(box.topLeft(), size), read)

    def hatch(self, x: float, y: float, width: float, height: float) -> None:
        """A box of slanting lines: what is not told."""
        box = _box(x, y, width, height)
        self._painter.save()
        self._painter.setClipRect(box)
        self._painter.setPen(QPen(self.ink(INK2), 0.15 * PER_MM))
        at = box.left() - box.height()
        while at < box.right():
            self._painter.drawLine(QPointF(at, box.bottom()), QPointF(at + box.height(), box.top()))
            at += 1.1 * PER_MM
        self._painter.restore()
        self.frame(x, y, width, height, 0.2)

    def disc(self, x: float, y: float, radius: float, words: str, size: float) -> None:
        """A filled circle with a figure in it."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.ink(NIGHT))
        self._painter.drawEllipse(QPointF(x * PER_MM, y * PER_MM), radius * PER_MM, radius * PER_MM)
        self.text(x, y, words, size, weight=700, colour=WHITE, align="middle")

    def qr(self, x: float, y: float, side: float, code: str) -> None:
        """A QR code whose dark part fills a square of ``side`` mm, its quiet zone white around it."""
        rows = modules(code)
        quiet = quiet_zone(code, side)
        self.fill(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet, WHITE)
        dark = QPainterPath()
        # one path in whole numbers: between boxes drawn one by one a viewer shows white hairs
        for down, row in enumerate(rows):
            for across, is_dark in enumerate(row):
                if is_dark:
                    dark.addRect(across, down, 1, 1)
        with self.moved(x, y), self.enlarged(side * PER_MM / len(rows)):
            self._painter.fillPath(dark.simplified(), QBrush(self.ink(INK)))

    def icon(self, x: float, y: float, side: float, name: str, colour: str = INDIGO) -> None:
        """A drawing of the house in a square of ``side`` mm; what has colours of its own keeps them."""
        svg = icon_svg(name).replace(b"currentColor", self.ink(colour).name().encode("ascii"))
        if self._black:
            svg = svg.replace(QOLLE.encode("ascii"), WHITE.encode("ascii")).replace(NIGHT.encode("ascii"), b"#000000")
        QSvgRenderer(QByteArray(svg)).render(self._painter, _box(x, y, side, side))

    def weave(self, y: float, width: float, step: float, pitch: float) -> None:
        """A band of stepped diamonds from edge to edge, ``y`` its middle; of black alone every second is hollow."""
        for at in range(int(width / pitch) + 2):
            middle = (at + 0.45) * pitch - pitch / 2 + 0.3
            self._diamond(middle, y, step, DYES[at % len(DYES)], hollow=self._black and at % 2 == 1)

    def _diamond(self, x: float, y: float, step: float, colour: str, *, hollow: bool) -> None:
        shape = QPainterPath()
        for wide, high in ((1, 5), (3, 3), (5, 1)):
            shape.addRect(_box(x - wide * step / 2, y - high * step / 2, wide * step, high * step))
        shape.setFillRule(Qt.FillRule.WindingFill)
        if hollow:
            self._painter.strokePath(shape.simplified(), QPen(self.ink(colour), 0.2 * PER_MM))
        else:
            self._painter.fillPath(shape.simplified(), QBrush(self.ink(colour)))


def quiet_zone(code: str, side: float) -> float:
    """Give how many mm stay white around the QR code of ``side`` mm."""
    return QUIET_ZONE * side / len(modules(code))


def font_of(size: float, weight: int, *, zero: bool = False) -> QFont:
    """The house's font at ``size`` mm; ``zero``: slashed, for codes."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(size * PER_MM)))
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    if zero:
        font.setFeature(QFont.Tag("zero"), 1)
    return font


def width_of(words: str, size: float, weight: int = 500, *, zero: bool = False) -> float:
    """Width of one line in mm."""
    return QFontMetricsF(font_of(size, weight, zero=zero)).horizontalAdvance(words) / PER_MM


def broken(words: str, size: float, weight: int, room: float) -> list[str]:
    """Break a sentence at its spaces so that no line is wider than ``room`` mm, but for a word that is."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _box(x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(x * PER_MM, y * PER_MM, width * PER_MM, height * PER_MM)
