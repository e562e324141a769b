"""What the side panel and the last card say about the person so far: plain lines, documents masked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from chasqui_desktop.screens.register import options
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.places import short_home, trade_name
from chasqui_desktop.screens.register.sentences import place_of
from chasqui_desktop.words import Words, say
from chasqui_sync.core.documents import masked
from chasqui_sync.core.names import full_name, listed_name
from chasqui_sync.core.phones import shown_phone
from chasqui_sync.core.rules import Finding, Weight

CAN_WAIT = say("Register", "Falta. Puedes guardar igual.")
CANNOT_WAIT = say("Register", "Falta para poder guardar.")
LOOK_AGAIN = say("Register", "Míralo otra vez.")
SINCE = say("Register", "{trade} · desde {year}")
NO_NUMBER = say("Register", "Falta el número")
NUMBERED = say("Register", "{document} {number}")
AGE_AND_GENDER = say("Register", "{age} años · {gender}")
AGE = say("Register", "{age} años")
WITH_WHATSAPP = say("Register", "{phone} · WhatsApp")
DETAILED = say("Register", "{channel} {detail}")
GENDER_WORDS: dict[str, Words] = {
    "woman": say("Register", "mujer"),
    "man": say("Register", "hombre"),
    "other": say("Register", "otro"),
}


LONG_NAME = 26


class Line(NamedTuple):
    """One line: what it is, what it says, whether it is there, and the field where it is answered."""

    name: Words
    words: Words
    there: bool
    field: str


def name_in_lines(form: Form) -> str:
    """The name as it is said, as far as it is known; a long one in two lines."""
    names = _names(form)
    whole = full_name(names)
    if len(whole) <= LONG_NAME:
        return whole
    surnames = full_name({**names, "given_names": ""})
    return "\n".join(part for part in (names["given_names"], surnames) if part)


def _names(form: Form) -> dict[str, str]:
    return {
        "given_names": " ".join(form.given_names.split()),
        "paternal_surname": " ".join(form.paternal_surname.split()),
        "maternal_surname": " ".join(form.maternal_surname.split()),
    }


def document_name(form: Form) -> Words:
    """The short name of the document's type; empty before it is chosen."""
    return options.words_of(options.SCHEMES, form.scheme) if form.scheme else ""


def masked_number(form: Form) -> str:
    """The number's last three characters; empty where there is none."""
    return masked(form.document_number) if form.document_number else ""


def age_and_gender(form: Form, today: date) -> Words:
    """35 años · mujer; what is not known is left out."""
    age = form.age(today)
    gender = GENDER_WORDS.get(form.gender or "", "")
    if age is None:
        return gender
    return AGE_AND_GENDER.fill(age=age, gender=gender) if str(gender) else AGE.fill(age=age)


def home(form: Form) -> str:
    """Comas, Lima; what was typed where it is no district."""
    return short_home(form.home_scheme, form.home_code) if form.home_code else form.home_text.strip()


def phone(form: Form) -> str:
    """The telephone as people read it."""
    number = form.phone_number
    return shown_phone(number) if number else form.phone.strip()


def _document_line(form: Form) -> Words:
    name = document_name(form)
    if form.scheme in (None, "none"):
        return name
    return NUMBERED.fill(document=name, number=masked_number(form)) if form.document_number else ""


def _phone_line(form: Form) -> Words:
    shown = phone(form)
    return WITH_WHATSAPP.fill(phone=shown) if shown and form.whatsapp else shown


def _business_line(form: Form) -> Words:
    name = trade_name(form.sector) if form.sector else form.business_name.strip()
    year = form.since_year.strip()
    return SINCE.fill(trade=name, year=year) if name and year else name


def _channel_line(form: Form) -> Words:
    channel = options.words_of(options.CHANNELS, form.channel) if form.channel else ""
    detail = form.channel_detail.strip()
    return DETAILED.fill(channel=channel, detail=detail) if detail and form.channel else channel


def lines_before_saving(form: Form, findings: Sequence[Finding]) -> list[Line]:
    """What is there and what is missing, and under each where to answer it."""
    doubtful: dict[str, Weight] = {
        place_of(each, form): each.weight for each in findings if each.weight is not Weight.MISSING
    }
    found = (
        (say("Register", "Documento"), _document_line(form), "number" if form.scheme else "scheme"),
        (say("Register", "Nombre"), listed_name(_names(form)), "given_names"),
        (say("Register", "Celular"), _phone_line(form), "phone"),
        (say("Register", "Vive en"), home(form), "home_district"),
        (say("Register", "Negocio"), _business_line(form), "sector"),
        (say("Register", "Canal"), _channel_line(form), "channel"),
        (say("Register", "Contacto alterno"), form.alternative_contact.strip(), "alternative_contact"),
    )
    lines = [_line(name, words, field, doubtful) for name, words, field in found]
    if "consent_programme" in doubtful or "consent_how" in doubtful:
        where = "consent_how" if "consent_how" in doubtful else "consent_programme"
        lines.insert(0, Line(say("Register", "Consentimiento"), CANNOT_WAIT, False, where))
    return lines


def _line(name: Words, words: Words, field: str, doubtful: dict[str, Weight]) -> Line:
    weight = doubtful.get(field, doubtful.get("scheme") if field == "number" else None)
    if not str(words):
        return Line(name, CANNOT_WAIT if weight is Weight.HARD else CAN_WAIT, False, field)
    if weight is Weight.HARD:
        return Line(name, LOOK_AGAIN, False, field)
    return Line(name, words, True, field)
