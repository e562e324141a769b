"""The window: keys that work anywhere, covers that hide everything and lose nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import Counts, People
from chasqui_desktop.line_state import Line, LineState
from chasqui_desktop.screens.context import Context
from chasqui_desktop.screens.frame import Frame
from chasqui_desktop.screens.people import PeopleScreen
from chasqui_desktop.screens.rooms import desk_room, people_room, sending_room
from chasqui_desktop.screens.sending import SendingScreen
from chasqui_desktop.screens.settings_menu import settings_menu
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import Language
from tests.helpers.keys import type_text
from tests.helpers.sample_book import COUNTS, KEPT, REFERENCE, explain, now

NOBODY = People([], 0)


class Desk(QWidget):
    """A desk with one field, that counts how often it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.field = TextField()
        self.painted = 0
        QVBoxLayout(self).addWidget(self.field)

    def enter(self) -> None:
        self.field.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1


class House:
    """The window with its rooms, as the program builds it."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.desk, self.context = Desk(), Context()
        self.people, self.sending = PeopleScreen(now, explain), SendingScreen(now, explain)
        self.frame = Frame(language, lambda: KEPT)
        self.frame.add(desk_room(self.desk, self.desk.enter, self.context))
        self.frame.add(people_room(self.people, self.people.enter, self.people.leave))
        self.frame.add(sending_room(self.sending, self.sending.enter, self.sending.act))


@pytest.fixture
def house(qtbot: QtBot, qapp: QApplication) -> Iterator[House]:
    made = House(Language(qapp))
    made.frame.resize(1366, 768)
    qtbot.addWidget(made.frame)
    made.frame.show()
    made.frame.activateWindow()
    qtbot.waitExposed(made.frame)
    made.desk.enter()
    yield made
    made.language.use("es")


def press(qtbot: QtBot, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is, as a keyboard does."""
    modifier = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifier |= each
    target = QApplication.focusWidget() or QApplication.activeWindow()
    qtbot.keyClick(target, key, modifier)


CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.mark.parametrize(
    ("key", "held", "room"),
    [
        (Qt.Key.Key_F3, (), "people"),
        (Qt.Key.Key_F, (CTRL,), "people"),
        (Qt.Key.Key_F5, (), "sending"),
        (Qt.Key.Key_4, (ALT,), "sending"),
        (Qt.Key.Key_2, (ALT,), "people"),
    ],
)
def test_a_key_and_its_twin_lead_to_a_room_from_a_text_field(
    house: House, qtbot: QtBot, key: Qt.Key, held: tuple[Qt.KeyboardModifier, ...], room: str
) -> None:
    type_text("Ñusta")
    press(qtbot, key, *held)
    assert house.frame.here() == room
    press(qtbot, Qt.Key.Key_F2)
    assert house.frame.here() == "desk"
    assert house.desk.field.text() == "Ñusta"
    assert house.desk.field.hasFocus()


def test_f3_puts_the_focus_into_the_search(house: House, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F3)
    assert house.people.search_field().hasFocus()


def test_a_name_nobody_has_is_carried_to_the_desk_by_f2(house: House, qtbot: QtBot) -> None:
    carried: list[str] = []

    def to_the_desk(text: str) -> None:
        carried.append(text)
        house.frame.go("desk")

    house.people.register_asked.connect(to_the_desk)
    people = house.people
    people.page_asked.connect(lambda text, chosen, offset, _n: people.show_page(text, chosen, offset, NOBODY))
    press(qtbot, Qt.Key.Key_F3)
    type_text("Ñusta")
    qtbot.waitUntil(lambda: house.people._note.isVisible() and "Ñusta" in house.people._note.text())
    press(qtbot, Qt.Key.Key_F2)
    assert carried == ["Ñusta"]
    assert house.frame.here() == "desk"


def test_f5_in_its_own_room_starts_and_pauses(house: House, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F5)
    house.sending.show_line(LineState(Line.OFFLINE, since=now()))
    with qtbot.waitSignal(house.sending.try_asked):
        press(qtbot, Qt.Key.Key_F5)
    house.sending.show_line(LineState(Line.SENDING, since=now(), sent=1, waiting=9))
    with qtbot.waitSignal(house.sending.pause_asked):
        press(qtbot, Qt.Key.Key_F5)
    house.sending.show_line(LineState(Line.PAUSED, since=now()))
    with qtbot.waitSignal(house.sending.resume_asked):
        press(qtbot, Qt.Key.Key_F5)


