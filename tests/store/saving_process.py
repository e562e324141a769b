"""A laptop that saves until it is killed, and says so after each save: started by the durability test."""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

from chasqui_desktop.book import DESK_DRAFT
from chasqui_desktop.store.store import open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.vault import unlock, users
from tests.helpers.laptop import PASSPHRASE, World, answers


def main(profile: Path, seed: int) -> None:
    """Register, keep drafts, amend; print each only after it returned."""
    [card] = users(profile)
    opened = unlock(card.folder, PASSPHRASE)
    chance = World(seed).surroundings().randomness
    store = open_store(opened.register, opened.key, Surroundings(lambda: time.time_ns() // 1_000_000, chance))
    for number in itertools.count():
        store.book.keep_draft(DESK_DRAFT, {"number": number})
        print("draft", number, flush=True)
        saved = store.book.register(answers(f"Ana {seed}", "Flores"))
        print("saved", saved.record, saved.seq, flush=True)
        if number % 3 == 0:
            amended = store.book.amend(saved.record, {"email": f"{number}@x.pe"}, {})
            print("saved", amended.record, amended.seq, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
