"""What is in the backup: said by the operator, told by receipts, never more than the backup holds."""

from __future__ import annotations

from typing import Any

import pytest

from chasqui_sync import wire
from chasqui_sync.server import durable
from chasqui_sync.server.storage import Storage
from chasqui_sync.signing import SigningKey
from tests.helpers.backup import backed_up, put_back
from tests.helpers.server import Journal
from tests.helpers.storage import NOW, Device, Surroundings


@pytest.fixture
def laptop(store: Storage) -> Device:
    return Device(store, 1)


def send(laptop: Device, *numbers: int, **others: Any) -> wire.ReceiptBody:
    first = len(laptop.journal.operations) + 1
    laptop.journal.save(*(laptop.operation(number, **others) for number in numbers))
    return laptop.receipt(laptop.journal.batch(first))


def mark(store: Storage) -> str:
    with store.database.reading() as connection:
        return durable.mark(connection)


def declare(store: Storage, upto: str, now: int = NOW) -> durable.Standing | None:
    with store.database.writing() as connection:
        return durable.declare(connection, upto, now)


def greeted(laptop: Device, told: int = 0, at: int | None = None) -> list[wire.ReceiptBody]:
    """Greet with a mark at the journal's end; give the receipts of level durable."""
    seq = len(laptop.journal.operations) if at is None else at
    hello = wire.Hello(
        version="t",
        schema=1,
        incarnation=laptop.journal.incarnation,
        seq=seq,
        clock=NOW,
        marks={laptop.journal.incarnation: [(seq, laptop.journal.head(seq).hex())]},
        durable={laptop.journal.incarnation: told} if told else {},
    )
    outcome = laptop.store.hello(laptop.request("POST", "/v1/hello", wire.encode(hello)))
    laptop.challenge = outcome.challenge or ""
    assert outcome.result is not None
    bodies = [laptop.read(receipt) for receipt in outcome.result.receipts]
    return [body for body in bodies if body.level == "durable"]


def test_what_comes_after_the_mark_is_not_said_to_be_in_the_backup(
    store: Storage, laptop: Device, around: Surroundings
) -> None:
    first = send(laptop, 1, 2)
    before = mark(store)
    send(laptop, 3)
    assert greeted(laptop) == []
    standing = declare(store, before, around.now + 7)
    assert standing == durable.Standing(durable=1, accepted=2)
    [receipt] = greeted(laptop)
    assert (receipt.upto, receipt.head) == (2, laptop.journal.head(2).hex())
    assert (receipt.number, receipt.at) == (first.number, around.now + 7)
    assert greeted(laptop, told=2) == []
    assert declare(store, mark(store)) is not None
    assert [one.upto for one in greeted(laptop, told=2)] == [3]


def test_what_stands_apart_is_in_the_backup_too(store: Storage, laptop: Device) -> None:
    send(laptop, 1, kind="weather")
    declare(store, mark(store))
    assert [one.upto for one in greeted(laptop)] == [1]


def test_what_was_said_once_is_never_taken_back(store: Storage, laptop: Device) -> None:
    early = mark(store)
    send(laptop, 1)
    declare(store, "now")
    assert declare(store, early) == (1, 1)
    assert [one.upto for one in greeted(laptop)] == [1]


@pytest.mark.parametrize("upto", ["", "x", "1", "1.", "1.000000000000", "2.000000000000", "-1.0", "9" * 40, "²."])
def test_a_mark_that_is_none_changes_nothing(store: Storage, laptop: Device, upto: str) -> None:
    send(laptop, 1)
    assert declare(store, upto) is None
    assert greeted(laptop) == []


def test_a_mark_read_before_the_database_was_put_back_says_nothing_of_what_came_since(
    store: Storage, laptop: Device
) -> None:
    backup = backed_up(store.database)
    send(laptop, 1)
    before = mark(store)
    put_back(store.database, backup)
    other = Device(store, 2)
    send(other, 5)
    assert declare(store, before) is None
    assert greeted(other) == []


def test_a_laptop_that_has_forgotten_what_is_in_the_backup_is_told_of_no_more_than_it_holds(
    store: Storage, laptop: Device
) -> None:
    send(laptop, 1)
    send(laptop, 2, 3)
    declare(store, "now")
    assert [one.upto for one in greeted(laptop, at=2)] == [1]


def test_nobody_is_told_of_another_ones_journal(store: Storage, laptop: Device) -> None:
    send(laptop, 1)
    declare(store, "now")
    stranger = Device(store, 2)
    stranger.journal = Journal(SigningKey(bytes([1]) * 32))
    stranger.journal.operations = laptop.journal.operations
    assert greeted(stranger) == []
