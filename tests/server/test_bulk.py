"""Many rows at once: the same on both databases, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from sqlalchemy import create_engine, exc, func, select, text

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.bulk import appending, one_of
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import quarantine, record
from tests.helpers.storage import new_storage

ODD = "Ñusta 'O''Brien' \\N \t \n %s ? $1 {x}"


def row(number: int, problem: int = 415) -> tuple[Any, ...]:
    return ("scope", "device", "i", number, ODD, bytes(range(256)), problem, 2**62)


def kept(store: Storage) -> list[tuple[Any, ...]]:
    with store.database.reading() as connection:
        return [tuple(each) for each in connection.execute(select(quarantine).order_by(quarantine.c.seq))]


@pytest.mark.parametrize("count", [0, 1, 3000])
def test_rows_come_back_as_they_were_given(store: Storage, count: int) -> None:
    rows = [row(number) for number in range(count)]
    with store.database.writing() as connection:
        with appending(connection, quarantine) as new:
            for each in rows:
                new.add(each)
        # the connection is free again, and sees them
        assert connection.scalar(select(func.count()).select_from(quarantine)) == count
    assert kept(store) == rows


def test_a_column_without_a_value_stays_empty(store: Storage) -> None:
    empty = ("scope", "id", "kind", 1, b"{}", "", None, None, None, None, None)
    with store.database.writing() as connection, appending(connection, record) as new:
        new.add(empty)
    with store.database.reading() as connection:
        assert [tuple(each) for each in connection.execute(select(record))] == [empty]


def broken_off() -> Iterator[tuple[Any, ...]]:
    yield row(1)
    raise RuntimeError("broken off")


def append(store: Storage, rows: Iterable[tuple[Any, ...]]) -> None:
    with store.database.writing() as connection, appending(connection, quarantine) as new:
        for each in rows:
            new.add(each)


def test_what_is_broken_off_leaves_nothing(store: Storage) -> None:
    with pytest.raises(RuntimeError, match="broken off"):
        append(store, broken_off())
    assert kept(store) == []


def test_a_row_that_is_there_already_takes_the_whole_transaction_back(store: Storage) -> None:
    append(store, [row(1)])
    with pytest.raises(exc.IntegrityError):
        append(store, [row(2), row(1)])
    assert kept(store) == [row(1)]


def test_one_of_many_texts_is_found_and_no_other(store: Storage) -> None:
    names = [f"{number} {ODD}" for number in range(3000)]
    with store.database.writing() as connection:
        with appending(connection, quarantine) as new:
            for number, name in enumerate(names):
                new.add((*row(number)[:4], name, b"", 1, 1))
        asked = select(quarantine.c.record).where(one_of(connection, quarantine.c.record, [*names[::3], "no such"]))
        assert sorted(connection.scalars(asked)) == sorted(names[::3])
        nobody = select(quarantine.c.record).where(one_of(connection, quarantine.c.record, []))
        assert connection.scalars(nobody).all() == []


def test_a_postgresql_that_goes_away_in_the_middle_is_told_as_busy_and_keeps_nothing(postgres_url: str) -> None:
    store, _ = new_storage(postgres_url)
    other = create_engine(postgres_url)

    def lose_the_connection() -> None:
        with store.database.writing() as connection:
            mine = connection.scalar(text("SELECT pg_backend_pid()"))
            with appending(connection, quarantine) as new:
                new.add(row(0))
                with other.connect() as administration:
                    administration.execute(text("SELECT pg_terminate_backend(:pid, 10000)"), {"pid": mine})
                for number in range(1, 5000):
                    new.add(row(number))

    with pytest.raises(Trouble) as caught:
        lose_the_connection()
    assert caught.value.problem is Problem.STORAGE_BUSY
    assert kept(store) == []
    other.dispose()
    store.database.close()
