"""Private keys that belong to people and not to this machine: made here, to be taken away.

One opens support answers (the protection focal point's), one opens laptops whose phrase was forgotten.
"""

from __future__ import annotations

import base64
import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from chasqui_sync.core.problems import Trouble
from chasqui_sync.core.spoken import spoken_secret
from chasqui_sync.sealing import unseal_recovery
from chasqui_sync.server.authors import ACTIVE
from chasqui_sync.server.desk import Recoverable
from chasqui_sync.server.reference import Wanted

RECOVERY_KEY = "recovery-key.private.pem"


def give_protection_keys(wanted: list[Wanted], folder: Path) -> None:
    """Give each edition without one a key to seal to; its private half is for the focal point to take away."""
    for each in wanted:
        if each.kind == "edition" and not each.fields.get("protection_key"):
            name = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in each.fields["name"])
            public = _key(folder / f"protection-key-{name}.private.pem").public_key()
            each.fields["protection_key"] = base64.b64encode(public.public_bytes_raw()).decode()


def make_recovery_key(folder: Path) -> tuple[Path, bytes]:
    """Make the key that opens laptops whose phrase was forgotten; give its file and the raw public key."""
    file = folder / RECOVERY_KEY
    return file, _key(file).public_key().public_bytes_raw()


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
    try:
        return spoken_secret(unseal_recovery(known.sealed, device, _read(file)))
    except Trouble as trouble:
        raise ValueError("That is not the key this laptop has sealed to.") from trouble


def _key(file: Path) -> X25519PrivateKey:
    """Read the key in a file, or make it there, for the owner's eyes only."""
    if file.exists():
        return _read(file)
    key = X25519PrivateKey.generate()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as private:
        private.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return key


def _read(file: Path) -> X25519PrivateKey:
    """Read a key. Raises ValueError on what is none."""
    key = load_pem_private_key(file.read_bytes(), None)
    if not isinstance(key, X25519PrivateKey):
        raise ValueError(f"{file.name} holds another kind of key.")  # noqa: TRY004 - the file's word is wrong, no type
    return key
