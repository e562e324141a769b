"""Names of records, devices and operations, and the code a person carries home on a slip."""

from __future__ import annotations

import hashlib

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {letter: value for value, letter in enumerate(CROCKFORD)}
_HEARD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_CODE_LETTERS = 7
"""35 random bits: in an edition of 5,000 people two equal codes are expected once in 2,700 editions."""
_PIN_LETTERS = 23
"""115 bits: nobody makes a second key with the same pin."""


def new_record_id(now_ms: int, randomness: bytes) -> str:
    """Make a UUID version 7 (RFC 9562 §5.7) as 32 lower-case hex digits.

    ``now_ms`` only keeps neighbours together in an index; nobody trusts it as a time.
    ``randomness`` is 10 bytes.
    """
    if len(randomness) != 10:
        raise ValueError("a record id takes 10 random bytes")
    number = (now_ms & 0xFFFF_FFFF_FFFF) << 80 | int.from_bytes(randomness)
    number = number & ~(0xF << 76) | 0x7 << 76
    number = number & ~(0x3 << 62) | 0x2 << 62
    return f"{number:032x}"


def device_id(public_key: bytes) -> str:
    """Name a device after its raw Ed25519 public key: 16 hex digits of its SHA-256."""
    return hashlib.sha256(public_key).hexdigest()[:16]


def operation_name(device: str, incarnation: str, seq: int) -> str:
    """Name one operation of one journal, as ``heads`` and ``seen`` write it."""
    return f"{device}.{incarnation}.{seq}"


def device_of(operation: str) -> str:
    """Give the device in an operation's name."""
    return operation.partition(".")[0]


def registration_code(prefix: str, record: str) -> str:
    """Make the code of a registration from its record id, without asking anyone.

    ``GE26`` and a record give ``GE26-P2XD-7KQ4``: seven letters from the id's random tail and a
    check character from the same 32 letters.
    """
    tail = int(record, 16) & (1 << 5 * _CODE_LETTERS) - 1
    letters = "".join(CROCKFORD[tail >> 5 * place & 31] for place in reversed(range(_CODE_LETTERS)))
    clean = prefix.upper().translate(_HEARD)
    whole = letters + check_letter(clean + letters)
    return f"{clean}-{whole[:4]}-{whole[4:]}"


def normal_code(text: str) -> str | None:
    """Read a dictated or typed code (any case, O for 0, I or L for 1); None when its check fails."""
    letters = text.upper().translate(_HEARD)
    if len(letters) <= _CODE_LETTERS + 1 or any(letter not in _VALUE for letter in letters):
        return None
    if check_letter(letters[:-1]) != letters[-1]:
        return None
    return f"{letters[:-8]}-{letters[-8:-4]}-{letters[-4:]}"


def key_pin(public_key: bytes) -> str:
    """Name headquarters' authority for whoever has to recognise it: ``7KQ4-P2XD-…``, six groups of four letters.

    Takes the DER of its SubjectPublicKeyInfo (RFC 5280), so that a renewed certificate keeps its pin.
    """
    number = int.from_bytes(hashlib.sha256(b"chasqui authority v1\n" + public_key).digest())
    letters = "".join(CROCKFORD[number >> 5 * place & 31] for place in range(_PIN_LETTERS))
    return grouped(letters + check_letter(letters))


def normal_pin(text: str) -> str | None:
    """Read a pin as it was typed or pasted; None when a letter is missing or wrong."""
    letters = heard(text)
    if letters is None or len(letters) != _PIN_LETTERS + 1 or check_letter(letters[:-1]) != letters[-1]:
        return None
    return grouped(letters)


def heard(text: str) -> str | None:
    """Give a dictated text's letters (any case, O for 0, I or L for 1, hyphens or not); None where one is foreign."""
    letters = text.upper().translate(_HEARD)
    return letters if all(letter in _VALUE for letter in letters) else None


def grouped(letters: str) -> str:
    """Write letters as they are read out: four, a hyphen, four."""
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def check_letter(letters: str) -> str:
    """Give the check character of Crockford letters: a weighted sum over GF(32).

    Weights are successive powers of 2 modulo x^5 + x^2 + 1, so every single wrong letter and every
    exchange of two letters less than 31 places apart is seen. Raises KeyError on a foreign letter.
    """
    total = 0
    for letter in letters:
        total = _double(total ^ _VALUE[letter])
    return CROCKFORD[total]


def _double(value: int) -> int:
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value
