"""One process a profile: an operating-system lock, which ends with its process however that ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from chasqui_desktop.vault.files import disk_troubles, private_folder
from chasqui_sync.core.problems import Problem, Trouble

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


class ProfileLock:
    """Holds a profile for this process, from its making until ``release``."""

    def __init__(self, profile: Path) -> None:
        """Raises Trouble(PROFILE_IN_USE) where another process holds it, Trouble(PROFILE_UNWRITABLE)."""
        with disk_troubles():
            private_folder(profile)
            self._handle = os.open(profile / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _hold(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise Trouble(Problem.PROFILE_IN_USE if error.errno in _HELD else Problem.PROFILE_UNWRITABLE) from error

    def release(self) -> None:
        """Let another process have the profile; the empty file stays, as removing it would race."""
        os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _hold(handle: int) -> None:
        # flock and not lockf: a lock of the open file, which no other open and close of it can drop
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
