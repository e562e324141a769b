"""What the desk asks of the register: saving, drafts, refusals; where it cannot be written, the desk says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from chasqui_desktop import troubles
from chasqui_desktop.book import DESK_DRAFT, Book, Draft, Saved
from chasqui_desktop.people_work import Ask
from chasqui_desktop.screens.register.desk import RegisterDesk
from chasqui_desktop.widgets.signature import signature_picture


class DeskWork(QObject):
    """Connects the desk with the register. ``saved`` counts what was said to be saved, ``last_code`` names the last."""

    failed = Signal(object)
    """An exception that is a bug of ours."""

    def __init__(
        self, desk: RegisterDesk, ask: Ask, wrote: Callable[[], None], now: Callable[[], datetime], parent: QObject
    ) -> None:
        """``wrote`` is told that something was saved."""
        super().__init__(parent)
        self.desk = desk
        self._ask_register = ask
        self._wrote = wrote
        self._now = now
        self._refusal: str | None = None
        self.saved = 0
        self.last_code = ""
        desk.save_asked.connect(self._save)
        desk.amended.connect(self._amend)
        desk.amend_asked.connect(lambda record: self._ask(lambda book: book.person(record), desk.amend))
        desk.draft_changed.connect(self._keep_draft)
        desk.set_aside_asked.connect(self._set_aside)
        desk.take_up_asked.connect(self._take_up)
        desk.refused.connect(self._refuse)
        desk.undo_refusal_asked.connect(self._take_back)

    def _save(self, fields: dict[str, Any]) -> None:
        signature = signature_picture(self.desk.form.signed)
        self.write(lambda book: book.register(fields, signature=signature), self._saved)

    def _amend(self, record: str, fields: dict[str, Any], seen: dict[str, str]) -> None:
        signature = signature_picture(self.desk.form.signed)

        def amend(book: Book) -> Saved:
            saved = book.amend(record, fields, seen, signature)
            book.drop_draft(DESK_DRAFT)
            return saved

        self.write(amend, self._saved)

    def _saved(self, saved: Saved) -> None:
        self.saved += 1
        self.last_code = saved.code
        self.desk.saved(saved)
        self._wrote()

    def _keep_draft(self, state: dict[str, Any]) -> None:
        self.write(lambda book: book.keep_draft(DESK_DRAFT, state), lambda _: self.desk.draft_kept(self._now()))

    def _set_aside(self, state: dict[str, Any]) -> None:
        self.write(lambda book: book.set_aside(DESK_DRAFT, state), lambda _: self._was_set_aside())

    def _was_set_aside(self) -> None:
        self.desk.set_aside_kept()
        self._ask(lambda book: book.drafts(), self.desk.show_drafts)

    def _take_up(self, draft: str) -> None:
        def take_up(book: Book) -> list[Draft]:
            found = [each for each in book.drafts() if each.draft == draft]
            for each in found:
                # first here, then gone there: a power cut in between leaves it twice, never not at all
                book.keep_draft(DESK_DRAFT, each.state)
                book.drop_draft(draft)
            return found

        def show(found: list[Draft]) -> None:
            for each in found:
                self.desk.restore(each)
            self._ask(lambda book: book.drafts(), self.desk.show_drafts)

        self.write(take_up, show)

    def _refuse(self) -> None:
        edition, point = self.desk.form.edition, self.desk.form.outreach_point
        if edition is None or point is None:
            return

        def refuse(book: Book) -> str:
            record = book.refuse(edition, point)
            book.drop_draft(DESK_DRAFT)
            return record

        self.write(refuse, self._refused)

    def _refused(self, record: str) -> None:
        self._refusal = record
        self.desk.refusal_kept()
        self._wrote()

    def _take_back(self) -> None:
        record, self._refusal = self._refusal, None
        if record is not None:
            self.write(lambda book: book.take_back(record), lambda _: self._wrote())

    def write(self, work: Callable[[Book], Any], then: Callable[[Any], None]) -> None:
        """Ask for something to be written; where it cannot be, the desk says so and keeps what was typed."""
        self._ask_register(work, then, self._write_failed)

    def _ask(self, work: Callable[[Book], Any], then: Callable[[Any], None]) -> None:
        self._ask_register(work, then, None)

    def _write_failed(self, error: BaseException) -> None:
        self.desk.save_failed(troubles.spoken(error))
        if troubles.sentence(error) is None:
            self.failed.emit(error)
