"""Headquarters' migrations: head is what the tables say, and rows survive up, down and up again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import migrations
from chasqui_sync.server.database import Database, newest_migration
from chasqui_sync.server.tables import metadata
from tests.helpers.storage import Device, everything, new_storage


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'headquarters.db'}"
    chosen: str = request.getfixturevalue("postgres_url")
    return chosen


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


def test_the_newest_migration_is_what_the_tables_say(database: Database) -> None:
    database.migrate()
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert database.is_at_head()


def test_rows_survive_being_migrated_again_and_every_step_can_be_undone(url: str) -> None:
    store, _ = new_storage(url)
    laptop = Device(store, 1)
    laptop.journal.save(laptop.operation(1), laptop.operation(2, kind="weather"))
    laptop.receipt(laptop.journal.batch())
    before = everything(store)
    revisions = [script.revision for script in ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions()]
    store.database.go_back(revisions[-1])
    store.database.migrate()
    assert everything(store) == before
    store.database.go_back("base")
    with store.database.reading() as connection:
        assert set(inspect(connection).get_table_names()) <= {"alembic_version"}
    store.database.migrate()
    assert all(rows == [] for rows in everything(store).values())
    store.database.close()


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(database: Database) -> None:
    database.migrate()
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Trouble) as caught:
        database.migrate()
    assert caught.value.problem is Problem.DATABASE_NEWER
    assert not database.is_at_head()
    with database.reading() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999"


def test_migrations_are_numbered_in_one_line() -> None:
    scripts = list(ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions())
    numbers = [script.revision for script in reversed(scripts)]
    assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)]
    assert numbers[-1] == newest_migration()
