"""Printing, on a lane of its own: a printer that lets one wait holds up neither the desk nor the register."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from chasqui_desktop.paper.printing import Printed, forget_handed_over, keep_both, keep_pdf, put_on_paper
from chasqui_desktop.paper.sheet import Page
from chasqui_desktop.tasks import Lane


class Press(QObject):
    """Takes pages and tells where they went. What names somebody and has lain for half a day goes on the way."""

    def __init__(self, lane: Lane, folder: Path, seconds: Callable[[], float], parent: QObject) -> None:
        """``folder`` is where PDFs go; ``seconds`` since 1970, as files are dated."""
        super().__init__(parent)
        self._lane = lane
        self._folder = folder
        self._seconds = seconds

    def put(
        self, pages: Sequence[Page], then: Callable[[Printed], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Put pages on paper; ``then`` or ``failed`` (NoPrintError, or a bug) come back in the GUI thread."""
        self.forget()
        self._lane.ask(lambda: put_on_paper(pages, self._folder), then, failed)

    def keep_pdf(
        self, pages: Sequence[Page], then: Callable[[Printed], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Keep pages as a PDF, whatever printer there is."""
        self.forget()
        self._lane.ask(lambda: Printed(file=keep_pdf(pages, self._folder)), then, failed)

    def keep(
        self,
        pages: Sequence[Page],
        document: bytes,
        then: Callable[[Printed], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Keep pages as a PDF and a document beside it, whatever printer there is."""
        self.forget()
        self._lane.ask(lambda: keep_both(pages, document, self._folder), then, failed)

    def forget(self) -> None:
        """Let old papers with somebody's name go."""
        self._lane.ask(lambda: forget_handed_over(self._folder, self._seconds()))


def paper_folder() -> Path:
    """Give where a person looks for what she printed: Chasqui, in her documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "Chasqui"