def test_the_privacy_screen_hides_everything_in_one_repaint(house: House, qtbot: QtBot) -> None:
    type_text("Rondón")
    painted = house.desk.painted
    watch = QElapsedTimer()
    watch.start()
    press(qtbot, Qt.Key.Key_F9)
    assert watch.elapsed() < 250  # 50 ms on a laptop; a busy machine of tests gets more
    assert house.frame.is_private()
    assert not house.desk.isVisible()
    assert not house.desk.field.hasFocus()
    assert house.desk.painted == painted
    press(qtbot, Qt.Key.Key_F9)
    assert house.desk.field.text() == "Rondón"
    assert house.desk.field.hasFocus()


def test_nothing_can_be_typed_through_the_privacy_screen(house: House, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_H, CTRL)
    type_text("abc")
    press(qtbot, Qt.Key.Key_F3)
    assert house.frame.is_private()
    press(qtbot, Qt.Key.Key_F9)
    assert house.desk.field.text() == ""
    assert house.frame.here() == "desk"


def test_after_two_minutes_the_privacy_screen_asks_for_the_phrase(house: House, qtbot: QtBot) -> None:
    house.frame._privacy._timer.setInterval(30)  # two minutes in use
    with qtbot.waitSignal(house.frame.lock_asked):
        press(qtbot, Qt.Key.Key_F9)


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_F12, ()), (Qt.Key.Key_L, (CTRL,))])
def test_lock_covers_the_window_and_the_text_stays(
    house: House, qtbot: QtBot, key: Qt.Key, held: tuple[Qt.KeyboardModifier, ...]
) -> None:
    type_text("Quispe")
    cover = TextField()
    house.frame.lock_asked.connect(lambda: house.frame.cover(cover))
    press(qtbot, key, *held)
    assert house.frame.is_covered()
    assert not house.desk.isVisible()
    press(qtbot, Qt.Key.Key_F3)
    press(qtbot, Qt.Key.Key_F9)
    assert cover.isVisible()
    house.frame.uncover()
    assert house.frame.here() == "desk"
    assert house.desk.field.text() == "Quispe"
    assert house.desk.field.hasFocus()


def test_nobody_there_for_five_minutes_locks(house: House, qtbot: QtBot) -> None:
    house.frame._idle.setInterval(40)  # five minutes in use
    with qtbot.waitSignal(house.frame.lock_asked):
        type_text("a")


@pytest.mark.parametrize(("chosen", "kept"), [(1, 1), (5, 5), (15, 15), (0, 1), (-3, 1), (600, 15)])
def test_the_time_until_it_locks_is_never_shorter_or_longer_than_may_be_chosen(
    house: House, chosen: int, kept: int
) -> None:
    assert house.frame._idle.interval() == 5 * 60_000
    house.frame.lock_after(chosen)
    assert house.frame._idle.interval() == kept * 60_000


def test_settings_offer_one_to_fifteen_minutes(house: House) -> None:
    used: list[int] = []
    menu = settings_menu(house.frame, house.language, KEPT._replace(use_idle_minutes=used.append))
    actions = {action.text(): action for action in menu.actions()}
    assert actions["5 minutos"].isChecked()
    for words in ("1 minuto", "2 minutos", "10 minutos", "15 minutos"):
        actions[words].trigger()
    assert used == [1, 2, 10, 15]


def test_settings_speak_of_the_protection_key_to_whom_it_is_for(house: House) -> None:
    asked: list[int] = []
    menu = settings_menu(house.frame, house.language, KEPT)
    assert "Llave de protección…" not in {action.text() for action in menu.actions()}
    kept = KEPT._replace(bring_key=lambda: asked.append(1))
    actions = {action.text(): action for action in settings_menu(house.frame, house.language, kept).actions()}
    actions["Llave de protección…"].trigger()
    assert asked == [1]


