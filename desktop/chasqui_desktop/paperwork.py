"""What the rooms ask to be printed: read from the register, drawn, put on paper, and said where it went."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from chasqui_desktop.board import Board
from chasqui_desktop.book import Book, Person, Reference, Why
from chasqui_desktop.paper.board_page import board_page
from chasqui_desktop.paper.dossier import dossier_pages
from chasqui_desktop.paper.of_records import flyer_of, slip_of
from chasqui_desktop.paper.printing import HANDED_OVER, KEPT_HOURS, NoPrintError, Printed
from chasqui_desktop.paper.sheet import Page
from chasqui_desktop.paper.slip import Slip, SlipPaper, slip_pages
from chasqui_desktop.press import Press
from chasqui_desktop.screens.dossier import dossier_of
from chasqui_desktop.screens.dossier_page import Way
from chasqui_desktop.screens.paper_page import PaperPage
from chasqui_desktop.screens.register.slip_choice import SlipWay
from chasqui_desktop.words import Words, say
from chasqui_desktop.workplace import Workplace

AT_PRINTER = say("Paper", "Enviado a la impresora")
AT_PRINTER_MORE = say("Paper", "{printer} · {title}")
KEPT = say("Paper", "Guardado como PDF en {folder}")
KEPT_MORE = say("Paper", "{file} · se borra solo en {n} horas")
KEPT_BOTH = say("Paper", "PDF y JSON guardados en {folder}")
KEPT_BOTH_MORE = say("Paper", "Cópialos ahora a su USB: aquí se borran solos en {n} horas")
NOT_PRINTED = say("Paper", "No se pudo imprimir")
NOT_PRINTED_MORE = say("Paper", "Anota el código para la persona: {code}")
NOT_PRINTED_PLAIN = say("Paper", "Revisa la impresora o el espacio del equipo, y prueba otra vez.")

_Said = Callable[[bool, Words, Words], None]
"""Takes whether it went well, what became of it, and more."""


class Paperwork(QObject):
    """Connects the rooms with the press; the paper of slips is this laptop's choice."""

    failed = Signal(object)
    """An exception that is a bug of ours."""

    def __init__(
        self,
        workplace: Workplace,
        press: Press,
        paper: SlipPaper,
        keep: Callable[[SlipPaper], None],
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._press = press
        self._paper = paper
        self._keep = keep
        self._now = now
        workplace.desk.last.print_asked.connect(self._print_for_desk)
        workplace.desk.last.slip_due.connect(self._hand_out)
        workplace.flyer_asked.connect(self._open_flyer)
        workplace.people_room.slip_asked.connect(self._open_slip)
        slip, flyer = workplace.people_room.slip, workplace.desk_room.flyer
        slip.paper_chosen.connect(self.use)
        room = workplace.people_room
        room.dossier_asked.connect(self._open_dossier)
        room.dossier.print_asked.connect(self._hand_over)
        workplace.dashboard.print_asked.connect(self._print_board)
        for page in (slip, flyer):
            page.print_asked.connect(lambda pages, page=page: self._print(pages, _said_on(page)))

    def use(self, paper: SlipPaper) -> None:
        """Print slips on this paper from now on."""
        self._paper = paper
        self._keep(paper)

    # ---------------------------------------------------------------- slips
    def _print_for_desk(self, record: str) -> None:
        desk = self._workplace.desk

        def said(ok: bool, title: Words, more: Words) -> None:
            desk.last.tell_printed(title, more, ok=ok)

        def show(slip: Slip) -> None:
            self._print(slip_pages(slip, self._paper), said, NOT_PRINTED_MORE.fill(code=slip.code))

        self._read_slip(record, show)

    def _hand_out(self, record: str, way: SlipWay) -> None:
        """Somebody was just saved, and this was chosen to become of her slip."""
        last = self._workplace.desk.last

        def said(ok: bool, title: Words, more: Words) -> None:
            last.tell_slip(record, title, more, ok=ok)

        def show(slip: Slip) -> None:
            put = self._press.keep_pdf if way is SlipWay.PDF else self._press.put
            pages = slip_pages(slip, self._paper)
            put(pages, *self._answers(pages, said, NOT_PRINTED_MORE.fill(code=slip.code)))

        self._read_slip(record, show)

    def _open_slip(self, record: str) -> None:
        room = self._workplace.people_room
        self._read_slip(
            record, lambda slip: room.open_slip(lambda paper: slip_pages(slip, SlipPaper(paper)), self._paper)
        )

    def _read_slip(self, record: str, then: Callable[[Slip], None]) -> None:
        def read(book: Book) -> tuple[Person, Reference]:
            return book.person(record, Why.PAPER), book.reference()

        session = self._workplace.session
        if session is not None:
            session.ask(read, lambda found: then(slip_of(*found)))

    # ---------------------------------------------------------------- a person's own data
    def _open_dossier(self, record: str) -> None:
        def read(book: Book) -> tuple[Person, Reference, dict[str, Any]]:
            return book.person(record, Why.ACCESS), book.reference(), book.dossier(record)

        session = self._workplace.session
        if session is not None:
            session.ask(read, lambda found: self._show_dossier(*found))

    def _show_dossier(self, person: Person, reference: Reference, document: dict[str, Any]) -> None:
        at = self._now()
        written = json.dumps(document, ensure_ascii=False, indent=2).encode()
        self._workplace.people_room.open_dossier(lambda: dossier_pages(dossier_of(person, reference, at)), written)

    def _hand_over(self, pages: Sequence[Page]) -> None:
        page = self._workplace.people_room.dossier
        if page.paper() is Way.FILES:
            self._press.keep(pages, page.document, *self._answers(pages, _said_on(page), NOT_PRINTED_PLAIN))
        else:
            self._print(pages, _said_on(page))

    # ---------------------------------------------------------------- flyers
    def _open_flyer(self, record: str) -> None:
        session = self._workplace.session
        if session is not None:
            session.ask(lambda book: book.reference(), lambda reference: self._show_flyer(reference, record))

    def _show_flyer(self, reference: Reference, record: str) -> None:
        point = reference.points.get(record)
        edition = reference.editions.get(point.edition) if point is not None else None
        flyer = flyer_of(point, edition) if point is not None and edition is not None else None
        if flyer is not None:
            self._workplace.desk_room.open_flyer(flyer)

    # ---------------------------------------------------------------- the dashboard
    def _print_board(self, board: Board) -> None:
        dashboard = self._workplace.dashboard

        def said(ok: bool, title: Words, more: Words) -> None:
            dashboard.tell(*_state(ok), title, more)

        self._print([board_page(board, self._now())], said)

    # ---------------------------------------------------------------- the press
    def _print(self, pages: Sequence[Page], said: _Said, otherwise: Words = NOT_PRINTED_PLAIN) -> None:
        self._press.put(pages, *self._answers(pages, said, otherwise))

    def _answers(
        self, pages: Sequence[Page], said: _Said, otherwise: Words
    ) -> tuple[Callable[[Printed], None], Callable[[BaseException], None]]:
        def done(printed: Printed) -> None:
            said(True, *_where(printed, pages[0]))

        def failed(error: BaseException) -> None:
            said(False, NOT_PRINTED, otherwise)
            if not isinstance(error, NoPrintError):
                self.failed.emit(error)

        return done, failed


def _where(printed: Printed, page: Page) -> tuple[Words, Words]:
    if printed.file is None:
        return AT_PRINTER, AT_PRINTER_MORE.fill(printer=printed.printer, title=page.title)
    kept = KEPT.fill(folder=_short(printed.file.parent))
    if printed.beside is not None:
        return KEPT_BOTH.fill(folder=_short(printed.file.parent)), KEPT_BOTH_MORE.fill(n=KEPT_HOURS)
    if any(printed.file.match(pattern) for pattern in HANDED_OVER):
        return kept, KEPT_MORE.fill(file=printed.file.name, n=KEPT_HOURS)
    return kept, printed.file.name


def _short(folder: Path) -> str:
    """Documentos/Chasqui: the folder as a person finds it, from her own."""
    try:
        return folder.relative_to(Path.home()).as_posix()
    except ValueError:
        return str(folder)


def _state(ok: bool) -> tuple[Literal["ok", "bad"], str]:
    return ("ok", "check-circle-fill") if ok else ("bad", "warning-circle-fill")


def _said_on(page: PaperPage) -> _Said:
    def said(ok: bool, title: Words, more: Words) -> None:
        page.tell(*_state(ok), title, more)

    return said
