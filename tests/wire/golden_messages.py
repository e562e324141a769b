"""The messages kept as golden bytes, and how a new one is added: ``python -m tests.wire.golden_messages``.

That command writes only what is not there yet. A file once written never changes: laptops in the field
speak it. The bytes of a changed message are a new file under a new name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.state import Change, Fate, Head, Rival, State
from chasqui_sync.signing import SigningKey

GOLDEN = Path(__file__).parent / "golden"
CHECKSUMS = GOLDEN / "SHA256SUMS"

DEVICE = SigningKey(bytes(range(32)))
NODE = SigningKey(bytes(range(32, 64)))
INCARNATION = "1"
RECORD = "019a8f3c2b4d7e5f8a1b2c3d4e5f6071"
PROMOTER = "019a8f3c2b4d7e5f8a1b2c3d4e5f6072"
PARTNER = "019a8f3c2b4d7e5f8a1b2c3d4e5f6073"
SAVED = 1_795_474_800_000
CHALLENGE = "00112233445566778899aabbccddeeff"

FIELDS: dict[str, Any] = {
    "code": "GE26-P2XD-7KQ4",
    "given_names": "Yusmary Coromoto",
    "paternal_surname": "Núñez",
    "document": {"scheme": "cedula_ve", "number": "V-18234567"},
    "phones": [{"number": "+51987654412", "owner": "own", "whatsapp": True}],
    "languages": ["es"],
    "dependants": 2,
    "email": None,
    "consent": {"version": "v3.2", "language": "es", "how": "spoken", "at": SAVED},
    "consent_programme": True,
    "consent_photos": False,
    "of_a_newer_version": {"deep": [1, 2.5, None, {"ñ": "😀"}]},
}


def _operation(action: str, fields: dict[str, Any], seen: dict[str, str], kind: str = "entrepreneur") -> Operation:
    return Operation(
        kind=kind,
        record=RECORD,
        action=action,
        fields=fields,
        seen=seen,
        user=PROMOTER,
        scope=PARTNER,
        saved_at=SAVED,
        anchor=SAVED - 3_600_000,
    )  # fmt: skip - nine short values


_FIRST = f"{DEVICE.id}.{INCARNATION}.1"
_OTHER = "fedcba9876543210.1.7"
OPERATIONS: dict[str, Operation] = {
    "create": _operation("create", FIELDS, {}),
    "set": _operation("set", {"paternal_surname": "Rondón"}, {"paternal_surname": _FIRST}),
    "add": _operation("add", {"languages": ["qu"]}, {"languages": _FIRST}),
    "remove": _operation("remove", {"languages": ["es"]}, {"languages": _FIRST}),
    "delete": _operation("delete", {}, {}),
    "merge": _operation("merge", {"into": PARTNER}, {}),
    "unmerge": _operation("unmerge", {"from": PARTNER}, {}),
    "resolve": _operation("resolve", {"email": "y@correo.pe"}, {"email": f"{_FIRST} {_OTHER}"}),
    "withdraw": _operation("withdraw", {"consent_photos": False}, {"consent_photos": _FIRST}),
    "erase": _operation("erase", {}, {}),
}
_EDITION = Operation(
    kind="edition",
    record=RECORD,
    action="create",
    fields={"name": "2026-II", "prefix": "GE26"},
    user=PROMOTER,
    scope=EVERYONE,
    schema=1,
    saved_at=SAVED,
)  # fmt: skip - eight short values

STATE = State(
    id=RECORD, kind="entrepreneur", scope=PARTNER, fields=FIELDS, head=Head(_FIRST, SAVED), at=41
)  # fmt: skip - six short values
DISPUTED = State(
    id=RECORD,
    kind="entrepreneur",
    scope=PARTNER,
    fields={"email": "y@correo.pe", "sector": "food"},
    head=Head(_FIRST, SAVED),
    heads={"email": Head(_OTHER, SAVED + 5)},
    agreed={"email": [Head("0123456789abcdef.1.2", SAVED + 4)]},
    open={"email": [Rival("z@correo.pe", Head("0123456789abcdef.2.9", SAVED + 3)), Rival(None, Head(_FIRST, SAVED))]},
    deleted=True,
    schema=1,
    at=42,
)

RUN = [wire.encode_operation(OPERATIONS[action]) for action in ("create", "set", "withdraw")]
BATCH = wire.pack_batch(DEVICE.id, INCARNATION, 1, wire.genesis(DEVICE.id, INCARNATION), RUN, DEVICE.sign)
DICTIONARIES = wire.Dictionaries(dictionaries())
BEST = wire.Dictionary(40001, dictionaries()[40001])
SHARED_BATCH = wire.pack_batch(
    DEVICE.id,
    INCARNATION,
    1,
    wire.genesis(DEVICE.id, INCARNATION),
    RUN,
    DEVICE.sign,
    BEST,
)  # fmt: skip - seven short values
_HEAD = wire.read_batch(BATCH).header.head
RECEIPT_BODY = wire.ReceiptBody(
    node=NODE.id, device=DEVICE.id, incarnation=INCARNATION, upto=3, head=_HEAD, level="hq", at=SAVED, number=7
)
RECEIPT = wire.make_receipt(RECEIPT_BODY, NODE.sign)
VERDICTS_BODY = msgspec.structs.replace(
    RECEIPT_BODY, level="hub", verdicts=[(2, Problem.RULE_BROKEN.number), (3, Problem.KIND_UNKNOWN.number)]
)
HELLO = wire.Hello(version="0.1.0", schema=1, incarnation=INCARNATION, seq=3, clock=SAVED)
LIMITS = wire.Limits(operations=5000, body=4_194_304, inflated=33_554_432)
HELLO_ANSWER = wire.HelloAnswer(
    node=NODE.id,
    node_key=NODE.public,
    epoch="e1",
    clock=SAVED,
    status="active",
    journals={INCARNATION: (3, _HEAD)},
    limits=LIMITS,
)  # fmt: skip - seven short values
TOMBSTONE = State(
    id=RECORD,
    kind="entrepreneur",
    scope=PARTNER,
    fields={},
    head=Head(f"{DEVICE.id}.{INCARNATION}.4", SAVED),
    past={f"{DEVICE.id}.{INCARNATION}": [1, 3]},
    deleted=True,
    erased=True,
    at=46,
)  # fmt: skip - nine short values
JOINED = State(
    id=RECORD,
    kind="entrepreneur",
    scope=PARTNER,
    fields={"languages": ["es"], "consent_photos": False},
    head=Head(f"{DEVICE.id}.{INCARNATION}.1", SAVED),
    overruled={"consent_photos": [Rival(True, Head("0123456789abcdef.1.2", SAVED + 4))]},
    changes={"languages": [Change("add", ["es"], Head("0123456789abcdef.1.3", SAVED + 5), [f"{DEVICE.id}.1.1"])]},
    fates=[Fate("merge", Head("0123456789abcdef.1.4", SAVED + 6), PARTNER)],
    past={"0123456789abcdef.1": [5]},
    early={"email": ["fedcba9876543210.1.7"]},
    at=45,
)  # fmt: skip - a line each
PAGE = wire.Page(
    records=[msgspec.Raw(wire.encode(STATE)), msgspec.Raw(wire.encode(DISPUTED))],
    cursor="e1.42",
    complete=True,
    own={INCARNATION: 3},
    gone=[PARTNER],
)  # fmt: skip - five short values
ECHOES = wire.Page(
    records=[],
    cursor="e1.44",
    complete=True,
    own={INCARNATION: 4},
    echoes=[wire.Echo(INCARNATION, 3, 2, 43, SAVED, "00112233445566778899aabbccddeeff")],
)  # fmt: skip - five short values
ANSWER = wire.Answer(epoch="e1", clock=SAVED, receipt=RECEIPT, page=PAGE)
CERTIFICATE_BODY = wire.CertificateBody(
    node=NODE.id,
    device=DEVICE.id,
    key=DEVICE.public,
    user=PROMOTER,
    user_name="Milagros Torres",
    role="promoter",
    scope=PARTNER,
    at=SAVED,
)  # fmt: skip - eight short values
CERTIFICATE = wire.make_certificate(CERTIFICATE_BODY, NODE.sign)
REQUEST = wire.request_to_sign("POST", "/v1/batches?after=e1.42", b"body", CHALLENGE)

MESSAGES: dict[str, msgspec.Struct] = {
    **{f"operation-{action}": operation for action, operation in OPERATIONS.items()},
    "operation-edition": _EDITION,
    "state": STATE,
    "state-disputed": DISPUTED,
    "batch-header": wire.read_batch(BATCH).header,
    "receipt-body": RECEIPT_BODY,
    "receipt-body-verdicts": VERDICTS_BODY,
    "receipt": RECEIPT,
    "hello": HELLO,
    "hello-marks": msgspec.structs.replace(HELLO, marks={INCARNATION: [(3, _HEAD), (1, "00" * 32)], "c0ffee00": []}),
    "hello-proofs": msgspec.structs.replace(HELLO, proofs=[RECEIPT]),
    "hello-durable": msgspec.structs.replace(HELLO, durable={INCARNATION: 3}),
    "hello-answer": HELLO_ANSWER,
    "hello-answer-agreed": msgspec.structs.replace(
        HELLO_ANSWER, agreed={INCARNATION: 3, "c0ffee00": 0}, receipts=[RECEIPT]
    ),
    "hello-answer-begun": msgspec.structs.replace(
        HELLO_ANSWER, begun=(70_000, hashlib.sha256(b"what came of it").hexdigest())
    ),
    "hello-answer-blobs": msgspec.structs.replace(HELLO_ANSWER, blobs="00c0ffee00c0ffee"),
    "hello-answer-newcomer": msgspec.structs.replace(HELLO_ANSWER, journals={}),
    "hello-certified": msgspec.structs.replace(HELLO, certified=SAVED),
    "hello-answer-certificate": msgspec.structs.replace(
        HELLO_ANSWER,
        certificate=wire.make_certificate(
            msgspec.structs.replace(CERTIFICATE_BODY, role="coordinator", at=SAVED + 1), NODE.sign
        ),
    ),
    "page": PAGE,
    "page-echoes": ECHOES,
    "page-verdicts": wire.Page(
        records=[], cursor="e1.45", complete=True, verdicts=[(INCARNATION, 3, 0), (INCARNATION, 4, 420)]
    ),
    "page-erased": wire.Page(
        records=[msgspec.Raw(wire.encode(TOMBSTONE))], cursor="e1.46", complete=True, erased=[(INCARNATION, 3)]
    ),
    "state-joined": JOINED,
    "page-empty": wire.Page(records=[], cursor="e1.0", complete=False),
    "answer": ANSWER,
    "answer-empty": wire.Answer(epoch="e1", clock=SAVED),
    "answer-digest": wire.Answer(epoch="e1", clock=SAVED, page=PAGE, digest=bytes(range(256)) * 8),
    "answer-greet": wire.Answer(epoch="e1", clock=SAVED, greet=True),
    "enrolment": wire.Enrolment(code="7KQ4-P2XD-9MA", key=DEVICE.public),
    "certificate-body": CERTIFICATE_BODY,
    "certificate-body-recovery": msgspec.structs.replace(CERTIFICATE_BODY, recovery_key=b"r" * 32),
    "recovery": wire.Recovery(sealed=b"s" * 64),
    "left": wire.Left(epoch="e1", clock=SAVED),
    "blob-answer": wire.BlobAnswer(epoch="e1", clock=SAVED, held=2500, blobs="00c0ffee00c0ffee"),
    "blob-answer-begun": wire.BlobAnswer(epoch="e1", clock=SAVED, held=1000),
    "erasures": wire.Erasures(
        epoch="e1",
        clock=SAVED,
        erasures=[
            wire.Erased(record=RECORD, at=SAVED, reached=1, laptops=3, waiting=[("Milagros Torres", SAVED)], closed=1),
            wire.Erased(record=RECORD, at=0, reached=2, laptops=2),
        ],
    ),
    "erasures-none": wire.Erasures(epoch="e1", clock=SAVED),
    "certificate": CERTIFICATE,
    "enrolment-answer": wire.EnrolmentAnswer(certificate=CERTIFICATE, node_key=NODE.public),
    "problem": wire.problem_document(Problem.BATCH_GAP, {"expected": 4}),
    "problem-plain": wire.problem_document(Problem.UNSIGNED, {}),
}
"""JSON messages: the golden file is exactly what ``wire.encode`` writes."""

FRAMES: dict[str, Callable[[], bytes]] = {
    "batch.bin": lambda: BATCH,
    "answer.zst": lambda: wire.deflate(wire.encode(ANSWER)),
    "batch-dictionary.bin": lambda: SHARED_BATCH,
    "batch-narrow.bin": lambda: wire.narrow(SHARED_BATCH, BEST),
    "answer-dictionary.zst": lambda: wire.deflate(wire.encode(ANSWER), BEST),
}
"""Files with a zstd frame in them: another release of zstd may write other bytes that mean the same."""

SIGNED_TEXT: dict[str, bytes] = {
    "request-to-sign.bin": REQUEST,
    "authorization.txt": f"Chasqui {DEVICE.id}.{CHALLENGE}.{DEVICE.sign(REQUEST).hex()}".encode(),
    "authorization-base64.txt": wire.authorization(DEVICE.id, CHALLENGE, DEVICE.sign(REQUEST)).encode(),
    "genesis.hex": wire.genesis(DEVICE.id, INCARNATION).hex().encode(),
    "chain-head.hex": wire.chain(wire.genesis(DEVICE.id, INCARNATION), 1, RUN).hex().encode(),
}


def files() -> dict[str, bytes]:
    """Give every golden file's bytes as this version would write them."""
    wanted = {f"{name}.json": wire.encode(message) for name, message in MESSAGES.items()}
    return {**wanted, **SIGNED_TEXT, **{name: frame() for name, frame in FRAMES.items()}}


def checksums() -> dict[str, str]:
    """Read the list of what may never change: file name to SHA-256."""
    lines = CHECKSUMS.read_text().splitlines() if CHECKSUMS.exists() else []
    return {name: digest for digest, name in (line.split("  ") for line in lines)}


def main() -> None:
    """Add what is missing, change nothing."""
    listed = checksums()
    for name, content in sorted(files().items()):
        if name not in listed:
            (GOLDEN / name).write_bytes(content)
            listed[name] = hashlib.sha256(content).hexdigest()
    CHECKSUMS.write_text("".join(f"{digest}  {name}\n" for name, digest in sorted(listed.items())))


if __name__ == "__main__":
    main()
