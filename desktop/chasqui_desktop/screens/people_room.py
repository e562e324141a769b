"""The room of people: the list with one person beside it, or in its place her whole form, her rights, her papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from chasqui_desktop.book import Person
from chasqui_desktop.paper.sheet import Page
from chasqui_desktop.screens.dossier_page import DossierPage
from chasqui_desktop.screens.paper_page import PagesOf, PaperPage
from chasqui_desktop.screens.people.erasures import Erasures
from chasqui_desktop.screens.people.rights import Rights
from chasqui_desktop.screens.people.screen import PeopleScreen
from chasqui_desktop.screens.register.burst import Burst
from chasqui_desktop.screens.register.codes_heard import CodesHeard
from chasqui_desktop.screens.slip_page import slip_page
from chasqui_desktop.screens.whole_form.screen import TITLE, WholeForm
from chasqui_desktop.words import Words
from chasqui_sync.core.codes import Code


class PeopleRoom(QStackedWidget):
    """Turns between the six; the list is where it was when another page is left."""

    slip_asked = Signal(str)
    """The slip of this person: answer with ``open_slip``."""
    erasures_asked = Signal()
    """How far erasures have come: answer with ``erasures.show_erasures``, or ``failed``."""
    dossier_asked = Signal(str)
    """All that is kept of this person: answer with ``open_dossier``."""
    titled = Signal(object, object)
    """Two words for the top bar while another page than the list is in front; empty ones for the room's own."""

    def __init__(self, now: Callable[[], datetime], explain: Callable[[int], Words]) -> None:
        super().__init__()
        self.people = PeopleScreen(now, explain)
        self.form = WholeForm(lambda: now().date())
        self.addWidget(self.people)
        self.rights = Rights(lambda: now().date())
        self.addWidget(self.form)
        self.addWidget(self.rights)
        self.slip = slip_page()
        self.addWidget(self.slip)
        self.dossier = DossierPage()
        self.addWidget(self.dossier)
        self.erasures = Erasures(lambda: now().date())
        self.addWidget(self.erasures)
        self._codes = CodesHeard(lambda: now().date(), lambda: None)
        Burst(self.people, self._codes.is_code).heard.connect(self._hear)
        self.erasures.left.connect(self.close_page)
        self.people.erasures_asked.connect(self._ask_for_erasures)
        self.people.slip_asked.connect(self.slip_asked)
        self.rights.dossier_asked.connect(self.dossier_asked)
        self.dossier.left.connect(self._back_to_rights)
        self.slip.left.connect(self.close_page)
        self.form.left.connect(self.close_page)
        self.rights.left.connect(self.close_page)
        self.currentChanged.connect(self._say_title)

    def open_form(self, person: Person) -> None:
        """Show the whole form of a person."""
        self.setCurrentWidget(self.form)
        self.form.open(person)
        self._say_title()

    def _say_title(self) -> None:
        self.titled.emit(*((TITLE, self.form.code()) if self.currentWidget() is self.form else ("", "")))

    def open_rights(self, person: Person) -> None:
        """Show what a person allowed."""
        self.setCurrentWidget(self.rights)
        self.rights.show_person(person)
        self.rights.setFocus()

    def open_slip(self, pages_of: PagesOf, paper: object) -> None:
        """Show a person's slip before it is printed."""
        self.setCurrentWidget(self.slip)
        self.slip.open(pages_of, paper)

    def open_dossier(self, pages_of: Callable[[], Sequence[Page]], document: bytes) -> None:
        """Show what is kept of a person before it is handed to her; ``document`` is the same as JSON."""
        self.setCurrentWidget(self.dossier)
        self.dossier.show_data(pages_of, document)

    def show_role(self, role: str) -> None:
        """Erasing is for who answers for a whole office."""
        self.people.show_role(role)
        self.rights.show_role(role)

    def open_erasures(self, *, just_erased: bool = False) -> None:
        """Show who was erased, once headquarters has answered."""
        self.setCurrentWidget(self.erasures)
        self.erasures.begin(just_erased=just_erased)
        self.erasures.setFocus()

    @property
    def is_at_erasures(self) -> bool:
        """Whether those who were erased are in front."""
        return self.erasures.isVisible()

    def _hear(self, text: str) -> None:
        """A scanner over the list: whose document or slip it is, is looked for."""
        code = self._codes.whole(text)
        if code is not None:
            reading, _wrong = self._codes.read((Code(code),))
            self.people.look_for((reading.number or reading.ruc) if reading is not None else code)

    def _ask_for_erasures(self) -> None:
        self.open_erasures()
        self.erasures_asked.emit()

    def print(self) -> None:
        """F8: from her rights all that is kept of her, else her slip; once it is seen, on paper."""
        shown = self.currentWidget()
        if isinstance(shown, PaperPage):
            shown.ask_to_print()
        elif shown is self.rights:
            self.rights.hand_over()
        else:
            self.people.ask_for_slip()

    def _back_to_rights(self) -> None:
        self.dossier.forget()
        self.setCurrentWidget(self.rights)
        self.rights.setFocus()

    def close_page(self) -> None:
        """Go back to the list."""
        self.dossier.forget()
        self.setCurrentWidget(self.people)
        self.people.table().setFocus()

    def enter(self) -> None:
        """The room comes to the front, or its key is pressed again: the list, its search ready."""
        self.dossier.forget()
        self.setCurrentWidget(self.people)
        self.people.enter()

    def leave(self, room: str) -> None:
        """Another room is gone to."""
        self.people.leave(room)
