"""The room of people: the list with one person beside it, or her whole form in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QStackedWidget

from chasqui_desktop.book import Person
from chasqui_desktop.screens.people.screen import PeopleScreen
from chasqui_desktop.screens.whole_form.screen import WholeForm
from chasqui_desktop.words import Words


class PeopleRoom(QStackedWidget):
    """Turns between the two; the list is where it was when the form is left."""

    def __init__(self, now: Callable[[], datetime], explain: Callable[[int], Words]) -> None:
        super().__init__()
        self.people = PeopleScreen(now, explain)
        self.form = WholeForm(lambda: now().date())
        self.addWidget(self.people)
        self.addWidget(self.form)
        self.form.left.connect(self.close_form)

    def open_form(self, person: Person) -> None:
        """Show the whole form of a person."""
        self.setCurrentWidget(self.form)
        self.form.open(person)

    def close_form(self) -> None:
        """Go back to the list."""
        if self.currentWidget() is self.form:
            self.setCurrentWidget(self.people)
            self.people.table().setFocus()

    def enter(self) -> None:
        """The room comes to the front, or its key is pressed again: the list, its search ready."""
        self.setCurrentWidget(self.people)
        self.people.enter()

    def leave(self, room: str) -> None:
        """Another room is gone to."""
        self.people.leave(room)
