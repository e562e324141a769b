"""What the show plays: first use, a registration with the line down, the line up again, the receipt."""

from __future__ import annotations

from pathlib import Path

from chasqui_desktop.play import Steps

PHRASE = "cóndor laguna tejido quena"
WHERE = {"outreach_point": "unicachi"}
NOTICE = {
    "consent_programme": "s",
    "consent_whatsapp": "s",
    "consent_six_months": "s",
    "consent_partners": "n",
    "consent_photos": "n",
    "consent_how": "1",
}
PERSON = {
    "scheme": "7",
    "number": "004518236",
    "nationality": "2",
    "paternal_surname": "Rondón",
    "maternal_surname": "Márquez",
    "given_names": "Yusmary Carolina",
    "birth": "14081991",
    "gender": "1",
    "home_district": "comas",
    "phone": "987650412",
    "whatsapp": "s",
    "owner": "1",
}
BUSINESS = {"sector": "comida", "business_name": "Sabores de Yusmary", "stage": "2", "has_ruc": "n", "channel": "1"}


def first_use(address: str, code: str) -> Steps:
    """Enrol the laptop with a one-time code, by typing it."""
    return [{"enrol": {"address": address, "code": code, "phrase": PHRASE}}]


def tour(address: str, code: str, pictures: Path) -> Steps:
    """Give the whole tour; ``pictures`` is the folder the screens are drawn into."""

    def shoot(name: str) -> dict[str, str]:
        return {"shoot": str(pictures / f"{name}.png")}

    return [
        *first_use(address, code),
        {"answer": WHERE},
        {"act": "line down"},
        {"press": "F5"},
        {"press": "F5"},
        {"await": "offline"},
        {"press": "F2"},
        {"answer": dict(list(NOTICE.items())[:3])},
        shoot("01-aviso"),
        {"answer": dict(list(NOTICE.items())[3:])},
        {"answer": PERSON},
        {"press": "Ctrl 2"},
        shoot("registrar"),
        {"press": "Ctrl Shift E"},
        shoot("register-english"),
        {"press": "Ctrl Shift E"},
        {"press": "Ctrl T"},
        shoot("registrar-oscuro"),
        {"press": "Ctrl T"},
        shoot("registrar-sol"),
        {"press": "Ctrl T"},
        {"press": "Ctrl 3"},
        {"answer": BUSINESS},
        shoot("03-negocio"),
        {"press": "Ctrl 4"},
        shoot("04-cierre"),
        {"save": True},
        {"await": "waiting"},
        shoot("05-guardado"),
        {"press": "F3"},
        {"type": "marquez yus"},
        {"press": "Enter"},
        {"read": "Camino del registro"},
        {"read": "Copia comprobada"},
        shoot("06-personas"),
        {"press": "E"},
        {"read": "Cada respuesta se guarda sola"},
        shoot("06b-ficha"),
        {"press": "Esc"},
        {"press": "D"},
        {"read": "Derechos de la persona"},
        shoot("06c-derechos"),
        {"press": "Esc"},
        {"press": "F8"},
        {"read": "Comprobante"},
        shoot("10a-comprobante"),
        {"press": "Esc"},
        {"press": "F7"},
        {"read": "Tablero"},
        shoot("07-tablero"),
        {"press": "F5"},
        shoot("07-envio-sin-conexion"),
        {"act": "line up"},
        {"press": "F5"},
        {"await": "sent"},
        {"await": "online"},
        shoot("08-envio-con-recibo"),
        {"press": "F12"},
        shoot("09-bloqueado"),
        {"quit": True},
    ]
