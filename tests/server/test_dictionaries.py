"""Headquarters and shipped dictionaries: opened where carried, refused by number, written to who knows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from backports import zstd

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.server.storage import Storage
from tests.helpers.server import Journal, Laptop, ServerProcess, answer_of
from tests.helpers.storage import Device, record_id

CARRIED = wire.Dictionaries(dictionaries())
NUMBER = max(dictionaries())


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    process = ServerProcess(Path(tmp_path_factory.mktemp("headquarters")))
    process.prepare()
    process.start()
    laptop = process.enrolled("Milagros Torres", b"d" * 32)
    yield laptop
    laptop.close()
    process.stop()


def shared(journal: Journal, first: int, count: int) -> bytes:
    run = journal.operations[first - 1 : first - 1 + count]
    return wire.pack_batch(
        journal.key.id, journal.incarnation, first, journal.head(first - 1), run, journal.key.sign, CARRIED.best
    )


def dictionary_of(frame: bytes) -> int:
    return zstd.get_frame_info(frame).dictionary_id


def test_a_batch_written_with_a_dictionary_is_accepted_compared_and_continued(laptop: Laptop) -> None:
    for number in range(4):
        laptop.journal.save(laptop.operation(laptop.record(number)))
    batch = shared(laptop.journal, 1, 3)
    assert dictionary_of(wire.read_batch(batch).frame) == NUMBER
    answer_of(laptop.push(batch))
    again = answer_of(laptop.push(laptop.journal.batch(1, 2))).receipt
    assert again is not None, "compared with what lies there"
    hello = wire.Hello(
        version="1",
        schema=1,
        incarnation=laptop.journal.incarnation,
        seq=4,
        clock=5,
        marks={laptop.journal.incarnation: [(4, laptop.journal.head(4).hex()), (2, laptop.journal.head(2).hex())]},
    )
    told = wire.decode(laptop.ask("POST", "/v1/hello", wire.encode(hello)).content, wire.HelloAnswer)
    assert told.agreed == {laptop.journal.incarnation: 2}
    assert answer_of(laptop.push(shared(laptop.journal, 3, 2))).receipt is not None


@pytest.mark.parametrize("said", ["", "&know=", "&know=1", "&know=x", "&know=99999999999999999999"])
def test_an_answer_is_written_with_a_dictionary_only_for_who_knows_it(laptop: Laptop, said: str) -> None:
    assert dictionary_of(laptop.ask("GET", f"/v1/records?after={said}").content) == 0
    known = laptop.ask("GET", f"/v1/records?after=&know={NUMBER}")
    assert dictionary_of(known.content) == NUMBER
    assert wire.decode(wire.inflate(known.content, 1 << 22, CARRIED), wire.Answer).page is not None


def test_a_batch_that_comes_narrow_is_kept_as_it_was_signed(laptop: Laptop) -> None:
    laptop.journal = laptop.another_journal()
    laptop.journal.save(laptop.operation(laptop.record(9)))
    batch = shared(laptop.journal, 1, 1)
    assert CARRIED.best is not None
    narrow = wire.narrow(batch, CARRIED.best)
    headers = laptop.signed("POST", "/v1/batches", narrow)
    del headers["Content-Type"]
    answer = laptop.send("POST", "/v1/batches", narrow, headers)
    laptop.challenge = answer.headers[wire.CHALLENGE_HEADER]
    first = answer_of(answer).receipt
    again = answer_of(laptop.push(batch)).receipt
    assert first is not None
    assert first == again


def test_a_headquarters_without_the_dictionary_names_it_and_keeps_nothing(store: Storage) -> None:
    device = Device(store, 1)
    device.journal.save(device.operation(1))
    refused = device.push(shared(device.journal, 1, 1))
    assert refused.trouble is not None
    assert refused.trouble.problem is Problem.DICTIONARY_UNKNOWN
    assert refused.trouble.arguments == {"dictionary": NUMBER}
    assert device.receipt(device.journal.batch()).upto == 1
    assert record_id(1) in {wire.state_of(raw).id for raw in device.page().records}
