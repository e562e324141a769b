"""The kinds of record and their fields. A record is a flat JSON document; these structs give it its types.

Unknown fields of a newer version are kept untouched by store, wire and fold, which work on the
document; the structs are for reading and checking what this version knows.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

SCHEMA = 1
"""Version of the fields below; an operation of a higher schema is stored and deferred, never refused."""

Group = Literal["host", "migrant", "refugee", "asylum_seeker", "returnee"]
QUOTA_GROUPS: frozenset[str] = frozenset({"migrant", "refugee", "asylum_seeker"})
"""Population groups that count towards an edition's minimum share of migrants and refugees."""

PURPOSES: tuple[str, ...] = ("programme", "whatsapp", "six_months", "partners", "photos")
"""What a person can consent to, one by one; each is a field ``consent_<purpose>``."""

VIEW = "view"
VIEWERS: frozenset[str] = frozenset({"coordinator", "headquarters"})
"""Roles whose views of a person are written down: they see people they never met."""

SUPPORT_QUESTIONS: tuple[str, ...] = ("shelter", "food", "health", "protection", "pregnancy", "minors")


class Document(msgspec.Struct, frozen=True, gc=False):
    """A number with the scheme that gives it meaning (``documents.SCHEMES``); empty for scheme ``none``."""

    scheme: str
    number: str = ""


