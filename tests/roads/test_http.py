"""The road over HTTP against a real socket that answers well, badly, late or never."""

from __future__ import annotations

import hashlib
import http.client
import socket
from collections.abc import Callable

import pytest

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.roads.http import HttpRoad, enrol
from chasqui_sync.signing import VerifyingKey
from tests.roads.answering import Answering, Cut, chunked, reply, trouble_of
from tests.wire.golden_messages import ANSWER, DEVICE, HELLO, HELLO_ANSWER, MESSAGES

Start = Callable[..., Answering]
Go = Callable[..., HttpRoad]
GREETING = wire.encode(HELLO_ANSWER)
FRAME = wire.deflate(wire.encode(ANSWER))
VERIFIER = VerifyingKey(DEVICE.public)


def problem_reply(problem: Problem, challenge: str | None = None, **arguments: object) -> bytes:
    """A problem document as the server writes it."""
    body = wire.encode(wire.problem_document(problem, arguments))
    return reply(body, f"{problem.status} Whatever", challenge, Content_Type=wire.PROBLEM_TYPE)


def test_three_requests_travel_over_one_connection_each_signed_over_the_last_challenge(
    answering: Start, road_to: Go
) -> None:
    bodies = iter([GREETING, FRAME, FRAME])
    challenges = iter(["c1", "c2", "c3"])
    server = answering(lambda _: reply(next(bodies), challenge=next(challenges)))
    road = road_to(server.address, challenge="c0")
    assert road.hello(HELLO) == HELLO_ANSWER
    assert road.push(b"batch", "e1.42/ñ&x=1") == ANSWER
    assert road.fetch("") == ANSWER
    assert road.challenge == "c3"
    assert server.connections == 1
    targets = [(request.method, request.target, request.body) for request in server.requests]
    assert targets == [
        ("POST", "/v1/hello", wire.encode(HELLO)),
        ("POST", "/v1/batches?after=e1.42%2F%C3%B1%26x%3D1&echo=1", b"batch"),
        ("GET", "/v1/records?after=&echo=1", b""),
    ]
    for request, signed_over in zip(server.requests, ("c0", "c1", "c2"), strict=True):
        device, challenge, signature = wire.read_authorization(request.headers["authorization"])
        assert (device, challenge) == (DEVICE.id, signed_over)
        asked = wire.request_to_sign(request.method, request.target, request.body, challenge)
        assert VERIFIER.verify(signature, asked)


