"""After each test its windows are really gone, and the next one finds the light theme at 100 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from chasqui_desktop.theme import look


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Delete what pytest-qt has closed: a window that lingers is dressed again by every later change of theme."""
    yield
    if not isinstance(QApplication.instance(), QApplication):
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    look().use("light")
    look().set_scale(100)
    look().set_compact(False)
