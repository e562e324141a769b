"""A device that may see less, or more, than before: a day later it holds that, and its own unsent work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import update

from chasqui_desktop.book import PeopleFilter
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import device
from tests.helpers.field import Traveller
from tests.helpers.storage import Surroundings

Keep = Callable[[Traveller], Traveller]
OTHER = "05" * 16


def becomes(office: Storage, one: Traveller, role: str) -> None:
    with office.database.writing() as connection:
        connection.execute(update(device).where(device.c.id == one.laptop.key.id).values(role=role))


def a_day_later(around: Surroundings, one: Traveller) -> None:
    around.now += 25 * 3_600_000
    one.wait(hours=25)
    one.drain()


def found(one: Traveller, text: str) -> int:
    return one.laptop.store.book.people(text, PeopleFilter.ALL, 0, 10).total


def test_what_left_its_scope_leaves_the_laptop_and_its_search_but_not_what_it_still_has_to_send(
    office: Storage, around: Surroundings, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    coordinator = travels(Traveller.enrolled(office, tmp_path, 2, role="coordinator", user=OTHER))
    [ana, berta] = promoter.register("Ana", "Berta")
    promoter.drain()
    coordinator.register("Carla")
    coordinator.drain()
    assert coordinator.names() == ["Ana", "Berta", "Carla"]
    becomes(office, coordinator, "promoter")
    coordinator.amend(ana, email="ana@correo.pe")
    assert found(coordinator, "Berta") == 1

    around.now += 25 * 3_600_000
    coordinator.wait(hours=25)
    coordinator.round()
    assert coordinator.names() == ["Carla"]
    assert found(coordinator, "Berta") == found(coordinator, "Ana") == 0
    assert berta not in coordinator.held()
    promoter.drain()
    assert promoter.laptop.store.book.person(ana).fields["email"] == "ana@correo.pe"

    becomes(office, coordinator, "coordinator")
    a_day_later(around, coordinator)
    assert coordinator.names() == ["Ana", "Berta", "Carla"]
    assert found(coordinator, "Berta") == 1
    coordinator.settled()
