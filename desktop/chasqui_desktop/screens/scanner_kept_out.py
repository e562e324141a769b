"""Pages on which one key decides: a code that ends in 6, with its Enter, would erase somebody. No scanner here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from chasqui_desktop.screens.register.burst import Burst
from chasqui_desktop.words import say

SHORTEST = 3
"""Nothing typed is lost here, so a run of three keys, none slower than a scanner's, is taken for one already."""

NOT_HERE = say("Frame", "Aquí no se escanea")
NOTHING_CHANGED = say("Frame", "Nada cambió. Se escanea en Registrar, F2.")


def keep_scanner_out(page: QWidget, told: Callable[[], None]) -> Burst:
    """Let no burst of keys reach ``page``, but for a line somebody writes in; ``told`` hears that one came."""
    burst = Burst(page, lambda _text: not isinstance(QApplication.focusWidget(), QLineEdit), SHORTEST)
    burst.heard.connect(lambda _text: told())
    return burst
