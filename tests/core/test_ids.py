"""Ids and the code a person carries home: layout, uniqueness, and what its check character sees."""

from __future__ import annotations

import uuid
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.ids import (
    CROCKFORD,
    check_letter,
    device_id,
    new_record_id,
    normal_code,
    operation_name,
    registration_code,
)

records = st.integers(0, 2**128 - 1).map(lambda number: f"{number:032x}")
prefixes = st.text(CROCKFORD, min_size=2, max_size=6)


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_a_record_id_is_a_uuid_of_version_7(now: int, randomness: bytes) -> None:
    text = new_record_id(now, randomness)
    assert len(text) == 32
    assert text == text.lower()
    read = uuid.UUID(text)
    assert (read.version, read.variant) == (7, uuid.RFC_4122)
    assert read.int >> 80 == now
    kept = int.from_bytes(randomness) & ~(0xF << 76) & ~(0x3 << 62)
    assert read.int & (2**80 - 1) & ~(0xF << 76) & ~(0x3 << 62) == kept


def test_later_ids_sort_after_earlier_ones() -> None:
    assert new_record_id(1000, b"\xff" * 10) < new_record_id(1001, b"\0" * 10)


@pytest.mark.parametrize("length", [0, 9, 11])
def test_an_id_takes_ten_random_bytes_and_no_other_number(length: int) -> None:
    with pytest.raises(ValueError, match="10"):
        new_record_id(0, bytes(length))


def test_a_device_is_named_after_its_key_and_an_operation_after_its_place() -> None:
    assert device_id(bytes(32)) == "66687aadf862bd77"
    assert operation_name("66687aadf862bd77", "1", 12) == "66687aadf862bd77.1.12"


@given(prefixes, records)
def test_a_code_is_read_back_however_it_is_dictated(prefix: str, record: str) -> None:
    code = registration_code(prefix, record)
    assert normal_code(code) == code
    letters = code.replace("-", "")
    assert normal_code(letters.lower()) == code
    assert normal_code(" ".join(letters)) == code
    assert normal_code(code.replace("0", "O").replace("1", "I")) == code
    assert normal_code(code.replace("0", "o").replace("1", "l")) == code


def test_a_code_has_the_editions_prefix_and_eight_letters_in_two_groups() -> None:
    code = registration_code("ge26", "0" * 25 + "0000001")
    prefix, first, second = code.split("-")
    assert prefix == "GE26"
    assert (len(first), len(second)) == (4, 4)


@given(prefixes, records, st.data())
def test_every_single_wrong_letter_of_a_code_is_seen(prefix: str, record: str, data: st.DataObject) -> None:
    letters = registration_code(prefix, record).replace("-", "")
    place = data.draw(st.integers(0, len(letters) - 1))
    for letter in CROCKFORD:
        wrong = letters[:place] + letter + letters[place + 1 :]
        assert (normal_code(wrong) is None) == (letter != letters[place])


@given(prefixes, records)
def test_every_exchange_of_two_letters_of_a_code_is_seen(prefix: str, record: str) -> None:
    letters = registration_code(prefix, record).replace("-", "")
    for one, other in product(range(len(letters)), repeat=2):
        swapped = list(letters)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        wrong = "".join(swapped)
        assert (normal_code(wrong) is None) == (wrong != letters)


def test_every_wrong_letter_and_every_exchange_is_seen_at_every_place_of_the_longest_code() -> None:
    # the check is linear: what one letter adds at one place is all there is to compare, so this is exhaustive
    length = 14
    added = [
        [CROCKFORD.index(check_letter("0" * place + letter + "0" * (length - 1 - place))) for letter in CROCKFORD]
        for place in range(length)
    ]
    for place in range(length):
        assert sorted(added[place]) == list(range(32))
    for one in range(length):
        for other in range(one):
            for letter, second in product(range(32), repeat=2):
                exchanged = added[one][letter] ^ added[other][second] == added[one][second] ^ added[other][letter]
                assert exchanged == (letter == second)


@pytest.mark.parametrize(
    "text", ["", "GE26", "12345678", "GE26-P2XD-7KQU", "GE26-P2XD-7KQñ", "GE26/P2XD/7KQ4", "*" * 12]
)
def test_what_is_no_code_is_none(text: str) -> None:
    assert normal_code(text) is None


@given(st.text(max_size=20))
def test_no_text_at_all_raises(text: str) -> None:
    code = normal_code(text)
    assert code is None or normal_code(code) == code


def test_a_foreign_letter_has_no_check() -> None:
    with pytest.raises(KeyError):
        check_letter("GU26")
