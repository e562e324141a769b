"""Printed pages read back: the words drawn, the QR codes a telephone finds, the size a PDF says it has."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from typing import Any

import zxingcpp
from PySide6.QtGui import QImage, QPainter

from chasqui_desktop.paper.sheet import Page, Sheet


def words_on(pages: Iterable[Page]) -> list[str]:
    """Draw the pages and note every text that is drawn."""
    noted: list[str] = []

    class Noting(Sheet):
        def text(self, x: float, y: float, words: str, *rest: Any, **more: Any) -> float:
            noted.append(words)
            return super().text(x, y, words, *rest, **more)

    for page in pages:
        image = QImage(10, 10, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            page.draw(Noting(painter))
    return noted


def qr_codes(image: QImage) -> list[str]:
    """Read the QR codes of a picture as a telephone does."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    return [found.text for found in zxingcpp.read_barcodes(rows)]


def box_of(document: bytes) -> tuple[float, float]:
    """Give width and height of a PDF's page in mm."""
    found = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", document)
    assert found is not None
    return float(found[1]) / 72 * 25.4, float(found[2]) / 72 * 25.4


def inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def drawn_in(document: bytes) -> bytes:
    """Give what a PDF's streams draw."""
    return b"".join(inflated(each) for each in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL))
