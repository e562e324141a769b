"""In letters of 175 % nothing is cut, squeezed or out of sight without a way to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import Post
from chasqui_desktop.screens.context import Context
from chasqui_desktop.screens.desk_room import DeskRoom
from chasqui_desktop.screens.frame import Frame
from chasqui_desktop.screens.people_room import PeopleRoom
from chasqui_desktop.screens.rooms import desk_room, people_room, sending_room
from chasqui_desktop.screens.sending import SendingScreen
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.chip_groups import ChipGroup
from chasqui_desktop.widgets.focus_ring import FocusRing
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.top_bar import ContextButton
from chasqui_desktop.words import Language
from tests.helpers import desk as at_desk
from tests.helpers.fit import clipped, outside
from tests.helpers.sample_book import COUNTS, KEPT, YUSMARY, delivery, explain, now

SCALES = [100, 115, 125, 150, 175]


LOOKS = ("es", "sun"), ("en", "sun")
"""Sunlight has the thickest edges: the least room."""


@pytest.fixture(params=LOOKS, ids="-".join)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    spoken = Language(qapp)
    spoken.use(request.param[0])
    look().use(request.param[1])
    yield spoken
    look().use("light")
    spoken.use("es")


class Window:
    """The window with desk, people and sending in it."""

    def __init__(self, language: Language, qtbot: QtBot) -> None:
        self.frame = Frame(language, lambda: KEPT)
        self.desk, self.people, self.sending = at_desk.new_desk(), PeopleRoom(now, explain), SendingScreen(now, explain)
        self.context = Context()
        self.context.show_reference(at_desk.REFERENCE)
        self.context.show_choice(at_desk.EDITION, at_desk.POINT)
        room = DeskRoom(self.desk)
        self.frame.add(desk_room(room, room.enter, self.context))
        self.frame.add(people_room(self.people, self.people.enter, self.people.leave))
        self.frame.add(sending_room(self.sending, self.sending.enter, self.sending.act))
        qtbot.addWidget(self.frame)
        self.frame.resize(1366, 768)
        self.frame.show()
        self.frame.activateWindow()
        qtbot.waitExposed(self.frame)
        self.frame.show_counts(COUNTS)

    def scales(self) -> Iterator[int]:
        """Every size of letters in turn; what is asked on the way is asked in each."""
        for scale in SCALES:
            look().set_scale(scale)
            self.settled()
            yield scale

    def settled(self) -> None:
        for _ in range(6):
            QCoreApplication.processEvents()


@pytest.fixture
def window(language: Language, qtbot: QtBot) -> Window:
    return Window(language, qtbot)


def test_what_the_choosers_in_the_top_bar_are_called_is_read_whole_and_so_is_the_edition(window: Window) -> None:
    point, edition = window.context.findChildren(ContextButton)
    for scale in window.scales():
        assert "…" not in point.shown()[0], scale
        assert edition.shown()[:2] == (edition.accessibleName().split(":")[0], "2026-II"), scale
        if scale == 100:
            assert point.shown() == (point.accessibleName().split(":")[0], "Mercado Unicachi · Comas", True)


def test_rights_are_read_whole_with_every_question_that_may_stand_under_them(window: Window) -> None:
    window.people.show_role("coordinator")
    window.frame.go("people")
    window.people.open_rights(YUSMARY)
    rights = window.people.rights
    line = rights._lines["whatsapp"]
    acts: list[Callable[[], None]] = [
        lambda: rights._choose(None),
        lambda: rights._choose("whatsapp"),
        rights._choose_to_erase,
        lambda: rights.failed("No hay espacio para guardar. Libera espacio o pon un USB."),
    ]
    for scale in window.scales():
        for act in acts:
            act()
            window.settled()
            assert clipped(rights) == [], scale
            assert outside(rights, window.frame) == [], scale
        rights._choose("whatsapp")
        window.settled()
        seen = line.visibleRegion().boundingRect().height()
        assert seen == line.height(), f"what is asked about stays in sight at {scale} %"


def test_no_column_of_what_is_sent_ends_outside_the_list(window: Window) -> None:
    window.frame.go("sending")
    window.sending.show_page(window.sending._chosen(), 0, 100, [delivery(0), delivery(1, Post.HEADQUARTERS)])
    table = window.sending._table
    header = table.horizontalHeader()
    for scale in window.scales():
        for column in range(table.model().columnCount()):
            if not table.isColumnHidden(column):
                ends = header.sectionViewportPosition(column) + header.sectionSize(column)
                assert ends <= table.viewport().width(), (scale, column)
                assert header.sectionSize(column) >= header.sectionSizeFromContents(column).width(), (scale, column)


def test_the_name_of_a_field_is_in_sight_beside_the_answer_in_focus(window: Window) -> None:
    look().set_scale(175)
    window.frame.go("desk")
    window.desk.form.scheme, window.desk.form.number = "refugee_applicant", "004518236"
    window.desk._show_all()
    for name in ("scheme", "gender", "sells_at", "channel"):
        window.desk.go_to_field(name)
        window.settled()
        label = next(card.fields[name].findChild(Label) for card in window.desk.cards if name in card.fields)
        assert label is not None
        assert label.visibleRegion().boundingRect().size() == label.size(), name


def test_answers_under_each_other_do_not_touch(window: Window) -> None:
    window.frame.go("desk")
    window.desk.go(3)
    groups: list[QWidget] = [each.answer for each in window.desk.closing.support.questions.values()]
    assert all(isinstance(each, ChipGroup) for each in groups)
    for scale in window.scales():
        tops = [each.mapTo(window.frame, each.rect().topLeft()).y() for each in groups]
        for above, top, below in zip(groups, tops, tops[1:], strict=False):
            assert top + above.height() + 2 <= below, scale


def test_the_ring_around_a_page_that_ends_with_the_window_is_seen_on_all_its_sides(window: Window) -> None:
    window.frame.go("sending")
    window.sending.setFocusPolicy(window.frame.focusPolicy().__class__.StrongFocus)
    window.sending.setFocus()
    window.settled()
    ring = window.frame.findChild(FocusRing)
    assert ring is not None
    assert ring.target() is window.sending
    drawn = ring._box.translated(ring.pos())
    assert window.frame.rect().adjusted(4, 4, -4, -4).contains(drawn)
