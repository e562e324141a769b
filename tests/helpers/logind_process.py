"""A double of systemd-logind on a bus of its own: ``python -m tests.helpers.logind_process ADDRESS``.

It says ``ready``, then does one thing for each word on standard input: ``sleep``, ``wake``, ``lock``, ``switch``
(another user comes to the front), ``back``. ``held?`` prints how many inhibitors are held.
"""

from __future__ import annotations

import os
import sys
import threading
from typing import Any

from PySide6.QtCore import ClassInfo, Property, QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

from chasqui_desktop.logind import MANAGER, PATH, PROPERTIES, SERVICE, SESSION

class_info: Any = ClassInfo
"""PySide6's stubs take it for a class without arguments."""
OWN = f"{PATH}/session/_31"


@class_info({"D-Bus Interface": MANAGER})
class Manager(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.pipes: list[int] = []

    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, _name: str) -> QDBusObjectPath:
        return QDBusObjectPath(OWN)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, _who: str, _why: str, mode: str) -> QDBusUnixFileDescriptor:
        assert (what, mode) == ("sleep", "delay")
        ours, theirs = os.pipe()
        os.set_blocking(ours, False)
        self.pipes.append(ours)
        given = QDBusUnixFileDescriptor(theirs)
        os.close(theirs)
        return given

    def held(self) -> int:
        return sum(_is_open(each) for each in self.pipes)


@class_info({"D-Bus Interface": SESSION})
class Session(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.in_front, self.locked = True, False

    Active = Property(bool, lambda self: self.in_front)
    LockedHint = Property(bool, lambda self: self.locked)


def _is_open(pipe: int) -> bool:
    try:
        return os.read(pipe, 1) != b""
    except BlockingIOError:
        return True


class Double(QObject):
    """Lives in the thread of the bus; ``told`` brings words from the other."""

    told = Signal(str)

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus, self._manager, self._session = bus, Manager(), Session()
        everything = QDBusConnection.RegisterOption.ExportAllContents
        assert bus.registerObject(PATH, self._manager, everything)
        assert bus.registerObject(OWN, self._session, everything)
        assert bus.registerService(SERVICE)
        self.told.connect(self.do, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def do(self, word: str) -> None:
        if word in ("sleep", "wake"):
            self._signal(PATH, MANAGER, "PrepareForSleep", word == "sleep")
        elif word == "lock":
            self._signal(OWN, SESSION, "Lock")
        elif word in ("switch", "back"):
            self._session.in_front = word == "back"
            self._signal(OWN, PROPERTIES, "PropertiesChanged", SESSION)
        elif word == "held?":
            say(str(self._manager.held()))

    def _signal(self, path: str, interface: str, name: str, *arguments: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(arguments))
        assert self._bus.send(message)


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main(address: str) -> None:
    app = QCoreApplication([])
    double = Double(QDBusConnection.connectToBus(address, "logind"))

    def listen() -> None:
        for line in sys.stdin:
            double.told.emit(line.strip())

    threading.Thread(target=listen, daemon=True).start()
    say("ready")
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
