"""The first card of the day: in which edition and at which outreach point one registers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from chasqui_desktop.book import Reference
from chasqui_desktop.screens.register.places import find_point
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.chip_groups import ChipGroup, numbered
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.field_order import FieldOrder
from chasqui_desktop.widgets.labels import Label
from chasqui_desktop.widgets.suggest_field import SuggestField
from chasqui_desktop.widgets.suggest_popup import Suggestion
from chasqui_desktop.words import say

WHERE = say("Register", "¿Dónde registras hoy?")
STAYS = say("Register", "Queda elegido hasta que lo cambies arriba.")
EDITION = say("Register", "Edición")
POINT = say("Register", "Punto de difusión")
SOME_LETTERS = say("Register", "Escribe unas letras o elige con ↓")
NOTHING_YET = say("Register", "Las ediciones y los puntos llegan de la sede con la primera señal.")


class StartCard(Card):
    """Asks for edition and point; ``chosen`` carries both once they are known."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(margins=(40, 34, 40, 34), gap=12)
        self._reference: Reference | None = None
        self._edition: str | None = None
        self.editions = ChipGroup(())
        self.point = SuggestField(self._find, SOME_LETTERS, "map-pin", eager=True)
        self.editions.setObjectName("edition")
        self.point.setObjectName("outreach_point")
        self._edition_field = Field(EDITION, self.editions)
        self._point_field = Field(POINT, self.point, hint=STAYS)
        self._nothing = Label(NOTHING_YET, "lead").wrapped()
        narrow = QWidget()
        column = QVBoxLayout(narrow)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (Label(WHERE, "title"), self._nothing, self._edition_field, self._point_field):
            column.addWidget(part)
        self._narrow = narrow
        self.column.addWidget(narrow)
        self.column.addStretch(1)
        self.order = FieldOrder(self)
        self.order.add(self.editions, self.point)
        self.editions.chosen.connect(self._choose_edition)
        self.point.chosen.connect(self._choose_point)
        self.dress()

    def dress(self) -> None:
        super().dress()
        if hasattr(self, "_narrow"):
            self._narrow.setFixedWidth(look().px(620))

    def show_reference(self, reference: Reference, edition: str | None) -> None:
        """Offer the open editions and their points; a single edition is chosen already."""
        self._reference = reference
        open_ones = {record: each for record, each in reference.editions.items() if not each.closed}
        only = next(iter(open_ones)) if len(open_ones) == 1 else None
        self._edition = edition if edition in open_ones else only
        self.editions.set_choices(numbered(*((record, each.name) for record, each in open_ones.items())))
        self.editions.set_value(self._edition)
        there = bool(open_ones and reference.points)
        is_new = there and self._point_field.isHidden()
        self._nothing.setVisible(not there)
        self._edition_field.setVisible(there)
        self._point_field.setVisible(there)
        if is_new and self.isVisible():
            self.ask()

    def ask(self) -> None:
        """Go to the first of the two that is not answered."""
        (self.point if self._edition else self.editions).setFocus()

    def _find(self, text: str) -> list[Suggestion]:
        return [] if self._reference is None else find_point(text, self._reference.points, self._edition)

    def _choose_edition(self, edition: str | None) -> None:
        self._edition = edition
        self.point.set_suggestion(None)

    def _choose_point(self, chosen: Suggestion | None) -> None:
        if chosen is not None and self._edition is not None:
            self.chosen.emit(self._edition, str(chosen.value))
