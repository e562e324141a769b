"""Who was erased: no name, only when it was asked for and on which laptops nothing is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from chasqui_desktop.erasure import Erasure
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner, Card
from chasqui_desktop.widgets.labels import Divider, IconMark, Label
from chasqui_desktop.words import Words, say

TITLE = say("Erasures", "Personas borradas")
LEAD = say(
    "Erasures", "De ellas no queda nada aquí, tampoco el nombre: solo cuándo se pidió y en qué equipos ya no están."
)
BACK = say("Erasures", "Volver a la lista")
ASKING = say("Erasures", "Preguntando a la sede…")
NOBODY = say("Erasures", "No se ha borrado a nadie.")
SENT = say("Erasures", "Aquí ya no queda nada de ella")
SENT_MORE = say(
    "Erasures", "La sede y los demás equipos la borran cuando haya línea; la copia de la sede, con la siguiente."
)
ON = say("Erasures", "Pedido · {moment}")
LONG_AGO = say("Erasures", "Pedido antes de que la sede lo anotara")
EVERYWHERE = say("Erasures", "Borrada en los {n} equipos que la tenían a la vista")
ONE_LAPTOP = say("Erasures", "Borrada en el único equipo que la tenía a la vista")
NOWHERE = say("Erasures", "Borrada en la sede; ningún equipo la tenía a la vista")
SO_FAR = say("Erasures", "Borrada en {n} de {m} equipos")
WAITING = say("Erasures", "Falta el equipo de {name} · con la sede por última vez {moment}")
NEVER_HEARD = say("Erasures", "Falta el equipo de {name} · la sede aún no lo ha oído")
CLOSED = say("Erasures", "{n} equipos cerrados, que se borran solos")
CLOSED_ONE = say("Erasures", "1 equipo cerrado, que se borra solo")


class ErasureLine(QWidget):
    """One erasure: how far it has come, when it was asked for, whose laptops are missing."""

    def __init__(self, erasure: Erasure, today: date) -> None:
        super().__init__()
        done = not erasure.waiting
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        mark = IconMark("check-circle-fill" if done else "clock", "ok" if done else "warn_text", 20)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        said = [how_far(erasure), asked(erasure, today), *missing(erasure, today)]
        for at, line in enumerate(said):
            words.addWidget(Label(line, "head" if at == 0 else "second").wrapped())
        row.addLayout(words, 1)
        self.setAccessibleName(". ".join(str(line) for line in said))


class Erasures(QWidget):
    """A page of the room of people, for who may erase somebody."""

    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._just_erased = False
        self._shown: list[ErasureLine] = []
        self._state = Banner("soft")
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 12, 0)
        self._lines.setSpacing(0)
        back = Button(BACK, "quiet", "arrow-left", "Esc")
        back.clicked.connect(self.left)
        body = QWidget()
        column = QVBoxLayout(body)
        # the ring of the focus has room
        column.setContentsMargins(10, 4, 0, 4)
        column.addLayout(self._lines)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(str(TITLE))
        scroll.setWidget(body)
        self.setFocusProxy(scroll)
        card = Card("plain", margins=(22, 16, 22, 14), gap=8)
        card.column.addWidget(Label(TITLE, "title"))
        card.column.addWidget(Label(LEAD, "second").wrapped())
        card.column.addWidget(self._state)
        card.column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(back)
        card.column.addLayout(foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.addWidget(card)

    def begin(self, *, just_erased: bool = False) -> None:
        """Headquarters is asked; ``just_erased``: somebody was erased on this laptop a moment ago."""
        self._clear()
        self._just_erased = just_erased
        if just_erased:
            self._state.show_state("ok", "check-circle-fill", SENT, SENT_MORE)
        else:
            self._state.show_state("soft", "clock", ASKING)
        self._state.show()

    def show_erasures(self, erasures: Sequence[Erasure]) -> None:
        """The answer, the latest first."""
        self._clear()
        if not self._just_erased:
            self._state.setVisible(not erasures)
            self._state.show_state("soft", "check-circle", NOBODY)
        for at, erasure in enumerate(erasures):
            if at:
                self._lines.addWidget(Divider())
            line = ErasureLine(erasure, self._today())
            self._shown.append(line)
            self._lines.addWidget(line)

    def failed(self, sentence: Words) -> None:
        """No answer: why, in a sentence."""
        if not self._just_erased:
            self._state.show_state("warn", "wifi-slash", sentence)

    def lines(self) -> list[str]:
        """What is said of each, as read aloud."""
        return [line.accessibleName() for line in self._shown]

    def told(self) -> str:
        """What is said over the list; empty where nothing is."""
        return self._state.accessibleName() if self._state.isVisibleTo(self) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        self._shown.clear()
        while self._lines.count():
            item = self._lines.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()


def how_far(erasure: Erasure) -> Words:
    """On how many laptops nothing of her is left."""
    if erasure.waiting:
        return SO_FAR.fill(n=erasure.reached, m=erasure.laptops)
    if erasure.laptops > 1:
        return EVERYWHERE.fill(n=erasure.laptops)
    return ONE_LAPTOP if erasure.laptops else NOWHERE


def asked(erasure: Erasure, today: date) -> Words:
    """When it was asked for."""
    return ON.fill(moment=spoken_moment(local(erasure.at), today)) if erasure.at else LONG_AGO


def missing(erasure: Erasure, today: date) -> list[Words]:
    """Whose laptops are missing, and how many were closed."""
    said: list[Words] = [
        WAITING.fill(name=name, moment=spoken_moment(local(heard), today)) if heard else NEVER_HEARD.fill(name=name)
        for name, heard in erasure.waiting
    ]
    if erasure.closed:
        said.append(CLOSED_ONE if erasure.closed == 1 else CLOSED.fill(n=erasure.closed))
    return said
