"""The columns of the sending screen: how far each registration has come, by receipts alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chasqui_desktop.book import DeliveryRow, Post
from chasqui_desktop.screens.moments import local, spoken_hour
from chasqui_desktop.screens.paging import Column
from chasqui_desktop.widgets.rows import Cell, PersonCell, StateCell, TextCell
from chasqui_desktop.words import Words, say

PERSON = say("Sending", "Persona")
SAVED = say("Sending", "Guardado")
COPY = say("Sending", "Copia")
COMPARED = say("Sending", "comprobada")
NO_COPY = say("Sending", "falta")
OFFICE = say("Sending", "Oficina")
HEADQUARTERS = say("Sending", "Sede")
RECEIPT = say("Sending", "Recibo")
WITH_SIGNAL = say("Sending", "al tener señal")
WAITS = say("Sending", "espera")
STRAIGHT = say("Sending", "directo a la sede")
FIX = say("Sending", "por corregir")
NONE = "—"
SAVED_AT = 1
"""The column of when it was saved."""


def columns(today: Callable[[], date], explain: Callable[[int], Words]) -> tuple[Column[DeliveryRow], ...]:
    """Person, saved, copy, office, headquarters, receipt; ``explain`` says in words why one is held apart."""

    def done(at: int | None) -> Cell:
        words: Words = spoken_hour(local(at), today()) if at is not None else ""
        return StateCell("check-circle-fill", words, "ok")

    def office(row: DeliveryRow) -> Cell:
        match row.post:
            case Post.OFFICE:
                return done(row.sent_at)
            case Post.LAPTOP:
                return StateCell("clock", WITH_SIGNAL, "text3", "text2")
            case _:
                return StateCell("minus", STRAIGHT, "text3", "text2")

    def headquarters(row: DeliveryRow) -> Cell:
        match row.post:
            case Post.HEADQUARTERS | Post.DURABLE:
                return done(row.sent_at)
            case Post.ATTENTION:
                return StateCell("warning-fill", FIX, "warn_text", "warn_text")
            case _:
                return StateCell("clock", WAITS, "text3", "text2")

    def receipt(row: DeliveryRow) -> Cell:
        if row.problem is not None:
            return TextCell(explain(row.problem), "warn_text")
        return TextCell(row.receipt or NONE)

    return (
        Column(PERSON, lambda row: PersonCell(row.listed_name, row.code)),
        Column(SAVED, lambda row: done(row.saved_at)),
        Column(COPY, _copy),
        Column(OFFICE, office),
        Column(HEADQUARTERS, headquarters),
        Column(RECEIPT, receipt),
    )


def _copy(row: DeliveryRow) -> Cell:
    if row.copied:
        return StateCell("check-circle-fill", COMPARED, "ok")
    return StateCell("clock", NO_COPY, "text3", "text2")
