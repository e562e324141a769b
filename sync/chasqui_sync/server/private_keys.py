"""Private keys that belong to people and not to this machine: made here, to be taken away.

One opens support answers (the protection focal point's), one opens laptops whose phrase was forgotten. Under a phrase
a key's file is PKCS #8 with PBES2, AES-256-CBC, whose 2,048 rounds of PBKDF2 cost little to guess at: hence the length.
The phrase is asked for on the terminal, or read from standard input: no argument, no variable, no file, no history.
"""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Callable
from pathlib import Path

import click
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from chasqui_sync.core.problems import Trouble
from chasqui_sync.core.spoken import spoken_secret
from chasqui_sync.sealing import unseal_recovery
from chasqui_sync.server.authors import ACTIVE
from chasqui_sync.server.desk import Recoverable
from chasqui_sync.server.reference import Wanted

RECOVERY_KEY = "recovery-key.private.pem"
SHORTEST_PHRASE = 20
"""Letters of a phrase: five plain words or more."""


def ask_new_phrase() -> str:
    """Ask for the phrase a new key is kept under, twice on a terminal. Raises ClickException where it is too short."""
    if sys.stdin.isatty():
        phrase = click.prompt("Phrase for the private key", hide_input=True, confirmation_prompt=True, err=True)
    else:
        phrase = sys.stdin.readline().rstrip("\r\n")
    if len(phrase) < SHORTEST_PHRASE:
        raise click.ClickException(
            f"A phrase of {SHORTEST_PHRASE} letters or more, five or six words, is asked for on a terminal "
            "or read from standard input."
        )
    return str(phrase)


def ask_phrase() -> str:
    """Ask for the phrase of a key that is here."""
    if sys.stdin.isatty():
        return str(click.prompt("Phrase of the private key", hide_input=True, err=True))
    return sys.stdin.readline().rstrip("\r\n")


def give_protection_keys(wanted: list[Wanted], folder: Path, phrase: str | None) -> None:
    """Give each edition without one a key to seal to; its private half is for the focal point to take away.

    ``phrase`` is what new files are kept under; None leaves them in clear, as only made-up people's may be.
    Raises ValueError where a file of that name is under a phrase already, and it is another.
    """
    for each in wanted:
        if each.kind == "edition" and not each.fields.get("protection_key"):
            name = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in each.fields["name"])
            public = _key(folder / f"protection-key-{name}.private.pem", phrase).public_key()
            each.fields["protection_key"] = base64.b64encode(public.public_bytes_raw()).decode()


def make_recovery_key(folder: Path, phrase: str | None) -> tuple[Path, bytes]:
    """Make the key that opens laptops whose phrase was forgotten; give its file and the raw public key."""
    file = folder / RECOVERY_KEY
    return file, _key(file, phrase).public_key().public_bytes_raw()


def open_recovery(device: str, known: Recoverable | None, file: Path) -> str:
    """Give what is to be read out to whoever sits before a laptop. Raises ValueError with a sentence why not."""
    if known is None:
        raise ValueError("There is no laptop of that name. See chasqui-server devices.")
    if known.status != ACTIVE:
        raise ValueError("This laptop was revoked. What it holds is not to be read any more.")
    if known.sealed is None:
        raise ValueError("This laptop has left nothing to open it by: it was never in contact after it was enrolled.")
    if not file.is_file():
        raise ValueError(f"The private recovery key is not here. Say with --key where {RECOVERY_KEY} lies.")
    key = _read(file, ask_phrase)
    try:
        return spoken_secret(unseal_recovery(known.sealed, device, key))
    except Trouble as trouble:
        raise ValueError("That is not the key this laptop has sealed to.") from trouble


def _key(file: Path, phrase: str | None) -> X25519PrivateKey:
    """Read the key in a file, or make it there, for the owner's eyes only. Raises ValueError as ``_read``."""
    if file.exists():
        return _read(file, lambda: phrase or "")
    key = X25519PrivateKey.generate()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as private:
        kept = NoEncryption() if phrase is None else BestAvailableEncryption(phrase.encode())
        private.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, kept))
    return key


def _read(file: Path, phrase: Callable[[], str]) -> X25519PrivateKey:
    """Read a key; ``phrase`` is asked only where it is under one.

    Raises ValueError on what is no such key, and where the phrase is another.
    """
    content = file.read_bytes()
    is_under_phrase = b"ENCRYPTED" in content
    try:
        # an empty phrase is none to the library: a space is a wrong one
        key = load_pem_private_key(content, (phrase().encode() or b" ") if is_under_phrase else None)
    except ValueError as error:
        raise ValueError(f"{file.name} is no key, or its phrase is another.") from error
    if not isinstance(key, X25519PrivateKey):
        raise ValueError(f"{file.name} holds another kind of key.")  # noqa: TRY004 - the file's word is wrong, no type
    return key
