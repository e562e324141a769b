"""Rights: a permission is taken back by two keys, in the page, and what stands is said with its date."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import HistoryEntry
from chasqui_desktop.screens.people.rights import Rights, standing
from tests.helpers.sample_book import YUSMARY, ms, now

TODAY = now().date()
WITHDRAWN = YUSMARY._replace(
    fields={**YUSMARY.fields, "consent_whatsapp": False},
    history=(*YUSMARY.history, HistoryEntry("withdraw", ms(0.5), "s1", ("consent_whatsapp",))),
)


@pytest.fixture
def rights(qtbot: QtBot) -> Rights:
    page = Rights(lambda: TODAY)
    qtbot.addWidget(page)
    page.resize(1270, 712)
    page.show()
    page.activateWindow()
    page.show_person(YUSMARY)
    page.setFocus()
    qtbot.waitExposed(page)
    return page


def test_each_purpose_says_how_it_stands() -> None:
    assert str(standing(YUSMARY, "whatsapp", TODAY).words) == "Aceptó · hoy, 15:00"
    assert str(standing(YUSMARY, "partners", TODAY).words) == "Dijo que no"
    assert str(standing(YUSMARY, "photos", TODAY).words) == "No se le preguntó"
    assert str(standing(WITHDRAWN, "whatsapp", TODAY).words) == "Retirado · hoy, 15:30"


def test_a_digit_chooses_and_enter_withdraws(rights: Rights, qtbot: QtBot) -> None:
    qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_2)
    assert rights._question.isVisible()
    assert "Escribirme o llamarme por WhatsApp" in rights._question.accessibleName()
    with qtbot.waitSignal(rights.withdraw_asked) as asked:
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Return)
    assert asked.args == [YUSMARY.record, "whatsapp"]
    rights.show_person(WITHDRAWN)
    assert not rights._question.isVisible()
    assert not rights._lines["whatsapp"].withdraw.isVisible()


def test_enter_alone_withdraws_nothing_and_neither_does_what_was_not_given(rights: Rights, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rights.withdraw_asked):
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Return)
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_4)
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Return)


def test_escape_first_takes_the_question_away_and_then_leaves(rights: Rights, qtbot: QtBot) -> None:
    qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_1)
    qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Escape)
    assert not rights._question.isVisible()
    with qtbot.waitSignal(rights.left):
        qtbot.keyClick(rights.focusProxy(), Qt.Key.Key_Escape)


def test_a_withdrawal_that_cannot_be_written_is_said(rights: Rights) -> None:
    rights.failed("No hay espacio para guardar.")
    assert rights._trouble.isVisible()
    rights.show_person(YUSMARY)
    assert not rights._trouble.isVisible()
