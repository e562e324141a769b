"""The whole form: each answer is kept as it is given, one act at a time, and nothing else is written."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import Person
from chasqui_desktop.screens.form_sections import SECTIONS, asked, completeness, progress
from chasqui_desktop.screens.whole_form import WholeForm
from tests.helpers.keys import type_text
from tests.helpers.sample_book import YUSMARY, now

Act = tuple[str, dict[str, Any], dict[str, str]]
KNOWN = YUSMARY._replace(
    fields={**YUSMARY.fields, "birth_year": 1988, "birth_date": None, "email": "y@correo.example"},
    heads={"email": "d.i.1", "digital_tools": "d.i.2"},
)


class Clerk:
    """Somebody at the form; what it asks to be kept is answered when she says so."""

    def __init__(self, qtbot: QtBot) -> None:
        self.form = WholeForm(lambda: now().date())
        self.qtbot = qtbot
        self.acts: list[Act] = []
        self.form.amend_asked.connect(lambda *act: self.acts.append(act))
        qtbot.addWidget(self.form)
        self.form.resize(1270, 712)
        self.form.show()
        self.form.activateWindow()
        qtbot.waitExposed(self.form)

    def open(self, section: str, person: Person = KNOWN) -> None:
        self.person = person
        self.form.open(person)
        self.form.go([each.name for each in SECTIONS].index(section))

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, held)

    def kept(self, head: str = "d.i.9") -> None:
        """The store has written the last act."""
        _, changed, _ = self.acts[-1]
        fields = {**self.person.fields, **changed}
        self.person = self.person._replace(fields=fields, heads={**self.person.heads, **dict.fromkeys(changed, head)})
        self.form.kept(self.person)

    def words(self) -> str:
        return self.form._kept.text()


@pytest.fixture
def clerk(qtbot: QtBot) -> Clerk:
    return Clerk(qtbot)


def test_a_digit_answers_a_question_and_it_is_kept_with_what_was_seen(clerk: Clerk) -> None:
    clerk.open("sales")
    clerk.press(Qt.Key.Key_1)
    assert clerk.acts == [(KNOWN.record, {"digital_tools": ["whatsapp"]}, {"digital_tools": "d.i.2"})]
    assert clerk.words() == "Guardando…"
    clerk.kept()
    assert clerk.words() == "Cada respuesta se guarda sola"


def test_a_second_answer_waits_for_the_first_and_has_seen_it(clerk: Clerk) -> None:
    clerk.open("sales")
    clerk.press(Qt.Key.Key_1)
    clerk.press(Qt.Key.Key_5)
    assert len(clerk.acts) == 1
    clerk.kept("d.i.9")
    assert clerk.acts[1:] == [(KNOWN.record, {"digital_tools": ["whatsapp", "wallet"]}, {"digital_tools": "d.i.9"})]


def test_nothing_and_something_do_not_stand_together(clerk: Clerk) -> None:
    clerk.open("sales")
    clerk.press(Qt.Key.Key_1)
    clerk.kept()
    clerk.press(Qt.Key.Key_6)
    clerk.kept()
    clerk.press(Qt.Key.Key_2)
    assert [act[1]["digital_tools"] for act in clerk.acts] == [["whatsapp"], ["none"], ["facebook"]]


def test_a_text_is_kept_when_it_is_left_and_emptied_when_it_is_taken_away(clerk: Clerk) -> None:
    clerk.open("contact")
    clerk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    clerk.press(Qt.Key.Key_Delete)
    assert clerk.acts == []
    clerk.press(Qt.Key.Key_Return)
    assert clerk.acts == [(KNOWN.record, {"email": None}, {"email": "d.i.1"})]


def test_an_odd_answer_is_said_beside_it_and_kept_all_the_same(clerk: Clerk) -> None:
    clerk.open("situation")
    for _ in range(3):
        clerk.press(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "arrival_year"
    type_text("1066", focus)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.acts == [(KNOWN.record, {"arrival_year": 1066}, {})]
    field = next(f for f, (q, _) in zip(_fields(clerk), _asked(clerk), strict=True) if q.field == "arrival_year")
    assert field.help_text() == "¿Ese año está bien?"


def _fields(clerk: Clerk) -> list[Any]:
    return clerk.form._cards["situation"]._fields


def _asked(clerk: Clerk) -> list[Any]:
    return clerk.form._cards["situation"]._asked


def test_difficulties_are_parts_of_one_answer(clerk: Clerk) -> None:
    clerk.open("access")
    clerk.press(Qt.Key.Key_2)
    clerk.kept()
    clerk.press(Qt.Key.Key_1)
    assert [act[1] for act in clerk.acts] == [
        {"disability": {"seeing": 2}},
        {"disability": {"seeing": 2, "hearing": 1}},
    ]


def test_a_name_corrected_on_the_desks_card_writes_that_name_alone(clerk: Clerk) -> None:
    clerk.open("person")
    clerk.form._pages["person"].focus("maternal_surname")  # type: ignore[union-attr]  # the desk's card
    clerk.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    focus = QApplication.focusWidget()
    assert focus is not None
    type_text("Avila", focus)
    clerk.press(Qt.Key.Key_Return)
    # the age given years ago was kept as a year: it does not become another one now
    assert clerk.acts == [(KNOWN.record, {"maternal_surname": "Avila"}, {})]


def test_what_breaks_a_hard_rule_is_not_written_and_stays_on_screen(clerk: Clerk) -> None:
    person = KNOWN._replace(fields={**KNOWN.fields, "document": {"scheme": "dni", "number": "10117410"}})
    clerk.open("person", person)
    clerk.form._pages["person"].focus("number")  # type: ignore[union-attr]  # the desk's card
    clerk.press(Qt.Key.Key_End)
    clerk.press(Qt.Key.Key_Backspace)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.acts == []
    number = clerk.form._pages["person"].fields["number"]  # type: ignore[union-attr]  # the desk's card
    assert number.help_text() == "Falta 1 número: el DNI tiene 8 y escribiste 7."


def test_a_disk_that_is_full_is_said_and_the_answer_goes_with_the_next_one(clerk: Clerk) -> None:
    clerk.open("programme")
    clerk.press(Qt.Key.Key_1)
    clerk.form.keep_failed("No hay espacio para guardar.")
    assert clerk.form._trouble.isVisible()
    clerk.press(Qt.Key.Key_2)
    assert clerk.acts[-1][1] == {"schedule": "morning", "devices": ["basic_phone"]}
    clerk.kept()
    assert not clerk.form._trouble.isVisible()


def test_enter_past_the_last_field_opens_the_next_section_and_shift_enter_comes_back(clerk: Clerk) -> None:
    clerk.open("access")
    for _ in range(6):
        clerk.press(Qt.Key.Key_Return)
    assert clerk.form._title.text() == "Negocio"
    clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert clerk.form._title.text() == "Accesibilidad"
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    assert clerk.form._cards["access"].order.focused() is clerk.form._cards["access"].order.controls()[-1]


def test_ctrl_arrows_turn_sections_and_escape_leaves(clerk: Clerk) -> None:
    clerk.open("sales")
    clerk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert clerk.form._title.text() == "Contacto"
    clerk.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert clerk.form._title.text() == "Ventas"
    with clerk.qtbot.waitSignal(clerk.form.left):
        clerk.press(Qt.Key.Key_Escape)


def test_a_text_being_typed_is_not_overwritten_when_another_answer_comes_back(clerk: Clerk) -> None:
    clerk.open("contact")
    focus = QApplication.focusWidget()
    assert focus is not None
    clerk.press(Qt.Key.Key_End)
    type_text("x", focus)
    clerk.form.kept(KNOWN._replace(fields={**KNOWN.fields, "email": "z@correo.example"}))
    assert focus.text() == "y@correo.examplex"  # type: ignore[attr-defined]  # a line of text


def test_it_opens_at_the_first_section_that_is_not_whole(clerk: Clerk) -> None:
    whole = dict.fromkeys(SECTIONS[1].fields, "x") | dict.fromkeys(SECTIONS[0].fields, "x")
    assert [progress(section, whole).asked for section in SECTIONS[:2]] == [10, 5]
    clerk.form.open(YUSMARY)
    assert clerk.form._title.text() == "Persona"


def test_what_cannot_be_asked_of_her_is_not_counted() -> None:
    situation, business = SECTIONS[1], SECTIONS[3]
    assert "arrival_year" not in asked(situation, {"nationality": "PER"})
    assert "ruc" not in asked(business, {"has_ruc": "no"})
    assert completeness({}).answered == 0
    assert completeness({"birth_year": 1988}).answered == 1
