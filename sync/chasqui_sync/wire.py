"""Operations, batches, receipts, pages <-> bytes. The envelope is version 1 and frozen.

A batch on every road (HTTP, relay, USB)::

    b"CHQB" 0x01 | header length, 4 bytes big-endian | header (JSON) | Ed25519 signature, 64 bytes | zstd

The frame holds the operations' own bytes, one a line. The signature stands over
``BATCH_DOMAIN + header``; the header names the chain's new head, which stands for every byte of the
operations, so one signature covers a batch of any size.

Chain: ``genesis = SHA-256("chasqui journal v1" device "." incarnation)`` and
``link = SHA-256(previous | seq, 8 bytes big-endian | operation bytes)``.

A receipt is JSON ``{"body": {...}, "signature": base64}``; the signature stands over
``RECEIPT_DOMAIN`` and the body's bytes as they are written. Everything else is plain JSON; answers
that carry pages travel as one zstd frame (``ANSWER_TYPE``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

import msgspec
from backports import zstd

from chasqui_sync.core.fold import State
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble

VERSION = 1
MAGIC = b"CHQB\x01"
BATCH_TYPE = "application/vnd.chasqui.batch.v1"
ANSWER_TYPE = "application/vnd.chasqui.answer.v1+zstd"
PROBLEM_TYPE = "application/problem+json"
BATCH_DOMAIN = b"chasqui batch v1\n"
RECEIPT_DOMAIN = b"chasqui receipt v1\n"
CHALLENGE_HEADER = "Chasqui-Challenge"
"""Each answer to a signed request carries the next challenge; so does a 401 that names a known device."""
REQUEST_DOMAIN = b"chasqui request v1\n"
CERTIFICATE_DOMAIN = b"chasqui certificate v1\n"
COMPRESSION_LEVEL = 3
LONGEST_OPERATION = 256 * 1024
"""One operation's bytes at most; a signature or photo is a blob, never in an operation."""

Sign = Callable[[bytes], bytes]
"""Gives the 64-byte Ed25519 signature (RFC 8032) of a message."""
Verify = Callable[[bytes, bytes], bool]
"""Takes signature and message."""

_LONGEST_HEADER = 4096
_LAST_SEQ = 2**63 - 1
"""The largest number every database here holds."""
_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}")
"""Device and incarnation: names of operations are made of them, parted by dots and spaces."""
_DEEPEST = 32
"""How deep an operation's document may nest; deeper ones would exhaust the encoder later, on some stack."""
_UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
T = TypeVar("T", bound=msgspec.Struct)


class BatchHeader(msgspec.Struct, frozen=True, kw_only=True):
    """Where a run of operations stands in its journal. ``prev`` and ``head`` are hex SHA-256.

    ``size`` is the length in bytes of the decompressed operations, line ends included.
    """

    device: str
    incarnation: str
    first: int
    count: int
    prev: str
    head: str
    size: int

    @property
    def last(self) -> int:
        """The seq of the last operation in the batch."""
        return self.first + self.count - 1


class Batch(NamedTuple):
    """A batch as received: the header read, signature and frame still to be proved by ``open_batch``."""

    header: BatchHeader
    signed: bytes
    signature: bytes
    frame: bytes


