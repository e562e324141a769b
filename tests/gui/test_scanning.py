"""Scanning at the desk by keys: what a code says fills the card, and nothing typed is lost without a way back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from chasqui_sync.core.codes import Code
from tests.helpers.desk import Clerk

PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


def agreed(clerk: Clerk) -> None:
    """The notice was read and answered; the person's card is in front."""
    clerk.type("sssss", "1")


def test_f4_opens_the_panel_and_f4_or_escape_closes_it(clerk: Clerk) -> None:
    agreed(clerk)
    field = clerk.desk.field_in_focus()
    for way in ("F4", "Esc"):
        clerk.press("F4")
        assert clerk.desk.scanning.panel.isVisible()
        clerk.press(way)
        assert not clerk.desk.scanning.panel.isVisible()
        assert clerk.desk.field_in_focus() == field


def test_a_passport_on_a_picture_fills_the_card(clerk: Clerk) -> None:
    agreed(clerk)
    clerk.press("F4")
    clerk.desk.scanning.pictured((Code(PASSPORT),), clerk.desk.scanning.person)
    form = clerk.desk.form
    assert (form.scheme, form.number, form.paternal_surname, form.given_names) == (
        "passport",
        "L898902C3",
        "Eriksson",
        "Anna Maria",
    )


def test_what_was_typed_before_is_shown_and_alt_d_keeps_it(clerk: Clerk) -> None:
    agreed(clerk)
    clerk.desk.go_to_field("paternal_surname")
    clerk.type("Rondon")
    clerk.desk.scanning.pictured((Code(PASSPORT),), clerk.desk.scanning.person)
    assert clerk.desk.scanning.panel.offers_keeping()
    clerk.press("Alt D")
    assert clerk.desk.form.paternal_surname == "Rondon"


def test_before_the_notice_is_answered_nothing_is_filled(clerk: Clerk) -> None:
    clerk.desk.scanning.pictured((Code(PASSPORT),), clerk.desk.scanning.person)
    assert clerk.desk.form.number == ""


@pytest.mark.parametrize("codes", [None, (), (Code("7751271027656"),)])
def test_what_holds_nothing_for_us_changes_nothing_and_says_so(clerk: Clerk, codes: tuple[Code, ...] | None) -> None:
    agreed(clerk)
    before = clerk.desk.form.state()
    clerk.desk.scanning.pictured(codes, clerk.desk.scanning.person)
    assert clerk.desk.form.state() == before
    assert clerk.desk.scanning.panel.isVisible()


def test_a_picture_let_go_over_the_desk_is_asked_to_be_read(clerk: Clerk, qtbot: QtBot, tmp_path: Path) -> None:
    agreed(clerk)
    with qtbot.waitSignal(clerk.desk.scanning.picture_asked) as asked:
        clerk.desk.scanning.look_at(tmp_path / "dni.png")
    assert asked.args == [tmp_path / "dni.png"]


def test_a_frame_of_the_camera_counts_when_the_next_says_the_same(clerk: Clerk) -> None:
    agreed(clerk)
    scanning = clerk.desk.scanning
    scanning.open()
    scanning.panel.camera_asked.emit()
    scanning.see(QImage(8, 8, QImage.Format.Format_Grayscale8))
    scanning.framed((Code(PASSPORT),))
    assert clerk.desk.form.number == ""
    scanning.framed((Code(PASSPORT),))
    assert clerk.desk.form.number == "L898902C3"
