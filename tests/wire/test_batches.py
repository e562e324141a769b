"""Batches on a bad road: whole they open to the same bytes, anything else is refused with a number."""

from __future__ import annotations

import tracemalloc
from typing import Any

import msgspec
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.wire.golden_messages import BATCH, DEVICE, INCARNATION, RUN

VERIFIER = VerifyingKey(DEVICE.public)
MOST = 1 << 20
START = wire.genesis(DEVICE.id, INCARNATION)
HEADER_AT = len(wire.MAGIC) + 4

operation_bytes = st.binary(max_size=200).map(lambda data: data.replace(b"\n", b" "))


def opened(data: bytes, most: int = MOST) -> list[bytes]:
    """Everything a receiver does with bytes from the road."""
    return wire.open_batch(wire.read_batch(data), VERIFIER.verify, most)


def refusal(data: bytes, most: int = MOST) -> Problem:
    """The problem these bytes are refused with."""
    with pytest.raises(Trouble) as caught:
        opened(data, most)
    return caught.value.problem


def forged(body: bytes, frame: bytes | None = None, **lies: Any) -> bytes:
    """A batch whose signature is right and whose header says what we like."""
    header = msgspec.structs.replace(wire.read_batch(BATCH).header, **lies)
    signed = wire.encode(header)
    signature = DEVICE.sign(wire.BATCH_DOMAIN + signed)
    return wire.MAGIC + len(signed).to_bytes(4) + signed + signature + (frame or zstd.compress(body))


@given(st.lists(operation_bytes, min_size=1, max_size=20), st.integers(1, 2**62), st.binary(min_size=32, max_size=32))
def test_a_batch_opens_to_the_bytes_that_were_packed(operations: list[bytes], first: int, previous: bytes) -> None:
    data = wire.pack_batch(DEVICE.id, INCARNATION, first, previous, operations, DEVICE.sign)
    header = wire.read_batch(data).header
    assert opened(data) == operations
    assert (header.first, header.last) == (first, first + len(operations) - 1)
    assert bytes.fromhex(header.head) == wire.chain(previous, first, operations)


def test_every_single_wrong_bit_is_refused_or_changes_no_byte_of_the_run() -> None:
    tried = 0
    for place in range(len(BATCH)):
        for bit in range(8):
            spoiled = bytearray(BATCH)
            spoiled[place] ^= 1 << bit
            try:
                survived = opened(bytes(spoiled))
            except Trouble:
                tried += 1
            else:
                # a few bits of zstd's own frame change nothing in what it holds: then not one byte may differ
                assert survived == RUN
                assert place >= len(BATCH) - len(wire.read_batch(BATCH).frame)
    assert tried >= len(BATCH) * 8 - 16


@given(st.integers(0, len(BATCH) - 1), st.integers(0, 255))
def test_no_wrong_byte_raises_anything_but_a_trouble(place: int, value: int) -> None:
    spoiled = BATCH[:place] + bytes([value]) + BATCH[place + 1 :]
    try:
        assert opened(spoiled) == RUN
    except Trouble as trouble:
        assert trouble.problem.status in {400, 413}  # noqa: PT017 - success is an answer here too


def test_a_batch_cut_at_any_byte_is_refused() -> None:
    for length in range(len(BATCH)):
        assert refusal(BATCH[:length]) is Problem.BATCH_CORRUPT


@given(st.binary(max_size=300))
def test_noise_is_refused_with_a_number(noise: bytes) -> None:
    assert refusal(noise) is Problem.BATCH_CORRUPT
    assert refusal(wire.MAGIC + noise) in {Problem.BATCH_CORRUPT, Problem.BATCH_SIGNATURE}


@pytest.mark.parametrize("tail", [b"\0", b"\n", b"garbage", BATCH])
def test_anything_after_the_frame_is_refused(tail: bytes) -> None:
    assert refusal(BATCH + tail) is Problem.BATCH_CORRUPT


def test_two_frames_are_refused_though_together_they_hold_the_run() -> None:
    body = b"\n".join(RUN) + b"\n"
    two = zstd.compress(body[:100]) + zstd.compress(body[100:])
    assert refusal(forged(body, two)) is Problem.BATCH_CORRUPT
    empty_first = zstd.compress(b"") + zstd.compress(body)
    assert refusal(forged(body, empty_first)) is Problem.BATCH_CORRUPT


