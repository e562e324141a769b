"""The dashboard by keys: whose figures, since when, tables instead of bars, and paper."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import Area, DayCount, Period, Quota, Tally
from chasqui_desktop.screens.dashboard.screen import DashboardScreen
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.charts import Chart
from chasqui_sync.core.small_cells import Row
from tests.helpers.fit import clipped
from tests.helpers.sample_book import COUNTS, NOW, REFERENCE, ms, now

TALLY = Tally(
    quota=Quota(43, 141, 0.3),
    registered=Row("", 43, 98),
    today=Row("", 6, 21),
    complete=120,
    refused=9,
    days=tuple(DayCount(NOW.date() - timedelta(days=back), 6, 12 + back) for back in range(7)),
    channels=(Row("flyer", 30, 60), Row("radio", 13, 36), Row("friend", 0, 2)),
    districts=(Row("150110", 33, 70), Row("150125", 10, 28)),
    places=(),
    unsent=14,
    told_at=ms(2),
)


@pytest.fixture
def dashboard(qtbot: QtBot) -> DashboardScreen:
    made = DashboardScreen(now)
    qtbot.addWidget(made)
    made.resize(1270, 712)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def show(dashboard: DashboardScreen, area: Area = Area.EDITION, period: Period = Period.EDITION) -> None:
    dashboard.show_tally(TALLY, REFERENCE, "e1", area, period, COUNTS)


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)


def test_entering_asks_for_what_was_chosen_last(dashboard: DashboardScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dashboard.tally_asked) as asked:
        dashboard.enter()
    assert asked.args == [Area.EDITION, Period.EDITION]


def test_nobody_is_said_only_once_it_was_counted(dashboard: DashboardScreen) -> None:
    charts = dashboard.findChildren(Chart)
    assert charts
    assert all("Contando…" in each.accessibleName() for each in charts)
    show(dashboard)
    assert not any("Contando…" in each.accessibleName() for each in charts)
    other = DashboardScreen(now)
    other.show_no_edition()
    assert all("Aún sin registros" in each.accessibleName() for each in other.findChildren(Chart))


def test_arrows_and_space_choose_whose_figures(dashboard: DashboardScreen, qtbot: QtBot) -> None:
    dashboard.enter()
    press(qtbot, Qt.Key.Key_Left)
    with qtbot.waitSignal(dashboard.tally_asked) as asked:
        press(qtbot, Qt.Key.Key_Space)
    assert asked.args == [Area.OFFICE, Period.EDITION]


def test_an_answer_to_a_choice_that_moved_on_is_dropped(dashboard: DashboardScreen) -> None:
    show(dashboard, Area.POINT)
    assert dashboard.board() is None
    show(dashboard)
    assert dashboard.board() is not None


def test_t_turns_every_chart_into_a_table_and_back(dashboard: DashboardScreen, qtbot: QtBot) -> None:
    show(dashboard)
    dashboard.enter()
    press(qtbot, Qt.Key.Key_T)
    assert dashboard._table.text() == "Gráficos"
    press(qtbot, Qt.Key.Key_T)
    assert dashboard._table.text() == "Tablas"


def test_a_group_under_five_is_told_nowhere_on_the_screen(dashboard: DashboardScreen) -> None:
    show(dashboard)
    board = dashboard.board()
    assert board is not None
    told = [part for bar in board.channels if bar.split is not None for part in bar.split]
    assert told
    assert not [part for part in told if 0 < part < 5]
    assert sum(bar.total for bar in board.channels) == 141


def test_asking_for_paper_hands_over_what_is_on_show(dashboard: DashboardScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dashboard.print_asked):
        dashboard.ask_to_print()
    show(dashboard)
    with qtbot.waitSignal(dashboard.print_asked) as asked:
        dashboard.ask_to_print()
    assert asked.args == [dashboard.board()]


@pytest.mark.parametrize("scale", [100, 125, 150])
@pytest.mark.parametrize("tables", [False, True])
def test_it_can_be_read_whole_at_every_text_size(dashboard: DashboardScreen, scale: int, tables: bool) -> None:
    look().set_scale(scale)
    show(dashboard)
    if tables:
        dashboard.turn_tables()
    for _ in range(5):
        QApplication.processEvents()
    assert clipped(dashboard) == []


def test_of_nobody_it_is_not_said_that_nothing_is_missing(dashboard: DashboardScreen) -> None:
    nobody = Tally(Quota(0, 0, 0.3), Row("", 0, 0), Row("", 0, 0), 0, 0, (), (), (), (), 0, ms(1))
    dashboard.show_tally(nobody, REFERENCE, "e1", Area.EDITION, Period.EDITION, COUNTS)
    assert "no falta nada" not in [each.text() for each in dashboard.findChildren(QLabel)]
