"""Messages that are not what they should be: each is refused with a number, none with a crash."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync import wire
from chasqui_sync.core.fold import State
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.wire import golden_messages as golden

NODE = VerifyingKey(golden.NODE.public)
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=12), json_values, max_size=6), st.integers(-(2**70), 2**70))
def test_an_operation_of_any_document_comes_back_whole(fields: dict[str, Any], saved_at: int) -> None:
    operation = Operation(
        kind="entrepreneur", record="r", action="set", fields=fields, user="u", scope="s", saved_at=saved_at
    )
    data = wire.encode_operation(operation)
    assert b"\n" not in data
    assert wire.decode_operation(data) == operation
    assert wire.encode_operation(wire.decode_operation(data)) == data


@given(st.binary(max_size=100))
def test_noise_is_no_operation_and_no_message(noise: bytes) -> None:
    with pytest.raises(Trouble) as caught:
        wire.decode_operation(noise)
    assert caught.value.problem is Problem.OPERATION_UNREADABLE
    with pytest.raises(Trouble) as caught:
        wire.decode(noise, wire.Hello)
    assert caught.value.problem is Problem.BODY_UNREADABLE


@pytest.mark.parametrize("depth", [33, 900, 100_000])
@pytest.mark.parametrize("bracket", [b"[]", b'{"a":}'])
def test_a_document_without_bottom_is_unreadable_and_no_crash(depth: int, bracket: bytes) -> None:
    opening, closing = bracket[:-1], bracket[-1:]
    deep = golden.RUN[0].replace(b'"email":null', b'"email":' + opening * depth + b"1" + closing * depth)
    with pytest.raises(Trouble) as caught:
        wire.decode_operation(deep)
    assert caught.value.problem is Problem.OPERATION_UNREADABLE


def test_a_wide_document_is_not_a_deep_one() -> None:
    wide = golden.RUN[0].replace(b'"email":null', b'"email":[' + b"[1]," * 5000 + b"[1]]")
    assert len(wire.decode_operation(wide).fields["email"]) == 5001


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"{}", b"\xff", b'{"v":1}', b'"\\ud800"', b"[" * 100_000, b'{"seq":"one"}', b"9" * 5000],
)
def test_a_message_of_another_shape_is_unreadable(body: bytes) -> None:
    for kind in (wire.Hello, wire.HelloAnswer, wire.Answer, wire.Enrolment, State, wire.ProblemDocument):
        with pytest.raises(Trouble) as caught:
            wire.decode(body, kind)
        assert caught.value.problem is Problem.BODY_UNREADABLE


def test_a_newer_version_may_say_more_in_every_message() -> None:
    for name, message in golden.MESSAGES.items():
        more = wire.encode(message).replace(b"{", b'{"of_a_newer_version":{"x":[1]},', 1)
        assert wire.decode(more, type(message)) == message, name


def test_a_receipt_with_one_wrong_bit_is_false() -> None:
    raw = bytes(golden.RECEIPT.body)
    for place in range(len(raw)):
        spoiled = bytearray(raw)
        spoiled[place] ^= 1
        with pytest.raises(Trouble) as caught:
            wire.read_receipt(wire.Receipt(msgspec.Raw(bytes(spoiled)), golden.RECEIPT.signature), NODE.verify)
        assert caught.value.problem is Problem.RECEIPT_FALSE


@pytest.mark.parametrize("signature", [b"", b"\0" * 63, b"\0" * 64, b"\0" * 65, b"\xff" * 64])
def test_a_signature_of_any_length_is_judged_and_never_a_crash(signature: bytes) -> None:
    assert not NODE.verify(signature, b"message")
    with pytest.raises(Trouble) as caught:
        wire.read_receipt(wire.Receipt(golden.RECEIPT.body, signature), NODE.verify)
    assert caught.value.problem is Problem.RECEIPT_FALSE
    with pytest.raises(Trouble) as caught:
        wire.read_certificate(wire.Certificate(golden.CERTIFICATE.body, signature), NODE.verify)
    assert caught.value.problem is Problem.SIGNATURE_WRONG


def test_a_signature_for_one_purpose_proves_nothing_for_another() -> None:
    as_certificate = wire.Certificate(golden.RECEIPT.body, golden.RECEIPT.signature)
    with pytest.raises(Trouble) as caught:
        wire.read_certificate(as_certificate, NODE.verify)
    assert caught.value.problem is Problem.SIGNATURE_WRONG


def test_method_target_body_and_challenge_are_all_under_the_signature() -> None:
    asked = wire.request_to_sign("POST", "/v1/hello", b"body", "c1")
    others = [
        wire.request_to_sign("GET", "/v1/hello", b"body", "c1"),
        wire.request_to_sign("POST", "/v1/hello?x", b"body", "c1"),
        wire.request_to_sign("POST", "/v1/hello", b"bodY", "c1"),
        wire.request_to_sign("POST", "/v1/hello", b"body", "c2"),
    ]
    assert asked not in others
    assert len(set(others)) == 4


@given(st.binary(min_size=64, max_size=64))
def test_an_authorization_header_comes_back_whole(signature: bytes) -> None:
    header = wire.authorization("56475aa75463474c", "00ff", signature)
    assert wire.read_authorization(header) == ("56475aa75463474c", "00ff", signature)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Chasqui",
        "Chasqui ",
        "Chasqui a.b",
        "Chasqui a.b.c",
        "Chasqui a.b.00.00",
        "Bearer a.b.00",
        "a.b.00",
        "chasqui a.b.00",
        "Chasqui a.b.0",
        "Chasqui a.b.\xe9\xe9",
    ],
)  # fmt: skip - one header after the other
def test_a_header_that_is_none_of_ours_counts_as_unsigned(header: str | None) -> None:
    with pytest.raises(Trouble) as caught:
        wire.read_authorization(header)
    assert caught.value.problem is Problem.UNSIGNED


def test_keys_of_a_wrong_length_are_refused() -> None:
    for length in (0, 31, 33):
        with pytest.raises(ValueError, match="32"):
            SigningKey(bytes(length))
        with pytest.raises(ValueError, match="32"):
            VerifyingKey(bytes(length))
