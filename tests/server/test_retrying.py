"""What stands apart is folded once a newer program reads it or a person releases it, and the laptop hears it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from sqlalchemy import select, update

from chasqui_sync.core.problems import Problem
from chasqui_sync.core.records import KINDS
from chasqui_sync.server import audit, devices, retrying
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import audit as audit_rows
from chasqui_sync.server.tables import quarantine
from tests.helpers.storage import JHON, NOW, Device, Surroundings, everything, raw_states, record_id, states


class Weather(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A kind of record that a newer program knows."""

    sky: str | None = None


@pytest.fixture
def laptop(store: Storage) -> Device:
    return Device(store, 1)


def apart(store: Storage) -> list[tuple[int, int]]:
    with store.database.reading() as connection:
        rows = connection.execute(select(quarantine.c.seq, quarantine.c.problem).order_by(quarantine.c.seq))
        return [(row.seq, row.problem) for row in rows]


def entry(name: str) -> audit.Entry:
    return audit.Entry(NOW, "patricia", "release", name, "the laptop was found again")


def weather(laptop: Device, action: str = "create", **others: Any) -> Any:
    return laptop.operation(7, action, kind="weather", **others)


def test_what_a_newer_program_understands_is_folded_in_order_once_and_the_laptop_hears_it(
    store: Storage, laptop: Device, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.journal.save(
        weather(laptop, fields={"sky": "clear"}),
        laptop.operation(1),
        weather(laptop, "set", fields={"sky": "grey"}, seen={"sky": laptop.wrote(1)}),
    )
    unknown = Problem.KIND_UNKNOWN.number
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(1, unknown), (3, unknown)]
    page = laptop.page()
    assert page.verdicts == []
    before = everything(store, "device")
    assert retrying.retry(store) == retrying.Told(0, {})
    assert everything(store, "device") == before
    monkeypatch.setitem(KINDS, "weather", Weather)
    around.now += 1_000_000
    assert retrying.retry(store) == retrying.Told(2, {})
    held = states(store)[record_id(7)]
    assert (held.fields, held.open) == ({"sky": "grey"}, {})
    assert held.head.time <= NOW, "it counts for the time at which it was received"
    assert apart(store) == []
    told = laptop.page(page.cursor)
    assert told.verdicts == [("1", 1, 0), ("1", 3, 0)]
    assert len(told.records) == 1
    assert laptop.page(told.cursor).verdicts == []
    after = everything(store, "device")
    assert retrying.retry(store) == retrying.Told(0, {})
    assert everything(store, "device") == after


def test_one_that_is_still_broken_holds_up_no_other_and_says_what_it_lacks_now(
    store: Storage, laptop: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.journal.save(
        weather(laptop, "set", fields={"sky": "grey"}),
        weather(laptop, fields={"sky": 7}),
        laptop.operation(8, kind="weather", fields={"sky": "clear"}),
    )
    laptop.receipt(laptop.journal.batch())
    page = laptop.page()
    monkeypatch.setitem(KINDS, "weather", Weather)
    told = retrying.retry(store)
    assert told == retrying.Told(1, {"record-unknown": 1, "rule-broken": 1})
    assert apart(store) == [(1, Problem.RECORD_UNKNOWN.number), (2, Problem.RULE_BROKEN.number)]
    assert laptop.page(page.cursor).verdicts == [
        ("1", 1, Problem.RECORD_UNKNOWN.number),
        ("1", 2, Problem.RULE_BROKEN.number),
        ("1", 3, 0),
    ]


def test_what_waited_for_its_record_is_told_to_be_folded_when_that_comes(store: Storage, laptop: Device) -> None:
    other = Device(store, 2, JHON)
    other.journal.save(other.operation(1, "set", fields={"email": "a@b.pe"}))
    assert other.receipt(other.journal.batch()).verdicts == [(1, Problem.RECORD_UNKNOWN.number)]
    page = other.page()
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    assert other.page(page.cursor).verdicts == [("1", 1, 0)]


def test_what_came_before_its_laptop_was_revoked_goes_on_waiting_through_a_restart(
    store: Storage, laptop: Device
) -> None:
    other = Device(store, 2, JHON)
    other.journal.save(other.operation(1, "set", fields={"email": "a@b.pe"}))
    other.receipt(other.journal.batch())
    with store.database.writing() as connection:
        devices.revoke(connection, other.key.id)
    assert retrying.retry(store) == retrying.Told(0, {"record-unknown": 1})
    assert apart(store) == [(1, Problem.RECORD_UNKNOWN.number)]
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    assert states(store)[record_id(1)].fields["email"] == "a@b.pe"
    assert apart(store) == []


def test_what_nobody_could_read_of_a_revoked_laptop_is_not_folded_when_it_can_be_read(
    store: Storage, laptop: Device
) -> None:
    with store.database.writing() as connection:
        devices.revoke(connection, laptop.key.id)
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    with store.database.writing() as connection:
        connection.execute(update(quarantine).values(problem=Problem.OPERATION_UNREADABLE.number))
    assert retrying.retry(store) == retrying.Told(0, {"device-revoked": 1})
    assert states(store) == {}


def revoked(store: Storage, laptop: Device) -> None:
    """A laptop that had written before it was revoked, and after."""
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    with store.database.writing() as connection:
        devices.revoke(connection, laptop.key.id)
    laptop.journal.save(
        laptop.operation(1, "set", fields={"email": "a@b.pe"}),
        laptop.operation(2),
        laptop.operation(2, "set", fields={"email": "c@d.pe"}),
    )
    problem = Problem.DEVICE_REVOKED.number
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(seq, problem) for seq in (2, 3, 4)]


