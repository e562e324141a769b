"""What becomes of the slip: chosen once at Cierre, in force for everybody after, and no key for who leaves it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from chasqui_desktop.screens.register.slip_choice import SlipWay
from tests.helpers.desk import Clerk
from tests.helpers.signing_desk import SAVED

WHERE = "Enviado a la impresora"


@pytest.fixture
def due(clerk: Clerk) -> list[tuple[str, SlipWay]]:
    """What slips the desk asks for by itself."""
    asked: list[tuple[str, SlipWay]] = []
    clerk.desk.last.slip_due.connect(lambda record, way: asked.append((record, way)))
    return asked


def told(clerk: Clerk) -> str:
    return " ".join(each.text() for each in clerk.desk.header.toast.findChildren(QLabel) if each.isVisible())


def save(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl Enter")
    clerk.desk.saved(SAVED)


def test_without_a_choice_only_the_code_is_said(clerk: Clerk, due: list[tuple[str, SlipWay]]) -> None:
    save(clerk)
    assert due == []
    assert SAVED.code in told(clerk)


def test_a_key_at_cierre_chooses_for_her_and_for_everybody_after(clerk: Clerk, due: list[tuple[str, SlipWay]]) -> None:
    clerk.identify()
    clerk.press("Ctrl 4", "Alt I")
    assert clerk.field == "slip"
    clerk.type("1")
    assert clerk.desk.footer.save.hasFocus()
    clerk.press("Ctrl Enter")
    clerk.desk.saved(SAVED)
    save(clerk)
    assert due == [(SAVED.record, SlipWay.PRINT)] * 2


def test_enter_goes_past_the_choice_to_the_button_that_saves(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl 4")
    for _ in clerk.desk.closing.order.controls():
        if not clerk.desk.footer.save.hasFocus():
            assert clerk.field != "slip"
            clerk.press("Enter")
    assert clerk.desk.footer.save.hasFocus()


def test_a_correction_brings_no_second_slip(clerk: Clerk, due: list[tuple[str, SlipWay]]) -> None:
    clerk.desk.closing.slip.show_way(SlipWay.PDF)
    clerk.identify()
    clerk.press("Ctrl Enter")
    clerk.desk.form.amendment = object()  # type: ignore[assignment]  # any: it is a correction
    clerk.desk.saved(SAVED)
    assert due == []


def test_where_the_slip_went_is_said_beside_who_was_saved_with_the_way_to_correct(clerk: Clerk) -> None:
    save(clerk)
    clerk.desk.last.tell_slip(SAVED.record, WHERE, "", ok=True)
    assert WHERE in told(clerk)
    assert SAVED.listed_name in told(clerk)


def test_what_was_told_since_is_not_spoken_over_but_that_none_came_out_is_said(clerk: Clerk) -> None:
    save(clerk)
    clerk.press("Ctrl 0")
    clerk.desk.refusal_kept()
    clerk.desk.last.tell_slip(SAVED.record, WHERE, "", ok=True)
    assert WHERE not in told(clerk)
    clerk.desk.last.tell_slip(SAVED.record, "No se pudo imprimir", f"Anota el código: {SAVED.code}", ok=False)
    assert SAVED.code in told(clerk)


def test_a_chip_cannot_be_taken_back(clerk: Clerk) -> None:
    clerk.identify()
    clerk.press("Ctrl 4", "Alt I", "Backspace")
    assert clerk.desk.closing.slip.chips.value() is SlipWay.CODE