class Phone(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """A telephone in E.164, whose it is, and whether WhatsApp answers there (None: not asked)."""

    number: str
    owner: Literal["own", "family", "other"] | None = None
    whatsapp: bool | None = None


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place code with its scheme: ``inei`` (UBIGEO, six digits), ``reniec``, or ``iso`` (a country)."""

    scheme: Literal["inei", "reniec", "iso"]
    code: str


class Blob(msgspec.Struct, frozen=True, gc=False):
    """Bytes that travel after the text that names them: their hex SHA-256, their number and what they are."""

    sha256: str
    size: int
    media: str


class Consent(msgspec.Struct, frozen=True, omit_defaults=True):
    """How the notice was answered: its version and language, by voice or hand, when (ms since 1970 UTC).

    ``signature`` names what was signed on the screen; None where it was spoken, or signed on paper.
    """

    version: str
    language: str
    how: Literal["spoken", "signature"]
    at: int
    witness: str | None = None
    signature: Blob | None = None


class Note(msgspec.Struct, frozen=True):
    """A remark about a person: only ever added (``add``), never changed. ``at``: ms since 1970 UTC."""

    text: str
    user: str
    at: int


class Sealed(msgspec.Struct, frozen=True):
    """Bytes only the protection focal point can open, in base64, and the name of that key."""

    key: str
    sealed: str


class Received(msgspec.Struct, frozen=True):
    """That the focal point has opened sealed answers: which ones (``sealing.sealed_name``), ms since 1970 UTC."""

    of: str
    at: int


class Entrepreneur(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A registered person, her business, her path into the programme and what she agreed to."""

    code: str
    given_names: str | None = None
    paternal_surname: str | None = None
    maternal_surname: str | None = None
    document: Document | None = None
    nationality: str | None = None
    group: Group | None = None
    migration_status: str | None = None
    arrival_year: int | None = None
    birth_date: str | None = None
    birth_year: int | None = None
    gender: Literal["woman", "man", "other", "undisclosed"] | None = None
    languages: list[str] | None = None
    disability: dict[str, int] | None = None
    dependants: int | None = None

    phones: list[Phone] | None = None
    email: str | None = None
    alternative_contact: str | None = None
    preferred_channel: str | None = None
    home_district: Place | None = None
    address_reference: str | None = None

    business_name: str | None = None
    sector: str | None = None
    stage: Literal["idea", "running", "paused", "closed"] | None = None
    since_year: int | None = None
    people_working: int | None = None
    sells_at: list[str] | None = None
    has_ruc: Literal["yes", "no", "in_process"] | None = None
    ruc: str | None = None
    tax_regime: Literal["nrus", "rer", "other", "unknown"] | None = None
    digital_tools: list[str] | None = None
    sales_band: str | None = None
    main_need: str | None = None

    edition: str | None = None
    outreach_point: str | None = None
    partner: str | None = None
    promoter: str | None = None
    channel: (
        Literal["flyer", "radio", "television", "social_media", "whatsapp", "partner", "friend", "other"] | None
    ) = None
    channel_detail: str | None = None
    schedule: str | None = None
    devices: list[str] | None = None
    connectivity: str | None = None

    support: Sealed | None = None
    support_asked: bool | None = None
    support_received: list[Received] | None = None
    consent: Consent | None = None
    consent_programme: bool | None = None
    consent_whatsapp: bool | None = None
    consent_six_months: bool | None = None
    consent_partners: bool | None = None
    consent_photos: bool | None = None
    notes: list[Note] | None = None
    not_same_as: list[str] | None = None
    """Records of people who are like this one, and who somebody said are somebody else."""
    recognised: list[int] | None = None
    """When somebody about to register this person anew saw that she was here already (ms since 1970 UTC)."""


class Edition(msgspec.Struct, omit_defaults=True, kw_only=True):
    """One round of the programme. ``quota`` is the least share (0–1) of migrants and refugees among recruits.

    ``prefix`` opens each registration code (two to six Crockford letters). ``protection_key`` is the
    focal point's raw X25519 public key in base64; without it the support questions are not asked.
    """

    name: str
    prefix: str
    starts: str | None = None
    ends: str | None = None
    closed: bool = False
    target: int | None = None
    quota: float = 0.3
    notice: str = "v3.2"
    help_number: str | None = None
    protection_key: str | None = None
    protection_contact: str | None = None


class OutreachPoint(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Where promoters stand: a market, a fair, a plaza."""

    name: str
    edition: str
    district: Place | None = None
    flyer_code: str | None = None
    hours: str | None = None


class Partner(msgspec.Struct, omit_defaults=True, kw_only=True):
    """An organisation that registers for the programme; its record id is the scope of what it writes."""

    name: str
    office: str | None = None
    phone: str | None = None


class Staff(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Someone who works with the register."""

    name: str
    role: Literal["promoter", "coordinator", "headquarters", "auditor"]
    partner: str | None = None
    left: int | None = None
    """Since when she works here no more (ms since 1970 UTC)."""


class Refusal(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Somebody did not want to register: edition, point and day are counted, nothing else is known."""

    edition: str
    outreach_point: str
    day: str


class View(msgspec.Struct, omit_defaults=True, kw_only=True):
    """Somebody who may see many people opened the page of one: ``of`` is that record, ``why`` a word of a fixed list.

    Never a record on any node: headquarters writes it into its audit trail instead of folding it.
    """

    of: str
    why: str


KINDS: dict[str, type[msgspec.Struct]] = {
    "entrepreneur": Entrepreneur,
    "edition": Edition,
    "outreach_point": OutreachPoint,
    "partner": Partner,
    "staff": Staff,
    "refusal": Refusal,
    VIEW: View,
}

LISTS: dict[str, dict[str, bool]] = {
    kind: {field: str(told).startswith("list[") for field, told in shape.__annotations__.items()}
    for kind, shape in KINDS.items()
}
"""By kind and field: whether it is a list, which operations may add to and remove from."""
APPENDED = frozenset({"notes"})
"""Lists in the order in which they were written."""

_encoder = msgspec.json.Encoder(order="sorted")


def encode_document(fields: dict[str, Any]) -> bytes:
    """Write a document canonically: sorted keys, no spaces, UTF-8; equal documents give equal bytes."""
    return _encoder.encode(fields)


def counts_for_quota(fields: dict[str, Any]) -> bool:
    """Tell whether this person counts towards the share of migrants and refugees."""
    return fields.get("group") in QUOTA_GROUPS


def proposed_group(scheme: str | None, nationality: str | None) -> str | None:
    """Propose the population group from the document and the nationality; the promoter may change it."""
    if nationality == "PER":
        return "host"
    if scheme == "refugee_applicant":
        return "asylum_seeker"
    if scheme == "unhcr":
        return "refugee"
    return "migrant" if nationality else None


def proposed_nationality(scheme: str | None) -> str | None:
    """Propose the nationality a document implies: DNI Peruvian; cédula, PTP and CPP usually Venezuelan."""
    if scheme == "dni":
        return "PER"
    return "VEN" if scheme in {"cedula_ve", "ptp", "cpp"} else None
