"""The side panel's card of who may be registered already: who, when and where, why, and two keys. Never modal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.book import LookAlike
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.screens.register.alike_words import Told, told
from chasqui_desktop.screens.register.desk_card import Clock
from chasqui_desktop.widgets.announce import announce
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Ground, SideCard
from chasqui_desktop.widgets.flow import FlowLayout
from chasqui_desktop.widgets.labels import Avatar, Label
from chasqui_desktop.words import Words, say

MAY_BE_HERE = say("Register", "Puede estar ya registrada")
NOBODY = say("Register", "Sin parecidos en este equipo")
NOT_YET = say("Register", "Parecidos: aún sin comparar")
SAME = say("Register", "Es la misma: abrir")
OTHER = say("Register", "Es otra: seguir")
WHEN_AND_WHERE = say("Register", "{when} · {where}")
MORE = say("Register", "y {n} más que se parecen")
MORE_ONE = say("Register", "y 1 más que se parece")
SAME_KEY, OTHER_KEY = "Alt S", "Alt N"


def answers() -> tuple[Button, Button]:
    """She is the same, she is another: two buttons that take no focus.

    Typing goes on in the field: the keys are the desk's, and Tab passes these over.
    """
    buttons = Button(SAME, "quiet", key=SAME_KEY), Button(OTHER, "quiet", key=OTHER_KEY)
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.set_height(36)
    return buttons


def spoken(one: LookAlike, why: Sequence[Told]) -> str:
    """All of it in one sentence, for whoever hears the screen."""
    reasons = ", ".join(str(each.words) for each in why)
    return f"{MAY_BE_HERE}: {one.short_name}. {reasons}. {SAME_KEY} {SAME}. {OTHER_KEY} {OTHER}."


class ReasonMark(QWidget):
    """A sign and the words beside it."""

    def __init__(self, reason: Told) -> None:
        super().__init__()
        self._words = Label(reason.words, "value")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(Label(reason.sign, "head", "bad" if reason.sign == "×" else "warn"))
        row.addWidget(self._words)
        row.addStretch(1)

    def wrap(self) -> None:
        """Take as many lines as the words need."""
        self._words.wrapped()
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretch(1, 1)
        layout.setStretch(2, 0)


class AlikeCard(SideCard):
    """Shows the likest of those found; says which key was meant, and does nothing itself."""

    same_asked = Signal()
    other_asked = Signal()

    def __init__(self, today: Clock) -> None:
        super().__init__("warning-fill", MAY_BE_HERE, "warn")
        self._today = today
        self._avatar = Avatar("", 40)
        self._name = Label("", "value")
        self._where = Label("", "second").wrapped()
        self._reasons: list[QWidget] = []
        self._more = Label("", "second")
        self._same, self._other = answers()
        self._same.clicked.connect(self.same_asked)
        self._other.clicked.connect(self.other_asked)
        self._lay_out()
        self.show_nothing()

    def _lay_out(self) -> None:
        self._who = QWidget()
        row = QHBoxLayout(self._who)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._where)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        self._why = QWidget()
        self._flow = FlowLayout(self._why, 6)
        self._long = QVBoxLayout()
        self._long.setSpacing(2)
        self.column.addWidget(self._who)
        self.column.addWidget(self._why)
        self.column.addLayout(self._long)
        self.column.addWidget(self._more)
        self.column.addWidget(self._same)
        self.column.addWidget(self._other)

    # ---------------------------------------------------------------- showing
    def show_nothing(self) -> None:
        """Too little is typed to look for anybody; the place stays taken, or what is below would move."""
        self._show_line("inset", "users", NOT_YET)

    def show_nobody(self) -> None:
        """Looked for and not found, on this laptop."""
        self._show_line("ok", "check-circle-fill", NOBODY)

    def _show_line(self, ground: Ground, icon: str, words: Words) -> None:
        self.show_state(ground, icon, words)
        for part in (self._who, self._why, self._more, self._same, self._other):
            part.hide()
        self._drop_reasons()
        self.show()

    def show_found(self, found: Sequence[LookAlike], typed: str, point: str) -> None:
        """Show the likest; ``typed`` are the given names on the desk, ``point`` is where she was registered."""
        one = found[0]
        self.show_state("warn", "warning-fill", MAY_BE_HERE)
        self._avatar.show_initials(one.initials)
        self._name.say(one.short_name)
        when = spoken_moment(local(one.saved_at), self._today())
        self._where.say(WHEN_AND_WHERE.fill(when=when, where=point) if point else when)
        why = told(one.reasons, typed, one.given_names)
        self._show_reasons(why)
        others = len(found) - 1
        self._more.say("" if not others else MORE_ONE if others == 1 else MORE.fill(n=others))
        self._more.setVisible(bool(others))
        for part in (self._who, self._why, self._same, self._other):
            part.show()
        self.show()
        if self.isVisible():
            announce(self, spoken(one, why))

    def text(self) -> str:
        """Everything it says now, line by line."""
        return "\n".join(label.text() for label in self.findChildren(Label) if label.isVisible() and label.text())

    def _show_reasons(self, why: Sequence[Told]) -> None:
        self._drop_reasons()
        for each in why:
            mark = ReasonMark(each)
            self._reasons.append(mark)
            if mark.sizeHint().width() > self.width() - 40:
                mark.wrap()
                self._long.addWidget(mark)
            else:
                self._flow.addWidget(mark)
            mark.show()

    def _drop_reasons(self) -> None:
        for mark in self._reasons:
            for layout in (self._flow, self._long):
                layout.removeWidget(mark)
            mark.hide()
            mark.deleteLater()
        self._reasons = []
