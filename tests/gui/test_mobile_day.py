"""What a day on a costly line comes to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from chasqui_desktop.mobile_day import MobileDay

TODAY = date(2026, 11, 23)


class Surroundings:
    most: int | None = 1000
    costs = True
    today = TODAY


@pytest.fixture
def around() -> Surroundings:
    return Surroundings()


def day(around: Surroundings, kept: str | None = None) -> MobileDay:
    return MobileDay(kept, lambda: around.most, lambda: around.costs, lambda: around.today)


def test_bytes_of_a_free_line_are_not_counted(around: Surroundings) -> None:
    counted = day(around)
    counted.carried(600)
    around.costs = False
    counted.carried(10_000)
    assert counted.spent == 600
    assert not counted.is_used_up


def test_a_day_is_used_up_on_a_line_that_costs_alone(around: Surroundings) -> None:
    counted = day(around)
    counted.carried(1000)
    assert counted.is_used_up
    around.costs = False
    assert not day(around, counted.to_keep()).is_used_up
    around.costs, around.most = True, None
    assert not day(around, counted.to_keep()).is_used_up


def test_the_next_day_begins_at_nothing(around: Surroundings) -> None:
    counted = day(around)
    counted.carried(1000)
    around.today = TODAY + timedelta(days=1)
    assert (counted.spent, counted.is_used_up) == (0, False)
    counted.carried(3)
    assert counted.spent == 3


@pytest.mark.parametrize("kept", [None, "", "noise", "2026-11-23 many", "2026-11-22 900"])
def test_what_cannot_be_read_or_is_another_days_counts_as_nothing(around: Surroundings, kept: str | None) -> None:
    assert day(around, kept).spent == 0


def test_a_day_goes_on_after_a_restart(around: Surroundings) -> None:
    counted = day(around)
    counted.carried(250)
    again = day(around, counted.to_keep())
    again.carried(50)
    assert again.spent == 300
