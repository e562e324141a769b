"""What the room of people asks of the register: pages, one person, her form kept answer by answer, her rights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from chasqui_desktop import troubles
from chasqui_desktop.book import Book, PeopleFilter, Person, Why
from chasqui_desktop.screens.people_room import PeopleRoom
from chasqui_desktop.words import Phrase


class Ask(Protocol):
    """Asks the register of whoever works now; nothing happens where nobody does."""

    def __call__(
        self,
        work: Callable[[Book], Any],
        then: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        """``then`` gets what ``work`` gave, ``failed`` what it raised; None: it is a bug."""


class PeopleWork(QObject):
    """Connects the room with the register."""

    failed = Signal(object)
    """An exception that is a bug of ours."""

    def __init__(self, room: PeopleRoom, ask: Ask, wrote: Callable[[], None], parent: QObject) -> None:
        """``wrote`` is told that something was saved."""
        super().__init__(parent)
        self._room = room
        self._ask = ask
        self._wrote = wrote
        room.people.page_asked.connect(self._page)
        room.people.person_asked.connect(lambda record: self._read(record, room.people.show_person, Why.PAGE))
        room.people.form_asked.connect(lambda record: self._read(record, room.open_form, Why.FORM))
        room.people.rights_asked.connect(lambda record: self._read(record, room.open_rights, Why.RIGHTS))
        room.form.amend_asked.connect(self._amend)
        room.rights.withdraw_asked.connect(self._withdraw)

    def _page(self, text: str, chosen: PeopleFilter, offset: int, limit: int) -> None:
        self._ask(
            lambda book: book.people(text, chosen, offset, limit),
            lambda page: self._room.people.show_page(text, chosen, offset, page),
            None,
        )

    def _read(self, record: str, then: Callable[[Person], None], why: Why) -> None:
        self._ask(lambda book: book.person(record, why), then, None)

    def _amend(self, record: str, fields: dict[str, Any], seen: dict[str, str]) -> None:
        def amend(book: Book) -> Person:
            book.amend(record, fields, seen)
            return book.person(record, Why.FORM)

        def kept(person: Person) -> None:
            self._room.form.kept(person)
            self._wrote()

        self._ask(amend, kept, lambda error: self._tell(error, self._room.form.keep_failed))

    def _withdraw(self, record: str, purpose: str) -> None:
        def withdraw(book: Book) -> Person:
            book.withdraw(record, purpose)
            return book.person(record, Why.RIGHTS)

        def withdrawn(person: Person) -> None:
            self._room.rights.show_person(person)
            self._wrote()

        self._ask(withdraw, withdrawn, lambda error: self._tell(error, self._room.rights.failed))

    def _tell(self, error: BaseException, say: Callable[[Phrase], None]) -> None:
        say(troubles.spoken(error))
        if troubles.sentence(error) is None:
            self.failed.emit(error)
