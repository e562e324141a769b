"""A protection focal point's private keys on her own laptop: brought in from a file, kept sealed in the vault.

``users/<id>/protection.json`` holds each under AES-256-GCM by a key of its own from the vault key. It is no part of
the register: no second copy and nothing that travels has it, and wiping the folder takes it away.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from chasqui_desktop.vault.files import disk_troubles, write_whole
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import Sealed
from chasqui_sync.sealing import public_name, unseal

LONGEST_FILE = 64 * 1024
_FILE = "protection.json"
_KEEP = b"chasqui protection key v1\n"


class _Kept(msgspec.Struct, frozen=True):
    """A private key by the name of its public half, which is bound in."""

    name: str
    nonce: bytes
    sealed: bytes


class ProtectionKeys:
    """The keys of one unlocked user. Belongs to the lane that asks it; locking drops it."""

    def __init__(self, folder: Path, key: bytes, randomness: Callable[[int], bytes]) -> None:
        """``folder`` is the user's; ``key``: ``Unlocked.protection_key``. What cannot be read is as if not there."""
        self._file = folder / _FILE
        self._cipher = AESGCM(key)
        self._randomness = randomness
        self._keys = {kept.name: private for kept in self._read() if (private := self._opened(kept)) is not None}
        self._answers: dict[tuple[str, str], dict[str, Any]] = {}

    @property
    def names(self) -> frozenset[str]:
        """Names of the keys that were brought in; see ``Sealed.key``."""
        return frozenset(self._keys)

    def bring(self, file: bytes, phrase: str) -> str:
        """Take a private key from the bytes of its file (PEM, with or without a phrase); give its name.

        Raises Trouble(KEY_UNREADABLE | KEY_PHRASE | DISK_FULL | PROFILE_UNWRITABLE).
        """
        private = private_key(file, phrase)
        name = public_name(private)
        self._write({**self._keys, name: private})
        self._keys[name] = private
        return name

    def drop(self) -> None:
        """Take every key off this laptop; what lies sealed in the register stays sealed. Raises as ``bring``."""
        with disk_troubles():
            self._file.unlink(missing_ok=True)
        self._keys.clear()
        self._answers.clear()

    def opened(self, sealed: Sealed, record: str) -> dict[str, Any]:
        """Open what was sealed about a record.

        Raises Trouble(KEY_MISSING) where it was sealed to a key that is not here, Trouble(SIGNATURE_WRONG).
        """
        if sealed.key not in self._keys:
            raise Trouble(Problem.KEY_MISSING)
        known = self._answers.get((record, sealed.sealed))
        if known is None:
            # a list opens each of them to tell who needs something: once is enough while the laptop is unlocked
            known = self._answers[record, sealed.sealed] = unseal(sealed, record, self._keys[sealed.key])
        return known

    def _read(self) -> list[_Kept]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=list[_Kept])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return []

    def _opened(self, kept: _Kept) -> bytes | None:
        try:
            return self._cipher.decrypt(kept.nonce, kept.sealed, _KEEP + kept.name.encode())
        except (InvalidTag, ValueError):
            return None

    def _write(self, keys: dict[str, bytes]) -> None:
        kept = []
        for name, private in sorted(keys.items()):
            nonce = self._randomness(12)
            kept.append(_Kept(name, nonce, self._cipher.encrypt(nonce, private, _KEEP + name.encode())))
        with disk_troubles():
            write_whole(self._file, msgspec.json.encode(kept))


def private_key(file: bytes, phrase: str) -> bytes:
    """Read the 32 bytes of an X25519 key from a PEM file.

    Raises Trouble(KEY_PHRASE) where its phrase is missing or another, Trouble(KEY_UNREADABLE) for what is no such key.
    """
    is_under_phrase = b"ENCRYPTED" in file
    if is_under_phrase and not phrase:
        raise Trouble(Problem.KEY_PHRASE)
    try:
        key = load_pem_private_key(file, phrase.encode() if is_under_phrase else None)
    except (ValueError, TypeError) as error:
        # cryptography says the same of a wrong phrase and of a file that was cut; only one of them can be mended here
        raise Trouble(Problem.KEY_PHRASE if is_under_phrase else Problem.KEY_UNREADABLE) from error
    if not isinstance(key, X25519PrivateKey):
        raise Trouble(Problem.KEY_UNREADABLE)
    return key.private_bytes_raw()
