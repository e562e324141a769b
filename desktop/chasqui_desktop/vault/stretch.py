"""Argon2id (RFC 9106): makes each guess of a phrase as dear as one unlocking."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

KEY_BYTES = 32
LEAST_MEMORY = 19 * 1024
"""KiB; with two passes the floor of OWASP's password storage sheet."""
LEAST_PASSES = 2
MOST_MEMORY = 256 * 1024
"""KiB; a laptop of 4 GB runs a browser beside us."""
AIM_SECONDS = 0.85
_TRIAL_MEMORY = 64 * 1024
_TRIALS = 3


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """How long one guess takes: memory in KiB, passes over it, lanes side by side."""

    memory: int
    passes: int
    lanes: int = 1


def stretched(phrase: bytes, salt: bytes, stretch: Stretch) -> bytes:
    """Give the 32 bytes that a phrase stands for."""
    argon = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=stretch.passes, lanes=stretch.lanes, memory_cost=stretch.memory
    )
    return argon.derive(phrase)


def calibrate(stopwatch: Callable[[], float], guess: Callable[[bytes, bytes, Stretch], bytes] = stretched) -> Stretch:
    """Choose what takes 0.7 to 1.0 seconds on this laptop, memory first, never under the floor.

    ``stopwatch``: seconds that only ever grow. Makes six guesses, three seconds in all, and believes the
    fastest: a laptop that is busy with something else while it chooses would choose too little for good.
    """

    def once(stretch: Stretch) -> float:
        started = stopwatch()
        guess(b"trial", b"0123456789abcdef", stretch)
        return stopwatch() - started

    def took(stretch: Stretch) -> float:
        return max(1e-6, min(once(stretch) for _ in range(_TRIALS)))

    chosen = _fitting(AIM_SECONDS * _TRIAL_MEMORY / took(Stretch(memory=_TRIAL_MEMORY, passes=1)))
    # memory beyond the caches is dearer than the first guess's: look once at what was chosen, and mend it
    return _fitting(chosen.memory * chosen.passes * AIM_SECONDS / took(chosen))


def _fitting(work: float) -> Stretch:
    """Divide ``work`` (KiB times passes) into memory and passes."""
    memory = max(LEAST_MEMORY, min(MOST_MEMORY, int(work / LEAST_PASSES)))
    return Stretch(memory=memory, passes=max(LEAST_PASSES, round(work / memory)))
