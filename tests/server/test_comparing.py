"""Greetings: both sides find out what they have in common; the same on SQLite and PostgreSQL."""

from __future__ import annotations

import pytest

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.server.storage import Storage
from tests.helpers.server import Journal
from tests.helpers.storage import Device, Surroundings, everything


@pytest.fixture
def laptop(store: Storage) -> Device:
    return Device(store, 1)


def greet(device: Device, **marks: list[tuple[int, str]]) -> wire.HelloAnswer:
    hello = wire.Hello(
        version="1", schema=1, incarnation="1", seq=0, clock=0, marks={n.strip("_"): m for n, m in marks.items()}
    )
    outcome = device.store.hello(device.request("POST", "/v1/hello", wire.encode(hello)))
    device.challenge = outcome.challenge or ""
    assert outcome.result is not None, outcome.trouble
    return outcome.result


def marks(journal: Journal, *seqs: int) -> list[tuple[int, str]]:
    return [(seq, journal.head(seq).hex()) for seq in seqs]


def test_the_highest_common_place_is_told_and_receipted(laptop: Device, around: Surroundings) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 8)))
    first, second = laptop.raw_receipt(laptop.journal.batch(1, 3)), laptop.raw_receipt(laptop.journal.batch(4, 6))
    around.now += 1000
    for asked, agreed in (((7, 6, 3), 6), ((7, 3), 3), ((5, 2), 5), ((7,), 0), ((1,), 1)):
        answer = greet(laptop, _1=marks(laptop.journal, *asked))
        assert answer.agreed == {"1": agreed}
        bodies = [laptop.read(receipt) for receipt in answer.receipts]
        assert [(body.upto, body.head) for body in bodies] == (
            [(agreed, laptop.journal.head(agreed).hex())] if agreed else []
        )
    whole = {6: second, 3: first}
    for seq, receipt in whole.items():
        assert greet(laptop, _1=marks(laptop.journal, seq)).receipts == [receipt]
    part = laptop.read(greet(laptop, _1=marks(laptop.journal, 5)).receipts[0])
    assert (part.number, part.at) == (laptop.read(second).number, laptop.read(second).at)


def test_a_receipt_for_a_part_names_its_verdicts_alone(laptop: Device) -> None:
    odd = [laptop.operation(number, kind="weather") for number in (1, 2, 3)]
    laptop.journal.save(*odd)
    laptop.receipt(laptop.journal.batch())
    body = laptop.read(greet(laptop, _1=marks(laptop.journal, 2)).receipts[0])
    assert body.verdicts == [(1, Problem.KIND_UNKNOWN.number), (2, Problem.KIND_UNKNOWN.number)]


def test_another_history_agrees_where_it_does_and_greeting_writes_nothing(store: Storage, laptop: Device) -> None:
    laptop.journal.save(*(laptop.operation(number) for number in range(1, 6)))
    laptop.receipt(laptop.journal.batch())
    other = Journal(laptop.key)
    other.operations = laptop.journal.operations[:2]
    other.save(*(laptop.operation(number) for number in range(11, 16)))
    before = everything(store, "device")
    assert greet(laptop, _1=marks(other, 7, 5, 4, 3, 2, 1)).agreed == {"1": 2}
    assert greet(laptop, _1=marks(other, 7, 5), unknown=marks(other, 3)).agreed == {"1": 0, "unknown": 0}
    assert greet(laptop, _1=[(2**62, "x"), (-1, ""), (0, ""), (3, "\0")]).agreed == {"1": 0}
    assert everything(store, "device") == before


def test_nobody_compares_with_another_devices_journal(store: Storage, laptop: Device) -> None:
    laptop.journal.save(laptop.operation(1))
    laptop.receipt(laptop.journal.batch())
    stranger = Device(store, 2)
    answer = greet(stranger, _1=marks(laptop.journal, 1))
    assert (answer.agreed, answer.receipts) == ({"1": 0}, [])
