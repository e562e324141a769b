"""What headquarters' backup has held for a month leaves the laptop's journal; nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_desktop.book import Post
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.restoring import restore
from chasqui_desktop.store.second_copy import SecondCopy
from chasqui_desktop.store.store import open_store
from chasqui_sync.server import durable
from chasqui_sync.server.storage import Storage
from tests.helpers.backup import backed_up, put_back
from tests.helpers.field import Traveller, arrived
from tests.helpers.storage import Surroundings, raw_states

Keep = Callable[[Traveller], Traveller]
DAY = 24 * 3_600_000
MONTH = 31


def back_up(office: Storage, around: Surroundings) -> None:
    """Say that all there is is in the backup."""
    with office.database.writing() as connection:
        assert durable.declare(connection, "now", around.now) is not None


def pass_days(around: Surroundings, days: int, *travellers: Traveller) -> None:
    around.now += days * DAY
    for one in travellers:
        one.wait(hours=24 * days)


def seqs(one: Traveller) -> list[int]:
    """Give what is in the journal."""
    with transaction(one.laptop.store._connection) as connection:
        return list(connection.exec_driver_sql("SELECT seq FROM journal ORDER BY seq").scalars())


def restart(one: Traveller) -> None:
    one.laptop.reopen()
    one.move_to(one.office)


def in_the_backup(one: Traveller, around: Surroundings, *names: str) -> list[str]:
    """Register, send, and hear that it is all in the backup."""
    people = one.register(*names)
    one.drain()
    back_up(one.office, around)
    pass_days(around, 1, one)
    one.drain()
    return people


def test_what_was_let_go_is_still_shown_and_the_journal_goes_on_where_it_was(
    office: Storage, around: Surroundings, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    people = in_the_backup(promoter, around, "Ana", "Berta")
    promoter.amend(people[0], email="ana@correo.pe")
    assert seqs(promoter) == [1, 2, 3]
    pass_days(around, 28, promoter)
    promoter.drain()
    assert seqs(promoter) == [1, 2, 3]
    pass_days(around, 2, promoter)
    promoter.drain()
    assert seqs(promoter) == [3]
    restart(promoter)
    promoter.settled()
    assert [promoter.laptop.store.book.person(one).post for one in people] == [Post.HEADQUARTERS, Post.DURABLE]
    promoter.register("Carla")
    promoter.amend(people[1], email="berta@correo.pe")
    assert seqs(promoter) == [3, 4, 5]
    promoter.drain()
    promoter.settled()
    assert promoter.names() == ["Ana", "Berta", "Carla"]
    assert promoter.held().keys() == raw_states(office).keys()
    back_up(office, around)
    pass_days(around, 1, promoter)
    promoter.drain()
    pass_days(around, MONTH, promoter)
    promoter.drain()
    # all of it: what follows still hangs on the last chain hash
    assert seqs(promoter) == []
    restart(promoter)
    assert [life.seq for life in promoter.laptop.store.exchange.lives()] == [5]
    promoter.register("Delia")
    assert seqs(promoter) == [6]
    promoter.drain()
    promoter.settled()
    assert len(arrived(office)) == 4 + 6


def test_an_operation_that_is_not_in_the_pages_held_stays(
    office: Storage, around: Surroundings, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    promoter.register("Ana")
    promoter.drain()
    with transaction(promoter.laptop.store._connection) as connection:
        connection.exec_driver_sql("UPDATE sync_state SET folded = 0")
    back_up(office, around)
    pass_days(around, 1, promoter)
    promoter._engine._greeter.greet()
    pass_days(around, MONTH, promoter)
    promoter._engine._greeter.greet()
    assert seqs(promoter) == [1]


@pytest.mark.parametrize("years", [-50, 70])
def test_a_wrong_clock_lets_nothing_go_early(
    office: Storage, around: Surroundings, tmp_path: Path, travels: Keep, years: int
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    in_the_backup(promoter, around, "Ana")
    here, there = promoter.laptop.world.now, around.now
    # the laptop's, then headquarters'
    promoter.laptop.world.now += years * 365 * DAY
    restart(promoter)
    promoter.drain()
    assert seqs(promoter) == [1]
    promoter.laptop.world.now, around.now = here, there + years * 365 * DAY
    restart(promoter)
    promoter.drain()
    assert seqs(promoter) == [1]
    promoter.laptop.world.now, around.now = here, there
    pass_days(around, MONTH, promoter)
    promoter.drain()
    assert seqs(promoter) == []


def test_an_image_from_before_and_a_register_from_after_the_month_go_on_as_one(
    office: Storage, around: Surroundings, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    in_the_backup(promoter, around, "Ana", "Berta")
    image = travels(promoter.image(tmp_path, 1))
    pass_days(around, MONTH, promoter, image)
    promoter.register("Carla")
    promoter.drain()
    assert seqs(promoter) == [3]
    image.laptop.world.now = promoter.laptop.world.now
    image.register("Delia")
    image.drain()
    image.settled()
    assert image.names() == ["Ana", "Berta", "Carla", "Delia"]
    promoter.register("Edith")
    promoter.drain()
    promoter.settled()
    assert promoter.names() == ["Ana", "Berta", "Carla", "Delia", "Edith"]


def test_a_backup_older_than_the_one_called_safe_loses_no_sight_of_what_was_let_go_and_stops_nobody(
    office: Storage, around: Surroundings, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    [ana] = promoter.register("Ana")
    promoter.drain()
    older = backed_up(office.database)
    promoter.amend(ana, email="ana@correo.pe")
    in_the_backup(promoter, around, "Berta")
    safe = backed_up(office.database)
    pass_days(around, MONTH, promoter)
    promoter.drain()
    assert seqs(promoter) == []
    promoter.register("Carla")
    promoter.drain()

    put_back(office.database, older)
    promoter.register("Delia")
    promoter.drain()
    assert promoter.names() == ["Ana", "Berta", "Carla", "Delia"]
    assert promoter.laptop.store.book.person(ana).fields["email"] == "ana@correo.pe"
    assert promoter.laptop.store.exchange.standing().waiting == 0
    assert b"Carla" in b"".join(raw_states(office).values())
    # greeting again begins neither an epoch nor a life
    epoch, lives = office.here.epoch, promoter.laptop.store.exchange.lives()
    for _ in range(3):
        restart(promoter)
        promoter.drain()
    assert (office.here.epoch, promoter.laptop.store.exchange.lives()) == (epoch, lives)

    put_back(office.database, safe)
    office.restored()
    restart(promoter)
    promoter.drain()
    promoter.settled()
    assert promoter.names() == ["Ana", "Berta", "Carla", "Delia"]


def test_the_second_copy_lets_go_too_and_still_makes_the_register_again(
    office: Storage, around: Surroundings, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    laptop = promoter.laptop
    copy = SecondCopy(tmp_path / "copies" / "user.db", b"c" * 32)
    people = in_the_backup(promoter, around, "Ana", "Berta")
    copied(promoter, copy)
    promoter.register("Carla")
    pass_days(around, MONTH, promoter)
    promoter.drain()
    assert seqs(promoter) == [3]
    promoter.amend(people[0], email="ana@correo.pe")
    copied(promoter, copy)
    copy.keep_reference(laptop.store.copying.reference())
    gone = laptop.store.copying.let_go()
    assert gone is not None
    copy.let_go(gone)
    copy.let_go(gone)
    assert copy.start(laptop.incarnation) == gone
    assert len(copy.after(gone).operations) == 2
    laptop.store.close()
    laptop.opened.register.write_bytes(b"damaged")
    assert restore(laptop.opened.register, laptop.opened.key, copy, laptop.world.surroundings()) == 2
    laptop.store = open_store(laptop.opened.register, laptop.opened.key, laptop.world.surroundings())
    promoter.move_to(office)
    promoter.drain()
    promoter.settled()
    assert promoter.names() == ["Ana", "Berta", "Carla"]
    assert len(arrived(office)) == 4 + 4
    # a place for copies that is new begins there too
    other = SecondCopy(tmp_path / "other" / "user.db", b"c" * 32)
    copied(promoter, other)
    assert other.start(laptop.incarnation) == gone
    assert other.end(laptop.incarnation) == laptop.store.copying.end()


def copied(one: Traveller, copy: SecondCopy) -> None:
    """Copy what is not copied yet, as the copier does."""
    copying = one.laptop.store.copying
    kept = copy.end(one.laptop.incarnation)
    while (span := copying.missing(kept)) is not None:
        kept = copy.keep(one.laptop.identity, span)
