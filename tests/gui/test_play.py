"""A script ends the program once: whatever runs in the process afterwards still has its event loops."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.play import Player, Stage, Steps


class Bare:
    """A stage of which a script that presses nothing sees the window alone."""

    def __init__(self, window: QWidget) -> None:
        self.window = window


@pytest.mark.parametrize("steps", [[], [{"quit": True}], [{"press": "F5"}, {"quit": True}]])
def test_event_loops_still_run_after_a_script_has_ended_the_program(
    qapp: QApplication, qtbot: QtBot, steps: Steps
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    told: list[dict[str, Any]] = []
    parent = QObject()
    Player(cast(Stage, Bare(window)), steps, told.append, {}, bool, parent).start()
    assert qapp.exec() == 0
    for _turn in range(20):
        qapp.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    loop = QEventLoop()
    QTimer.singleShot(50, lambda: loop.exit(7))
    assert loop.exec() == 7
    assert [event for event in told if event["event"] == "end"] == [{"event": "end", "code": 0}]
