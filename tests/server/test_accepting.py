"""Accepting a batch: once, in order, whole or not at all; the same on SQLite and PostgreSQL."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select, update

from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.core.problems import Problem
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import batch as batches
from chasqui_sync.server.tables import device as devices
from chasqui_sync.server.tables import fork, quarantine
from tests.helpers.server import Journal
from tests.helpers.storage import (
    JHON,
    NOW,
    OTHER_PARTNER,
    Device,
    Surroundings,
    everything,
    person,
    raw_states,
    record_id,
    states,
)


@pytest.fixture
def laptop(store: Storage) -> Device:
    return Device(store, 1)


def test_a_batch_is_kept_as_it_came_and_its_records_are_folded_in_order(store: Storage, laptop: Device) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(2))
    batch = laptop.journal.batch()
    body = laptop.receipt(batch)
    assert (body.upto, body.head, body.level) == (2, laptop.journal.head(2).hex(), "hq")
    assert (body.device, body.incarnation, body.node) == (laptop.key.id, "1", store.here.key.id)
    assert body.verdicts == []
    held = states(store)
    assert [held[record_id(number)].at for number in (1, 2)] == [1, 2]
    assert held[record_id(1)].fields == person(1, laptop.user)
    assert held[record_id(1)].head.operation == laptop.wrote(1)
    with store.database.reading() as connection:
        assert connection.scalar(select(batches.c.bytes)) == batch


def test_the_same_batch_again_gets_the_same_receipt_and_counts_once(
    store: Storage, laptop: Device, around: Surroundings
) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 4)))
    first, second = laptop.journal.batch(1, 2), laptop.journal.batch(3, 3)
    receipts = [wire.encode(laptop.raw_receipt(batch)) for batch in (first, second)]
    before = everything(store, "device")
    around.now += 60_000
    assert [wire.encode(laptop.raw_receipt(batch)) for batch in (first, second, first)] == [*receipts, receipts[0]]
    assert everything(store, "device") == before


def test_the_known_part_of_a_longer_batch_is_skipped(store: Storage, laptop: Device) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 6)))
    laptop.receipt(laptop.journal.batch(1, 2))
    assert laptop.receipt(laptop.journal.batch(1, 4)).upto == 4
    assert laptop.receipt(laptop.journal.batch(3, 5)).upto == 5
    assert {name: state.at for name, state in states(store).items()} == {record_id(n): n for n in range(1, 6)}


def test_a_smaller_cut_of_what_is_known_gets_the_receipt_that_covers_it(laptop: Device) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 6)))
    whole = laptop.raw_receipt(laptop.journal.batch())
    assert wire.encode(laptop.raw_receipt(laptop.journal.batch(2, 3))) == wire.encode(whole)


def test_a_gap_is_refused_with_the_seq_that_is_expected(store: Storage, laptop: Device) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 5)))
    laptop.receipt(laptop.journal.batch(1, 1))
    before = everything(store, "device")
    trouble = laptop.push(laptop.journal.batch(3, 4)).trouble
    assert trouble is not None
    assert (trouble.problem, trouble.arguments) == (Problem.BATCH_GAP, {"expected": 2})
    assert everything(store, "device") == before


@pytest.mark.parametrize(("known", "first", "last"), [(3, 1, 3), (3, 1, 2), (3, 1, 5), (3, 4, 5), (3, 3, 3)])
def test_another_history_at_a_known_seq_is_kept_beside_it_and_changes_no_record(
    store: Storage, laptop: Device, known: int, first: int, last: int
) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 6)))
    laptop.receipt(laptop.journal.batch(1, known))
    other = Journal(laptop.key)
    other.save(*(laptop.operation(number) for number in range(11, 16)))
    before = everything(store, "device", "fork")
    contradiction = other.batch(first, last)
    for _ in range(2):
        trouble = laptop.push(contradiction).trouble
        assert trouble is not None
        assert trouble.problem is Problem.JOURNAL_FORK
    assert everything(store, "device", "fork") == before
    with store.database.reading() as connection:
        assert connection.scalars(select(fork.c.bytes)).all() == [contradiction]
    assert laptop.receipt(laptop.journal.batch(known + 1, 5)).upto == 5


def test_two_incarnations_of_a_laptop_are_two_journals(laptop: Device) -> None:
    laptop.journal.save(laptop.operation(1))
    restored = Journal(laptop.key, "2")
    restored.save(laptop.operation(2))
    assert laptop.receipt(laptop.journal.batch()).upto == 1
    assert laptop.receipt(restored.batch()).upto == 1
    assert laptop.page().own == {"1": 1, "2": 1}


def test_a_batch_of_another_devices_journal_is_refused(store: Storage, laptop: Device) -> None:
    other = Device(store, 2, JHON)
    other.journal.save(other.operation(1))
    before = everything(store, "device")
    trouble = laptop.push(other.journal.batch()).trouble
    assert trouble is not None
    assert trouble.problem is Problem.BATCH_FOREIGN
    assert everything(store, "device") == before


def test_what_cannot_be_understood_or_may_not_be_is_quarantined_and_blocks_nothing(
    store: Storage, laptop: Device
) -> None:
    broken = {**person(3, laptop.user), "document": {"scheme": "dni", "number": "123"}}
    operations = {
        1: (laptop.operation(1), None),
        2: (laptop.operation(2, kind="weather"), Problem.KIND_UNKNOWN),
        3: (laptop.operation(3, fields=broken), Problem.RULE_BROKEN),
        4: (laptop.operation(4, schema=99), Problem.SCHEMA_NEWER),
        5: (laptop.operation(5, action="dance"), Problem.ACTION_UNKNOWN),
        6: (laptop.operation(6, scope=OTHER_PARTNER), Problem.SCOPE_OUTSIDE),
        7: (laptop.operation(7, scope=EVERYONE), Problem.SCOPE_OUTSIDE),
        8: (laptop.operation(8, user=JHON), Problem.SCOPE_OUTSIDE),
        9: (laptop.operation(9, kind="staff", fields={"name": "x", "role": "headquarters"}), Problem.SCOPE_OUTSIDE),
        10: (laptop.operation(10, action="set", fields={"email": "a@b.pe"}), Problem.RECORD_UNKNOWN),
        11: (laptop.operation(1), Problem.RECORD_EXISTS),
        12: (laptop.operation(12), None),
    }
    laptop.journal.save(*(operation for operation, _ in operations.values()))
    laptop.journal.operations += [b"no operation", b"{}"]
    laptop.journal.save(laptop.operation(15))
    body = laptop.receipt(laptop.journal.batch())
    expected = [(seq, problem.number) for seq, (_, problem) in operations.items() if problem]
    unreadable = [(seq, Problem.OPERATION_UNREADABLE.number) for seq in (13, 14)]
    assert body.verdicts == [*expected, *unreadable]
    assert sorted(states(store)) == [record_id(number) for number in (1, 12, 15)]
    with store.database.reading() as connection:
        kept = connection.execute(select(quarantine.c.seq, quarantine.c.operation).order_by(quarantine.c.seq)).all()
    assert [(row.seq, bytes(row.operation)) for row in kept] == [
        (seq, laptop.journal.operations[seq - 1]) for seq, _ in body.verdicts
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        {"given_names": "a\0b", "code": "\0" * 40},
        {"code": "x" * 400, "edition": "e" * 400},
        {"document": {"scheme": "passport", "number": "9" * 400}},
        {"phones": [{"number": "+" + "9" * 400}]},
        {"of_a_newer_version": {"deep": [1, 2.5, None, {"ñ": "😀"}]}},
    ],
)
def test_no_answer_however_odd_keeps_a_batch_from_being_accepted(
    store: Storage, laptop: Device, hostile: dict[str, object]
) -> None:
    laptop.journal.save(laptop.operation(1, fields={**person(1, laptop.user), **hostile}), laptop.operation(2))
    laptop.receipt(laptop.journal.batch())
    held = states(store)
    assert held[record_id(1)].fields == {**person(1, laptop.user), **hostile}
    assert record_id(2) in held


def test_an_operation_with_a_name_that_is_none_or_of_great_length_is_quarantined(laptop: Device) -> None:
    odd = msgspec.structs.replace(laptop.operation(1), record="x\0" * 500)
    long = laptop.operation(2, fields={"of_a_newer_version": "x" * wire.LONGEST_OPERATION})
    laptop.journal.save(odd, long, laptop.operation(3))
    unreadable = Problem.OPERATION_UNREADABLE.number
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(1, unreadable), (2, unreadable)]


def test_a_verdict_is_said_again_when_its_receipt_was_lost(laptop: Device) -> None:
    laptop.journal.save(laptop.operation(1, kind="weather"), laptop.operation(2), laptop.operation(3))
    laptop.receipt(laptop.journal.batch(1, 2))
    assert laptop.receipt(laptop.journal.batch(1, 3)).verdicts == [(1, Problem.KIND_UNKNOWN.number)]


@pytest.mark.parametrize("together", [True, False])
def test_a_correction_takes_along_what_it_corrects(store: Storage, laptop: Device, *, together: bool) -> None:
    broken = {**person(1, laptop.user), "ruc": "20512333798"}
    corrected = laptop.operation(1, action="set", fields={"ruc": "20512333797"}, seen={"ruc": laptop.wrote(1)})
    laptop.journal.save(laptop.operation(1, fields=broken), corrected)
    if not together:
        assert laptop.receipt(laptop.journal.batch(1, 1)).verdicts == [(1, Problem.RULE_BROKEN.number)]
        assert states(store) == {}
    first = 1 if together else 2
    assert laptop.receipt(laptop.journal.batch(first)).verdicts == []
    state = states(store)[record_id(1)]
    assert state.fields == {**broken, "ruc": "20512333797"}
    assert (state.open, state.at) == ({}, 1)
    with store.database.reading() as connection:
        assert connection.execute(select(quarantine)).all() == []


@pytest.mark.parametrize("together", [True, False])
def test_a_short_edit_makes_nothing_sound_of_a_registration_with_a_long_text(
    store: Storage, laptop: Device, *, together: bool
) -> None:
    laptop.journal.save(
        laptop.operation(1, fields={**person(1, laptop.user), "address_reference": "x" * 501}),
        laptop.operation(1, action="set", fields={"email": "nusta@correo.pe"}),
    )
    if not together:
        assert laptop.receipt(laptop.journal.batch(1, 1)).verdicts == [(1, Problem.RULE_BROKEN.number)]
    last = dict(laptop.receipt(laptop.journal.batch(1 if together else 2)).verdicts)
    assert last[2] == Problem.RULE_BROKEN.number
    assert states(store) == {}


def test_an_edit_that_breaks_a_rule_waits_without_harm_to_the_next_one(store: Storage, laptop: Device) -> None:
    laptop.journal.save(
        laptop.operation(1),
        laptop.operation(1, action="set", fields={"ruc": "1"}),
        laptop.operation(1, action="set", fields={"email": "nusta@correo.pe"}),
    )
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(2, Problem.RULE_BROKEN.number)]
    assert states(store)[record_id(1)].fields == {**person(1, laptop.user), "email": "nusta@correo.pe"}


def test_a_withdrawn_consent_is_accepted_and_does_not_bar_later_corrections(store: Storage, laptop: Device) -> None:
    laptop.journal.save(
        laptop.operation(1),
        laptop.operation(1, action="withdraw", fields={"consent_programme": False}),
        laptop.operation(1, action="set", fields={"email": "nusta@correo.pe"}),
    )
    assert laptop.receipt(laptop.journal.batch()).verdicts == []
    held = states(store)[record_id(1)].fields
    assert (held["consent_programme"], held["email"]) == (False, "nusta@correo.pe")


def test_two_laptops_that_did_not_know_of_each_other_leave_one_conflict(store: Storage, laptop: Device) -> None:
    office = Device(store, 2, JHON, role="coordinator")
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    seen = {"paternal_surname": laptop.wrote(1)}
    laptop.journal.save(laptop.operation(1, action="set", fields={"paternal_surname": "Rondón"}, seen=seen))
    office.journal.save(office.operation(1, action="set", fields={"paternal_surname": "Roldán"}, seen=seen))
    office.receipt(office.journal.batch())
    laptop.receipt(laptop.journal.batch(2))
    state = states(store)[record_id(1)]
    assert {state.fields["paternal_surname"], state.open["paternal_surname"][0].value} == {"Rondón", "Roldán"}


def test_a_revoked_device_folds_nothing_reads_nothing_and_loses_nothing(store: Storage, laptop: Device) -> None:
    with store.database.writing() as connection:
        connection.execute(update(devices).where(devices.c.id == laptop.key.id).values(status="wipe"))
    laptop.journal.save(laptop.operation(1))
    outcome = laptop.push(laptop.journal.batch(), "")
    assert outcome.result is not None
    assert outcome.result.receipt is not None
    assert outcome.result.page is None
    assert laptop.read(outcome.result.receipt).verdicts == [(1, Problem.DEVICE_REVOKED.number)]
    assert raw_states(store) == {}
    with store.database.reading() as connection:
        assert connection.scalars(select(quarantine.c.operation)).all() == [laptop.journal.operations[0]]
    trouble = laptop.fetch().trouble
    assert trouble is not None
    assert trouble.problem is Problem.DEVICE_REVOKED


def test_receipts_are_numbered_without_a_gap_across_devices(store: Storage, laptop: Device) -> None:
    other = Device(store, 2, JHON)
    numbers = []
    for number in range(1, 5):
        for device in (laptop, other):
            device.journal.save(device.operation(10 * number + device.key.public[0]))
            numbers.append(device.receipt(device.journal.batch(number)).number)
    assert numbers == list(range(1, 9))


def test_the_laptops_clock_decides_nothing_after_the_time_of_receipt(store: Storage, laptop: Device) -> None:
    future = msgspec.structs.replace(laptop.operation(1), saved_at=NOW + 10**12)
    laptop.journal.save(future)
    laptop.receipt(laptop.journal.batch())
    assert states(store)[record_id(1)].head.time == NOW


def test_a_withdrawal_is_folded_though_something_waits_and_takes_nothing_broken_along(
    store: Storage, laptop: Device
) -> None:
    laptop.journal.save(
        laptop.operation(1),
        laptop.operation(1, "set", fields={"ruc": "1"}),
        laptop.operation(1, "withdraw", fields={"consent_photos": False}),
    )
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(2, Problem.RULE_BROKEN.number)]
    held = states(store)[record_id(1)]
    assert held.fields["consent_photos"] is False
    assert "ruc" not in held.fields
