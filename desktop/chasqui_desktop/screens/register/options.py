"""The answers the desk offers, in the order their keys count them."""

from __future__ import annotations

from chasqui_desktop.widgets.chip_groups import Choice, numbered
from chasqui_desktop.widgets.phone_field import Dial
from chasqui_desktop.words import Phrase, Words, language, say
from chasqui_resources.countries import Country, country

SCHEMES = numbered(
    ("dni", "DNI"),
    ("ce", "CE"),
    ("ptp", "PTP"),
    ("cpp", "CPP"),
    ("passport", say("Register", "Pasaporte")),
    ("cedula_ve", say("Register", "Cédula VE")),
    ("refugee_applicant", say("Register", "Solic. refugio")),
    ("none", say("Register", "Sin doc.")),
)
NUMBER_LABELS: dict[str, Words] = {
    "dni": "DNI",
    "ce": say("Register", "Carné de extranjería"),
    "ptp": say("Register", "Permiso temporal (PTP)"),
    "cpp": say("Register", "Carné de permiso (CPP)"),
    "passport": say("Register", "Pasaporte"),
    "cedula_ve": say("Register", "Cédula venezolana"),
    "refugee_applicant": say("Register", "Carné de solicitante de refugio"),
    "unhcr": say("Register", "Carné del ACNUR"),
}
NATIONALITIES = numbered(
    ("PER", say("Register", "Peruana")),
    ("VEN", say("Register", "Venezolana")),
    ("other", say("Register", "Otra")),
)
GENDERS = numbered(
    ("woman", say("Register", "Mujer")),
    ("man", say("Register", "Hombre")),
    ("other", say("Register", "Otro")),
    ("undisclosed", say("Register", "Prefiere no decir")),
)
OWNERS = numbered(
    ("own", say("Register", "Propio")),
    ("family", say("Register", "De familia")),
    ("other", say("Register", "De otra persona")),
)
STAGES = numbered(
    ("idea", say("Register", "Es una idea")),
    ("running", say("Register", "Vende")),
    ("paused", say("Register", "En pausa")),
    ("closed", say("Register", "Cerró")),
)
SELLING = numbered(
    ("stall", say("Register", "Puesto")),
    ("street", say("Register", "En la calle")),
    ("home", say("Register", "En casa")),
    ("internet", say("Register", "Por internet")),
    ("shop", say("Register", "Local propio")),
)
HAS_RUC = (
    Choice("yes", say("Register", "Sí"), say("Register", "S")),
    Choice("no", say("Register", "No"), say("Register", "N")),
    Choice("in_process", say("Register", "En trámite"), "T"),
)
REGIMES = numbered(
    ("nrus", say("Register", "Nuevo RUS")),
    ("rer", "RER"),
    ("other", say("Register", "Otro")),
    ("unknown", say("Register", "No sabe")),
)
CHANNELS = numbered(
    ("flyer", say("Register", "Volante")),
    ("radio", say("Register", "Radio")),
    ("television", say("Register", "TV")),
    ("social_media", say("Register", "Redes")),
    ("whatsapp", "WhatsApp"),
    ("partner", say("Register", "Aliado")),
    ("friend", say("Register", "Amistad")),
    ("other", say("Register", "Otro")),
)
CHANNEL_DETAILS: dict[str, Phrase] = {
    "flyer": say("Register", "Código del volante"),
    "radio": say("Register", "¿Qué radio?"),
    "television": say("Register", "¿Qué canal de TV?"),
    "social_media": say("Register", "¿Qué red?"),
    "whatsapp": say("Register", "¿Qué grupo, o de quién?"),
    "partner": say("Register", "¿Qué aliado?"),
    "friend": say("Register", "¿Quién le contó?"),
    "other": say("Register", "¿Cómo?"),
}
HOW_SAID = numbered(
    ("spoken", say("Register", "De palabra, con testigo")),
    ("signature", say("Register", "Firma")),
)
SUPPORT_CHOICES = (
    Choice("yes", say("Register", "Sí"), say("Register", "S")),
    Choice("no", say("Register", "No"), say("Register", "N")),
    Choice("unsaid", say("Register", "No dice"), "0"),
)


def words_of(choices: tuple[Choice, ...], value: object) -> Words:
    """Give the words of the choice with that value; empty when there is none."""
    return next((choice.words for choice in choices if choice.value == value), "")


class CountryName:
    """A country's name that is written in the language of the moment it is read."""

    def __init__(self, code: str) -> None:
        self._country: Country = country(code)

    def __str__(self) -> str:
        return self._country.name(language())


NEAR = ("PER", "VEN", "COL", "ECU", "BOL", "CHL", "ARG", "BRA", "HTI", "CUB", "USA", "ESP")
"""Countries in the list of the telephone's button; any other is understood when typed with its +."""


def dials() -> tuple[Dial, ...]:
    """Countries of the telephone's button, Peru first."""
    found = [country(code) for code in NEAR]
    return tuple(Dial(each.region, each.dialling, DIAL_NAME.fill(name=CountryName(each.code))) for each in found)


DIAL_NAME = say("Register", "{name}")
