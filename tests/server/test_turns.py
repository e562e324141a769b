"""Many laptops at the same moment wait for each other and none is turned away."""

from __future__ import annotations

import asyncio
import secrets
import threading
import time
from pathlib import Path

import pytest
from starlette.requests import Request

from chasqui_sync.roads.http import HttpRoad
from chasqui_sync.server.database import Database
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.turns import Turns
from tests.helpers.server import ServerProcess
from tests.helpers.storage import PARTNER, Device, record_id, states

LAPTOPS = 60
EACH = 5


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgres_url"))
    return f"sqlite:///{tmp_path / 'headquarters.db'}"


def test_a_crowd_that_knocks_at_once_is_let_in_one_after_the_other(tmp_path: Path, url: str) -> None:
    process = ServerProcess(tmp_path, url)
    process.prepare()
    database = Database(url)
    store = Storage(database, lambda: time.time_ns() // 1_000_000, secrets.token_bytes)
    laptops = [Device(store, seed, user=record_id(10**6 + seed)) for seed in range(1, LAPTOPS + 1)]
    process.start()
    gate = threading.Barrier(LAPTOPS)
    ends: list[object] = []

    def send(laptop: Device, at: int) -> None:
        road = HttpRoad(process.address, laptop.key.id, laptop.key.sign, laptop.challenge)
        for number in range(EACH):
            laptop.journal.save(laptop.operation(at * EACH + number))
        gate.wait()
        try:
            answer = road.push(laptop.journal.batch(), "")
        except BaseException as trouble:
            ends.append(trouble)
            raise
        finally:
            road.close()
        assert answer.receipt is not None
        ends.append(laptop.read(answer.receipt).upto)

    threads = [threading.Thread(target=send, args=(laptop, at)) for at, laptop in enumerate(laptops)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    process.stop()
    people = [state for state in states(store).values() if state.scope == PARTNER]
    database.close()
    assert ends == [EACH] * LAPTOPS
    assert len(people) == LAPTOPS * EACH


def _asking(length: int) -> Request:
    return Request({"type": "http", "headers": [(b"content-length", str(length).encode())]})


def test_large_bodies_wait_for_each_other_and_small_ones_for_none_of_them() -> None:
    large, small = 2**20, 2**10

    async def crowd() -> tuple[int, int]:
        turns, inside, end = Turns(), {large: 0, small: 0}, asyncio.Event()

        async def one(length: int) -> None:
            async with turns.room(_asking(length)):
                inside[length] += 1
                await end.wait()

        tasks = [asyncio.create_task(one(length)) for length in [large] * 40 + [small] * 40]
        for _ in range(5):
            await asyncio.sleep(0)
        counted = inside[large], inside[small]
        end.set()
        await asyncio.gather(*tasks)
        assert inside == {large: 40, small: 40}
        return counted

    at_once, small_ones = asyncio.run(crowd())
    assert 0 < at_once < 40
    assert small_ones == 40
