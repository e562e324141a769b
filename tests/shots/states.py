"""States of each screen that a day at work seldom meets: what brings each about, and the words it must show.

``tests/gui/test_states.py`` holds every one to its words, and docs/SCREENS.md to this table;
``python -m tests.shots.states FOLDER`` draws them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from chasqui_desktop.book import (
    DESK_DRAFT,
    Area,
    Counts,
    DeliveryFilter,
    Draft,
    People,
    PeopleFilter,
    Period,
    Quota,
    Reading,
    Tally,
)
from chasqui_desktop.cases import CaseFilter, Cases
from chasqui_desktop.line_state import Line, LineState
from chasqui_desktop.referral import Referrals
from chasqui_desktop.screens.closed_room import ClosedRoom
from chasqui_desktop.screens.dashboard.screen import DashboardScreen
from chasqui_desktop.screens.people import PeopleScreen
from chasqui_desktop.screens.referrals.screen import ReferralScreen
from chasqui_desktop.screens.register.desk import RegisterDesk
from chasqui_desktop.screens.review.screen import ReviewScreen
from chasqui_desktop.screens.sending import SendingScreen
from chasqui_desktop.screens.unlock import UnlockScreen
from chasqui_desktop.widgets.charts import Chart
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.labels import Badge
from chasqui_sync.core.small_cells import Row
from tests.helpers.desk import new_desk
from tests.helpers.sample_book import COUNTS, NOW, REFERENCE, ROWS, delivery, explain, ms, now
from tests.helpers.shots import shoot
from tests.helpers.signing_desk import SAVED
from tests.shots.small import make_small

SENDING = LineState(Line.SENDING, sent=3, waiting=14)
TROUBLE = LineState(Line.TROUBLE, next_try=NOW)
NOBODY = Counts(0, 0, 0, 0, 0, 0, None)
NEWER = "Este archivo es de una versión más nueva."
NOT_KEPT = "No se pudo guardar tu decisión."
NO_ROOM = "No hay espacio para guardar. Lo escrito sigue aquí."


class Somebody(NamedTuple):
    """Who may unlock, as the vault tells of her."""

    user: str
    short_name: str
    initials: str
    role: str


class State(NamedTuple):
    """``bring`` gives a screen in this state; ``words`` stand on it."""

    screen: str
    state: str
    bring: Callable[[], QWidget]
    words: str


def shown(root: QWidget) -> str:
    """Everything a person can read, and what a chart says of itself."""
    parts = [
        *(each.text() for each in root.findChildren(QLabel) if each.isVisible()),
        *(each.text() for each in root.findChildren(QPushButton) if each.isVisible()),
        *(each.text() for each in root.findChildren(Badge) if each.isVisible()),
        *(each.help_text() for each in root.findChildren(Field) if each.isVisible()),
        *(each.accessibleName() for each in root.findChildren(Chart) if each.isVisible()),
    ]
    return "\n".join(parts)


# -------------------------------------------------------------------- bringing them about
def _unlock(act: Callable[[UnlockScreen], object]) -> QWidget:
    screen = UnlockScreen(now)
    screen.show_users([Somebody("s1", "Milagros T.", "MT", "promoter")])
    screen.show()
    act(screen)
    return screen


def _opening(screen: UnlockScreen) -> None:
    screen.phrase_field().setText("luna")
    screen._ask()


def _nowhere(desk: RegisterDesk) -> None:
    desk.show_standing(None, None)


def _restored(desk: RegisterDesk) -> None:
    desk.restore(Draft(DESK_DRAFT, {"given_names": "Rosa"}, ms(0)))


def _desk(act: Callable[[RegisterDesk], object]) -> QWidget:
    desk = new_desk()
    act(desk)
    return desk


def _no_room(desk: RegisterDesk) -> None:
    desk.form.given_names = "Rosa"
    desk.save_failed(NO_ROOM)


def _saving(desk: RegisterDesk) -> None:
    form = desk.form
    form.consent_programme, form.given_names, form.paternal_surname = True, "Rosa", "Quispe"
    form.notice_read_at, form.consent_how = ms(0), "spoken"
    form.choose_scheme("dni")
    form.number = "10117410"
    desk._show_all()
    desk.go(1)
    desk.save()


def _people(*, text: str = "", chosen: PeopleFilter = PeopleFilter.ALL, total: int = 0) -> QWidget:
    screen = PeopleScreen(now, explain)
    if text:
        screen.look_for(text)
    if chosen is not PeopleFilter.ALL:
        screen._chips.set_value(chosen)
    screen.show_page(text, chosen, 0, People(ROWS[:total], total))
    return screen


def _people_slow() -> QWidget:
    screen = PeopleScreen(now, explain)
    screen._say_reading()
    return screen


def _closed(reading: Reading) -> QWidget:
    door = ClosedRoom(_people(total=2))
    door.show_reading(reading)
    return door


def _sending(line: LineState, counts: Counts, chosen: DeliveryFilter = DeliveryFilter.TO_SEND) -> QWidget:
    screen = SendingScreen(now, explain)
    screen.show_line(line)
    screen.show_counts(counts)
    screen._chips.set_value(chosen)
    on_the_way = counts.laptop if chosen is DeliveryFilter.TO_SEND else 0
    screen.show_page(chosen, 0, 100, [delivery(at) for at in range(on_the_way)])
    return screen


def _nothing_to_correct() -> QWidget:
    return _sending(LineState(Line.CONNECTED), NOBODY, DeliveryFilter.ATTENTION)


def _tally(told_at: int | None) -> Tally:
    return Tally(Quota(0, 0, 0.3), Row("", 0, 0), Row("", 0, 0), 0, 0, (), (), (), (), 0, told_at)


def _dashboard(told_at: int | None) -> QWidget:
    screen = DashboardScreen(now)
    screen.show_tally(_tally(told_at), REFERENCE, "e1", Area.EDITION, Period.EDITION, NOBODY)
    return screen


def _no_edition() -> QWidget:
    screen = DashboardScreen(now)
    screen.show_no_edition()
    return screen


def _referrals(told: Referrals | None, trouble: str = "") -> QWidget:
    screen = ReferralScreen(now)
    if told is not None:
        screen.show_list(told)
    if trouble:
        screen.failed(trouble)
    return screen


def _review(trouble: str = "") -> QWidget:
    screen = ReviewScreen(now)
    screen.show_page(CaseFilter.ALL, 0, Cases([], 0))
    if trouble:
        screen.failed(trouble)
    return screen


STATES = (
    State("Desbloquear", "nothing typed", lambda: _unlock(lambda s: s._ask()), "Escribe tu frase y pulsa Enter."),
    State("Desbloquear", "opening", lambda: _unlock(_opening), "Abriendo…"),
    State("Desbloquear", "error", lambda: _unlock(lambda s: s.failed(NEWER)), NEWER),
    State("Registrar", "no point chosen", lambda: _desk(_nowhere), "¿Dónde registras hoy?"),
    State("Registrar", "restored", lambda: _desk(_restored), "Recuperamos lo que escribías"),
    State("Registrar", "saving", lambda: _desk(_saving), "Guardando…"),
    State("Registrar", "cannot write", lambda: _desk(_no_room), NO_ROOM),
    State("Registrar", "saved", lambda: _desk(lambda d: d.saved(SAVED)), "ya está en este equipo"),
    State("Personas", "empty", _people, "Aún no hay registros. F2 para el primero."),
    State("Personas", "loading", _people_slow, "Leyendo…"),
    State("Personas", "none found", lambda: _people(text="zz"), "Nadie con «zz». ¿Registrar?"),
    State("Personas", "none under a chip", lambda: _people(chosen=PeopleFilter.INCOMPLETE), "Nadie bajo este filtro."),
    State("Personas", "read-only: lease ended", lambda: _closed(Reading.LEASE_ENDED), "30 días sin contacto"),
    State("Personas", "read-only: revoked", lambda: _closed(Reading.REVOKED), "Tu oficina cerró este equipo"),
    State("Envío", "empty", lambda: _sending(LineState(Line.CONNECTED), NOBODY), "Nada por enviar."),
    State("Envío", "offline", lambda: _sending(LineState(Line.OFFLINE, since=NOW), COUNTS), "Sigue registrando"),
    State("Envío", "paused", lambda: _sending(LineState(Line.PAUSED), COUNTS), "Seguir"),
    State("Envío", "sending", lambda: _sending(SENDING, COUNTS), "Enviando 4 de 14"),
    State("Envío", "headquarters in trouble", lambda: _sending(TROUBLE, COUNTS), "No es tu equipo"),
    State("Envío", "nothing to correct", _nothing_to_correct, "Nada por corregir."),
    State("Tablero", "loading", lambda: DashboardScreen(now), "Contando…"),
    State("Tablero", "empty", lambda: _dashboard(ms(1)), "Aún sin registros"),
    State("Tablero", "never told", lambda: _dashboard(None), "Datos de la sede: aún no llegan"),
    State("Tablero", "no edition", _no_edition, "Aún no hay una edición"),
    State("Revisar", "empty", _review, "Nada por revisar. Buen trabajo."),
    State("Revisar", "error", lambda: _review(NOT_KEPT), NOT_KEPT),
    State("Derivaciones", "loading", lambda: _referrals(None), "Leyendo…"),
    State("Derivaciones", "empty", lambda: _referrals(Referrals((), 0)), "Nada por recibir."),
    State("Derivaciones", "other keys", lambda: _referrals(Referrals((), 2)), "2 se sellaron con otra llave"),
)


def main(folder: Path) -> None:
    """Draw each state, in Spanish and light."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    for at, state in enumerate(STATES, 1):
        screen = state.bring()
        screen.resize(1270, 712)
        name = f"{at:02}-{state.screen}-{state.state}".lower().replace("í", "i").replace(" ", "-").replace(":", "")
        make_small(shoot(screen, folder / f"{name}.png"))
        screen.close()
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
