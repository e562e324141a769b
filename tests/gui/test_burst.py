"""A scanner's burst of keys fills the form and no field; whatever a person types, however quickly, is typed."""

from __future__ import annotations

import random
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.register.burst import GAP_MS, SILENCE_MS, Burst
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.scanning import Scanning
from chasqui_sync.core.ids import registration_code
from chasqui_sync.core.mrz import check_digit
from tests.core.test_mrz import FIRST, SECOND
from tests.helpers.desk import TODAY, Clerk
from tests.helpers.made_up_people import person
from tests.helpers.stamped import StampedKeys

DNI = "101174102" + "QUISPE".ljust(40) + "MAMANI".ljust(40) + "ROSA ELENA".ljust(60) + "F12031988150110"
PASSPORT = f"{FIRST}\n{SECOND}"
CE = "004518236"


def card_of_three_lines() -> str:
    """A Peruvian card for foreigners, with right check digits."""
    first = f"I<PER004518236{check_digit('004518236')}".ljust(30, "<")
    birth, expiry = "910814", "300101"
    dates = f"{birth}{check_digit(birth)}F{expiry}{check_digit(expiry)}VEN"
    whole = check_digit(first[5:] + dates[:7] + dates[8:15] + "<" * 11)
    return f"{first}\n{dates}{'<' * 11}{whole}\n{'RONDON<CARDENAS<<YUSMARY'.ljust(30, '<')}"


CODES = {"dni": DNI, "passport": PASSPORT, "card": card_of_three_lines(), "ce": CE}
FIELDS = (
    "consent_photos",
    "gender",
    "nationality",
    "given_names",
    "birth",
    "home_district",
    "phone",
    "alternative_contact",
    "stage",
    "business_name",
    "channel",
    "support_shelter",
    "save",
)


def at(clerk: Clerk, field: str) -> StampedKeys:
    """The notice is answered, a CE chosen, a few answers given; the focus is in ``field``."""
    clerk.consent()
    form = clerk.desk.form
    form.choose_scheme("ce")
    form.phone, form.home_text, form.alternative_contact = "987", "com", "Mi prima"
    form.stage, form.business_name = "idea", "Arepas"
    clerk.desk._show_all()
    if field == "save":
        clerk.desk.footer.save.setFocus()
    else:
        clerk.desk.go_to_field(field)
    return StampedKeys(clerk.window)


@pytest.mark.parametrize("code", list(CODES))
@pytest.mark.parametrize("field", FIELDS)
def test_a_scan_fills_the_form_from_any_field_and_leaves_it_and_the_focus_as_they_were(
    clerk: Clerk, field: str, code: str
) -> None:
    keys = at(clerk, field)
    before = clerk.desk.form.state()
    for line in CODES[code].split("\n"):
        clerk.desk.scanning.hear(line)
    expected = clerk.desk.form.state()
    assert expected != before
    clerk.desk.scanning.close()
    clerk.desk.form.restore(before)
    clerk.desk._show_all()
    clerk.desk.footer.save.setFocus() if field == "save" else clerk.desk.go_to_field(field)
    text = shown_in(QApplication.focusWidget())
    keys.scan(CODES[code])
    assert clerk.desk.form.state() == expected
    assert clerk.field == field
    answered = {"dni": ("given_names", "birth", "gender"), "ce": ()}.get(code, ("given_names", "birth", "gender"))
    if field not in answered:
        assert shown_in(QApplication.focusWidget()) == text
    assert clerk.saved == []


def shown_in(widget: QWidget | None) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else ""


def test_a_scan_in_the_note_for_the_focal_point_leaves_the_note_alone(clerk: Clerk) -> None:
    keys = at(clerk, "support_shelter")
    clerk.type("nnnnnss")
    assert clerk.field == "referral_note"
    clerk.type("Amenazas del ")
    keys.scan(DNI)
    keys.type("vecino", 90)
    QTest.qWait(2 * GAP_MS)
    assert clerk.field == "referral_note"
    assert clerk.desk.closing.support.note.toPlainText() == "Amenazas del vecino"
    assert clerk.desk.form.number == "10117410"


def test_a_scan_at_the_documents_own_question_goes_on_to_what_is_still_open(clerk: Clerk) -> None:
    clerk.consent()
    StampedKeys(clerk.window).scan(DNI)
    assert (clerk.desk.form.scheme, clerk.desk.form.number) == ("dni", "10117410")
    assert clerk.field == "home_district"