def test_a_bomb_is_defused_without_inflating_it() -> None:
    bomb = zstd.compress(b"\n" * 200_000_000)
    assert len(bomb) < 20_000
    tracemalloc.start()
    try:
        honest_size = forged(b"", bomb, size=200_000_000, count=200_000_000)
        assert refusal(honest_size) is Problem.INFLATED_TOO_LARGE
        lie = forged(b"", bomb, size=1000)
        assert refusal(lie) is Problem.INFLATED_TOO_LARGE
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize(
    "lies",
    [
        {"count": 2},
        {"count": 4},
        {"count": 0},
        {"count": -1},
        {"first": 0},
        {"first": -3},
        {"first": 2},
        {"first": 2**63},
        {"first": 2**64},
        {"first": 2**63 - 3},
        {"count": 2**70},
        {"size": 0},
        {"size": 2},
        {"size": len(b"\n".join(RUN))},
        {"size": len(b"\n".join(RUN)) + 2},
        {"prev": ""},
        {"prev": "zz" * 32},
        {"prev": "00" * 31},
        {"prev": "00" * 32},
        {"head": ""},
        {"head": "00" * 32},
        {"head": "é" * 64},
        {"device": ""},
        {"device": "a b"},
        {"device": "a.b"},
        {"device": "x" * 65},
        {"incarnation": ""},
        {"incarnation": "1 fedcba9876543210.1.7"},
        {"incarnation": "1.2"},
        {"incarnation": "1\n"},
    ],
)  # fmt: skip - one lie after the other
def test_a_signed_header_that_lies_is_refused(lies: dict[str, Any]) -> None:
    assert refusal(forged(b"\n".join(RUN) + b"\n", **lies)) in {Problem.BATCH_CORRUPT, Problem.INFLATED_TOO_LARGE}


def test_the_same_run_under_another_journal_is_another_batch() -> None:
    other = wire.pack_batch(DEVICE.id, "2", 1, wire.genesis(DEVICE.id, "2"), RUN, DEVICE.sign)
    assert wire.read_batch(other).header.head != wire.read_batch(BATCH).header.head


def test_a_batch_of_no_operations_is_refused() -> None:
    assert refusal(wire.pack_batch(DEVICE.id, INCARNATION, 1, START, [], DEVICE.sign)) is Problem.BATCH_CORRUPT


def test_an_operation_of_no_bytes_travels_and_is_unreadable_on_its_own() -> None:
    data = wire.pack_batch(DEVICE.id, INCARNATION, 1, START, [RUN[0], b"", RUN[1]], DEVICE.sign)
    assert opened(data) == [RUN[0], b"", RUN[1]]
    with pytest.raises(Trouble) as caught:
        wire.decode_operation(b"")
    assert caught.value.problem is Problem.OPERATION_UNREADABLE


def test_somebody_elses_signature_is_refused() -> None:
    thief = SigningKey(bytes(32))
    data = wire.pack_batch(DEVICE.id, INCARNATION, 1, START, RUN, thief.sign)
    assert refusal(data) is Problem.BATCH_SIGNATURE


def test_a_version_to_come_is_told_apart_from_damage() -> None:
    later = wire.MAGIC[:-1] + b"\x02" + BATCH[len(wire.MAGIC) :]
    assert refusal(later) is Problem.VERSION_UNKNOWN


def test_a_header_without_end_is_refused() -> None:
    endless = wire.MAGIC + (0xFFFFFFFF).to_bytes(4) + BATCH[HEADER_AT:]
    assert refusal(endless) is Problem.BATCH_CORRUPT


@given(st.binary(max_size=2000))
def test_an_answer_inflates_to_what_was_deflated_and_never_past_the_limit(data: bytes) -> None:
    frame = wire.deflate(data)
    assert wire.inflate(frame, len(data)) == data
    if data:
        with pytest.raises(Trouble) as caught:
            wire.inflate(frame, len(data) - 1)
        assert caught.value.problem is Problem.INFLATED_TOO_LARGE


def test_no_flipped_bit_of_an_answer_becomes_another_message() -> None:
    message = b'{"cursor":"00112233445566aa.17","records":[' + b'{"given_names":"Ana"},' * 9 + b"{}]}"
    frame = wire.deflate(message)
    for place in range(len(frame) * 8):
        spoilt = bytearray(frame)
        spoilt[place // 8] ^= 1 << place % 8
        try:
            assert wire.inflate(bytes(spoilt), 1 << 20) == message, "a bit that means nothing may differ"
        except Trouble:
            continue