def test_the_language_turns_in_place_and_keeps_text_and_focus(house: House, qtbot: QtBot) -> None:
    type_text("Ñaupari")
    press(qtbot, Qt.Key.Key_E, CTRL, SHIFT)
    assert house.language.code == "en"
    entry = house.frame._rail.entry("desk")
    qtbot.waitUntil(lambda: entry.accessibleName() == "Register")
    assert house.desk.field.text() == "Ñaupari"
    assert house.desk.field.hasFocus()
    press(qtbot, Qt.Key.Key_E, CTRL, SHIFT)
    qtbot.waitUntil(lambda: entry.accessibleName() == "Registrar")


def test_theme_and_text_size_turn_by_keys(house: House, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_T, CTRL)
    assert look().tokens.name == "dark"
    press(qtbot, Qt.Key.Key_Plus, CTRL)
    press(qtbot, Qt.Key.Key_Equal, CTRL)
    assert look().scale == 125
    press(qtbot, Qt.Key.Key_Minus, CTRL)
    assert look().scale == 115


def test_f1_shows_the_keys_of_the_room_takes_no_focus_and_moves_nothing(house: House, qtbot: QtBot) -> None:
    before = house.desk.geometry()
    press(qtbot, Qt.Key.Key_F1)
    assert house.frame._help.isVisible()
    QApplication.processEvents()
    assert house.desk.geometry() == before
    assert house.frame.rect().contains(house.frame._help.geometry())
    assert house.desk.field.hasFocus()
    assert house.frame._help._title.text() == "Ayuda: Registrar"
    press(qtbot, Qt.Key.Key_F3)
    assert house.frame._help._title.text() == "Ayuda: Personas"
    press(qtbot, Qt.Key.Key_Question, CTRL, SHIFT)
    assert not house.frame._help.isVisible()


def test_f11_fills_the_screen_and_gives_it_back(house: House, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F11)
    assert house.frame.isFullScreen()
    press(qtbot, Qt.Key.Key_F11)
    assert not house.frame.isFullScreen()


def test_the_title_of_the_window_names_no_person(house: House, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F3)
    assert house.frame.windowTitle() == "Chasqui"


def test_the_strip_says_true_numbers(house: House) -> None:
    house.frame.show_counts(COUNTS._replace(at_risk=3))
    said = house.frame._bar.relay.accessibleName()
    assert said == "Equipo 14, oficina 9, sede 118, 3 en riesgo"
    house.frame.show_counts(Counts(0, 0, 0, 0, 0, 0, None))
    assert house.frame._bar.relay.accessibleName() == "Equipo 0, oficina 0, sede 0, 0 en riesgo"


@pytest.mark.parametrize("line", list(Line))
def test_every_state_of_the_line_has_its_badge(house: House, line: Line) -> None:
    house.frame.show_line(LineState(line, since=now()))
    assert house.frame._bar.line.text()


def test_the_context_offers_the_points_of_the_edition_in_force(house: House) -> None:
    house.context.show_reference(REFERENCE)
    house.context.show_choice("e1", "p1")
    assert house.context.points() == [
        ("p1", "Mercado Unicachi · Comas"),
        ("p2", "Plaza Norte · Independencia"),
    ]
    assert house.context.editions() == [("e1", "2026-II")]
    assert house.context._point_button.accessibleName() == "Punto de difusión: Mercado Unicachi · Comas"


def test_a_room_gone_to_while_covered_waits_there(house: House) -> None:
    cover = TextField()
    house.frame.cover(cover)
    house.frame.go("sending")
    assert house.frame.is_covered()
    house.frame.uncover()
    assert house.frame.here() == "sending"
    assert house.sending.isVisible()


def test_settings_change_theme_size_and_language(house: House) -> None:
    menu = settings_menu(house.frame, house.language, KEPT)
    actions = {action.text(): action for action in menu.actions()}
    actions["Oscuro"].trigger()
    actions["150 %"].trigger()
    actions["English"].trigger()
    assert (look().tokens.name, look().scale, house.language.code) == ("dark", 150, "en")


def test_settings_offer_every_drive_for_the_copy_and_name_the_one_that_is_away(house: House) -> None:
    used: list[str | None] = []
    kept = KEPT._replace(drives=(("/media/stick", "Kingston"),), drive="/media/gone", use_drive=used.append)
    menu = settings_menu(house.frame, house.language, kept)
    actions = {action.text(): action for action in menu.actions()}
    assert actions["/media/gone (no está puesta)"].isChecked()
    actions["Kingston"].trigger()
    actions["En este equipo"].trigger()
    assert used == ["/media/stick", None]
