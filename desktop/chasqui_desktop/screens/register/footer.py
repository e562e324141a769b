"""The desk's footer: Enter and Shift Enter at the left; later, next and save at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from chasqui_desktop.screens.register.header import STEPS
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.footer import Footer
from chasqui_desktop.words import say

NEXT_FIELD = say("Register", "siguiente")
BACK = say("Register", "volver")
LATER = say("Register", "Completar después")
NEXT_CARD = say("Register", "Siguiente: {card}")
GO_ON = say("Register", "Seguir")
SAVE = say("Register", "Guardar y siguiente")
SAVING = say("Register", "Guardando…")
WHOLE = 1090
"""Width, of the drawings, under which the actions need the hints' room: in Spanish, for full sun, all take 1081."""


class DeskFooter(Footer):
    """Shows the actions of the card in front."""

    later_asked = Signal()
    next_asked = Signal()
    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hints = (self.add_hint("Enter", NEXT_FIELD), self.add_hint("Shift Enter", BACK))
        self._at, self._narrow = 0, False
        self._later = Button(LATER, "bare", "clock", "Ctrl D")
        self._next = Button(NEXT_CARD.fill(card=STEPS[1]), "primary", key="Enter")
        self.save = Button(SAVE, "primary", "floppy-disk", "Ctrl Enter", large=True)
        self.save.setObjectName("save")
        for button in (self._later, self._next, self.save):
            self.add_action(button)
        self._later.clicked.connect(self.later_asked)
        self._next.clicked.connect(self.next_asked)
        self.save.clicked.connect(self.save_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def dress(self) -> None:
        super().dress()
        if hasattr(self, "_hints"):
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < look().px(WHOLE)
        for hint in self._hints:
            hint.setVisible(not narrow)
        self._actions.setSpacing(look().px(6 if narrow else 10))
        if narrow != self._narrow:
            self._narrow = narrow
            self._say_next()

    def _say_next(self) -> None:
        self._next.say(GO_ON if self._narrow else NEXT_CARD.fill(card=STEPS[min(self._at + 1, len(STEPS) - 1)]))

    def show_card(self, at: int) -> None:
        """The actions of card ``at`` (from 0); on the notice there is nothing to save yet."""
        first, last = at == 0, at == len(STEPS) - 1
        self._later.setVisible(not first)
        self.save.setVisible(not first)
        self._next.setVisible(not last)
        self._at = at
        if not last:
            self._say_next()
            self._next.set_kind("primary" if first else "quiet")
            self._next.set_key("Enter" if first else f"Ctrl {at + 2}")

    def show_nothing(self) -> None:
        """Before a point is chosen there is nothing to go on to."""
        for button in (self._later, self._next, self.save):
            button.hide()

    def show_saving(self, saving: bool) -> None:
        self.save.say(SAVING if saving else SAVE)
