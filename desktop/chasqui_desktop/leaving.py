"""When somebody leaves the laptop without a word: it sleeps, its screen is locked, another user sits down.

Linux tells it through logind, before it sleeps; Windows by messages to the window, a little before; on macOS, and
wherever neither is heard, ``sleep.Sleep`` notices at the first second after waking.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtDBus import QDBusConnection

from chasqui_desktop.logind import Logind
from chasqui_desktop.sleep import Sleep
from chasqui_desktop.windows_messages import WindowsMessages, ask_for_session_messages


class Leaving(QObject):
    """Listens to whatever this platform says; more than one may say the same departure."""

    left = Signal()

    def __init__(
        self, clock: Callable[[], int], stopwatch: Callable[[], float], window: Callable[[], int], parent: QObject
    ) -> None:
        """``clock``: ms since 1970 UTC; ``stopwatch``: seconds that only grow; ``window`` gives the native handle."""
        super().__init__(parent)
        self._sleep = Sleep(clock, stopwatch, self)
        self._sleep.woke.connect(self.left)
        self._logind: Logind | None = None
        if sys.platform == "linux":
            self._logind = Logind(QDBusConnection.systemBus(), self)
            self._logind.leaving.connect(self.left)
        if sys.platform == "win32":
            self._messages = WindowsMessages(self.left.emit)
            QCoreApplication.instance().installNativeEventFilter(self._messages)
            ask_for_session_messages(window())

    def hold(self) -> None:
        """A register is open: sleep is to wait until it is closed, where the platform can."""
        if self._logind is not None:
            self._logind.hold()

    def let_go(self) -> None:
        """It is closed."""
        if self._logind is not None:
            self._logind.let_go()
