"""The words of phrases are plain, easy to type in one way only, and told apart early."""

from __future__ import annotations

import math

from chasqui_resources.phrase import phrase_words


def test_there_are_enough_words_for_four_to_be_worth_41_bits() -> None:
    assert 4 * math.log2(len(phrase_words())) > 41


def test_each_word_is_of_plain_letters_and_known_by_its_first_four() -> None:
    words = phrase_words()
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert all(4 <= len(word) <= 8 for word in words)
    assert len({word[:4] for word in words}) == len(words)
    assert list(words) == sorted(words)


def test_no_word_frightens_or_labels() -> None:
    unkind = {"ilegal", "droga", "muerte", "guerra", "negro", "gordo", "miedo", "violar", "huir"}
    assert not unkind & set(phrase_words())
