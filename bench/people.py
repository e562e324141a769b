"""Made-up registrations of about forty fields and 1 KB: the same for the same number, on every machine."""

from __future__ import annotations

import random
from typing import Any

from chasqui_resources.districts import districts
from chasqui_resources.sectors import sectors
from chasqui_sync import wire
from chasqui_sync.core.documents import ruc_of_dni
from chasqui_sync.core.ids import new_record_id, registration_code
from chasqui_sync.core.operations import Operation

NOON = 1_790_000_000_000
"""ms since 1970 UTC; nothing made up asks the time."""
_GIVEN = "Yusmary Carolina Rosa Elena José Ángel Nilda María Añelis Jhon Inés Óscar Iván Keyla Úrsula Wílmer Noé Lidia Zoraida Raúl Begoña Iris Ibrahím Luz Delia Flor Nélida".split()  # noqa: E501 - one list of names
_SURNAMES = "Rondón Quispe Águila Ñaupari Mamani Núñez Huamán Márquez Ccori Pérez Muñoz Güere Salas Ávila Bravo Cárdenas Yupanqui Tello Peña Ibáñez Flores Rojas Condori Vargas Chávez Ramos Díaz Soto".split()  # noqa: E501 - one list of names
_STREETS = "Av. Túpac Amaru|Jr. Los Cedros|Psje. San Martín|Calle Las Flores|Av. Universitaria|Mz. B Lt."
_SHOPS = "Sabores de|Creaciones|Bodega|Peluquería|Zapatería|Confecciones|El Rincón de|Juguería"
_NEEDS = "capital|clientes|formalización|local|herramientas|capacitación"


def answers(number: int, edition: str, outreach_point: str) -> dict[str, Any]:
    """Give the answers about one person as the desk hands them over."""
    chance = random.Random(number)
    dni = f"{chance.randrange(10**8):08}"
    given = f"{chance.choice(_GIVEN)} {chance.choice(_GIVEN)}"
    is_host = chance.random() < 0.6
    return {
        "edition": edition,
        "outreach_point": outreach_point,
        "given_names": given,
        "paternal_surname": chance.choice(_SURNAMES),
        "maternal_surname": chance.choice(_SURNAMES),
        "document": {"scheme": "dni" if is_host else "ptp", "number": dni},
        "nationality": "PER" if is_host else "VEN",
        "group": "host" if is_host else "migrant",
        "migration_status": None if is_host else "ptp",
        "arrival_year": None if is_host else chance.randrange(2015, 2026),
        "birth_date": f"{chance.randrange(1950, 2006)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        "gender": chance.choice(["woman", "man", "woman", "undisclosed"]),
        "languages": chance.sample(["es", "qu", "ay", "shp"], chance.randrange(1, 3)),
        "disability": {part: chance.randrange(1, 5) for part in ("seeing", "hearing", "walking")},
        "dependants": chance.randrange(6),
        "phones": [{"number": f"+519{chance.randrange(10**8):08}", "owner": "own", "whatsapp": chance.random() < 0.8}],
        "email": f"{dni[:5]}@correo.example" if chance.random() < 0.3 else None,
        "alternative_contact": f"{chance.choice(_GIVEN)}, 9{chance.randrange(10**8):08}",
        "preferred_channel": chance.choice(["whatsapp", "call", "sms"]),
        "home_district": {"scheme": "inei", "code": chance.choice(districts()).code},
        "address_reference": f"{chance.choice(_STREETS.split('|'))} {chance.randrange(2000)}",
        **_business(chance, dni, given),
        **_consent(chance),
    }


def operations(count: int, user: str = "03" * 16, scope: str = "04" * 16, first: int = 0) -> list[bytes]:
    """Give the journal of one laptop that registered so many people, as its bytes lie in it; ``first`` is who."""
    chance = random.Random(first + count)
    edition, point = "01" * 16, "02" * 16
    journal = []
    for number in range(first, first + count):
        moment = NOON + number * 240_000
        name = new_record_id(moment, chance.randbytes(10))
        fields = {field: value for field, value in answers(number, edition, point).items() if value is not None}
        fields |= {"code": registration_code("GE26", name), "promoter": user, "partner": scope}
        journal.append(
            wire.encode_operation(
                Operation(
                    kind="entrepreneur",
                    record=name,
                    action="create",
                    fields=fields,
                    user=user,
                    scope=scope,
                    saved_at=moment,
                    anchor=NOON,
                )
            )
        )  # fmt: skip - eight short values
    return journal


def _business(chance: random.Random, dni: str, given: str) -> dict[str, Any]:
    has_ruc = chance.random() < 0.3
    return {
        "business_name": f"{chance.choice(_SHOPS.split('|'))} {given.split(maxsplit=1)[0]}",
        "sector": chance.choice(sectors()).code,
        "stage": chance.choice(["idea", "running", "paused"]),
        "since_year": chance.randrange(2005, 2026),
        "people_working": chance.randrange(1, 8),
        "sells_at": chance.sample(["home", "market", "street", "online", "shop"], 2),
        "has_ruc": "yes" if has_ruc else "no",
        "ruc": ruc_of_dni(dni) if has_ruc else None,
        "tax_regime": "nrus" if has_ruc else None,
        "digital_tools": chance.sample(["whatsapp", "facebook", "tiktok", "yape"], 2),
        "sales_band": chance.choice(["<500", "500-1500", "1500-5000"]),
        "main_need": chance.choice(_NEEDS.split("|")),
        "channel": chance.choice(["flyer", "radio", "friend", "whatsapp", "partner"]),
        "schedule": chance.choice(["mañana", "tarde", "noche"]),
        "devices": ["smartphone"],
        "connectivity": chance.choice(["prepaid", "postpaid", "wifi"]),
    }


def _consent(chance: random.Random) -> dict[str, Any]:
    moment = NOON + chance.randrange(10**9)
    return {
        "consent": {"version": "v3.2", "language": "es", "how": "spoken", "at": moment, "witness": "Rosa Salas"},
        "consent_programme": True,
        "consent_whatsapp": chance.random() < 0.8,
        "consent_six_months": chance.random() < 0.7,
        "consent_partners": chance.random() < 0.5,
        "consent_photos": chance.random() < 0.4,
        "support_asked": False,
    }
