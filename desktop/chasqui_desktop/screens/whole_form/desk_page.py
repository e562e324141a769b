"""A card of the desk inside the whole form: the same fields and rules, each answer kept as it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from chasqui_desktop.book import Person
from chasqui_desktop.screens.register.desk_card import Clock, DeskCard
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.taking_up import open_record
from chasqui_desktop.screens.whole_form.scans import put_in
from chasqui_sync.core.codes import Reading
from chasqui_sync.core.rules import Weight

_PHONE = ("phones",)
_DOCUMENT = ("document", "nationality", "group")
WRITES: dict[str, tuple[str, ...]] = {
    "scheme": _DOCUMENT,
    "number": _DOCUMENT,
    "nationality": ("nationality", "group"),
    "birth": ("birth_date", "birth_year"),
    "home_district": ("home_district", "address_reference"),
    "phone": _PHONE,
    "whatsapp": _PHONE,
    "owner": _PHONE,
    "has_ruc": ("has_ruc", "ruc", "tax_regime"),
    "channel": ("channel", "channel_detail"),
}
"""Which fields of the record a field of the desk answers, where it is not the one of the same name.

Nothing else is written when it is left: an age, for one, is kept as the year it implied when it was given.
"""


class DeskPage(QObject):
    """Hands a form of its own to a card; ``changed`` carries fields of the record and their new values."""

    changed = Signal(object)

    def __init__(self, make: Callable[[Form, Clock], DeskCard], today: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._form = Form()
        self._today = today
        self.card = make(self._form, today)
        self.card.lie_bare()
        self.card.settled.connect(self._settled)

    def show_person(self, person: Person, *, fresh: bool) -> None:
        """Show what is known; of the same person only what it is compared with changes."""
        if fresh:
            open_record(self._form, person, self._today())
            self.card.show_form()
        elif self._form.amendment is not None:
            self._form.amendment = self._form.amendment.kept(dict(person.fields), dict(person.heads))
        self.card.say_findings(self._form.findings(self._today()))

    @property
    def form(self) -> Form:
        """What the card shows."""
        return self._form

    def take(self, part: str, reading: Reading) -> None:
        """Answer document or RUC from a code, as if it were typed."""
        put_in(self._form, part, reading)
        self.card.show_form()
        self._settled("number" if part == "document" else "has_ruc")

    def _settled(self, name: str) -> None:
        form = self._form
        if form.amendment is None:
            return
        findings = form.findings(self._today())
        self.card.say_findings(findings)
        wrong = {finding.field for finding in findings if finding.weight is Weight.HARD}
        new: dict[str, Any] = form.amendment.changed(form.answers(self._today()))
        written = WRITES.get(name, (name,))
        changed = {field: value for field, value in new.items() if field in written and field not in wrong}
        if changed:
            self.changed.emit(changed)
