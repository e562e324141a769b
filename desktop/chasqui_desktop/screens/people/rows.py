"""The columns of the list of people: no document, no telephone, no whole name."""

from __future__ import annotations

from chasqui_desktop.book import PersonRow
from chasqui_desktop.screens.paging import Column
from chasqui_desktop.screens.people.facts import PLACES, district_name, sector_name
from chasqui_desktop.widgets.rows import PersonCell, PlaceCell, TextCell
from chasqui_desktop.words import say

COLUMNS: tuple[Column[PersonRow], ...] = (
    Column(say("People", "Persona"), lambda row: PersonCell(row.listed_name or row.code, row.code, row.initials)),
    Column(say("People", "Distrito"), lambda row: TextCell(district_name(row.district))),
    Column(say("People", "Negocio"), lambda row: TextCell(sector_name(row.sector))),
    Column(say("People", "Dónde está su registro"), lambda row: PlaceCell(PLACES[row.post])),
)
