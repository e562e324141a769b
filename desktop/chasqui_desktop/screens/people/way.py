"""The way of one record from post to post and what was done to it, as steps in plain words."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from chasqui_desktop.book import HistoryEntry, Person, Post, Reference
from chasqui_desktop.screens.moments import local, spoken_hour, spoken_moment
from chasqui_desktop.words import Words, say

SAVED = say("People", "Guardado en este equipo")
COPIED = say("People", "Copia comprobada")
OFFICE = say("People", "Oficina")
STRAIGHT = say("People", "directo a la sede")
HEADQUARTERS = say("People", "Sede")
BACKED_UP = say("People", "Sede y su respaldo")
RECEIPT = say("People", "Recibo {number}")
WITH_SIGNAL = say("People", "al tener señal")
HELD_APART = say("People", "La sede la apartó: falta corregir")

REGISTERED = say("People", "Registrada por {name}")
CHANGED = say("People", "Cambio de {name}")
WITHDRAWN = say("People", "Retiró un permiso")
PLACE = say("People", "{point} · edición {edition}")
MOST_ENTRIES = 4


class Step(NamedTuple):
    """One line: sign, its colour, words, when, and whether it has come about."""

    icon: str
    colour: str
    words: Words
    at: Words
    reached: bool


def way(person: Person, today: date) -> list[Step]:
    """From this laptop to headquarters, each step with its time or with what it waits for."""
    steps = [_done(SAVED, spoken_hour(local(person.saved_at), today))]
    if person.copied:
        steps.append(_done(COPIED, ""))
    sent: Words = spoken_hour(local(person.sent_at), today) if person.sent_at is not None else ""
    match person.post:
        case Post.LAPTOP:
            steps += [_waiting(OFFICE), _waiting(HEADQUARTERS)]
        case Post.OFFICE:
            steps += [_done(OFFICE, sent), _waiting(HEADQUARTERS)]
        case Post.ATTENTION:
            steps.append(Step("warning-fill", "warn_text", HELD_APART, sent, reached=True))
        case Post.HEADQUARTERS | Post.DURABLE:
            steps.append(Step("minus-circle", "text3", OFFICE, STRAIGHT, reached=False))
            steps.append(_done(BACKED_UP if person.post is Post.DURABLE else HEADQUARTERS, sent))
    if person.receipt is not None:
        steps.append(Step("receipt", "ok", RECEIPT.fill(number=person.receipt), "", reached=True))
    return steps


def _done(words: Words, at: Words) -> Step:
    return Step("check-circle-fill", "ok", words, at, reached=True)


def _waiting(words: Words) -> Step:
    return Step("circle", "text3", words, WITH_SIGNAL, reached=False)


def history(person: Person, reference: Reference | None, today: date) -> list[Step]:
    """Who did what, the latest first, then where she was registered."""
    entries = sorted(person.history, key=lambda entry: entry.saved_at, reverse=True)[:MOST_ENTRIES]
    steps = [_entry(entry, reference, today) for entry in entries]
    place = _place(person, reference)
    if place is not None:
        steps.append(Step("map-pin", "text2", place, "", reached=True))
    return steps


def _entry(entry: HistoryEntry, reference: Reference | None, today: date) -> Step:
    at = spoken_moment(local(entry.saved_at), today)
    known = reference.staff.get(entry.user) if reference is not None else None
    name = short_staff_name(known.name) if known is not None else "—"
    if entry.action == "create":
        return Step("user-plus", "text2", REGISTERED.fill(name=name), at, reached=True)
    if entry.action == "withdraw":
        return Step("hand", "text2", WITHDRAWN, at, reached=True)
    return Step("pencil-simple", "text2", CHANGED.fill(name=name), at, reached=True)


def short_staff_name(name: str) -> str:
    """Milagros Torres → Milagros T."""
    words = name.split()
    return f"{words[0]} {words[1][0]}." if len(words) > 1 else name


def _place(person: Person, reference: Reference | None) -> Words | None:
    if reference is None:
        return None
    point = reference.points.get(person.fields.get("outreach_point") or "")
    edition = reference.editions.get(person.fields.get("edition") or "")
    if point is None:
        return None
    return PLACE.fill(point=point.name, edition=edition.name if edition else "—")
