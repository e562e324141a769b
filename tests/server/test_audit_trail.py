"""What operators do is in a trail that cannot be edited unseen."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Row, select, update

from chasqui_sync.server import audit
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import audit as rows
from tests.helpers.server import ServerProcess
from tests.helpers.storage import NOW

EDITED = 1_000


def other(value: object, chance: random.Random) -> object:
    """Give a value with one byte of it changed."""
    if isinstance(value, int):
        return value ^ 1 << chance.randrange(16)
    text = str(value)
    at = chance.randrange(len(text))
    return text[:at] + chr(ord(text[at]) ^ 1 << chance.randrange(3)) + text[at + 1 :]


def is_seen(store: Storage, row: Row[Any], column: str, value: object) -> bool:
    """Change one cell, prove the trail, take the change back."""
    with store.database.writing() as connection:
        connection.execute(update(rows).where(rows.c.number == row.number).values({column: value}))
        try:
            audit.entries(connection)
        except ValueError:
            seen = True
        else:
            seen = False
        connection.rollback()
    return seen


def test_of_a_thousand_edited_bytes_each_is_seen(store: Storage, say: Callable[[str], None]) -> None:
    with store.database.writing() as connection:
        for number in range(20):
            audit.note(connection, audit.Entry(NOW + number, "patricia", "revoke", f"{number:016x}", "it was stolen"))
    with store.database.reading() as connection:
        kept = connection.execute(select(rows)).all()
    chance = random.Random(8)
    seen = 0
    for _ in range(EDITED):
        row = chance.choice(kept)
        column = chance.choice([name for name in row._fields if name != "number"])
        seen += is_seen(store, row, column, other(getattr(row, column), chance))
    assert is_seen(store, kept[7], "number", 99)
    with store.database.reading() as connection:
        assert len(audit.entries(connection)) == 20
    say(f"audit trail: {EDITED} bytes edited, {seen} seen")
    assert seen == EDITED


@pytest.fixture
def headquarters(server: ServerProcess) -> ServerProcess:
    return server


def test_codes_closed_laptops_and_backups_put_back_are_in_the_trail(headquarters: ServerProcess) -> None:
    laptop = headquarters.enrolled("Milagros Torres", b"1" * 32)
    headquarters.ask("revoke", laptop.key.id)
    assert headquarters.run("revoke", "0" * 16).returncode != 0
    headquarters.stop()
    epoch = json.loads(headquarters.ask("restored"))["epoch"]
    trail = [json.loads(line) for line in headquarters.ask("audit").splitlines()]
    headquarters.start()
    assert [(each["act"], each["subject"]) for each in trail] == [
        ("enrol", laptop.certificate.user),
        ("revoke", laptop.key.id),
        ("restored", epoch),
    ]
    assert all(each["person"] and each["at"] for each in trail)
    assert "Milagros" not in json.dumps(trail)
