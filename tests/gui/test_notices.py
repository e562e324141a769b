"""What is told as a file opens, in one line that covers nothing: tries of others, and a lease that ends."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from chasqui_desktop.book import Reading
from chasqui_desktop.notices import guessed, lease
from chasqui_desktop.screens.notice_strip import NoticeStrip
from chasqui_desktop.vault.guesses import Counted

DAY = 86_400_000
TODAY = date(2026, 11, 26)
AT_NINE = datetime(2026, 11, 26, 9).astimezone()
NOW = round(AT_NINE.timestamp() * 1000)
YESTERDAY_EVENING = round(datetime(2026, 11, 25, 17, 40).astimezone().timestamp() * 1000)


def test_tries_of_others_are_told_with_when_the_last_was() -> None:
    told = guessed(Counted(3, YESTERDAY_EVENING, YESTERDAY_EVENING - 9000), NOW, TODAY)
    assert str(told) == "Mientras no estabas hubo 3 intentos fallidos de abrir tu archivo; el último: ayer, 17:40."
    told = guessed(Counted(1, YESTERDAY_EVENING, YESTERDAY_EVENING), NOW, TODAY)
    assert str(told) == "Mientras no estabas hubo un intento fallido de abrir tu archivo: ayer, 17:40."


@pytest.mark.parametrize(
    ("before", "is_told"),
    [
        (Counted(), False),
        (Counted(1, NOW - 4000, NOW - 4000), False),
        (Counted(2, NOW - 4000, NOW - 9000), False),
        (Counted(3, NOW - 4000, NOW - 9000), True),
        # hers came after somebody else's
        (Counted(2, NOW - 4000, NOW - DAY), True),
        # a clock that was set back
        (Counted(1, NOW + DAY, NOW + DAY), True),
    ],
)
def test_her_own_slip_of_a_moment_ago_is_not_told(before: Counted, is_told: bool) -> None:
    assert (guessed(before, NOW, TODAY) is not None) is is_told


@pytest.mark.parametrize(
    ("standing", "left", "words"),
    [
        (Reading.OPEN, 7 * DAY + 1, None),
        (Reading.OPEN, 7 * DAY, "lleva 23 días sin hablar con la sede. En 7 días se cierra la lista"),
        (Reading.OPEN, 2 * DAY, "lleva 28 días sin hablar con la sede. En 2 días se cierra la lista"),
        (Reading.OPEN, 2 * DAY - 1, "Mañana se cierra la lista de personas"),
        (Reading.OPEN, DAY - 1, "Hoy se cierra la lista de personas"),
        (Reading.OPEN, 0, "Hoy se cierra la lista de personas"),
        (Reading.LEASE_ENDED, -1, "La lista de personas está cerrada: 30 días sin contacto. Nada se borró."),
        (Reading.REVOKED, -1, None),
        (Reading.REVOKED, DAY, None),
    ],
)
def test_a_lease_is_told_of_from_a_week_before_it_ends(standing: Reading, left: int, words: str | None) -> None:
    told = lease(standing, left)
    assert told is None if words is None else words in str(told)


def test_notices_stand_one_after_the_other_until_they_are_read_or_taken_back(qtbot: QtBot) -> None:
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.tell("guessed", "warning-circle", "Hubo intentos.")
    strip.tell("lease", "clock", "Se cierra.")
    assert (strip.said(), strip.isHidden()) == ("Hubo intentos.", False)
    qtbot.mouseClick(strip._read, Qt.MouseButton.LeftButton)
    assert strip.said() == "Se cierra."
    strip.take_back("guessed")
    assert strip.said() == "Se cierra."
    strip.take_back("lease")
    assert (strip.said(), strip.isHidden()) == ("", True)
    strip.tell("lease", "clock", "Se cierra.")
    strip.clear()
    assert strip.isHidden()