def test_a_scan_before_the_notice_is_answered_answers_nothing_and_refuses_nothing(clerk: Clerk) -> None:
    state, field = clerk.desk.form.state(), clerk.field
    StampedKeys(clerk.window).scan("P<VENSSNNSN<<SNSNS<<<<<<<<<<<<<<<<<<<<<<<<<<\n" + SECOND)
    assert (clerk.desk.form.state(), clerk.field, clerk.refusals) == (state, field, 0)
    assert clerk.desk.scanning.panel.isVisible()


def test_goods_held_under_the_scanner_press_no_chip(clerk: Clerk) -> None:
    keys = at(clerk, "gender")
    state = clerk.desk.form.state()
    keys.scan("7751271027656")
    assert (clerk.desk.form.state(), clerk.field) == (state, "gender")
    assert "7751271027656" in clerk.desk.scanning.panel.text()


def test_a_scanner_without_enter_is_known_by_the_silence_after_it(clerk: Clerk, qtbot: QtBot) -> None:
    keys = at(clerk, "given_names")
    keys.type(CE, 12)
    qtbot.waitUntil(lambda: clerk.desk.form.number == CE)
    assert (clerk.field, clerk.desk.person.given.text()) == ("given_names", "")


def test_a_second_enter_behind_the_first_moves_nothing(clerk: Clerk) -> None:
    keys = at(clerk, "phone")
    keys.scan(CE)
    keys.type("\n", 6)
    assert (clerk.desk.form.number, clerk.field) == (CE, "phone")
    keys.type("\n", 400)
    assert clerk.field == "whatsapp"


def test_a_scan_over_a_wrong_zone_says_so_and_types_nothing(clerk: Clerk) -> None:
    keys = at(clerk, "given_names")
    keys.scan(PASSPORT.replace("L898902C36", "L898902C46"))
    assert (clerk.desk.form.number, clerk.desk.person.given.text(), clerk.field) == ("", "", "given_names")


def test_another_document_instead_of_the_line_waited_for_is_read(clerk: Clerk) -> None:
    keys = at(clerk, "given_names")
    keys.scan(FIRST)
    keys.scan(DNI)
    assert clerk.desk.form.number == "10117410"


def test_a_code_that_waited_while_the_laptop_stood_still_is_read_from_its_own_times(clerk: Clerk) -> None:
    keys = at(clerk, "alternative_contact")
    keys.type(CE[:4], 10)
    time.sleep(4 * SILENCE_MS / 1000)
    for place, letter in enumerate(CE[4:] + "\r", 1):
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter))
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(keys.now + 10 * place)
        QCoreApplication.postEvent(clerk.desk.person.contact, event)
    QCoreApplication.processEvents()
    assert (clerk.desk.form.number, clerk.desk.person.contact.text()) == (CE, "Mi prima")