class ReceiptBody(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Everything of one journal up to ``upto`` with chain hash ``head`` is at ``level`` on ``node``.

    ``verdicts`` are the exceptions, as (seq, problem number). ``at``: ms since 1970 UTC by the node's clock.
    """

    node: str
    device: str
    incarnation: str
    upto: int
    head: str
    level: str
    at: int
    number: int
    verdicts: list[tuple[int, int]] = []


class Receipt(msgspec.Struct, frozen=True):
    """A receipt's body as it was signed, byte for byte, and the signature over it in base64."""

    body: msgspec.Raw
    signature: bytes


class Hello(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A laptop says who it is: program version, what it can read, its journal's end, its wall clock (ms)."""

    version: str
    schema: int
    incarnation: str
    seq: int
    clock: int
    v: int = VERSION


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the other side takes in one request."""

    operations: int
    body: int
    inflated: int


class HelloAnswer(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The other side's epoch, clock (ms), this device's status and what it knows of its journals.

    ``journals`` maps incarnation to (highest seq, chain hash there). ``node_key`` is the raw public
    key of the node's receipts.
    """

    node: str
    node_key: bytes
    epoch: str
    clock: int
    status: str
    journals: dict[str, tuple[int, str]]
    limits: Limits


class Page(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Record states in order of position.

    ``own`` is the caller's highest seq that is in them, by incarnation.
    ``records`` are ``State`` documents, kept raw; ``gone`` are ids that left the caller's scope.
    """

    records: list[msgspec.Raw]
    cursor: str
    complete: bool
    own: dict[str, int] = {}
    gone: list[str] = []


class Answer(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The answer to a push or a fetch: a receipt for what was pushed, a page where one was asked for."""

    epoch: str
    clock: int
    receipt: Receipt | None = None
    page: Page | None = None


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """A laptop's wish to be enrolled: the one-time code and the raw Ed25519 public key it made."""

    code: str
    key: bytes
    v: int = VERSION


class CertificateBody(msgspec.Struct, frozen=True, kw_only=True):
    """What headquarters says a device is. ``user`` is a staff record, ``scope`` its partner's record."""

    node: str
    device: str
    key: bytes
    user: str
    user_name: str
    role: str
    scope: str
    at: int


class Certificate(msgspec.Struct, frozen=True):
    """A certificate's body as it was signed, byte for byte, and the signature over it."""

    body: msgspec.Raw
    signature: bytes


class EnrolmentAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The certificate and the raw public key that proves it and all receipts."""

    certificate: Certificate
    node_key: bytes


class ProblemDocument(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """RFC 9457: ``type`` is ``urn:chasqui:problem:<slug>``, ``number`` is ours."""

    type: str
    title: str
    status: int
    number: int
    arguments: dict[str, object] = {}


_encoder = msgspec.json.Encoder()
_operation = msgspec.json.Decoder(Operation)
_header = msgspec.json.Decoder(BatchHeader)


def encode(message: msgspec.Struct) -> bytes:
    """Write any message of this module, an operation or a state as JSON bytes."""
    return _encoder.encode(message)


def decode(data: bytes, kind: type[T]) -> T:
    """Read a message. Raises Trouble(BODY_UNREADABLE)."""
    try:
        return msgspec.json.decode(data, type=kind)
    except _UNREADABLE as error:
        raise Trouble(Problem.BODY_UNREADABLE) from error


def encode_operation(operation: Operation) -> bytes:
    """Write an operation once and for all: these bytes go into the journal and travel."""
    return _encoder.encode(operation)


def decode_operation(data: bytes) -> Operation:
    """Read an operation. Raises Trouble(OPERATION_UNREADABLE), also where it nests beyond reason."""
    try:
        operation = _operation.decode(data)
    except _UNREADABLE as error:
        raise Trouble(Problem.OPERATION_UNREADABLE) from error
    if data.count(b"[") + data.count(b"{") > _DEEPEST and _is_deep(operation.fields):
        raise Trouble(Problem.OPERATION_UNREADABLE)
    return operation


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


def pack_batch(
    device: str, incarnation: str, first: int, previous: bytes, operations: Sequence[bytes], sign: Sign
) -> bytes:
    """Make a batch of a contiguous run; ``previous`` is the chain hash before ``first``."""
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
    signed = _encoder.encode(header)
    signature = sign(BATCH_DOMAIN + signed)
    frame = zstd.compress(body, COMPRESSION_LEVEL)
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
    except _UNREADABLE as error:
        raise Trouble(Problem.BATCH_CORRUPT) from error
    if header.first < 1 or header.count < 1 or header.last > _LAST_SEQ or header.size < header.count:
        raise Trouble(Problem.BATCH_CORRUPT)
    if not _NAME.fullmatch(header.device) or not _NAME.fullmatch(header.incarnation):
        raise Trouble(Problem.BATCH_CORRUPT)
    end = start + length
    return Batch(header, signed, data[end : end + 64], data[end + 64 :])


def open_batch(batch: Batch, verify: Verify, most_bytes: int) -> list[bytes]:
    """Prove a batch and give its operations' bytes.

    Raises Trouble(BATCH_SIGNATURE), Trouble(INFLATED_TOO_LARGE) before anything large is inflated,
    Trouble(BATCH_CORRUPT) when frame, count or chain do not agree with the signed header.
    """
    header = batch.header
    if not verify(batch.signature, BATCH_DOMAIN + batch.signed):
        raise Trouble(Problem.BATCH_SIGNATURE)
    if header.size > most_bytes:
        raise Trouble(Problem.INFLATED_TOO_LARGE, most=most_bytes)
    body = inflate(batch.frame, header.size)
    operations = body.split(b"\n")
    if len(body) != header.size or operations.pop() != b"" or len(operations) != header.count:
        raise Trouble(Problem.BATCH_CORRUPT)
    previous = _hash(header.prev)
    if chain(previous, header.first, operations) != _hash(header.head):
        raise Trouble(Problem.BATCH_CORRUPT)
    return operations


def deflate(data: bytes) -> bytes:
    """Compress an answer into one zstd frame."""
    return zstd.compress(data, COMPRESSION_LEVEL)


def inflate(frame: bytes, most_bytes: int) -> bytes:
    """Decompress one zstd frame, never into more than ``most_bytes``.

    Raises Trouble(INFLATED_TOO_LARGE), or Trouble(BATCH_CORRUPT) where it is no whole single frame.
    """
    machine = zstd.ZstdDecompressor()
    try:
        data = machine.decompress(frame, max_length=most_bytes + 1)
    except zstd.ZstdError as error:
        raise Trouble(Problem.BATCH_CORRUPT) from error
    if len(data) > most_bytes:
        raise Trouble(Problem.INFLATED_TOO_LARGE, most=most_bytes)
    if not machine.eof or machine.unused_data:
        raise Trouble(Problem.BATCH_CORRUPT)
    return data


def make_receipt(body: ReceiptBody, sign: Sign) -> Receipt:
    """Sign a receipt."""
    raw = _encoder.encode(body)
    return Receipt(msgspec.Raw(raw), sign(RECEIPT_DOMAIN + raw))


def read_receipt(receipt: Receipt, verify: Verify) -> ReceiptBody:
    """Prove a receipt and read it. Raises Trouble(RECEIPT_FALSE)."""
    raw = bytes(receipt.body)
    if not verify(receipt.signature, RECEIPT_DOMAIN + raw):
        raise Trouble(Problem.RECEIPT_FALSE)
    return decode(raw, ReceiptBody)


def make_certificate(body: CertificateBody, sign: Sign) -> Certificate:
    """Sign a certificate."""
    raw = _encoder.encode(body)
    return Certificate(msgspec.Raw(raw), sign(CERTIFICATE_DOMAIN + raw))


def read_certificate(certificate: Certificate, verify: Verify) -> CertificateBody:
    """Prove a certificate and read it. Raises Trouble(SIGNATURE_WRONG)."""
    raw = bytes(certificate.body)
    if not verify(certificate.signature, CERTIFICATE_DOMAIN + raw):
        raise Trouble(Problem.SIGNATURE_WRONG)
    return decode(raw, CertificateBody)


def request_to_sign(method: str, target: str, body: bytes, challenge: str) -> bytes:
    """Give the bytes a device signs for one request: ``target`` is path and query as sent."""
    digest = hashlib.sha256(body).hexdigest()
    return REQUEST_DOMAIN + f"{method}\n{target}\n{digest}\n{challenge}".encode()


def authorization(device: str, challenge: str, signature: bytes) -> str:
    """Write the ``Authorization`` header of a signed request; the challenge is the node's, hex."""
    return f"Chasqui {device}.{challenge}.{signature.hex()}"


def read_authorization(header: str | None) -> tuple[str, str, bytes]:
    """Read device, challenge and signature. Raises Trouble(UNSIGNED) where there is none to read."""
    scheme, _, rest = (header or "").partition(" ")
    if scheme != "Chasqui":
        raise Trouble(Problem.UNSIGNED)
    try:
        device, challenge, signature = rest.split(".")
        return device, challenge, bytes.fromhex(signature)
    except ValueError as error:
        raise Trouble(Problem.UNSIGNED) from error


def state_of(raw: msgspec.Raw) -> State:
    """Read one record of a page. Raises Trouble(BODY_UNREADABLE)."""
    return decode(bytes(raw), State)


def problem_document(problem: Problem, arguments: dict[str, object]) -> ProblemDocument:
    """Write a problem as RFC 9457 asks."""
    return ProblemDocument(
        type=f"urn:chasqui:problem:{problem.slug}",
        title=problem.slug.replace("-", " "),
        status=problem.status,
        number=problem.number,
        arguments=arguments,
    )  # fmt: skip - five short values


def _hash(text: str) -> bytes:
    try:
        value = bytes.fromhex(text)
    except ValueError:
        value = b""
    if len(value) != 32:
        raise Trouble(Problem.BATCH_CORRUPT)
    return value


def _is_deep(document: object) -> bool:
    level = [document]
    for _ in range(_DEEPEST):
        below: list[object] = []
        for value in level:
            if isinstance(value, dict):
                below += value.values()
            elif isinstance(value, list):
                below += value
        level = below
    return bool(level)
