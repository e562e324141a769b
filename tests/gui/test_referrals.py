"""The room of referrals: moving along the list opens nothing, Enter opens one, R says it was received."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import Post
from chasqui_desktop.referral import OpenedReferral, Referral, Referrals
from chasqui_desktop.screens.key_screen import KeyScreen
from chasqui_desktop.screens.people import facts
from chasqui_desktop.screens.referrals.screen import ReferralScreen
from chasqui_desktop.theme import look
from chasqui_sync.core.records import Sealed
from chasqui_sync.sealing import sealed_name
from tests.helpers.fit import clipped, outside
from tests.helpers.sample_book import REFERENCE, YUSMARY, ms, now

NOTE = "Canaria azul"


def row(at: int, received_at: int | None = None) -> Referral:
    return Referral(f"r{at}", f"GE26-P2XD-{at}", f"Rondón, Yusmary {at}", "YR", "e1", "p1", "s1", ms(5), received_at)


def opened(at: int = 0, received_at: int | None = None, *, accepts: bool | None = True) -> OpenedReferral:
    return OpenedReferral(row(at, received_at), ("shelter", "minors"), ("health",), accepts, NOTE)


def read(root: QWidget) -> list[str]:
    """Everything that can be read, or is kept in a label that is not shown."""
    return [label.text() for label in root.findChildren(QLabel)]


@pytest.fixture
def screen(qtbot: QtBot) -> ReferralScreen:
    made = ReferralScreen(now)
    qtbot.addWidget(made)
    made.resize(1270, 712)
    made.show()
    made.activateWindow()
    made.show_reference(REFERENCE)
    made.show_list(Referrals((row(0), row(1), row(2, ms(1))), 0))
    made.table().setFocus()
    qtbot.waitExposed(made)
    return made


def test_that_nothing_waits_is_said_only_once_it_was_read(qtbot: QtBot) -> None:
    made = ReferralScreen(now)
    qtbot.addWidget(made)
    assert "Leyendo…" in read(made)
    assert not any("por recibir" in each.lower() for each in read(made))
    made.show_list(Referrals((), 0))
    assert "Leyendo…" not in read(made)
    assert any(each.startswith("Nada por recibir") for each in read(made))


def test_moving_along_the_list_opens_nothing_and_enter_opens_the_chosen_one(
    screen: ReferralScreen, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(screen.open_asked):
        qtbot.keyClick(screen.table(), Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.open_asked) as asked:
        qtbot.keyClick(screen.table(), Qt.Key.Key_Return)
    assert asked.args == ["r1"]


def test_what_is_open_says_the_needs_in_words_and_whether_she_may_be_called(screen: ReferralScreen) -> None:
    screen.show_referral(opened())
    words = read(screen)
    for said in ("No tiene dónde dormir hoy", "Hay niñas o niños sin su familia", NOTE, "Acepta que llames"):
        assert said in words
    assert "Le falta comida" not in words
    screen.show_referral(opened(accepts=False))
    assert "No acepta que llames" in read(screen)
    screen.show_referral(opened(accepts=None))
    assert "No se preguntó si acepta" in read(screen)


def test_r_says_once_that_it_was_received_and_p_goes_to_her_page(screen: ReferralScreen, qtbot: QtBot) -> None:
    screen.show_referral(opened())
    with qtbot.waitSignal(screen.receive_asked) as asked:
        qtbot.keyClick(screen.table(), Qt.Key.Key_R)
    assert asked.args == ["r0"]
    with qtbot.waitSignal(screen.person_asked) as person:
        qtbot.keyClick(screen.table(), Qt.Key.Key_P)
    assert person.args == ["r0"]
    screen.show_referral(opened(received_at=ms(0)))
    assert screen._page._received.accessibleName() == "Recibida · hoy, 16:00"
    with qtbot.assertNotEmitted(screen.receive_asked):
        qtbot.keyClick(screen.table(), Qt.Key.Key_R)


def test_with_nothing_open_no_key_says_anything_was_received(screen: ReferralScreen, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(screen.receive_asked):
        qtbot.keyClick(screen.table(), Qt.Key.Key_R)


@pytest.mark.parametrize("leaving", ["escape", "another room", "lock"])
def test_what_was_open_stays_in_no_label(screen: ReferralScreen, qtbot: QtBot, leaving: str) -> None:
    screen.show_referral(opened())
    if leaving == "escape":
        qtbot.keyClick(screen.table(), Qt.Key.Key_Escape)
    elif leaving == "another room":
        screen.leave("people")
    else:
        screen.show_nobody()
    words = read(screen)
    assert NOTE not in words
    assert "No tiene dónde dormir hoy" not in words


def test_the_list_read_again_keeps_the_chosen_row_wherever_it_went(screen: ReferralScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.table(), Qt.Key.Key_Down)
    screen.show_list(Referrals((row(0), row(3), row(4), row(1)), 0))
    assert screen.table().currentIndex().row() == 3


def test_states_of_the_list_are_said_in_words(screen: ReferralScreen) -> None:
    assert "2 por recibir" in read(screen)
    screen.show_list(Referrals((row(0),), 1))
    assert {"1 por recibir", "1 se selló con otra llave y no se abre aquí."} <= set(read(screen))
    screen.show_list(Referrals((), 7))
    assert {"Ninguna por recibir", "7 se sellaron con otra llave y no se abren aquí."} <= set(read(screen))
    assert any(words.startswith("Nada por recibir.") for words in read(screen))


def test_in_a_narrow_window_what_is_open_takes_the_place_of_the_list(screen: ReferralScreen, qtbot: QtBot) -> None:
    screen.resize(760, 600)
    assert screen.table().isVisible()
    screen.show_referral(opened())
    assert not screen.table().isVisible()
    with qtbot.waitSignal(screen.receive_asked):
        qtbot.keyClick(screen._page, Qt.Key.Key_R)
    qtbot.keyClick(screen._page, Qt.Key.Key_Escape)
    assert screen.table().isVisible()


def test_the_page_of_a_person_says_how_far_sealed_answers_have_come_and_nothing_of_them() -> None:
    today = now().date()
    sealed = {"key": "k", "sealed": "c2VhbGVk"}
    name = sealed_name(Sealed("k", "c2VhbGVk"))
    person = YUSMARY._replace(fields={**YUSMARY.fields, "support": sealed})
    assert facts.referral(YUSMARY, today) is None
    assert str(facts.referral(person, today)) == "sellada, aún en este equipo"
    assert str(facts.referral(person._replace(post=Post.HEADQUARTERS), today)) == "sellada y enviada"
    for told, said in (
        ([{"of": name, "at": ms(1)}, {"of": name, "at": ms(0)}], "recibida · hoy, 15:00"),
        ([{"of": "another", "at": ms(1)}, 7], "sellada y enviada"),
    ):
        received = {**person.fields, "support_received": told}
        there = person._replace(fields=received, post=Post.HEADQUARTERS)
        assert str(facts.referral(there, today)) == said


@pytest.fixture
def key_screen(qtbot: QtBot) -> KeyScreen:
    made = KeyScreen()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.begin(has_key=False)
    qtbot.waitExposed(made)
    return made


def test_a_key_is_brought_by_the_keyboard_alone(key_screen: KeyScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(key_screen._file, "/usb/key.pem")
    qtbot.keyClick(key_screen._file, Qt.Key.Key_Return)
    assert key_screen._phrase.hasFocus()
    qtbot.keyClicks(key_screen._phrase, "mesa rio")
    with qtbot.waitSignal(key_screen.bring_asked) as asked:
        qtbot.keyClick(key_screen._phrase, Qt.Key.Key_Return)
    assert asked.args == ["/usb/key.pem", "mesa rio"]
    key_screen.brought()
    assert key_screen._phrase.text() == key_screen._file.text() == ""
    with qtbot.waitSignal(key_screen.done):
        qtbot.keyClick(key_screen._go, Qt.Key.Key_Return)


@pytest.mark.parametrize("is_phrase", [True, False])
def test_what_was_typed_stays_when_it_is_not_right(key_screen: KeyScreen, qtbot: QtBot, is_phrase: bool) -> None:
    qtbot.keyClicks(key_screen._file, "key.pem")
    qtbot.keyClicks(key_screen._phrase, "mesa")
    key_screen._ask()
    key_screen.failed("No es esa.", is_phrase=is_phrase)
    assert (key_screen._file.text(), key_screen._phrase.text()) == ("key.pem", "mesa")
    assert (key_screen._phrase if is_phrase else key_screen._file).hasFocus()
    with qtbot.waitSignal(key_screen.bring_asked):
        key_screen._ask()


def test_a_key_is_taken_away_only_when_it_was_said_twice(key_screen: KeyScreen, qtbot: QtBot) -> None:
    key_screen.begin(has_key=True)
    with qtbot.assertNotEmitted(key_screen.remove_asked):
        key_screen._here.acted.emit()
    with qtbot.waitSignal(key_screen.remove_asked):
        key_screen._here.acted.emit()
    key_screen.removed()
    assert not key_screen._here.isVisible()


@pytest.mark.parametrize("scale", [100, 125, 150, 175])
def test_each_button_of_an_open_referral_can_be_read_whole(screen: ReferralScreen, scale: int) -> None:
    look().set_scale(scale)
    screen.show_referral(opened())
    QCoreApplication.processEvents()
    assert [words for words in clipped(screen) if "página" in words or "Recibida" in words or "Cerrar" in words] == []
    page = screen._page
    assert outside(page, page) == []
