"""A picture of a screen in few bytes: its 256 commonest colours are nearly all it has."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

COLOURS = 256
_MOST_COMPRESSED = 0
"""What Qt calls a PNG's quality: 0 presses hardest, nothing is lost."""


def make_small(file: Path) -> None:
    """Write a picture again with a palette of its own. Raises OSError where it cannot be read or written."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(f"no picture in {file}")
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    palette = [colour for colour, _ in Counter(pixels).most_common(COLOURS)]
    small = image.convertToFormat(QImage.Format.Format_Indexed8, palette, Qt.ImageConversionFlag.AvoidDither)
    if not small.save(str(file), quality=_MOST_COMPRESSED):
        raise OSError(f"no picture could be written to {file}")
