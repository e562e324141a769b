"""What the desk says about an answer: a sentence for each problem and for what is right."""

from __future__ import annotations

from datetime import date

from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.widgets.field import HelpKind
from chasqui_desktop.words import Phrase, Words, say
from chasqui_sync.core.documents import dni_check_characters, document_problem
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.records import QUOTA_GROUPS
from chasqui_sync.core.rules import Finding, Weight

PROBLEMS: dict[Problem, Phrase] = {
    Problem.DNI_LETTERS: say("Register", "El DNI solo lleva números."),
    Problem.RUC_SHAPE: say("Register", "Un RUC tiene 11 números y empieza con 10, 15, 16, 17 o 20."),
    Problem.RUC_CHECK: say("Register", "Ese RUC no cuadra. Revisa los últimos números."),
    Problem.DOCUMENT_UNUSUAL: say("Register", "Poco común para este documento. Si está así en el papel, sigue."),
    Problem.PHONE_UNUSUAL: say("Register", "Poco común para un celular. Si es así, sigue."),
    Problem.DATE_FUTURE: say("Register", "Esa fecha aún no llega."),
    Problem.DATE_OLD: say("Register", "Tendría {years} años. ¿Está bien?"),
    Problem.DATE_YOUNG: say("Register", "Tendría {years} años. ¿Está bien?"),
    Problem.DATE_UNREADABLE: say("Register", "Escribe día, mes y año, o solo la edad."),
    Problem.YEAR_UNLIKELY: say("Register", "¿Ese año está bien?"),
    Problem.DISTRICT_UNKNOWN: say("Register", "Ningún distrito se llama así. Prueba con 3 letras, o «otro país»."),
    Problem.NUMBER_UNLIKELY: say("Register", "¿Ese número está bien?"),
    Problem.TEXT_LONG: say("Register", "Es muy largo. Deja lo más importante."),
    Problem.CONSENT_NEEDED: say("Register", "Falta que diga si está de acuerdo, y cómo lo dijo."),
    Problem.NAME_NEEDED: say("Register", "Para guardar hace falta un nombre o un apellido."),
    Problem.IDENTITY_NEEDED: say("Register", "Para guardar: un documento, un celular o «Sin doc.»."),
}

DNI_SHORT_ONE = say("Register", "Falta {missing} número: el DNI tiene 8 y escribiste {typed}.")
DNI_SHORT = say("Register", "Faltan {missing} números: el DNI tiene 8 y escribiste {typed}.")
DNI_LONG = say("Register", "El DNI tiene 8 números y escribiste {typed}.")
SECTOR_UNKNOWN = say("Register", "Ningún rubro se llama así. Prueba con 3 letras, o «otro».")
COUNTRY_UNKNOWN = say("Register", "Ningún país se llama así. Prueba con 3 letras.")
PASSPORT_UNREADABLE = say("Register", "Esas líneas del documento no cuadran. Léelas otra vez.")

VALID = say("Register", "{n} números. Válido.")
DNI_VALID = say("Register", "8 números. Válido. En la tarjeta sigue {digit} o {letter}.")
INTERNAL_CODE = say("Register", "Se le da un código interno.")
YEARS = say("Register", "{n} años")

GROUP_SENTENCES: dict[str, Phrase] = {
    "host": say("Register", "Comunidad de acogida."),
    "migrant": say("Register", "Suma a la cuota."),
    "refugee": say("Register", "Refugio reconocido. Suma a la cuota."),
    "asylum_seeker": say("Register", "Solicitante de refugio. Suma a la cuota."),
    "returnee": say("Register", "Volvió a su país."),
}

FIELD_ON_DESK = {
    "document": "number",
    "phones": "phone",
    "birth_date": "birth",
    "birth_year": "birth",
    "email": "phone",
    "consent": "consent_how",
}
"""Where the desk shows a finding about a field of the record that it calls otherwise."""


def place_of(finding: Finding, form: Form) -> str:
    """Give the field of the desk a finding belongs to."""
    if finding.problem is Problem.CONSENT_NEEDED and form.consent_programme:
        return "consent_how"
    if finding.field == "document" and form.scheme in (None, "none"):
        return "scheme"
    return FIELD_ON_DESK.get(finding.field, finding.field)


def sentence(finding: Finding) -> Words:
    """Say a finding in plain words; empty for what may simply follow later."""
    if finding.problem is Problem.DNI_LENGTH:
        return _dni_length(finding)
    if finding.problem is Problem.CHOICE_UNKNOWN:
        return {"sector": SECTOR_UNKNOWN, "nationality": COUNTRY_UNKNOWN}.get(finding.field, "")
    found = PROBLEMS.get(finding.problem)
    return found.fill(**finding.arguments) if found else ""


def _dni_length(finding: Finding) -> Phrase:
    missing = finding.arguments["missing"]
    if missing < 0:
        return DNI_LONG.fill(typed=finding.arguments["typed"])
    return (DNI_SHORT_ONE if missing == 1 else DNI_SHORT).fill(**finding.arguments)


def kind_of(finding: Finding) -> HelpKind:
    """Crimson for what keeps from saving, amber for what is only asked again."""
    return "bad" if finding.weight is Weight.HARD else "warn"


def remark(name: str, form: Form, today: date) -> tuple[HelpKind, Words] | None:
    """Give what is to be said about a field in which nothing is wrong; None for its usual hint."""
    if name == "number" and form.document_is_whole(form.document_number):
        return "ok", _about_number(form)
    if name == "scheme" and form.scheme == "none":
        return "hint", INTERNAL_CODE
    if name == "nationality" and form.group in GROUP_SENTENCES:
        return "hint", GROUP_SENTENCES[form.group]
    if name == "birth":
        age = form.age(today)
        return None if age is None else ("hint", YEARS.fill(n=age))
    if name == "ruc":
        return _about_ruc(form)
    return None


def _about_number(form: Form) -> Words:
    """What is printed beside a DNI helps to compare it; nobody is asked for it."""
    number = form.document_number
    if form.scheme != "dni":
        return VALID.fill(n=len(number))
    digit, letter = dni_check_characters(number)
    return DNI_VALID.fill(digit=digit, letter=letter)


RUC_OFFERED = say("Register", "Propuesto desde el DNI. Enter lo acepta.")
RUC_TAKEN = say("Register", "Propuesto desde el DNI")
RUC_RIGHT = say("Register", "11 números. Válido.")


def _about_ruc(form: Form) -> tuple[HelpKind, Words] | None:
    if form.ruc:
        if not form.ruc_is_whole(form.ruc):
            return None
        return "ok", RUC_TAKEN if form.ruc_accepted and form.ruc == form.proposed_ruc else RUC_RIGHT
    return ("info", RUC_OFFERED) if form.proposed_ruc else None


def counts(form: Form) -> bool:
    """Whether this person counts towards the share of migrants and refugees."""
    return form.group in QUOTA_GROUPS


def looks_right(form: Form) -> bool:
    """Whether the document's number, as far as it is typed, breaks no rule."""
    number = form.document_number
    return bool(number) and document_problem(form.scheme or "", number) is None
