"""All that is kept of one person in plain words: every answer, every permission, every act known here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from chasqui_desktop.book import HistoryEntry, Person, Reference
from chasqui_desktop.paper.dossier import Dossier, Line, Part
from chasqui_desktop.screens.field_names import field_words
from chasqui_desktop.screens.form_sections import SECTIONS
from chasqui_desktop.screens.moments import local
from chasqui_desktop.screens.people import facts
from chasqui_desktop.screens.people.rights import purpose_titles, told
from chasqui_desktop.screens.register import options
from chasqui_desktop.screens.review.values import joined, value_words
from chasqui_desktop.screens.whole_form import questions
from chasqui_desktop.words import Words, day, hour, say
from chasqui_sync.core.phones import shown_phone
from chasqui_sync.core.records import PURPOSES

MADE = say("Dossier", "Hecho el {day}, {hour}, por {name}")
TURN_TO = say("Dossier", "Para corregir, retirar o borrar: {number}, o vuelve al punto con tu código.")
TURN_TO_OFFICE = say("Dossier", "Para corregir, retirar o borrar: vuelve al punto o llama a tu oficina, con tu código.")
PROGRAMME, PERMISSIONS = say("Dossier", "En el programa"), say("Dossier", "Tus permisos")
OTHERS, HISTORY = say("Dossier", "Otros datos"), say("Dossier", "Qué se hizo con tu registro")
NOTICE = say("Dossier", "Aviso que escuchaste")
SIGNED = say("Dossier", "Tu firma")
HEARD = say("Dossier", "{version} · {how} · {moment}")
CONFIDENCE = say("Dossier", "Lo que contaste en confianza")
SEALED = say("Dossier", "Está sellado: solo lo abre la persona de protección. Pídeselo a ella.")
CONFIDED_NOTHING = say("Dossier", "Se te preguntó, y no quedó nada guardado.")
MOMENT = say("Dossier", "{day}, {hour}")
NOTE = say("Dossier", "Nota del {moment}")
OWNED = say("Dossier", "{number} ({owner})")
ALSO_KNOWN = say("Dossier", "Registrada también como")
TIMES = say("Dossier", "{n} más")
DONE_BY = say("Dossier", "{moment} · {name}")
REGISTERED, CHANGED, TAKEN_BACK = (
    say("Dossier", "Se registró"),
    say("Dossier", "Cambió: {fields}"),
    say("Dossier", "Se retiró un permiso: {fields}"),
)
OTHER_ACT = say("Dossier", "Se anotó: {fields}")
ONLY_HERE = say("Dossier", "En otros equipos")
ASK_HEADQUARTERS = say("Dossier", "Lo que se hizo en otros equipos, y quién vio tu registro, lo da la sede.")
_IN_PROGRAMME = ("edition", "outreach_point", "partner", "promoter")
_SUPPORT = frozenset({"support", "support_asked", "support_received"})
_TOLD_ELSEWHERE = frozenset({"code", "consent", *_IN_PROGRAMME, *_SUPPORT, *(f"consent_{each}" for each in PURPOSES)})


def dossier_of(person: Person, reference: Reference, now: datetime) -> Dossier:
    """Give all of it; an answer without words of its own in this version stands as it is kept."""
    edition = reference.editions.get(str(person.fields.get("edition")))
    number = edition.help_number if edition is not None else None
    me = reference.staff.get(reference.user)
    return Dossier(
        code=person.code,
        made=MADE.fill(day=day(now), hour=hour(now), name=me.name if me is not None else ""),
        whom=TURN_TO.fill(number=number) if number else TURN_TO_OFFICE,
        parts=tuple(part for part in _parts(person, reference) if part.lines),
    )


def _parts(person: Person, reference: Reference) -> Iterator[Part]:
    shown = set(_TOLD_ELSEWHERE)
    for section in SECTIONS:
        fields = [*section.fields, *(("birth_year",) if "birth_date" in section.fields else ())]
        shown.update(fields)
        yield Part(section.words, tuple(_lines(person, fields, reference)))
    yield Part(PROGRAMME, tuple(_lines(person, _IN_PROGRAMME, reference)))
    yield Part(PERMISSIONS, tuple(_permissions(person)))
    rest = sorted(set(person.fields) - shown)
    others = (*_lines(person, rest, reference), *_confided(person), *_twins(person))
    yield Part(OTHERS, others)
    yield Part(HISTORY, tuple(_acts(person, reference)))


def _lines(person: Person, fields: list[str] | tuple[str, ...], reference: Reference) -> Iterator[Line]:
    for field in fields:
        value = person.fields.get(field)
        if value not in (None, "", [], {}):
            yield from _answered(field, value, person, reference)


def _answered(field: str, value: Any, person: Person, reference: Reference) -> Iterator[Line]:
    match field:
        case "disability":
            asked = {question.part: question.words for row in questions.ACCESS for question in row}
            for part, degree in value.items():
                yield Line(asked.get(part, part), options.words_of(questions.HOW_HARD, degree) or str(degree))
        case "phones":
            yield Line(field_words(field), joined([_phone(one) for one in value]))
        case "home_district":
            yield Line(field_words(field), facts.home(person) or "")
        case "notes":
            yield from (_note(one) for one in value)
        case "recognised":
            yield Line(field_words(field), joined([_moment(at) for at in value]))
        case "not_same_as":
            yield Line(field_words(field), str(len(value)))
        case _:
            yield Line(field_words(field), value_words(field, value, reference))


def _note(one: Any) -> Line:
    if not isinstance(one, dict):
        return Line(field_words("notes"), str(one))
    at = one.get("at")
    what: Words = NOTE.fill(moment=_moment(at)) if isinstance(at, int) else field_words("notes")
    return Line(what, str(one.get("text", "")))


def _phone(one: dict[str, Any]) -> Words:
    number = shown_phone(str(one.get("number", "")))
    owner = options.words_of(options.OWNERS, one.get("owner"))
    return OWNED.fill(number=number, owner=owner) if owner else number


def _permissions(person: Person) -> Iterator[Line]:
    given = person.fields.get("consent")
    if given:
        how = options.words_of(options.HOW_SAID, given.get("how"))
        moment = _moment(given.get("at", person.saved_at))
        yield Line(NOTICE, HEARD.fill(version=str(given.get("version", "")), how=how, moment=moment))
    if person.signature:
        yield Line(SIGNED, "", person.signature)
    titles = purpose_titles(person)
    for purpose in PURPOSES:
        said, at = told(person, purpose)
        yield Line(titles[purpose], said if at is None else said.fill(moment=_moment(at)))


def _confided(person: Person) -> Iterator[Line]:
    if person.fields.get("support") is not None:
        yield Line(CONFIDENCE, SEALED)
    elif person.fields.get("support_asked"):
        yield Line(CONFIDENCE, CONFIDED_NOTHING)


def _twins(person: Person) -> Iterator[Line]:
    if person.joined:
        yield Line(ALSO_KNOWN, TIMES.fill(n=len(person.joined)))


def _acts(person: Person, reference: Reference) -> Iterator[Line]:
    titles = {f"consent_{purpose}": title for purpose, title in purpose_titles(person).items()}
    for act in sorted(person.history, key=lambda act: act.saved_at):
        known = reference.staff.get(act.user)
        yield Line(_done(act, titles), DONE_BY.fill(moment=_moment(act.saved_at), name=known.name if known else "—"))
    yield Line(ONLY_HERE, ASK_HEADQUARTERS)


def _done(act: HistoryEntry, titles: dict[str, str]) -> Words:
    if act.action == "create":
        return REGISTERED
    words = {"withdraw": TAKEN_BACK, "set": CHANGED}.get(act.action, OTHER_ACT)
    return words.fill(fields=joined([titles.get(field) or field_words(field) for field in act.fields]))


def _moment(ms: int) -> Words:
    at = local(ms)
    return MOMENT.fill(day=day(at), hour=hour(at))
