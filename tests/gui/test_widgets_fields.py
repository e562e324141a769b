"""Fields: Enter goes on, fixed lengths go on by themselves, and nothing typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.widgets.chip_groups import ChipGroup, YesNo, numbered
from chasqui_desktop.widgets.date_field import Birth, DateField, age_on, read_birth
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.phone_field import Dial, PhoneField
from chasqui_desktop.widgets.suggest_field import SuggestField
from chasqui_desktop.widgets.suggest_popup import Suggestion
from chasqui_desktop.widgets.text_fields import DocumentField, NoteField, TextField

TODAY = date(2026, 11, 23)
DIALS = (Dial("PE", "51", "Perú"), Dial("VE", "58", "Venezuela"), Dial("CO", "57", "Colombia"))
PLACES = (
    Suggestion("150110", "Comas", "Lima · Lima", "este punto"),
    Suggestion("021804", "Comandante Noel", "Casma · Áncash"),
    Suggestion("080604", "Combapata", "Canchis · Cusco"),
)


def parse(text: str, region: str) -> str | None:
    """Nine figures in Peru, ten in Venezuela, or any number that brings its own plus."""
    figures = "".join(each for each in text if each.isdigit())
    if text.strip().startswith("+"):
        return f"+{figures}" if len(figures) > 9 else None
    lengths = {"PE": ("51", 9), "VE": ("58", 10), "CO": ("57", 10)}
    code, length = lengths[region]
    if len(figures) == length + 2 and figures.startswith(code):
        return f"+{figures}"
    return f"+{code}{figures}" if len(figures) == length else None


def find(text: str) -> list[Suggestion]:
    return [place for place in PLACES if place.text.lower().startswith(text.lower())]


class Card(QWidget):
    """A card of fields in their order."""

    def __init__(self, *controls: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.order = FieldOrder(self)
        for at, control in enumerate(controls):
            column.addWidget(Field(f"Campo {at}", control))
            self.order.add(control)
        self.resize(600, 700)


def opened(qtbot: QtBot, *controls: QWidget) -> Card:
    card = Card(*controls)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    card.activateWindow()
    card.order.first()
    qtbot.waitUntil(lambda: card.order.focused() is controls[0])
    return card


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_enter_goes_on_and_shift_enter_comes_back(qtbot: QtBot) -> None:
    one, two = TextField(), TextField()
    card = opened(qtbot, one, two)
    qtbot.keyClick(one, Qt.Key.Key_Return)
    assert card.order.focused() is two
    qtbot.keyClick(two, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert card.order.focused() is one


def test_hidden_fields_are_passed_over(qtbot: QtBot) -> None:
    one, two, three = TextField(), TextField(), TextField()
    card = opened(qtbot, one, two, three)
    two.hide()
    qtbot.keyClick(one, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert card.order.focused() is three


def test_a_field_in_a_hidden_group_is_passed_over(qtbot: QtBot) -> None:
    one, two, three = TextField(), TextField(), TextField()
    card = opened(qtbot, one, two, three)
    field = two.parentWidget()
    assert field is not None
    field.hide()
    card.order.next()
    assert card.order.focused() is three


def test_the_last_field_ends_the_card_and_the_first_begins_it(qtbot: QtBot) -> None:
    one, group = TextField(), YesNo()
    card = opened(qtbot, one, group)
    with qtbot.waitSignal(card.order.began):
        card.order.back()
    qtbot.keyClick(one, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.order.ended):
        qtbot.keyClick(focus(), Qt.Key.Key_S)


def test_ctrl_enter_is_left_to_the_screen(qtbot: QtBot) -> None:
    one, two = TextField(), TextField()
    card = opened(qtbot, one, two)
    qtbot.keyClick(one, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert card.order.focused() is one


def test_enter_goes_on_from_chips_and_notes_too(qtbot: QtBot) -> None:
    group, note, last = ChipGroup(numbered(("a", "A"), ("b", "B")), many=True), NoteField(), TextField()
    card = opened(qtbot, group, note, last)
    qtbot.keyClick(focus(), Qt.Key.Key_1)
    qtbot.keyClick(focus(), Qt.Key.Key_Return)
    assert card.order.focused() is note
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert card.order.focused() is last
    assert note.toPlainText() == ""


def test_tab_follows_the_same_order(qtbot: QtBot) -> None:
    one, group, last = TextField(), ChipGroup(numbered(("a", "A"), ("b", "B"))), TextField()
    card = opened(qtbot, one, group, last)
    group.set_value("b")
    qtbot.keyClick(one, Qt.Key.Key_Tab)
    assert focus() is group.chips()[1]
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    assert card.order.focused() is last


def test_a_document_moves_on_when_complete_and_never_before(qtbot: QtBot) -> None:
    document, last = DocumentField(lambda text: len(text) == 8 and text.isdigit()), TextField()
    card = opened(qtbot, document, last)
    qtbot.keyClicks(document, "1011741")
    assert card.order.focused() is document
    qtbot.keyClicks(document, "0")
    assert card.order.focused() is last
    assert document.value() == "10117410"


def test_a_document_is_written_in_capitals_without_moving_the_cursor(qtbot: QtBot) -> None:
    document = DocumentField(lambda _text: False)
    opened(qtbot, document)
    qtbot.keyClicks(document, "ab1")
    document.setCursorPosition(1)
    qtbot.keyClicks(document, "x")
    assert document.text() == "AXB1"
    assert document.cursorPosition() == 2


@pytest.mark.parametrize(
    ("typed", "birth"),
    [
        ("14081991", Birth(day=date(1991, 8, 14))),
        ("14/8/91", Birth(day=date(1991, 8, 14))),
        ("3-2-05", Birth(day=date(2005, 2, 3))),
        ("14.08.1991", Birth(day=date(1991, 8, 14))),
        ("38", Birth(age=38)),
        ("", Birth()),
        ("31/02/1990", Birth(unclear=True)),
        ("999", Birth(unclear=True)),
        ("ayer", Birth(unclear=True)),
    ],
)
def test_a_birth_is_understood_as_people_write_it(typed: str, birth: Birth) -> None:
    assert read_birth(typed, TODAY) == birth


def test_an_age_counts_the_birthday() -> None:
    assert age_on(date(1991, 11, 23), TODAY) == 35
    assert age_on(date(1991, 11, 24), TODAY) == 34


def test_eight_figures_become_a_date_and_move_on(qtbot: QtBot) -> None:
    born, last = DateField(lambda: TODAY), TextField()
    card = opened(qtbot, born, last)
    qtbot.keyClicks(born, "14081991")
    assert born.text() == "14/08/1991"
    assert card.order.focused() is last


def test_a_date_to_come_does_not_move_on(qtbot: QtBot) -> None:
    born, last = DateField(lambda: TODAY), TextField()
    card = opened(qtbot, born, last)
    qtbot.keyClicks(born, "24122026")
    assert card.order.focused() is born


def test_an_age_alone_stays_as_it_is(qtbot: QtBot) -> None:
    born, last = DateField(lambda: TODAY), TextField()
    opened(qtbot, born, last)
    with qtbot.waitSignal(born.understood):
        qtbot.keyClicks(born, "38")
    qtbot.keyClick(born, Qt.Key.Key_Return)
    assert (born.text(), born.birth()) == ("38", Birth(age=38))


def test_a_short_date_is_written_out_when_left(qtbot: QtBot) -> None:
    born, last = DateField(lambda: TODAY), TextField()
    opened(qtbot, born, last)
    qtbot.keyClicks(born, "14/8/91")
    qtbot.keyClick(born, Qt.Key.Key_Return)
    assert born.text() == "14/08/1991"


def test_a_mobile_is_grouped_while_typed_and_moves_on(qtbot: QtBot) -> None:
    phone, last = PhoneField(parse, DIALS), TextField()
    card = opened(qtbot, phone, last)
    qtbot.keyClicks(phone.number, "98765041")
    assert phone.number.text() == "987 650 41"
    qtbot.keyClicks(phone.number, "2")
    assert card.order.focused() is last
    assert phone.value() == "+51987650412"


def test_correcting_a_figure_keeps_the_cursor_beside_it(qtbot: QtBot) -> None:
    phone = PhoneField(parse, DIALS)
    opened(qtbot, phone)
    qtbot.keyClicks(phone.number, "98765041")
    phone.number.setCursorPosition(5)
    qtbot.keyClick(phone.number, Qt.Key.Key_Backspace)
    assert phone.number.text() == "987 504 1"
    assert phone.number.cursorPosition() == 3
    qtbot.keyClicks(phone.number, "6")
    assert phone.number.text() == "987 650 41"
    assert phone.number.cursorPosition() == 5


def test_backspace_after_a_gap_takes_the_figure_before_it(qtbot: QtBot) -> None:
    phone = PhoneField(parse, DIALS)
    opened(qtbot, phone)
    qtbot.keyClicks(phone.number, "9876")
    phone.number.setCursorPosition(4)
    qtbot.keyClick(phone.number, Qt.Key.Key_Backspace)
    assert phone.number.text() == "986"


@pytest.mark.parametrize("pasted", ["+58 412-555.1234", "+584125551234"])
def test_a_pasted_number_brings_its_country(qtbot: QtBot, pasted: str) -> None:
    phone = PhoneField(parse, DIALS)
    opened(qtbot, phone)
    QApplication.clipboard().setText(pasted)
    qtbot.keyClick(phone.number, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert phone.value() == "+584125551234"
    assert phone.country.dial.region == "VE"
    assert phone.number.text() == "412 555 1234"


def test_a_text_that_is_no_number_is_kept(qtbot: QtBot) -> None:
    phone, last = PhoneField(parse, DIALS), TextField()
    opened(qtbot, phone, last)
    qtbot.keyClicks(phone.number, "98765")
    qtbot.keyClick(phone.number, Qt.Key.Key_Return)
    assert phone.value() is None
    assert phone.text() == "987 65"


def test_enter_takes_the_highlighted_suggestion_and_moves_on(qtbot: QtBot) -> None:
    district, last = SuggestField(find), TextField()
    card = opened(qtbot, district, last)
    qtbot.keyClicks(district, "com")
    assert district.is_open()
    qtbot.keyClick(district, Qt.Key.Key_Down)
    with qtbot.waitSignal(district.chosen) as seen:
        qtbot.keyClick(district, Qt.Key.Key_Return)
    assert seen.args == [PLACES[1]]
    assert district.text() == "Comandante Noel · Casma · Áncash"
    assert card.order.focused() is last


def test_escape_closes_the_list_and_never_clears_the_text(qtbot: QtBot) -> None:
    district = SuggestField(find)
    opened(qtbot, district)
    qtbot.keyClicks(district, "com")
    qtbot.keyClick(district, Qt.Key.Key_Escape)
    assert not district.is_open()
    assert district.text() == "com"


def test_unmatched_words_stay_and_are_told(qtbot: QtBot) -> None:
    district, last = SuggestField(find), TextField()
    opened(qtbot, district, last)
    qtbot.keyClicks(district, "xyz")
    with qtbot.waitSignal(district.unmatched) as seen:
        qtbot.keyClick(district, Qt.Key.Key_Return)
    assert seen.args == ["xyz"]
    assert district.text() == "xyz"
