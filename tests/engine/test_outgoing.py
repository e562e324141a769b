"""Batches on their way: made ready while the one before travels, gone on with where the line was cut."""

from __future__ import annotations

import threading

import pytest

from chasqui_sync import wire
from chasqui_sync.ahead import InAThread
from chasqui_sync.core.problems import Trouble
from chasqui_sync.sides import Run
from tests.engine.laptops import Laptop
from tests.engine.test_engine import headquarters, settled


def test_a_batch_whose_line_was_cut_goes_on_where_it_was_however_often_it_is_cut() -> None:
    laptop = Laptop(headquarters())
    laptop.register(64)
    laptop.road.faults("ok", "half", "ok", "half", "ok")
    for _ in range(2):
        with pytest.raises(Trouble):
            laptop.round()
        assert laptop.store.receipted == 0
    laptop.round()
    settled(laptop)
    whole, half, quarter = laptop.road.travelled
    assert [header.count for header in laptop.road.batches] == [64, 64, 64]
    assert (half, quarter) == (whole - whole // 2, whole - (whole // 2 + whole) // 2)


def test_what_came_of_a_batch_that_is_not_this_laptops_last_one_is_left_alone() -> None:
    laptop = Laptop(headquarters())
    laptop.register(64)
    laptop.road.faults("ok", "half")
    with pytest.raises(Trouble):
        laptop.round()
    laptop.road.begun = b"of another batch"
    laptop.round()
    settled(laptop)
    assert [header.count for header in laptop.road.batches] == [64, 32, 32], "again from its beginning, and less"


def test_a_laptop_started_anew_sends_a_cut_batch_from_its_beginning() -> None:
    laptop = Laptop(headquarters())
    laptop.register(64)
    laptop.road.faults("ok", "half")
    with pytest.raises(Trouble):
        laptop.round()
    laptop.engine = laptop.started()
    laptop.round()
    settled(laptop)
    assert laptop.road.travelled[0] == laptop.road.travelled[1]


def test_the_next_batch_is_made_ready_while_the_last_one_travels_and_nothing_counts_without_its_receipt() -> None:
    laptop = Laptop(headquarters())
    laptop.register(300)
    laptop.engine.ask_ahead(InAThread)
    push, cut, ready = laptop.road.push, laptop.store.run_after, threading.Semaphore(0)

    def push_once_the_next_is_ready(batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        if after is None:
            assert ready.acquire(timeout=30), "the batch on its way"
            assert ready.acquire(timeout=30), "the one that follows it"
            ready.release()
        header = wire.read_batch(batch).header
        assert laptop.store.receipted == header.first - 1
        return push(batch, after, begun=begun)

    def cut_and_tell(incarnation: str, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        run = cut(incarnation, seq, most_operations, most_bytes)
        ready.release()
        return run

    laptop.road.push = push_once_the_next_is_ready  # type: ignore[method-assign]  # watched
    laptop.store.run_after = cut_and_tell  # type: ignore[method-assign]  # watched
    laptop.round()
    settled(laptop)
    assert [header.count for header in laptop.road.batches] == [64, 128, 108]


def test_a_batch_made_ready_for_a_quick_line_is_made_anew_once_the_line_was_slow() -> None:
    laptop = Laptop(headquarters())
    laptop.seconds = 4.0
    laptop.register(200)
    laptop.round()
    settled(laptop)
    assert [header.count for header in laptop.road.batches] == [64, 64, 64, 8]


def test_what_is_saved_while_a_batch_travels_is_sent_too() -> None:
    laptop = Laptop(headquarters())
    laptop.register(100)
    push = laptop.road.push

    def push_and_save(batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        if wire.read_batch(batch).header.first == 1:
            laptop.register(3)
        return push(batch, after, begun=begun)

    laptop.road.push = push_and_save  # type: ignore[method-assign]  # saves meanwhile
    laptop.round()
    settled(laptop)
    assert laptop.store.receipted == 103


def test_a_cut_that_cost_nothing_makes_no_batch_smaller() -> None:
    laptop = Laptop(headquarters())
    laptop.register(192)
    laptop.road.faults("ok", "half")
    with pytest.raises(Trouble):
        laptop.round()
    laptop.round()
    settled(laptop)
    assert [header.count for header in laptop.road.batches] == [64, 64, 64, 64]
