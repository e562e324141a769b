"""What Windows says to a window before it sleeps and when its session is locked or given to another user.

WM_POWERBROADCAST comes to every top-level window, WM_WTSSESSION_CHANGE to those that asked for it
(https://learn.microsoft.com/windows/win32/power/wm-powerbroadcast, …/termserv/wm-wtssession-change).
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray

POWER_BROADCAST, SESSION_CHANGE = 0x0218, 0x02B1
SUSPENDS = 0x4
CONSOLE_TAKEN, REMOTE_TAKEN, LOGS_OFF, LOCKED = 0x2, 0x4, 0x6, 0x7
_LEAVING = {(POWER_BROADCAST, SUSPENDS)} | {
    (SESSION_CHANGE, what) for what in (CONSOLE_TAKEN, REMOTE_TAKEN, LOGS_OFF, LOCKED)
}
_THIS_SESSION = 0


class Message(ctypes.Structure):
    """The first fields of MSG; ``window`` is a handle."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("what", ctypes.c_size_t),
        ("more", ctypes.c_ssize_t),
    )


class WindowsMessages(QAbstractNativeEventFilter):
    """Reads each message before Qt does, and takes none away."""

    def __init__(self, leaving: Callable[[], None]) -> None:
        super().__init__()
        self._leaving = leaving

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        """Say that somebody leaves; ``message`` is the address of a MSG."""
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name == b"windows_generic_MSG":
            said = Message.from_address(int(message))
            if (said.message, said.what) in _LEAVING:
                self._leaving()
        return False, 0


def ask_for_session_messages(window: int) -> None:
    """Ask Windows to tell a window of its session; without that service nothing is told, and nothing breaks."""
    if sys.platform == "win32":
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window), _THIS_SESSION)
