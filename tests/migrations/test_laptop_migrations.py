"""The laptop's tables: head equals the models, up and down with people in them, a copy before each change."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from chasqui_desktop.book import Area, PeopleFilter, Period
from chasqui_desktop.cases import CaseFilter
from chasqui_desktop.store import journal, upgrade
from chasqui_desktop.store.connection import connect, transaction
from chasqui_desktop.store.tables import metadata
from chasqui_sync.core.fold import Head, Rival, State
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import EDITION, NOON, PARTNER, POINT, USER, Laptop, answers, laptop_at_work

NEWEST = str(ScriptDirectory.from_config(upgrade.config()).get_current_head())
NEXT = """
from alembic import op
import sqlalchemy as sa
revision, down_revision, branch_labels, depends_on = "9999", "HEAD", None, None
def upgrade() -> None:
    op.add_column("draft", sa.Column("colour", sa.Text(), nullable=False, server_default="blue"))
    op.execute("UPDATE record SET listed_name = 'touched'")
    FAIL
def downgrade() -> None:
    with op.batch_alter_table("draft") as draft:
        draft.drop_column("colour")
"""


def add_next_version(monkeypatch: pytest.MonkeyPatch, folder: Path, fail: str = "") -> None:
    """Pretend that the program is a later version, with one more migration."""
    migrations = folder / "migrations"
    shutil.copytree(Path(upgrade.__file__).parent / "migrations", migrations)
    (migrations / "versions" / "9999_next.py").write_text(
        NEXT.replace("FAIL", fail).replace("HEAD", NEWEST), encoding="utf-8"
    )
    real = upgrade.config

    def later(connection: Connection | None = None) -> Config:
        settings = real(connection)
        settings.set_main_option("script_location", str(migrations))
        return settings

    monkeypatch.setattr(upgrade, "config", later)


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    laptop = laptop_at_work(tmp_path / "profile")
    laptop.store.book.register(answers())
    laptop.store.book.keep_draft("desk", {"given_names": "Yus"})
    laptop.store.close()
    return laptop


def is_ours(_: Any, name: str | None, kind: str, *__: Any) -> bool:
    return not (kind == "table" and (name or "").startswith("search"))


def test_head_is_what_the_models_say(laptop: Laptop) -> None:
    connection = connect(laptop.opened.register, laptop.opened.key)
    with transaction(connection):
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": is_ours})
        assert compare_metadata(context, metadata) == []
    connection.close()


def test_down_to_nothing_and_up_again(laptop: Laptop) -> None:
    connection = connect(laptop.opened.register, laptop.opened.key)
    with transaction(connection):
        before = set(inspect(connection).get_table_names())
        command.downgrade(upgrade.config(connection), "base")
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
        command.upgrade(upgrade.config(connection), "head")
        assert set(inspect(connection).get_table_names()) == before
    connection.close()


def test_whoever_was_registered_before_there_were_keys_of_likeness_is_found_by_them(laptop: Laptop) -> None:
    laptop.store = laptop.open()
    rosa = laptop.store.book.register(answers(maternal_surname="Márquez", birth_date="1991-08-14")).record
    keyla = answers(given="Keyla", paternal="Soto", birth_date="1999-01-30")
    laptop.store.book.joined(laptop.store.book.register(keyla).record, rosa)
    with transaction(laptop.store._connection) as connection:
        command.downgrade(upgrade.config(connection), "0006")
    laptop.store.close()
    laptop.store = laptop.open()
    by_sound = {"given_names": "Carolina", "paternal_surname": "Márques", "birth_date": "1991-08-14"}
    for typed in (by_sound, keyla):
        alike = laptop.store.book.look_alikes(typed, frozenset())
        assert alike is not None
        assert [one.record for one in alike.found] == [rosa]
    laptop.store.close()


def test_a_later_version_changes_the_tables_after_a_copy_and_keeps_the_people(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = laptop.opened.register
    before = register.read_bytes()
    add_next_version(monkeypatch, tmp_path)
    laptop.store = laptop.open()
    [row] = laptop.store.book.people("yus", PeopleFilter.ALL, 0, 9).rows
    assert row.listed_name == "touched"
    copy = register.with_name(f"register.db.before-{NEWEST}")
    assert copy.read_bytes() == before
    assert copy.stat().st_mode & 0o777 == 0o600
    with transaction(laptop.store._connection) as connection:
        assert connection.exec_driver_sql("SELECT colour FROM draft").scalars().all() == ["blue"]
        command.downgrade(upgrade.config(connection), NEWEST)
        assert "colour" not in {one["name"] for one in inspect(connection).get_columns("draft")}
        command.upgrade(upgrade.config(connection), "head")
        assert connection.exec_driver_sql("SELECT colour FROM draft").scalars().all() == ["blue"]
    laptop.store.close()


def test_a_register_of_the_first_version_keeps_its_journal_and_its_name_through_every_step(laptop: Laptop) -> None:
    connection = connect(laptop.opened.register, laptop.opened.key)
    with transaction(connection):
        [incarnation] = connection.exec_driver_sql("SELECT incarnation FROM life").scalars().all()
        command.downgrade(upgrade.config(connection), "0001")
        assert connection.exec_driver_sql("SELECT incarnation FROM sync_state").scalar_one() == incarnation
    connection.close()
    laptop.store = laptop.open()
    assert laptop.incarnation == incarnation
    with transaction(laptop.store._connection) as connection:
        assert journal.is_whole(connection)
    laptop.store.close()


def test_a_register_that_is_up_to_date_or_new_is_not_copied(laptop: Laptop) -> None:
    laptop.open().close()
    assert sorted(one.name for one in laptop.opened.register.parent.iterdir()) == ["register.db", "vault.json"]


def test_a_migration_that_fails_leaves_everything_as_it_was(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        add_next_version(patch, tmp_path, 'raise RuntimeError("half way")')
        with pytest.raises(RuntimeError, match="half way"):
            laptop.open()
    store = laptop.open()
    [row] = store.book.people("yus", PeopleFilter.ALL, 0, 9).rows
    assert row.listed_name == "Rondón, Yusmary C."
    with transaction(store._connection) as connection:
        assert "colour" not in {one["name"] for one in inspect(connection).get_columns("draft")}
    store.close()


def test_the_version_before_refuses_what_a_later_one_has_changed(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        add_next_version(patch, tmp_path)
        laptop.open().close()
    before = laptop.opened.register.read_bytes()
    with pytest.raises(Trouble) as caught:
        laptop.open()
    assert caught.value.problem is Problem.DATABASE_NEWER
    assert laptop.opened.register.read_bytes() == before


def test_people_of_a_version_without_a_dashboard_are_counted_by_it(laptop: Laptop) -> None:
    laptop.store = laptop.open()
    laptop.store.book.register(answers(channel="radio", group="migrant"))
    before = laptop.store.book.tally(EDITION, Area.POINT, POINT, Period.EDITION)
    laptop.store.close()
    connection = connect(laptop.opened.register, laptop.opened.key)
    with transaction(connection):
        command.downgrade(upgrade.config(connection), "0002")
    connection.close()
    laptop.store = laptop.open()
    assert laptop.store.book.tally(EDITION, Area.POINT, POINT, Period.EDITION) == before
    assert {row.name for row in before.channels} == {"", "radio"}
    laptop.store.close()


def test_whoever_was_found_by_the_end_of_a_number_is_found_by_it_after_each_step(laptop: Laptop) -> None:
    laptop.store = laptop.open()
    phones = [{"number": "+51987654321"}, {"number": "+584125551234"}]
    laptop.store.book.register(
        answers("Pedro", "Quispe", phones=phones, document={"scheme": "dni", "number": "10117410"})
    )
    laptop.store.close()
    connection = connect(laptop.opened.register, laptop.opened.key)
    with transaction(connection):
        command.downgrade(upgrade.config(connection), "0003")
        ends = connection.exec_driver_sql("SELECT backwards FROM ending").scalars().all()
        assert {"12345678915", "432155521485", "01471101"} <= set(ends)
    connection.close()
    laptop.store = laptop.open()
    for text in ("321", "1234", "410", "10117410"):
        [row] = laptop.store.book.people(text, PeopleFilter.ALL, 0, 9).rows
        assert row.listed_name == "Quispe, Pedro"
    laptop.store.close()


def test_a_conflict_from_before_there_was_a_list_of_them_is_in_it(laptop: Laptop) -> None:
    laptop.store = laptop.open()
    head = Head("o.1.1", NOON)
    fields = {**answers(), "code": "GE26-0000-0000", "promoter": USER}
    state = State(id="a" * 32, kind="entrepreneur", scope=PARTNER, fields=fields, head=head, at=9)
    state.open["given_names"] = [Rival("Rosa", Head("p.1.4", NOON + 600))]
    laptop.told(state)
    before = laptop.store.book.cases(CaseFilter.CHANGES, 0, 9)
    with transaction(laptop.store._connection) as connection:
        command.downgrade(upgrade.config(connection), "0009")
    laptop.store.close()
    laptop.store = laptop.open()
    assert laptop.store.book.cases(CaseFilter.CHANGES, 0, 9) == before
    assert [case.field for case in before.rows] == ["given_names"]
    while laptop.store.book.compare_some(9):
        pass
    assert laptop.store.book.case_counts()[CaseFilter.ALIKE] == 0
    laptop.store.close()


def test_whose_answers_lie_sealed_is_known_after_each_step(laptop: Laptop) -> None:
    laptop.store = laptop.open()
    asked = laptop.store.book.register(answers("Rosa", support_asked=True, support_answers={"food": "yes"})).record
    with transaction(laptop.store._connection) as connection:
        command.downgrade(upgrade.config(connection), "0011")
    laptop.store.close()
    laptop.store = laptop.open()
    with transaction(laptop.store._connection) as connection:
        sealed = connection.exec_driver_sql("SELECT id FROM record WHERE sealed").scalars().all()
    assert sealed == [asked]
    laptop.store.close()
