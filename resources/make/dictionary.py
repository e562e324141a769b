"""Trains the zstd dictionary that makes one registration, and one answer, small on the line.

    .venv/bin/python resources/make/dictionary.py

Writes ``chasqui_resources/dictionaries/<id>.zdict``. What it learns from is made up here, from names and
words of its own and a seed of its own, so that a figure measured on anybody else's people is honest. The same
script gives the same bytes with the same zstd. A dictionary once shipped is never changed nor taken away:
batches that need it lie in headquarters' log for good. A better one gets the next id.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from backports import zstd

from chasqui_resources.districts import districts
from chasqui_resources.sectors import sectors
from chasqui_sync import wire
from chasqui_sync.core.fold import Head, State, fold
from chasqui_sync.core.ids import operation_name, registration_code
from chasqui_sync.core.operations import Operation

ID = 40001
"""RFC 8878 §5: 32768 and above are for private use; below 65536 an id costs two bytes of a frame."""
SIZE = 32 * 1024
SEED = 1532
FOLDER = Path(__file__).resolve().parent.parent / "chasqui_resources" / "dictionaries"
_COUNT = 3000

_GIVEN = "Luzmila Edith Marleny Gladys Yesenia Marisol Doris Nancy Ruth Flora Teófilo Eusebio Segundo Wilfredo Edgar Percy Julio Walter Yorgelis Génesis Daniela Yoselin Oriana Maryuri Nohemí Johan Kelvin Eduardo Rafael Antonio".split()  # noqa: E501 - one list of names
_SURNAMES = "Apaza Cutipa Choque Sánchez Torres Gutiérrez Villanueva Palomino Huanca Castillo Romero Paredes Zavaleta Llanos Cahuana Ticona Sulca Meléndez Urdaneta Colmenares Briceño Graterol Zambrano Parra Moncada Escalona".split()  # noqa: E501 - one list of names
_STREETS = (
    "Av. Grau|Av. Perú|Jr. Ayacucho|Jr. Lima|Calle Real|Psje. Los Olivos|Asoc. Villa Mz.|AA. HH. Nueva Esperanza Mz."
)
_SHOPS = (
    "Comedor|Abarrotes|Salón de belleza|Taller de costura|Panadería|Jugos y|Librería|Artesanías|Ferretería|Variedades"
)
_MAIL = ("gmail.com", "hotmail.com", "correo.example")
_NEEDS = "crédito|más ventas|sacar el RUC|un local|una máquina|aprender a vender|permiso municipal|publicidad"
_DETAILS = "VOL-CO-01|RPP|Radio Unión|Facebook|TikTok|grupo de vecinas|la parroquia|su prima|municipalidad"


def answers(chance: random.Random, told: dict[str, str]) -> dict[str, Any]:
    """Make up one person's answers, in the order in which the desk writes them."""
    pick = chance.choice
    is_host = chance.random() < 0.55
    scheme = "dni" if is_host else pick(["ptp", "cpp", "ce", "cedula_ve", "passport", "refugee_applicant"])
    digits = f"{chance.randrange(10**8):08}"
    given = f"{pick(_GIVEN)} {pick(_GIVEN)}"
    has_ruc = pick(["yes", "no", "no", "in_process"])
    detail = pick(_DETAILS.split("|")) if chance.random() < 0.5 else None
    stay = None if is_host else pick(["ptp", "cpp", "ce", "irregular", "refugee_applicant"])
    phone = {"number": f"+519{chance.randrange(10**8):08}", "owner": pick(["own", "own", "family", "other"])}
    fields = {
        "edition": told["edition"],
        "outreach_point": told["point"],
        **{
            f"consent_{purpose}": chance.random() < 0.8
            for purpose in ("programme", "whatsapp", "six_months", "partners", "photos")
        },
        "consent": {
            "version": pick(["v3.2", "v3.1"]),
            "language": "es",
            "how": pick(["spoken", "signature"]),
            "at": moment(chance),
        },
        "channel": pick(["flyer", "radio", "television", "social_media", "whatsapp", "partner", "friend", "other"]),
        "channel_detail": detail,
        "document": {"scheme": scheme, "number": digits},
        "nationality": "PER" if is_host else pick(["VEN", "VEN", "COL", "ECU", "BOL", "HTI"]),
        "group": "host" if is_host else pick(["migrant", "refugee", "asylum_seeker", "returnee"]),
        "migration_status": stay,
        "arrival_year": None if is_host else chance.randrange(2014, 2027),
        "paternal_surname": pick(_SURNAMES),
        "maternal_surname": pick(_SURNAMES),
        "given_names": given,
        "birth_date": f"{chance.randrange(1948, 2008)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        "gender": pick(["woman", "woman", "man", "other", "undisclosed"]),
        "languages": chance.sample(["es", "qu", "ay", "shp", "en"], chance.randrange(1, 3)),
        "disability": {part: chance.randrange(1, 5) for part in ("seeing", "hearing", "walking")},
        "dependants": chance.randrange(7),
        "home_district": {"scheme": "inei", "code": pick(districts()).code},
        "address_reference": f"{pick(_STREETS.split('|'))} {chance.randrange(1500)}",
        "phones": [{**phone, "whatsapp": chance.random() < 0.7}],
        "email": f"{given.lower().partition(' ')[0]}{digits[:3]}@{pick(_MAIL)}",
        "alternative_contact": f"{pick(_GIVEN)} {pick(_SURNAMES)}, 9{chance.randrange(10**8):08}",
        "preferred_channel": pick(["whatsapp", "call", "sms"]),
        "sector": pick(sectors()).code,
        "business_name": f"{pick(_SHOPS.split('|'))} {pick(_GIVEN)}",
        "stage": pick(["running", "running", "idea", "paused", "closed"]),
        "since_year": chance.randrange(2000, 2027),
        "people_working": chance.randrange(1, 10),
        "sells_at": chance.sample(
            ["stall", "street", "home", "internet", "shop", "market", "online"], chance.randrange(1, 3)
        ),
        "has_ruc": has_ruc,
        "ruc": f"10{digits}{chance.randrange(10)}" if has_ruc == "yes" else None,
        "tax_regime": pick(["nrus", "rer", "other", "unknown"]) if has_ruc != "no" else None,
        "digital_tools": chance.sample(["whatsapp", "facebook", "instagram", "tiktok", "yape", "plin"], 2),
        "sales_band": pick(["<500", "500-1500", "1500-5000", ">5000"]),
        "main_need": pick(_NEEDS.split("|")),
        "schedule": pick(["mañana", "tarde", "noche", "sábados"]),
        "devices": chance.sample(["smartphone", "computer", "tablet", "phone"], 1),
        "connectivity": pick(["prepaid", "postpaid", "wifi", "none"]),
        "support_asked": chance.random() < 0.2,
    }
    left_out = {"given_names", "consent", "consent_programme", "edition", "outreach_point"}
    return {
        name: value
        for name, value in fields.items()
        if value is not None and (name in left_out or chance.random() < 0.9)
    }


