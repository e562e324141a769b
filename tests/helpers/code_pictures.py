"""Pictures of codes, as a telephone or a webcam takes them: on a table, turned, dark, grainy, out of focus."""

from __future__ import annotations

import random
from typing import Literal

import zxingcpp
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

Symbology = Literal["PDF417", "QRCode", "Code39", "Code128", "EAN13"]


def code_image(text: str, symbology: Symbology, scale: int = 3) -> QImage:
    """Draw a code alone, with its quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat[symbology])
    image = zxingcpp.write_barcode_to_image(made, scale=scale, add_quiet_zones=True)
    drawn = memoryview(image)  # type: ignore[arg-type]  # a buffer, though its stub does not say so
    height, width = drawn.shape or (0, 0)
    return QImage(drawn.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def photograph(
    *codes: QImage, turned: float = 0.0, light: float = 1.0, grain: int = 0, seed: int = 7, width: int = 1920
) -> QImage:
    """Lay codes under each other on a table of 1920×1080 and photograph it.

    ``turned`` in degrees, ``light`` from 0 (night) to 1, ``grain`` is the most a dot's brightness is off, of 255.
    """
    height = width * 9 // 16
    table = QImage(width, height, QImage.Format.Format_Grayscale8)
    table.fill(QColor(214, 214, 214))
    painter = QPainter(table)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    place = QTransform().translate(width / 2, height / 2).rotate(turned)
    painter.setTransform(place)
    top = -sum(each.height() for each in codes) / 2
    for each in codes:
        painter.drawImage(QPointF(-each.width() / 2, top), each)
        top += each.height()
    painter.end()
    return _as_taken(table, light, grain, seed)


def _as_taken(image: QImage, light: float, grain: int, seed: int) -> QImage:
    if light == 1.0 and not grain:
        return image
    chance = random.Random(seed)
    dots = bytearray(image.constBits())
    for at, dot in enumerate(dots):
        dots[at] = max(0, min(255, round(dot * light + chance.uniform(-grain, grain))))
    taken = QImage(bytes(dots), image.width(), image.height(), image.bytesPerLine(), QImage.Format.Format_Grayscale8)
    return taken.copy()


def blurred(image: QImage, by: int) -> QImage:
    """The same picture out of focus by about so many dots."""
    keep, manner = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = image.scaled(image.width() // by, image.height() // by, keep, manner)
    return small.scaled(image.width(), image.height(), keep, manner)
