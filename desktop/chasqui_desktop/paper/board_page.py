"""The dashboard on one page A4: the same figures as on screen, and none that a screen does not tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from chasqui_desktop.board import OF, Bar, Board
from chasqui_desktop.book import Area, Period
from chasqui_desktop.paper.sheet import INDIGO, INK2, QOLLE, RULE, WHITE, Page, Sheet, width_of
from chasqui_desktop.words import Words, day, hour, number, percent, say, weekday

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT = 18.0, 192.0
TITLE = say("BoardPage", "Tablero")
AREAS: dict[Area, Words] = {
    Area.POINT: say("BoardPage", "Mi punto"),
    Area.OFFICE: say("BoardPage", "Mi oficina"),
    Area.EDITION: say("BoardPage", "Toda la edición"),
}
PERIODS: dict[Period, Words] = {
    Period.TODAY: say("BoardPage", "hoy"),
    Period.WEEK: say("BoardPage", "los últimos 7 días"),
    Period.EDITION: say("BoardPage", "desde el comienzo"),
}
WHAT = say("BoardPage", "Edición {edition} · {area} · {period}")
PRINTED = say("BoardPage", "Impreso el {day}, {hour}")
TOLD = say("BoardPage", "Datos de la sede: {day}, {hour}")
UNSENT = say("BoardPage", "{n} de este equipo sin enviar")
RECORDS, COMPLETE = say("BoardPage", "Registros"), say("BoardPage", "Datos completos")
MINIMUM = say("BoardPage", "mínimo {share}")
PER_DAY = say("BoardPage", "Registros por día")
WAY = say("BoardPage", "Camino de la edición")
CHANNELS, DISTRICTS = say("BoardPage", "Por dónde se enteraron"), say("BoardPage", "Distrito")
PLACES = say("BoardPage", "Por lugar")
COUNTED, OTHERS = say("BoardPage", "Migrante o refugiado"), say("BoardPage", "Peruano")
HIDDEN = say("BoardPage", "{n} · sin detalle")
RULES = say("BoardPage", "Grupos de menos de 5 personas: sin detalle. Cuenta lo que conoce este equipo. Uso interno.")


def board_page(board: Board, now: datetime) -> Page:
    """Give the page, in the language in use; ``now`` is printed on it."""
    title = f"tablero-{board.edition}-{now:%Y-%m-%d}".replace("/", "-")
    return Page(WIDTH, HEIGHT, lambda sheet: _board(sheet, board, now), title)


def _board(sheet: Sheet, board: Board, now: datetime) -> None:
    _head(sheet, board, now)
    _quota(sheet, board)
    _figures(sheet, board)
    _days(sheet, board)
    _bars(sheet, 156, WAY, [(str(s.words), s.count, None, _share(s.share)) for s in board.steps], _plain)
    _split(sheet, 188, LEFT, CHANNELS, board.channels)
    _split(sheet, 188, 110, PLACES if board.places else DISTRICTS, board.places or board.districts)
    _legend(sheet, 250)
    sheet.line(LEFT, 279, RIGHT, 279, 0.2, RULE)
    sheet.text(LEFT, 283, str(RULES), 3, colour=INK2, room=RIGHT - LEFT)


def _head(sheet: Sheet, board: Board, now: datetime) -> None:
    sheet.icon(LEFT, 15, 13, "chasqui-icon")
    sheet.text(LEFT + 17, 18.5, str(TITLE), 7, weight=700)
    what = WHAT.fill(edition=board.edition, area=AREAS[board.area], period=PERIODS[board.period])
    sheet.text(LEFT + 17, 25.3, str(what), 3.8, colour=INK2, room=88)
    sheet.text(RIGHT, 18.5, str(PRINTED.fill(day=day(now), hour=hour(now))), 3.4, weight=600, align="right")
    told = "" if board.told_at is None else str(TOLD.fill(day=day(board.told_at), hour=hour(board.told_at)))
    unsent = str(UNSENT.fill(n=board.unsent)) if board.unsent else ""
    sheet.text(RIGHT, 25.3, " · ".join(part for part in (told, unsent) if part), 3, colour=INK2, align="right", room=66)
    sheet.line(LEFT, 32, RIGHT, 32, 0.4)


def _quota(sheet: Sheet, board: Board) -> None:
    quota = board.quota
    full = max(0.5, quota.minimum + 0.2, quota.share)
    width, top = RIGHT - LEFT, 60.0
    sheet.text(LEFT, 39, str(board.title), 4, weight=700)
    sheet.text(LEFT, 49, percent(round(quota.share * 100, 1)), 9, weight=700)
    beside = LEFT + width_of(percent(88.8), 9, 700) + 5
    sheet.text(beside, 46.5, str(board.missing), 4, weight=700)
    sheet.text(beside, 52, str(board.rest), 3.5, colour=INK2, room=RIGHT - beside)
    sheet.fill(LEFT, top, width * min(quota.share / full, 1), 6, QOLLE)
    sheet.frame(LEFT, top, width, 6, 0.25)
    goal = LEFT + width * quota.minimum / full
    sheet.fill(goal - 0.35, top - 1.6, 0.7, 9.2, "#12182B")
    sheet.text(goal, top + 10, str(MINIMUM.fill(share=percent(quota.minimum * 100))), 3.3, weight=600, align="middle")
    if not board.is_empty:
        sheet.text(LEFT, top + 10, str(OF.fill(n=quota.counted, m=quota.total)), 3.3, weight=600)


def _figures(sheet: Sheet, board: Board) -> None:
    share = round(board.complete / board.total * 100) if board.total else 0
    for at, (words, figure) in enumerate(((RECORDS, number(board.total)), (COMPLETE, percent(share)))):
        x = LEFT + at * 60
        sheet.text(x, 80, str(words), 3.6, colour=INK2)
        sheet.text(x, 87, figure, 7, weight=700)


def _days(sheet: Sheet, board: Board) -> None:
    top, height = 108.0, 30.0
    sheet.text(LEFT, 98, str(PER_DAY), 4, weight=700)
    pitch = (RIGHT - LEFT) / max(1, len(board.days))
    most = max(1, *(bar.total for bar in board.days)) if board.days else 1
    for at, bar in enumerate(board.days):
        middle = LEFT + pitch * (at + 0.5)
        sheet.text(middle, top + height + 4, weekday(bar.day), 3, colour=INK2, align="middle", room=pitch)
        if not bar.total:
            continue
        tall = height * bar.total / most
        x, y = LEFT + pitch * at + pitch * 0.18, top + height - tall
        sheet.text(middle, y - 2.6, number(bar.total), 3.3, weight=600, align="middle")
        if bar.split is None:
            sheet.hatch(x, y, pitch * 0.64, tall)
            continue
        counted = tall * bar.split[0] / bar.total
        _part(sheet, x, y, pitch * 0.64, counted, QOLLE)
        _part(sheet, x, y + counted, pitch * 0.64, tall - counted, INDIGO)
    sheet.line(LEFT, top + height, RIGHT, top + height, 0.3)


def _part(sheet: Sheet, x: float, y: float, width: float, height: float, colour: str) -> None:
    """One colour of a bar; of black alone the first is white with an edge, so that no grey has to tell."""
    if sheet.is_black and colour == QOLLE:
        sheet.fill(x, y, width, height, WHITE)
        sheet.frame(x, y, width, height, 0.2)
    else:
        sheet.fill(x, y, width, height, colour)


_Line = tuple[str, int, tuple[int, int] | None, str]
"""Name, total, split, and what is written behind the total."""
_Paint = Callable[[Sheet, float, float, float, _Line], None]


def _bars(sheet: Sheet, top: float, title: Words, lines: Sequence[_Line], paint: _Paint) -> None:
    _block(sheet, top, LEFT, RIGHT - LEFT, str(title), lines, paint)


def _split(sheet: Sheet, top: float, left: float, title: Words, bars: Sequence[Bar]) -> None:
    lines: list[_Line] = [(str(bar.words), bar.total, bar.split, "") for bar in bars]
    _block(sheet, top, left, 84, str(title), lines, _two_colours)


def _block(
    sheet: Sheet, top: float, left: float, width: float, title: str, lines: Sequence[_Line], paint: _Paint
) -> None:
    sheet.text(left, top, title, 4, weight=700)
    most = max((line[1] for line in lines), default=0)
    for at, line in enumerate(lines):
        y = top + 7 + at * 7
        sheet.text(left, y, line[0], 3.4, room=28)
        long = (width - 30 - 14) * line[1] / most if most else 0.0
        paint(sheet, left + 30, y - 2, max(long, 0.5), line)
        told = number(line[1])
        if line[2] is None and paint is _two_colours:
            told = str(HIDDEN.fill(n=line[1]))
        wide = sheet.text(left + 32 + long, y, told, 3.4, weight=600, room=24)
        sheet.text(left + 34 + long + wide, y, line[3], 3.1, colour=INK2)


def _two_colours(sheet: Sheet, x: float, y: float, long: float, line: _Line) -> None:
    if line[2] is None:
        sheet.hatch(x, y, long, 4)
        return
    counted = long * line[2][0] / line[1]
    _part(sheet, x, y, counted, 4, QOLLE)
    _part(sheet, x + counted, y, long - counted, 4, INDIGO)


def _plain(sheet: Sheet, x: float, y: float, long: float, line: _Line) -> None:
    sheet.fill(x, y, long, 4, INDIGO)


def _legend(sheet: Sheet, y: float) -> None:
    x = LEFT
    for words, colour in ((COUNTED, QOLLE), (OTHERS, INDIGO)):
        _part(sheet, x, y - 1.6, 3.2, 3.2, colour)
        x += 5 + sheet.text(x + 5, y, str(words), 3.3, colour=INK2) + 6


def _share(share: float | None) -> str:
    return "" if share is None else percent(round(share * 100))
