"""A promoter's laptop holds 500 people of the last 90 days; what falls out leaves it, but never what is unsent."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_desktop.book import PeopleFilter
from chasqui_sync import wire
from chasqui_sync.server import caseloads
from chasqui_sync.server.storage import Storage
from tests.helpers.field import Traveller
from tests.helpers.laptop import NOON
from tests.helpers.storage import JHON, PATRICIA, Device, Surroundings, person, record_id, states

Keep = Callable[[Traveller], Traveller]
DAY = 24 * 3_600_000
OTHER = "05" * 16


def people_in(device: Device) -> list[str]:
    found, cursor = [], ""
    while True:
        page = device.page(cursor)
        found += [state.id for raw in page.records if (state := wire.state_of(raw)).kind == "entrepreneur"]
        cursor = page.cursor
        if page.complete:
            return found


def test_of_more_than_five_hundred_the_newest_five_hundred_are_in_her_pages_and_all_in_the_offices(
    office: Storage, say: Callable[[str], None]
) -> None:
    promoter, jhon = Device(office, 1), Device(office, 2, JHON)
    promoter.journal.save(*(promoter.operation(number) for number in range(1, 521)))
    jhon.journal.save(jhon.operation(900))
    for one in (promoter, jhon):
        one.receipt(one.journal.batch())
    cursor = promoter.page(most=2000).cursor
    before = states(office)
    assert caseloads.let_rest(office, NOON) == 20
    assert states(office) == before
    left = promoter.page(cursor)
    assert (left.records, left.gone) == ([], [record_id(number) for number in range(1, 21)])
    again = people_in(Device(office, 3))
    whole = people_in(Device(office, 4, PATRICIA, role="coordinator"))
    say(f"caseload: 520 registered, {len(again)} in her pages, {len(whole) - 1} in the office's")
    assert again == [record_id(number) for number in range(21, 521)]
    assert (len(whole), people_in(jhon)) == (521, [record_id(900)])
    assert caseloads.let_rest(office, NOON) == 0


def test_after_ninety_days_somebody_about_whom_nothing_was_written_rests_and_a_word_brings_her_back(
    office: Storage, around: Surroundings
) -> None:
    promoter, coordinator = Device(office, 1), Device(office, 2, PATRICIA, role="coordinator")
    promoter.journal.save(promoter.operation(1), promoter.operation(2))
    promoter.receipt(promoter.journal.batch())
    for day in (0, 1, 89):
        around.now = NOON + day * DAY
        assert caseloads.let_rest(office, around.now) == 0
    coordinator.journal.save(coordinator.operation(2, "set", fields={"email": "a@b.pe"}))
    coordinator.receipt(coordinator.journal.batch())
    around.now = NOON + 91 * DAY
    assert caseloads.let_rest(office, around.now) == 1
    assert people_in(promoter) == [record_id(2)]
    coordinator.journal.save(coordinator.operation(1, "set", fields={"email": "c@d.pe"}))
    coordinator.receipt(coordinator.journal.batch(2))
    assert people_in(promoter) == [record_id(2), record_id(1)]


def test_who_rests_can_be_handed_to_another_promoter(office: Storage) -> None:
    promoter, coordinator = Device(office, 1), Device(office, 2, PATRICIA, role="coordinator")
    fields = person(1, "")
    del fields["promoter"]
    promoter.journal.save(promoter.operation(1, fields=fields), promoter.operation(2))
    promoter.receipt(promoter.journal.batch())
    caseloads.let_rest(office, NOON)
    assert caseloads.let_rest(office, NOON + 91 * DAY) == 2
    coordinator.journal.save(
        coordinator.operation(1, "set", fields={"email": "a@b.pe"}),
        coordinator.operation(2, "set", fields={"promoter": JHON}, seen={"promoter": promoter.wrote(2)}),
    )
    coordinator.receipt(coordinator.journal.batch())
    assert people_in(promoter) == [record_id(1)]
    assert people_in(Device(office, 3, JHON)) == [record_id(2)]


def test_who_rests_leaves_the_laptop_and_its_search_and_it_is_alike_with_headquarters(
    office: Storage, tmp_path: Path, travels: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caseloads, "MOST", 2)
    promoter = travels(Traveller.enrolled(office, tmp_path))
    promoter.register("Ana", "Berta", "Carla", "Dora")
    promoter.drain()
    assert caseloads.let_rest(office, NOON) == 2
    promoter.round()
    assert promoter.names() == ["Carla", "Dora"]
    assert promoter.laptop.store.book.people("Ana", PeopleFilter.ALL, 0, 9).total == 0
    answer = promoter.road.compare(promoter.laptop.store.exchange.standing().cursor or "")
    assert promoter.laptop.store.exchange.unlike(answer.digest) == []
    promoter.settled()


def test_what_is_not_sent_yet_stays_on_the_laptop_arrives_and_brings_its_person_back(
    office: Storage, tmp_path: Path, travels: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caseloads, "MOST", 1)
    promoter = travels(Traveller.enrolled(office, tmp_path))
    [ana, _, _] = promoter.register("Ana", "Berta", "Carla")
    promoter.drain()
    promoter.amend(ana, email="ana@correo.pe")
    promoter.register("Dora")
    assert caseloads.let_rest(office, NOON) == 2
    page = promoter.road.fetch(promoter.laptop.store.exchange.standing().cursor or "")
    promoter.laptop.store.exchange.take_answer(None, b"", page.page, page.epoch, page.clock)
    assert promoter.names() == ["Ana", "Carla", "Dora"]
    promoter.drain()
    assert states(office)[ana].fields["email"] == "ana@correo.pe"
    assert promoter.names() == ["Ana", "Carla", "Dora"]
    assert caseloads.let_rest(office, NOON) == 2
    promoter.round()
    assert promoter.names() == ["Dora"]
    promoter.settled()


def test_who_was_handed_over_while_something_was_not_sent_leaves_the_laptop_once_it_has_arrived(
    office: Storage, tmp_path: Path, travels: Keep
) -> None:
    promoter = travels(Traveller.enrolled(office, tmp_path))
    coordinator = travels(Traveller.enrolled(office, tmp_path, 2, "coordinator", PATRICIA))
    [ana] = promoter.register("Ana")
    for one in (promoter, coordinator):
        one.drain()
    promoter.amend(ana, email="ana@correo.pe")
    coordinator.amend(ana, promoter=JHON)
    coordinator.drain()
    page = promoter.road.fetch(promoter.laptop.store.exchange.standing().cursor or "")
    assert page.page is not None
    assert page.page.gone == [ana]
    promoter.laptop.store.exchange.take_answer(None, b"", page.page, page.epoch, page.clock)
    assert promoter.names() == ["Ana"]
    promoter.drain()
    assert states(office)[ana].fields["email"] == "ana@correo.pe"
    assert promoter.names() == []
    promoter.settled()


def test_headquarters_looks_by_itself_while_it_serves(office: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caseloads, "MOST", 2)
    promoter = Device(office, 1)
    promoter.journal.save(*(promoter.operation(number) for number in range(1, 6)))
    promoter.receipt(promoter.journal.batch())
    end = time.monotonic() + 30
    with caseloads.looked_through(office, seconds=0.01):
        while len(people_in(promoter)) > 2 and time.monotonic() < end:
            time.sleep(0.01)
    assert people_in(promoter) == [record_id(4), record_id(5)]
