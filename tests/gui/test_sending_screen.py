"""Sending: every state has its sentence and its way on, and only receipts move numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import Counts, DeliveryFilter, DeliveryRow, Post
from chasqui_desktop.line_state import Happening, Line, LineState, LineUse, Outcome
from chasqui_desktop.screens.line_words import banner, sending_more, sending_title
from chasqui_desktop.screens.sending import SendingScreen
from chasqui_desktop.theme import look
from chasqui_desktop.words import hour
from tests.helpers.sample_book import COUNTS, NOW, delivery, explain, now

EMPTY = Counts(0, 0, 0, 0, 0, 0, None)


@pytest.fixture
def screen(qtbot: QtBot) -> SendingScreen:
    made = SendingScreen(now, explain)
    made.resize(1270, 712)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


def answered(screen: SendingScreen, rows: Callable[[DeliveryFilter], list[DeliveryRow]]) -> list[tuple[int, int]]:
    """Answer every page with the rows of its chip; gives what was asked."""
    asked: list[tuple[int, int]] = []

    def page(chosen: DeliveryFilter, offset: int, limit: int) -> None:
        asked.append((offset, limit))
        screen.show_page(chosen, offset, limit, rows(chosen)[offset : offset + limit])

    screen.page_asked.connect(page)
    return asked


@pytest.mark.parametrize(
    ("state", "title", "action"),
    [
        (LineState(Line.OFFLINE, since=NOW), f"Sin conexión desde las {hour(NOW)}. Sigue registrando.", "Probar ahora"),
        (LineState(Line.OFFLINE), "Sin conexión. Sigue registrando.", "Probar ahora"),
        (LineState(Line.PAUSED, since=NOW), "Envío en pausa. Sigue registrando.", "Seguir"),
        (LineState(Line.TROUBLE, next_try=NOW), "La sede no responde bien. No es tu equipo.", "Probar ahora"),
        (LineState(Line.CLOCK), "Revisa la hora de este equipo. Sigue registrando.", "Probar ahora"),
        (LineState(Line.USED_UP), "Ya se usaron los datos de hoy. Sigue registrando.", "Enviar igual"),
        (LineState(Line.CONNECTED), "Conectado. 14 registros están por enviar.", "Enviar ahora"),
    ],
)
def test_each_state_says_what_is_and_offers_one_action(
    screen: SendingScreen, state: LineState, title: str, action: str
) -> None:
    screen.show_counts(COUNTS)
    screen.show_line(state)
    assert screen._banner.accessibleName().startswith(title)
    assert screen._banner.action.text() == action


def test_headquarters_in_trouble_says_when_it_is_tried_again(screen: SendingScreen) -> None:
    later = NOW + timedelta(minutes=4)
    screen.show_line(LineState(Line.TROUBLE, since=NOW, next_try=later))
    assert f"Probamos de nuevo a las {hour(later)}." in screen._banner.accessibleName()


def test_the_promoter_hears_that_all_arrived(screen: SendingScreen) -> None:
    screen.show_line(LineState(Line.CONNECTED))
    screen.show_counts(COUNTS._replace(laptop=0))
    assert screen._banner.accessibleName().startswith("Todo llegó: 127 con recibo.")
    screen.show_counts(EMPTY)
    assert screen._banner.accessibleName().startswith("Conectado. Nada espera en este equipo.")


def test_progress_is_records_and_bytes_and_time_in_words() -> None:
    state = LineState(Line.SENDING, sent=3, waiting=14, bytes_sent=18_000, bytes_total=75_000, seconds_left=41)
    assert str(sending_title(state)) == "Enviando 4 de 14"
    assert str(sending_more(state)) == "18 de 74 KB · faltan unos 40 s"
    alone = LineState(Line.SENDING, sent=14, waiting=14, bytes_sent=18_000, seconds_left=200)
    assert str(sending_title(alone)) == "Enviando 14 de 14"
    assert str(sending_more(alone)) == "18 KB enviados · faltan unos 3 min"
    assert str(banner(LineState(Line.SENDING), 0, 0).title) == "Enviando y recibiendo…"


def test_while_sending_the_action_pauses(screen: SendingScreen, qtbot: QtBot) -> None:
    screen.show_line(LineState(Line.SENDING, since=NOW, sent=3, waiting=14))
    assert screen._pause.isVisible()
    with qtbot.waitSignal(screen.pause_asked):
        qtbot.mouseClick(screen._pause, Qt.MouseButton.LeftButton)


def test_posts_and_chips_show_the_counts_they_were_given(screen: SendingScreen) -> None:
    screen.show_counts(COUNTS._replace(attention=1))
    assert screen._relay.here.accessibleName() == "Este equipo: 14 por enviar"
    assert screen._relay.office.accessibleName() == "Oficina: 9 esperan pasar a la sede"
    assert screen._relay.headquarters.accessibleName() == "Sede: 118 con recibo firmado"
    assert [chip.text() for chip in screen._chips.chips()] == ["Por enviar 14", "Con recibo 127", "Por corregir 1"]


def test_numbers_stay_when_the_colours_turn(screen: SendingScreen) -> None:
    screen.show_counts(COUNTS)
    look().use("dark")
    assert screen._relay.here._figure.text() == "14"


def test_every_registration_says_how_far_it_has_come(screen: SendingScreen, qtbot: QtBot) -> None:
    rows = [delivery(0)._replace(copied=False), delivery(1, Post.OFFICE), delivery(2, Post.HEADQUARTERS)]
    answered(screen, lambda _chosen: rows)
    screen.show_counts(COUNTS)
    screen.enter()
    qtbot.waitUntil(lambda: screen._rows.total == 3)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [screen._rows.index(at, 2).data(role) for at in range(3)] == ["falta", "comprobada", "comprobada"]
    spoken = [[str(screen._rows.index(at, column).data(role)) for column in (3, 4, 5)] for at in range(3)]
    assert spoken[0] == ["al tener señal", "espera", "—"]
    assert spoken[1][1:] == ["espera", "A7-2201"]
    assert spoken[2][0] == "directo a la sede"
    assert spoken[2][2] == "A7-2202"


def test_a_refused_record_says_why_and_opens_by_enter(screen: SendingScreen, qtbot: QtBot) -> None:
    apart = [delivery(7, Post.ATTENTION, problem=414)]
    answered(screen, lambda chosen: apart if chosen is DeliveryFilter.ATTENTION else [])
    screen.show_counts(COUNTS._replace(attention=1))
    screen.show_line(LineState(Line.CONNECTED))
    assert "1 necesita que la mires. Los demás siguieron." in screen._banner.accessibleName()
    qtbot.mouseClick(screen._chips.chips()[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: screen._rows.total == 1)
    spoken = screen._rows.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "La sede pide corregir un dato (414)."
    screen.table().setFocus()
    screen.table().selectRow(0)
    with qtbot.waitSignal(screen.person_asked) as asked:
        qtbot.keyClick(screen.table(), Qt.Key.Key_Return)
    assert asked.args == ["r7"]


def test_an_empty_list_says_so_in_words(screen: SendingScreen, qtbot: QtBot) -> None:
    answered(screen, lambda _chosen: [])
    screen.enter()
    qtbot.waitUntil(screen._empty.isVisible)
    assert screen._empty.text() == "Nada por enviar. Lo que registres aparecerá aquí."


def test_rows_of_a_chip_no_longer_chosen_are_dropped(screen: SendingScreen) -> None:
    screen.show_page(DeliveryFilter.RECEIPTED, 0, 100, [delivery(1, Post.HEADQUARTERS)])
    assert screen._rows.total == 0


def test_a_long_list_pages(screen: SendingScreen, qtbot: QtBot) -> None:
    rows = [delivery(at) for at in range(250)]
    asked = answered(screen, lambda _chosen: rows)
    screen.show_counts(COUNTS._replace(laptop=250))
    screen.enter()
    qtbot.waitUntil(lambda: screen._rows.total == 250)
    assert asked == [(0, 100)]
    screen.table().scrollToBottom()
    qtbot.waitUntil(lambda: screen._rows.row(249) is not None)


def test_what_happened_is_told_latest_first_and_the_same_counts_together(screen: SendingScreen) -> None:
    for outcome, count in ((Outcome.ARRIVED, 3), (Outcome.ARRIVED, 2), (Outcome.RECEIVED, 1), (Outcome.CUT, 4)):
        screen.add_happening(Happening(outcome, count, NOW))
    assert [(each.outcome, each.count) for each in screen.happenings()] == [
        (Outcome.CUT, 4),
        (Outcome.RECEIVED, 1),
        (Outcome.ARRIVED, 5),
    ]
    lines = [line.accessibleName() for line in screen._panel._happenings._lines if line.isVisible()]
    assert lines == [
        "Se cortó la señal. Llegaron 4. El resto espera aquí.",
        "1 cambio recibido. Tu copia ya los tiene.",
        "5 llegaron a la sede. Con recibo firmado.",
    ]


@pytest.mark.parametrize("line", [Line.OFFLINE, Line.PAUSED, Line.TROUBLE, Line.CLOCK])
def test_when_nothing_goes_out_the_panel_says_what_to_do(screen: SendingScreen, line: Line) -> None:
    screen.show_line(LineState(line, since=NOW))
    assert screen._panel._advice.isVisible()
    assert screen._panel._lines[0].isVisible()
    screen.show_line(LineState(Line.CONNECTED))
    assert not screen._panel._advice.isVisible()


def test_the_one_held_apart_is_named_with_its_reason_and_alt_c_corrects_it(screen: SendingScreen, qtbot: QtBot) -> None:
    screen.show_attention(delivery(7, Post.ATTENTION, problem=414))
    card = screen._panel._attention
    assert "La sede pide corregir un dato (414)." in card._line.accessibleName()
    assert card._correct.text() == "Corregir a Paredes, Yorman 7"
    with qtbot.waitSignal(screen.correct_asked) as asked:
        qtbot.keyClick(screen.table(), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert asked.args == ["r7"]
    screen.show_attention(None)
    assert not card.isVisible()


def test_the_panel_says_what_the_day_has_cost_and_whether_the_clock_is_right(screen: SendingScreen) -> None:
    panel = screen._panel
    screen.show_use(LineUse(420_000, 5_000_000, 1_400))
    assert (panel._data.text(), panel._clock.text()) == ("0.4 de 5 MB", "bien (±2 s)")
    screen.show_use(LineUse(0, None, None))
    assert (panel._data.text(), panel._clock.text()) == ("0.0 MB", "se compara al enviar")
    screen.show_use(LineUse(0, 5_000_000, -3_600_000))
    assert panel._clock.text() == "no coincide"


def test_where_there_is_nothing_to_send_the_focus_is_on_the_chips_and_not_on_a_sentence(
    screen: SendingScreen, qtbot: QtBot
) -> None:
    screen.enter()
    screen.show_page(DeliveryFilter.TO_SEND, 0, 100, [])
    assert screen._chips.has_focus()
    screen.table().clearFocus()
    screen.enter()
    assert screen._chips.has_focus()
