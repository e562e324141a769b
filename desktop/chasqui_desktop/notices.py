"""What somebody is quietly told as her file opens: that others tried to open it, that reading is about to close."""

from __future__ import annotations

from datetime import date

from chasqui_desktop.book import Reading
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.store import reading
from chasqui_desktop.vault.guesses import Counted
from chasqui_desktop.words import Words, say

GUESSED_ONE = say("Notice", "Mientras no estabas hubo un intento fallido de abrir tu archivo: {when}.")
GUESSED = say("Notice", "Mientras no estabas hubo {n} intentos fallidos de abrir tu archivo; el último: {when}.")
LEASE_DAYS = say(
    "Notice",
    "Este equipo lleva {past} días sin hablar con la sede. En {n} días se cierra la lista de personas; "
    "registrar y enviar sigue igual. Conéctate antes.",
)
LEASE_TOMORROW = say(
    "Notice",
    "Mañana se cierra la lista de personas si este equipo no se conecta. Registrar y enviar sigue igual.",
)
LEASE_TODAY = say(
    "Notice",
    "Hoy se cierra la lista de personas si este equipo no se conecta. Registrar y enviar sigue igual, "
    "y con señal se abre otra vez.",
)
LEASE_ENDED = say(
    "Notice",
    "La lista de personas está cerrada: 30 días sin contacto. Nada se borró. Registra como siempre; "
    "con señal se abre sola.",
)  # fmt: skip - each of the three in two lines

WARNED_DAYS = 7
_OWN_SLIPS = 2
_SITTING_MS = 5 * 60_000
"""One or two wrong phrases within these minutes are her own slips."""
_DAY_MS = 86_400_000


def guessed(before: Counted, now: int, today: date) -> Words | None:
    """Say that phrases were tried since she was last here; ``now``: ms since 1970 UTC. None where it was herself."""
    is_own = before.wrong <= _OWN_SLIPS and 0 <= now - before.first <= _SITTING_MS
    if not before.wrong or is_own:
        return None
    when = spoken_moment(local(before.last), today)
    return GUESSED_ONE.fill(when=when) if before.wrong == 1 else GUESSED.fill(n=before.wrong, when=when)


def lease(standing: Reading, left: int) -> Words | None:
    """Say when the lease ends in a week or less, or has ended; ``left``: ms. What the office closed says so itself."""
    if standing is Reading.LEASE_ENDED:
        return LEASE_ENDED
    if standing is Reading.REVOKED or left > WARNED_DAYS * _DAY_MS:
        return None
    days = left // _DAY_MS
    if days < 2:
        return LEASE_TOMORROW if days else LEASE_TODAY
    return LEASE_DAYS.fill(n=days, past=reading.LEASE_DAYS - days)
