"""What somebody signed, small, in the ink of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.drawing import draw_box
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.words import say

SIGNED = say("Widgets", "Firma guardada")
WIDE, HIGH = 130, 52
LAYERS = 4
"""So small, a line is thinner than a dot of the screen and pale: laid over itself it is ink again."""


class SignedMark(Dressed, QWidget):
    """A picture of black on white, shown as ink on the ground of the theme; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.hide()
        self.put_on()

    def show_picture(self, png: bytes) -> None:
        """Show what was signed; nothing where there is none, or it is no picture."""
        self._picture = QImage.fromData(png) if png else QImage()
        self.setVisible(not self._picture.isNull())
        self.update()

    def dress(self) -> None:
        self.setFixedSize(QSize(look().px(WIDE), look().px(HIGH)))

    def retranslate(self) -> None:
        self.setAccessibleName(str(SIGNED))
        self.setToolTip(str(SIGNED))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look()
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            draw_box(painter, box, theme.tokens.surface, theme.tokens.ctl, 6, theme.tokens.edge)
            aside = theme.px(4)
            room = self.rect().adjusted(aside, aside, -aside, -aside)
            ink = _in_ink(self._picture, room.size() * theme.ratio, theme.tokens.text)
            ink.setDevicePixelRatio(theme.ratio)
            for _ in range(LAYERS):
                painter.drawImage(room.topLeft(), ink)


def _in_ink(picture: QImage, room: QSize, colour: str) -> QImage:
    """What is dark on the picture, in one colour and nothing else, as large as there is room."""
    aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    dark = picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(room, aspect, smooth)
    dark.convertTo(QImage.Format.Format_Grayscale8)
    dark.invertPixels()
    ink = QImage(dark.size(), QImage.Format.Format_ARGB32)
    ink.fill(QColor(colour))
    ink.setAlphaChannel(dark)
    return ink
