"""The dashboard on paper: whatever was counted it prints, and says what the screen says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from chasqui_desktop.board import board_of
from chasqui_desktop.book import Area, DayCount, Period, Quota, Tally
from chasqui_desktop.paper.board_page import board_page
from chasqui_desktop.paper.printing import pdf
from chasqui_desktop.screens.dashboard.screen import DashboardScreen
from chasqui_desktop.theme import look
from chasqui_desktop.words import number
from chasqui_sync.core.small_cells import Row
from tests.helpers.paper import words_on
from tests.helpers.sample_book import COUNTS, NOW, REFERENCE, now

_COUNTS = st.sampled_from([0, 0, 1, 4, 5, 6, 40, 100_000])
_ROWS = st.lists(st.builds(Row, st.sampled_from(["", "flyer", "radio", "150110", "x"]), _COUNTS, _COUNTS), max_size=9)
_DAYS = st.lists(st.tuples(_COUNTS, _COUNTS), max_size=40)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    counted, others = draw(_COUNTS), draw(_COUNTS)
    days = draw(_DAYS)
    return Tally(
        quota=Quota(counted, counted + others, draw(st.sampled_from([0.0, 0.3, 0.999, 1.0]))),
        registered=Row("", counted, others),
        today=Row("", draw(_COUNTS), draw(_COUNTS)),
        complete=draw(_COUNTS),
        refused=draw(_COUNTS),
        days=tuple(DayCount(date(2026, 11, 1) + timedelta(days=at), *each) for at, each in enumerate(days)),
        channels=tuple(draw(_ROWS)),
        districts=tuple(draw(_ROWS)),
        places=tuple(draw(_ROWS)),
        unsent=draw(_COUNTS),
        told_at=draw(st.sampled_from([None, 1])),
    )


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    look()


@settings(max_examples=40)
@given(tally=tallies(), area=st.sampled_from(Area), period=st.sampled_from(Period))
def test_whatever_was_counted_can_be_printed(tally: Tally, area: Area, period: Period) -> None:
    board = board_of(tally, REFERENCE, "e1", area, period, COUNTS)
    assert pdf([board_page(board, NOW)]).startswith(b"%PDF-")
    assert number(board.total) in words_on([board_page(board, NOW)])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tally=tallies(), area=st.sampled_from(Area), period=st.sampled_from(Period))
def test_whatever_was_counted_can_be_seen(qapp: QApplication, tally: Tally, area: Area, period: Period) -> None:
    screen = DashboardScreen(now)
    screen.resize(1270, 712)
    told = tally._replace(places=() if area is Area.EDITION else tally.places)
    screen.show_tally(told, REFERENCE, "e1", area, period, COUNTS)
    assert not screen.grab().isNull()
    screen.deleteLater()


@given(counted=st.integers(0, 60), others=st.integers(0, 60), hundredths=st.integers(0, 99))
def test_as_many_are_missing_as_reach_the_minimum_and_one_less_does_not(
    counted: int, others: int, hundredths: int
) -> None:
    def reaches(more: int) -> bool:
        return 100 * (counted + more) >= hundredths * (counted + others + more)

    missing = Quota(counted, counted + others, hundredths / 100).missing
    assert reaches(missing)
    assert missing == 0 or not reaches(missing - 1)


def test_where_everybody_must_count_those_who_do_not_are_missing() -> None:
    assert Quota(3, 10, 1.0).missing == 7
