"""The messages' shapes, and JSON <-> messages, operations and states."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from chasqui_sync.core.fold import State
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble

VERSION = 1
BATCH_TYPE = "application/vnd.chasqui.batch.v1"
ANSWER_TYPE = "application/vnd.chasqui.answer.v1+zstd"
PROBLEM_TYPE = "application/problem+json"
ACTIVE, READ_LOCKED, WIPE = "active", "read-locked", "wipe"
"""How a device stands. Read-locked, it is told nothing more but may send what it holds; then it wipes its keys."""
CHALLENGE_HEADER = "Chasqui-Challenge"
"""Each answer to a signed request carries the next challenge; so does a 401 that names a known device."""
LONGEST_OPERATION = 256 * 1024
"""One operation's bytes at most; a signature or photo is a blob, never in an operation."""
_DEEPEST = 32
"""How deep an operation's document may nest; deeper ones would exhaust the encoder later, on some stack."""
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What msgspec raises on bytes that are no message of ours."""
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
    """A laptop says who it is: program version, what it can read, its journal's end, its wall clock (ms).

    ``marks`` gives, by incarnation, some (seq, hex chain hash there) of its journals, the highest first.
    ``proofs`` are receipts for more than the other side said it knows: it was put back from a backup.
    ``durable`` gives, by incarnation, the highest seq it has a receipt of that level for. ``certified``: when the
    certificate it holds was made (``CertificateBody.at``); 0 where it is said by none.
    """

    version: str
    schema: int
    incarnation: str
    seq: int
    clock: int
    v: int = VERSION
    marks: dict[str, list[tuple[int, str]]] = {}
    proofs: list[Receipt] = []
    durable: dict[str, int] = {}
    certified: int = 0


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the other side takes in one request."""

    operations: int
    body: int
    inflated: int


class Certificate(msgspec.Struct, frozen=True):
    """A certificate's body as it was signed, byte for byte, and the signature over it."""

    body: msgspec.Raw
    signature: bytes


