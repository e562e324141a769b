"""Who may erase somebody does it by two keys in the page, and sees how far it has come; nobody else is offered it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chasqui_desktop.erasure import Erasure
from chasqui_desktop.screens.people.erasures import Erasures
from chasqui_desktop.screens.people.rights import Rights
from tests.helpers.sample_book import YUSMARY, ms, now

TODAY = now().date()
DONE = Erasure(ms(1), 4, 4, (), 0)
UNDER_WAY = Erasure(ms(2), 2, 4, (("Milagros Torres", ms(26)), ("Jhon Castro", 0)), 1)


@pytest.fixture
def rights(qtbot: QtBot) -> Rights:
    page = Rights(lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1270, 712)
    page.show_role("coordinator")
    page.show()
    page.activateWindow()
    page.show_person(YUSMARY)
    page.setFocus()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def page(qtbot: QtBot) -> Erasures:
    made = Erasures(lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1270, 712)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.begin()
    made.setFocus()
    return made


def test_six_asks_and_enter_erases(rights: Rights, qtbot: QtBot) -> None:
    qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_6)
    assert "Borrar para siempre todo lo de Yusmary Carolina Rondón Márquez." in rights._question.accessibleName()
    with qtbot.waitSignal(rights.erase_asked) as asked, qtbot.assertNotEmitted(rights.withdraw_asked):
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Return)
    assert asked.args == [YUSMARY.record]


def test_escape_or_another_key_takes_the_question_back(rights: Rights, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rights.erase_asked):
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_6)
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Escape)
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Return)
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_6)
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_2)
    with qtbot.waitSignal(rights.withdraw_asked), qtbot.assertNotEmitted(rights.erase_asked):
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Return)


@pytest.mark.parametrize("role", ["promoter", "auditor"])
def test_who_may_erase_nobody_is_not_offered_it(rights: Rights, qtbot: QtBot, role: str) -> None:
    rights.show_role(role)
    with qtbot.assertNotEmitted(rights.erase_asked):
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_6)
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Return)
    assert not rights._erase.isVisible()


def test_how_far_each_has_come_and_whose_laptops_are_missing_is_said(page: Erasures) -> None:
    assert page.told() == "Preguntando a la sede…"
    page.show_erasures((DONE, UNDER_WAY))
    assert page.told() == ""
    assert page.lines() == [
        "Borrada en los 4 equipos que la tenían a la vista. Pedido · hoy, 15:00",
        (
            "Borrada en 2 de 4 equipos. Pedido · hoy, 14:00. "
            "Falta el equipo de Milagros Torres · con la sede por última vez ayer, 14:00. "
            "Falta el equipo de Jhon Castro · la sede aún no lo ha oído. 1 equipo cerrado, que se borra solo"
        ),
    ]


def test_without_a_line_or_anybody_erased_it_says_so(page: Erasures) -> None:
    page.failed("No hay línea ahora.")
    assert page.told() == "No hay línea ahora."
    page.show_erasures(())
    assert page.told() == "No se ha borrado a nadie."
    page.begin(just_erased=True)
    page.failed("No hay línea ahora.")
    assert page.told().startswith("Aquí ya no queda nada de ella")


def test_escape_goes_back(page: Erasures, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.focusProxy(), Qt.Key.Key_Escape)
