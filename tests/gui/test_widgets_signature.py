"""Signing with mouse, finger and pen: what is drawn, how it is kept, and the small picture of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.theme import look
from chasqui_desktop.widgets.signature import MOST_POINTS, SignaturePad, signature_picture

STROKES = [[(100, 300), (200, 100), (300, 300)], [(600, 200)], [(700, 100), (900, 320)]]
MOST_BYTES = 64 * 1024


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    made = SignaturePad()
    qtbot.addWidget(made)
    made.resize(500, 200)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def sign_by_mouse(pad: SignaturePad, *points: tuple[int, int]) -> None:
    """Press, move and release the mouse; points are px of the pad."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(pad, left, none, QPoint(*points[0]))
    for point in points[1:]:
        QTest.mouseMove(pad, QPoint(*point))
    QTest.mouseRelease(pad, left, none, QPoint(*points[-1]))


def test_the_mouse_draws_while_it_is_pressed_and_not_after(pad: SignaturePad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.changed):
        sign_by_mouse(pad, (50, 150), (100, 50), (150, 150))
    QTest.mouseMove(pad, QPoint(300, 100))
    sign_by_mouse(pad, (400, 100))
    assert pad.strokes() == [[(100, 300), (200, 100), (300, 300)], [(800, 200)]]
    assert pad.hasFocus()


def test_a_finger_draws_and_a_hand_beside_it_does_not(pad: SignaturePad) -> None:
    finger = QTest.createTouchDevice()
    QTest.touchEvent(pad, finger).press(0, QPoint(50, 150), pad).commit()
    QTest.touchEvent(pad, finger).stationary(0).press(1, QPoint(400, 190), pad).commit()
    QTest.touchEvent(pad, finger).move(0, QPoint(100, 50), pad).move(1, QPoint(410, 195), pad).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(100, 50), pad).release(1, QPoint(410, 195), pad).commit()
    assert pad.strokes() == [[(100, 300), (200, 100)]]
    QTest.touchEvent(pad, finger).press(2, QPoint(300, 100), pad).commit()
    QTest.touchEvent(pad, finger).release(2, QPoint(300, 100), pad).commit()
    assert pad.strokes()[1:] == [[(600, 200)]], "the next touch is a stroke of its own"


def test_a_pen_draws_once_and_not_again_as_a_mouse(pad: SignaturePad) -> None:
    for kind, x, y in (
        (QEvent.Type.TabletPress, 50, 150),
        (QEvent.Type.TabletMove, 100, 50),
        (QEvent.Type.TabletRelease, 100, 50),
    ):
        event = pen(pad, kind, QPointF(x, y))
        QApplication.sendEvent(pad, event)
        assert event.isAccepted(), "Qt makes a mouse of a pen nobody takes"
    assert pad.strokes() == [[(100, 300), (200, 100)]]


def test_a_pen_that_only_hovers_draws_nothing(pad: SignaturePad) -> None:
    QApplication.sendEvent(pad, pen(pad, QEvent.Type.TabletMove, QPointF(100, 50)))
    assert pad.is_empty


def pen(pad: SignaturePad, kind: QEvent.Type, at: QPointF) -> QTabletEvent:
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.TabletRelease else Qt.MouseButton.LeftButton
    device, there = QPointingDevice.primaryPointingDevice(), QPointF(pad.mapToGlobal(at.toPoint()))
    none = Qt.KeyboardModifier.NoModifier
    return QTabletEvent(kind, device, at, there, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, none, Qt.MouseButton.LeftButton, held)


def test_a_line_that_leaves_the_box_goes_along_its_edge(pad: SignaturePad) -> None:
    sign_by_mouse(pad, (450, 100), (700, -50))
    assert pad.strokes() == [[(900, 200), (1000, 0)]]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_signature_away_and_says_so_once(pad: SignaturePad, qtbot: QtBot, key: Qt.Key) -> None:
    sign_by_mouse(pad, (50, 150), (100, 50))
    with qtbot.waitSignal(pad.changed):
        qtbot.keyClick(pad, key)
    assert pad.is_empty
    with qtbot.assertNotEmitted(pad.changed):
        qtbot.keyClick(pad, key)


def test_what_is_shown_from_outside_ends_the_stroke_under_way(pad: SignaturePad, qtbot: QtBot) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 150))
    pad.show_strokes([])
    with qtbot.assertNotEmitted(pad.changed):
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(90, 90))
    assert pad.is_empty, "it was begun by whoever was here before"


def test_a_signature_without_end_is_cut_short(pad: SignaturePad) -> None:
    pad.show_strokes([[(10 * (at % 90), 10 * (at % 40)) for at in range(MOST_POINTS)]])
    sign_by_mouse(pad, (50, 150), (100, 50))
    assert len(pad.strokes()) == 1


