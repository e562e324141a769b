"""From a page to paper: the laptop's own printer, or a PDF where there is none. Everything offline."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from chasqui_desktop.paper.sheet import PER_MM, Page, Sheet

DOTS_PER_INCH = 600
MM_PER_INCH = 25.4
HANDED_OVER = ("comprobante-*.pdf", "datos-*.pdf", "datos-*.json")
"""What names somebody and lies in clear only until she has it."""
KEPT_HOURS = 12


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a page went: ``printer`` its name, or the PDF's ``file``; ``beside`` it the same as a document."""

    printer: str = ""
    file: Path | None = None
    beside: Path | None = None


class NoPrintError(Exception):
    """Neither printer nor folder took the page; nothing else is affected."""


def pdf(pages: Sequence[Page], *, black: bool = False) -> bytes:
    """Write pages of one size as a PDF with real text in it."""
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    device = QPdfWriter(written)
    device.setTitle(pages[0].title)
    device.setCreator("Chasqui")
    device.setResolution(DOTS_PER_INCH)
    device.setPageLayout(_layout(pages[0]))
    _draw(device, DOTS_PER_INCH, pages, black=black)
    return bytes(written.data().data())


def picture(page: Page, dots_per_mm: float, *, black: bool = False) -> QImage:
    """Draw a page as a picture, as a screen or a thermal printer shows it."""
    size = QSizeF(page.width * dots_per_mm, page.height * dots_per_mm).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    with QPainter(image) as painter:
        draw(page, painter, QRectF(0, 0, size.width(), size.height()), black=black)
    return image


def draw(page: Page, painter: QPainter, box: QRectF, *, black: bool = False) -> None:
    """Draw a page into a box of a painter; nothing reaches past its edges."""
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    painter.scale(box.width() / page.width / PER_MM, box.height() / page.height / PER_MM)
    page.draw(Sheet(painter, black=black or page.black))
    painter.restore()


def put_on_paper(pages: Sequence[Page], folder: Path) -> Printed:
    """Print pages of one size on the laptop's printer, else keep them as a PDF in ``folder``. Raises NoPrintError.

    Called on a lane of its own: a printer may let one wait.
    """
    chosen = QPrinterInfo.defaultPrinter()
    if chosen.isNull():
        return Printed(file=keep_pdf(pages, folder))
    printer = QPrinter(chosen, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(pages[0].title)
    printer.setFullPage(True)
    printer.setPageLayout(_layout(pages[0]))
    _draw(printer, printer.resolution(), pages, black=printer.colorMode() == QPrinter.ColorMode.GrayScale)
    return Printed(printer=chosen.description() or chosen.printerName())


def keep_pdf(pages: Sequence[Page], folder: Path) -> Path:
    """Write a PDF, readable by its owner alone. Raises NoPrintError."""
    return _keep(pdf(pages), folder / f"{pages[0].title}.pdf")


def keep_both(pages: Sequence[Page], document: bytes, folder: Path) -> Printed:
    """Write a PDF and the same as a JSON document beside it. Raises NoPrintError."""
    file = keep_pdf(pages, folder)
    return Printed(file=file, beside=_keep(document, file.with_suffix(".json")))


def _keep(data: bytes, target: Path) -> Path:
    folder = target.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
    except OSError as error:
        raise NoPrintError from error
    return target


def forget_handed_over(folder: Path, now: float) -> int:
    """Remove slips and own data older than KEPT_HOURS (``now``: seconds since 1970): somebody is named on them.

    Gives how many went. What cannot be removed stays for the next time.
    """
    gone = 0
    for paper in (file for pattern in HANDED_OVER for file in folder.glob(pattern)):
        try:
            if paper.stat().st_mtime < now - KEPT_HOURS * 3600:
                paper.unlink()
                gone += 1
        except OSError:
            continue
    return gone


def _layout(page: Page) -> QPageLayout:
    upright = QSizeF(min(page.width, page.height), max(page.width, page.height))
    size = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    across = page.width > page.height
    turned = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    return QPageLayout(size, turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def _draw(device: QPagedPaintDevice, resolution: int, pages: Sequence[Page], *, black: bool) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise NoPrintError
    try:
        for at, page in enumerate(pages):
            if at:
                device.newPage()
            dots = resolution / MM_PER_INCH
            draw(page, painter, QRectF(0, 0, page.width * dots, page.height * dots), black=black)
    finally:
        painter.end()
