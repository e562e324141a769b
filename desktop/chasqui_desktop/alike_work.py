"""What the desk asks of the register about who is like the person being typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from chasqui_desktop import troubles
from chasqui_desktop.book import Book, Person, Why
from chasqui_desktop.people_work import Ask
from chasqui_desktop.screens.register.desk import RegisterDesk


class AlikeWork(QObject):
    """Connects the desk with the register; an answer that does not come keeps nobody from typing."""

    failed = Signal(object)
    """An exception that is a bug of ours."""

    def __init__(
        self, desk: RegisterDesk, ask: Ask, wrote: Callable[[], None], now: Callable[[], datetime], parent: QObject
    ) -> None:
        """``wrote`` is told that something was saved."""
        super().__init__(parent)
        self._desk = desk
        self._ask = ask
        self._wrote = wrote
        self._now = now
        desk.alike.asked.connect(self._look)
        desk.alike.recognised.connect(self._recognise)

    def _look(self, fields: dict[str, Any], but_for: frozenset[str]) -> None:
        self._ask(lambda book: book.look_alikes(fields, but_for), self._desk.alike.told, self._not_told)

    def _not_told(self, error: BaseException) -> None:
        self._desk.alike.not_told()
        self.failed.emit(error)

    def _recognise(self, record: str) -> None:
        """Note that she was here already, and open her registration."""
        at = int(self._now().timestamp() * 1000)

        def recognise(book: Book) -> Person:
            book.amend(record, {"recognised": [at]}, {})
            return book.person(record, Why.DESK)

        def recognised(person: Person) -> None:
            self._desk.recognise(person)
            self._wrote()

        self._ask(recognise, recognised, self._not_written)

    def _not_written(self, error: BaseException) -> None:
        self._desk.save_failed(troubles.spoken(error))
        if troubles.sentence(error) is None:
            self.failed.emit(error)
