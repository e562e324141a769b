"""A laptop that saves until it is killed, and says so after each save: started by the durability test."""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

from chasqui_desktop.book import DESK_DRAFT
from chasqui_desktop.store.store import open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import unlock, users
from tests.helpers.laptop import PASSPHRASE, World, answers


def say(line: str) -> None:
    """Give a line out at once, for the process that will kill this one."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(profile: Path, seed: int) -> None:
    """Register, keep drafts, amend; say each only after it returned."""
    [card] = users(profile)
    opened = unlock(card.folder, PASSPHRASE, secrets_of(profile))
    chance = World(seed).surroundings().randomness
    store = open_store(opened.register, opened.key, Surroundings(lambda: time.time_ns() // 1_000_000, chance))
    for number in itertools.count():
        store.book.keep_draft(DESK_DRAFT, {"number": number})
        say(f"draft {number}")
        saved = store.book.register(answers(f"Ana {seed}", "Flores"))
        say(f"saved {saved.record} {saved.seq}")
        if number % 3 == 0:
            amended = store.book.amend(saved.record, {"email": f"{number}@x.pe"}, {})
            say(f"saved {amended.record} {amended.seq}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
