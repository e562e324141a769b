"""The lines of the panel beside the list: a fact, a masked number, a step of the record's way."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chasqui_desktop.screens.people.facts import Secret
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.words import Words, say

SEE = say("People", "Ver")
HIDE = say("People", "Ocultar")
SEEN_FOR = say("People", "Se ve 10 segundos.")
SHOWN_MS = 10_000
SECRET = say("People", "{kind} {number}")


class FactLine(Dressed, QWidget):
    """What is asked at the left, what is known at the right."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._value = Label("", "value").wrapped()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(10)
        self.row.addWidget(Label(words, "second"))
        self.row.addStretch(1)
        self.row.addWidget(self._value)
        self.put_on()

    def dress(self) -> None:
        self.setMinimumHeight(look().px(25))

    def show_fact(self, value: Words | None) -> None:
        """An unknown fact takes no room."""
        self.setVisible(value is not None)
        self._value.setWordWrap(False)
        self._value.say(value if value is not None else "")

    def text(self) -> str:
        """What is said at the right."""
        return self._value.text()


class SecretLine(FactLine):
    """A number that stays masked; "Ver" shows it for ten seconds, and hides it again by itself."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._kind: Words = ""
        self._secret = Secret("", "")
        self._value.as_code()
        self._see = Button(SEE, "bare")
        self._see.set_height(32)
        self._see.setToolTip(str(SEEN_FOR))
        self._see.clicked.connect(self._turn)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide_number)
        self.row.setSpacing(4)
        self.row.addWidget(self._see)

    def show_secret(self, kind: Words, secret: Secret | None) -> None:
        """Another person's number, masked; None where there is none."""
        self._kind, self._secret = kind, secret or Secret("", "")
        self.setVisible(secret is not None)
        self.hide_number()

    def hide_number(self) -> None:
        """Hide the number again."""
        self._timer.stop()
        self._say(self._secret.masked)
        self._see.say(SEE)

    def is_shown(self) -> bool:
        """Whether the whole number is on screen now."""
        return self._timer.isActive()

    def _turn(self) -> None:
        if self.is_shown():
            self.hide_number()
            return
        self._say(self._secret.whole)
        self._see.say(HIDE)
        self._timer.start()

    def _say(self, number: str) -> None:
        self._value.say(SECRET.fill(kind=self._kind, number=number) if str(self._kind) else number)


class StepLine(Dressed, QWidget):
    """A step of the record's way or history: a sign, what, when."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("circle", "text3", 18)
        self._words = Label("", "value")
        self._at = Label("", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)
        row.addWidget(self._at)
        self.put_on()

    def dress(self) -> None:
        self.setMinimumHeight(look().px(25))

    def show_step(self, icon: str, colour: str, words: Words, at: Words = "", *, reached: bool = True) -> None:
        """``reached`` steps are said plainly, those to come quietly."""
        self._mark.show_icon(icon, colour)
        self._words.say(words)
        self._words.set_tone("" if reached else "second")
        self._at.say(at)
        self.setAccessibleName(f"{words}, {at}" if str(at) else str(words))

    def text(self) -> str:
        """What and when, as read aloud."""
        return self.accessibleName()
