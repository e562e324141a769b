"""Fields: Enter goes on, fixed lengths go on by themselves, and nothing typed is lost."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.phone_field import Dial
from chasqui_desktop.widgets.suggest_field import SuggestField
from chasqui_desktop.widgets.suggest_popup import Suggestion, matched
from chasqui_desktop.widgets.text_fields import NumberField, PhraseField, TextField

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


def test_changing_a_chosen_text_takes_the_choice_back(qtbot: QtBot) -> None:
    district = SuggestField(find)
    opened(qtbot, district)
    district.set_suggestion(PLACES[0])
    district.selectAll()
    with qtbot.waitSignal(district.chosen) as seen:
        qtbot.keyClicks(district, "c")
    assert seen.args == [None]
    assert district.chosen_value() is None


def test_a_click_on_a_row_takes_it(qtbot: QtBot) -> None:
    district, last = SuggestField(find), TextField()
    opened(qtbot, district, last)
    qtbot.keyClicks(district, "com")
    popup = district.popup()
    assert popup is not None
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=popup.rect().center())
    assert district.chosen_value() == "021804"


def test_accented_input_reaches_the_search(qtbot: QtBot) -> None:
    asked: list[str] = []

    def ask(text: str) -> list[Suggestion]:
        asked.append(text)
        return []

    district = SuggestField(ask)
    opened(qtbot, district)
    event = QInputMethodEvent()
    event.setCommitString("Áncash")
    QApplication.sendEvent(district, event)
    assert asked == ["Áncash"]


def test_bold_marks_where_typed_words_begin() -> None:
    assert matched("San Martín de Porres", "mart po") == [
        ("San ", False),
        ("Mart", True),
        ("ín de ", False),
        ("Po", True),
        ("rres", False),
    ]


def test_numbers_take_figures_alone(qtbot: QtBot) -> None:
    year = NumberField(4)
    opened(qtbot, year)
    qtbot.keyClicks(year, "20x245")
    assert year.number() == 2024


def test_the_phrase_shows_and_hides_with_ctrl_r(qtbot: QtBot) -> None:
    phrase, last = PhraseField(), TextField()
    opened(qtbot, phrase, last)
    qtbot.keyClicks(phrase, "casa roja")
    qtbot.keyClick(phrase, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert phrase.echoMode() == QLineEdit.EchoMode.Normal
    qtbot.keyClick(phrase, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert phrase.echoMode() == QLineEdit.EchoMode.Password


def test_the_phrase_hides_by_itself(qtbot: QtBot) -> None:
    phrase = PhraseField()
    opened(qtbot, phrase)
    phrase._timer.setInterval(20)  # five seconds in use
    phrase.show_phrase()
    qtbot.waitUntil(lambda: phrase.echoMode() == QLineEdit.EchoMode.Password)


def test_caps_lock_is_noticed_from_what_is_typed(qtbot: QtBot) -> None:
    phrase = PhraseField()
    opened(qtbot, phrase)
    with qtbot.waitSignal(phrase.caps) as seen:
        qtbot.keyClick(phrase, "A")
    assert seen.args == [True]


def test_a_problem_changes_no_place_and_is_described(qtbot: QtBot) -> None:
    edit = TextField()
    card = opened(qtbot, edit)
    field = edit.parentWidget()
    assert isinstance(field, Field)
    before = (field.geometry(), edit.geometry())
    field.problem("bad", "El DNI solo lleva números.")
    card.repaint()
    assert (field.geometry(), edit.geometry()) == before
    assert edit.accessibleName() == "Campo 0"
    assert edit.accessibleDescription() == "El DNI solo lleva números."
    field.clear_problem()
    assert field.problem_kind() == "hint"


def test_leaving_a_changed_field_is_told_once(qtbot: QtBot) -> None:
    one, two = TextField(), TextField()
    opened(qtbot, one, two)
    qtbot.keyClicks(one, "Rosa")
    with qtbot.waitSignal(one.left) as seen:
        qtbot.keyClick(one, Qt.Key.Key_Return)
    assert seen.args == ["Rosa"]
    qtbot.keyClick(two, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.assertNotEmitted(one.left):
        qtbot.keyClick(one, Qt.Key.Key_Return)
