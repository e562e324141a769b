"""What comes about an erased record is emptied as it arrives, also apart and in forks; the same on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.core.problems import Problem
from chasqui_sync.server import audit, devices, erasing
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import batch, erasure, fork, quarantine
from tests.helpers.server import Journal
from tests.helpers.storage import (
    JHON,
    OTHER_PARTNER,
    PATRICIA,
    Device,
    Surroundings,
    everything,
    record_id,
    states,
)

CANARY = "CanarioNandu"


@pytest.fixture
def laptop(store: Storage) -> Device:
    return Device(store, 1)


@pytest.fixture
def coordinator(store: Storage) -> Device:
    return Device(store, 2, PATRICIA, role="coordinator")


def erase(coordinator: Device, number: int) -> wire.ReceiptBody:
    coordinator.journal.save(coordinator.operation(number, "erase"))
    return coordinator.receipt(coordinator.journal.batch())


def left(store: Storage) -> list[str]:
    """Name the tables in which the canary is left, batches inflated; every journal must hold."""
    tables = {name: repr(rows) for name, rows in everything(store).items()}
    with store.database.reading() as connection:
        for table in (batch, fork):
            for data in connection.scalars(select(table.c.bytes)):
                tables[table.name] += repr(wire.kept_operations(wire.read_batch(data)))
        assert erasing.broken_journals(connection, store.here, wire.NO_DICTIONARIES) == []
    return sorted(name for name, told in tables.items() if CANARY in told)


def test_the_tombstone_stays_in_its_place_and_caseload(store: Storage, laptop: Device, coordinator: Device) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(1, "set", fields={"email": CANARY}))
    laptop.receipt(laptop.journal.batch())
    cursor = laptop.page().cursor
    assert erase(coordinator, 1).verdicts == []
    state = states(store)[record_id(1)]
    assert (state.fields, state.erased, state.heard()) == (
        {},
        True,
        {laptop.wrote(1), laptop.wrote(2), coordinator.wrote(1)},
    )
    page = laptop.page(cursor)
    assert len(page.records) == 1
    assert page.erased == [("1", 1), ("1", 2)]
    assert laptop.page(page.cursor).erased == []
    assert left(store) == []


def test_a_late_edit_a_revoked_laptops_and_one_nobody_can_read_are_emptied_as_they_come(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    other = Device(store, 3, JHON)
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    erase(coordinator, 1)
    laptop.journal.save(
        laptop.operation(1, "set", fields={"email": CANARY}),
        laptop.operation(2),
        laptop.operation(1, "dance", fields={"email": CANARY}),
    )
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(4, Problem.ACTION_UNKNOWN.number)]
    with store.database.writing() as connection:
        devices.revoke(connection, other.key.id)
    other.journal.save(other.operation(1, "set", fields={"email": CANARY}))
    other.receipt(other.journal.batch())
    assert left(store) == []
    assert states(store)[record_id(1)].fields == {}
    with store.database.reading() as connection:
        assert connection.scalars(select(quarantine.c.seq)).all() == []
    page = laptop.page()
    assert page.erased == [("1", 1), ("1", 2), ("1", 4)]
    assert page.verdicts == [("1", 4, 0)]


def test_the_same_and_overlapping_batches_again_bring_nothing_back(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(1, "set", fields={"email": CANARY}), laptop.operation(2))
    laptop.receipt(laptop.journal.batch(1, 2))
    laptop.receipt(laptop.journal.batch(1, 3))
    erase(coordinator, 1)
    assert left(store) == []
    before = everything(store, "device")
    for first, last in ((1, 2), (1, 3), (2, 3)):
        laptop.receipt(laptop.journal.batch(first, last))
    assert everything(store, "device") == before
    laptop.journal.save(laptop.operation(2, "set", fields={"email": "a@b.pe"}))
    assert laptop.receipt(laptop.journal.batch(2, 4)).upto == 4
    assert left(store) == []
    assert laptop.page().own == {"1": 4}


def test_what_contradicts_a_journal_is_emptied_too_whenever_it_came(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())

    def contradict(mail: str) -> None:
        other = Journal(laptop.key)
        other.save(laptop.operation(1, "set", fields={"email": mail}), laptop.operation(3))
        trouble = laptop.push(other.batch()).trouble
        assert trouble is not None
        assert trouble.problem is Problem.JOURNAL_FORK

    contradict(f"{CANARY}1")
    assert left(store) == ["fork"]
    erase(coordinator, 1)
    assert left(store) == []
    contradict(f"{CANARY}2")
    assert left(store) == []
    with store.database.reading() as connection:
        assert len(connection.scalars(select(fork.c.head)).all()) == 2


def test_a_promoter_or_another_office_erases_nobody_but_may_say_so_of_who_is_erased(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(1, "erase"))
    assert laptop.receipt(laptop.journal.batch()).verdicts == [(2, Problem.NOT_PERMITTED.number)]
    stranger = Device(store, 4, JHON, scope="0c" * 16, role="coordinator")
    stranger.journal.save(stranger.operation(1, "erase"), stranger.operation(1, "erase", scope=laptop.scope))
    outside = Problem.SCOPE_OUTSIDE.number
    assert stranger.receipt(stranger.journal.batch()).verdicts == [(1, outside), (2, outside)]
    assert not states(store)[record_id(1)].erased
    erase(coordinator, 1)
    laptop.journal.save(laptop.operation(1, "erase"))
    assert laptop.receipt(laptop.journal.batch(3)).verdicts == []


def test_a_greeting_is_compared_with_a_journal_of_which_something_was_erased(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 6)))
    laptop.receipt(laptop.journal.batch())
    erase(coordinator, 3)
    hello = wire.Hello(
        version="1",
        schema=1,
        incarnation="1",
        seq=5,
        clock=0,
        marks={"1": [(seq, laptop.journal.head(seq).hex()) for seq in (2, 3, 4)]},
    )
    outcome = store.hello(laptop.request("POST", "/v1/hello", wire.encode(hello)))
    assert outcome.result is not None
    assert outcome.result.agreed == {"1": 4}
    with store.database.reading() as connection:
        assert connection.scalars(select(erasure.c.seq)).all() == [3]


def test_the_tables_can_be_written_anew_where_a_database_keeps_old_rows(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(2))
    laptop.receipt(laptop.journal.batch())
    erase(coordinator, 1)
    before = everything(store)
    store.database.forget_pages(thoroughly=True)
    assert everything(store) == before


def test_an_erasure_counts_on_a_laptop_once_it_says_it_holds_what_it_was_told_since(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    abroad = Device(store, 4, JHON, OTHER_PARTNER)
    all_over = Device(store, 5, record_id(805), EVERYONE, "headquarters")
    closed = Device(store, 6, JHON)
    with store.database.writing() as connection:
        devices.revoke(connection, closed.key.id)
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    cursors = {one: one.page().cursor for one in (laptop, coordinator, abroad, all_over)}
    assert reached(store) == []
    erase(coordinator, 1)
    waiting = {laptop, coordinator, all_over}
    assert reached(store) == [(0, 3, names(waiting), 1)]
    for one in (laptop, all_over, coordinator):
        # asking is not having: it may be cut off before the answer comes
        page = one.page(cursors[one])
        assert reached(store) == [(3 - len(waiting), 3, names(waiting), 1)]
        one.page(page.cursor)
        waiting.remove(one)
        assert reached(store) == [(3 - len(waiting), 3, names(waiting), 1)]
    assert Device(store, 7, JHON).page().complete
    assert reached(store) == [(4, 4, [], 1)]


def test_a_laptop_that_had_heard_hears_anew_of_the_next_and_of_all_after_a_backup(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(2))
    laptop.receipt(laptop.journal.batch())
    coordinator.journal.save(coordinator.operation(1, "erase"), coordinator.operation(2, "erase"))
    coordinator.receipt(coordinator.journal.batch(1, 1))
    for one in (laptop, coordinator):
        one.page(one.page().cursor)
    assert [told[:2] for told in reached(store)] == [(2, 2)]
    coordinator.receipt(coordinator.journal.batch(2))
    assert [told[:2] for told in reached(store)] == [(2, 2), (0, 2)]
    laptop.page(laptop.page().cursor)
    assert [told[:2] for told in reached(store)] == [(2, 2), (1, 2)]
    store.restored()
    assert [told[:2] for told in reached(store)] == [(1, 2), (1, 2)]


def reached(store: Storage) -> list[tuple[int, int, list[str], int]]:
    with store.database.reading() as connection:
        return [(each.reached, each.laptops, each.waiting, each.closed) for each in erasing.reached(connection)]


def names(some: set[Device]) -> list[str]:
    return sorted(one.key.id for one in some)


def test_who_erased_somebody_on_a_laptop_is_in_the_trail_once_and_who_may_not_is_not(
    store: Storage, laptop: Device, coordinator: Device
) -> None:
    laptop.journal.save(laptop.operation(1), laptop.operation(2), laptop.operation(2, "erase"))
    laptop.receipt(laptop.journal.batch())
    erase(coordinator, 1)
    laptop.journal.save(laptop.operation(1, "set", fields={"email": CANARY}), laptop.operation(1, "erase"))
    laptop.receipt(laptop.journal.batch(4))
    with store.database.reading() as connection:
        told = [(each.act, each.person, each.subject) for each in audit.entries(connection)]
    assert told == [("erase", PATRICIA, record_id(1))]


def test_a_coordinator_hears_how_far_the_erasures_of_her_office_have_come_and_nothing_of_whom(
    store: Storage, laptop: Device, coordinator: Device, around: Surroundings
) -> None:
    abroad = Device(store, 4, JHON, OTHER_PARTNER)
    all_over = Device(store, 5, record_id(805), EVERYONE, "headquarters")
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    abroad.journal.save(abroad.operation(11))
    abroad.receipt(abroad.journal.batch())
    for one in (laptop, coordinator, all_over):
        one.page()
    erase(coordinator, 1)
    all_over.journal.save(all_over.operation(11, "erase", scope=OTHER_PARTNER))
    all_over.receipt(all_over.journal.batch())
    heard_here, heard_everywhere = (asked(store, one) for one in (coordinator, all_over))
    assert [(each.record, each.reached, each.laptops) for each in heard_here] == [(record_id(1), 0, 3)]
    assert {each.record for each in heard_everywhere} == {record_id(1), record_id(11)}
    [mine] = heard_here
    assert mine.at == around.clock() - 1000, "as her laptop says, within what headquarters' clock allows"
    assert len(mine.waiting) == 3
    assert all(seen for _, seen in mine.waiting)
    assert b"Quispe" not in wire.encode(wire.Erasures(epoch="", clock=0, erasures=heard_everywhere))
    refused = store.erasures(laptop.request("GET", "/v1/erasures"))
    assert refused.trouble is not None
    assert refused.trouble.problem is Problem.ROLE_FOREIGN


def asked(store: Storage, one: Device) -> list[wire.Erased]:
    outcome = store.erasures(one.request("GET", "/v1/erasures"))
    assert outcome.challenge is not None
    one.challenge = outcome.challenge
    assert outcome.result is not None, outcome.trouble
    return outcome.result.erasures
