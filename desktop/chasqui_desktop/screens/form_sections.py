"""The sections of the whole form, which fields each asks, and how many of them are answered. Plain values."""

from __future__ import annotations

from typing import Any, NamedTuple

from chasqui_desktop.words import Words, say


class Progress(NamedTuple):
    """So many questions answered of so many."""

    answered: int
    asked: int


class Section(NamedTuple):
    """A part of the form; ``fields`` are those of the record, in the order they are asked."""

    name: str
    words: Words
    fields: tuple[str, ...]


SECTIONS: tuple[Section, ...] = (
    Section(
        "person",
        say("WholeForm", "Persona"),
        (
            *("document", "nationality", "paternal_surname", "maternal_surname", "given_names", "birth_date"),
            *("gender", "home_district", "phones", "alternative_contact"),
        ),
    ),
    Section(
        "situation",
        say("WholeForm", "Situación"),
        ("group", "migration_status", "arrival_year", "languages", "dependants"),
    ),
    Section("access", say("WholeForm", "Accesibilidad"), ("disability",)),
    Section(
        "business",
        say("WholeForm", "Negocio"),
        (
            *("sector", "business_name", "stage", "since_year", "people_working", "sells_at"),
            *("has_ruc", "ruc", "tax_regime", "channel", "channel_detail"),
        ),
    ),
    Section("sales", say("WholeForm", "Ventas"), ("digital_tools", "sales_band", "main_need")),
    Section("contact", say("WholeForm", "Contacto"), ("email", "preferred_channel", "address_reference")),
    Section("programme", say("WholeForm", "Programa"), ("schedule", "devices", "connectivity")),
)


def asked(section: Section, fields: dict[str, Any]) -> list[str]:
    """Name the fields that are asked of her: without a RUC there is none to give, at home nobody arrived."""
    left_out = set()
    if fields.get("has_ruc") == "no":
        left_out |= {"ruc", "tax_regime"}
    if fields.get("nationality") == "PER":
        left_out |= {"migration_status", "arrival_year"}
    return [name for name in section.fields if name not in left_out]


def progress(section: Section, fields: dict[str, Any]) -> Progress:
    """Count what is answered; an age counts as a birth date."""
    known = {**fields, "birth_date": fields.get("birth_date") or fields.get("birth_year")}
    names = asked(section, fields)
    return Progress(sum(1 for name in names if known.get(name) not in (None, "", [], {})), len(names))


def completeness(fields: dict[str, Any]) -> Progress:
    """Count over all sections."""
    each = [progress(section, fields) for section in SECTIONS]
    return Progress(sum(one.answered for one in each), sum(one.asked for one in each))
