"""The words both sides read aloud: the same for the same two keys, others for any other key on either side."""

from __future__ import annotations

import pytest

from chasqui_resources.phrase import phrase_words
from chasqui_sync.core.fingerprint import WORDS, fingerprint

NODE, DEVICE = bytes(range(32)), bytes(range(100, 132))
FROZEN = ("unir", "lujo", "bodega", "bodega", "diana", "perro")
"""Another client works out the same: never changed."""


def test_both_sides_say_the_same_words() -> None:
    assert fingerprint(NODE, DEVICE, phrase_words()) == FROZEN


def test_another_key_on_either_side_has_other_words() -> None:
    said = {fingerprint(NODE, DEVICE, phrase_words()), fingerprint(DEVICE, NODE, phrase_words())}
    for bit in range(8):
        other = bytes([DEVICE[0] ^ 1 << bit]) + DEVICE[1:]
        said |= {fingerprint(NODE, other, phrase_words()), fingerprint(other, DEVICE, phrase_words())}
    assert len(said) == 2 + 16
    assert {len(words) for words in said} == {WORDS}


def test_what_is_no_key_has_no_words() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        fingerprint(NODE, DEVICE[:-1], phrase_words())
