"""What each state of the line is called, in the banner of the sending screen."""

from __future__ import annotations

from typing import NamedTuple

from chasqui_desktop.line_state import Line, LineState
from chasqui_desktop.widgets.cards import Ground
from chasqui_desktop.words import Phrase, Words, hour, say


class Notice(NamedTuple):
    """A banner: tint, icon, sentence and what follows from it."""

    ground: Ground
    icon: str
    title: Words
    more: Words


CONNECTED = say("Line", "Conectado. Nada espera en este equipo.")
CONNECTED_ONE = say("Line", "Conectado. 1 registro está por enviar.")
CONNECTED_WAITING = say("Line", "Conectado. {n} registros están por enviar.")
CONNECTED_MORE = say("Line", "Lo que registres sale solo, sin que hagas nada.")
ALL_ARRIVED = say("Line", "Todo llegó: {n} con recibo.")
ONE_ARRIVED = say("Line", "Todo llegó: 1 con recibo.")
OFFLINE_SINCE = say("Line", "Sin conexión desde las {t}. Sigue registrando.")
OFFLINE = say("Line", "Sin conexión. Sigue registrando.")
OFFLINE_MORE = say("Line", "Todo queda guardado y cifrado aquí. El envío empieza solo cuando haya señal.")
PAUSED = say("Line", "Envío en pausa. Sigue registrando.")
PAUSED_MORE = say("Line", "Todo queda guardado y cifrado aquí. Nada sale hasta que pulses Seguir.")
TROUBLE = say("Line", "La sede no responde bien. No es tu equipo.")
TROUBLE_MORE = say("Line", "Probamos de nuevo a las {t}. Lo tuyo sigue guardado aquí.")
TROUBLE_SOON = say("Line", "Probamos de nuevo en un momento. Lo tuyo sigue guardado aquí.")
CLOCK = say("Line", "Revisa la hora de este equipo. Sigue registrando.")
CLOCK_MORE = say("Line", "No coincide con la de la sede. Ponla bien: los registros se envían igual.")

USED_UP = say("Line", "Ya se usaron los datos de hoy. Sigue registrando.")
USED_UP_MORE = say("Line", "Lo que falta sale solo con wifi o mañana. Si no puede esperar, pulsa F5.")

SENDING = say("Line", "Enviando {i} de {n}")
FETCHING = say("Line", "Enviando y recibiendo…")
KILOBYTES = say("Line", "{a} KB enviados")
KILOBYTES_OF = say("Line", "{a} de {b} KB")
LEFT_SECONDS = say("Line", "{kb} · faltan unos {t} s")
LEFT_MINUTES = say("Line", "{kb} · faltan unos {t} min")


ALWAYS_SO = {
    Line.PAUSED: Notice("warn", "pause", PAUSED, PAUSED_MORE),
    Line.CLOCK: Notice("warn", "clock", CLOCK, CLOCK_MORE),
    Line.USED_UP: Notice("warn", "pause", USED_UP, USED_UP_MORE),
}
"""States that need no figure to be told."""


def banner(state: LineState, waiting: int, receipted: int) -> Notice:
    """What the banner says; ``waiting`` and ``receipted`` are registrations of this laptop."""
    match state.line:
        case Line.CONNECTED:
            return _connected(waiting, receipted)
        case Line.SENDING:
            return Notice("soft", "paper-plane-tilt-fill", sending_title(state), sending_more(state))
        case Line.OFFLINE:
            title = OFFLINE_SINCE.fill(t=hour(state.since)) if state.since else OFFLINE
            return Notice("warn", "wifi-slash-bold", title, OFFLINE_MORE)
        case Line.TROUBLE:
            more = TROUBLE_MORE.fill(t=hour(state.next_try)) if state.next_try else TROUBLE_SOON
            return Notice("warn", "warning-fill", TROUBLE, more)
        case Line.PAUSED | Line.CLOCK | Line.USED_UP:
            return ALWAYS_SO[state.line]


def _connected(waiting: int, receipted: int) -> Notice:
    if waiting:
        title = CONNECTED_ONE if waiting == 1 else CONNECTED_WAITING.fill(n=waiting)
        return Notice("soft", "wifi-high-bold", title, CONNECTED_MORE)
    if receipted:
        title = ONE_ARRIVED if receipted == 1 else ALL_ARRIVED.fill(n=receipted)
        return Notice("ok", "check-circle-fill", title, CONNECTED_MORE)
    return Notice("ok", "wifi-high-bold", CONNECTED, CONNECTED_MORE)


def sending_title(state: LineState) -> Words:
    """Which registration is on its way of how many; without any, that something is being fetched."""
    if not state.waiting:
        return FETCHING
    return SENDING.fill(i=min(state.sent + 1, state.waiting), n=state.waiting)


def sending_more(state: LineState) -> Words:
    """Bytes in kilobytes and, where it can be told, the time left in words."""
    sent = _kilobytes(state.bytes_sent)
    size: Phrase = KILOBYTES.fill(a=sent)
    if state.bytes_total is not None:
        size = KILOBYTES_OF.fill(a=sent, b=_kilobytes(state.bytes_total))
    if not state.seconds_left:
        return size
    if state.seconds_left < 90:
        return LEFT_SECONDS.fill(kb=size, t=max(5, round(state.seconds_left / 5) * 5))
    return LEFT_MINUTES.fill(kb=size, t=round(state.seconds_left / 60))


def _kilobytes(size: int) -> int:
    return -(-size // 1024)
