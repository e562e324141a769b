"""A user's folder: ``users/<id>/vault.json`` holds the wrapped vault key, ``register.db`` the register.

What is wrapped (``wrapping``) are 32 random bytes, the vault key; HKDF gives from it the key of the database and
that of the second copy. Signing in without a line *is* a successful unwrapping.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from chasqui_desktop.vault import wrapping
from chasqui_desktop.vault.device_secret import DeviceSecrets
from chasqui_desktop.vault.files import disk_troubles, private_folder, settle
from chasqui_desktop.vault.phrase import check_phrase
from chasqui_desktop.vault.stretch import KEY_BYTES, Stretch
from chasqui_desktop.vault.wrapping import VAULT, VaultFile, derived, read_vault, replace_vault, write_vault
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.spoken import heard_secret, spoken_device

_REGISTER = "register.db"
_DATABASE = b"chasqui vault v1 database"
_COPY = b"chasqui vault v1 copy"
_PROTECTION = b"chasqui vault v1 protection"


class UserCard(NamedTuple):
    """A card of the sign-in screen: first name and one initial, two letters for the circle, role."""

    user: str
    folder: Path
    short_name: str
    initials: str
    role: str


class Unlocked(NamedTuple):
    """An unlocked vault: where the register lies, and the 32-byte keys of its database and of the second copy.

    ``protection_key``: under which a protection focal point's private keys are kept; see ``protection``.
    ``to_leave``: the way back that headquarters does not have yet; see ``wrapping.WayBack``.
    """

    user: str
    register: Path
    key: bytes
    copy_key: bytes
    protection_key: bytes
    to_leave: bytes | None = None


class NewUser(NamedTuple):
    """Who gets a vault: ``user`` names the folder (letters and digits), ``name`` is shortened for the card.

    ``device`` and ``recovery_key`` are the certificate's; without a key there is no way back.
    """

    user: str
    name: str
    role: str
    device: str = ""
    recovery_key: bytes = b""


def users(profile: Path) -> list[UserCard]:
    """List who can sign in on this laptop, by short name; folders that are no vault are passed over."""
    cards = []
    for vault in sorted((profile / "users").glob(f"*/{VAULT}")):
        try:
            file = msgspec.json.decode(vault.read_bytes(), type=VaultFile)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            continue
        if vault.parent.suffix not in {".new", ".wiped"}:
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
    key = randomness(KEY_BYTES)
    with disk_troubles():
        shutil.rmtree(made, ignore_errors=True)
        private_folder(made)
        file = wrapping.wrapped_by_phrase(_blank(new, stretch), key, passphrase, stretch, randomness, secrets)
        if new.recovery_key:
            file = wrapping.wrapped_for_recovery(file, key, new.device, new.recovery_key, randomness)
        write_vault(made, file)
        lay(_opened(made, file, key))
        made.rename(folder)
        settle(folder.parent)
    return _opened(folder, file, key)


def unlock(folder: Path, passphrase: str, secrets: DeviceSecrets) -> Unlocked:
    """Unwrap the vault key of a user's folder (``UserCard.folder``). Takes about a second, on purpose.

    Raises Trouble(PASSPHRASE_WRONG), Trouble(DEVICE_SECRET_GONE) where the laptop's part cannot be had,
    Trouble(DATABASE_DAMAGED) where the vault is not whole, Trouble(DATABASE_NEWER) for one of a later version.
    """
    file = read_vault(folder)
    return _opened(folder, file, wrapping.vault_key(file, passphrase, secrets))


def change_phrase(
    folder: Path, old: str, new: str, stretch: Stretch, randomness: Callable[[int], bytes], secrets: DeviceSecrets
) -> None:
    """Wrap the same vault key under another phrase, another salt and another secret of this laptop.

    After a power cut one of the two phrases opens, never none. Raises as ``unlock`` and ``write_vault``, and
    Trouble(PASSPHRASE_WEAK); then the old phrase goes on.
    """
    check_phrase(new)
    file = read_vault(folder)
    key = wrapping.vault_key(file, old, secrets)
    replace_vault(folder, wrapping.wrapped_by_phrase(file, key, new, stretch, randomness, secrets), secrets)


def asking_code(folder: Path) -> str:
    """Give what is read out to headquarters when the phrase is forgotten. Raises Trouble(RECOVERY_NONE)."""
    way_back = read_vault(folder).way_back
    if way_back is None:
        raise Trouble(Problem.RECOVERY_NONE)
    return spoken_device(way_back.device)


def check_answer(folder: Path, answer: str) -> None:
    """Raise Trouble(RECOVERY_CODE) unless headquarters' answer opens this vault."""
    _key_by(read_vault(folder), answer)


