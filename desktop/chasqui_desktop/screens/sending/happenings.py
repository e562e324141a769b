"""What happened to what was sent in this session, the latest first, in plain words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.line_state import Happening, Outcome
from chasqui_desktop.screens.moments import spoken_hour
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Phrase, Words, say

MOST = 6
"""More than six lines nobody reads; the table holds the rest."""


class _Look(NamedTuple):
    icon: str
    colour: str
    one: Phrase
    many: Phrase
    more: Phrase


LOOKS: dict[Outcome, _Look] = {
    Outcome.ARRIVED: _Look(
        "check-circle-fill",
        "ok",
        say("Sending", "1 llegó a la sede"),
        say("Sending", "{n} llegaron a la sede"),
        say("Sending", "Con recibo firmado."),
    ),
    Outcome.RECEIVED: _Look(
        "git-merge",
        "primary",
        say("Sending", "1 cambio recibido"),
        say("Sending", "{n} cambios recibidos"),
        say("Sending", "Tu copia ya los tiene."),
    ),
    Outcome.ATTENTION: _Look(
        "warning-fill",
        "warn_text",
        say("Sending", "1 necesita que la mires"),
        say("Sending", "{n} necesitan que las mires"),
        say("Sending", "Los demás siguieron."),
    ),
    Outcome.CUT: _Look(
        "wifi-slash-bold",
        "warn_text",
        say("Sending", "Se cortó la señal. Llegó 1."),
        say("Sending", "Se cortó la señal. Llegaron {n}."),
        say("Sending", "El resto espera aquí."),
    ),
    Outcome.TROUBLE: _Look(
        "warning-fill",
        "warn_text",
        say("Sending", "La sede no respondió bien"),
        say("Sending", "La sede no respondió bien"),
        say("Sending", "No es tu equipo. Se prueba de nuevo solo."),
    ),
}


class EventLine(Dressed, QWidget):
    """Icon, what happened, when, and what it means."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("", "ok", 20)
        self._title = Label("", "head").wrapped()
        self._at = Label("", "second")
        self._more = Label("", "second").wrapped()
        words = QVBoxLayout()
        words.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self._at)
        words.addLayout(head)
        words.addWidget(self._more)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        side = QVBoxLayout()
        side.addWidget(self._mark)
        side.addStretch(1)
        self._row.addLayout(side)
        self._row.addLayout(words, 1)
        self.put_on()

    def dress(self) -> None:
        self._row.setSpacing(look().px(10))

    def show_line(self, icon: str, colour: str, title: Words, more: Words, at: Words = "") -> None:
        self._mark.show_icon(icon, colour)
        self._title.say(title)
        self._more.say(more)
        self._at.say(at)
        self.setAccessibleName(f"{str(title).rstrip('.')}. {more}")


class Happenings(QWidget):
    """The list itself; a round that only repeats the one before adds to it instead of making a new line."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._kept: list[Happening] = []
        self._lines = [EventLine() for _ in range(MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for line in self._lines:
            line.hide()
            column.addWidget(line)

    def add(self, happening: Happening) -> None:
        """Put it on top; the same as the last one counts into it."""
        last = self._kept[0] if self._kept else None
        if last is not None and last.outcome is happening.outcome and last.at.date() == happening.at.date():
            happening = replace(happening, count=happening.count + last.count)
            self._kept.pop(0)
        self._kept = [happening, *self._kept][:MOST]
        self._show()

    def kept(self) -> tuple[Happening, ...]:
        """What is listed, the latest first."""
        return tuple(self._kept)

    def _show(self) -> None:
        for line, happening in zip(self._lines, self._kept, strict=False):
            look_ = LOOKS[happening.outcome]
            title = look_.one if happening.count == 1 else look_.many.fill(n=happening.count)
            line.show_line(look_.icon, look_.colour, title, look_.more, spoken_hour(happening.at, self._today()))
            line.show()
