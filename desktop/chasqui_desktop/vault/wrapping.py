"""The file of a vault, and the ways its key is wrapped in it.

Each way to the same vault key is an entry of ``wrapped``: the phrase, stretched by Argon2id, mixed with the
laptop's secret; and, where headquarters has a recovery key, a secret of 16 bytes that was sealed to it.
Version 1 knew the phrase alone; such a vault opens as it is until its phrase is chosen anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from chasqui_desktop.vault.device_secret import SECRET_BYTES, DeviceSecrets
from chasqui_desktop.vault.files import disk_troubles, write_whole
from chasqui_desktop.vault.phrase import normal_phrase
from chasqui_desktop.vault.stretch import KEY_BYTES, Stretch, stretched
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.spoken import SECRET_BYTES as SPOKEN_BYTES
from chasqui_sync.sealing import seal_recovery

VERSION = 2
VAULT = "vault.json"
PHRASE, LAPTOP, RECOVERY = "phrase", "laptop", "recovery"
_WRAP = b"chasqui vault v1 wrap"


class Wrapped(msgspec.Struct, frozen=True, kw_only=True):
    """The vault key under AES-256-GCM; ``factors`` names what its wrapping key is made of, in order."""

    factors: list[str]
    nonce: bytes
    sealed: bytes


class WayBack(msgspec.Struct, frozen=True, kw_only=True):
    """The newest recovery secret, sealed to headquarters' ``key`` for this ``device``; ``left``: they have it."""

    device: str
    key: bytes
    sealed: bytes
    left: bool = False


class VaultFile(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in plain: nothing but how to ask, and whose card to show. See ``UserCard``.

    ``device_secret`` names where this laptop's part lies.
    """

    version: int
    short_name: str
    initials: str
    role: str
    salt: bytes
    stretch: Stretch
    wrapped: list[Wrapped]
    device_secret: str | None = None
    way_back: WayBack | None = None

    def ways(self, *factors: str) -> list[Wrapped]:
        """Give the wrapped keys made of these factors, the oldest first."""
        return [each for each in self.wrapped if each.factors == list(factors)]


def read_vault(folder: Path) -> VaultFile:
    """Read a user's vault. Raises Trouble(DATABASE_DAMAGED), Trouble(DATABASE_NEWER) for a later version's."""
    try:
        file = msgspec.json.decode((folder / VAULT).read_bytes(), type=VaultFile)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Trouble(Problem.DATABASE_DAMAGED) from error
    if not 1 <= file.version <= VERSION:
        raise Trouble(Problem.DATABASE_NEWER)
    return file


def write_vault(folder: Path, file: VaultFile) -> None:
    """Write a vault whole. Raises Trouble(DISK_FULL | PROFILE_UNWRITABLE)."""
    with disk_troubles():
        write_whole(folder / VAULT, msgspec.json.format(msgspec.json.encode(file)))


def replace_vault(folder: Path, file: VaultFile, secrets: DeviceSecrets) -> None:
    """Put a vault in the place of the one before, and let the secret go that the file which lies there needs not."""
    before = read_vault(folder)
    try:
        write_vault(folder, file)
    finally:
        # even a write that failed may have put the new file in its place
        needed = read_vault(folder).device_secret
        for kept in {before.device_secret, file.device_secret} - {needed, None}:
            assert kept is not None
            secrets.forget(kept)


def vault_key(file: VaultFile, passphrase: str, secrets: DeviceSecrets) -> bytes:
    """Unwrap the key by the phrase. Takes about a second, on purpose.

    Raises Trouble(PASSPHRASE_WRONG | DEVICE_SECRET_GONE | DATABASE_DAMAGED).
    """
    for wrapped in file.ways(PHRASE):
        return _unwrapped(wrapped, _phrase_key(passphrase, file.salt, file.stretch, None))
    for wrapped in file.ways(PHRASE, LAPTOP):
        secret = secrets.find(file.device_secret or "")
        return _unwrapped(wrapped, _phrase_key(passphrase, file.salt, file.stretch, secret))
    raise Trouble(Problem.DATABASE_DAMAGED)


def vault_key_by_secret(file: VaultFile, secret: bytes) -> bytes:
    """Unwrap the key by a recovery secret. Raises Trouble(RECOVERY_CODE) where it opens none of the ways."""
    for wrapped in file.ways(RECOVERY):
        try:
            return _unwrapped(wrapped, derived(secret, _WRAP))
        except Trouble:
            continue
    raise Trouble(Problem.RECOVERY_CODE)


def wrapped_by_phrase(
    file: VaultFile,
    key: bytes,
    passphrase: str,
    stretch: Stretch,
    randomness: Callable[[int], bytes],
    secrets: DeviceSecrets,
) -> VaultFile:
    """Give the vault under a phrase, with a fresh salt and a fresh secret of this laptop, which is kept first."""
    salt, secret = randomness(16), randomness(SECRET_BYTES)
    kept = secrets.keep(randomness(8).hex(), secret)
    wrapped = _wrapped(key, [PHRASE, LAPTOP], _phrase_key(passphrase, salt, stretch, secret), randomness(12))
    return msgspec.structs.replace(
        file,
        version=VERSION,
        salt=salt,
        stretch=stretch,
        wrapped=[wrapped, *file.ways(RECOVERY)],
        device_secret=kept,
    )


def wrapped_for_recovery(
    file: VaultFile, key: bytes, device: str, recovery_key: bytes, randomness: Callable[[int], bytes]
) -> VaultFile:
    """Give the vault with one more way back, still to be left with headquarters; older ones open until then."""
    secret = randomness(SPOKEN_BYTES)
    wrapped = _wrapped(key, [RECOVERY], derived(secret, _WRAP), randomness(12))
    way_back = WayBack(device=device, key=recovery_key, sealed=seal_recovery(secret, device, recovery_key))
    return msgspec.structs.replace(file, wrapped=[*file.wrapped, wrapped], way_back=way_back)


def derived(key: bytes, purpose: bytes, salt: bytes | None = None) -> bytes:
    """Derive 32 bytes for a purpose (HKDF, RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(key)


def _phrase_key(passphrase: str, salt: bytes, stretch: Stretch, secret: bytes | None) -> bytes:
    """Stretch a phrase and mix this laptop's secret in, as the salt of HKDF: without either the key is chance."""
    return derived(stretched(normal_phrase(passphrase), salt, stretch), _WRAP, secret)


def _wrapped(key: bytes, factors: list[str], wrapping_key: bytes, nonce: bytes) -> Wrapped:
    sealed = AESGCM(wrapping_key).encrypt(nonce, key, _WRAP + ",".join(factors).encode())
    return Wrapped(factors=factors, nonce=nonce, sealed=sealed)


def _unwrapped(wrapped: Wrapped, key: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(wrapped.nonce, wrapped.sealed, _WRAP + ",".join(wrapped.factors).encode())
    except InvalidTag as error:
        raise Trouble(Problem.PASSPHRASE_WRONG) from error
