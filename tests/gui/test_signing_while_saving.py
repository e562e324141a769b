"""The pad beside everything else that goes on: a save under way, and a hand that does not stop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from chasqui_desktop.widgets.signature import MOST_POINTS, signature_picture
from tests.helpers.desk import Clerk
from tests.helpers.laptop import Laptop, laptop_at_work
from tests.helpers.signing_desk import SAVED, beside, borrar, connect, identify, only, pad_of, sign


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    made = laptop_at_work(tmp_path)
    yield made
    made.store.close()


def test_nobody_signs_while_a_save_is_under_way_and_that_is_said(clerk: Clerk) -> None:
    clerk.type("sssss", "2")
    strokes = sign(clerk)
    clerk.press("Enter")
    clerk.type("1", "10117410")
    clerk.fill("Quispe", "Mamani", "Rosa")
    clerk.press("Ctrl 1")
    clerk.desk.go_to_field("signature")
    clerk.press("Ctrl Enter")
    assert len(clerk.saved) == 1
    assert "Guardando… Espera un momento para firmar." in beside(clerk)
    assert sign(clerk) == strokes
    QTest.mouseClick(borrar(clerk), Qt.MouseButton.LeftButton)
    assert clerk.desk.form.signature == strokes, "what is being saved stays as it is"
    clerk.desk.save_failed("No hay espacio")
    assert "O firma en papel, y sigue." in beside(clerk)
    assert len(sign(clerk)) == 2
    clerk.press("Ctrl Enter")
    clerk.desk.saved(SAVED)
    clerk.type("sssss", "2")
    assert pad_of(clerk).is_empty
    assert "O firma en papel, y sigue." in beside(clerk)
    assert len(sign(clerk)) == 1, "the next person signs as ever"


def test_a_signature_too_long_is_said_beside_the_pad_with_the_way_to_begin_again(clerk: Clerk) -> None:
    clerk.type("sssss", "2")
    pad = pad_of(clerk)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(pad, left, none, QPoint(60, 150))
    for at in range(MOST_POINTS):
        QTest.mouseMove(pad, QPoint(80 + 20 * (at % 2), 40 + at % 90))
    full = "Ya no entra más. Bórrala y firma otra vez, más corto."
    assert full in beside(clerk), "the hand has not been lifted yet"
    assert borrar(clerk).isVisible()
    QTest.mouseRelease(pad, left, none, QPoint(80, 40))
    assert full in beside(clerk)
    QTest.mouseClick(borrar(clerk), left)
    assert full not in beside(clerk)
    assert len(sign(clerk)) == 1


def test_a_stroke_under_way_is_saved_as_far_as_it_was_drawn(clerk: Clerk, laptop: Laptop) -> None:
    connect(clerk.desk, laptop)
    clerk.type("sssss", "2")
    identify(clerk)
    clerk.press("Ctrl 1")
    clerk.desk.go_to_field("signature")
    pad, left, none = pad_of(clerk), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(pad, left, none, QPoint(60, 150))
    QTest.mouseMove(pad, QPoint(200, 60))
    with_pen_down = [[pad._point(QPointF(60, 150)), pad._point(QPointF(200, 60))]]
    clerk.press("Ctrl Enter")
    assert only(laptop).signature == signature_picture(with_pen_down)
    QTest.mouseRelease(pad, left, none, QPoint(250, 60))
    assert clerk.desk.form.is_empty
    assert laptop.store.book.drafts() == []
