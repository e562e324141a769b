"""The flyer of an outreach point: the promise, for whom, safety, place and hours, the code to dictate or scan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from chasqui_desktop.paper.sheet import INK, INK2, NIGHT, PALE_QOLLE, QOLLE, WHITE, Page, Sheet
from chasqui_desktop.words import Words, say, told_in

PROGRAMME = "Guerrero Emprendedor"
EDITION = say("Paper", "Edición {name}")
PROMISE = (say("Paper", "Haz crecer"), say("Paper", "tu negocio."), say("Paper", "Gratis."))
LASTS = say("Paper", "{n} semanas por internet, con mentoras y mentores.")
HOW = say("Paper", "Por internet, con mentoras y mentores.")
FOR_WHOM: tuple[tuple[str, Words, Words], ...] = (
    (
        "storefront",
        say("Paper", "Para quien vende algo"),
        say("Paper", "En puesto, en la calle, en casa o por internet."),
    ),
    (
        "users-three",
        say("Paper", "Para peruanas, peruanos, migrantes y refugiados"),
        say("Paper", "Con cualquier documento, o sin documento."),
    ),
    (
        "lock-key",
        say("Paper", "Tus datos están protegidos"),
        say("Paper", "No van a la policía, a Migraciones ni a la SUNAT."),
    ),
)
SCAN = say("Paper", "Escanea o escribe")
WRITE = say("Paper", "«{code}» al WhatsApp")
SHOW = say("Paper", "Muestra este código")
IN_PLACE = say("Paper", "donde te registres")
FLYER = say("Paper", "volante")
LANGUAGE = "es"
"""It hangs in the streets of Peru, whatever language the window speaks."""


class FlyerPaper(Enum):
    """How large it is."""

    A5 = "a5"
    A4 = "a4"


SIZES = {FlyerPaper.A5: (148.0, 210.0), FlyerPaper.A4: (210.0, 297.0)}


@dataclass(frozen=True, slots=True)
class Flyer:
    """What stands on it. ``place`` with its district; ``code`` is the point's flyer code."""

    edition: str
    code: str
    place: str
    hours: str
    help_number: str | None
    weeks: int | None


def flyer_page(flyer: Flyer, paper: FlyerPaper) -> Page:
    """Give the flyer; A4 is the same drawing, larger."""
    width, height = SIZES[paper]

    def draw(sheet: Sheet) -> None:
        with sheet.enlarged(width / 148):
            _flyer(sheet, flyer)

    return Page(width, height, draw, f"volante-{flyer.code}-{paper.value}")


def _say(words: Words) -> str:
    return told_in(LANGUAGE, words)


def _flyer(sheet: Sheet, flyer: Flyer) -> None:
    _promise(sheet, flyer)
    _for_whom(sheet)
    _code(sheet, flyer)
    _foot(sheet, flyer)


def _promise(sheet: Sheet, flyer: Flyer) -> None:
    # a printer without colours would drown half a page in black: there the promise stands on white
    ground, ink, pale = (WHITE, INK, INK) if sheet.is_black else (NIGHT, WHITE, PALE_QOLLE)
    sheet.fill(0, 0, 148, 112, ground)
    sheet.icon(10.5, 10.8, 11.8, "chasqui-icon" if sheet.is_black else "chasqui")
    sheet.text(27, 14, PROGRAMME, 5.9, weight=700, colour=ink)
    sheet.text(27, 19.7, _say(EDITION.fill(name=flyer.edition)), 4, colour=ink)
    for at, words in enumerate(PROMISE):
        sheet.text(10.3, 45.3 + 20 * at, _say(words), 16.3, weight=700, colour=ink, room=127)
    lasts = HOW if flyer.weeks is None else LASTS.fill(n=flyer.weeks)
    sheet.text(10.3, 101.7, _say(lasts), 4.6, colour=pale, weight=500, room=127)
    sheet.weave(112, 148, 1.03, 6)


def _for_whom(sheet: Sheet) -> None:
    y = 124.3
    for icon, title, more in FOR_WHOM:
        sheet.icon(10.5, y - 2, 8, icon)
        y = sheet.paragraph(21.9, y, 70, _say(title), 4.2, 5.1, weight=700)
        y = sheet.paragraph(21.9, y, 72, _say(more), 3.55, 4.5, colour=INK2) + 4.6


def _code(sheet: Sheet, flyer: Flyer) -> None:
    middle = 119.4
    sheet.qr(100.9, 122, 37, flyer.code)
    number = flyer.help_number
    first, second = (SCAN, WRITE.fill(code=flyer.code)) if number else (SHOW, IN_PLACE)
    sheet.text(middle, 165.4, _say(first), 3.45, weight=600, align="middle", room=46)
    sheet.text(middle, 169.7, _say(second), 3.45, weight=600, align="middle", room=46)
    if number:
        sheet.text(middle, 176, number, 5.1, weight=700, align="middle", room=46)


def _foot(sheet: Sheet, flyer: Flyer) -> None:
    if sheet.is_black:
        sheet.line(0, 187.7, 148, 187.7, 0.6)
    else:
        sheet.fill(0, 187.7, 148, 22.3, QOLLE)
    lower = 201.4 if flyer.hours else 198.8
    sheet.text(10, lower - 6.6 if flyer.hours else lower, flyer.place, 5.1, weight=700, room=90)
    sheet.text(10, lower, flyer.hours, 4, weight=500, room=90)
    sheet.fill(103.9, 191.8, 34, 14, NIGHT, 2)
    sheet.text(120.9, 194.7, _say(FLYER), 2.9, colour=WHITE, align="middle")
    sheet.text(120.9, 200.3, flyer.code, 6.6, weight=700, colour=WHITE, align="middle", zero=True, room=31)
