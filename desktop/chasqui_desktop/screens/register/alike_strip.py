"""Who may be registered already, in a line over the card: for windows too narrow for the side panel.

It takes the header's place, so that no field moves while somebody types in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from chasqui_desktop.book import LookAlike
from chasqui_desktop.screens.register.alike_card import answers, spoken
from chasqui_desktop.screens.register.alike_words import told
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import say

MAY_BE = say("Register", "Puede estar ya registrada: {name}")
AND_MORE = say("Register", "y {n} más")
MOST = 2
"""Reasons: a line holds no more."""


class AlikeStrip(Card):
    """Says less than the side panel's card, and offers the same two answers by the same keys."""

    same_asked = Signal()
    other_asked = Signal()

    def __init__(self) -> None:
        self._found: Sequence[LookAlike] = ()
        self._typed = ""
        super().__init__("warn", margins=(14, 3, 10, 3), gap=0)
        self.setObjectName("alike_strip")
        self._who = Label("", "head", "warn").wrapped()
        self._why = Label("", "second").wrapped()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._who)
        words.addWidget(self._why)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconMark("warning-fill", "warn_text", 18))
        row.addLayout(words, 1)
        for answer, asked in zip(answers(), (self.same_asked, self.other_asked), strict=True):
            answer.clicked.connect(asked)
            row.addWidget(answer)
        self.column.addLayout(row)

    def dress(self) -> None:
        super().dress()
        self.setMinimumHeight(look().px(44 if look().compact else 48))

    def show_found(self, found: Sequence[LookAlike], typed: str, *, may_come: bool) -> None:
        """Show the likest, where there is one and no room for the panel; ``typed`` are the given names on the desk."""
        is_new = (found, typed) != (self._found, self._typed)
        self._found, self._typed = found, typed
        self.retranslate()
        comes = may_come and bool(found) and (is_new or self.isHidden())
        self.setVisible(may_come and bool(found))
        if comes:
            announce(self, spoken(found[0], told(found[0].reasons, typed, found[0].given_names, MOST)))

    def retranslate(self) -> None:
        super().retranslate()
        if self._found:
            one = self._found[0]
            reasons = [f"{each.sign} {each.words}" for each in told(one.reasons, self._typed, one.given_names, MOST)]
            more = str(AND_MORE.fill(n=len(self._found) - 1)) if len(self._found) > 1 else ""
            self._who.say(MAY_BE.fill(name=one.short_name))
            self._why.say("  ·  ".join([*reasons, more] if more else reasons))

    def text(self) -> str:
        """Everything it says now, line by line."""
        return f"{self._who.text()}\n{self._why.text()}" if self.isVisible() else ""
