"""After each test its windows are really gone, and the next one finds the light theme at 100 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.theme import look
from tests.helpers.desk import Clerk, new_desk


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


@pytest.fixture
def clerk(qtbot: QtBot) -> Clerk:
    """Give somebody at the desk, in a window of its drawn size, the notice in front of her."""
    window = QWidget()
    qtbot.addWidget(window)
    desk = new_desk()
    column = QVBoxLayout(window)
    column.setContentsMargins(96, 56, 0, 0)
    column.addWidget(desk)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    desk.enter()
    return Clerk(desk, window)
