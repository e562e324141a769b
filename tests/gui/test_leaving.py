"""The file locks before the laptop sleeps and when another user sits down; a double of logind, messages of Windows."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.logind import Logind
from chasqui_desktop.windows_messages import (
    CONSOLE_TAKEN,
    LOCKED,
    LOGS_OFF,
    POWER_BROADCAST,
    REMOTE_TAKEN,
    SESSION_CHANGE,
    SUSPENDS,
    Message,
    WindowsMessages,
)
from tests.helpers.logind import Bus

NOWHERE = "unix:path=/nowhere/bus"


@pytest.fixture
def logind(qapp: QApplication, logind_bus: Bus) -> Iterator[Logind]:
    owner = QObject(qapp)
    yield Logind(QDBusConnection.connectToBus(logind_bus.address, "chasqui test"), owner)
    owner.deleteLater()
    QDBusConnection.disconnectFromBus("chasqui test")


@pytest.mark.parametrize("word", ["sleep", "lock", "switch"])
def test_whoever_leaves_is_heard_each_time_on_linux(logind: Logind, logind_bus: Bus, qtbot: QtBot, word: str) -> None:
    for _ in range(2):
        with qtbot.waitSignal(logind.leaving):
            logind_bus.say(word)


def test_waking_and_coming_back_are_no_departure(logind: Logind, logind_bus: Bus, qtbot: QtBot) -> None:
    heard: list[str] = []
    logind.leaving.connect(lambda: heard.append("left"))
    logind_bus.say("wake")
    logind_bus.say("back")
    # what is said next comes after both
    with qtbot.waitSignal(logind.leaving):
        logind_bus.say("sleep")
    assert heard == ["left"]


def test_sleep_waits_while_a_register_is_open(logind: Logind, logind_bus: Bus) -> None:
    assert logind_bus.held() == 0
    logind.hold()
    logind.hold()
    assert (logind.is_holding, logind_bus.held()) == (True, 1)
    logind.let_go()
    logind.let_go()
    assert (logind.is_holding, logind_bus.held()) == (False, 0)


def test_without_logind_nothing_is_heard_and_nothing_breaks(qapp: QApplication) -> None:
    owner = QObject(qapp)
    deaf = Logind(QDBusConnection.connectToBus(NOWHERE, "nowhere"), owner)
    deaf.hold()
    deaf.let_go()
    assert not deaf.is_holding
    owner.deleteLater()


@pytest.mark.parametrize(
    ("message", "what", "leaves"),
    [
        (POWER_BROADCAST, SUSPENDS, True),
        (SESSION_CHANGE, LOCKED, True),
        (SESSION_CHANGE, CONSOLE_TAKEN, True),
        (SESSION_CHANGE, REMOTE_TAKEN, True),
        (SESSION_CHANGE, LOGS_OFF, True),
        # resumed, charger pulled, unlocked, and another message with the same number
        (POWER_BROADCAST, 0x12, False),
        (POWER_BROADCAST, 0xA, False),
        (SESSION_CHANGE, 0x8, False),
        (0x0100, LOCKED, False),
    ],
)
def test_windows_says_who_leaves(message: int, what: int, leaves: bool) -> None:
    heard: list[str] = []
    said = Message(None, message, what, 0)
    messages = WindowsMessages(lambda: heard.append("left"))
    assert messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(said)) == (False, 0)
    assert messages.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert heard == (["left"] if leaves else [])
