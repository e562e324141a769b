"""A scanner over the whole form: no key of a code reaches a field, and nobody gets another person's document."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import Person
from chasqui_desktop.screens.form_sections import SECTIONS
from chasqui_desktop.screens.whole_form import WholeForm
from chasqui_desktop.widgets.toast import Toast
from tests.gui.test_burst import CE, CODES, DNI, PASSPORT
from tests.helpers.sample_book import YUSMARY, now
from tests.helpers.stamped import StampedKeys

FIELDS = {
    "gender": "person",
    "nationality": "person",
    "given_names": "person",
    "birth": "person",
    "home_district": "person",
    "phone": "person",
    "languages": "situation",
    "arrival_year": "situation",
    "seeing": "access",
    "business_name": "business",
    "channel": "business",
    "email": "contact",
    "done": "programme",
}


class Clerk:
    """Somebody at the form with a scanner in her hand; what the form asks to be kept is answered at once."""

    def __init__(self, qtbot: QtBot) -> None:
        self.form = WholeForm(lambda: now().date())
        self.acts: list[dict[str, Any]] = []
        self.person = YUSMARY
        self.form.amend_asked.connect(self._keep)
        qtbot.addWidget(self.form)
        self.form.resize(1270, 712)
        self.form.show()
        self.form.activateWindow()
        qtbot.waitExposed(self.form)
        qtbot.waitUntil(self.form.isActiveWindow)
        self.keys = StampedKeys(self.form)

    def _keep(self, _record: str, changed: dict[str, Any], _seen: dict[str, str]) -> None:
        self.acts.append(changed)
        self.person = self.person._replace(fields={**self.person.fields, **changed})
        self.form.kept(self.person)

    def open(self, person: Person, section: str, field: str) -> None:
        self.person = person
        self.form.open(person)
        self.form.go([each.name for each in SECTIONS].index(section))
        buttons = (each for each in self.form.findChildren(QPushButton) if each.text().startswith("Listo"))
        target = next(buttons) if field == "done" else self.form._pages[section].findChild(QWidget, field)
        assert isinstance(target, QWidget)
        target.setFocus()

    def state(self) -> tuple[Any, ...]:
        """All answers on screen, and where the focus is."""
        pages = self.form._person_page.form.state(), self.form._business_page.form.state()
        texts = [line.text() for line in self.form.findChildren(QLineEdit)]
        chips = [each.isChecked() for each in self.form.findChildren(QPushButton) if each.isCheckable()]
        return (*pages, texts, chips, QApplication.focusWidget())

    def texts(self) -> dict[str, str]:
        """What each line of the first section holds."""
        page = self.form._pages["person"]
        return {line.objectName(): line.text() for line in page.findChildren(QLineEdit) if line.objectName()}

    def told(self) -> str:
        toast = self.form.findChild(Toast)
        assert toast is not None
        return f"{toast._title.text()} {toast._more.text()}" if toast.isVisible() else ""


@pytest.fixture
def clerk(qtbot: QtBot) -> Clerk:
    return Clerk(qtbot)


@pytest.mark.parametrize("code", list(CODES))
@pytest.mark.parametrize("field", list(FIELDS))
def test_a_scan_over_any_field_leaves_every_answer_and_the_focus_as_they_were(
    clerk: Clerk, field: str, code: str
) -> None:
    clerk.open(YUSMARY, FIELDS[field], field)
    before = clerk.state()
    assert before[-1] is not None
    clerk.keys.scan(CODES[code])
    assert clerk.state() == before
    assert clerk.acts == []
    same, other = "Coincide con su ficha", "No es lo que dice su ficha"
    assert clerk.told().startswith(same if code in {"ce", "card"} else other)


def without_document(**others: Any) -> Person:
    return YUSMARY._replace(fields={**YUSMARY.fields, "document": None, **others})


@pytest.mark.parametrize("field", ["scheme", "number"])
@pytest.mark.parametrize(
    ("code", "document"),
    [
        (DNI, {"scheme": "dni", "number": "10117410"}),
        (PASSPORT, {"scheme": "passport", "number": "L898902C3"}),
    ],
    ids=["dni", "passport"],
)
def test_at_its_own_question_a_code_answers_who_had_no_document_and_nothing_else(
    clerk: Clerk, field: str, code: str, document: dict[str, str]
) -> None:
    clerk.open(without_document(), "person", field)
    others = clerk.texts()
    clerk.keys.scan(code)
    assert [act["document"] for act in clerk.acts] == [document]
    assert clerk.told().startswith("Anotado")
    assert {**clerk.texts(), "number": ""} == others
    clerk.keys.scan(code)
    assert clerk.told().startswith("Coincide con su ficha")
    assert len(clerk.acts) == 1


def test_a_document_that_stands_is_not_replaced_by_the_next_persons_card(clerk: Clerk) -> None:
    clerk.open(YUSMARY, "person", "number")
    before = clerk.state()
    clerk.keys.scan(DNI)
    assert (clerk.state(), clerk.acts) == (before, [])
    assert clerk.told() == "No es lo que dice su ficha Nada cambió. Si es otra persona, F2."


def test_anywhere_else_a_code_says_where_it_could_be_noted(clerk: Clerk) -> None:
    clerk.open(without_document(), "person", "given_names")
    before = clerk.state()
    clerk.keys.scan(DNI)
    assert (clerk.state(), clerk.acts) == (before, [])
    assert clerk.told() == "Leído: DNI 10117410 Para anotarlo, pásalo otra vez en esa pregunta."


def test_a_ruc_answers_its_own_question(clerk: Clerk) -> None:
    clerk.open(YUSMARY, "business", "has_ruc")
    clerk.keys.scan("20512333797")
    assert clerk.acts == [{"has_ruc": "yes", "ruc": "20512333797"}]


def test_goods_and_a_zone_that_does_not_add_up_change_nothing_and_that_is_said(clerk: Clerk) -> None:
    clerk.open(YUSMARY, "access", "seeing")
    before = clerk.state()
    clerk.keys.scan("7751271027656")
    assert clerk.told().startswith("No es de un documento conocido")
    clerk.keys.scan(PASSPORT.replace("L898902C36", "L898902C46"))
    assert clerk.told().startswith("No se leyó bien")
    assert (clerk.state(), clerk.acts) == (before, [])


def test_a_pasted_zone_is_compared_too_and_no_field_keeps_it(clerk: Clerk) -> None:
    clerk.open(YUSMARY, "person", "given_names")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QGuiApplication.clipboard().setText(PASSPORT)
    paste = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, "v")
    QCoreApplication.sendEvent(line, paste)
    assert line.text() == "Yusmary Carolina"
    assert clerk.told().startswith("No es lo que dice su ficha")


def test_a_person_types_as_ever_and_a_burst_of_words_is_typed(clerk: Clerk, qtbot: QtBot) -> None:
    clerk.open(YUSMARY, "business", "business_name")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    clerk.keys.type("Arepas 24", 83)
    qtbot.waitUntil(lambda: line.text() == "Arepas 24")
    clerk.keys.scan(" horas de la esquina")
    assert clerk.acts == [{"business_name": "Arepas 24 horas de la esquina"}]
    clerk.open(YUSMARY, "contact", "email")
    clerk.keys.scan("yusmary@correo.example")
    assert clerk.acts[1:] == [{"email": "yusmary@correo.example"}]


def test_the_form_offers_no_panel_it_does_not_have(clerk: Clerk) -> None:
    clerk.open(YUSMARY, "person", "number")
    assert YUSMARY.fields["document"]["number"] == CE
    assert not [each for each in clerk.form.findChildren(QPushButton) if each.text() == "Escanear" and each.isVisible()]
