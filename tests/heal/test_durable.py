"""From the backup to the laptop: which of her registrations can no longer be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from chasqui_desktop.book import Post
from chasqui_desktop.store.connection import transaction
from chasqui_sync.server import durable
from chasqui_sync.server.storage import Storage
from tests.helpers.backup import backed_up, put_back
from tests.helpers.field import Traveller
from tests.helpers.laptop import NOON

Keep = Callable[[Traveller], Traveller]


def mark(office: Storage) -> str:
    with office.database.reading() as connection:
        return durable.mark(connection)


def declare(office: Storage, upto: str, at: int = NOON) -> None:
    with office.database.writing() as connection:
        assert durable.declare(connection, upto, at) is not None


def posts(one: Traveller, records: list[str]) -> list[Post]:
    return [one.laptop.store.book.person(record).post for record in records]


def receipts(one: Traveller) -> list[object]:
    with transaction(one.laptop.store._connection) as connection:
        return list(connection.exec_driver_sql("SELECT level, upto FROM receipt"))


def test_a_laptop_hears_with_its_next_greeting_what_is_in_the_backup(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    people = promoter.register("Ana", "Berta")
    promoter.drain()
    before = mark(office)
    people += promoter.register("Carla")
    promoter.drain()
    declare(office, before)
    promoter.move_to(office)
    promoter.register("Delia")
    promoter.drain()
    assert posts(promoter, people) == [Post.DURABLE, Post.DURABLE, Post.HEADQUARTERS]
    [life] = promoter.laptop.store.exchange.lives()
    assert (life.seq, life.receipted, life.durable) == (4, 4, 2)
    # and is not told again
    count = len(receipts(promoter))
    promoter.move_to(office)
    promoter.drain()
    assert len(receipts(promoter)) == count


def test_a_program_that_never_stops_greets_once_a_day(office: Storage, tmp_path: Path, travels: Keep) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    people = promoter.register("Ana")
    promoter.drain()
    declare(office, "now")
    promoter.drain()
    assert posts(promoter, people) == [Post.HEADQUARTERS]
    promoter.wait(hours=25)
    promoter.drain()
    assert posts(promoter, people) == [Post.DURABLE]


def test_a_headquarters_put_back_from_that_backup_has_all_it_was_said_to_have(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    people = promoter.register("Ana", "Berta")
    promoter.drain()
    before = mark(office)
    backup = backed_up(office.database)
    people += promoter.register("Carla")
    promoter.drain()
    declare(office, before)
    promoter.move_to(office)
    promoter.drain()
    put_back(office.database, backup)
    promoter.drain()
    assert posts(promoter, people) == [Post.DURABLE, Post.DURABLE, Post.HEADQUARTERS]
    promoter.settled()
    # it was put back to before anybody said so: it goes on from there
    declare(office, mark(office))
    promoter.move_to(office)
    promoter.drain()
    assert posts(promoter, people) == [Post.DURABLE] * 3


def test_what_an_older_backup_has_lost_is_no_longer_called_safe(office: Storage, tmp_path: Path, travels: Keep) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    older = backed_up(office.database)
    people = promoter.register("Ana", "Berta")
    promoter.drain()
    declare(office, "now")
    promoter.move_to(office)
    promoter.drain()
    assert posts(promoter, people) == [Post.DURABLE] * 2
    put_back(office.database, older)
    promoter.drain()
    assert posts(promoter, people) == [Post.HEADQUARTERS] * 2
    promoter.settled()
