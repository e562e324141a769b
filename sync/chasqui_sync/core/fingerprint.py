"""Six words by which a laptop and headquarters hear that they speak to each other, and to nobody in between.

Both work them out of headquarters' key and the laptop's; whoever stands between has other keys to show to each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

WORDS = 6
_ROUNDS = 1 << 17
_SALT = b"chasqui fingerprint v1"


def fingerprint(node_key: bytes, device_key: bytes, words: Sequence[str]) -> tuple[str, ...]:
    """Give the words for headquarters' and a laptop's raw public keys (Ed25519, 32 bytes each).

    PBKDF2-HMAC-SHA256 (RFC 8018) over both keys, 2^17 rounds, some 30 ms and more; the result, as a
    number, is read from its low end in base ``len(words)``. With the 1,357 bundled words six are worth 62.4 bits: a
    chance of one in 6 · 10^18 that other keys have the same. Whoever may choose keys on both sides looks for a pair
    that meets, about 2^31 keys on each side; the rounds make that 2^49 of SHA-256 within the minutes of a code.
    Raises ValueError on keys of another length.
    """
    if len(node_key) != 32 or len(device_key) != 32:
        raise ValueError("an Ed25519 key has 32 bytes")
    number = int.from_bytes(hashlib.pbkdf2_hmac("sha256", node_key + device_key, _SALT, _ROUNDS))
    said = []
    for _ in range(WORDS):
        number, at = divmod(number, len(words))
        said.append(words[at])
    return tuple(said)