def moment(chance: random.Random) -> int:
    """Make up a time within a few years from 2026, in ms."""
    return 1_767_000_000_000 + chance.randrange(10**11)


def name(chance: random.Random) -> str:
    """Make up a record's id."""
    return chance.randbytes(16).hex()


def in_order_of(fields: dict[str, Any], first: str) -> dict[str, Any]:
    """Put the fields as another hand writes them: from ``first`` on, then what stands before it."""
    names = list(fields)
    start = names.index(first) if first in fields else 0
    return {each: fields[each] for each in [*names[start:], *names[:start]]}


def samples() -> list[bytes]:
    """Give operations, states and answers as they travel; each person appears in one of them."""
    chance = random.Random(SEED)  # noqa: S311 - made-up people, the same each time
    made: list[Callable[[random.Random], bytes]] = [
        _operation,
        _operation,
        _operation,
        _change,
        _state,
        _answer,
        _answer,
    ]
    return [made[number % len(made)](chance) for number in range(_COUNT)]


def _create(chance: random.Random) -> Operation:
    told = {"edition": name(chance), "point": name(chance)}
    record, user, scope, at = name(chance), name(chance), name(chance), moment(chance)
    fields = in_order_of(answers(chance, told), chance.choice(["edition", "given_names", "document"]))
    prefix = chance.choice(["GE26", "GE27", "EP26", "LN26"])
    fields |= {"code": registration_code(prefix, record), "promoter": user, "partner": scope}
    return Operation(
        kind="entrepreneur",
        record=record,
        action="create",
        fields=fields,
        user=user,
        scope=scope,
        saved_at=at,
        anchor=at - chance.randrange(10**8),
    )


