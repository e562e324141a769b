"""Another phrase by keys alone: what was typed stays until it is right, and nothing of it stays afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.new_phrase import NewPhraseScreen
from tests.helpers.keys import type_text

WORDS = [f"palabra{letter}" for letter in "abcdefgh"]
NEW = "nube piedra camino flauta"


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> NewPhraseScreen:
    drawn = iter(WORDS * 4)
    made = NewPhraseScreen(WORDS, lambda _words: next(drawn))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def field() -> QLineEdit:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    return focus


def enter(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def typed_in(screen: NewPhraseScreen) -> list[str]:
    return [each.text() for each in screen.findChildren(QLineEdit) if each.text()]


def test_a_forgotten_phrase_code_answer_and_another_phrase(screen: NewPhraseScreen, qtbot: QtBot) -> None:
    screen.begin_recovery("Milagros T.", "4YBW-Q6AF-Z496-4V")
    assert screen._answer.code.text() == "4YBW-Q6AF-Z496-4V"
    assert field().objectName() == "answer"
    type_text("abcd efgh")
    with qtbot.waitSignal(screen.answer_given) as given:
        enter(qtbot)
    assert given.args == ["abcd efgh"]
    screen.failed("Falta una letra o no es esa.")
    assert (field().text(), field().selectedText()) == ("abcd efgh", "abcd efgh")
    screen.proved()
    type_text(NEW)
    enter(qtbot)
    type_text(NEW)
    with qtbot.waitSignal(screen.phrase_chosen) as chosen:
        enter(qtbot)
    assert chosen.args == [NEW]
    screen.forget()
    assert typed_in(screen) == []


def test_a_phrase_that_is_known_is_asked_for_first_and_the_change_is_said(
    screen: NewPhraseScreen, qtbot: QtBot
) -> None:
    screen.begin_change("Milagros T.")
    assert field().objectName() == "present"
    assert field().echoMode() == QLineEdit.EchoMode.Password
    with qtbot.assertNotEmitted(screen.present_given):
        enter(qtbot)
    type_text("mesa río")
    with qtbot.waitSignal(screen.present_given), qtbot.assertNotEmitted(screen.answer_given):
        enter(qtbot)
    screen.proved()
    type_text(NEW)
    enter(qtbot)
    type_text(NEW)
    enter(qtbot)
    screen.changed()
    assert typed_in(screen) == []
    with qtbot.waitSignal(screen.left):
        enter(qtbot)


def test_going_back_leaves_nothing_that_was_typed(screen: NewPhraseScreen, qtbot: QtBot) -> None:
    screen.begin_change("Milagros T.")
    type_text("mesa río")
    with qtbot.waitSignal(screen.left):
        screen._back.click()
    assert typed_in(screen) == []
