"""Filling the form from what a code said: what was empty is answered, what was typed is never replaced unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from chasqui_desktop.screens.register import options, summary
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.places import country_name
from chasqui_desktop.widgets.date_field import written
from chasqui_desktop.words import Words, say
from chasqui_sync.core.codes import Reading
from chasqui_sync.core.names import folded

DOCUMENT_NUMBER = say("Register", "{document} {number}")

PARTS: dict[str, tuple[str, ...]] = {
    "document": ("scheme", "number"),
    "nationality": ("nationality", "nationality_proposed", "country_text"),
    "paternal_surname": ("paternal_surname",),
    "maternal_surname": ("maternal_surname",),
    "given_names": ("given_names",),
    "birth": ("birth",),
    "gender": ("gender",),
    "home": ("home_scheme", "home_code", "home_text"),
    "phone": ("phone", "phone_region"),
    "ruc": ("has_ruc", "ruc", "ruc_accepted"),
}
"""What a code may answer, and home and telephone; each with the attributes of the form that hold it."""

PART_NAMES: dict[str, Words] = {
    "document": say("Register", "Documento"),
    "nationality": say("Register", "Nacionalidad"),
    "paternal_surname": say("Register", "Apellido paterno"),
    "maternal_surname": say("Register", "Apellido materno"),
    "given_names": say("Register", "Nombres"),
    "birth": say("Register", "Fecha de nacimiento"),
    "gender": say("Register", "Género"),
    "home": say("Register", "Distrito donde vive"),
    "phone": say("Register", "Celular"),
    "ruc": say("Register", "RUC"),
}


class Change(NamedTuple):
    """An answer that stood there and that the code says otherwise."""

    part: str
    was: Words
    read: Words


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a reading: parts answered anew, parts that were otherwise, and how these stood before."""

    answered: tuple[str, ...]
    changes: tuple[Change, ...]
    before: dict[str, Any]


def take(form: Form, reading: Reading, today: date) -> Taken:
    """Answer the form from a reading. What says the same already stays as typed, accents and all."""
    said = _said(reading)
    answered: list[str] = []
    changes: list[Change] = []
    before: dict[str, Any] = {}
    for part, values in said.items():
        if _agrees(form, part, reading, today):
            continue
        stood = shown(form, part)
        kept = {name: getattr(form, name) for name in PARTS[part]}
        is_proposal = part == "nationality" and form.nationality_proposed
        _answer(form, part, values)
        if str(stood) and not is_proposal:
            changes.append(Change(part, stood, shown(form, part)))
            before |= kept
        else:
            answered.append(part)
    return Taken(tuple(answered), tuple(changes), before)


def put_back(form: Form, taken: Taken) -> None:
    """Let stand what stood before the reading; what was empty stays answered."""
    for name, value in taken.before.items():
        setattr(form, name, value)


def _said(reading: Reading) -> dict[str, tuple[Any, ...]]:
    """Give what the reading answers, part by part, in the order of `PARTS`' attributes."""
    said: dict[str, tuple[Any, ...]] = {}
    if reading.scheme is not None and reading.number:
        said["document"] = (reading.scheme, reading.number)
    if reading.nationality is not None:
        said["nationality"] = (reading.nationality,)
    for name in ("paternal_surname", "maternal_surname", "given_names"):
        if getattr(reading, name):
            said[name] = (getattr(reading, name),)
    if reading.birth_date is not None:
        said["birth"] = (written(reading.birth_date),)
    if reading.gender is not None:
        said["gender"] = (reading.gender,)
    if reading.ruc:
        said["ruc"] = ("yes", reading.ruc, True)
    return said


def _answer(form: Form, part: str, values: tuple[Any, ...]) -> None:
    if part == "document":
        form.choose_scheme(values[0])
        form.number = values[1]
    elif part == "nationality":
        form.choose_nationality(values[0])
        form.country_text = ""
    else:
        for name, value in zip(PARTS[part], values, strict=True):
            setattr(form, name, value)


def _agrees(form: Form, part: str, reading: Reading, today: date) -> bool:
    if part == "document":
        return (form.scheme, form.document_number) == (reading.scheme, reading.number)
    if part == "birth":
        return form.read_birth(today).day == reading.birth_date
    if part == "ruc":
        return form.has_ruc == "yes" and form.ruc == reading.ruc
    stands, read = getattr(form, part), getattr(reading, part)
    return stands is not None and folded(str(stands)) == folded(str(read))


def shown(form: Form, part: str) -> Words:
    """Give what stands in the form as a person reads it; empty where nothing was answered."""
    readers: dict[str, Callable[[Form], Words]] = {
        "document": _document,
        "nationality": lambda form: form.country_text or _nationality(form.nationality),
        "gender": lambda form: options.words_of(options.GENDERS, form.gender),
        "home": summary.home,
        "phone": summary.phone,
        "ruc": _ruc,
    }
    return readers[part](form) if part in readers else str(getattr(form, part)).strip()


def _ruc(form: Form) -> Words:
    return form.ruc or (options.words_of(options.HAS_RUC, form.has_ruc) if form.has_ruc == "no" else "")


def _document(form: Form) -> Words:
    if form.scheme == "none":
        return options.words_of(options.SCHEMES, "none")
    if not form.number.strip():
        return ""
    return DOCUMENT_NUMBER.fill(document=options.words_of(options.SCHEMES, form.scheme), number=form.number.strip())


def _nationality(code: str | None) -> Words:
    if code is None or code == "other":
        return ""
    return options.words_of(options.NATIONALITIES, code) or country_name(code)
