"""What is played while the pictures are drawn: one promoter's day and what her coordinator does, screen by screen."""

from __future__ import annotations

from pathlib import Path

from chasqui_desktop.demo.tour import BUSINESS, NOTICE, PERSON, PHRASE, WHERE
from chasqui_desktop.play import Steps

LANGUAGES, THEMES = ("es", "en"), ("light", "dark", "sun")
OTHERS = 140
"""Registrations of other laptops that lie at headquarters: lists and charts show something."""
_SHORT = {"scheme": "1", "number": "1011741"}


def everywhere(folder: Path, name: str) -> Steps:
    """Draw what is in front in every language and theme; afterwards it is as before."""
    steps: Steps = []
    for language in LANGUAGES:
        for theme in THEMES:
            steps += [{"shoot": str(folder / f"{language}-{theme}" / f"{name}.png")}, {"press": "Ctrl T"}]
        steps.append({"press": "Ctrl Shift E"})
    return steps


def once(folder: Path, name: str) -> Steps:
    """Draw it in Spanish and light alone."""
    return [{"shoot": str(folder / "es-light" / f"{name}.png")}]


def day(folder: Path, address: str, code: str) -> Steps:
    """Give the whole day at a laptop that was just unpacked."""
    return [
        *everywhere(folder, "02-primer-uso"),
        {"enrol": {"address": address, "code": code, "phrase": PHRASE}},
        {"answer": WHERE},
        {"press": "F3"},
        {"read": f"{OTHERS} de {OTHERS}"},
        {"press": "F2"},
        {"act": "line down"},
        {"press": "F5"},
        {"press": "F5"},
        {"await": "offline"},
        {"press": "F2"},
        *_registration(folder),
        *_afterwards(folder),
        {"press": "F12"},
        {"await": "phrase"},
        *everywhere(folder, "01-desbloquear"),
        {"type": "cóndor laguna tejido"},
        {"press": "Enter"},
        {"read": "Esa no es la frase"},
        *everywhere(folder, "01b-frase-equivocada"),
        {"press": "Ctrl O"},
        {"read": "Llama a tu oficina"},
        *everywhere(folder, "01c-frase-olvidada"),
        {"quit": True},
    ]


def office(folder: Path, address: str, code: str) -> Steps:
    """Give a coordinator's part: a person asks to be erased, and the laptop that has not heard of it is named."""
    return [
        {"enrol": {"address": address, "code": code, "phrase": PHRASE}},
        {"press": "F3"},
        {"read": f"{OTHERS + 1} de {OTHERS + 1}"},
        {"type": "quispe"},
        {"press": "Enter"},
        {"read": "Camino del registro"},
        {"press": "D"},
        {"read": "Borrar todo lo suyo"},
        {"press": "6"},
        {"read": "nadie puede deshacerlo"},
        *everywhere(folder, "05e-borrar"),
        {"press": "Enter"},
        {"read": "Aquí ya no queda nada de ella"},
        {"read": "Falta el equipo de"},
        {"press": "F5"},
        {"press": "F5"},
        {"await": "sent"},
        {"press": "F3"},
        {"press": "Esc"},
        {"press": "Alt B"},
        {"read": "Falta el equipo de"},
        *everywhere(folder, "05f-borradas"),
        {"quit": True},
    ]


def _registration(folder: Path) -> Steps:
    notice = list(NOTICE.items())
    return [
        {"answer": dict(notice[:3])},
        *everywhere(folder, "03a-aviso"),
        {"press": "Ctrl M"},
        *everywhere(folder, "15-mostrar-a-la-persona"),
        {"press": "Esc"},
        {"answer": dict(notice[3:5])},
        {"type": "2"},
        {"act": "sign"},
        *everywhere(folder, "03a2-firma"),
        {"press": "Shift Enter"},
        {"answer": dict(notice[5:])},
        {"answer": PERSON},
        {"press": "Ctrl 2"},
        *everywhere(folder, "03b-persona"),
        {"press": "F1"},
        *everywhere(folder, "16-ayuda"),
        {"press": "F1"},
        *_larger(folder),
        {"press": "F9"},
        *everywhere(folder, "11-pantalla-privada"),
        {"press": "F9"},
        {"press": "Ctrl 3"},
        {"answer": BUSINESS},
        *everywhere(folder, "03c-negocio"),
        {"press": "Ctrl 4"},
        *everywhere(folder, "03d-cierre"),
        {"save": True},
        {"await": "waiting"},
        *everywhere(folder, "03e-guardado"),
        {"answer": {**NOTICE, **_SHORT}},
        {"press": "Enter"},
        *everywhere(folder, "04-registrar-error"),
        {"press": "Ctrl D"},
        {"read": "Guardado para completar después"},
        *everywhere(folder, "03f-por-completar"),
    ]


def _larger(folder: Path) -> Steps:
    steps: Steps = []
    for scale in (115, 125, 150, 175):
        steps += [{"press": "Ctrl +"}, *once(folder, f"14-registrar-{scale}")]
    return [*steps, *([{"press": "Ctrl -"}] * 4)]


def _afterwards(folder: Path) -> Steps:
    return [
        {"press": "F3"},
        {"type": "nadie así"},
        {"read": "Nadie con"},
        *everywhere(folder, "05g-nadie"),
        {"press": "Ctrl A"},
        {"type": "rondon marquez yusmary carolina"},
        {"press": "Enter"},
        {"read": "Camino del registro"},
        {"read": "Copia comprobada"},
        *everywhere(folder, "05-personas"),
        {"press": "E"},
        {"read": "Cada respuesta se guarda sola"},
        *everywhere(folder, "05b-ficha-completa"),
        {"press": "Esc"},
        {"press": "D"},
        {"read": "Derechos de la persona"},
        *everywhere(folder, "05c-derechos"),
        {"press": "F8"},
        {"read": "Sus datos, para ella"},
        *everywhere(folder, "05d-sus-datos"),
        {"press": "Esc"},
        {"press": "Esc"},
        {"press": "F8"},
        {"read": "Comprobante"},
        *everywhere(folder, "10a-comprobante"),
        {"press": "Esc"},
        {"press": "F7"},
        {"read": "Tablero"},
        *everywhere(folder, "07-tablero"),
        {"press": "F5"},
        *everywhere(folder, "06a-envio-sin-conexion"),
        {"act": "line up"},
        {"press": "F5"},
        {"await": "sent"},
        {"await": "online"},
        *everywhere(folder, "06b-envio-con-recibo"),
        {"press": "F10"},
        {"read": "Elige cuál vale"},
        *everywhere(folder, "08a-revisar-cambios"),
        {"press": "Down"},
        {"read": "Así quedaría"},
        *everywhere(folder, "08b-revisar-duplicado"),
    ]
