"""A secret of this laptop, mixed into every phrase: the user's folder alone, copied or stolen, cannot be guessed at.

It lies in the operating system's keyring (Windows' credential store, the keychain of macOS, the Secret Service
of Linux desktops). Where there is none, or one that keeps nothing, it lies in a file beside the profile, which
only its owner may read: then a stolen disk holds both, and the phrase alone protects what is on it.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Protocol

import keyring

from chasqui_desktop.vault.files import disk_troubles, private_folder, write_whole
from chasqui_sync.core.problems import Problem, Trouble

SECRET_BYTES = 32
_SERVICE = "chasqui"
_RING, _FILE = "keyring", "file"


class Ring(Protocol):
    """A keyring as the library of that name gives it."""

    def get_password(self, service_name: str, username: str) -> str | None:
        """Give what was kept."""

    def set_password(self, service_name: str, username: str, password: str) -> None:
        """Keep a word."""

    def delete_password(self, service_name: str, username: str) -> None:
        """Forget it."""


class DeviceSecrets:
    """The secrets of one profile's vaults, each by a name that says where it lies (``keyring:…``, ``file:…``)."""

    def __init__(self, folder: Path, ring: Ring) -> None:
        """``folder`` is where secrets go that the keyring does not keep."""
        self._folder = folder
        self._ring = ring

    def keep(self, name: str, secret: bytes) -> str:
        """Keep a secret and read it again; give the name to find it by. Raises Trouble as ``write_whole``."""
        if self._is_kept_by_ring(name, secret):
            return f"{_RING}:{name}"
        with disk_troubles():
            private_folder(self._folder)
            write_whole(self._folder / name, secret)
        return f"{_FILE}:{name}"

    def find(self, kept: str) -> bytes:
        """Give a secret by the name ``keep`` gave. Raises Trouble(DEVICE_SECRET_GONE)."""
        place, _, name = kept.partition(":")
        try:
            secret = self._from_ring(name) if place == _RING else (self._folder / name).read_bytes()
        except (OSError, ValueError) as error:
            raise Trouble(Problem.DEVICE_SECRET_GONE) from error
        if len(secret) != SECRET_BYTES:
            raise Trouble(Problem.DEVICE_SECRET_GONE)
        return secret

    def forget(self, kept: str) -> None:
        """Let a secret go; whatever was mixed with it stays closed for ever."""
        place, _, name = kept.partition(":")
        if place == _RING:
            # each keyring fails in its own way, and what is left there opens nothing alone
            with contextlib.suppress(Exception):
                self._ring.delete_password(_SERVICE, name)
        else:
            (self._folder / name).unlink(missing_ok=True)

    def _is_kept_by_ring(self, name: str, secret: bytes) -> bool:
        try:
            self._ring.set_password(_SERVICE, name, secret.hex())
            return self._from_ring(name) == secret
        except Exception:  # noqa: BLE001 - each keyring fails in its own way, and the file is there for all of them
            return False

    def _from_ring(self, name: str) -> bytes:
        """Raises ValueError where the ring has none, or cannot say."""
        try:
            return bytes.fromhex(self._ring.get_password(_SERVICE, name) or "")
        except Exception as error:
            raise ValueError(name) from error


def secrets_of(profile: Path, ring: Ring = keyring) -> DeviceSecrets:
    """Give the secrets of a profile; the folder for what no keyring keeps lies beside it, never in it."""
    return DeviceSecrets(profile.with_name(f"{profile.name}-llave"), ring)