def test_a_pad_says_when_it_is_full_while_the_hand_still_draws(pad: SignaturePad, qtbot: QtBot) -> None:
    pad.show_strokes([[(10 * (at % 90), 10 * (at % 40)) for at in range(MOST_POINTS - 2)]])
    full = [pad.is_full]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 150))
    with qtbot.waitSignal(pad.shown):
        QTest.mouseMove(pad, QPoint(100, 50))
    full.append(pad.is_full)
    with qtbot.assertNotEmitted(pad.shown):
        QTest.mouseMove(pad, QPoint(150, 150))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(150, 150))
    assert pad.strokes()[1] == [(100, 300), (200, 100)]
    pad.clear()
    assert [*full, pad.is_full] == [False, True, False]


def test_a_closed_pad_takes_nothing_from_any_hand_and_loses_nothing(pad: SignaturePad, qtbot: QtBot) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 150))
    QTest.mouseMove(pad, QPoint(100, 50))
    with qtbot.waitSignal(pad.changed):
        pad.open_up(False)
    signed = [[(100, 300), (200, 100)]]
    assert pad.strokes() == signed, "what was drawn until then is signed"
    with qtbot.assertNotEmitted(pad.changed):
        QTest.mouseMove(pad, QPoint(150, 150))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(150, 150))
        sign_by_mouse(pad, (300, 100), (350, 60))
        finger = QTest.createTouchDevice()
        QTest.touchEvent(pad, finger).press(0, QPoint(50, 150), pad).commit()
        QTest.touchEvent(pad, finger).move(0, QPoint(100, 50), pad).commit()
        pad.clear()
        pad.open_up(True)
        QTest.touchEvent(pad, finger).move(0, QPoint(200, 50), pad).commit()
        QTest.touchEvent(pad, finger).release(0, QPoint(200, 50), pad).commit()
    assert pad.strokes() == signed, "a line begun on a closed pad is none"
    sign_by_mouse(pad, (400, 100))
    assert pad.strokes()[1:] == [[(800, 200)]]


def test_a_screen_reader_hears_whether_there_is_a_signature(pad: SignaturePad) -> None:
    assert pad.accessibleName() == "Espacio para firmar"
    assert pad.accessibleDescription() == "Firma aquí, con el dedo, el lápiz o el ratón"
    pad.show_strokes(STROKES)
    assert pad.accessibleDescription() == "Hay una firma. Supr la borra."


@pytest.mark.parametrize("theme", ["light", "dark", "sun"])
def test_the_ink_is_seen_on_its_ground_in_every_theme(pad: SignaturePad, theme: str) -> None:
    look().use(theme)
    pad.resize(1000, 400)
    pad.show_strokes(STROKES)
    drawn = pad.grab().toImage()
    on, beside = drawn.pixelColor(600, 200), drawn.pixelColor(600, 120)
    assert on.name() == look().tokens.text.lower()
    assert beside.name() == look().tokens.surface.lower()


# ---------------------------------------------------------------- the picture


def test_the_picture_has_ink_where_it_was_drawn_and_paper_elsewhere() -> None:
    picture = QImage.fromData(signature_picture(STROKES))
    assert (picture.width(), picture.height(), picture.depth()) == (600, 240, 1)
    for x, y in ((100, 300), (150, 200), (600, 200), (800, 210)):
        assert picture.pixelColor(x * 6 // 10, y * 6 // 10).name() == "#000000", (x, y)
    for x, y in ((10, 10), (500, 200), (950, 50)):
        assert picture.pixelColor(x * 6 // 10, y * 6 // 10).name() == "#ffffff", (x, y)


def test_the_same_strokes_give_the_same_bytes_as_they_come_out_of_a_draft_too() -> None:
    from_draft = [[list(point) for point in stroke] for stroke in STROKES]
    assert signature_picture(STROKES) == signature_picture(from_draft)
    assert signature_picture(STROKES) != signature_picture(STROKES[:1])


def test_the_picture_says_nothing_but_its_dots() -> None:
    chunks, rest = [], signature_picture(STROKES)[8:]
    while rest:
        length = int.from_bytes(rest[:4], "big")
        chunks.append(rest[4:8])
        rest = rest[12 + length :]
    assert set(chunks) <= {b"IHDR", b"PLTE", b"pHYs", b"IDAT", b"IEND"}


def test_a_picture_is_small_whatever_was_scribbled() -> None:
    assert len(signature_picture(STROKES)) < 2048
    scribble = [[((at * 7919) % 1001, (at * 104729) % 401) for at in range(MOST_POINTS)]]
    assert len(signature_picture(scribble)) < MOST_BYTES


def test_without_a_stroke_there_is_no_picture() -> None:
    assert signature_picture([]) == b""
