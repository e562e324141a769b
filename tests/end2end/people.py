"""Two hundred made-up people as they would be typed: every document type, one surname and two, accents, none at all."""

from __future__ import annotations

import random
from typing import NamedTuple

from chasqui_sync.core.documents import ruc_of_dni

_GIVEN = (
    "Yusmary Carolina",
    "Rosa Elena",
    "José Ángel",
    "Nilda",
    "María de los Ángeles",
    "Añelis",
    "Jhon Jairo",
    "Inés",
    "Óscar Iván",
    "Keyla",
    "Úrsula",
    "Wílmer Antonio",
    "Noé",
    "Lidia",
    "Zoraida",
    "Raúl",
    "Begoña",
    "Iris",
    "Ibrahím",
    "Anyelis del Valle",
)  # fmt: skip - a list to look over
_SURNAMES = (
    "Rondón",
    "Quispe",
    "De la Cruz",
    "Del Águila",
    "Ñaupari",
    "Mamani",
    "Núñez",
    "Huamán",
    "Márquez",
    "Ccori",
    "Pérez",
    "Muñoz",
    "Güere",
    "Salas",
    "Ávila",
    "D'Angelo",
    "Bravo",
    "Cárdenas",
    "Yupanqui",
    "Tello",
    "Peña",
    "Ibáñez",
)  # fmt: skip - a list to look over
_DISTRICTS = ("comas", "los olivos", "independencia", "puente piedra", "san juan de lurigancho", "san miguel", "ñaña")
_SECTORS = ("comida", "ropa", "belleza", "bodega", "carpinter", "zapat")
_NAMES_OF_BUSINESS = ("Sabores de Rosa", "El Ñandú", "Creaciones Belén", "", "", "La Arepera")


class MadeUp(NamedTuple):
    """One person: what is typed, field by field, and what the record must hold of it."""

    typed: dict[str, str]
    expected: dict[str, object]


def people(count: int, seed: int) -> list[MadeUp]:
    """Give that many different people, the same for the same seed."""
    chance = random.Random(seed)
    return [_person(number, chance) for number in range(count)]


def _person(number: int, chance: random.Random) -> MadeUp:
    typed: dict[str, str] = {
        "consent_programme": "s",
        "consent_whatsapp": chance.choice("sn"),
        "consent_six_months": chance.choice("sn"),
        "consent_partners": chance.choice("sn"),
        "consent_photos": chance.choice("sn"),
        "consent_how": "1",
    }
    expected: dict[str, object] = {"consent_programme": True}
    document = _document(number, typed, chance)
    paternal = chance.choice(_SURNAMES)
    maternal = chance.choice(_SURNAMES) if number % 3 else ""
    given = chance.choice(_GIVEN)
    typed |= {"paternal_surname": paternal, "maternal_surname": maternal, "given_names": given}
    expected |= {"document": document, "paternal_surname": paternal, "given_names": given}
    if maternal:
        expected["maternal_surname"] = maternal
    _rest_of_person(number, typed, expected, chance)
    _business(number, typed, expected, chance)
    return MadeUp({field: text for field, text in typed.items() if text}, expected)


def _document(number: int, typed: dict[str, str], chance: random.Random) -> dict[str, str]:
    digits = f"{chance.randrange(10**7):07}"
    eight, nine = f"{number % 10}{digits}", f"0{number % 10}{digits}"
    kinds = {
        1: ("dni", eight, ""),
        2: ("ce", nine, "2"),
        3: ("ptp", nine, ""),
        4: ("cpp", f"P{nine}", ""),
        5: ("passport", f"AB{digits}", "2"),
        6: ("cedula_ve", f"V{eight}", ""),
        7: ("refugee_applicant", nine, "2"),
        8: ("none", "", "1"),
    }
    key = number % 8 + 1
    scheme, text, nationality = kinds[key]
    typed |= {"scheme": str(key), "number": text, "nationality": nationality}
    return {"scheme": scheme, "number": text}


def _rest_of_person(number: int, typed: dict[str, str], expected: dict[str, object], chance: random.Random) -> None:
    year, month, day = chance.randrange(1950, 2007), chance.randrange(1, 13), chance.randrange(1, 29)
    # the district's name, then Enter on the first proposal: the player presses it, as everybody does
    typed |= {
        "birth": f"{day:02}{month:02}{year}",
        "gender": chance.choice("1234"),
        "home_district": chance.choice(_DISTRICTS),
    }
    expected["birth_date"] = f"{year}-{month:02}-{day:02}"
    if number % 8 != 7 or number % 2:
        phone = f"9{number:04}{chance.randrange(10**4):04}"
        typed |= {"phone": phone, "whatsapp": chance.choice("sn"), "owner": chance.choice("123")}
    if number % 5 == 0:
        typed["alternative_contact"] = "Tía Begoña 987 111 222"
        expected["alternative_contact"] = "Tía Begoña 987 111 222"


def _business(number: int, typed: dict[str, str], expected: dict[str, object], chance: random.Random) -> None:
    name = chance.choice(_NAMES_OF_BUSINESS)
    typed |= {"sector": chance.choice(_SECTORS), "business_name": name, "stage": chance.choice("1234")}
    if name:
        expected["business_name"] = name
    if number % 8 == 0 and number % 16:
        typed |= {"has_ruc": "s", "ruc": ruc_of_dni(typed["number"]), "tax_regime": "1"}
        expected["ruc"] = ruc_of_dni(typed["number"])
    else:
        typed["has_ruc"] = "n"
    typed["channel"] = chance.choice("15678")
    expected["has_ruc"] = "yes" if typed["has_ruc"] == "s" else "no"
