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

    def push(self, batch: bytes, after: str | None) -> wire.Answer:
        return self._carry(lambda: self._road.push(batch, after))

    def fetch(self, after: str, *, whole: bool = False) -> wire.Answer:
        self._arrived()
        return self._carry(lambda: self._road.fetch(after, whole=whole))

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
