"""How far the erasure of a person has come, as headquarters tells it."""

from __future__ import annotations

from typing import NamedTuple


class Erasure(NamedTuple):
    """Somebody was erased: asked for ``at`` (ms, 0 unknown), done on ``reached`` of ``laptops``.

    ``waiting``: whose laptops are missing and when headquarters last heard them (ms, 0 never); ``closed`` wipe alone.
    """

    at: int
    reached: int
    laptops: int
    waiting: tuple[tuple[str, int], ...]
    closed: int
