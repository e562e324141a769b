"""Batches <-> bytes: the chain of a journal, one signature over its head, one zstd frame."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.wire.frames import NO_DICTIONARIES, Dictionaries, Dictionary, compress, inflate
from chasqui_sync.wire.messages import UNREADABLE, VERSION, BatchHeader, encode
from chasqui_sync.wire.signatures import Sign, Verify

MAGIC = b"CHQB\x01"
NARROW_MAGIC = b"CHQN\x01"
BATCH_DOMAIN = b"chasqui batch v1\n"
ERASED = b"\0"
"""What a laptop keeps in the place of an operation whose bytes are to be nowhere any more; no operation begins so."""
_LONGEST_HEADER = 4096
_LAST_SEQ = 2**63 - 1
"""The largest number every database here holds."""
_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}")
"""Device and incarnation: names of operations are made of them, parted by dots and spaces."""


class Batch(NamedTuple):
    """A batch as received: the header read, signature and frame still to be proved by ``open_batch``."""

    header: BatchHeader
    signed: bytes
    signature: bytes
    frame: bytes


_header = msgspec.json.Decoder(BatchHeader)


def genesis(device: str, incarnation: str) -> bytes:
    """Give the hash before a journal's first operation."""
    return hashlib.sha256(f"chasqui journal v1{device}.{incarnation}".encode()).digest()


def link(previous: bytes, seq: int, operation: bytes) -> bytes:
    """Give the chain hash after one more operation."""
    return hashlib.sha256(previous + seq.to_bytes(8) + operation).digest()


def chain(previous: bytes, first: int, operations: Iterable[bytes]) -> bytes:
    """Give the chain hash after a run of operations that begins at ``first``."""
    for seq, operation in enumerate(operations, first):
        previous = link(previous, seq, operation)
    return previous


def kept_chain(previous: bytes, first: int, operations: Iterable[bytes], erased: Mapping[int, bytes]) -> bytes:
    """Give the chain hash after a kept run, of which some operations are erased: by seq, the hash after each."""
    for seq, operation in enumerate(operations, first):
        previous = erased[seq] if seq in erased else link(previous, seq, operation)
    return previous


def kept_operations(batch: Batch, dictionaries: Dictionaries = NO_DICTIONARIES) -> list[bytes]:
    """Give the operations of a batch that was proved before it was kept; an erased one is empty."""
    return inflate(batch.frame, batch.header.size, dictionaries).split(b"\n")[:-1]


def emptied(data: bytes, seqs: Container[int], dictionaries: Dictionaries = NO_DICTIONARIES) -> bytes:
    """Give a kept batch without the bytes of some operations: header and signature stay, the frame is another."""
    batch = read_batch(data)
    run = kept_operations(batch, dictionaries)
    left = [b"" if seq in seqs else operation for seq, operation in enumerate(run, batch.header.first)]
    return data[: len(data) - len(batch.frame)] + compress(b"\n".join(left) + b"\n")


def pack_batch(
    device: str,
    incarnation: str,
    first: int,
    previous: bytes,
    operations: Sequence[bytes],
    sign: Sign,
    dictionary: Dictionary | None = None,
) -> bytes:
    """Make a batch of a contiguous run; ``previous`` is the chain hash before ``first``.

    With a dictionary the frame needs it where that makes it smaller.
    """
    body = b"\n".join(operations) + b"\n"
    header = BatchHeader(
        device=device,
        incarnation=incarnation,
        first=first,
        count=len(operations),
        prev=previous.hex(),
        head=chain(previous, first, operations).hex(),
        size=len(body),
    )  # fmt: skip - seven short values
    signed = encode(header)
    signature = sign(BATCH_DOMAIN + signed)
    frame = compress(body, dictionary)
    return MAGIC + len(signed).to_bytes(4) + signed + signature + frame


def read_batch(data: bytes) -> Batch:
    """Take a batch apart without believing it. Raises Trouble(BATCH_CORRUPT)."""
    start = len(MAGIC) + 4
    if not data.startswith(MAGIC[:-1]) or len(data) < start:
        raise Trouble(Problem.BATCH_CORRUPT)
    if data[len(MAGIC) - 1] != VERSION:
        raise Trouble(Problem.VERSION_UNKNOWN, version=data[len(MAGIC) - 1])
    length = int.from_bytes(data[len(MAGIC) : start])
    if length > _LONGEST_HEADER or len(data) < start + length + 64:
        raise Trouble(Problem.BATCH_CORRUPT)
    signed = data[start : start + length]
    try:
        header = _header.decode(signed)
    except UNREADABLE as error:
        raise Trouble(Problem.BATCH_CORRUPT) from error
    if header.first < 1 or header.count < 1 or header.last > _LAST_SEQ or header.size < header.count:
        raise Trouble(Problem.BATCH_CORRUPT)
    if not _NAME.fullmatch(header.device) or not _NAME.fullmatch(header.incarnation):
        raise Trouble(Problem.BATCH_CORRUPT)
    end = start + length
    return Batch(header, signed, data[end : end + 64], data[end + 64 :])


def open_batch(
    batch: Batch, verify: Verify, most_bytes: int, dictionaries: Dictionaries = NO_DICTIONARIES
) -> list[bytes]:
    """Prove a batch and give its operations' bytes.

    Raises Trouble(BATCH_SIGNATURE), Trouble(INFLATED_TOO_LARGE) before anything large is inflated,
    Trouble(DICTIONARY_UNKNOWN), Trouble(BATCH_CORRUPT) when frame, count or chain do not agree with the signed header.
    """
    header = batch.header
    if not verify(batch.signature, BATCH_DOMAIN + batch.signed):
        raise Trouble(Problem.BATCH_SIGNATURE)
    if header.size > most_bytes:
        raise Trouble(Problem.INFLATED_TOO_LARGE, most=most_bytes)
    body = inflate(batch.frame, header.size, dictionaries)
    operations = body.split(b"\n")
    if len(body) != header.size or operations.pop() != b"" or len(operations) != header.count:
        raise Trouble(Problem.BATCH_CORRUPT)
    previous = _hash(header.prev)
    if chain(previous, header.first, operations) != _hash(header.head):
        raise Trouble(Problem.BATCH_CORRUPT)
    return operations


def narrow(data: bytes, dictionary: Dictionary) -> bytes:
    """Write a small batch for one stretch of line with its header compressed too; ``widen`` gives the same bytes back.

    ``NARROW_MAGIC | length of the header's frame, 2 bytes big-endian | that frame | the rest as it was``.
    """
    batch = read_batch(data)
    header = compress(batch.signed, dictionary)
    return NARROW_MAGIC + len(header).to_bytes(2) + header + batch.signature + batch.frame


def widen(data: bytes, dictionaries: Dictionaries) -> bytes:
    """Give a batch as it was signed, also where it came narrow. Raises Trouble(BATCH_CORRUPT | DICTIONARY_UNKNOWN)."""
    if not data.startswith(NARROW_MAGIC):
        return data
    start = len(NARROW_MAGIC) + 2
    end = start + int.from_bytes(data[start - 2 : start])
    signed = inflate(data[start:end], _LONGEST_HEADER, dictionaries)
    return MAGIC + len(signed).to_bytes(4) + signed + data[end:]


def _hash(text: str) -> bytes:
    try:
        value = bytes.fromhex(text)
    except ValueError:
        value = b""
    if len(value) != 32:
        raise Trouble(Problem.BATCH_CORRUPT)
    return value
