"""Bytes that laptops in the field already speak: they are added to, never changed."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from chasqui_sync import wire
from chasqui_sync.core.operations import ACTIONS
from chasqui_sync.signing import VerifyingKey
from tests.wire import golden_messages as golden

DEVICE = VerifyingKey(golden.DEVICE.public)
NODE = VerifyingKey(golden.NODE.public)


def test_no_golden_file_has_changed_gone_or_come_unlisted() -> None:
    there = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in golden.GOLDEN.iterdir()
        if path != golden.CHECKSUMS
    }
    assert there == golden.checksums()


def test_every_message_has_golden_bytes() -> None:
    assert golden.files().keys() == golden.checksums().keys()
    assert golden.OPERATIONS.keys() == ACTIONS
    written = {type(message) for message in golden.MESSAGES.values()} | {wire.Limits, wire.Echo, wire.Erased}
    structs = {kind for kind in vars(wire).values() if isinstance(kind, type) and issubclass(kind, msgspec.Struct)}
    assert structs - {msgspec.Struct} <= written


@pytest.mark.parametrize("name", sorted(golden.MESSAGES))
def test_a_message_is_written_and_read_as_ever(name: str) -> None:
    message, kept = golden.MESSAGES[name], (golden.GOLDEN / f"{name}.json").read_bytes()
    assert wire.encode(message) == kept
    assert wire.encode(wire.decode(kept, type(message))) == kept
    assert wire.decode(kept, type(message)) == message


@pytest.mark.parametrize("action", sorted(golden.OPERATIONS))
def test_an_operation_is_written_and_read_as_ever(action: str) -> None:
    kept = (golden.GOLDEN / f"operation-{action}.json").read_bytes()
    assert wire.encode_operation(golden.OPERATIONS[action]) == kept
    assert wire.decode_operation(kept) == golden.OPERATIONS[action]


@pytest.mark.parametrize("name", sorted(golden.SIGNED_TEXT))
def test_what_is_hashed_and_signed_is_written_as_ever(name: str) -> None:
    assert golden.SIGNED_TEXT[name] == (golden.GOLDEN / name).read_bytes()


def test_a_batch_of_old_opens_and_is_written_alike_up_to_its_frame() -> None:
    kept = (golden.GOLDEN / "batch.bin").read_bytes()
    batch = wire.read_batch(kept)
    assert wire.open_batch(batch, DEVICE.verify, batch.header.size) == golden.RUN
    # the frame itself is zstd's to write; all before it is ours
    before = len(kept) - len(batch.frame)
    assert golden.BATCH[:before] == kept[:before]


def test_what_was_written_with_a_dictionary_opens_for_ever() -> None:
    batch = wire.read_batch((golden.GOLDEN / "batch-dictionary.bin").read_bytes())
    assert wire.open_batch(batch, DEVICE.verify, batch.header.size, golden.DICTIONARIES) == golden.RUN
    answer = wire.inflate((golden.GOLDEN / "answer-dictionary.zst").read_bytes(), 1 << 20, golden.DICTIONARIES)
    assert wire.decode(answer, wire.Answer) == golden.ANSWER


def test_an_answer_of_old_inflates_to_the_same_message() -> None:
    kept = (golden.GOLDEN / "answer.zst").read_bytes()
    assert wire.decode(wire.inflate(kept, 1 << 20), wire.Answer) == golden.ANSWER


def test_a_receipt_of_old_proves_itself() -> None:
    kept = (golden.GOLDEN / "receipt.json").read_bytes()
    assert wire.read_receipt(wire.decode(kept, wire.Receipt), NODE.verify) == golden.RECEIPT_BODY


def test_a_certificate_of_old_proves_itself() -> None:
    kept = (golden.GOLDEN / "certificate.json").read_bytes()
    assert wire.read_certificate(wire.decode(kept, wire.Certificate), NODE.verify) == golden.CERTIFICATE_BODY


@pytest.mark.parametrize("name", ["authorization.txt", "authorization-base64.txt"])
def test_a_signed_request_of_old_is_still_the_devices_own(name: str) -> None:
    header = (golden.GOLDEN / name).read_text()
    device, challenge, signature = wire.read_authorization(header)
    assert (device, challenge) == (golden.DEVICE.id, golden.CHALLENGE)
    assert DEVICE.verify(signature, golden.REQUEST)


def test_states_in_a_page_are_read_back_whole() -> None:
    assert [wire.state_of(raw) for raw in golden.PAGE.records] == [golden.STATE, golden.DISPUTED]
