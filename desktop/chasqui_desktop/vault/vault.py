"""A user's folder: ``users/<id>/vault.json`` holds the wrapped vault key, ``register.db`` the register.

The phrase, stretched by Argon2id and mixed with a secret of this laptop (``device_secret``), unwraps 32
random bytes, the vault key; HKDF (RFC 5869) gives from it the key of the database and that of the second copy.
Each way to the same vault key is an entry of ``wrapped``. Signing in without a line *is* a successful
unwrapping. Version 1 knew the phrase alone; such a vault opens as it is until its phrase is chosen anew.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from chasqui_desktop.vault.device_secret import SECRET_BYTES, DeviceSecrets
from chasqui_desktop.vault.files import disk_troubles, private_folder, settle, write_whole
from chasqui_desktop.vault.phrase import check_phrase, normal_phrase
from chasqui_desktop.vault.stretch import KEY_BYTES, Stretch, stretched
from chasqui_sync.core.problems import Problem, Trouble

VERSION = 2
_VAULT = "vault.json"
_REGISTER = "register.db"
_PHRASE, _LAPTOP = "phrase", "laptop"
_WRAP = b"chasqui vault v1 wrap"
_DATABASE = b"chasqui vault v1 database"
_COPY = b"chasqui vault v1 copy"


class Wrapped(msgspec.Struct, frozen=True, kw_only=True):
    """The vault key under AES-256-GCM; ``factors`` names what its wrapping key is made of, in order."""

    factors: list[str]
    nonce: bytes
    sealed: bytes


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


class UserCard(NamedTuple):
    """A card of the sign-in screen: first name and one initial, two letters for the circle, role."""

    user: str
    folder: Path
    short_name: str
    initials: str
    role: str


class Unlocked(NamedTuple):
    """An unlocked vault: where the register lies, and the 32-byte keys of its database and of the second copy."""

    user: str
    register: Path
    key: bytes
    copy_key: bytes


class NewUser(NamedTuple):
    """Who gets a vault: ``user`` names the folder (letters and digits), ``name`` is shortened for the card."""

    user: str
    name: str
    role: str


def users(profile: Path) -> list[UserCard]:
    """List who can sign in on this laptop, by short name; folders that are no vault are passed over."""
    cards = []
    for vault in sorted((profile / "users").glob(f"*/{_VAULT}")):
        try:
            file = msgspec.json.decode(vault.read_bytes(), type=VaultFile)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            continue
        if vault.parent.suffix != ".new":
            cards.append(UserCard(vault.parent.name, vault.parent, file.short_name, file.initials, file.role))
    return sorted(cards, key=lambda card: card.short_name)


def create(
    profile: Path,
    passphrase: str,
    new: NewUser,
    stretch: Stretch,
    randomness: Callable[[int], bytes],
    secrets: DeviceSecrets,
    lay: Callable[[Unlocked], None],
) -> Unlocked:
    """Make a user's folder: ``lay`` makes the register in it before the folder takes its place.

    So after a power cut there is a user with a register, or none. ``randomness`` gives that many random
    bytes. Raises Trouble(PASSPHRASE_WEAK | PROFILE_UNWRITABLE | DISK_FULL), FileExistsError where the
    user has a folder already.
    """
    check_phrase(passphrase)
    folder = profile / "users" / new.user
    if folder.exists():
        raise FileExistsError(folder)
    made = folder.with_name(new.user + ".new")
    vault_key = randomness(KEY_BYTES)
    card = VaultFile(
        version=VERSION,
        short_name=_short_name(new.name),
        initials=_initials(new.name),
        role=new.role,
        salt=b"",
        stretch=stretch,
        wrapped=[],
    )
    with disk_troubles():
        shutil.rmtree(made, ignore_errors=True)
        private_folder(made)
        write_whole(made / _VAULT, _encoded(_wrapped_anew(card, vault_key, passphrase, stretch, randomness, secrets)))
        lay(_opened(new.user, made, vault_key))
        made.rename(folder)
        settle(folder.parent)
    return _opened(new.user, folder, vault_key)


def unlock(folder: Path, passphrase: str, secrets: DeviceSecrets) -> Unlocked:
    """Unwrap the vault key of a user's folder (``UserCard.folder``). Takes about a second, on purpose.

    Raises Trouble(PASSPHRASE_WRONG), Trouble(DEVICE_SECRET_GONE) where the laptop's part cannot be had,
    Trouble(DATABASE_DAMAGED) where the vault is not whole, Trouble(DATABASE_NEWER) for one of a later version.
    """
    return _opened(folder.name, folder, _vault_key(_read(folder), passphrase, secrets))


def change_phrase(
    folder: Path, old: str, new: str, stretch: Stretch, randomness: Callable[[int], bytes], secrets: DeviceSecrets
) -> None:
    """Wrap the same vault key under another phrase, another salt and another secret of this laptop.

    After a power cut one of the two phrases opens, never none. Raises as ``unlock`` and ``write_whole``, and
    Trouble(PASSPHRASE_WEAK); then the old phrase goes on.
    """
    check_phrase(new)
    file = _read(folder)
    vault_key = _vault_key(file, old, secrets)
    _write_anew(folder, _wrapped_anew(file, vault_key, new, stretch, randomness, secrets), secrets)


def _read(folder: Path) -> VaultFile:
    try:
        file = msgspec.json.decode((folder / _VAULT).read_bytes(), type=VaultFile)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Trouble(Problem.DATABASE_DAMAGED) from error
    if not 1 <= file.version <= VERSION:
        raise Trouble(Problem.DATABASE_NEWER)
    return file


def _vault_key(file: VaultFile, passphrase: str, secrets: DeviceSecrets) -> bytes:
    for wrapped in file.wrapped:
        if wrapped.factors == [_PHRASE]:
            return _unwrap(wrapped, _wrapping_key(passphrase, file.salt, file.stretch, None))
        if wrapped.factors == [_PHRASE, _LAPTOP] and file.device_secret is not None:
            secret = secrets.find(file.device_secret)
            return _unwrap(wrapped, _wrapping_key(passphrase, file.salt, file.stretch, secret))
    raise Trouble(Problem.DATABASE_DAMAGED)


def _wrapped_anew(
    file: VaultFile,
    vault_key: bytes,
    passphrase: str,
    stretch: Stretch,
    randomness: Callable[[int], bytes],
    secrets: DeviceSecrets,
) -> VaultFile:
    """Give the vault under a phrase, with a fresh salt and a fresh secret of this laptop, which is kept first."""
    salt, secret = randomness(16), randomness(SECRET_BYTES)
    kept = secrets.keep(randomness(8).hex(), secret)
    factors = [_PHRASE, _LAPTOP]
    wrapped = _wrap(vault_key, factors, _wrapping_key(passphrase, salt, stretch, secret), randomness(12))
    return msgspec.structs.replace(
        file, version=VERSION, salt=salt, stretch=stretch, wrapped=[wrapped], device_secret=kept
    )  # fmt: skip - five short values


def _write_anew(folder: Path, file: VaultFile, secrets: DeviceSecrets) -> None:
    """Put a vault in the place of the one before, and let the secret go that the file which lies there needs not."""
    before = _read(folder)
    try:
        with disk_troubles():
            write_whole(folder / _VAULT, _encoded(file))
    finally:
        # even a write that failed may have put the new file in its place
        needed = _read(folder).device_secret
        for kept in {before.device_secret, file.device_secret} - {needed, None}:
            assert kept is not None
            secrets.forget(kept)


def _encoded(file: VaultFile) -> bytes:
    return msgspec.json.format(msgspec.json.encode(file))


def _opened(user: str, folder: Path, vault_key: bytes) -> Unlocked:
    return Unlocked(user, folder / _REGISTER, _derived(vault_key, _DATABASE), _derived(vault_key, _COPY))


def _wrapping_key(passphrase: str, salt: bytes, stretch: Stretch, secret: bytes | None) -> bytes:
    """Stretch a phrase and mix this laptop's secret in, as the salt of HKDF: without either the key is chance."""
    return _derived(stretched(normal_phrase(passphrase), salt, stretch), _WRAP, secret)


def _wrap(vault_key: bytes, factors: list[str], key: bytes, nonce: bytes) -> Wrapped:
    sealed = AESGCM(key).encrypt(nonce, vault_key, _WRAP + ",".join(factors).encode())
    return Wrapped(factors=factors, nonce=nonce, sealed=sealed)


def _unwrap(wrapped: Wrapped, key: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(wrapped.nonce, wrapped.sealed, _WRAP + ",".join(wrapped.factors).encode())
    except InvalidTag as error:
        raise Trouble(Problem.PASSPHRASE_WRONG) from error


def _derived(key: bytes, purpose: bytes, salt: bytes | None = None) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(key)


def _short_name(name: str) -> str:
    """``Milagros Torres`` → ``Milagros T.``: whoever finds the laptop learns no whole name."""
    words = name.split()
    return " ".join(words[:1] + [f"{words[-1][0]}." for _ in words[1:2]])


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]]).upper()
