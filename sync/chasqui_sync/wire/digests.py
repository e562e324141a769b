"""A digest of all records somebody may see: 256 numbers over their content, to find what differs and nothing else.

A record is in the bucket its id ends with. A bucket's number is the sum of its records' own numbers, so that
neither side has to put them in order: of each the first 8 bytes of SHA-256 over id and state, as they lie there.
It finds faults; whoever wants to deceive has signatures to deal with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

BUCKETS = 256
_WIDTH = 8
LENGTH = BUCKETS * _WIDTH
"""Bytes of a digest."""


def bucket_of(record: str) -> int:
    """Say in which bucket a record is; an id that is none, as only a fault makes it, is in the first."""
    try:
        return int(record[-2:], 16) % BUCKETS
    except ValueError:
        return 0


def bucket_ending(bucket: int) -> str:
    """Give the two letters with which the ids of a bucket end."""
    return f"{bucket:02x}"


def digest(states: Iterable[tuple[str, bytes]]) -> bytes:
    """Give the digest of records, each its id and its state's bytes; in whatever order they come."""
    sums = [0] * BUCKETS
    for record, raw in states:
        sums[bucket_of(record)] += _number(record, raw)
    return b"".join((each % 2 ** (8 * _WIDTH)).to_bytes(_WIDTH) for each in sums)


def unlike(one: bytes, other: bytes) -> list[int]:
    """Give the buckets in which two digests differ."""
    places = (slice(bucket * _WIDTH, (bucket + 1) * _WIDTH) for bucket in range(BUCKETS))
    return [bucket for bucket, place in enumerate(places) if one[place] != other[place]]


def _number(record: str, raw: bytes) -> int:
    return int.from_bytes(hashlib.sha256(record.encode() + b"\n" + raw).digest()[:_WIDTH])
