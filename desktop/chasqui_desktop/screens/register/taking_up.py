"""Filling the form from a saved record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from chasqui_desktop.book import Person
from chasqui_desktop.screens.register.amendment import Amendment
from chasqui_desktop.screens.register.form import STAYS, Form
from chasqui_desktop.widgets.date_field import written
from chasqui_sync.core.rules import read_date

SAME_NAME = (
    *(f"consent_{purpose}" for purpose in ("programme", "whatsapp", "six_months", "partners", "photos")),
    *("nationality", "paternal_surname", "maternal_surname", "given_names", "gender", "alternative_contact"),
    *("sector", "business_name", "stage", "sells_at", "has_ruc", "ruc", "tax_regime", "channel", "channel_detail"),
)


def open_record(form: Form, person: Person, today: date) -> None:
    """Put a saved registration on the desk, to be corrected. The sealed answers stay sealed."""
    known = person.fields
    state: dict[str, Any] = {name: getattr(form, name) for name in STAYS}
    state |= {name: known[name] for name in SAME_NAME if known.get(name) is not None}
    state |= _consent(known) | _document(known) | _birth(known, today) | _home(known) | _phone(known)
    for name in ("since_year", "people_working"):
        if known.get(name) is not None:
            state[name] = str(known[name])
    form.restore(state)
    if known.get("group") not in (None, form.group):
        form.group_chosen = known["group"]
    form.edition = known.get("edition", form.edition)
    form.outreach_point = known.get("outreach_point", form.outreach_point)
    form.ruc_accepted = bool(form.ruc)
    amendment = Amendment(person.record, person.code, dict(known), dict(person.heads), {})
    form.amendment = amendment
    # asked of a form that knows it corrects: the sealed questions are no part of it
    form.amendment = replace(amendment, opened=form.answers(today))


def _consent(known: dict[str, Any]) -> dict[str, Any]:
    given = known.get("consent")
    if not given:
        return {}
    return {
        "consent_how": given["how"],
        "notice_read_at": given["at"],
        "notice_version": given["version"],
        "notice_language": given["language"],
    }


def _document(known: dict[str, Any]) -> dict[str, Any]:
    found = known.get("document")
    return {"scheme": found["scheme"], "number": found["number"]} if found else {}


def _birth(known: dict[str, Any], today: date) -> dict[str, Any]:
    raw = known.get("birth_date")
    if raw is None:
        year = known.get("birth_year")
        # An age was kept as the year it implies; it comes back as the age of this year.
        return {"birth": str(today.year - year)} if year else {}
    born = read_date(raw)
    return {"birth": written(born) if born else raw}


def _home(known: dict[str, Any]) -> dict[str, Any]:
    place = known.get("home_district")
    if not place:
        return {}
    return {"home_scheme": place["scheme"], "home_code": place["code"]}


def _phone(known: dict[str, Any]) -> dict[str, Any]:
    phones = known.get("phones")
    if not phones:
        return {}
    first = phones[0]
    return {"phone": first["number"], "owner": first.get("owner"), "whatsapp": first.get("whatsapp")}
