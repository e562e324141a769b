"""Blobs: bytes too many for an operation, named in it by their SHA-256 and sent after it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from chasqui_sync.core.records import Blob

MOST_BYTES = 256 * 1024
"""Of one blob: a signature takes 1 to 4 KB, and on the poorest line each KB is a fifth of a second."""


def named(content: bytes, media: str) -> Blob:
    """Name bytes by what they are. Raises ValueError for none at all, and for more than ``MOST_BYTES``."""
    if not 0 < len(content) <= MOST_BYTES:
        raise ValueError(len(content))
    return Blob(digest(content), len(content), media)


def digest(content: bytes) -> str:
    """Give the hex SHA-256 that is a blob's name."""
    return hashlib.sha256(content).hexdigest()


def tally(blobs: Iterable[tuple[str, str]]) -> str:
    """Sum up which blobs there are, each by (record, hex SHA-256), in any order; empty for none.

    Both sides keep it, to hear of a headquarters put back from a backup that has lost nothing but a blob.
    """
    total = sum(int(digest(f"{record} {sha256}".encode())[:16], 16) for record, sha256 in blobs)
    return f"{total % 2**64:016x}" if total else ""


def with_one_more(told: str, blob: tuple[str, str]) -> str:
    """Give the tally of what was told of and one more."""
    return f"{(_number(told) + _number(tally([blob]))) % 2**64:016x}"


def _number(told: str) -> int:
    try:
        return int(told or "0", 16)
    except ValueError:
        # whatever it is, it is no tally of ours: another one will not fit it
        return 0
