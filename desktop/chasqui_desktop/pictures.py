"""Reading codes off pictures: files, the clipboard, the camera's frames. Runs on a lane, never where the window draws.

zxing-cpp does the seeing (Apache-2.0, no further libraries). It is asked again with a calmer or a larger picture
when it finds nothing, because photographs taken at a market are dark, grainy and taken in haste.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QTransform

from chasqui_sync.core.codes import Code

LONGEST = 4000
"""Pixels of the longer side a picture is read at: a telephone's 48 megapixels are brought down while loading."""
_SMALL = 900
_SQUARES = ("QRCode", "DataMatrix", "Aztec")
_BARS = ("PDF417", "Code39", "Code128", "Code93")
_EVERY = (*_SQUARES, *_BARS)
"""What documents carry. Codes of goods are left out: they would only be found where nobody looks for them."""
_TURNS = [sign * degrees for degrees in range(7, 45, 7) for sign in (1, -1)]
"""Bars are found at any multiple of 90° and some four degrees beside it; squares at any angle."""

Picture = Path | QImage


def read_picture(picture: Picture) -> tuple[Code, ...] | None:
    """Give the codes on a picture, none or several; None where it is no picture that can be opened.

    Bars count only when a second look at a slightly other picture says the same: at the edge of what can be made
    out, error correction has been seen to mend PDF417 into letters nobody printed.
    """
    image = _open(picture)
    if image is None:
        return None
    for look in _looks(image.convertToFormat(QImage.Format.Format_Grayscale8)):
        found = tuple(code for code in look.read() if code.symbology in _SQUARES or _is_sure(look, code))
        if found:
            return found
    return ()


def read_frame(frame: QImage) -> tuple[Code, ...]:
    """Give the codes on one frame of a camera, looked at once: the next frame comes soon, and must say the same."""
    return _Look(frame.convertToFormat(QImage.Format.Format_Grayscale8)).read()


@dataclass(frozen=True)
class _Look:
    """One picture and how it is looked at."""

    image: QImage
    formats: tuple[str, ...] = _EVERY
    binarizer: str = "LocalAverage"

    def read(self) -> tuple[Code, ...]:
        found = zxingcpp.read_barcodes(
            self.image,
            # made each time: what it still holds when the program ends, zxing complains of
            formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat[name] for name in self.formats]),
            binarizer=zxingcpp.Binarizer[self.binarizer],
            text_mode=zxingcpp.TextMode.Plain,
        )
        return tuple(Code(each.text, each.format.name) for each in found)


def _is_sure(look: _Look, code: Code) -> bool:
    again = (_turned(look.image, 1), _turned(look.image, -1), _scaled(look.image, 0.9), _scaled(look.image, 1.2))
    return any(code in _Look(image, _BARS, look.binarizer).read() for image in again)


def _open(picture: Picture) -> QImage | None:
    if isinstance(picture, QImage):
        return None if picture.isNull() else _bounded(picture)
    reader = QImageReader(str(picture))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _bounded(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= LONGEST:
        return image
    keep, manner = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(LONGEST, LONGEST, keep, manner)


def _looks(gray: QImage) -> Iterator[_Look]:
    """The picture as it is, calm (grain goes, and so does a screen's pattern), turned, enlarged where it is small."""
    yield _Look(gray)
    yield _Look(gray, binarizer="GlobalHistogram")
    calm = _scaled(gray, 0.5)
    yield _Look(calm)
    yield _Look(_scaled(calm, 2))
    yield _Look(_scaled(_scaled(gray, 0.33), 3))
    if max(gray.width(), gray.height()) < _SMALL:
        yield _Look(_scaled(gray, 2))
        yield _Look(_scaled(gray, 3))
    for view in (gray, _scaled(calm, 2)):
        yield from (_Look(_turned(view, degrees), _BARS) for degrees in _TURNS)


def _turned(image: QImage, degrees: int) -> QImage:
    manner = Qt.TransformationMode.SmoothTransformation
    return image.transformed(QTransform().rotate(degrees), manner).convertToFormat(QImage.Format.Format_Grayscale8)


def _scaled(image: QImage, factor: float) -> QImage:
    width, height = max(1, round(image.width() * factor)), max(1, round(image.height() * factor))
    manner = Qt.TransformationMode.SmoothTransformation
    return image.scaled(width, height, Qt.AspectRatioMode.IgnoreAspectRatio, manner).convertToFormat(
        QImage.Format.Format_Grayscale8
    )
