"""Every screen of the window can be read whole, at each text size, in both languages."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import People, PeopleFilter, Post
from chasqui_desktop.line_state import Happening, Line, LineState, Outcome
from chasqui_desktop.screens.context import Context
from chasqui_desktop.screens.enrol import EnrolScreen
from chasqui_desktop.screens.enrol.ready_step import Carried
from chasqui_desktop.screens.form_sections import SECTIONS
from chasqui_desktop.screens.frame import Frame
from chasqui_desktop.screens.people import PeopleScreen
from chasqui_desktop.screens.people_room import PeopleRoom
from chasqui_desktop.screens.rooms import desk_room, people_room, sending_room
from chasqui_desktop.screens.sending import SendingScreen
from chasqui_desktop.screens.unlock import UnlockScreen
from chasqui_desktop.theme import look
from chasqui_desktop.troubles import SENTENCES
from chasqui_desktop.words import Language
from chasqui_resources.phrase import phrase_words
from chasqui_sync.core.problems import Problem
from tests.gui.test_unlock_screen import PEOPLE
from tests.helpers.fit import clipped, outside
from tests.helpers.sample_book import COUNTS, KEPT, NOW, REFERENCE, ROWS, YUSMARY, delivery, explain, now

SIZES = [(1366, 768), (1366, 688)]


@pytest.fixture(params=["es", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    spoken = Language(qapp)
    spoken.use(request.param)
    yield spoken
    spoken.use("es")


def settled() -> None:
    """Let layouts asked for be done."""
    for _ in range(5):
        QCoreApplication.processEvents()


def assert_fits(root: QWidget, window: QWidget) -> None:
    settled()
    assert clipped(root) == []
    assert outside(root, window) == []


@pytest.mark.parametrize("scale", [100, 115, 125, 150, 175])
def test_people_and_sending_fit_the_window(qtbot: QtBot, language: Language, scale: int) -> None:
    people, sending = PeopleScreen(now, explain), SendingScreen(now, explain)
    frame = Frame(language, lambda: KEPT)
    frame.add(desk_room(QWidget(), lambda: None, Context()))
    frame.add(people_room(people, people.enter, people.leave))
    frame.add(sending_room(sending, sending.enter, sending.act))
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    frame.show_counts(COUNTS)
    frame.show_line(LineState(Line.TROUBLE, since=NOW))
    people.show_reference(REFERENCE)
    people.show_page("", PeopleFilter.ALL, 0, People(ROWS, len(ROWS)))
    people.show_counts({PeopleFilter.ALL: 1141, PeopleFilter.TO_SEND: 14, PeopleFilter.INCOMPLETE: 6})
    people.show_person(YUSMARY._replace(post=Post.ATTENTION, problem=414, receipt="118"))
    sending.show_counts(COUNTS._replace(attention=1))
    sending.show_page(sending._chosen(), 0, 100, [delivery(0), delivery(1, Post.HEADQUARTERS)])
    sending.add_happening(Happening(Outcome.CUT, 4, NOW))
    look().set_scale(scale)
    for width, height in SIZES:
        frame.resize(width, height)
        frame.go("people")
        assert_fits(people, frame)
        for line in Line:
            sending.show_line(LineState(line, since=NOW, next_try=NOW, sent=3, waiting=14, bytes_sent=18_000))
            frame.go("sending")
            assert_fits(sending, frame)
    assert frame.width() == 1366


@pytest.mark.parametrize("scale", [100, 125, 150, 175])
def test_every_section_of_the_whole_form_fits_the_window(qtbot: QtBot, language: Language, scale: int) -> None:
    room = PeopleRoom(now, explain)
    frame = Frame(language, lambda: KEPT)
    frame.add(people_room(room, room.enter, room.leave))
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    look().set_scale(scale)
    room.open_form(YUSMARY)
    for at, section in enumerate(SECTIONS):
        room.form.go(at)
        settled()
        assert clipped(room) == [], section.name


@pytest.mark.parametrize("scale", [100, 125, 150, 175])
def test_unlock_and_first_use_fit_the_window(qtbot: QtBot, language: Language, scale: int) -> None:
    unlock, enrol = UnlockScreen(now), EnrolScreen(phrase_words(), random.Random(3).choice)
    frame = Frame(language, lambda: KEPT)
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    look().set_scale(scale)
    frame.cover(unlock)
    unlock.show_users(PEOPLE)
    unlock.show_locked("s1", COUNTS)
    assert_fits(unlock.content, frame)
    unlock.failed(SENTENCES[Problem.DATABASE_NEWER])
    assert_fits(unlock.content, frame)
    frame.cover(enrol)
    enrol.begin(can_leave=True)
    enrol.failed(max(map(str, SENTENCES.values()), key=len))
    assert_fits(enrol.content, frame)
    enrol.enrolled("Milagros", sorted(phrase_words(), key=len)[-6:])
    assert_fits(enrol.content, frame)
    enrol._choose_phrase()
    assert_fits(enrol.content, frame)
    enrol.made(Carried(0, 0, 1891, 25), fetching=True)
    assert_fits(enrol.content, frame)
