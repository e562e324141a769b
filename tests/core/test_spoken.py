"""Codes read out over the telephone: heard as they were said, and every slip of one letter is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chasqui_sync.core.ids import CROCKFORD
from chasqui_sync.core.spoken import heard_device, heard_secret, spoken_device, spoken_secret


@given(some.binary(min_size=16, max_size=16))
def test_a_secret_is_heard_as_it_was_said(secret: bytes) -> None:
    code = spoken_secret(secret)
    assert len(code.replace("-", "")) == 27
    assert heard_secret(code.lower().replace("-", " ").replace("0", "o").replace("1", "l")) == secret


@given(some.binary(min_size=8, max_size=8))
def test_a_laptop_is_heard_as_it_was_said(raw: bytes) -> None:
    assert heard_device(spoken_device(raw.hex())) == raw.hex()
    assert heard_secret(spoken_device(raw.hex())) is None


def test_every_wrong_letter_and_every_exchange_of_two_neighbours_is_noticed() -> None:
    letters = spoken_secret(bytes(range(100, 116))).replace("-", "")
    tried = 0
    for at in range(len(letters)):
        slips = [letters[:at] + other + letters[at + 1 :] for other in CROCKFORD if other != letters[at]]
        swapped = letters[:at] + letters[at + 1 : at + 2] + letters[at : at + 1] + letters[at + 2 :]
        for slip in [*slips, *[swapped for _ in range(swapped != letters)]]:
            assert heard_secret(slip) is None
            tried += 1
    assert tried > 27 * 31


@pytest.mark.parametrize("text", ["", "4YBW", "U" * 27, "Z" * 27, "4YBW-Q6AF-Z496-4V"])
def test_what_is_no_secret_is_none(text: str) -> None:
    assert heard_secret(text) is None


def test_a_secret_of_another_length_is_not_said() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        spoken_secret(bytes(15))
