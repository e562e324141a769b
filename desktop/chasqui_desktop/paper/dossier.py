"""All that is kept of one person on pages A4, in plain words, for her to take home."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from chasqui_desktop.paper.sheet import INK2, RULE, Page, Sheet, broken
from chasqui_desktop.words import Words, say

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT, ANSWERS = 18.0, 192.0, 78.0
TOP, BOTTOM = 46.0, 272.0
SIZE, PITCH, BETWEEN = 3.5, 5.0, 1.6
PICTURE_WIDE, PICTURE_HIGH = 50.0, 20.0
KEPT_TOGETHER = 6
"""An answer of so many rows is not parted by the end of a page."""
TITLE = say("Dossier", "Lo que guardamos de ti")
LEAD = say(
    "Dossier", "Es tuyo: puedes verlo, corregirlo, retirar tus permisos o pedir que se borre, gratis, cuando quieras."
)
CONTINUED = say("Dossier", "{title} (sigue)")
PAGE = say("Dossier", "Página {n} de {m}")


class Line(NamedTuple):
    """What was asked, and what is kept as the answer; ``picture``: a PNG that is the answer."""

    what: Words
    answer: Words
    picture: bytes = b""


class Part(NamedTuple):
    """Lines under a heading."""

    title: Words
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What stands on the pages. ``made`` says when and by whom they were made, ``whom`` to turn to."""

    code: str
    made: Words
    whom: Words
    parts: tuple[Part, ...]


class _Row(NamedTuple):
    """One line of print: a heading, or a piece of what was asked and of the answer beside it; ``y`` in mm."""

    y: float
    what: str
    answer: str = ""
    is_heading: bool = False
    picture: bytes = b""


class _Rows:
    """Puts rows under each other; what does not fit any more goes on over the page, under its heading."""

    def __init__(self) -> None:
        self.pages: list[list[_Row]] = [[]]
        self._y = TOP

    def head(self, title: str) -> None:
        # a heading stands on no page without a line below it
        if self._y + 4 * PITCH > BOTTOM:
            self._turn()
        self.pages[-1].append(_Row(self._y + BETWEEN, title, is_heading=True))
        self._y += 2 * PITCH

    def put(self, line: Line, title: str) -> None:
        if line.picture:
            self._put_picture(line, title)
            return
        what = broken(str(line.what), SIZE, 500, ANSWERS - LEFT - 4)
        answer = broken(str(line.answer), SIZE, 600, RIGHT - ANSWERS)
        rows = list(zip_longest(what, answer, fillvalue=""))
        if len(rows) <= KEPT_TOGETHER and self._y + len(rows) * PITCH > BOTTOM:
            self._go_on(title)
        for row in rows:
            if self._y > BOTTOM:
                self._go_on(title)
            self.pages[-1].append(_Row(self._y, *row))
            self._y += PITCH
        self._y += BETWEEN

    def _put_picture(self, line: Line, title: str) -> None:
        if self._y + PICTURE_HIGH > BOTTOM:
            self._go_on(title)
        self.pages[-1].append(_Row(self._y, str(line.what), picture=line.picture))
        self._y += PICTURE_HIGH + BETWEEN

    def _go_on(self, title: str) -> None:
        self._turn()
        self.head(str(CONTINUED.fill(title=title)))

    def _turn(self) -> None:
        self.pages.append([])
        self._y = TOP


def dossier_pages(data: Dossier) -> tuple[Page, ...]:
    """Give the pages, in the language in use."""
    placed = _placed(data)

    def page(at: int) -> Page:
        number = (at + 1, len(placed))
        return Page(WIDTH, HEIGHT, lambda sheet: _draw(sheet, data, placed[at], number), f"datos-{data.code}")

    return tuple(page(at) for at in range(len(placed)))


def _placed(data: Dossier) -> list[list[_Row]]:
    rows = _Rows()
    for part in data.parts:
        title = str(part.title)
        rows.head(title)
        for line in part.lines:
            rows.put(line, title)
    return rows.pages


def _draw(sheet: Sheet, data: Dossier, rows: list[_Row], number: tuple[int, int]) -> None:
    sheet.icon(LEFT, 14, 13, "chasqui-icon")
    sheet.text(LEFT + 17, 17.5, str(TITLE), 7, weight=700, room=110)
    sheet.text(LEFT + 17, 24.6, data.code, 4.4, weight=700, zero=True)
    sheet.text(RIGHT, 24.6, str(data.made), 3.2, colour=INK2, align="right", room=110)
    sheet.text(LEFT, 32.4, str(LEAD), 3.3, colour=INK2, room=RIGHT - LEFT)
    sheet.line(LEFT, 37, RIGHT, 37, 0.4)
    for row in rows:
        if row.is_heading:
            sheet.text(LEFT, row.y, row.what, 4.2, weight=700)
            sheet.line(LEFT, row.y + 3.6, RIGHT, row.y + 3.6, 0.2, RULE)
        else:
            sheet.text(LEFT, row.y, row.what, SIZE, colour=INK2, room=ANSWERS - LEFT - 3)
            sheet.text(ANSWERS, row.y, row.answer, SIZE, weight=600, room=RIGHT - ANSWERS)
            if row.picture:
                sheet.picture(ANSWERS, row.y - PITCH / 2, PICTURE_WIDE, PICTURE_HIGH, row.picture)
    sheet.line(LEFT, 279, RIGHT, 279, 0.2, RULE)
    sheet.text(LEFT, 283.5, str(data.whom), 3.1, colour=INK2, room=140)
    n, m = number
    sheet.text(RIGHT, 283.5, str(PAGE.fill(n=n, m=m)), 3.1, colour=INK2, align="right")
