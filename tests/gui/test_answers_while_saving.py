"""The mouse and chords while a save is under way: nothing looks answered that no record holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.helpers.desk import Clerk
from tests.helpers.signing_desk import SAVED

IN_VAIN = "Lo que tocaste mientras se guardaba no entró"


def gender(clerk: Clerk, at: int) -> QAbstractButton:
    return clerk.desk.person.gender.chips()[at]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def told(clerk: Clerk) -> list[str]:
    """What the header says of what was just done."""
    return [each.text() for each in clerk.desk.header.toast.findChildren(QLabel) if each.isVisible()]


@pytest.fixture
def saving(clerk: Clerk) -> Clerk:
    """Give somebody who has just asked for a registration to be saved, her person's card in front."""
    clerk.identify()
    clerk.press("Ctrl 2", "Ctrl Enter")
    assert len(clerk.saved) == 1
    return clerk


def test_a_chip_touched_while_saving_is_not_answered_and_that_is_said_with_the_way_to_correct(saving: Clerk) -> None:
    click(gender(saving, 1))
    assert not gender(saving, 1).isChecked()
    assert saving.desk.form.gender is None
    saving.desk.saved(SAVED)
    assert IN_VAIN in told(saving)
    assert any("Corregir" in each.text() for each in saving.desk.header.toast.findChildren(QAbstractButton))
    assert saving.desk.form.is_empty


def test_what_is_typed_after_the_mouse_touched_a_card_is_still_the_next_persons(saving: Clerk) -> None:
    click(saving.desk.person.given)
    saving.type("ssn")
    assert saving.desk.form.given_names == "Rosa"
    saving.desk.saved(SAVED)
    form = saving.desk.form
    assert (form.consent_programme, form.consent_whatsapp, form.consent_six_months) == (True, True, False)
    assert form.given_names == ""


def test_a_chip_pressed_before_the_save_and_let_go_in_it_is_not_answered(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl 2")
    chip, left = gender(clerk, 1), Qt.MouseButton.LeftButton
    QTest.mousePress(chip, left)
    clerk.press("Ctrl Enter")
    QTest.mouseRelease(chip, left)
    assert not chip.isDown()
    assert (clerk.saved[0].get("gender"), clerk.desk.form.gender) == (None, None)
    clerk.desk.saved(SAVED)
    assert IN_VAIN in told(clerk)


def test_chords_change_nothing_of_what_is_being_saved(saving: Clerk) -> None:
    asked = saving.desk.form.state()
    saving.desk.person.paternal.setFocus()
    QApplication.clipboard().setText("Mamani")
    saving.press("Ctrl G", "Ctrl V", "Ctrl 3", "Ctrl 0", "Alt N")
    assert saving.desk.form.state() == asked
    assert saving.desk.here == 1


def test_where_saving_failed_the_mouse_answers_again(saving: Clerk) -> None:
    click(gender(saving, 1))
    saving.desk.save_failed("No hay espacio para guardar.")
    click(gender(saving, 1))
    assert gender(saving, 1).isChecked()
    assert saving.desk.form.gender is not None
    saving.press("Ctrl Enter")
    saving.desk.saved(SAVED)
    assert saving.saved[1]["gender"] == saving.saved[1].get("gender") is not None
    assert IN_VAIN not in told(saving)


def test_whoever_says_no_while_the_mouse_is_busy_is_counted_and_that_is_said_too(clerk: Clerk) -> None:
    clerk.press("Ctrl 0")
    click(clerk.desk.notice._rows["whatsapp"].answer.chips()[0])
    assert clerk.refusals == 1
    clerk.desk.refusal_kept()
    assert clerk.desk.form.consent_whatsapp is None
    assert IN_VAIN in told(clerk)
