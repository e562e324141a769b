"""First use: four steps, and no answer that says no loses what was typed."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.enrol import EnrolScreen
from chasqui_desktop.screens.enrol.invitation import plain_code, read_invitation, whole_address
from chasqui_desktop.screens.enrol.phrase import Strength, four_words, missing, strength
from chasqui_desktop.screens.enrol.ready_step import Carried
from chasqui_resources.phrase import phrase_words
from tests.helpers.keys import type_text

SIX = ("unir", "lujo", "bodega", "bodega", "diana", "perro")
MESSAGE = "Hola Milagros. Sede: https://sede.example.org:8443 Código: K7Q2-M9TX-4W3"


@pytest.fixture
def screen(qtbot: QtBot) -> EnrolScreen:
    made = EnrolScreen(phrase_words(), random.Random(7).choice)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.begin()
    return made


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def let_in(screen: EnrolScreen, qtbot: QtBot) -> None:
    """Go to the phrase: the code was accepted and the words were the same."""
    screen.enrolled("Milagros", SIX)
    press(qtbot, Qt.Key.Key_Return)


def test_address_and_code_are_typed_one_after_the_other(screen: EnrolScreen, qtbot: QtBot) -> None:
    type_text("sede.example.org")
    press(qtbot, Qt.Key.Key_Return)
    type_text("k7q2 m9tx 4w3")
    with qtbot.waitSignal(screen.enrol_asked) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args == ["https://sede.example.org", "K7Q2-M9TX-4W3"]


def test_the_whole_message_of_the_office_can_be_pasted(screen: EnrolScreen, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(MESSAGE)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(screen.enrol_asked) as asked:
        press(qtbot, Qt.Key.Key_Return)
    assert asked.args == ["https://sede.example.org:8443", "K7Q2-M9TX-4W3"]


def test_an_expired_code_asks_another_and_keeps_the_rest(screen: EnrolScreen, qtbot: QtBot) -> None:
    type_text("sede.example.org")
    press(qtbot, Qt.Key.Key_Return)
    type_text("K7Q2-M9TX-4W3")
    press(qtbot, Qt.Key.Key_Return)
    screen.failed("El código venció o no es ese. Pide otro; no se pierde nada.")
    assert screen._code._notice.isVisible()
    assert screen._code._address.text() == "sede.example.org"
    assert screen._code._code.selectedText() == "K7Q2-M9TX-4W3"
    type_text("A")
    assert screen._code._code.text() == "A"


def test_what_is_missing_is_said_under_its_field(screen: EnrolScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(screen.enrol_asked):
        qtbot.mouseClick(screen._code._go_on, Qt.MouseButton.LeftButton)
    assert "Falta la dirección" in screen._code._address_field.help_text()
    assert "Falta el código" in screen._code._code_field.help_text()


def test_six_words_are_read_aloud_before_a_phrase_is_asked_for(screen: EnrolScreen, qtbot: QtBot) -> None:
    screen.enrolled("Milagros", SIX)
    assert screen._read_aloud._boxes.shown() == "unir lujo bodega bodega diana perro"
    assert screen._read_aloud._same.hasFocus()
    assert "unir lujo bodega bodega diana perro" in screen._read_aloud._same.accessibleDescription()
    press(qtbot, Qt.Key.Key_Return)
    assert screen._phrase._first.hasFocus()


def test_where_the_office_has_other_words_nothing_goes_on(screen: EnrolScreen, qtbot: QtBot) -> None:
    screen.begin(address="https://sede.example.org", can_leave=True)
    screen.enrolled("Milagros", SIX)
    assert not screen._back.isVisible()
    with qtbot.waitSignal(screen.doubted):
        qtbot.mouseClick(screen._read_aloud._others, Qt.MouseButton.LeftButton)
    assert screen.step() == 0
    assert screen._code._notice.isVisible()
    assert screen._back.isVisible()
    assert screen._code._address.text() == "https://sede.example.org"


def test_the_words_offered_become_the_phrase_typed_twice(screen: EnrolScreen, qtbot: QtBot) -> None:
    let_in(screen, qtbot)
    words = screen._phrase.offered()
    type_text(words)
    assert screen._phrase._first_field.help_text() == "Buena frase: difícil de adivinar."
    press(qtbot, Qt.Key.Key_Return)
    type_text(words)
    assert screen._phrase._again_field.help_text() == "Son iguales."
    with qtbot.waitSignal(screen.phrase_chosen) as chosen:
        press(qtbot, Qt.Key.Key_Return)
    assert chosen.args == [words]


def test_other_words_are_drawn_and_what_was_typed_stays(screen: EnrolScreen, qtbot: QtBot) -> None:
    let_in(screen, qtbot)
    before = screen._phrase.offered()
    type_text("mi propia")
    qtbot.mouseClick(screen._phrase._others, Qt.MouseButton.LeftButton)
    assert screen._phrase.offered() != before
    assert screen._phrase._first.text() == "mi propia"


def test_a_short_phrase_or_two_that_differ_are_not_taken(screen: EnrolScreen, qtbot: QtBot) -> None:
    let_in(screen, qtbot)
    with qtbot.assertNotEmitted(screen.phrase_chosen):
        type_text("corta")
        press(qtbot, Qt.Key.Key_Return)
        press(qtbot, Qt.Key.Key_Return)
        assert screen._phrase._first_field.problem_kind() == "warn"
        assert "Le faltan letras: 7 más" in screen._phrase._first_field.help_text()
        type_text(" pero ya no tanto", screen._phrase._first)
        type_text("otra cosa", screen._phrase._again)
        qtbot.mouseClick(screen._phrase._go_on, Qt.MouseButton.LeftButton)
    assert "No son iguales" in screen._phrase._again_field.help_text()


def test_a_disk_without_room_keeps_the_phrase_on_screen(screen: EnrolScreen, qtbot: QtBot) -> None:
    let_in(screen, qtbot)
    type_text("cuatro palabras bien largas", screen._phrase._first)
    type_text("cuatro palabras bien largas", screen._phrase._again)
    qtbot.mouseClick(screen._phrase._go_on, Qt.MouseButton.LeftButton)
    screen.failed("No hay espacio para guardar.")
    assert screen.step() == 2
    assert screen._phrase._again.text() == "cuatro palabras bien largas"
    with qtbot.waitSignal(screen.phrase_chosen):
        qtbot.mouseClick(screen._phrase._go_on, Qt.MouseButton.LeftButton)


def test_ready_says_true_counts_and_what_is_still_to_come(screen: EnrolScreen, qtbot: QtBot) -> None:
    let_in(screen, qtbot)
    screen.made(Carried(0, 0, 1891, 25), fetching=True)
    assert screen.step() == 3
    assert screen._ready._lines["districts"][1].text() == "Distritos: 1,891"
    assert screen._ready._note.text() == "Trayendo las ediciones y los puntos de la sede…"
    screen.made(Carried(1, 6, 1891, 25), fetching=False)
    assert screen._ready._lines["points"][1].text() == "Puntos de difusión: 6"
    assert screen._ready._note.text() == ""
    with qtbot.waitSignal(screen.start_asked):
        press(qtbot, Qt.Key.Key_Return)


def test_once_made_nothing_of_the_phrase_stays(screen: EnrolScreen, qtbot: QtBot) -> None:
    let_in(screen, qtbot)
    type_text("cuatro palabras bien largas")
    screen.made(Carried(1, 6, 1891, 25), fetching=False)
    assert screen._phrase._first.text() == ""


def test_somebody_else_may_turn_back(screen: EnrolScreen, qtbot: QtBot) -> None:
    assert not screen._back.isVisible()
    screen.begin(address="https://sede.example.org", can_leave=True)
    assert screen._code._code.hasFocus()
    with qtbot.waitSignal(screen.left):
        qtbot.mouseClick(screen._back, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Strength.EMPTY),
        ("corta", Strength.SHORT),
        ("aaaaaaaaaaaaaa", Strength.REPEATED),
        ("luna luna luna luna", Strength.REPEATED),
        ("Pachamanca24", Strength.FAIR),
        ("quipu maíz luna sal", Strength.GOOD),
        ("una frase larga y mía", Strength.GOOD),
    ],
)
def test_how_good_a_phrase_is(text: str, found: Strength) -> None:
    assert strength(text) is found


def test_four_words_are_four_different_ones() -> None:
    drawn = iter(["sol", "sol", "mar", "sol", "luna", "quipu"])
    assert four_words(("sol",), lambda _words: next(drawn)) == "sol mar luna quipu"
    assert missing("corta") == 7


@pytest.mark.parametrize(
    ("text", "address", "code"),
    [
        (MESSAGE, "https://sede.example.org:8443", "K7Q2-M9TX-4W3"),
        ("K7Q2M9TX4W3 https://sede.example.org", "https://sede.example.org", "K7Q2M9TX4W3"),
        ("sin nada que leer", "", ""),
        ("http://127.0.0.1:8080.", "http://127.0.0.1:8080", ""),
    ],
)
def test_an_invitation_is_read_out_of_a_message(text: str, address: str, code: str) -> None:
    assert read_invitation(text) == (address, code)


def test_an_address_and_a_code_are_written_one_way() -> None:
    assert whole_address(" sede.example.org/ ") == "https://sede.example.org"
    assert whole_address("http://127.0.0.1:8080") == "http://127.0.0.1:8080"
    assert whole_address("") == ""
    assert plain_code(" k7q2 m9tx-4w3 ") == "K7Q2-M9TX-4W3"
