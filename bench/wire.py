"""Batches of 500: packed and opened, signature and chain included, against zstd level 3 of the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from backports import zstd

from bench import people
from bench.figures import Figure, Size, seconds
from bench.limits import CHUNK, ZSTD_LEVEL, chunked, in_chunks
from chasqui_sync import wire
from chasqui_sync.signing import SigningKey, VerifyingKey

_DEVICE = SigningKey(b"bench" * 6 + b"..")
_MOST = 32 * 1024 * 1024


def measure(size: Size, _folder: Path) -> list[Figure]:
    """Measure time and bytes of one registration in bulk."""
    rows = people.operations(min(size.sent, 5000))
    chunks = list(in_chunks(rows))
    bodies = [b"\n".join(chunk) + b"\n" for chunk in chunks]
    frames = chunked(rows)
    batches = [_packed(chunk) for chunk in chunks]
    verify = VerifyingKey(_DEVICE.public).verify
    repeated = range(size.repetitions)
    pack, deflate, unpack, inflate = (
        [_microseconds(work, len(rows)) for _ in repeated]
        for work in (
            lambda: [_packed(chunk) for chunk in chunks],
            lambda: [zstd.compress(body, ZSTD_LEVEL) for body in bodies],
            lambda: [wire.open_batch(wire.read_batch(batch), verify, _MOST) for batch in batches],
            lambda: [zstd.decompress(frame) for frame in frames],
        )
    )
    plain = sum(map(len, frames)) / len(rows)
    return [
        Figure("a registration's JSON", sum(map(len, rows)) / len(rows), "B"),
        Figure(f"bytes in a batch of {CHUNK}", sum(map(len, batches)) / len(rows), "B", plain, "zstd 3 of the same"),
        Figure("pack, one registration", median(pack), "µs", median(deflate), "zstd 3 of the same"),
        Figure("open, one registration", median(unpack), "µs", median(inflate), "zstd of the same"),
    ]


def _packed(chunk: Sequence[bytes]) -> bytes:
    start = wire.genesis(_DEVICE.id, "1")
    return wire.pack_batch(_DEVICE.id, "1", 1, start, chunk, _DEVICE.sign)


def _microseconds(work: object, rows: int) -> float:
    assert callable(work)
    return seconds(work) / rows * 1e6
