"""Outreach point and edition in the top bar of the desk: kept from person to person, changed in two clicks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from chasqui_desktop.book import Reference
from chasqui_desktop.screens.people.facts import district_name
from chasqui_desktop.widgets.top_bar import ContextButton
from chasqui_desktop.words import Words, say

POINT = say("Frame", "Punto de difusión")
EDITION = say("Frame", "Edición")
POINT_SHORT = say("Frame", "Punto")
NOT_CHOSEN = say("Frame", "Elige uno")
NOT_CHOSEN_EDITION = say("Frame", "Elige una")
FLYER = say("Frame", "Volante de este punto…")
NONE_YET = say("Frame", "Llegan con la primera señal")


class Context(QWidget):
    """Two choosers; what is chosen is told, and shown only once the program says so."""

    point_chosen = Signal(str)
    edition_chosen = Signal(str)
    flyer_asked = Signal(str)
    """The flyer of the point where one stands."""

    def __init__(self) -> None:
        super().__init__()
        self._reference: Reference | None = None
        self._edition: str | None = None
        self._point: str | None = None
        self._point_button = ContextButton("map-pin", POINT, NOT_CHOSEN, short=POINT_SHORT)
        self._edition_button = ContextButton("flag-banner", EDITION, NOT_CHOSEN_EDITION)
        self._point_button.clicked.connect(lambda: self._open(self._point_button, self.point_menu()))
        self._edition_button.clicked.connect(lambda: self._open(self._edition_button, self.edition_menu()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._point_button)
        row.addWidget(self._edition_button)
        row.addStretch(1)

    def show_reference(self, reference: Reference) -> None:
        """What there is to choose from."""
        self._reference = reference

    def show_choice(self, edition: str | None, point: str | None) -> None:
        """What is in force; None asks to choose."""
        self._edition, self._point = edition, point
        reference = self._reference
        point_name: Words = NOT_CHOSEN
        edition_name: Words = NOT_CHOSEN_EDITION
        if reference is not None:
            if point in reference.points:
                point_name = self._point_name(str(point))
            if edition in reference.editions:
                edition_name = reference.editions[str(edition)].name
        self._point_button.show_value(point_name)
        self._edition_button.show_value(edition_name)

    def points(self) -> list[tuple[str, str]]:
        """Record and name of the points of the edition in force, or of all where none is, by name."""
        if self._reference is None:
            return []
        found = self._reference.points.items()
        ours = [record for record, point in found if self._edition in (None, point.edition)]
        return sorted(((record, self._point_name(record)) for record in ours), key=lambda each: each[1])

    def editions(self) -> list[tuple[str, str]]:
        """Record and name of the editions that are open, the latest name first."""
        if self._reference is None:
            return []
        open_ones = ((record, each.name) for record, each in self._reference.editions.items() if not each.closed)
        return sorted(open_ones, key=lambda each: each[1], reverse=True)

    def _point_name(self, record: str) -> str:
        assert self._reference is not None
        point = self._reference.points[record]
        district = district_name(point.district.code) if point.district else ""
        return f"{point.name} · {district}" if district and district not in point.name else point.name

    def edition_menu(self) -> QMenu:
        """What the edition's button opens."""
        return self._menu(self._edition_button, self.editions(), self.edition_chosen)

    def point_menu(self) -> QMenu:
        """What the point's button opens: the points, and the flyer of the one in force where it has a code."""
        menu = self._menu(self._point_button, self.points(), self.point_chosen)
        point = self._reference.points.get(self._point or "") if self._reference is not None else None
        if point is not None and point.flyer_code:
            menu.addSeparator()
            menu.addAction(str(FLYER)).triggered.connect(lambda: self.flyer_asked.emit(self._point))
        return menu

    def _menu(self, button: ContextButton, choices: list[tuple[str, str]], chosen: SignalInstance) -> QMenu:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for record, name in choices:
            menu.addAction(name).triggered.connect(lambda _on=False, record=record: chosen.emit(record))
        if not choices:
            menu.addAction(str(NONE_YET)).setEnabled(False)
        return menu

    def _open(self, button: ContextButton, menu: QMenu) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
