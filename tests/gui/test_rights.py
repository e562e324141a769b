"""Rights: a permission is taken back by two keys, in the page, and what stands is said with its date."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import HistoryEntry
from chasqui_desktop.screens.people.rights import Rights, standing
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.signature import signature_picture
from chasqui_desktop.widgets.signed import SignedMark
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


@pytest.mark.parametrize("theme", ["light", "dark", "sun"])
def test_what_she_signed_is_seen_where_her_permissions_are_in_the_ink_of_the_theme(rights: Rights, theme: str) -> None:
    mark = rights.findChild(SignedMark)
    assert mark is not None
    assert not mark.isVisible()
    look().use(theme)
    rights.show_person(YUSMARY._replace(signature=signature_picture([[(0, 200), (500, 200), (1000, 200)]] * 2)))
    assert mark.isVisible()
    assert mark.accessibleName() == "Firma guardada"
    tokens, drawn = look().tokens, mark.grab().toImage()
    middle = [drawn.pixelColor(mark.width() // 2, y) for y in range(4, mark.height() - 4)]
    towards = min(abs(each.lightness() - QColor(tokens.text).lightness()) for each in middle)
    assert towards < 60, "there is ink"
    assert drawn.pixelColor(mark.width() // 2, 6).name() == tokens.surface.lower()
    rights.show_person(YUSMARY)
    assert not mark.isVisible()


def test_a_signature_that_is_no_picture_is_not_shown(rights: Rights) -> None:
    rights.show_person(YUSMARY._replace(signature=b"no PNG"))
    mark = rights.findChild(SignedMark)
    assert mark is not None
    assert not mark.isVisible()


def test_a_withdrawal_that_cannot_be_written_is_said(rights: Rights) -> None:
    rights.failed("No hay espacio para guardar.")
    assert rights._trouble.isVisible()
    rights.show_person(YUSMARY)
    assert not rights._trouble.isVisible()


def test_what_she_signed_on_another_laptop_is_said_though_it_cannot_be_seen(rights: Rights) -> None:
    signed = {**YUSMARY.fields["consent"], "how": "signature", "signature": {"sha256": "ab" * 32}}
    said = "Firmó en pantalla; la firma va a la sede"
    rights.show_person(YUSMARY._replace(fields={**YUSMARY.fields, "consent": signed}))
    assert said in [label.text() for label in rights.findChildren(QLabel) if label.isVisible()]
    rights.show_person(YUSMARY)
    assert said not in [label.text() for label in rights.findChildren(QLabel) if label.isVisible()]
