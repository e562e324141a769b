from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from chasqui_desktop.courier import Courier
from chasqui_desktop.line_state import Happening, Line, LineState, Outcome
from chasqui_desktop.mobile_day import MobileDay
from chasqui_desktop.tasks import Lane
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.engine import Progress
from chasqui_sync.pace import Backoff


class Rounds:
    """A double for the engine's faults: each round does what the script says next."""

    def __init__(self) -> None:
        self.clock_offset: int | None = None
        self.script: list[Progress | BaseException] = []
        self.ask: Callable[[Callable[[], bool]], None] = lambda _stopped: None
        """Called in each round with what tells it to end."""
        self.rounds = 0
        self.go = threading.Event()
        self.go.set()

    def round(self, report: Callable[[Progress], None], stopped: Callable[[], bool]) -> Progress:
        self.rounds += 1
        self.go.wait(5)
        self.ask(stopped)
        step = self.script.pop(0) if self.script else Progress(0, 0, 0, 0)
        if isinstance(step, BaseException):
            raise step
        report(step)
        return step


class Watched:
    def __init__(self, lane: Lane, rounds: Rounds, parent: QObject) -> None:
        self.rounds = rounds
        self.seconds = 0.0
        self.most: int | None = None
        self.day = MobileDay(None, lambda: self.most, lambda: True, lambda: datetime.now(UTC).date())
        self.courier = Courier(
            lane, rounds, Backoff(lambda: 0.5), lambda: datetime.now(UTC), lambda: self.seconds, self.day, parent
        )
        self.lines: list[LineState] = []
        self.happenings: list[Happening] = []
        self.bugs: list[BaseException] = []
        self.courier.line_changed.connect(self.lines.append)
        self.courier.happened.connect(self.happenings.append)
        self.courier.failed.connect(self.bugs.append)

    def is_at(self, line: Line) -> bool:
        return self.courier.state.line is line


@pytest.fixture
def watched(qtbot: QtBot) -> Iterator[Watched]:
    parent = QObject()
    lane = Lane("line", lambda error: pytest.fail(repr(error)), parent)
    watched = Watched(lane, Rounds(), parent)
    yield watched
    watched.courier.stop()
    watched.rounds.go.set()
    lane.close()


def test_a_round_that_sends_is_said_while_it_runs_and_when_it_is_done(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.script = [Progress(3, 3, 900, 0)]
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.is_at(Line.CONNECTED))
    assert [state.line for state in watched.lines] == [Line.SENDING, Line.CONNECTED]
    assert [(each.outcome, each.count) for each in watched.happenings] == [(Outcome.ARRIVED, 3)]


def test_what_is_left_is_reckoned_from_what_this_round_has_sent(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.go.clear()
    watched.rounds.script = [Progress(40, 100, 8_000, 0)]
    watched.courier.try_now()
    watched.seconds = 20.0
    watched.rounds.go.set()
    qtbot.waitUntil(lambda: watched.is_at(Line.CONNECTED))
    [sending] = [state for state in watched.lines if state.line is Line.SENDING]
    assert (sending.bytes_total, sending.seconds_left) == (20_000, 30)


def test_before_anything_has_arrived_no_time_is_promised(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.script = [Progress(0, 100, 8_000, 0)]
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.is_at(Line.CONNECTED))
    [sending] = [state for state in watched.lines if state.line is Line.SENDING]
    assert (sending.bytes_total, sending.seconds_left) == (None, None)


def test_a_dead_line_is_tried_again_later_and_says_when(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.script = [Trouble(Problem.LINE_DOWN), Trouble(Problem.LINE_DOWN)]
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.courier.state.next_try is not None)
    first = watched.courier.state
    assert first.line is Line.OFFLINE
    qtbot.waitUntil(lambda: watched.rounds.rounds == 2 and watched.courier.state != first)
    assert watched.courier.state.since == first.since, "offline since the first failure, not the latest"
    qtbot.waitUntil(lambda: watched.is_at(Line.CONNECTED), timeout=15_000)
    assert watched.rounds.rounds == 3


def test_trouble_at_headquarters_is_not_called_a_dead_line(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.script = [Trouble(Problem.HEADQUARTERS_TROUBLE, status=500)]
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.is_at(Line.TROUBLE))
    assert watched.bugs == []


def test_a_bug_is_reported_as_one_and_the_courier_goes_on(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.script = [ZeroDivisionError()]
    watched.courier.try_now()
    qtbot.waitUntil(lambda: len(watched.bugs) == 1)
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.is_at(Line.CONNECTED))


def test_a_save_during_a_round_is_followed_by_another_round(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.go.clear()
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.rounds.rounds == 1)
    watched.courier.saved()
    watched.rounds.go.set()
    qtbot.waitUntil(lambda: watched.rounds.rounds == 2)


def test_a_save_while_the_line_is_dead_does_not_knock_again(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.script = [Trouble(Problem.LINE_DOWN)]
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.courier.state.next_try is not None)
    waiting = watched.courier.state
    watched.courier.saved()
    assert watched.courier.state == waiting
    assert watched.rounds.rounds == 1


def test_a_pause_holds_until_it_is_lifted(watched: Watched, qtbot: QtBot) -> None:
    watched.courier.pause()
    watched.courier.try_now()
    watched.courier.saved()
    assert watched.is_at(Line.PAUSED)
    watched.courier.resume()
    qtbot.waitUntil(lambda: watched.rounds.rounds == 1 and watched.is_at(Line.CONNECTED))


def test_a_wrong_clock_is_said_once_the_round_is_done(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.clock_offset = 3_600_000
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.is_at(Line.CLOCK))


def test_past_what_a_day_may_cost_nothing_starts_by_itself_but_what_is_asked_for_does(
    watched: Watched, qtbot: QtBot
) -> None:
    watched.most = 1000
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.is_at(Line.CONNECTED))
    watched.day.carried(1000)
    watched.courier.saved()
    qtbot.waitUntil(lambda: watched.is_at(Line.USED_UP))
    assert watched.rounds.rounds == 1
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.rounds.rounds == 2)
    qtbot.waitUntil(lambda: not watched.courier._under_way)
    assert watched.is_at(Line.USED_UP)
    watched.most = None
    watched.courier.came_back()
    qtbot.waitUntil(lambda: watched.is_at(Line.CONNECTED))


def test_a_round_by_itself_ends_where_the_day_is_used_up(watched: Watched, qtbot: QtBot) -> None:
    watched.most = 1000
    asked: list[bool] = []

    def use_up(stopped: Callable[[], bool]) -> None:
        watched.day.carried(1000)
        asked.append(stopped())

    watched.rounds.ask = use_up
    watched.courier.came_back()
    qtbot.waitUntil(lambda: watched.is_at(Line.USED_UP))
    watched.courier.try_now()
    qtbot.waitUntil(lambda: len(asked) == 2)
    qtbot.waitUntil(lambda: not watched.courier._under_way)
    assert asked == [True, False]


def test_a_line_that_may_be_back_is_tried_at_once(watched: Watched, qtbot: QtBot) -> None:
    watched.rounds.script = [Trouble(Problem.LINE_DOWN)]
    watched.courier.try_now()
    qtbot.waitUntil(lambda: watched.is_at(Line.OFFLINE) and not watched.courier._under_way)
    watched.courier.came_back()
    qtbot.waitUntil(lambda: watched.is_at(Line.CONNECTED))
    watched.courier.came_back()
    assert watched.rounds.rounds == 2, "where the line works nothing has come back"
