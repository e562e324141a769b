"""Who may be the person on the desk: asked as she is typed, shown beside her, decided by two keys."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from chasqui_desktop.book import LookAlike, LookAlikes
from chasqui_desktop.screens.register.desk_card import Clock
from chasqui_desktop.screens.register.form import Form
from chasqui_sync.core.likeness import is_enough, traits

AFTER_MS = 250
"""After the last key: sooner, half a name would be looked for."""
_ASKED_BY = (
    *("document", "ruc", "phones", "given_names", "paternal_surname", "maternal_surname"),
    *("birth_date", "birth_year", "gender", "home_district"),
)


class Question(NamedTuple):
    """The answers it goes by, and whom to pass over."""

    fields: dict[str, Any]
    but_for: frozenset[str]


class Alike(QObject):
    """One question is out at a time; an answer to an older one is dropped, and the latest is asked then."""

    asked = Signal(object, object)
    """Fields and records to pass over (`Book.look_alikes`): answer with `told`, or `not_told`."""
    recognised = Signal(str)
    """She is this person of the register."""
    shown = Signal()
    """Something else is known now."""
    decided = Signal()
    """She is somebody else: the form has it."""

    def __init__(self, form: Form, today: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._today = form, today
        self.found: tuple[LookAlike, ...] | None = None
        """None where nobody was looked for."""
        self.phone_of = ""
        self._out: Question | None = None
        self._answered: Question | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._ask)

    def changed(self) -> None:
        """Something was typed, or another person is on the desk."""
        question = self._question()
        if question is None:
            self._timer.stop()
            self._show(None)
        elif question != self._answered:
            self._timer.start()

    def told(self, alike: LookAlikes | None) -> None:
        """The register answers; None where it may not be read."""
        question, self._out = self._out, None
        if question != self._question():
            self.changed()
            return
        self._answered = question
        self._show(alike)

    def not_told(self) -> None:
        """The register did not answer: nothing is out any more."""
        self._out = self._answered = None

    def close(self) -> None:
        """Registrations may not be read any more: whoever is shown goes."""
        self.not_told()
        self._show(None)

    def same(self) -> None:
        """Alt S: it is her."""
        if self.found:
            self.recognised.emit(self.found[0].record)

    def other(self) -> None:
        """Alt N: somebody else. The next one who is like her is shown, if there is one."""
        if self.found:
            self._form.not_same_as = [*self._form.not_same_as, self.found[0].record]
            self.found = self.found[1:]
            self._answered = None
            self.shown.emit()
            self.decided.emit()
            self.changed()

    def _ask(self) -> None:
        question = self._question()
        if question is not None and self._out is None:
            self._out = question
            self.asked.emit(*question)

    def _show(self, alike: LookAlikes | None) -> None:
        found, phone_of = (None, "") if alike is None else (alike.found, alike.phone_of)
        if alike is None:
            self._answered = None
        if (found, phone_of) != (self.found, self.phone_of):
            self.found, self.phone_of = found, phone_of
            self.shown.emit()

    def _question(self) -> Question | None:
        form = self._form
        answers = form.answers(self._today())
        fields = {name: answers[name] for name in _ASKED_BY if name in answers}
        if not is_enough(traits(fields)):
            return None
        but_for = set(form.not_same_as)
        if form.amendment is not None:
            but_for |= {form.amendment.record, *(form.amendment.fields.get("not_same_as") or ())}
        return Question(fields, frozenset(but_for))
