"""What a passphrase must be, and its one spelling in bytes."""

from __future__ import annotations

import unicodedata

from chasqui_sync.core.problems import Problem, Trouble

SHORTEST = 12
"""Letters, where it is not made of words (NIST SP 800-63B-4 asks for 8 with a second factor, 15 alone)."""
FEWEST_WORDS = 4


def normal_phrase(passphrase: str) -> bytes:
    """Give the bytes that are stretched: NFKC, single spaces, none outside; case and accents count."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split()).encode()


def check_phrase(passphrase: str) -> None:
    """Raise Trouble(PASSPHRASE_WEAK) unless it has twelve letters, or four words, and is no repetition."""
    plain = normal_phrase(passphrase).decode()
    long_enough = len(plain) >= SHORTEST or len(plain.split()) >= FEWEST_WORDS
    if not long_enough or len(set(plain.replace(" ", ""))) < 5:
        raise Trouble(Problem.PASSPHRASE_WEAK)