def test_a_request_says_no_more_than_it_must_and_leaves_in_one_piece(
    answering: Start, road_to: Go, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces: list[bytes] = []
    send = http.client.HTTPConnection.send

    def counted(connection: http.client.HTTPConnection, data: bytes) -> None:
        pieces.append(data)
        send(connection, data)

    monkeypatch.setattr(http.client.HTTPConnection, "send", counted)
    server = answering(lambda _: reply(FRAME, challenge="c"))
    road = road_to(server.address)
    road.push(b"batch", None)
    road.fetch("")
    assert len(pieces) == 2
    assert road.carried == sum(map(len, pieces)) + 2 * len(reply(FRAME, challenge="c"))
    assert [sorted(request.headers) for request in server.requests] == [
        ["authorization", "content-length", "content-type", "host"],
        ["authorization", "host"],
    ]


def test_an_answer_in_chunks_is_read_whole_and_keeps_the_connection(answering: Start, road_to: Go) -> None:
    server = answering(lambda _: chunked(FRAME[:10], FRAME[10:]))
    road = road_to(server.address)
    assert [road.fetch(""), road.fetch("")] == [ANSWER, ANSWER]
    assert server.connections == 1


@pytest.mark.parametrize("problem", [Problem.CHALLENGE_USED, Problem.UNSIGNED])
def test_a_stale_challenge_is_replaced_and_asked_again_once(answering: Start, road_to: Go, problem: Problem) -> None:
    answers = iter([problem_reply(problem, "fresh"), reply(GREETING, challenge="next")])
    server = answering(lambda _: next(answers))
    road = road_to(server.address, challenge="stale")
    assert road.hello(HELLO) == HELLO_ANSWER
    assert road.challenge == "next"
    over = [wire.read_authorization(request.headers["authorization"])[1] for request in server.requests]
    assert over == ["stale", "fresh"]


def test_a_challenge_that_is_never_right_is_asked_again_only_a_few_times(answering: Start, road_to: Go) -> None:
    fresh = iter("abcdefgh")
    server = answering(lambda _: problem_reply(Problem.CHALLENGE_USED, next(fresh)))
    road = road_to(server.address, challenge="stale")
    assert trouble_of(lambda: road.fetch("")).problem is Problem.CHALLENGE_USED
    assert len(server.requests) == 4


@pytest.mark.parametrize("challenge", [None, "same"])
def test_without_a_new_challenge_nothing_is_asked_again(answering: Start, road_to: Go, challenge: str | None) -> None:
    server = answering(lambda _: problem_reply(Problem.CHALLENGE_USED, challenge))
    road = road_to(server.address, challenge="same")
    assert trouble_of(lambda: road.fetch("")).problem is Problem.CHALLENGE_USED
    assert len(server.requests) == 1


def test_other_refusals_are_not_asked_again_but_their_challenge_is_kept(answering: Start, road_to: Go) -> None:
    server = answering(lambda _: problem_reply(Problem.BATCH_GAP, "next", expected=4))
    road = road_to(server.address, challenge="c0")
    trouble = trouble_of(lambda: road.push(b"batch", None))
    assert (trouble.problem, trouble.arguments) == (Problem.BATCH_GAP, {"expected": 4})
    assert road.challenge == "next"
    assert [request.target for request in server.requests] == ["/v1/batches"]


@pytest.mark.parametrize("status", ["200 OK", "401 Unauthorized"])
def test_an_answer_cut_at_any_byte_is_a_line_down_and_never_believed(
    answering: Start, road_to: Go, status: str
) -> None:
    body = FRAME if status.startswith("200") else wire.encode(wire.problem_document(Problem.CHALLENGE_USED, {}))
    whole = reply(body, status, "next")
    length = 0
    server = answering(lambda _: Cut(whole[:length]))
    road = road_to(server.address, challenge="kept")
    for length in range(len(whole)):
        assert trouble_of(lambda: road.fetch("")).problem is Problem.LINE_DOWN, length
        assert road.challenge == "kept", length
    assert len(server.requests) == len(whole)


def test_an_answer_in_chunks_cut_at_any_byte_is_never_half_believed(answering: Start, road_to: Go) -> None:
    whole = chunked(FRAME[:200], FRAME[200:])
    end = len(whole) - len(b"0\r\n\r\n")
    length = 0
    server = answering(lambda _: Cut(whole[:length]))
    road = road_to(server.address)
    for length in range(end):
        assert trouble_of(lambda: road.fetch("")).problem is Problem.LINE_DOWN, length


def test_a_greeting_without_a_length_is_not_believed(answering: Start, road_to: Go) -> None:
    server = answering(lambda _: Cut(b"HTTP/1.0 200 OK\r\n\r\n" + GREETING))
    assert trouble_of(lambda: road_to(server.address).hello(HELLO)).problem is Problem.LINE_DOWN


def test_a_refused_connection_is_a_line_down(road_to: Go) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert trouble_of(lambda: road_to(f"http://127.0.0.1:{port}").fetch("")).problem is Problem.LINE_DOWN


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("418 Teapot", wire.encode(MESSAGES["problem-plain"]).replace(b"301", b"999")),
        ("500 Oops", b"<html>"),
        ("502 Bad Gateway", b""),
        ("503 Busy", b"[" * 100_000),
        ("204 No Content", b""),
        ("400 Bad", b'{"type":"about:blank","title":"x","status":400}'),
    ],
)
def test_what_is_no_problem_of_ours_is_the_trouble_of_something_between(
    answering: Start, road_to: Go, status: str, body: bytes
) -> None:
    server = answering(lambda _: reply(body, status))
    trouble = trouble_of(lambda: road_to(server.address).fetch(""))
    assert trouble.problem is Problem.HEADQUARTERS_TROUBLE


@pytest.mark.parametrize("problem", [problem for problem in Problem if problem.status])
def test_each_problem_that_travels_is_known_by_its_number(answering: Start, road_to: Go, problem: Problem) -> None:
    server = answering(lambda _: problem_reply(problem, most=7))
    trouble = trouble_of(lambda: road_to(server.address, challenge="c").fetch(""))
    assert (trouble.problem, trouble.arguments) == (problem, {"most": 7})


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", GREETING, FRAME[:-1], FRAME + b"x", FRAME + FRAME, wire.deflate(b"{}"), wire.deflate(b"[" * 9999)],
)
def test_a_whole_answer_of_another_shape_is_unreadable(answering: Start, road_to: Go, body: bytes) -> None:
    server = answering(lambda _: reply(body))
    assert trouble_of(lambda: road_to(server.address).fetch("")).problem is Problem.ANSWER_UNREADABLE


def test_enrolment_hands_in_code_and_key_unsigned_and_reads_the_certificate(answering: Start) -> None:
    expected = MESSAGES["enrolment-answer"]
    server = answering(lambda _: reply(wire.encode(expected)))
    assert enrol(server.address, "7KQ4", DEVICE.public) == expected
    (request,) = server.requests
    assert (request.method, request.target) == ("POST", "/v1/enrol")
    assert wire.decode(request.body, wire.Enrolment) == wire.Enrolment(code="7KQ4", key=DEVICE.public)
    assert "authorization" not in request.headers


def test_a_wrong_enrolment_code_is_said_by_number(answering: Start) -> None:
    server = answering(lambda _: problem_reply(Problem.ENROLMENT_CODE))
    assert trouble_of(lambda: enrol(server.address, "7KQ4", DEVICE.public)).problem is Problem.ENROLMENT_CODE


def test_what_is_sent_is_what_was_signed_for_a_large_batch_too(answering: Start, road_to: Go) -> None:
    batch = bytes(range(256)) * 8000
    server = answering(lambda _: reply(FRAME))
    road_to(server.address).push(batch, None)
    assert hashlib.sha256(server.requests[0].body).digest() == hashlib.sha256(batch).digest()
