"""A laptop that slept is noticed on every platform; an ordinary second and a clock set back are not sleep."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.sleep import Sleep


class Time:
    def __init__(self) -> None:
        self.clock = 1_790_000_000_000
        self.stopwatch = 100.0

    def go(self, clock: float, stopwatch: float) -> None:
        self.clock += round(clock * 1000)
        self.stopwatch += stopwatch


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def sleep(qapp: QApplication, time: Time) -> Iterator[Sleep]:
    owner = QObject(qapp)
    made = Sleep(lambda: time.clock, lambda: time.stopwatch, owner)
    made._timer.stop()
    yield made
    owner.deleteLater()


@pytest.mark.parametrize(("clock", "stopwatch"), [(600, 1), (6.5, 1), (600, 600), (0, 30)])
def test_sleep_is_noticed_at_the_first_tick_after_it(
    sleep: Sleep, time: Time, qtbot: QtBot, clock: float, stopwatch: float
) -> None:
    time.go(clock, stopwatch)
    with qtbot.waitSignal(sleep.woke):
        sleep.look()
    time.go(1, 1)
    with qtbot.assertNotEmitted(sleep.woke):
        sleep.look()


@pytest.mark.parametrize(("clock", "stopwatch"), [(1, 1), (3, 3), (2, 1), (-86_400, 1), (8, 8)])
def test_an_ordinary_second_is_no_sleep(sleep: Sleep, time: Time, qtbot: QtBot, clock: float, stopwatch: float) -> None:
    time.go(clock, stopwatch)
    with qtbot.assertNotEmitted(sleep.woke):
        sleep.look()
