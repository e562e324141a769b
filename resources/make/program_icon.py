"""Renders mark/chasqui-icon.svg as the PNG and ICO that systems and installers want.

    QT_QPA_PLATFORM=offscreen python resources/make/program_icon.py

Run by hand after the drawing changes. The ICO container is written here because
Qt would put a single uncompressed picture into it, sixty times as large.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

MARK = Path(__file__).resolve().parent.parent / "chasqui_resources" / "mark"
ICO_SIDES = (16, 32, 48, 256)


def png(side: int) -> bytes:
    """The program's icon as a square PNG of that many pixels."""
    picture = QImage(QSize(side, side), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(MARK / "chasqui-icon.svg")).render(painter)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(written, QByteArray(b"png"))
    if not writer.write(picture):
        raise OSError(writer.errorString())
    return bytes(written.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """PNG pictures by side in one ICO file: ICONDIR, an ICONDIRENTRY each, the pictures.

    A side of 256 is written as 0, as the format wants.
    """
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for side, picture in pictures.items():
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(pictures.values())


def main() -> None:
    """Write both files beside the drawing."""
    application = QGuiApplication([])
    pictures = {side: png(side) for side in ICO_SIDES}
    (MARK / "chasqui-icon-256.png").write_bytes(pictures[256])
    (MARK / "chasqui-icon.ico").write_bytes(ico(pictures))
    application.quit()


if __name__ == "__main__":
    main()
