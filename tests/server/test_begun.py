"""A batch whose line is cut: what came is kept, told at the next greeting, and gone on with."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import socket
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from starlette.requests import Request
from starlette.types import Message

from chasqui_desktop.demo.gate import Gate
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.roads.http import HttpRoad
from chasqui_sync.server import intake
from chasqui_sync.server.intake import Begun
from tests.helpers.server import Laptop, ServerProcess

MOST = 1_000_000
HELLO = wire.Hello(version="0", schema=1, incarnation="1", seq=3, clock=0)


def cut_after(size: int) -> Request:
    """A request of 10,000 bytes whose line is cut after so many."""
    messages: Iterator[Message] = iter(
        [
            {"type": "http.request", "body": b"x" * size, "more_body": True},
            {"type": "http.disconnect"},
        ]
    )

    async def receive() -> Message:
        return next(messages)

    return Request({"type": "http", "headers": [(b"content-length", b"10000")]}, receive)


def cut(begun: Begun, device: str, size: int) -> None:
    with pytest.raises(Trouble) as caught:
        asyncio.run(begun.read(cut_after(size), MOST, device, 0))
    assert caught.value.problem is Problem.BODY_UNREADABLE


def test_of_many_cut_batches_the_oldest_are_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_KEPT", 12_000)
    begun = Begun()
    for device in ("a", "b", "c"):
        cut(begun, device, 5000)
    assert begun.told("a") is None
    for device in ("b", "c"):
        assert begun.told(device) == (5000, hashlib.sha256(b"x" * 5000).hexdigest())


def test_a_name_that_sends_next_to_nothing_takes_no_room() -> None:
    begun = Begun()
    cut(begun, "a", 100)
    assert begun.told("a") is None


def test_more_than_came_cannot_be_gone_on_with() -> None:
    begun = Begun()
    cut(begun, "a", 5000)
    with pytest.raises(Trouble) as caught:
        asyncio.run(begun.read(cut_after(1), MOST, "a", 5001))
    assert caught.value.problem is Problem.BODY_UNREADABLE


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    """A laptop with a large batch to send; its address leads through a line that can be cut."""
    process = ServerProcess(tmp_path)
    process.prepare()
    process.start()
    laptop = process.enrolled("Milagros Torres", b"\x05" * 32)
    for number in range(3):
        noise = {"notes": secrets.token_hex(60_000)}
        laptop.journal.save(laptop.operation(laptop.record(number), kind="weather", fields=noise))
    yield laptop
    laptop.close()
    process.stop()


def test_a_batch_cut_by_the_line_goes_on_where_it_was_and_is_one_batch(laptop: Laptop) -> None:
    gate = Gate(("127.0.0.1", int(laptop.address.rpartition(":")[2])), lambda sent, _: cut_at(sent))
    places = [90_000, 40_000]

    def cut_at(sent: int) -> None:
        if places and sent > places[-1]:
            places.pop()
            gate.down()

    gate.up()
    road = HttpRoad(f"http://127.0.0.1:{gate.port}", laptop.key.id, laptop.key.sign, laptop.challenge)
    batch = laptop.journal.batch()
    came = 0
    for _ in range(2):
        with pytest.raises(Trouble):
            road.push(batch, None, begun=came)
        gate.up()
        told = road.hello(HELLO).begun
        assert told is not None
        size, digest = told
        assert came < size < len(batch)
        assert digest == hashlib.sha256(batch[:size]).hexdigest()
        came = size
    sent = gate.sent
    answer = road.push(batch, None, begun=came)
    assert gate.sent - sent < len(batch) - came + 1000
    assert answer.receipt is not None
    assert wire.decode(bytes(answer.receipt.body), wire.ReceiptBody).upto == 3
    assert road.hello(HELLO).begun is None
    road.close()
    gate.close()


def test_all_that_came_before_the_cut_counts_whoever_is_told_of_the_cut_first(laptop: Laptop) -> None:
    road = HttpRoad(laptop.address, laptop.key.id, laptop.key.sign, laptop.challenge)
    batch = laptop.journal.batch()
    for size in range(5_000, 100_000, 4_999):
        send_and_hang_up(laptop, len(batch), batch[:size])
        assert digest_kept(road, size) == hashlib.sha256(batch[:size]).hexdigest()
    road.close()


def digest_kept(road: HttpRoad, size: int) -> str:
    """Give the digest of the beginning that is kept, once it has so many bytes."""
    end = monotonic() + 20
    while True:
        told = road.hello(HELLO).begun
        if told is not None and told[0] == size:
            return told[1]
        assert monotonic() < end, f"{told and told[0]} of the {size} bytes that came are kept"


def send_and_hang_up(laptop: Laptop, length: int, beginning: bytes) -> None:
    """Send the head of a request with a batch and the batch's beginning, packet by packet, and go."""
    host, port = laptop.address.removeprefix("http://").split(":")
    head = "".join(f"{name}: {value}\r\n" for name, value in laptop.signed("POST", "/v1/batches").items())
    begin = f"POST /v1/batches HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n{head}\r\n".encode()
    with socket.create_connection((host, int(port))) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.sendall(begin)
        for at in range(0, len(beginning), 1400):
            line.sendall(beginning[at : at + 1400])


def test_a_beginning_that_somebody_else_sent_in_this_laptops_name_harms_nothing(laptop: Laptop) -> None:
    road = HttpRoad(laptop.address, laptop.key.id, laptop.key.sign, laptop.challenge)
    batch = laptop.journal.batch()
    spoilt = bytes([batch[0] ^ 1]) + batch[1:]
    begun = 50_000
    send_and_hang_up(laptop, len(batch), spoilt[:begun])
    digest = hashlib.sha256(batch[:begun]).hexdigest()
    assert digest_kept(road, begun) != digest, "so the laptop does not go on with it"
    with pytest.raises(Trouble):
        road.push(batch, None, begun=begun)
    assert road.push(batch, None).receipt is not None
    road.close()
