from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from unittest.mock import patch

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from chasqui_desktop.tasks import Lane


@pytest.fixture
def errors() -> list[BaseException]:
    return []


@pytest.fixture
def lane(qtbot: QtBot, errors: list[BaseException]) -> Iterator[Lane]:
    parent = QObject()
    yield Lane("test", errors.append, parent)
    parent.deleteLater()


def test_work_runs_off_the_gui_thread_and_its_result_comes_back_to_it(lane: Lane, qtbot: QtBot) -> None:
    gui, seen = threading.get_ident(), []
    lane.ask(threading.get_ident, lambda worker: seen.extend([worker, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[0] != gui
    assert seen[1] == gui
    assert QThread.currentThread() is lane.thread()
    lane.close()


def test_calls_are_done_one_after_the_other_in_the_order_asked(lane: Lane, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(200):
        lane.ask(lambda number=number: number, seen.append)  # type: ignore[misc]  # mypy cannot type the default
    qtbot.waitUntil(lambda: len(seen) == 200)
    assert seen == list(range(200))
    lane.close()


def test_an_answer_that_is_there_at_once_still_waits_its_turn(lane: Lane, qtbot: QtBot) -> None:
    seen: list[str] = []
    lane.ask(lambda: "first", seen.append)
    lane.call(lambda: None)  # by now the first answer is on its way
    at_once: Future[str] = Future()
    at_once.set_result("second")
    with patch.object(lane._executor, "submit", return_value=at_once):
        lane.ask(lambda: "second", seen.append)
    assert seen == [], "nobody is answered before the asking is over"
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["first", "second"]
    lane.close()


def test_an_exception_goes_to_the_one_who_asked_or_else_to_the_lane_s_owner(
    lane: Lane, qtbot: QtBot, errors: list[BaseException]
) -> None:
    mine: list[BaseException] = []

    def fail() -> None:
        raise KeyError("x")

    lane.ask(fail, failed=mine.append)
    lane.ask(fail)
    qtbot.waitUntil(lambda: len(mine) == 1 and len(errors) == 1)
    assert isinstance(mine[0], KeyError)
    assert isinstance(errors[0], KeyError)
    lane.close()


def test_closing_finishes_what_was_asked_and_answers_nobody_afterwards(lane: Lane, qtbot: QtBot) -> None:
    started, go = threading.Event(), threading.Event()
    done: list[str] = []
    answered: list[object] = []

    def work() -> None:
        started.set()
        go.wait(5)
        done.append("worked")

    lane.ask(work, answered.append)
    qtbot.waitUntil(started.is_set)
    go.set()
    lane.close()
    lane.ask(work, answered.append)
    assert done == ["worked"]
    assert answered == []
