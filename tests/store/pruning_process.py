"""A laptop that registers and lets go of what is in the backup until it is killed; started by the durability test."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from chasqui_desktop.store.pruning import KEPT_MS
from chasqui_desktop.store.store import open_store
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.vault import unlock, users
from chasqui_sync import wire
from tests.helpers.laptop import PASSPHRASE, World, answers
from tests.store.saving_process import say

_EACH = 5


def main(profile: Path, seed: int) -> None:
    """Register some, take a receipt of the backup for them, let a month pass, let go; say what is saved and gone."""
    [card] = users(profile)
    opened = unlock(card.folder, PASSPHRASE, secrets_of(profile))
    world = World(seed)
    store = open_store(opened.register, opened.key, world.surroundings())
    exchange = store.exchange
    for _ in itertools.count():
        for number in range(_EACH):
            saved = store.book.register(answers(f"Ana {seed} {number}", "Flores"))
            say(f"saved {saved.record} {saved.seq}")
        [life] = exchange.lives()
        page = wire.Page(records=[], cursor="c", complete=True, own={life.incarnation: life.seq})
        exchange.take_answer(None, b"", page, "e1", world.now)
        body = wire.ReceiptBody(
            node="n",
            device=store.certified.device,
            incarnation=life.incarnation,
            upto=life.seq,
            head=exchange.heads(life.incarnation, [life.seq])[life.seq].hex(),
            level="durable",
            at=world.now,
            number=life.seq,
        )
        world.now += KEPT_MS
        exchange.take_answer(body, b"raw", None, "e1", world.now)
        exchange.prune()
        say(f"gone {life.seq}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
