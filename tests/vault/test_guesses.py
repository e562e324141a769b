"""Wrong guesses wait longer and longer; neither a restart, nor a clock, nor a kill shortens the wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from chasqui_desktop.vault.guesses import Counted, Guesses, wait_after
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import NOON


class Time:
    """A stopwatch and a clock that a test turns."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.clock = NOON

    def guesses(self) -> Guesses:
        """Start the program."""
        return Guesses(lambda: self.seconds, lambda: self.clock)


@pytest.fixture
def time() -> Time:
    return Time()


def guess(guesses: Guesses, folder: Path, problem: Problem | None = Problem.PASSPHRASE_WRONG) -> Counted:
    with guesses.one(folder) as before:
        if problem is not None:
            raise Trouble(problem)
    return before


def wrong(guesses: Guesses, folder: Path) -> float:
    with pytest.raises(Trouble) as caught:
        guess(guesses, folder)
    assert caught.value.problem is Problem.PASSPHRASE_WRONG
    wait = caught.value.arguments["wait"]
    assert isinstance(wait, float)
    return wait


def later(guesses: Guesses, folder: Path) -> float:
    with pytest.raises(Trouble) as caught:
        guess(guesses, folder, None)
    assert caught.value.problem is Problem.GUESS_LATER
    return guesses.wait(folder)


def test_waits_double_from_a_second_to_a_quarter_of_an_hour() -> None:
    assert [wait_after(wrong) for wrong in range(13)] == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
    assert wait_after(10**9) == 900


def test_each_wrong_guess_says_its_wait_and_a_right_one_starts_anew(time: Time, tmp_path: Path) -> None:
    guesses = time.guesses()
    for expected in (1, 2, 4, 8):
        assert wrong(guesses, tmp_path) == expected
        assert later(guesses, tmp_path) == expected
        time.seconds += expected
    assert guess(guesses, tmp_path, None) == Counted(4, NOON, NOON)
    assert guesses.wait(tmp_path) == 0
    assert list(tmp_path.iterdir()) == []
    assert wrong(guesses, tmp_path) == 1


def test_a_restart_begins_the_wait_anew_and_no_clock_ends_it(time: Time, tmp_path: Path) -> None:
    guesses = time.guesses()
    for _ in range(6):
        time.seconds += wrong(guesses, tmp_path)
    wrong(guesses, tmp_path)
    time.seconds += 60
    for clock in (NOON - 10**12, NOON + 10**12, 0):
        time.clock = clock
        again = time.guesses()
        assert later(again, tmp_path) == 64
        assert later(guesses, tmp_path) == 4
    time.seconds += 64
    assert guess(again, tmp_path, None).wrong == 7


def test_a_guess_is_counted_before_it_is_tried(time: Time, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), time.guesses().one(tmp_path):
        raise KeyboardInterrupt
    assert time.guesses().wait(tmp_path) == 1


def test_what_is_not_the_phrases_fault_is_no_guess(time: Time, tmp_path: Path) -> None:
    guesses = time.guesses()
    wrong(guesses, tmp_path)
    time.seconds += 1
    with pytest.raises(Trouble):
        guess(guesses, tmp_path, Problem.DATABASE_DAMAGED)
    assert time.guesses().wait(tmp_path) == 1


def test_a_folder_that_cannot_be_written_still_opens_and_still_waits(time: Time, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    guesses = time.guesses()
    wrong(guesses, nowhere)
    assert later(guesses, nowhere) == 1
    time.seconds += 1
    assert guess(guesses, nowhere, None).wrong == 1


def test_each_user_waits_for_own_mistakes_alone(time: Time, tmp_path: Path) -> None:
    guesses = time.guesses()
    wrong(guesses, tmp_path / "one")
    assert guesses.wait(tmp_path / "other") == 0
