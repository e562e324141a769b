"""The hand of the person across the table: what no key can do."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from chasqui_desktop.widgets.signature import SignaturePad

_POINTS = 90


def sign() -> None:
    """Sign with the mouse in the box that is in front: loops that grow smaller, and a line under them."""
    [pad] = [one for one in QApplication.allWidgets() if isinstance(one, SignaturePad) and one.isVisible()]
    loops = [_loop(step / _POINTS) for step in range(_POINTS + 1)]
    for stroke in (loops, [(0.2, 0.72), (0.5, 0.69), (0.82, 0.62)]):
        places = [QPoint(round(across * pad.width()), round(down * pad.height())) for across, down in stroke]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(pad, place)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])


def _loop(share: float) -> tuple[float, float]:
    """Give a place of the loops by how much of them is drawn, in shares of the box."""
    turn, size = share * 7 * 2 * math.pi, 0.2 * (1 - 0.7 * share)
    return 0.2 + 0.55 * share + size * 0.35 * math.sin(turn), 0.5 - size * math.cos(turn)
