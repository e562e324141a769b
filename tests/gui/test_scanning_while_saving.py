"""A picture takes a moment to be read; the person it was of may be saved by then. It never fills another's form."""

from __future__ import annotations

from pathlib import Path

import pytest

from chasqui_sync.core.codes import Code
from tests.helpers.desk import Clerk
from tests.helpers.signing_desk import SAVED

PASSPORT = (Code("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"),)
LATE = "Se leyó tarde y no se llenó"


@pytest.fixture
def first(clerk: Clerk) -> int:
    """Let somebody give a picture and ask at once for the registration to be saved; tell whose picture it was."""
    clerk.identify()
    clerk.press("Ctrl 2")
    clerk.desk.scanning.look_at(Path("dni.png"))
    person = clerk.desk.scanning.person
    clerk.press("Ctrl Enter")
    assert len(clerk.saved) == 1
    return person


def test_a_picture_read_while_saving_fills_neither_form_and_that_is_said(clerk: Clerk, first: int) -> None:
    asked = clerk.desk.form.state()
    clerk.desk.scanning.pictured(PASSPORT, first)
    assert clerk.desk.form.state() == asked
    clerk.desk.saved(SAVED)
    clerk.type("sssss", "1")
    assert clerk.desk.form.number == ""
    assert LATE in clerk.desk.scanning.panel.text()


def test_a_picture_of_the_person_before_does_not_fill_the_next_ones_form(clerk: Clerk, first: int) -> None:
    clerk.desk.saved(SAVED)
    clerk.type("sssss", "1")
    clerk.desk.scanning.pictured(PASSPORT, first)
    assert (clerk.desk.form.number, clerk.desk.form.given_names) == ("", "")
    assert LATE in clerk.desk.scanning.panel.text()
    clerk.desk.scanning.pictured(PASSPORT, clerk.desk.scanning.person)
    assert clerk.desk.form.number == "L898902C3", "her own does"


@pytest.mark.parametrize("codes", [None, ()])
def test_a_picture_of_the_person_before_with_nothing_on_it_disturbs_nobody(
    clerk: Clerk, first: int, codes: tuple[Code, ...] | None
) -> None:
    clerk.desk.saved(SAVED)
    clerk.desk.scanning.pictured(codes, first)
    assert not clerk.desk.scanning.panel.isVisible()


def test_where_saving_failed_the_picture_fills_the_form_that_stays(clerk: Clerk, first: int) -> None:
    clerk.desk.scanning.pictured(PASSPORT, first)
    clerk.desk.save_failed("No hay espacio para guardar.")
    assert clerk.desk.form.number == "L898902C3"