def _operation(chance: random.Random) -> bytes:
    return wire.encode_operation(_create(chance)) + b"\n"


def _change(chance: random.Random) -> bytes:
    created = _create(chance)
    fields = dict(chance.sample(list(created.fields.items()), chance.randrange(1, 4)))
    by = operation_name(chance.randbytes(8).hex(), chance.randbytes(4).hex(), chance.randrange(1, 900))
    action = chance.choice(["set", "set", "set", "withdraw", "resolve", "delete"])
    if action == "delete":
        fields = {}
    changed = msgspec.structs.replace(created, action=action, fields=fields, seen=dict.fromkeys(fields, by))
    return wire.encode_operation(changed) + b"\n"


def _folded(chance: random.Random) -> State:
    by = operation_name(chance.randbytes(8).hex(), chance.randbytes(4).hex(), chance.randrange(1, 900))
    created = _create(chance)
    state = fold(None, created, by, created.saved_at)
    state.at = chance.randrange(1, 10**6)
    if chance.random() < 0.2:
        state.heads = {field: Head(by, moment(chance)) for field in chance.sample(sorted(state.fields), 2)}
    return state


def _state(chance: random.Random) -> bytes:
    return msgspec.json.encode(_folded(chance), order="deterministic")


def _answer(chance: random.Random) -> bytes:
    device, incarnation, epoch = chance.randbytes(8).hex(), chance.randbytes(4).hex(), chance.randbytes(8).hex()
    now, upto = moment(chance), chance.randrange(1, 3000)
    page = wire.Page(
        records=[msgspec.Raw(_state(chance))] if chance.random() < 0.3 else [],
        cursor=f"{epoch}.{chance.randrange(1, 10**6)}",
        complete=chance.random() < 0.9,
        own={incarnation: upto},
    )
    receipt = wire.make_receipt(
        wire.ReceiptBody(
            node=chance.randbytes(8).hex(),
            device=device,
            incarnation=incarnation,
            upto=upto,
            head=chance.randbytes(32).hex(),
            level=chance.choice(["hq", "hq", "hq", "hub", "durable"]),
            at=now,
            number=chance.randrange(1, 10**5),
        ),
        lambda _: chance.randbytes(64),
    )
    with_receipt = chance.random() < 0.7
    answer = wire.Answer(
        epoch=epoch,
        clock=now,
        receipt=receipt if with_receipt else None,
        page=page if chance.random() < 0.8 or not with_receipt else None,
    )
    return wire.encode(answer)


def trained() -> bytes:
    """Train, and put the id where zstd has put one of chance (RFC 8878 §5: four bytes after the magic number)."""
    content = zstd.train_dict(samples(), SIZE).dict_content
    return content[:4] + ID.to_bytes(4, "little") + content[8:]


def main() -> None:
    """Write the dictionary."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{ID}.zdict"
    file.write_bytes(trained())
    print(f"{file.name}: {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
