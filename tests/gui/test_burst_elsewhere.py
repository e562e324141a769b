"""A scanner where nobody asked for one: it erases nobody, takes no permission back, decides no case, and finds her."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.people.rights import Rights
from chasqui_desktop.screens.people_room import PeopleRoom
from chasqui_desktop.screens.review.screen import ReviewScreen
from tests.gui.test_burst import DNI, PASSPORT
from tests.gui.test_review import Reviewer
from tests.helpers.sample_book import REFERENCE, YUSMARY, explain, now
from tests.helpers.stamped import StampedKeys

CODES = ("7751271027656", "116", "https://wa.me/51987650412", DNI)


def show(page: QWidget, qtbot: QtBot) -> StampedKeys:
    qtbot.addWidget(page)
    page.resize(1270, 712)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    qtbot.waitUntil(page.isActiveWindow)
    return StampedKeys(page)


@pytest.mark.parametrize("code", CODES)
def test_no_scan_erases_somebody_or_takes_a_permission_back(qtbot: QtBot, code: str) -> None:
    rights = Rights(lambda: now().date())
    keys = show(rights, qtbot)
    rights.show_role("coordinator")
    rights.show_person(YUSMARY)
    rights.setFocus()
    with qtbot.assertNotEmitted(rights.erase_asked), qtbot.assertNotEmitted(rights.withdraw_asked):
        keys.scan(code)
    assert not rights._question.isVisible()
    assert "Aquí no se escanea" in rights._trouble.accessibleName()


def test_a_hand_chooses_and_confirms_as_ever(qtbot: QtBot) -> None:
    rights = Rights(lambda: now().date())
    keys = show(rights, qtbot)
    rights.show_role("coordinator")
    rights.show_person(YUSMARY)
    rights.setFocus()
    keys.type("6", 400)
    qtbot.waitUntil(rights._question.isVisible)
    with qtbot.waitSignal(rights.erase_asked):
        keys.type("\n", 400)


@pytest.mark.parametrize("code", CODES)
def test_no_scan_decides_a_case(qtbot: QtBot, code: str) -> None:
    screen = ReviewScreen(now)
    screen.show_reference(REFERENCE)
    keys = show(screen, qtbot)
    reviewer = Reviewer(screen, qtbot)
    before = reviewer.use
    keys.scan(code)
    assert (reviewer.register.told, reviewer.use) == ([], before)
    assert screen.toast.isVisible()
    keys.type("1", 400)
    qtbot.waitUntil(lambda: reviewer.use != before)


def test_a_number_may_be_scanned_into_the_line_in_which_another_answer_is_written(qtbot: QtBot) -> None:
    screen = ReviewScreen(now)
    screen.show_reference(REFERENCE)
    keys = show(screen, qtbot)
    reviewer = Reviewer(screen, qtbot)
    reviewer.press("4")
    qtbot.waitUntil(screen.conflict.is_typing)
    keys.type("987650412", 5)
    qtbot.waitUntil(lambda: screen.conflict._field.text().replace(" ", "") == "987650412")


@pytest.mark.parametrize("in_list", [True, False], ids=["list", "search"])
@pytest.mark.parametrize(
    ("code", "sought"),
    [(DNI, "10117410"), (PASSPORT, "L898902C3"), ("GE26-3NDH-7HXJ", None)],
    ids=["dni", "passport", "words"],
)
def test_a_scan_over_the_list_of_people_looks_for_her_and_presses_no_key(
    qtbot: QtBot, code: str, sought: str | None, in_list: bool
) -> None:
    room = PeopleRoom(now, explain)
    room.people.show_reference(REFERENCE)
    keys = show(room, qtbot)
    room.enter()
    table = room.people.table()
    (table if in_list else room.people.search_field()).setFocus()
    with qtbot.assertNotEmitted(room.people.form_asked), qtbot.assertNotEmitted(room.people.rights_asked):
        keys.scan(code)
    assert room.currentWidget() is room.people
    if sought is not None:
        assert room.people.search_field().value() == sought
        assert QApplication.focusWidget() in {room.people.search_field(), table}


def test_e_opens_her_form_for_a_hand(qtbot: QtBot) -> None:
    room = PeopleRoom(now, explain)
    keys = show(room, qtbot)
    room.people.show_person(YUSMARY)
    room.people.table().setFocus(Qt.FocusReason.OtherFocusReason)
    with qtbot.waitSignal(room.people.form_asked):
        keys.type("e", 400)
