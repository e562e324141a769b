"""What the panel beside the list says about one person: plain values from her record, no widgets.

Document and telephone come masked; the whole ones only by `Secret.whole`, for ten seconds at a time.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from chasqui_desktop.book import Person, Post
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.widgets.posts import Place
from chasqui_desktop.words import Words, language, say
from chasqui_resources.districts import district
from chasqui_resources.sectors import sector
from chasqui_sync.core.documents import masked
from chasqui_sync.core.names import full_name
from chasqui_sync.core.phones import masked_phone, shown_phone
from chasqui_sync.core.records import PURPOSES, QUOTA_GROUPS, Sealed
from chasqui_sync.sealing import sealed_name

SCHEMES: dict[str, Words] = {
    "dni": say("People", "DNI"),
    "ce": say("People", "CE"),
    "ptp": say("People", "PTP"),
    "cpp": say("People", "CPP"),
    "passport": say("People", "Pasaporte"),
    "cedula_ve": say("People", "Cédula VE"),
    "refugee_applicant": say("People", "Solic. refugio"),
    "unhcr": say("People", "ACNUR"),
    "none": say("People", "Sin documento"),
}
CHANNELS: dict[str, Words] = {
    "flyer": say("People", "Volante"),
    "radio": say("People", "Radio"),
    "television": say("People", "Televisión"),
    "social_media": say("People", "Redes"),
    "whatsapp": say("People", "WhatsApp"),
    "partner": say("People", "Aliado"),
    "friend": say("People", "Amistad"),
    "other": say("People", "Otro"),
}
CONSENTED = say("People", "{version} · {n} de {m}")


SIGNATURE_HERE = say("People", "en pantalla; está en este equipo")
SIGNATURE_ELSEWHERE = say("People", "en pantalla; va a la sede")
REFERRAL_HERE = say("People", "sellada, aún en este equipo")
REFERRAL_SENT = say("People", "sellada y enviada")
REFERRAL_RECEIVED = say("People", "recibida · {moment}")


class Secret(NamedTuple):
    """A number shown masked; ``whole`` is on screen only while somebody asks to see it."""

    masked: str
    whole: str


def initials(person: Person) -> str:
    """First letters of a given name and of a surname, or of what there is."""
    given = person.fields.get("given_names") or ""
    surname = person.fields.get("paternal_surname") or person.fields.get("maternal_surname") or ""
    return (given[:1] + surname[:1]).upper() or person.code[-1:]


def name(person: Person) -> str:
    """The whole name on two lines, given names above surnames; the code of somebody who gave none."""
    given = person.fields.get("given_names")
    surnames = full_name({**person.fields, "given_names": None})
    return "\n".join(part for part in (given, surnames) if part) or person.code


def document(person: Person) -> tuple[Words, Secret] | None:
    """The document's type and its number; None when none was asked or she has none."""
    found = person.fields.get("document")
    if not found or found["scheme"] == "none":
        return None
    return SCHEMES.get(found["scheme"], found["scheme"]), Secret(masked(found["number"]), found["number"])


def phone(person: Person) -> Secret | None:
    """Her first telephone."""
    found = person.fields.get("phones")
    return Secret(masked_phone(found[0]["number"]), shown_phone(found[0]["number"])) if found else None


def home(person: Person) -> str | None:
    """Comas, Lima, Lima: district, province, department; the plain code of a place this version cannot name."""
    place = person.fields.get("home_district")
    if not place:
        return None
    try:
        found = district(place["code"])
    except KeyError:
        return str(place["code"])
    return f"{found.name}, {found.province}, {found.department}"


def channel(person: Person) -> Words | None:
    """How she heard of the programme, with the flyer's code or the station."""
    kind = person.fields.get("channel")
    if not kind:
        return None
    detail = person.fields.get("channel_detail")
    said = CHANNELS.get(kind, kind)
    return DETAILED.fill(kind=said, detail=detail) if detail else said


DETAILED = say("People", "{kind} {detail}")


def consent(person: Person) -> Words | None:
    """Version of the notice and to how many of the purposes she said yes."""
    given = person.fields.get("consent")
    if not given:
        return None
    agreed = sum(1 for purpose in PURPOSES if person.fields.get(f"consent_{purpose}"))
    return CONSENTED.fill(version=given["version"], n=agreed, m=len(PURPOSES))


def signature(person: Person) -> Words | None:
    """Say where what she signed on the screen is; None where she did not.

    What was signed on another laptop goes from there to headquarters, after its text, and never comes here.
    """
    if person.signature:
        return SIGNATURE_HERE
    named = (person.fields.get("consent") or {}).get("signature")
    return SIGNATURE_ELSEWHERE if named else None


def referral(person: Person, today: date) -> Words | None:
    """How far sealed answers have come, nothing of what they say; None where none were sealed."""
    sealed = person.fields.get("support")
    if not isinstance(sealed, dict) or not isinstance(sealed.get("sealed"), str):
        return None
    name = sealed_name(Sealed(str(sealed.get("key")), sealed["sealed"]))
    told = person.fields.get("support_received") or []
    received = [each["at"] for each in told if isinstance(each, dict) and each.get("of") == name and "at" in each]
    if received:
        return REFERRAL_RECEIVED.fill(moment=spoken_moment(local(min(received)), today))
    return REFERRAL_HERE if person.post is Post.LAPTOP else REFERRAL_SENT


def counts_for_quota(person: Person) -> bool:
    """Whether she is one of the share the edition asks for."""
    return person.fields.get("group") in QUOTA_GROUPS


def sector_name(code: str | None) -> str:
    """A rubro in the language in use; a code of a newer table as it is."""
    if not code:
        return ""
    try:
        return sector(code).name(language())
    except KeyError:
        return code


def district_name(code: str | None) -> str:
    """A district's own name; what is no code of ours as it is."""
    if not code:
        return ""
    try:
        return district(code).name
    except KeyError:
        return code


PLACES: dict[Post, Place] = {
    Post.LAPTOP: "laptop",
    Post.OFFICE: "office",
    Post.HEADQUARTERS: "hq",
    Post.DURABLE: "durable",
    Post.ATTENTION: "fix",
}
"""The sign that stands for each post in a list."""
