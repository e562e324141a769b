"""What the room of review asks of the register: the list, one case, what was decided; and comparing people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from chasqui_desktop import troubles
from chasqui_desktop.book import Book
from chasqui_desktop.cases import CaseFilter
from chasqui_desktop.people_work import Ask
from chasqui_desktop.screens.review.screen import Act, ReviewScreen
from chasqui_sync.core.problems import Problem, Trouble

AT_ONCE = 3
"""People compared in one turn of the store lane: a save waits no longer than for them."""
REST_MS = 150
"""Between two turns."""
AFTER_MS = 1500
"""After a change: a registration is saved, and the next one begun, before people are compared."""


class ReviewWork(QObject):
    """Connects the room with the register, and has people compared a few at a time while somebody works."""

    failed = Signal(object)
    """An exception that is a bug of ours."""
    counted = Signal(int)
    """How many cases wait."""

    def __init__(self, screen: ReviewScreen, ask: Ask, wrote: Callable[[], None], parent: QObject) -> None:
        """``wrote`` is told that something was saved."""
        super().__init__(parent)
        self._screen = screen
        self._ask = ask
        self._wrote = wrote
        self._known: dict[CaseFilter, int] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._compare)
        screen.page_asked.connect(self._page)
        screen.conflict_asked.connect(self._conflict)
        screen.pair_asked.connect(self._pair)
        screen.settle_asked.connect(self._settle)
        screen.join_asked.connect(self._join)
        screen.two_asked.connect(self._two)
        screen.part_asked.connect(lambda one, other: self._write(lambda book: book.parted(one, other)))
        screen.doubt_asked.connect(lambda one, other: self._write(lambda book: book.may_be_the_same(one, other)))

    def changed(self) -> None:
        """The register changed, or somebody else's is open: count, and compare who is new."""
        self._known = {}
        self._ask(lambda book: book.case_counts(), self._counted, None)
        self._turn.start(AFTER_MS)

    def stop(self) -> None:
        """Nobody works any more."""
        self._turn.stop()

    def _compare(self) -> None:
        def compare(book: Book) -> tuple[bool, dict[CaseFilter, int]]:
            return book.compare_some(AT_ONCE), book.case_counts()

        def compared(answer: tuple[bool, dict[CaseFilter, int]]) -> None:
            more, counts = answer
            if more:
                self._turn.start(REST_MS)
            if counts != self._known:
                self._counted(counts)
                self._screen.read_again()

        self._ask(compare, compared, None)

    def _counted(self, counts: dict[CaseFilter, int]) -> None:
        self._known = counts
        self._screen.show_total(counts[CaseFilter.ALL])
        self.counted.emit(counts[CaseFilter.ALL])

    def _page(self, chosen: CaseFilter, offset: int, limit: int) -> None:
        self._ask(
            lambda book: book.cases(chosen, offset, limit),
            lambda page: self._screen.show_page(chosen, offset, page),
            None,
        )

    def _conflict(self, record: str, field: str) -> None:
        self._ask(lambda book: book.conflict(record, field), self._screen.show_conflict, self._not_there)

    def _pair(self, record: str, other: str) -> None:
        self._ask(
            lambda book: book.pair(record, other),
            lambda pair: self._screen.show_pair(record, other, pair),
            self._not_there,
        )

    def _settle(self, record: str, field: str, value: Any, seen: str) -> None:
        self._write(lambda book: book.settle(record, field, value, seen), Act.SETTLED, record, field)

    def _join(self, record: str, into: str) -> None:
        self._write(lambda book: book.joined(record, into), Act.JOINED, record, into)

    def _two(self, one: str, other: str) -> None:
        self._write(lambda book: book.not_the_same(one, other), Act.TWO, one, other)

    def _write(self, act: Callable[[Book], None], said: Act | None = None, record: str = "", other: str = "") -> None:
        def written(_: None) -> None:
            if said is not None:
                self._screen.decided(said, record, other)
            self._wrote()

        self._ask(act, written, self._not_written)

    def _not_there(self, error: BaseException) -> None:
        """She was erased, left this laptop, or reading closed while the question was under way."""
        if isinstance(error, KeyError) or (isinstance(error, Trouble) and error.problem is Problem.READING_CLOSED):
            self._screen.gone()
        else:
            self.failed.emit(error)

    def _not_written(self, error: BaseException) -> None:
        self._screen.failed(troubles.spoken(error))
        if troubles.sentence(error) is None:
            self.failed.emit(error)
