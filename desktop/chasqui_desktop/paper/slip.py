"""The slip a person takes home: her code, what happens next, what she agreed to. No document, group or address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from chasqui_desktop.paper.sheet import INK2, RULE, Page, Sheet, broken, quiet_zone, width_of
from chasqui_desktop.words import Words, long_day, say, told_in

PROGRAMME = {"es": "Guerrero Emprendedor", "en": "Warrior Entrepreneur"}
SLIP = say("Paper", "Comprobante de registro · gratis")
YOUR_CODE = say("Paper", "Tu código")
LISTED = say("Paper", "{name}, ya estás en la lista.")
LISTED_UNNAMED = say("Paper", "Ya estás en la lista.")
WRITE_BEFORE = say("Paper", "Te escribimos por WhatsApp antes del {day}.")
WRITE_SOON = say("Paper", "Te escribimos por WhatsApp en los próximos días.")
YOU_WRITE = say("Paper", "No te escribiremos, como pediste: llámanos tú, o vuelve al punto.")
LASTS = say("Paper", "Las clases duran {n} semanas y no cuestan nada.")
COSTS_NOTHING = say("Paper", "Las clases son por internet y no cuestan nada.")
KEEP = say("Paper", "Guarda este papel: con el código puedes ver, corregir o borrar tus datos.")
QR_HOLDS = say("Paper", "El QR solo lleva tu código.")
QR_HOLDS_NOT = say("Paper", "No lleva tus datos.")
AGREED = say("Paper", "Aceptaste (aviso {version})")
ANSWER = say("Paper", "{purpose}: {answer}")
YES, NO = say("Paper", "sí"), say("Paper", "no")
DOUBTS = say("Paper", "¿Dudas o quieres retirarte?")
CALL = say("Paper", "Llama o escribe al {number}.")
COME = say("Paper", "Vuelve al punto o llama a tu oficina.")
NOBODY_CHARGES = say("Paper", "Nadie puede cobrarte por esto.")
SHORT_KEEP = say("Paper", "Con este código puedes ver, corregir o borrar tus datos.")


class SlipPaper(Enum):
    """What is in the printer."""

    A6 = "a6"
    TWO_ON_A5 = "a5"
    ROLL_80 = "roll80"
    ROLL_58 = "roll58"


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on it. ``answers``: each purpose's word and whether she said yes; ``weeks`` None: not known.

    ``language`` is that of the notice she heard. ``writes_before``: the day before which she is written to.
    """

    language: str
    code: str
    first_name: str
    at: datetime
    point: str
    can_write: bool
    writes_before: date | None
    weeks: int | None
    notice: str
    answers: tuple[tuple[str, bool], ...]
    help_number: str | None

    def say(self, words: Words) -> str:
        """``words`` in her language."""
        return told_in(self.language, words)

    @property
    def steps(self) -> tuple[str, str, str]:
        """What happens next."""
        if not self.can_write:
            first: Words = YOU_WRITE
        elif self.writes_before is None:
            first = WRITE_SOON
        else:
            first = WRITE_BEFORE.fill(day=long_day(self.writes_before, self.language))
        second = COSTS_NOTHING if self.weeks is None else LASTS.fill(n=self.weeks)
        return self.say(first), self.say(second), self.say(KEEP)

    @property
    def greeting(self) -> str:
        """That she is on the list."""
        return self.say(LISTED.fill(name=self.first_name) if self.first_name else LISTED_UNNAMED)

    @property
    def help(self) -> str:
        """Whom to ask."""
        return self.say(CALL.fill(number=self.help_number.replace(" ", "\u00a0")) if self.help_number else COME)

    @property
    def day(self) -> str:
        """When she was registered: 23 nov 2026 · 10:43."""
        month = long_day(self.at.date(), self.language).split()[-1][:3]
        return f"{self.at.day} {month} {self.at.year} · {self.at.hour}:{self.at.minute:02}"


def slip_pages(slip: Slip, paper: SlipPaper) -> tuple[Page, ...]:
    """Give what is printed for one person."""
    title = f"comprobante-{slip.code}"
    match paper:
        case SlipPaper.A6:
            return (Page(148, 105, lambda sheet: _slip(sheet, slip), title),)
        case SlipPaper.TWO_ON_A5:
            return (Page(148, 210, lambda sheet: _twice(sheet, slip), title),)
        case SlipPaper.ROLL_80:
            return (_roll(slip, 80, 72, title),)
        case SlipPaper.ROLL_58:
            return (_roll(slip, 58, 48, title),)


LEFT, RIGHT = 7.0, 141.0
QR_LEFT, QR_TOP, QR_SIDE = 107.0, 27.2, 34.0


