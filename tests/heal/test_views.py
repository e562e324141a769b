"""Who saw whom: what coordinators and headquarters open on their laptops stands in headquarters' trail, once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from chasqui_desktop.book import DeliveryFilter, PeopleFilter, Why
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem
from chasqui_sync.server import audit, desk, devices
from chasqui_sync.server.storage import Storage
from tests.helpers.field import Traveller
from tests.helpers.laptop import NOON, answers
from tests.helpers.storage import MILAGROS, PARTNER, Device, record_id

Keep = Callable[[Traveller], Traveller]
OFFICE = "05" * 16
QUARTER_HOUR = 15 * 60 * 1000


def trail(office: Storage) -> list[audit.Entry]:
    with office.database.reading() as connection:
        return audit.entries(connection)


def quarantined(office: Storage) -> dict[str, int]:
    with office.database.reading() as connection:
        found: dict[str, int] = desk.standing(connection)["quarantine"]
    return found


@pytest.fixture
def promoter(office: Storage, tmp_path: Path, travels: Keep) -> Traveller:
    one = travels(Traveller.enrolled(office, tmp_path))
    for name in ("Ana", "Berta"):
        one.laptop.store.book.register(answers(name, document={"scheme": "none"}))
    one.round()
    return one


@pytest.fixture
def coordinator(office: Storage, promoter: Traveller, tmp_path: Path, travels: Keep) -> Traveller:
    assert promoter.office is office
    return travels(Traveller.enrolled(office, tmp_path, 2, role="coordinator", user=OFFICE))


def people_of(one: Traveller) -> list[str]:
    return sorted(row.record for row in one.laptop.store.book.people("", PeopleFilter.ALL, 0, 99).rows)


def test_each_page_a_coordinator_opens_is_in_the_trail_once_with_her_record_and_the_reason(
    office: Storage, coordinator: Traveller
) -> None:
    first, second = people_of(coordinator)
    book = coordinator.laptop.store.book
    for _ in range(3):
        book.person(first)
    book.person(first, Why.PAPER)
    coordinator.laptop.world.now += QUARTER_HOUR
    book.person(second, Why.RIGHTS)
    book.person(first)
    assert trail(office) == []
    coordinator.round()
    coordinator.round()
    said = [(each.person, each.act, each.subject, each.reason) for each in trail(office)]
    assert said == [
        (OFFICE, "view", first, "page"),
        (OFFICE, "view", first, "paper"),
        (OFFICE, "view", second, "rights"),
        (OFFICE, "view", first, "page"),
    ]
    assert "Ana" not in json.dumps(said)


def test_a_view_is_no_registration_anywhere_and_nothing_that_a_person_sees_waiting(
    office: Storage, coordinator: Traveller
) -> None:
    before = desk_records(office)
    [first, _] = people_of(coordinator)
    coordinator.laptop.store.book.person(first)
    counts = coordinator.laptop.store.book.counts()
    assert (counts.laptop, counts.at_risk) == (0, 0)
    assert coordinator.laptop.store.exchange.standing().waiting == 1
    assert coordinator.laptop.store.book.deliveries(DeliveryFilter.TO_SEND, 0, 9) == []
    assert coordinator.laptop.store.book.person(first).history == ()
    coordinator.round()
    assert desk_records(office) == before
    assert quarantined(office) == {}
    assert coordinator.laptop.store.exchange.standing().waiting == 0
    assert len(people_of(coordinator)) == 2


def desk_records(office: Storage) -> dict[str, int]:
    with office.database.reading() as connection:
        found: dict[str, int] = desk.standing(connection)["records"]
    return found


def test_a_promoter_reads_her_own_registrations_unwritten(office: Storage, promoter: Traveller) -> None:
    for record in people_of(promoter):
        promoter.laptop.store.book.person(record)
    promoter.round()
    assert trail(office) == []


def test_whoever_was_joined_was_seen_in_all_her_records(office: Storage, coordinator: Traveller) -> None:
    first, second = people_of(coordinator)
    coordinator.laptop.store.book.joined(second, first)
    coordinator.laptop.store.book.person(first)
    coordinator.round()
    assert sorted(each.subject for each in trail(office)) == [first, second]


def test_two_people_laid_side_by_side_and_a_field_that_two_wrote_apart_were_seen(
    office: Storage, promoter: Traveller, coordinator: Traveller
) -> None:
    first, second = people_of(coordinator)
    promoter.amend(first, email="a@correo.pe")
    promoter.drain()
    coordinator.laptop.store.book.amend(first, {"email": "b@correo.pe"}, {})
    coordinator.drain()
    coordinator.laptop.store.book.conflict(first, "email")
    while coordinator.laptop.store.book.compare_some(10):
        pass
    coordinator.laptop.store.book.pair(first, second)
    coordinator.round()
    seen = [each.subject for each in trail(office) if each.reason == "review"]
    assert seen == [first, second]


def test_the_time_of_a_view_lies_within_headquarters_clock_and_closed_laptops_tell_theirs_too(office: Storage) -> None:
    device = Device(office, 7, OFFICE, role="coordinator")
    views = [view(device, 1, saved_at=5), view(device, 2, saved_at=NOON * 2)]
    device.journal.save(*views)
    with office.database.writing() as connection:
        devices.revoke(connection, device.key.id)
    assert device.receipt(device.journal.batch()).verdicts == []
    assert [(each.at, each.subject) for each in trail(office)] == [(7, record_id(51)), (NOON, record_id(52))]


def test_what_is_handed_to_a_person_is_a_view_of_every_record_of_hers_and_knows_only_this_laptops_acts(
    office: Storage, coordinator: Traveller
) -> None:
    first, second = people_of(coordinator)
    book = coordinator.laptop.store.book
    book.joined(first, second)
    document = book.dossier(second)
    coordinator.round()
    assert [each["record"] for each in document["registrations"]] == [second, first]
    assert [each["fields"]["given_names"] for each in document["registrations"]] in (["Ana", "Berta"], ["Berta", "Ana"])
    assert not any(each["history_is_whole"] for each in document["registrations"])
    assert [(each.subject, each.reason) for each in trail(office)] == [(second, "access"), (first, "access")]
    assert "seen_by" not in document


def view(device: Device, number: int, of: object = None, why: object = "page", saved_at: int = NOON) -> Operation:
    fields = {"of": of or record_id(50 + number), "why": why}
    made = device.operation(900 + number, kind="view", fields=fields, anchor=7)
    return msgspec.structs.replace(made, saved_at=saved_at)


@pytest.mark.parametrize(
    ("role", "user", "of", "why", "problem"),
    [
        ("promoter", MILAGROS, None, "page", Problem.NOT_PERMITTED),
        ("coordinator", OFFICE, "Ana Quispe", "page", Problem.OPERATION_UNREADABLE),
        ("coordinator", OFFICE, None, 7, Problem.OPERATION_UNREADABLE),
    ],
)
def test_what_is_no_view_stands_apart_and_stops_nothing(
    office: Storage, role: str, user: str, of: object, why: object, problem: Problem
) -> None:
    device = Device(office, 7, user, PARTNER, role)
    device.journal.save(view(device, 1, of, why), device.operation(3))
    assert device.receipt(device.journal.batch()).verdicts == [(1, problem.number)]
    assert trail(office) == []


def test_words_a_laptop_makes_up_do_not_get_into_the_trail(office: Storage) -> None:
    device = Device(office, 7, OFFICE, role="headquarters", scope="*")
    device.journal.save(view(device, 1, why="Ana Quispe, DNI 12345678"))
    device.receipt(device.journal.batch())
    assert [each.reason for each in trail(office)] == ["other"]
