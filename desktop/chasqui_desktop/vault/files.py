"""Files that are there whole or not at all, and readable by their owner alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chasqui_sync.core.problems import Problem, Trouble

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def disk_troubles() -> Iterator[None]:
    """Turn what the disk refuses into Trouble(DISK_FULL) or Trouble(PROFILE_UNWRITABLE)."""
    try:
        yield
    except OSError as error:
        raise Trouble(Problem.DISK_FULL if error.errno in _FULL else Problem.PROFILE_UNWRITABLE) from error


def private_folder(folder: Path) -> None:
    """Make a folder, and those above it, that only its owner may enter."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` so that after a power cut either the old or the new file is there."""
    temporary = path.with_name(path.name + ".new")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Write a folder's own entries to the disk; Windows does so by itself and knows no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