def _twice(sheet: Sheet, slip: Slip) -> None:
    _slip(sheet, slip)
    with sheet.moved(0, 105):
        _slip(sheet, slip)
    sheet.cut(0, 105, 148, 105)


def _slip(sheet: Sheet, slip: Slip) -> None:
    _head(sheet, slip)
    sheet.line(LEFT, 19.9, RIGHT, 19.9, 0.4)
    room = QR_LEFT - quiet_zone(slip.code, QR_SIDE) - LEFT - 1
    sheet.text(LEFT, 25.4, slip.say(YOUR_CODE), 3.4, colour=INK2)
    sheet.text(LEFT, 33.2, slip.code, 9.7, weight=700, zero=True, room=room)
    sheet.text(LEFT, 42.8, slip.greeting, 4.7, weight=700, room=room)
    _steps(sheet, slip.steps, room - 8)
    sheet.qr(QR_LEFT, QR_TOP, QR_SIDE, slip.code)
    middle = QR_LEFT + QR_SIDE / 2
    sheet.text(middle, 69.2, slip.say(QR_HOLDS), 3, colour=INK2, align="middle", room=36)
    sheet.text(middle, 72.9, slip.say(QR_HOLDS_NOT), 3, colour=INK2, align="middle", room=36)
    sheet.line(LEFT, 76.9, RIGHT, 76.9, 0.2, RULE)
    _foot(sheet, slip)
    sheet.weave(99.6, 148, 1.0, 6)


def _head(sheet: Sheet, slip: Slip) -> None:
    sheet.icon(LEFT, 6, 11, "chasqui-icon")
    width = sheet.text(21.1, 9.3, PROGRAMME.get(slip.language, PROGRAMME["es"]), 5.3, weight=700)
    sheet.text(21.1, 14.3, slip.say(SLIP), 3.4, colour=INK2)
    room = RIGHT - 21.1 - max(width, width_of(slip.say(SLIP), 3.4)) - 4
    sheet.text(RIGHT, 8.6, slip.day, 3.15, weight=600, align="right", room=room)
    sheet.text(RIGHT, 13.1, slip.point, 3.2, colour=INK2, align="right", room=room)


def _steps(sheet: Sheet, steps: Sequence[str], room: float) -> None:
    y = 50.2
    for at, step in enumerate(steps, 1):
        sheet.disc(LEFT + 2.7, y, 2.6, str(at), 3.2)
        y = sheet.paragraph(LEFT + 8, y, room, step, 3.4, 4.3) + 2.1


def _foot(sheet: Sheet, slip: Slip) -> None:
    sheet.text(LEFT, 81, slip.say(AGREED.fill(version=slip.notice)), 3.05, weight=700)
    answers = [slip.say(ANSWER.fill(purpose=purpose, answer=YES if answer else NO)) for purpose, answer in slip.answers]
    y = 85.0
    for line in _lines_of(answers, 66):
        sheet.text(LEFT, y, line, 3.05)
        y += 3.8
    sheet.text(76, 81, slip.say(DOUBTS), 3.05, weight=700)
    y = sheet.paragraph(76, 85, RIGHT - 76, slip.help, 3.05, 3.8)
    sheet.paragraph(76, y, RIGHT - 76, slip.say(NOBODY_CHARGES), 3.05, 3.8, weight=600)


def _lines_of(parts: Sequence[str], room: float) -> list[str]:
    """Set parts in lines, dots between them; no part is broken."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}  ·  {part}" if lines else part
        if lines and width_of(longer, 3.05) <= room:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _roll(slip: Slip, width: float, printable: float, title: str) -> Page:
    """A strip of a receipt printer: code, QR and three lines, all in black."""
    room = printable - 2
    lines = [slip.greeting, slip.say(SHORT_KEEP), f"{slip.help} {slip.say(NOBODY_CHARGES)}"]
    size = 3.3 if width < 70 else 3.6
    pitch = size + 0.9
    side = room * 0.62
    qr_at = 11 + quiet_zone(slip.code, side)
    text_at = qr_at + side + quiet_zone(slip.code, side) + 2
    rows = sum(len(broken(line, size, 500 if at else 700, room)) for at, line in enumerate(lines))
    height = text_at + rows * pitch + 2 * 1.6 + 6

    def draw(sheet: Sheet) -> None:
        middle = width / 2
        sheet.text(middle, 6, slip.code, 8, weight=700, align="middle", zero=True, room=room)
        sheet.qr(middle - side / 2, qr_at, side, slip.code)
        y = text_at
        for at, line in enumerate(lines):
            y = sheet.paragraph(middle, y, room, line, size, pitch, weight=500 if at else 700, align="middle") + 1.6

    return Page(width, height, draw, title, black=True)
