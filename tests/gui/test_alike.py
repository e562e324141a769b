"""Who may be registered already, while typing: by keys, never in the way, decided for good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import LookAlike, LookAlikes, Person, Post
from chasqui_desktop.screens.register.alike_words import REASONS, told
from chasqui_desktop.theme import look
from chasqui_sync.core.likeness import Band, Reason
from tests.helpers.desk import FAIR, NOW, Clerk
from tests.helpers.fit import clipped, outside

SATURDAY = int(NOW.timestamp() * 1000) - 2 * 24 * 3600 * 1000
WHY = (Reason.SAME_PHONE, Reason.SAME_SURNAME, Reason.GIVEN_NEARLY)
ROSA = LookAlike("r" * 32, "Rosa E. Q. M.", "Rosa Elena", "RQ", SATURDAY, FAIR, Band.LIKELY, WHY)
COUSIN = LookAlike("s" * 32, "Rosa M. Q. T.", "Rosa María", "RQ", SATURDAY, None, Band.POSSIBLE, (Reason.SAME_SURNAME,))
NOBODY = LookAlikes((), "")


NOT_COMPARED = "Parecidos: aún sin comparar"


class Register:
    """Answers what the desk asks as slowly as a test likes."""

    def __init__(self, clerk: Clerk, qtbot: QtBot) -> None:
        self.asked: list[tuple[dict[str, Any], frozenset[str]]] = []
        self.recognised: list[str] = []
        self.clerk, self.qtbot = clerk, qtbot
        self.alike = clerk.desk.alike
        self.alike.asked.connect(lambda fields, but_for: self.asked.append((fields, but_for)))
        self.alike.recognised.connect(self.recognised.append)

    def wait(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.asked) == count)

    def card(self) -> str:
        return self.clerk.desk.panel.alike.text()


@pytest.fixture
def register(clerk: Clerk, qtbot: QtBot) -> Register:
    return Register(clerk, qtbot)


def person(**fields: Any) -> Person:
    known = {"code": "GE26-K7M4-Q", "edition": "e" * 32, "consent_programme": True, **fields}
    heads = dict.fromkeys(known, "d.1.1")
    return Person("r" * 32, "GE26-K7M4-Q", known, heads, True, Post.LAPTOP, 1, None, None, None, ())


def test_she_is_looked_for_once_the_hand_rests_and_typing_goes_on_meanwhile(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    assert register.asked == []
    register.wait(1)
    fields, but_for = register.asked[0]
    assert fields["document"] == {"scheme": "dni", "number": "10117410"}
    assert fields["given_names"] == "Rosa"
    assert but_for == frozenset()
    clerk.type("12031988")
    assert clerk.desk.form.birth == "12/03/1988"
    register.alike.told(LookAlikes((ROSA,), ""))
    assert "Rosa" not in register.card(), "an answer to a question that has moved on is no answer"
    register.wait(2)
    assert register.asked[1][0]["birth_date"] == "1988-03-12"


def test_the_latest_question_waits_for_the_one_that_is_out(register: Register, clerk: Clerk, qtbot: QtBot) -> None:
    clerk.identify()
    register.wait(1)
    clerk.type("12031988")
    qtbot.wait(400)
    assert len(register.asked) == 1, "two questions are never out at once"
    register.alike.told(NOBODY)
    register.wait(2)
    register.alike.told(NOBODY)
    assert register.card() == "Sin parecidos en este equipo"
    qtbot.wait(400)
    assert len(register.asked) == 2


def test_who_is_like_her_is_shown_with_reasons_in_words_and_no_number(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    register.wait(1)
    field = clerk.field
    register.alike.told(LookAlikes((ROSA, COUSIN), ""))
    said = register.card()
    assert "Puede estar ya registrada" in said
    assert "Rosa E. Q. M." in said
    assert "Feria Los Olivos" in said
    for words in ("Mismo celular", "Mismo apellido", "Nombre casi igual: Rosa / Rosa Elena", "y 1 más que se parece"):
        assert words in said
    assert clerk.field == field
    assert clerk.window.isActiveWindow()
    assert clerk.window.height() == 768, "nothing jumps"


def test_alt_n_says_somebody_else_and_goes_out_with_the_registration(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    register.wait(1)
    register.alike.told(LookAlikes((ROSA, COUSIN), ""))
    field = clerk.field
    clerk.press("Alt N")
    assert "Rosa M. Q. T." in register.card()
    clerk.press("Alt N")
    assert "Puede estar" not in register.card()
    assert clerk.field == field
    register.wait(2)
    assert register.asked[1][1] == {ROSA.record, COUSIN.record}
    register.alike.told(NOBODY)
    register.qtbot.waitUntil(lambda: "not_same_as" in clerk.drafts[-1])
    assert clerk.drafts[-1]["not_same_as"] == [ROSA.record, COUSIN.record]
    clerk.press("Ctrl Enter")
    assert clerk.saved[-1]["not_same_as"] == [ROSA.record, COUSIN.record]


def test_alt_s_says_it_is_her(register: Register, clerk: Clerk) -> None:
    clerk.press("Alt S")
    clerk.identify()
    register.wait(1)
    clerk.press("Alt S")
    assert register.recognised == []
    register.alike.told(LookAlikes((ROSA,), ""))
    clerk.press("Alt S")
    assert register.recognised == [ROSA.record]


def test_her_registration_opens_with_what_was_typed_as_corrections(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    clerk.type("12031988")
    desk = clerk.desk
    amended: list[tuple[str, dict[str, Any], dict[str, str]]] = []
    desk.amended.connect(lambda *said: amended.append(said))
    known = {"given_names": "Rosa Elena", "paternal_surname": "QUISPE", "alternative_contact": "su hermana"}
    desk.recognise(person(**known))
    form = desk.form
    assert (form.given_names, form.paternal_surname, form.alternative_contact) == ("Rosa", "QUISPE", "su hermana")
    assert desk.scanning.panel.offers_keeping()
    assert "estaba: Rosa Elena" in desk.scanning.panel.text()
    assert desk.here == 1
    clerk.press("Alt D")
    assert form.given_names == "Rosa Elena"
    clerk.press("Ctrl Enter")
    [(record, changed, seen)] = amended
    assert record == ROSA.record
    assert changed["birth_date"] == "1988-03-12"
    assert changed["maternal_surname"] == "Mamani"
    assert "given_names" not in changed
    assert "paternal_surname" not in changed
    assert seen == {}


def test_a_telephone_somebody_has_is_said_under_it_until_it_is_another(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    clerk.desk.go_to_field("phone")
    clerk.type("987654321")
    register.wait(1)
    register.alike.told(LookAlikes((), "Rosa E. Q. M."))
    assert clerk.helper("phone") == ("warn", "Ya lo tiene Rosa E. Q. M. Puede ser familiar.")
    clerk.desk.go_to_field("phone")
    clerk.press("End", "Backspace")
    assert "Ya lo tiene" not in clerk.helper("phone")[1]


def test_the_next_person_begins_with_nobody_beside_her(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    register.wait(1)
    register.alike.told(LookAlikes((ROSA,), "Rosa E. Q. M."))
    clerk.desk.free()
    assert clerk.desk.alike.found is None
    assert register.card() in ("", NOT_COMPARED)
    clerk.press("Alt S")
    assert register.recognised == []


def test_a_register_that_did_not_answer_is_asked_again(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    register.wait(1)
    register.alike.not_told()
    clerk.type("12031988")
    register.wait(2)


def test_while_the_register_may_not_be_read_nothing_is_said(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    register.wait(1)
    register.alike.told(None)
    assert register.card() in ("", NOT_COMPARED)


def test_whoever_is_shown_goes_when_reading_is_closed_meanwhile(register: Register, clerk: Clerk) -> None:
    clerk.identify()
    register.wait(1)
    register.alike.told(LookAlikes((ROSA,), "Rosa E."))
    assert "Rosa" in register.card()
    register.alike.close()
    assert "Rosa" not in register.card()
    assert (register.alike.found, register.alike.phone_of) == (None, "")
    clerk.type("12031988")
    register.wait(2)
    register.alike.told(None)
    assert "Rosa" not in register.card()


def test_every_reason_has_words_and_what_speaks_against_it_is_never_left_out() -> None:
    assert set(REASONS) == set(Reason)
    many = (Reason.SAME_DOCUMENT, Reason.SAME_PHONE, Reason.SAME_SURNAMES, Reason.SAME_BIRTH, Reason.OTHER_GIVEN)
    assert [each.sign for each in told(many, "Rosa", "Ana")] == ["=", "=", "=", "×"]


# -------------------------------------------------------------------- where the window is narrow
NARROW = pytest.mark.parametrize("size", [(1024, 700), (1100, 768)], ids=["1024x700", "1100x768"])


@pytest.fixture
def narrow(clerk: Clerk, qtbot: QtBot, size: tuple[int, int]) -> Iterator[Register]:
    """A window without room for the side panel."""
    look().set_compact(size[1] < 740)
    clerk.window.resize(*size)
    qtbot.waitUntil(lambda: not clerk.desk.panel.isVisible())
    yield Register(clerk, qtbot)
    look().set_compact(False)


def places(clerk: Clerk) -> list[QPoint]:
    card = clerk.desk.person
    return [field.mapTo(clerk.window, field.rect().topLeft()) for field in card.fields.values() if field.isVisible()]


@NARROW
def test_without_the_side_panel_a_line_over_the_card_says_who_may_be_here_and_no_field_moves(
    narrow: Register, clerk: Clerk
) -> None:
    clerk.identify()
    narrow.wait(1)
    field, before = clerk.field, places(clerk)
    narrow.alike.told(LookAlikes((ROSA, COUSIN), ""))
    QCoreApplication.processEvents()
    assert clerk.desk.strip.text() == (
        "Puede estar ya registrada: Rosa E. Q. M.\n= Mismo celular  ·  = Mismo apellido  ·  y 1 más"
    )
    assert (clerk.field, places(clerk)) == (field, before)
    assert clipped(clerk.desk.strip) == []
    assert outside(clerk.desk.strip, clerk.window) == []
    clerk.type("12031988")
    assert clerk.desk.form.birth == "12/03/1988"


@NARROW
def test_alt_n_in_the_line_goes_out_with_the_registration_and_the_steps_come_back(
    narrow: Register, clerk: Clerk
) -> None:
    clerk.identify()
    narrow.wait(1)
    narrow.alike.told(LookAlikes((ROSA, COUSIN), ""))
    clerk.press("Alt N")
    assert "Rosa M. Q. T." in clerk.desk.strip.text()
    assert not clerk.desk.header.isVisible()
    clerk.press("Alt N")
    assert clerk.desk.strip.text() == ""
    assert clerk.desk.header.isVisible()
    clerk.press("Ctrl Enter")
    assert clerk.saved[-1]["not_same_as"] == [ROSA.record, COUSIN.record]


@NARROW
def test_alt_s_and_a_click_in_the_line_say_it_is_her(narrow: Register, clerk: Clerk) -> None:
    clerk.identify()
    narrow.wait(1)
    narrow.alike.told(LookAlikes((ROSA,), ""))
    clerk.press("Alt S")
    field = clerk.field
    QTest.mouseClick(clerk.desk.strip.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert narrow.recognised == [ROSA.record, ROSA.record]
    assert clerk.field == field


@NARROW
def test_the_line_stands_on_her_cards_alone_and_gives_way_to_the_panel(
    narrow: Register, clerk: Clerk, qtbot: QtBot
) -> None:
    clerk.identify()
    narrow.wait(1)
    narrow.alike.told(LookAlikes((ROSA,), ""))
    for card, shows in ((0, False), (1, True), (2, True), (3, False)):
        clerk.press(f"Ctrl {card + 1}")
        assert clerk.desk.strip.isVisible() is shows
        assert clerk.desk.header.isVisible() is not shows
    clerk.press("Ctrl 2")
    clerk.window.resize(1366, 768)
    qtbot.waitUntil(clerk.desk.panel.alike.isVisible)
    assert not clerk.desk.strip.isVisible()


@NARROW
def test_what_the_header_has_to_say_is_seen_beside_the_line(narrow: Register, clerk: Clerk, qtbot: QtBot) -> None:
    clerk.identify()
    narrow.wait(1)
    narrow.alike.told(LookAlikes((ROSA,), ""))
    clerk.desk.last.tell_printed("Comprobante impreso", "", ok=True)
    assert clerk.desk.header.toast.isVisible()
    assert clerk.desk.strip.isVisible()
    clerk.desk.header.toast.dismiss()
    qtbot.waitUntil(lambda: not clerk.desk.header.isVisible())


def test_at_1024_the_button_beside_the_number_covers_nothing(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.window.resize(1024, 700)
    clerk.identify()
    card = clerk.desk.person
    clerk.desk.go_to_field("number")
    qtbot.waitUntil(card.scan.isVisible)
    right = card.number.mapTo(card, card.number.rect().topRight()).x()
    assert right < card.scan.mapTo(card, card.scan.rect().topLeft()).x()


def test_a_window_may_be_as_narrow_as_1100_in_the_theme_with_the_widest_letters(clerk: Clerk, qtbot: QtBot) -> None:
    look().use("sun")
    clerk.identify()

    def is_now(width: int) -> bool:
        clerk.window.resize(width, 768)
        return clerk.window.width() == width

    for width in range(1366, 1090, -10):
        qtbot.waitUntil(lambda width=width: is_now(width))  # type: ignore[misc]  # a bound default


def test_what_is_below_does_not_move_when_somebody_was_looked_for_and_not_found(
    register: Register, clerk: Clerk, qtbot: QtBot
) -> None:
    consent = clerk.desk.panel._consent
    clerk.consent()
    assert register.card() == NOT_COMPARED
    top = consent.geometry().top()
    clerk.type("1", "10117410")
    clerk.fill("Quispe", "Mamani", "Rosa")
    register.wait(1)
    register.alike.told(LookAlikes((), ""))
    assert register.card() == "Sin parecidos en este equipo"
    qtbot.waitUntil(lambda: consent.geometry().top() == top)
