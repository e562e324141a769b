"""Operations, batches, receipts, pages <-> bytes. The envelope is version 1 and frozen.

A batch on every road (HTTP, relay, USB)::

    b"CHQB" 0x01 | header length, 4 bytes big-endian | header (JSON) | Ed25519 signature, 64 bytes | zstd

The frame (``frames``) holds the operations' own bytes, one a line. The signature stands over
``BATCH_DOMAIN + header``; the header names the chain's new head, which stands for every byte of the
operations, so one signature covers a batch of any size. Over HTTP a small batch may come narrow
(``batches.narrow``): the same bytes with the header compressed.

Chain: ``genesis = SHA-256("chasqui journal v1" device "." incarnation)`` and
``link = SHA-256(previous | seq, 8 bytes big-endian | operation bytes)``.

A receipt is JSON ``{"body": {...}, "signature": base64}``; the signature stands over
``RECEIPT_DOMAIN`` and the body's bytes as they are written. Everything else is plain JSON; answers
that carry pages travel as one zstd frame (``ANSWER_TYPE``).
"""

from __future__ import annotations

from chasqui_sync.wire.batches import (
    BATCH_DOMAIN,
    MAGIC,
    NARROW_MAGIC,
    Batch,
    chain,
    genesis,
    link,
    narrow,
    open_batch,
    pack_batch,
    read_batch,
    widen,
)
from chasqui_sync.wire.echoes import Made, Remade, echoes, encode_state, made_by, remade
from chasqui_sync.wire.frames import (
    COMPRESSION_LEVEL,
    NO_DICTIONARIES,
    Dictionaries,
    Dictionary,
    deflate,
    inflate,
)
from chasqui_sync.wire.messages import (
    ACTIVE,
    ANSWER_TYPE,
    BATCH_TYPE,
    CHALLENGE_HEADER,
    LONGEST_OPERATION,
    PROBLEM_TYPE,
    READ_LOCKED,
    VERSION,
    WIPE,
    Answer,
    BatchHeader,
    Certificate,
    CertificateBody,
    Echo,
    Enrolment,
    EnrolmentAnswer,
    Hello,
    HelloAnswer,
    Left,
    Limits,
    Page,
    ProblemDocument,
    Receipt,
    ReceiptBody,
    Recovery,
    T,
    decode,
    decode_operation,
    encode,
    encode_operation,
    problem_document,
    record_named,
    state_of,
)
from chasqui_sync.wire.signatures import (
    CERTIFICATE_DOMAIN,
    RECEIPT_DOMAIN,
    REQUEST_DOMAIN,
    Sign,
    Verify,
    authorization,
    make_certificate,
    make_receipt,
    read_authorization,
    read_certificate,
    read_receipt,
    request_to_sign,
)

__all__ = [
    "ACTIVE",
    "ANSWER_TYPE",
    "BATCH_DOMAIN",
    "BATCH_TYPE",
    "CERTIFICATE_DOMAIN",
    "CHALLENGE_HEADER",
    "COMPRESSION_LEVEL",
    "LONGEST_OPERATION",
    "MAGIC",
    "NARROW_MAGIC",
    "NO_DICTIONARIES",
    "PROBLEM_TYPE",
    "READ_LOCKED",
    "RECEIPT_DOMAIN",
    "REQUEST_DOMAIN",
    "VERSION",
    "WIPE",
    "Answer",
    "Batch",
    "BatchHeader",
    "Certificate",
    "CertificateBody",
    "Dictionaries",
    "Dictionary",
    "Echo",
    "Enrolment",
    "EnrolmentAnswer",
    "Hello",
    "HelloAnswer",
    "Left",
    "Limits",
    "Made",
    "Page",
    "ProblemDocument",
    "Receipt",
    "ReceiptBody",
    "Recovery",
    "Remade",
    "Sign",
    "T",
    "Verify",
    "authorization",
    "chain",
    "decode",
    "decode_operation",
    "deflate",
    "echoes",
    "encode",
    "encode_operation",
    "encode_state",
    "genesis",
    "inflate",
    "link",
    "made_by",
    "make_certificate",
    "make_receipt",
    "narrow",
    "open_batch",
    "pack_batch",
    "problem_document",
    "read_authorization",
    "read_batch",
    "read_certificate",
    "read_receipt",
    "record_named",
    "remade",
    "request_to_sign",
    "state_of",
    "widen",
]
