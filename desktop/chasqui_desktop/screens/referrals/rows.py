"""The columns of the list of referrals: who, where, since when, whether it was received. Nothing of what is in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from chasqui_desktop.book import Reference
from chasqui_desktop.referral import Referral
from chasqui_desktop.screens.moments import local, spoken_hour, spoken_moment
from chasqui_desktop.screens.paging import Column
from chasqui_desktop.widgets.rows import Cell, PersonCell, StateCell, TextCell
from chasqui_desktop.words import Words, say

PERSON = say("Referrals", "Persona")
POINT = say("Referrals", "Dónde")
SINCE = say("Referrals", "Sellada")
STATE = say("Referrals", "Estado")
WAITS = say("Referrals", "por recibir")
RECEIVED = say("Referrals", "recibida · {moment}")
NONE = "—"


def point_of(row: Referral, reference: Reference | None) -> str:
    """Name the outreach point of a referral."""
    point = reference.points.get(row.outreach_point or "") if reference is not None else None
    return point.name if point is not None else NONE


def columns(today: Callable[[], date], reference: Callable[[], Reference | None]) -> tuple[Column[Referral], ...]:
    """Person, point, since when, state."""

    def state(row: Referral) -> Cell:
        if row.received_at is None:
            return StateCell("hourglass-medium", WAITS, "warn_text", "text")
        words: Words = RECEIVED.fill(moment=spoken_hour(local(row.received_at), today()))
        return StateCell("check-circle-fill", words, "ok", "text2")

    return (
        Column(PERSON, lambda row: PersonCell(row.listed_name, row.code, row.initials)),
        Column(POINT, lambda row: TextCell(point_of(row, reference()), "text2")),
        Column(SINCE, lambda row: TextCell(spoken_moment(local(row.sealed_at), today()), "text2")),
        Column(STATE, state),
    )
