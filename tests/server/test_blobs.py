"""Bytes of a blob, piece by piece: whole only by its hash, each laptop's by itself, none of an erased person."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from chasqui_sync.core.blobs import MOST_BYTES, digest
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import blobs, devices
from chasqui_sync.server.blobs import Piece
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import blob
from tests.helpers.storage import PATRICIA, Device, record_id

CONTENT = random.Random(3).randbytes(5000)
NAME = digest(CONTENT)
RECORD = record_id(1)


@pytest.fixture
def laptop(store: Storage) -> Device:
    return Device(store, 1)


def send(laptop: Device, start: int, content: bytes, **others: Any) -> int | Problem:
    """Send a piece of ``CONTENT``; give how much is held, or what was said instead."""
    piece = Piece(**{"record": RECORD, "sha256": NAME, "size": 5000, "offset": start, "content": content, **others})
    outcome = laptop.store.take_blob(laptop.request("PUT", f"/v1/blobs/{piece.sha256}", content), piece)
    laptop.challenge = outcome.challenge or ""
    if outcome.trouble is not None:
        return outcome.trouble.problem
    assert outcome.result is not None
    return outcome.result.held


def held(store: Storage, name: str = RECORD) -> bytes | None:
    with store.database.reading() as connection:
        return blobs.of_record(connection, name).get(NAME)


def rows(store: Storage) -> int:
    with store.database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(blob)).scalar_one())


def test_it_is_there_once_its_last_byte_is_and_the_same_again_changes_nothing(store: Storage, laptop: Device) -> None:
    assert send(laptop, 0, b"") == 0
    assert rows(store) == 0, "a question keeps nothing"
    assert send(laptop, 0, CONTENT[:2000]) == 2000
    assert held(store) is None
    assert send(laptop, 2000, CONTENT[2000:]) == 5000
    assert held(store) == CONTENT
    assert send(laptop, 0, CONTENT) == 5000
    assert send(laptop, 5000, b"") == 5000
    assert rows(store) == 1


def test_a_piece_that_does_not_follow_is_told_where_to_go_on(store: Storage, laptop: Device) -> None:
    send(laptop, 0, CONTENT[:2000])
    piece = Piece(RECORD, NAME, 5000, 2001, CONTENT[2001:])
    outcome = store.take_blob(laptop.request("PUT", "/v1/blobs", piece.content), piece)
    assert outcome.trouble is not None
    assert (outcome.trouble.problem, outcome.trouble.arguments) == (Problem.BLOB_GAP, {"expected": 2000})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(0, 5000), max_size=6), again=st.lists(st.integers(0, 3000), min_size=7, max_size=7))
def test_however_it_is_cut_and_however_much_comes_twice_it_is_the_same(
    store: Storage, laptop: Device, cuts: list[int], again: list[int]
) -> None:
    before = 0
    for end, back in zip([*sorted(cuts), 5000], again, strict=False):
        start = max(0, before - back)
        assert send(laptop, start, CONTENT[start:end], record=RECORD) in {end, 5000, max(before, end)}
        before = max(before, end)
    assert held(store) == CONTENT


def test_what_is_not_as_it_is_named_is_not_kept_and_may_come_again(store: Storage, laptop: Device) -> None:
    assert send(laptop, 0, b"x" * 5000) is Problem.BLOB_CORRUPT
    assert rows(store) == 0
    assert send(laptop, 0, CONTENT) == 5000


def test_what_one_laptop_has_begun_no_other_spoils(store: Storage, laptop: Device) -> None:
    other = Device(store, 2, PATRICIA, role="coordinator")
    send(laptop, 0, CONTENT[:2000])
    assert send(other, 0, b"x" * 4999) == 4999
    assert send(other, 4999, b"x") is Problem.BLOB_CORRUPT
    assert send(laptop, 2000, CONTENT[2000:]) == 5000
    assert held(store) == CONTENT


@pytest.mark.parametrize(
    "others",
    [
        {"record": ""},
        {"record": RECORD.upper()},
        {"sha256": "0" * 63},
        {"sha256": NAME.upper()},
        {"size": 0},
        {"size": 10},
        {"size": MOST_BYTES + 1},
        {"offset": 4999},
    ],
)
def test_what_no_blob_can_be_is_refused_and_nothing_kept(
    store: Storage, laptop: Device, others: dict[str, object]
) -> None:
    assert send(laptop, 0, CONTENT[:100], **others) is Problem.BODY_UNREADABLE
    assert rows(store) == 0


def test_a_closed_laptop_may_still_hand_in_what_was_signed_on_it(store: Storage, laptop: Device) -> None:
    with store.database.writing() as connection:
        devices.revoke(connection, laptop.key.id)
    assert send(laptop, 0, CONTENT) == 5000


def test_with_a_person_goes_what_she_signed_and_it_never_comes_back(store: Storage, laptop: Device) -> None:
    coordinator = Device(store, 2, PATRICIA, role="coordinator")
    laptop.journal.save(laptop.operation(1), laptop.operation(2))
    laptop.receipt(laptop.journal.batch())
    send(laptop, 0, CONTENT)
    send(laptop, 0, CONTENT, record=record_id(2))
    send(coordinator, 0, CONTENT[:1000])
    coordinator.journal.save(coordinator.operation(1, "erase"))
    coordinator.receipt(coordinator.journal.batch())
    assert held(store) is None
    assert rows(store) == 1
    assert held(store, record_id(2)) == CONTENT, "the same bytes of somebody else are hers"
    assert send(laptop, 0, CONTENT) is Problem.BLOB_UNWANTED
    assert send(coordinator, 1000, CONTENT[1000:]) is Problem.BLOB_UNWANTED
    assert rows(store) == 1


def test_a_trouble_uses_the_challenge_up_like_any_answer(laptop: Device) -> None:
    piece = Piece(RECORD, NAME, 5000, 1, CONTENT[1:])
    request = laptop.request("PUT", "/v1/blobs", piece.content)
    assert laptop.store.take_blob(request, piece).trouble is not None
    again = laptop.store.take_blob(request, piece).trouble
    assert isinstance(again, Trouble)
    assert again.problem is Problem.CHALLENGE_USED