# -------------------------------------------------------------------- a person
def test_a_person_who_types_twelve_keys_a_second_types(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.consent()
    keys = StampedKeys(clerk.window)
    keys.type("1", 83)
    keys.type("10117410", 83)
    keys.type("Quispe\nMamani\nRosa Elena\n", 83)
    keys.type("12031988", 83)
    qtbot.waitUntil(lambda: clerk.field == "gender")
    form = clerk.desk.form
    assert (form.number, form.paternal_surname, form.given_names) == ("10117410", "Quispe", "Rosa Elena")
    assert not clerk.desk.scanning.panel.isVisible()


def test_what_was_typed_while_the_laptop_stood_still_is_typed_all_the_same(clerk: Clerk, qtbot: QtBot) -> None:
    keys = at(clerk, "phone")
    clerk.desk.form.phone = ""
    clerk.desk._show_all()
    for letter in "004518236":
        keys.type(letter, 90)
    qtbot.waitUntil(lambda: clerk.desk.person.phone.text().replace(" ", "") == "004518236")
    assert clerk.desk.form.number == ""


def test_a_key_that_is_held_down_repeats_itself(clerk: Clerk) -> None:
    keys = at(clerk, "given_names")
    keys.type("1" * 20, 30, repeated=True)
    assert clerk.desk.person.given.text() == "1" * 20


def test_keys_without_a_time_or_all_with_the_same_one_are_typed(clerk: Clerk, qtbot: QtBot) -> None:
    at(clerk, "given_names")
    clerk.type(CE)
    assert clerk.desk.person.given.text() == CE
    clerk.desk.go_to_field("alternative_contact")
    StampedKeys(clerk.window).type(CE, 0)
    qtbot.waitUntil(lambda: clerk.desk.person.contact.text() == f"{CE}Mi prima")
    assert clerk.desk.form.number == ""


def test_a_burst_that_is_no_code_is_typed_where_the_focus_was_with_its_enter(clerk: Clerk) -> None:
    keys = at(clerk, "paternal_surname")
    keys.scan("Huamanquispe")
    assert (clerk.desk.form.paternal_surname, clerk.field) == ("Huamanquispe", "maternal_surname")
    keys.type("Choquehuanca", 4)
    keys.type("\t", 4)
    assert (clerk.desk.form.maternal_surname, clerk.field) == ("Choquehuanca", "given_names")


@pytest.mark.parametrize(
    "note", ["Tel. 987654321", "Su DNI 10117410 no lo trae", "Mz. B Lt. 12345678", "RUC 20512333797 de su esposo"]
)
def test_a_sentence_with_a_number_in_it_is_typed_however_quickly(clerk: Clerk, note: str) -> None:
    keys = at(clerk, "business_name")
    clerk.desk.business.name.clear()
    keys.scan(note)
    assert (clerk.desk.form.business_name, clerk.desk.form.number, clerk.desk.form.ruc) == (note, "", "")


@pytest.mark.parametrize("text", ["DNI 10117410", "DNI:10117410", "1011 7410 2", "GE26-…"])
def test_a_number_alone_or_with_its_name_is_a_code(clerk: Clerk, text: str) -> None:
    keys = at(clerk, "business_name")
    text = registration_code("GE26", "0193a5b0c1d27e3f8a4b5c6d7e8f9012") if text.startswith("GE26") else text
    keys.scan(text)
    assert clerk.desk.form.business_name == "Arepas"
    assert clerk.desk.scanning.panel.isVisible()


def test_a_clock_that_ticks_every_16_ms_tells_a_scanner_too(clerk: Clerk) -> None:
    keys = at(clerk, "given_names")
    for place, letter in enumerate(CE):
        keys.type(letter, 16 if place % 4 == 3 else 0)
    keys.type("\n", 0)
    assert (clerk.desk.form.number, clerk.desk.person.given.text()) == (CE, "")


def test_what_is_held_goes_in_before_a_command_a_click_or_words_of_an_input_method(clerk: Clerk) -> None:
    keys = at(clerk, "given_names")
    given = clerk.desk.person.given
    keys.type("Ro", 90)
    QGuiApplication.clipboard().setText("s")
    clerk.press("Ctrl V")
    keys.type("a", 90)
    commit = QInputMethodEvent()
    commit.setCommitString(" María")
    QApplication.sendEvent(given, commit)
    keys.type("x", 90)
    QTest.mouseClick(given, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 4))
    assert given.text() == "Rosa Maríax"
    keys.type("y", 90)
    clerk.desk.go_to_field("birth")
    assert "y" in given.text()


def test_ctrl_enter_right_behind_a_letter_saves_it_too(clerk: Clerk) -> None:
    clerk.identify()
    clerk.desk.go_to_field("alternative_contact")
    StampedKeys(clerk.window).type("Mi prima", 50)
    clerk.press("Ctrl Enter")
    assert clerk.saved[0]["alternative_contact"] == "Mi prima"


def test_what_is_typed_while_saving_is_typed_afterwards(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.identify()
    clerk.desk.go_to_field("alternative_contact")
    clerk.press("Ctrl Enter")
    StampedKeys(clerk.window).type("20117411 casa", 85)
    clerk.desk.save_failed("No se pudo guardar")
    qtbot.waitUntil(lambda: clerk.desk.form.alternative_contact == "20117411 casa")
    assert clerk.desk.form.number == "10117410"


# -------------------------------------------------------------------- a thousand names
@pytest.fixture
def sheet(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLineEdit())
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_thousand_names_typed_in_bursts_are_no_code_and_every_letter_is_there(sheet: QWidget) -> None:
    scanning, chance = Scanning(sheet, Form(), lambda: TODAY), random.Random(4)
    burst = Burst(sheet, scanning.is_code)
    heard: list[str] = []
    burst.heard.connect(heard.append)
    line = sheet.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    keys = StampedKeys(sheet)
    for _ in range(1000):
        fields = person(chance)
        name = f"{fields['given_names']} {fields['paternal_surname']}"
        line.clear()
        for letter in name:
            keys.type(letter, chance.choice((3, 20, 34, 35, 36, 59, 83)))
        keys.type("\n", 90)
        assert line.text() == name
    assert heard == []
