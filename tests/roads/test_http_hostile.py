"""The road over HTTP among captive portals, hostile surroundings, endless and hanging answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.roads import line
from chasqui_sync.roads.http import HttpRoad, enrol, safe_address
from tests.roads.answering import Answering, Request, reply, trouble_of
from tests.wire.golden_messages import DEVICE, FRAMES, HELLO, HELLO_ANSWER

Start = Callable[..., Answering]
Go = Callable[..., HttpRoad]
GREETING = wire.encode(HELLO_ANSWER)
FRAME = FRAMES["answer.zst"]()


def test_a_redirect_is_not_followed(answering: Start, road_to: Go) -> None:
    elsewhere = answering(lambda _: reply(FRAME))
    portal = answering(lambda _: reply(b"sign in here", "302 Found", Location=elsewhere.address + "/v1/records"))
    trouble = trouble_of(lambda: road_to(portal.address).fetch(""))
    assert (trouble.problem, trouble.arguments) == (Problem.HEADQUARTERS_TROUBLE, {"status": 302})
    assert elsewhere.connections == 0
    assert len(portal.requests) == 1


def test_the_body_of_a_redirect_is_bounded_too(answering: Start, road_to: Go, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "_LONGEST_ANSWER", 1000)
    portal = answering(lambda _: reply(b"x" * 2000, "302 Found", Location="/elsewhere"))
    assert trouble_of(lambda: road_to(portal.address).fetch("")).problem is Problem.ANSWER_UNREADABLE


def test_proxies_and_bundles_of_the_environment_are_not_believed(
    answering: Start, road_to: Go, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = answering(lambda _: reply(GREETING))
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, hostile.address)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, "/nowhere/hostile.pem")
    server = answering(lambda _: reply(GREETING))
    assert road_to(server.address).hello(HELLO) == HELLO_ANSWER
    assert trouble_of(lambda: enrol(server.address, "code", DEVICE.public)).problem is Problem.ANSWER_UNREADABLE
    assert len(server.requests) == 2
    assert hostile.connections == 0


def test_cookies_are_not_kept(answering: Start, road_to: Go) -> None:
    server = answering(lambda _: reply(GREETING, Set_Cookie="portal=1; Path=/"))
    road = road_to(server.address)
    road.hello(HELLO)
    road.hello(HELLO)
    assert all("cookie" not in request.headers for request in server.requests)


@pytest.mark.parametrize(
    "address",
    [
        "http://sede.example",
        "http://10.0.0.5:8000",
        "http://0.0.0.0",
        "http://127.0.0.1.example",
        "http://[fe80::1]",
        "http://user@127.0.0.1",
        "http://:secret@127.0.0.1",
        "https://user:pw@sede.example",
        "ftp://sede.example",
        "https://",
        "",
        "   ",
        "http://[::1",
        "http://127.0.0.1:port",
        "https://sede.example:99999",
        "file:///etc",
        "http://localhost.example",
        "http://127.0.0.1\\@evil.example",
        "http://evil.example#@localhost",
    ],
)  # fmt: skip - one address after the other
def test_an_unsafe_address_is_refused_before_a_byte_is_sent(address: str) -> None:
    assert trouble_of(lambda: safe_address(address)).problem is Problem.ADDRESS_UNSAFE
    assert trouble_of(lambda: HttpRoad(address, DEVICE.id, DEVICE.sign)).problem is Problem.ADDRESS_UNSAFE
    assert trouble_of(lambda: enrol(address, "code", DEVICE.public)).problem is Problem.ADDRESS_UNSAFE


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("sede.example", "https://sede.example"),
        (" https://sede.example/ ", "https://sede.example"),
        ("sede.example:8443", "https://sede.example:8443"),
        ("https://sede.example/chasqui/", "https://sede.example/chasqui"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, address: str) -> None:
    assert safe_address(typed) == address


def test_an_answer_too_large_is_dropped_while_it_comes(
    answering: Start, road_to: Go, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line, "_LONGEST_ANSWER", 1_000_000)
    sent = 0

    def endless(_: Request) -> Iterator[bytes]:
        nonlocal sent
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n"
        while True:
            sent += 100_000
            yield b"x" * 100_000

    server = answering(endless)
    road = road_to(server.address)
    assert trouble_of(lambda: road.fetch("")).problem is Problem.ANSWER_UNREADABLE
    road.close()
    server.close()
    assert sent < 50_000_000


def test_a_slow_drip_ends_at_the_deadline_though_it_is_never_silent(answering: Start, road_to: Go) -> None:
    seconds = iter(range(0, 1_000_000, 10))
    released = threading.Event()

    def drip(_: Request) -> Iterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nx"
        released.wait(30)

    server = answering(drip)
    road = road_to(server.address, deadline=5.0, stopwatch=lambda: float(next(seconds)))
    try:
        # one byte of 100,000 is enough to look at the stopwatch: nothing waits for a whole piece
        assert trouble_of(lambda: road.fetch("")).problem is Problem.ANSWER_SLOW
    finally:
        released.set()


@pytest.mark.parametrize("before", [b"", b"HTTP/1.1 200 OK\r\nContent-", reply(b"x" * 100)[:-50]])
def test_cancel_from_another_thread_ends_a_hanging_request(answering: Start, road_to: Go, before: bytes) -> None:
    arrived, released = threading.Event(), threading.Event()

    def hang(_: Request) -> Iterator[bytes]:
        yield before
        arrived.set()
        released.wait(30)

    server = answering(hang)
    road = road_to(server.address)
    ended: list[Problem] = []
    asking = threading.Thread(target=lambda: ended.append(trouble_of(lambda: road.fetch("")).problem))
    asking.start()
    try:
        assert arrived.wait(10)
        road.cancel()
        asking.join(5)
        assert ended == [Problem.LINE_DOWN]
    finally:
        released.set()
        asking.join(60)


def test_cancel_with_nothing_under_way_harms_nothing(answering: Start, road_to: Go) -> None:
    server = answering(lambda _: reply(GREETING))
    road = road_to(server.address)
    road.cancel()
    assert road.hello(HELLO) == HELLO_ANSWER
    road.cancel()
    assert road.hello(HELLO) == HELLO_ANSWER
    road.close()
    road.cancel()