def recover(
    folder: Path,
    answer: str,
    passphrase: str,
    stretch: Stretch,
    randomness: Callable[[int], bytes],
    secrets: DeviceSecrets,
) -> Unlocked:
    """Open a vault by headquarters' answer, and wrap its key under another phrase and for another way back.

    The answer opens it until the new way back has been left with headquarters (``way_back_left``): whoever
    forgets again before that is not lost. Raises Trouble(RECOVERY_CODE | PASSPHRASE_WEAK), else as ``write_vault``.
    """
    check_phrase(passphrase)
    before = read_vault(folder)
    key = _key_by(before, answer)
    file = wrapping.wrapped_by_phrase(before, key, passphrase, stretch, randomness, secrets)
    if before.way_back is not None:
        file = wrapping.wrapped_for_recovery(file, key, before.way_back.device, before.way_back.key, randomness)
    replace_vault(folder, file, secrets)
    return _opened(folder, file, key)


def note_role(folder: Path, role: str) -> None:
    """Show another role on whoever's card. Raises Trouble(DISK_FULL | PROFILE_UNWRITABLE)."""
    file = read_vault(folder)
    if file.role != role:
        write_vault(folder, msgspec.structs.replace(file, role=role))


def way_back_left(folder: Path, sealed: bytes) -> None:
    """Note that headquarters has this way back: older ones open nothing any more."""
    file = read_vault(folder)
    if file.way_back is None or file.way_back.sealed != sealed:
        return
    ways = [each for each in file.wrapped if each.factors != [wrapping.RECOVERY]]
    newest = file.ways(wrapping.RECOVERY)[-1:]
    way_back = msgspec.structs.replace(file.way_back, left=True)
    write_vault(folder, msgspec.structs.replace(file, wrapped=[*ways, *newest], way_back=way_back))


def _key_by(file: VaultFile, answer: str) -> bytes:
    secret = heard_secret(answer)
    if secret is None:
        raise Trouble(Problem.RECOVERY_CODE)
    return wrapping.vault_key_by_secret(file, secret)


def _blank(new: NewUser, stretch: Stretch) -> VaultFile:
    return VaultFile(
        version=wrapping.VERSION,
        short_name=_short_name(new.name),
        initials=_initials(new.name),
        role=new.role,
        salt=b"",
        stretch=stretch,
        wrapped=[],
    )  # fmt: skip - seven short values


def _opened(folder: Path, file: VaultFile, key: bytes) -> Unlocked:
    user = folder.name.removesuffix(".new")
    to_leave = None if file.way_back is None or file.way_back.left else file.way_back.sealed
    return Unlocked(
        user,
        folder / _REGISTER,
        derived(key, _DATABASE),
        derived(key, _COPY),
        derived(key, _PROTECTION),
        to_leave,
    )


def _short_name(name: str) -> str:
    """``Milagros Torres`` → ``Milagros T.``: whoever finds the laptop learns no whole name."""
    words = name.split()
    return " ".join(words[:1] + [f"{words[-1][0]}." for _ in words[1:2]])


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in [*words[:1], *words[1:][-1:]]).upper()
