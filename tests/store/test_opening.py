"""Opening: a newer, damaged or foreign file is said and left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection

from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.store.connection import transaction
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import Laptop, answers


def problem_of_opening(laptop: Laptop) -> Problem:
    with pytest.raises(Trouble) as caught:
        laptop.open()
    return caught.value.problem


def closed(laptop: Laptop) -> Path:
    laptop.store.book.register(answers())
    laptop.store.close()
    return laptop.opened.register


def test_a_newer_versions_register_is_refused_and_not_a_byte_of_it_changes(laptop: Laptop) -> None:
    with transaction(laptop.store._connection) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    register = closed(laptop)
    before = register.read_bytes()
    assert problem_of_opening(laptop) is Problem.DATABASE_NEWER
    assert register.read_bytes() == before
    assert sorted(file.name for file in register.parent.iterdir()) == ["register.db", "vault.json"]


@pytest.mark.parametrize("place", [0, 20, 4096 + 100])
def test_a_damaged_register_is_said_and_left_as_it_is(laptop: Laptop, place: int) -> None:
    register = closed(laptop)
    whole = register.read_bytes()
    register.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
    before = register.read_bytes()
    assert problem_of_opening(laptop) is Problem.DATABASE_DAMAGED
    assert register.read_bytes() == before


def test_damage_found_while_reading_is_said_too(laptop: Laptop) -> None:
    for _ in range(30):
        laptop.store.book.register(answers())
    register = closed(laptop)
    whole = bytearray(register.read_bytes())
    for page in range(8, len(whole) // 4096):
        whole[page * 4096 + 50] ^= 0xFF
    register.write_bytes(whole)

    def read_all() -> None:
        store = laptop.open()
        try:
            store.book.people("", PeopleFilter.ALL, 0, 50)
            store.exchange.run_after(store.exchange.standing().incarnation, 0, 1000, 2**30)
        finally:
            store.close()

    with pytest.raises(Trouble) as caught:
        read_all()
    assert caught.value.problem is Problem.DATABASE_DAMAGED


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(4080), b"not a database at all" * 400])
def test_a_file_that_is_no_register_of_ours_is_damaged(laptop: Laptop, content: bytes) -> None:
    register = closed(laptop)
    register.write_bytes(content)
    assert problem_of_opening(laptop) is Problem.DATABASE_DAMAGED
    assert register.read_bytes() == content


def test_another_users_key_opens_nothing(laptop: Laptop) -> None:
    closed(laptop)
    laptop.opened = laptop.opened._replace(key=b"k" * 32)
    assert problem_of_opening(laptop) is Problem.DATABASE_DAMAGED


def test_the_connection_is_as_it_must_be(laptop: Laptop) -> None:
    def pragma(connection: Connection, name: str) -> object:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()

    with transaction(laptop.store._connection) as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 2
        assert pragma(connection, "temp_store") == 2
        assert pragma(connection, "secure_delete") == 1
        assert pragma(connection, "foreign_keys") == 1
        assert str(pragma(connection, "cipher_version")).startswith("4.")
