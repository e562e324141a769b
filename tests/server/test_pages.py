"""Pages: each caller's scope and no other, in order, without a gap; the same on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

import pytest

from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.core.problems import Problem
from chasqui_sync.server import pages
from chasqui_sync.server.storage import Storage
from tests.helpers.storage import (
    JHON,
    MILAGROS,
    OTHER_PARTNER,
    PATRICIA,
    Device,
    person,
    raw_states,
    record_id,
    reference,
)


def ids(page: wire.Page) -> list[str]:
    return [wire.state_of(raw).id for raw in page.records]


def load_reference(store: Storage) -> None:
    written = [
        reference(901, "edition", name="2026-II", prefix="GE26"),
        reference(902, "partner", name="Oficina Lima Norte"),
        reference(903, "staff", name="Somebody at headquarters", role="headquarters"),
    ]
    user = store.here.key.id
    verdicts = store.write([_by(operation, user) for operation in written]).verdicts
    assert verdicts == []


def _by(operation: Any, user: str) -> Any:
    return type(operation)(**{name: getattr(operation, name) for name in operation.__struct_fields__} | {"user": user})


@pytest.fixture
def laptop(store: Storage) -> Device:
    return Device(store, 1)


def test_the_first_page_holds_what_is_held_byte_for_byte_in_order_of_position(store: Storage, laptop: Device) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in (3, 1, 2)))
    laptop.receipt(laptop.journal.batch())
    page = laptop.page()
    held = raw_states(store)
    assert [bytes(raw) for raw in page.records] == [held[record_id(number)] for number in (3, 1, 2)]
    assert (page.complete, page.own) == (True, {"1": 3})


def test_after_the_cursor_comes_only_what_changed_since(laptop: Device) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(2))
    laptop.receipt(laptop.journal.batch())
    cursor = laptop.page().cursor
    assert ids(laptop.page(cursor)) == []
    laptop.journal.save(laptop.operation(1, action="set", fields={"email": "a@b.pe"}))
    outcome = laptop.push(laptop.journal.batch(3), cursor)
    assert outcome.result is not None
    assert outcome.result.page is not None
    assert ids(outcome.result.page) == [record_id(1)]
    assert outcome.result.page.own == {"1": 3}


@pytest.mark.parametrize("limit", ["records", "bytes"])
def test_pages_cover_everything_once_whatever_their_size(
    laptop: Device, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 24)))
    laptop.receipt(laptop.journal.batch())
    if limit == "records":
        monkeypatch.setattr(pages, "MOST_RECORDS", 5)
    else:
        monkeypatch.setattr(pages, "MOST_BYTES", 1500)
    found, cursor = [], ""
    while True:
        page = laptop.page(cursor)
        assert page.records
        found += ids(page)
        cursor = page.cursor
        if page.complete:
            break
    assert found == [record_id(number) for number in range(1, 24)]


@pytest.mark.parametrize(("asked", "given"), [(None, 4), (1, 1), (3, 3), (6, 6), (7, 6), (10**9, 6), (0, 1)])
def test_a_page_holds_as_many_as_were_asked_for_but_no_more_than_headquarters_bears(
    laptop: Device, monkeypatch: pytest.MonkeyPatch, asked: int | None, given: int
) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 9)))
    laptop.receipt(laptop.journal.batch())
    monkeypatch.setattr(pages, "MOST_RECORDS", 4)
    monkeypatch.setattr(pages, "MOST_ASKED", 6)
    page = laptop.page(most=asked)
    assert ids(page) == [record_id(number) for number in range(1, given + 1)]
    assert not page.complete


def test_a_deleted_record_comes_as_deleted(laptop: Device) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(1, action="delete"))
    laptop.receipt(laptop.journal.batch())
    [raw] = laptop.page().records
    assert wire.state_of(raw).deleted


@pytest.mark.parametrize(
    "nonsense", ["1", "x.1", "0123456789abcdef", "0123456789abcdef.-1", "0123456789abcdef.1\0", "'"]
)
def test_a_cursor_that_is_none_is_refused(laptop: Device, nonsense: str) -> None:
    trouble = laptop.fetch(nonsense).trouble
    assert trouble is not None
    assert trouble.problem is Problem.CURSOR_UNKNOWN


@pytest.mark.parametrize("stale", ["0123456789abcdef.7", "{epoch}.999999"])
def test_a_cursor_of_another_epoch_or_beyond_the_end_begins_anew(store: Storage, laptop: Device, stale: str) -> None:
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    assert ids(laptop.page(stale.format(epoch=store.here.epoch))) == [record_id(1)]


def test_each_role_sees_its_own_scope_and_what_is_for_everyone(store: Storage) -> None:
    load_reference(store)
    devices = {
        "milagros": Device(store, 1, MILAGROS),
        "jhon": Device(store, 2, JHON),
        "patricia": Device(store, 3, PATRICIA, role="coordinator"),
        "elsewhere": Device(store, 4, record_id(801), OTHER_PARTNER, "coordinator"),
        "headquarters": Device(store, 5, record_id(802), EVERYONE, "headquarters"),
        "auditor": Device(store, 6, record_id(803), EVERYONE, "auditor"),
    }
    for number, name in enumerate(("milagros", "jhon", "elsewhere"), 1):
        device = devices[name]
        device.journal.save(device.operation(number))
        device.receipt(device.journal.batch())
    everyone = [record_id(901), record_id(902)]
    seen = {name: ids(device.page()) for name, device in devices.items()}
    assert seen == {
        "milagros": [*everyone, record_id(1)],
        "jhon": [*everyone, record_id(2)],
        "patricia": [*everyone, record_id(1), record_id(2)],
        "elsewhere": [*everyone, record_id(3)],
        "headquarters": [*everyone, record_id(903), record_id(1), record_id(2), record_id(3)],
        "auditor": everyone,
    }


def test_a_foreign_partner_can_neither_change_nor_take_over_a_record(store: Storage, laptop: Device) -> None:
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    before = raw_states(store)
    stranger = Device(store, 9, JHON, OTHER_PARTNER, "coordinator")
    stranger.journal.save(stranger.operation(1), stranger.operation(1, action="set", fields={"email": "x@y.pe"}))
    numbers = [number for _, number in stranger.receipt(stranger.journal.batch()).verdicts]
    assert numbers == [Problem.RECORD_EXISTS.number, Problem.SCOPE_OUTSIDE.number]
    assert raw_states(store) == before


def test_a_registration_handed_to_another_promoter_is_gone_from_the_first_and_comes_to_the_second(
    store: Storage, laptop: Device
) -> None:
    jhon, office = Device(store, 2, JHON), Device(store, 3, PATRICIA, role="coordinator")
    laptop.journal.save(laptop.operation(1), laptop.operation(2))
    laptop.receipt(laptop.journal.batch())
    at_laptop, at_jhon = laptop.page().cursor, jhon.page().cursor
    handed = {"fields": {"promoter": JHON}, "seen": {"promoter": laptop.wrote(1)}}
    office.journal.save(office.operation(1, action="set", **handed))
    office.receipt(office.journal.batch())
    page = laptop.page(at_laptop)
    assert (ids(page), page.gone) == ([], [record_id(1)])
    assert laptop.page(page.cursor).gone == []
    assert ids(laptop.page()) == [record_id(2)]
    assert ids(jhon.page(at_jhon)) == [record_id(1)]


def test_a_registration_without_a_promoter_is_in_its_authors_caseload(store: Storage, laptop: Device) -> None:
    fields = person(1, laptop.user)
    del fields["promoter"]
    laptop.journal.save(laptop.operation(1, fields=fields))
    laptop.receipt(laptop.journal.batch())
    assert ids(laptop.page()) == [record_id(1)]
    assert ids(Device(store, 2, JHON).page()) == []