class HelloAnswer(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The other side's epoch, clock (ms), this device's status and what it knows of its journals.

    ``status``: ``active``; ``read-locked`` for a revoked device; ``wipe`` once all it has told of is here.
    ``journals`` maps incarnation to (highest seq, chain hash there). ``node_key`` is the raw public
    key of the node's receipts. ``agreed`` answers the greeting's marks: by incarnation, the highest seq at
    which both have the same chain hash, 0 for none of them; ``receipts`` say the same, signed, and up to
    where a journal is in the other side's backup, where that is further than the greeting told.
    ``begun``: of a batch that was cut off on its way so many bytes came, with this hex SHA-256; the rest may follow.
    ``blobs``: as in ``BlobAnswer``. ``certificate``: one that is later than the one the caller said it holds.
    """

    node: str
    node_key: bytes
    epoch: str
    clock: int
    status: str
    journals: dict[str, tuple[int, str]]
    limits: Limits
    agreed: dict[str, int] = {}
    receipts: list[Receipt] = []
    begun: tuple[int, str] | None = None
    blobs: str = ""
    certificate: Certificate | None = None


class Echo(msgspec.Struct, frozen=True, array_like=True):
    """A run of the caller's own records, named; see ``wire.echoes``. Times are ms since 1970 UTC, the digest hex."""

    incarnation: str
    first: int
    count: int
    at: int
    received: int
    digest: str


class Page(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Record states in order of position.

    ``own`` is the caller's highest seq that is in them, by incarnation; a journal that is not named is not known.
    ``records`` are ``State`` documents, kept raw; ``gone`` are ids that left the caller's scope.
    ``echoes``, only for who asks for them, name further records whose states the caller can make itself.
    ``verdicts``: the caller's operations of which something else is true than their receipt said, as
    (incarnation, seq, problem number), 0 for one that is folded now. ``erased``: (incarnation, seq) of those of
    the caller's operations whose bytes are to be nowhere any more.
    """

    records: list[msgspec.Raw]
    cursor: str
    complete: bool
    own: dict[str, int] = {}
    gone: list[str] = []
    echoes: list[Echo] = []
    verdicts: list[tuple[str, int, int]] = []
    erased: list[tuple[str, int]] = []


class Answer(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The answer to a push or a fetch: a receipt for what was pushed, a page where one was asked for.

    ``digest`` is over all the caller may see once it has the page; only where it is the last, and was asked for.
    ``greet``: there is something for the caller that only a greeting brings.
    """

    epoch: str
    clock: int
    receipt: Receipt | None = None
    page: Page | None = None
    digest: bytes = b""
    greet: bool = False


class Enrolment(msgspec.Struct, frozen=True, kw_only=True):
    """A laptop's wish to be enrolled: the one-time code and the raw Ed25519 public key it made."""

    code: str
    key: bytes
    v: int = VERSION


class CertificateBody(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What headquarters says a device is. ``user`` is a staff record, ``scope`` its partner's record.

    ``recovery_key``: the raw X25519 public key to which the laptop seals what opens its vault without the phrase.
    """

    node: str
    device: str
    key: bytes
    user: str
    user_name: str
    role: str
    scope: str
    at: int
    recovery_key: bytes = b""


class Recovery(msgspec.Struct, frozen=True, kw_only=True):
    """What a laptop leaves with headquarters: 16 bytes that open its vault without the phrase, sealed (HPKE)."""

    sealed: bytes


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to what was left: the node's epoch and clock (ms). It is kept."""

    epoch: str
    clock: int


class BlobAnswer(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The answer to bytes of a blob: so many of them, from its first on, are here; the node's epoch and clock (ms).

    ``blobs`` is the tally of all that came whole from the caller (``core.blobs.tally``).
    """

    epoch: str
    clock: int
    held: int
    blobs: str = ""


class Erased(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """How far the erasure of a record has come: on ``reached`` of ``laptops``. Nothing says who it was.

    ``at``: when it was asked for, ms since 1970 UTC. ``waiting``: whose laptops have not said yet that they hold
    nothing of it, each with when it was last heard (ms; 0: never). ``closed`` laptops are told nothing and wipe
    themselves.
    """

    record: str
    at: int
    reached: int
    laptops: int
    waiting: list[tuple[str, int]] = []
    closed: int = 0


class Erasures(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The answer to who asks how far erasures have come: the latest first, the node's epoch and clock (ms)."""

    epoch: str
    clock: int
    erasures: list[Erased] = []


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


class _Named(msgspec.Struct):
    record: str


_named = msgspec.json.Decoder(_Named)


def encode(message: msgspec.Struct) -> bytes:
    """Write any message of this module, an operation or a state as JSON bytes."""
    return _encoder.encode(message)


def decode(data: bytes, kind: type[T]) -> T:
    """Read a message. Raises Trouble(BODYUNREADABLE)."""
    try:
        return msgspec.json.decode(data, type=kind)
    except UNREADABLE as error:
        raise Trouble(Problem.BODY_UNREADABLE) from error


def encode_operation(operation: Operation) -> bytes:
    """Write an operation once and for all: these bytes go into the journal and travel."""
    return _encoder.encode(operation)


def decode_operation(data: bytes) -> Operation:
    """Read an operation. Raises Trouble(OPERATIONUNREADABLE), also where it nests beyond reason."""
    try:
        operation = _operation.decode(data)
    except UNREADABLE as error:
        raise Trouble(Problem.OPERATION_UNREADABLE) from error
    if data.count(b"[") + data.count(b"{") > _DEEPEST and _is_deep(operation.fields):
        raise Trouble(Problem.OPERATION_UNREADABLE)
    return operation


def record_named(data: bytes) -> str | None:
    """Give the record that an operation names, and read no more of it; None where even that can't be read."""
    try:
        return _named.decode(data).record
    except UNREADABLE:
        return None


def state_of(raw: msgspec.Raw) -> State:
    """Read one record of a page. Raises Trouble(BODYUNREADABLE)."""
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
