"""The drives of this laptop that could hold a second copy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStorageInfo

_LEAST_BYTES = 256 * 1024 * 1024
"""A season's journal, signatures aside, many times over."""
_PLACES = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where Linux and macOS put what people plug in; the other mounts belong to the system."""


class Drive(NamedTuple):
    """A drive as its owner knows it: where it is, and what it is called."""

    root: str
    name: str


def drives(profile: Path) -> list[Drive]:
    """List drives that can be written and are not the profile's own."""
    own = QStorageInfo(str(profile))
    return [Drive(one.rootPath(), one.displayName()) for one in _others(QStorageInfo.mountedVolumes(), own)]


def _others(volumes: Iterable[QStorageInfo], own: QStorageInfo) -> Iterable[QStorageInfo]:
    for one in volumes:
        can_hold = one.isValid() and one.isReady() and not one.isReadOnly() and one.bytesAvailable() >= _LEAST_BYTES
        root = one.rootPath()
        is_peoples = not root.startswith("/") or root.startswith(_PLACES)
        if can_hold and is_peoples and one.device() != own.device():
            yield one
