"""The top bar says which page of a room is in front."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.frame import Frame
from chasqui_desktop.screens.people_room import PeopleRoom
from chasqui_desktop.screens.rooms import people_room
from chasqui_desktop.widgets.top_bar import TopBar
from chasqui_desktop.words import Language
from tests.helpers.sample_book import KEPT, YUSMARY, explain, now


def test_over_the_whole_form_stands_what_it_is_and_whose_code_and_the_rooms_own_title_comes_back(
    qtbot: QtBot, qapp: QApplication
) -> None:
    frame, people = Frame(Language(qapp), lambda: KEPT), PeopleRoom(now, explain)
    frame.add(people_room(people, people.enter, people.leave, people.print, people.titled))
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    bar = frame.findChild(TopBar)
    assert bar is not None

    def said() -> list[str]:
        return [each.text() for each in bar.findChildren(QLabel) if each.isVisible()]

    assert "Personas" in said()
    for person in (YUSMARY, YUSMARY._replace(record="r4", code="GE26-K7M4-Q")):
        people.open_form(person)
        assert {"Ficha completa", person.code} <= set(said())
        qtbot.keyClick(people.form, Qt.Key.Key_Escape)
        people.close_page()
        assert "Personas" in said()
        assert person.code not in said()
