"""Erasing a person at her wish, and asking headquarters how far erasures have come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from chasqui_desktop import troubles
from chasqui_desktop.erasure import Erasure
from chasqui_desktop.screens.people_room import PeopleRoom
from chasqui_desktop.session import Session
from chasqui_desktop.words import Phrase


class ErasureWork(QObject):
    """Connects the room of people with register and headquarters; both say no to who may not."""

    failed = Signal(object)
    """An exception that is a bug of ours."""

    def __init__(
        self, room: PeopleRoom, session: Callable[[], Session | None], wrote: Callable[[], None], parent: QObject
    ) -> None:
        """``session``: whoever works now; ``wrote`` is told that something was saved."""
        super().__init__(parent)
        self._room = room
        self._session = session
        self._wrote = wrote
        room.erasures_asked.connect(self._ask)
        room.rights.erase_asked.connect(self._erase)

    def read_again(self) -> None:
        """Something was sent or fetched: what is on screen may have come further."""
        if self._room.is_at_erasures:
            self._ask()

    def _erase(self, record: str) -> None:
        def erased(_: None) -> None:
            self._room.open_erasures(just_erased=True)
            # headquarters is asked once it has been sent
            self._wrote()

        session = self._session()
        if session is not None:
            session.ask(
                lambda book: book.erased(record), erased, lambda error: self._tell(error, self._room.rights.failed)
            )

    def _ask(self) -> None:
        session = self._session()
        if session is not None:
            session.ask_erasures(self._show, lambda error: self._tell(error, self._room.erasures.failed))

    def _show(self, erasures: tuple[Erasure, ...]) -> None:
        self._room.erasures.show_erasures(erasures)

    def _tell(self, error: BaseException, say: Callable[[Phrase], None]) -> None:
        say(troubles.spoken(error))
        if troubles.sentence(error) is None:
            self.failed.emit(error)
