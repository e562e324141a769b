"""Who was saved last: what the header tells of her, and her slip, asked for with F8 or chosen beforehand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from chasqui_desktop.book import Saved
from chasqui_desktop.screens.register import results
from chasqui_desktop.screens.register.header import Header
from chasqui_desktop.screens.register.slip_choice import SlipWay
from chasqui_desktop.words import Words


class LastSaved(QObject):
    """Tells through ``header``; ``more`` may put other words beside a result, ``correct`` is what Ctrl U does."""

    print_asked = Signal(str)
    """The slip of this record, on paper: answer with `tell_printed`."""
    slip_due = Signal(str, object)
    """The slip of this record, just saved, the way that was chosen (`SlipWay`): answer with `tell_slip`."""

    def __init__(
        self, header: Header, more: Callable[[Words], Words], correct: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._header, self._more, self._correct = header, more, correct
        self._saved: Saved | None = None
        self._is_told = False
        """The header tells of her still, and of nothing that was done since."""

    def show(self, saved: Saved) -> None:
        """The commit is done."""
        self._saved, self._is_told = saved, True
        self._tell(saved, results.SAVED_HERE.fill(code=saved.code))

    def hand_out(self, way: SlipWay) -> None:
        """What was chosen to become of a slip becomes of hers."""
        if self._saved is not None and way is not SlipWay.CODE:
            self.slip_due.emit(self._saved.record, way)

    def step_back(self) -> None:
        """The desk is cleared: what is told from now on is of somebody else."""
        self._is_told = False

    def forget(self) -> None:
        """Somebody else works here."""
        self._saved = None

    def print(self) -> None:
        """F8: her slip, at once; the next person can go on."""
        if self._saved is None:
            self._header.tell(results.NOBODY_TO_PRINT, results.SAVE_FIRST, ok=False)
        else:
            self.print_asked.emit(self._saved.record)

    def tell_printed(self, title: Words, more: Words, *, ok: bool) -> None:
        """Where the slip went, or that none came out."""
        self._header.tell(title, more, ((results.PRINT, "F8", self.print),) if not ok else (), ok=ok)

    def tell_slip(self, record: str, title: Words, more: Words, *, ok: bool) -> None:
        """What became of the slip that came with saving. That none came out is said always: her code must be noted."""
        is_last = self._saved is not None and self._saved.record == record
        if not ok and is_last:
            self.tell_printed(title, more, ok=False)
        elif not ok:
            self._header.tell(title, more, ok=False)
        elif is_last and self._is_told and self._saved is not None:
            self._tell(self._saved, results.SLIP_WENT.fill(code=self._saved.code, where=title))

    def _tell(self, saved: Saved, more: Words) -> None:
        self._header.tell(
            results.SAVED.fill(name=saved.listed_name or saved.code),
            self._more(more),
            ((results.PRINT, "F8", self.print), (results.CORRECT, "Ctrl U", self._correct)),
        )
