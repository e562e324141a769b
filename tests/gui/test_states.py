"""Every state of a screen says in words what is so: nothing to show, a slow reading, an error, a closed room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.helpers.fit import clipped
from tests.shots.states import STATES, State, shown

TABLE = Path(__file__).parents[2] / "docs" / "SCREENS.md"


@pytest.mark.parametrize("state", STATES, ids=lambda each: f"{each.screen}-{each.state}")
def test_a_state_says_its_words_and_none_of_them_is_cut(state: State, qtbot: QtBot) -> None:
    screen = state.bring()
    qtbot.addWidget(screen)
    screen.resize(1270, 712)
    screen.show()
    qtbot.waitExposed(screen)
    QCoreApplication.processEvents()
    assert state.words in shown(screen)
    assert clipped(screen) == []


def test_the_table_for_readers_tells_of_each_state() -> None:
    table = TABLE.read_text(encoding="utf-8")
    assert [each for each in STATES if f"| {each.screen} | {each.state} | {each.words} |" not in table] == []
