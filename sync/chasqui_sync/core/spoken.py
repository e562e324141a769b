"""What is read out over the telephone when a phrase is forgotten: Crockford letters with a check letter.

The laptop's person reads out which laptop it is (64 bits); headquarters answers with a secret (128 bits) that
was sealed to it. Any single wrong letter and any exchange of two neighbours is seen.
"""

from __future__ import annotations

from chasqui_sync.core.ids import CROCKFORD, check_letter, grouped, heard

SECRET_BYTES = 16
_DEVICE_BYTES = 8


def spoken_device(device: str) -> str:
    """Write a device's id (16 hex digits) as it is read out: ``7KQ4-P2XD-…``, 14 letters."""
    return _spoken(bytes.fromhex(device))


def heard_device(text: str) -> str | None:
    """Read a device's id as it was heard; None when a letter is missing or wrong."""
    raw = _heard(text, _DEVICE_BYTES)
    return None if raw is None else raw.hex()


def spoken_secret(secret: bytes) -> str:
    """Write 16 secret bytes as they are read out: 27 letters. Raises ValueError on another length."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a spoken secret has 16 bytes")
    return _spoken(secret)


def heard_secret(text: str) -> bytes | None:
    """Read a secret as it was heard; None when a letter is missing or wrong."""
    return _heard(text, SECRET_BYTES)


def _letters(size: int) -> int:
    return -(-size * 8 // 5)


def _spoken(raw: bytes) -> str:
    number = int.from_bytes(raw)
    letters = "".join(CROCKFORD[number >> 5 * place & 31] for place in reversed(range(_letters(len(raw)))))
    return grouped(letters + check_letter(letters))


def _heard(text: str, size: int) -> bytes | None:
    letters = heard(text)
    if letters is None or len(letters) != _letters(size) + 1 or check_letter(letters[:-1]) != letters[-1]:
        return None
    number = 0
    for letter in letters[:-1]:
        number = number << 5 | CROCKFORD.index(letter)
    return None if number >> size * 8 else number.to_bytes(size)
