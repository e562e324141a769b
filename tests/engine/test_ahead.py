"""The page after the one that is being stored: asked for early, alone on the road, let go when not wanted."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from chasqui_sync import wire
from chasqui_sync.ahead import InAThread
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.sides import Road
from tests.engine.laptops import NODE, Laptop
from tests.helpers.reference_headquarters import ReferenceHeadquarters


class Counting:
    """A road that knows how many requests it carries at once, and waits in each for what the test says."""

    def __init__(self, road: Road, arrived: Callable[[], object]) -> None:
        self.at_once = self.most = 0
        self._road, self._arrived = road, arrived

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        return self._carry(lambda: self._road.hello(hello))

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        return self._carry(lambda: self._road.push(batch, after, begun=begun))

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        self._arrived()
        return self._carry(lambda: self._road.fetch(after, whole=whole, most=most))

    def _carry(self, ask: Callable[[], wire.T]) -> wire.T:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        try:
            return ask()
        finally:
            self.at_once -= 1


def test_the_next_page_is_asked_for_while_the_last_is_stored_and_never_two_requests_at_once() -> None:
    office = ReferenceHeadquarters(NODE, page_size=3)
    writer, reader = Laptop(office, 1), Laptop(office, 2)
    writer.register(20)
    writer.rounds_until_quiet()
    asked = threading.Semaphore(0)
    reader.road = road = Counting(reader.road, asked.release)  # type: ignore[assignment]  # a road too
    take = reader.store.take_answer

    def take_slowly(receipt: Any, raw: bytes, page: wire.Page | None, *others: Any) -> int:
        if page is not None:
            assert asked.acquire(timeout=30), "the request that brought this page"
            if not page.complete:
                assert asked.acquire(timeout=30), "the next one is on its way before this one is stored"
                asked.release()
        return take(receipt, raw, page, *others)

    reader.store.take_answer = take_slowly  # type: ignore[method-assign,assignment]  # watched
    reader.engine = reader.started()
    reader.engine.ask_ahead(InAThread)
    reader.engine.round(reader.reports.append, lambda: False)
    assert reader.store.states == office.memory.states
    assert len(office.memory.states) == 20
    assert road.most == 1


def test_a_page_asked_for_ahead_is_let_go_when_the_last_one_could_not_be_stored() -> None:
    office = ReferenceHeadquarters(NODE, page_size=3)
    writer, reader = Laptop(office, 1), Laptop(office, 2)
    writer.register(20)
    writer.rounds_until_quiet()
    reader.engine.ask_ahead(InAThread)
    take = reader.store.take_answer

    def full(receipt: Any, raw: bytes, page: wire.Page | None, *others: Any) -> int:
        if page is not None:
            raise Trouble(Problem.DISK_FULL)
        return take(receipt, raw, page, *others)

    reader.store.take_answer = full  # type: ignore[method-assign,assignment]  # a full disk
    with pytest.raises(Trouble):
        reader.round()
    reader.store.take_answer = take  # type: ignore[method-assign]  # room again
    reader.round()
    assert reader.store.states == office.memory.states
    assert len(office.memory.states) == 20


class Noting:
    """A road that notes how many records each page was asked for."""

    def __init__(self, road: Road) -> None:
        self.asked: list[int | None] = []
        self.fails = False
        self._road = road
        self.hello, self.push = road.hello, road.push

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        self.asked.append(most)
        if self.fails:
            raise Trouble(Problem.LINE_DOWN)
        return self._road.fetch(after, whole=whole, most=most)


def test_pages_grow_on_a_quick_line_and_a_page_that_did_not_come_is_asked_for_by_half() -> None:
    office = ReferenceHeadquarters(NODE, page_size=1000)
    writer, reader = Laptop(office, 1), Laptop(office, 2)
    writer.register(500)
    writer.rounds_until_quiet()
    reader.road = road = Noting(reader.road)  # type: ignore[assignment]  # a road too
    reader.engine = reader.started()
    reader.round()
    assert road.asked == [64, 128, 256, 512]
    assert reader.store.states == office.memory.states
    road.fails = True
    for _ in range(3):
        with pytest.raises(Trouble):
            reader.round()
    road.fails = False
    reader.round()
    assert road.asked[4:] == [512, 256, 128, 64]


def test_on_a_slow_line_pages_shrink_but_never_to_single_records() -> None:
    office = ReferenceHeadquarters(NODE, page_size=1000)
    writer, reader = Laptop(office, 1), Laptop(office, 2)
    writer.register(200)
    writer.rounds_until_quiet()
    reader.seconds = 6.0
    reader.road = road = Noting(reader.road)  # type: ignore[assignment]  # a road too
    reader.engine = reader.started()
    reader.round()
    assert road.asked == [64, 32, 32, 32, 32, 32]
    assert reader.store.states == office.memory.states
