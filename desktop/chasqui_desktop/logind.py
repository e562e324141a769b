"""Hears from systemd-logind that the laptop is about to sleep, that its screen is locked, that somebody else sits down.

https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html. While a session is open a
*delay* inhibitor makes logind wait, five seconds at most, until the register is closed. Where there is no logind
nothing is heard, and ``sleep.Sleep`` notices afterwards.
"""

from __future__ import annotations

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusInterface,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

SERVICE = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"


class Logind(QObject):
    """Listens on a bus; ``leaving`` is said before the laptop sleeps, and when its screen or seat is given away."""

    leaving = Signal()

    def __init__(self, bus: QDBusConnection, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._delay: int | None = None
        self._own = ""
        if not bus.isConnected():
            return
        self._listen(PATH, MANAGER, "PrepareForSleep", SLOT("_sleeps(QDBusMessage)"))
        self._own = self._own_session()
        if self._own:
            self._listen(self._own, SESSION, "Lock", SLOT("_locked()"))
            self._listen(self._own, PROPERTIES, "PropertiesChanged", SLOT("_changed()"))

    def hold(self) -> None:
        """Ask logind to wait before it lets the laptop sleep; harmless where it waits already, or cannot."""
        if self._delay is not None or not self._bus.isConnected():
            return
        answer = self._manager().call("Inhibit", "sleep", "Chasqui", "Closes the encrypted register", "delay")
        [given] = answer.arguments()[:1] or [None]
        if isinstance(given, QDBusUnixFileDescriptor):
            # the answer's own copy is closed with it
            self._delay = os.dup(given.fileDescriptor())

    def let_go(self) -> None:
        """The register is closed: the laptop may sleep."""
        delay, self._delay = self._delay, None
        if delay is not None:
            os.close(delay)

    @property
    def is_holding(self) -> bool:
        """Whether logind waits for us."""
        return self._delay is not None

    def _listen(self, path: str, interface: str, name: str, slot: str) -> None:
        # PySide6 takes what SLOT gives, its stubs bytes
        self._bus.connect(SERVICE, path, interface, name, self, slot)  # type: ignore[call-overload]  # see above

    def _manager(self) -> QDBusInterface:
        return QDBusInterface(SERVICE, PATH, MANAGER, self._bus)

    def _own_session(self) -> str:
        """Give the path of the session this program runs in; empty where it runs in none."""
        answer = self._manager().call("GetSession", "auto")
        [path] = answer.arguments()[:1] or [None]
        return path.path() if isinstance(path, QDBusObjectPath) else ""

    def _is(self, name: str) -> bool | None:
        """Read a property of the own session; None where it cannot be read."""
        answer = QDBusInterface(SERVICE, self._own, PROPERTIES, self._bus).call("Get", SESSION, name)
        [value] = answer.arguments()[:1] or [None]
        return bool(value.variant()) if isinstance(value, QDBusVariant) else None

    @Slot(QDBusMessage)
    def _sleeps(self, message: QDBusMessage) -> None:
        if message.arguments()[:1] == [True]:
            self.leaving.emit()

    @Slot()
    def _locked(self) -> None:
        self.leaving.emit()

    @Slot()
    def _changed(self) -> None:
        """Somebody else's session comes to the front, or the screen's own lock closes."""
        if self._is("Active") is False or self._is("LockedHint") is True:
            self.leaving.emit()
