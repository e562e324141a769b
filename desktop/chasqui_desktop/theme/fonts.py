"""Inter, brought with the program: the same letters and figures on every laptop."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from chasqui_resources import fonts as bundled

FAMILY = "Inter"


def load_fonts() -> None:
    """Register the bundled faces once per process. Raises RuntimeError when Qt refuses one."""
    if FAMILY in QFontDatabase.families():
        return
    for face in bundled.font_files():
        if QFontDatabase.addApplicationFontFromData(QByteArray(face)) < 0:
            raise RuntimeError("Qt could not read a bundled font")


def app_font(px: int, weight: int) -> QFont:
    """The application's font. ``tnum`` gives every figure one width, so counts do not dance."""
    font = QFont(FAMILY)
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    # Offscreen and cheap panels hint differently; without hinting widths are the same everywhere.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def slashed_zero(font: QFont) -> QFont:
    """The same font with ``zero``: for documents and codes, where 0 and O are both possible."""
    slashed = QFont(font)
    slashed.setFeature(QFont.Tag("zero"), 1)
    return slashed
