"""Chips answer to one key, and choosing moves nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from chasqui_desktop.widgets.chip_groups import ChipGroup, Choice, YesNo, numbered

PAPERS = numbered(("dni", "DNI"), ("ce", "CE"), ("passport", "Pasaporte"))


def shown(qtbot: QtBot, group: ChipGroup) -> ChipGroup:
    qtbot.addWidget(group)
    group.show()
    qtbot.waitExposed(group)
    group.activateWindow()
    group.setFocus()
    qtbot.waitUntil(group.has_focus)
    return group


def test_a_digit_chooses_and_asks_to_move_on(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    with qtbot.waitSignal(group.answered), qtbot.waitSignal(group.chosen) as seen:
        qtbot.keyClick(group.chips()[0], Qt.Key.Key_2)
    assert group.value() == "ce"
    assert seen.args == ["ce"]


def test_arrows_move_the_ring_and_only_space_picks(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    qtbot.keyClick(group.chips()[0], Qt.Key.Key_Right)
    qtbot.keyClick(group.chips()[1], Qt.Key.Key_Right)
    assert group.chips()[2].hasFocus()
    assert group.value() is None
    with qtbot.assertNotEmitted(group.answered):
        qtbot.keyClick(group.chips()[2], Qt.Key.Key_Space)
    assert group.value() == "passport"


def test_arrows_go_round_at_the_ends(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    qtbot.keyClick(group.chips()[0], Qt.Key.Key_Left)
    assert group.chips()[2].hasFocus()


def test_backspace_leaves_the_question_unanswered(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    group.set_value("dni")
    with qtbot.waitSignal(group.chosen) as seen:
        qtbot.keyClick(group.chips()[0], Qt.Key.Key_Backspace)
    assert group.value() is None
    assert seen.args == [None]


def test_of_several_digits_each_turns_one_and_none_moves_on(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS, many=True))
    with qtbot.assertNotEmitted(group.answered):
        for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_2):
            qtbot.keyClick(group.focusProxy() or group, key)
    assert group.values() == ("ce", "passport")


def test_a_click_chooses_and_a_second_click_keeps_an_exclusive_choice(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    qtbot.mouseClick(group.chips()[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(group.chips()[1], Qt.MouseButton.LeftButton)
    assert group.values() == ("ce",)


@pytest.mark.parametrize(("key", "value"), [("s", True), ("N", False), ("0", "not_said")])
def test_yes_and_no_answer_to_their_letters(qtbot: QtBot, key: str, value: object) -> None:
    group = shown(qtbot, YesNo(not_said=True))
    with qtbot.waitSignal(group.answered):
        qtbot.keyClicks(group.focusProxy() or group, key)
    assert group.value() == value


def test_choosing_never_changes_the_width_of_a_chip(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    before = [chip.geometry() for chip in group.chips()]
    group.set_value("passport")
    assert [chip.geometry() for chip in group.chips()] == before


def test_chips_wrap_instead_of_leaving_the_window(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(numbered(*((n, f"Respuesta {n}") for n in range(8)))))
    group.resize(400, group.heightForWidth(400))
    qtbot.waitUntil(lambda: group.chips()[-1].y() > 0)
    assert all(chip.geometry().right() <= 400 for chip in group.chips())


def test_set_value_says_nothing(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    with qtbot.assertNotEmitted(group.chosen):
        group.set_value("ce")


def test_other_choices_keep_the_answer_that_is_still_offered(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    group.set_value("dni")
    group.set_choices([Choice("dni", "Doc."), Choice("none", "Sin")])
    assert group.value() == "dni"
    assert group.has_focus()


def test_other_keys_are_left_to_the_screen(qtbot: QtBot) -> None:
    group = shown(qtbot, ChipGroup(PAPERS))
    qtbot.keyClick(group.chips()[0], Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert group.value() is None


def test_a_screen_reader_hears_radio_buttons_or_check_boxes(qtbot: QtBot) -> None:
    for many, role in ((False, QAccessible.Role.RadioButton), (True, QAccessible.Role.CheckBox)):
        group = shown(qtbot, ChipGroup(PAPERS, many=many))
        spoken = QAccessible.queryAccessibleInterface(group.chips()[0])
        assert spoken.role() == role
        assert spoken.text(QAccessible.Text.Name) == "DNI"
