"""Somebody signs at the desk, and the desk works on a laptop's real register."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from chasqui_desktop.book import Book, PeopleFilter, Person, Reference, Saved
from chasqui_desktop.desk_work import DeskWork
from chasqui_desktop.screens.register.desk import RegisterDesk
from chasqui_desktop.widgets.signature import SignaturePad
from tests.helpers.desk import Clerk
from tests.helpers.laptop import EDITION, POINT, Laptop

SAVED = Saved("r" * 32, "GE26-P2XD-7KQ4", 1, "Quispe, Rosa M.")


def pad_on(desk: RegisterDesk) -> SignaturePad:
    found = desk.notice.findChild(SignaturePad)
    assert found is not None
    return found


def pad_of(clerk: Clerk) -> SignaturePad:
    return pad_on(clerk.desk)


def borrar(clerk: Clerk) -> QPushButton:
    return next(each for each in clerk.desk.notice.findChildren(QPushButton) if each.text() == "Borrar")


def beside(clerk: Clerk) -> list[str]:
    """What is said on the notice's card."""
    return [each.text() for each in clerk.desk.notice.findChildren(QLabel) if each.isVisible()]


def sign(clerk: Clerk) -> list[list[tuple[int, int]]]:
    """Draw one line on the pad with the mouse; give all that is on it."""
    pad = pad_of(clerk)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(pad, left, none, QPoint(60, 150))
    for x in range(80, 300, 20):
        QTest.mouseMove(pad, QPoint(x, 150 - (x % 60)))
    QTest.mouseRelease(pad, left, none, QPoint(300, 120))
    return pad.strokes()


class AtOnce:
    """Asks the register of a laptop in the same breath, where the program asks it in a thread of its own."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop = laptop

    def __call__(
        self,
        work: Callable[[Book], Any],
        then: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        then(work(self._laptop.store.book))


def connect(desk: RegisterDesk, laptop: Laptop) -> None:
    """Let the desk work on the laptop's real register."""
    reference: Reference = laptop.store.book.reference()
    desk.show_reference(reference)
    desk.show_standing(EDITION, POINT)
    DeskWork(desk, AtOnce(laptop), lambda: None, lambda: datetime.now().astimezone(), QObject(desk))


def only(laptop: Laptop) -> Person:
    """The one person in the register."""
    book = laptop.store.book
    (row,) = book.people("", PeopleFilter.ALL, 0, 10).rows
    return book.person(row.record)


def identify(clerk: Clerk) -> None:
    """The least a record needs beside her consent."""
    clerk.press("Enter")
    clerk.type("1", "10117410")
    clerk.fill("Quispe", "Mamani", "Rosa")
