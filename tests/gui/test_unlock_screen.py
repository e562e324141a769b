"""Unlock: the phrase typed stays until it opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.unlock import UnlockScreen
from chasqui_desktop.words import Language
from tests.helpers.keys import type_text
from tests.helpers.sample_book import COUNTS, now


class Somebody(NamedTuple):
    user: str
    short_name: str
    initials: str
    role: str


PEOPLE = (Somebody("s1", "Milagros T.", "MT", "promoter"), Somebody("s2", "Jhon C.", "JC", "promoter"))


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    spoken = Language(qapp)
    yield spoken
    spoken.use("es")


@pytest.fixture
def screen(qtbot: QtBot, language: Language) -> UnlockScreen:
    made = UnlockScreen(now)
    made.show_users(PEOPLE)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def test_the_phrase_has_the_focus_and_enter_asks_to_open(screen: UnlockScreen, qtbot: QtBot) -> None:
    assert screen.phrase_field().hasFocus()
    type_text("quipu  sandía mar luna")
    with qtbot.waitSignal(screen.unlock_asked) as asked:
        qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)
    assert asked.args == ["s1", "quipu sandía mar luna"]
    assert screen._open.text() == "Abriendo…"
    assert screen._bar.isVisible()


def test_a_second_enter_while_opening_asks_nothing(screen: UnlockScreen, qtbot: QtBot) -> None:
    type_text("luna")
    qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(screen.unlock_asked):
        qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)


def test_a_wrong_phrase_keeps_the_text_selected_and_says_so_under_the_field(screen: UnlockScreen, qtbot: QtBot) -> None:
    type_text("luna sol")
    qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)
    screen.wrong("Esa no es la frase. Lo que escribiste sigue aquí.")
    assert screen._field.help_text() == "Esa no es la frase. Lo que escribiste sigue aquí."
    assert screen._field.problem_kind() == "bad"
    assert screen.phrase_field().text() == "luna sol"
    assert screen.phrase_field().selectedText() == "luna sol"
    assert screen.phrase_field().hasFocus()
    assert screen._open.text() == "Abrir"
    type_text("m")
    assert screen.phrase_field().text() == "m"
    assert screen._field.problem_kind() != "bad"


def test_ctrl_r_shows_the_phrase_for_a_while(screen: UnlockScreen, qtbot: QtBot) -> None:
    field = screen.phrase_field()
    field._timer.setInterval(40)  # five seconds in use
    type_text("luna")
    qtbot.keyClick(field, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert screen._show.text() == "Ocultar"
    qtbot.waitUntil(lambda: field.echoMode() == QLineEdit.EchoMode.Password)
    assert field.text() == "luna"


def test_arrows_move_between_the_people_of_the_laptop(screen: UnlockScreen, qtbot: QtBot) -> None:
    first, second = screen._users._buttons
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Right)
    assert first.isChecked()
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    type_text("luna sol", screen.phrase_field())
    with qtbot.waitSignal(screen.unlock_asked) as asked:
        qtbot.mouseClick(screen._open, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "s2"


def test_no_phrase_at_all_is_said_and_nothing_is_asked(screen: UnlockScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(screen.unlock_asked):
        qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)
    assert screen._field.help_text() == "Escribe tu frase y pulsa Enter."


def test_a_newer_file_is_told_beside_and_the_phrase_stays(screen: UnlockScreen, qtbot: QtBot) -> None:
    type_text("luna")
    qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)
    screen.failed("Este equipo guarda registros de una versión más nueva.", "Nada se tocó.")
    assert screen._notice.isVisible()
    assert "Nada se tocó." in screen._notice.accessibleName()
    assert screen.phrase_field().text() == "luna"


def test_after_a_lock_the_same_person_is_asked_and_sees_what_waits(screen: UnlockScreen) -> None:
    screen.show_locked("s2", COUNTS)
    assert screen._title.text() == "Sigues donde estabas"
    assert screen._users.user() == "s2"
    assert screen._waiting.text() == "14 registros esperan envío en este equipo. 0 en riesgo."
    screen.show_locked("s2", COUNTS._replace(laptop=1, at_risk=1))
    assert screen._waiting.text() == "1 registro espera envío en este equipo. 1 en riesgo."


def test_once_open_nothing_of_the_phrase_stays(screen: UnlockScreen) -> None:
    type_text("luna")
    screen.opened()
    assert screen.phrase_field().text() == ""


def test_the_language_turns_while_a_phrase_is_typed(screen: UnlockScreen, qtbot: QtBot, language: Language) -> None:
    type_text("luna sol")
    screen.language_asked.connect(language.use)
    qtbot.keyClick(screen._language, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: screen._title.text() == "Who is registering now?")
    assert screen._date.text() == "Monday 23 November, " + f"{now().hour}:{now().minute:02}"
    assert screen.phrase_field().text() == "luna sol"


def test_large_text_and_a_small_window_scroll_instead_of_clipping(screen: UnlockScreen, qtbot: QtBot) -> None:
    screen.resize(800, 500)
    assert not screen._band.isVisible()
    assert screen.content.width() <= 800
    # The scroll bar follows with the next turn of the event loop.
    qtbot.waitUntil(lambda: screen._scroll.horizontalScrollBar().maximum() == 0)


def test_after_many_mistakes_the_wait_is_counted_down_in_words_and_enter_waits_for_its_end(
    screen: UnlockScreen, qtbot: QtBot
) -> None:
    type_text("luna sol")
    screen.show_wait("s1", 90.4)
    screen.wrong("Esa no es la frase. Lo que escribiste sigue aquí.")
    qtbot.waitUntil(
        lambda: screen._field.help_text() == "Espera 2 minutos y prueba otra vez. Nada se borra.", timeout=3000
    )
    assert screen.phrase_field().text() == "luna sol"
    with qtbot.assertNotEmitted(screen.unlock_asked):
        qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)
    screen.show_wait("s1", 0.5)
    with qtbot.waitSignal(screen.unlock_asked) as asked:
        qtbot.waitUntil(
            lambda: screen._field.help_text() == "Espera un segundo y prueba otra vez. Nada se borra.", timeout=3000
        )
    assert asked.args == ["s1", "luna sol"]


def test_typing_again_takes_back_what_enter_had_asked_too_early(screen: UnlockScreen, qtbot: QtBot) -> None:
    type_text("luna sol")
    screen.show_wait("s1", 0.6)
    qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(screen.unlock_asked):
        type_text("x")
        qtbot.waitUntil(lambda: screen._left("s1") == 0, timeout=3000)
        qtbot.waitUntil(lambda: not screen._countdown.isActive(), timeout=3000)


def test_a_wait_is_its_own_users(screen: UnlockScreen, qtbot: QtBot) -> None:
    screen.show_wait("s1", 100)
    qtbot.waitUntil(lambda: "Espera" in screen._field.help_text(), timeout=3000)
    screen._users.choose("s2")
    assert "Espera" not in screen._field.help_text()
    type_text("luna")
    with qtbot.waitSignal(screen.unlock_asked) as asked:
        qtbot.keyClick(screen.phrase_field(), Qt.Key.Key_Return)
    assert asked.args == ["s2", "luna"]
