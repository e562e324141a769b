"""Frames: whole or refused, small with a dictionary both sides carry, numbered where one side does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from tests.wire import golden_messages as golden

CARRIED = wire.Dictionaries(dictionaries())
BEST = CARRIED.best


def refusal(frame: bytes, most: int, known: wire.Dictionaries = CARRIED) -> Problem:
    with pytest.raises(Trouble) as caught:
        wire.inflate(frame, most, known)
    return caught.value.problem


@given(st.binary(max_size=2000))
def test_what_a_dictionary_made_small_comes_back_whole_and_is_never_larger(data: bytes) -> None:
    frame = wire.deflate(data, BEST)
    assert wire.inflate(frame, len(data), CARRIED) == data
    assert len(frame) <= len(wire.deflate(data))
    if data:
        assert refusal(frame, len(data) - 1) is Problem.INFLATED_TOO_LARGE


def test_one_registration_takes_half_the_room() -> None:
    plain, shared = (len(wire.deflate(golden.RUN[0], each)) for each in (None, BEST))
    assert shared < plain / 2


def test_who_does_not_carry_a_dictionary_says_which_one_it_lacks() -> None:
    assert BEST is not None
    with pytest.raises(Trouble) as caught:
        wire.inflate(wire.deflate(golden.RUN[0], BEST), 1 << 20)
    assert caught.value.problem is Problem.DICTIONARY_UNKNOWN
    assert caught.value.arguments == {"dictionary": BEST.number}


def test_no_flipped_bit_becomes_another_message() -> None:
    frame = wire.deflate(golden.RUN[0], BEST)
    for place in range(len(frame) * 8):
        spoilt = bytearray(frame)
        spoilt[place // 8] ^= 1 << place % 8
        try:
            assert wire.inflate(bytes(spoilt), 1 << 20, CARRIED) == golden.RUN[0]
        except Trouble:
            continue


@pytest.mark.parametrize("frame", [b"", b"(", b"{}", wire.deflate(b"x")[:-1], wire.deflate(b"x") + b"x"])
def test_what_is_no_whole_single_frame_is_refused(frame: bytes) -> None:
    assert refusal(frame, 1 << 20) is Problem.BATCH_CORRUPT


def test_a_dictionary_under_another_number_is_not_taken() -> None:
    with pytest.raises(ValueError, match="40001"):
        wire.Dictionaries({7: dictionaries()[40001]})


def test_the_newest_dictionary_is_written_with_and_no_dictionary_is_none() -> None:
    assert BEST is not None
    assert BEST.number == max(dictionaries())
    assert wire.NO_DICTIONARIES.best is None


def test_a_narrow_batch_becomes_the_very_bytes_that_were_signed() -> None:
    assert BEST is not None
    narrow = wire.narrow(golden.SHARED_BATCH, BEST)
    assert len(narrow) < len(golden.SHARED_BATCH) - 60
    assert wire.widen(narrow, CARRIED) == golden.SHARED_BATCH
    assert wire.widen(golden.BATCH, wire.NO_DICTIONARIES) == golden.BATCH, "what came as it was signed stays so"
    assert (golden.GOLDEN / "batch-narrow.bin").read_bytes()[: len(wire.NARROW_MAGIC)] == wire.NARROW_MAGIC
    assert wire.widen((golden.GOLDEN / "batch-narrow.bin").read_bytes(), CARRIED) == golden.SHARED_BATCH


@pytest.mark.parametrize("length", [0, 4, 6, 7, 20, 100])
def test_a_narrow_batch_that_was_cut_is_refused(length: int) -> None:
    assert BEST is not None
    cut = wire.narrow(golden.SHARED_BATCH, BEST)[:length]
    with pytest.raises(Trouble) as caught:
        wire.read_batch(wire.widen(cut, CARRIED))
    assert caught.value.problem is Problem.BATCH_CORRUPT


def test_who_lacks_the_dictionary_of_a_narrow_batch_says_so() -> None:
    assert BEST is not None
    with pytest.raises(Trouble) as caught:
        wire.widen(wire.narrow(golden.SHARED_BATCH, BEST), wire.NO_DICTIONARIES)
    assert caught.value.problem is Problem.DICTIONARY_UNKNOWN