def test_what_a_revoked_laptop_sent_waits_for_a_person_and_is_folded_once_when_she_releases_it(
    store: Storage, laptop: Device
) -> None:
    revoked(store, laptop)
    assert retrying.retry(store) == retrying.Told(0, {})
    assert len(apart(store)) == 3
    names = retrying.of_device(store, laptop.key.id)
    assert names == [laptop.wrote(seq) for seq in (2, 3, 4)]
    assert retrying.release(store, names, entry) == retrying.Told(3, {})
    held = states(store)
    assert [held[record_id(number)].fields["email"] for number in (1, 2)] == ["a@b.pe", "c@d.pe"]
    before = raw_states(store)
    assert retrying.release(store, names, entry) == retrying.Told(0, {})
    assert raw_states(store) == before
    with store.database.reading() as connection:
        assert [(each.act, each.subject) for each in audit.entries(connection)] == [("release", name) for name in names]


def test_a_release_lets_nobody_write_for_another_office_or_break_a_rule(store: Storage, laptop: Device) -> None:
    laptop.journal.save(
        laptop.operation(1, scope="0c" * 16), laptop.operation(2), laptop.operation(2, "set", fields={"ruc": "1"})
    )
    laptop.receipt(laptop.journal.batch())
    told = retrying.release(store, [laptop.wrote(1), laptop.wrote(3)], entry)
    assert told == retrying.Told(0, {"rule-broken": 1, "scope-outside": 1})
    assert record_id(1) not in states(store)


def test_what_is_dropped_is_never_folded_stays_in_the_log_and_is_told(store: Storage, laptop: Device) -> None:
    laptop.journal.save(laptop.operation(2), laptop.operation(2, "set", fields={"ruc": "1"}))
    laptop.receipt(laptop.journal.batch())
    page = laptop.page()
    assert retrying.drop(store, [laptop.wrote(2)], lambda name: entry(name)._replace(act="drop")) == 1
    laptop.journal.save(laptop.operation(2, "set", fields={"ruc": "20512333797"}))
    laptop.receipt(laptop.journal.batch())
    assert retrying.retry(store) == retrying.Told(0, {})
    assert apart(store) == [(2, Problem.DROPPED.number)]
    assert laptop.page(page.cursor).verdicts == [("1", 2, Problem.DROPPED.number)]
    assert states(store)[record_id(2)].fields["ruc"] == "20512333797"


def test_a_changed_line_of_the_audit_trail_is_seen(store: Storage, laptop: Device) -> None:
    revoked(store, laptop)
    retrying.release(store, retrying.of_device(store, laptop.key.id), entry)
    with store.database.writing() as connection:
        connection.execute(update(audit_rows).where(audit_rows.c.number == 2).values(reason="none"))
    with store.database.reading() as connection, pytest.raises(ValueError, match="not whole at 2"):
        audit.entries(connection)
