"""Taking a user off this laptop for good: first what opens her file, then the files.

The folder changes its name before anything else, so that a power cut leaves a user who is whole or one who is
being wiped; ``wipe_remains`` goes on with what a cut has left. What was overwritten may still lie in a worn cell
of a flash disk: it is the encrypted file, the key that opened it is gone with the laptop's secret.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from chasqui_desktop.vault.device_secret import DeviceSecrets
from chasqui_desktop.vault.files import disk_troubles, settle
from chasqui_desktop.vault.wrapping import VAULT, read_vault
from chasqui_sync.core.problems import Trouble

WIPED = ".wiped"


def wipe(folder: Path, secrets: DeviceSecrets, copies: Iterable[Path], randomness: Callable[[int], bytes]) -> None:
    """Wipe a user's folder and the files of her second copies. Raises Trouble(PROFILE_UNWRITABLE)."""
    with disk_troubles():
        going = folder if folder.suffix == WIPED else folder.rename(folder.with_name(folder.name + WIPED))
        settle(going.parent)
        _lose_key(going, secrets, randomness)
        for copy in copies:
            for file in copy.parent.glob(f"{copy.stem}.*"):
                # on a drive that can't be written now it stays, and nothing opens it: the key was lost before
                with contextlib.suppress(OSError):
                    file.unlink()
        shutil.rmtree(going)


def wipe_remains(
    profile: Path,
    secrets: DeviceSecrets,
    copies_of: Callable[[str], Iterable[Path]],
    randomness: Callable[[int], bytes],
) -> None:
    """Go on with what a power cut has interrupted; ``copies_of`` names a user's second copies."""
    for folder in sorted((profile / "users").glob(f"*{WIPED}")):
        wipe(folder, secrets, copies_of(folder.stem), randomness)


def _lose_key(folder: Path, secrets: DeviceSecrets, randomness: Callable[[int], bytes]) -> None:
    vault = folder / VAULT
    if not vault.exists():
        return
    try:
        kept = read_vault(folder).device_secret
    except Trouble:
        kept = None
    if kept is not None:
        secrets.forget(kept)
    with vault.open("r+b") as file:
        file.write(randomness(vault.stat().st_size))
        file.flush()
    vault.unlink()
    settle(folder)
