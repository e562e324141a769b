"""The panel beside the table: what to do when nothing goes out, and what became of what did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from chasqui_desktop.book import Counts, DeliveryRow
from chasqui_desktop.line_state import CLOCK_OFF_MS, MEGABYTE, Happening, Line, LineState, LineUse
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.screens.sending.attention import AttentionCard
from chasqui_desktop.screens.sending.happenings import EventLine, Happenings
from chasqui_desktop.widgets.cards import Card
from chasqui_desktop.widgets.labels import Divider, IconMark, Label
from chasqui_desktop.words import Words, say

WHAT_HAPPENED = say("Sending", "Qué pasó con cada envío")
NOTHING_YET = say("Sending", "Todavía no hubo envíos desde que abriste.")
LAST_RECEIPT = say("Sending", "Último recibo")
NO_RECEIPT = say("Sending", "ninguno todavía")
DATA = say("Sending", "Datos móviles de hoy")
DATA_OF = say("Sending", "{a} de {b} MB")
DATA_SPENT = say("Sending", "{a} MB")
CLOCK_HERE = say("Sending", "Hora del equipo")
CLOCK_RIGHT = say("Sending", "bien (±{n} s)")
CLOCK_OFF = say("Sending", "no coincide")
CLOCK_UNKNOWN = say("Sending", "se compara al enviar")

Advice = tuple[tuple[str, Words, Words], ...]

OFFLINE: Advice = (
    (
        "floppy-disk",
        say("Sending", "Sigue registrando"),
        say("Sending", "Cada registro queda guardado y cifrado en este equipo."),
    ),
    (
        "paper-plane-tilt",
        say("Sending", "Cuando haya señal, sale solo"),
        say("Sending", "No tienes que hacer nada. Para probar antes, F5."),
    ),
    (
        "laptop",
        say("Sending", "Puedes cerrar la tapa"),
        say("Sending", "Nada se pierde. Al abrir, lo que falta sigue en la cola."),
    ),
)
PAUSED: Advice = (
    (
        "floppy-disk",
        say("Sending", "Sigue registrando"),
        say("Sending", "Cada registro queda guardado y cifrado en este equipo."),
    ),
    ("play", say("Sending", "Para enviar, pulsa Seguir"), say("Sending", "También con la tecla F5.")),
)
TROUBLE: Advice = (
    (
        "hourglass-medium",
        say("Sending", "No es tu equipo"),
        say("Sending", "La sede tiene un problema. Se prueba de nuevo solo."),
    ),
    (
        "floppy-disk",
        say("Sending", "Sigue registrando"),
        say("Sending", "Cada registro queda guardado y cifrado en este equipo."),
    ),
    (
        "phone",
        say("Sending", "Si dura más de un día"),
        say("Sending", "Avisa a tu oficina. No borres nada."),
    ),
)
CLOCK: Advice = (
    (
        "clock",
        say("Sending", "Pon la hora y la fecha"),
        say("Sending", "En los ajustes del equipo, con hora automática si puedes."),
    ),
    (
        "check-circle",
        say("Sending", "Los registros se envían igual"),
        say("Sending", "La sede anota su propia hora junto a la tuya."),
    ),
)
USED_UP: Advice = (
    (
        "floppy-disk",
        say("Sending", "Sigue registrando"),
        say("Sending", "Cada registro queda guardado y cifrado en este equipo."),
    ),
    (
        "wifi-high",
        say("Sending", "Con wifi sale solo"),
        say("Sending", "También mañana, cuando el día empieza de cero."),
    ),
    (
        "gear-six",
        say("Sending", "El tope se cambia en Ajustes"),
        say("Sending", "Arriba a la derecha, en tus iniciales."),
    ),
)
HEADINGS: dict[Line, tuple[str, Words, Advice]] = {
    Line.OFFLINE: ("wifi-slash", say("Sending", "Sin señal: qué puedes hacer"), OFFLINE),
    Line.PAUSED: ("pause", say("Sending", "En pausa: qué puedes hacer"), PAUSED),
    Line.TROUBLE: ("warning", say("Sending", "La sede no responde bien"), TROUBLE),
    Line.CLOCK: ("clock", say("Sending", "Revisa la hora del equipo"), CLOCK),
    Line.USED_UP: ("pause", say("Sending", "Datos de hoy: qué puedes hacer"), USED_UP),
}
MOST_LINES = 3


class AdvicePanel(Card):
    """Advice for the state of the line above, this session's sending below, two true facts at the foot."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("plain", margins=(18, 16, 18, 16), gap=0)
        self._today = today
        self._counts: Counts | None = None
        self._mark = IconMark("wifi-slash", "primary", 20)
        self._title = Label("", "card")
        self._advice = QWidget()
        self._lines = [EventLine() for _ in range(MOST_LINES)]
        self._happenings = Happenings(today)
        self._nothing = Label(NOTHING_YET, "second").wrapped()
        self._attention = AttentionCard()
        self.correct_asked = self._attention.asked
        self._data = Label("", "value")
        self._last = Label("", "value")
        self._clock = Label("", "value")
        self._set_out()

    def _set_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        advice = QVBoxLayout(self._advice)
        advice.setContentsMargins(0, 0, 0, 16)
        advice.setSpacing(12)
        advice.addLayout(head)
        for line in self._lines:
            advice.addWidget(line)
        self.column.addWidget(self._advice)
        self.column.addWidget(Label(WHAT_HAPPENED, "card"))
        self.column.addSpacing(10)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._happenings)
        self.column.addWidget(self._attention)
        self.column.addStretch(1)
        self.column.addWidget(Divider())
        self.column.addSpacing(10)
        for words, value in ((DATA, self._data), (LAST_RECEIPT, self._last), (CLOCK_HERE, self._clock)):
            row = QHBoxLayout()
            row.addWidget(Label(words, "second"))
            row.addStretch(1)
            row.addWidget(value)
            self.column.addLayout(row)
            self.column.addSpacing(4)
        self._advice.hide()

    def show_line(self, state: LineState) -> None:
        """What to do in this state; nothing where all goes well."""
        heading = HEADINGS.get(state.line)
        self._advice.setVisible(heading is not None)
        if heading is None:
            return
        icon, title, advice = heading
        self._mark.show_icon(icon)
        self._title.say(title)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(advice))
            if at < len(advice):
                mark, words, more = advice[at]
                line.show_line(mark, "primary", words, more)

    def add(self, happening: Happening) -> None:
        """One more thing happened."""
        self._nothing.hide()
        self._happenings.add(happening)

    def happenings(self) -> tuple[Happening, ...]:
        return self._happenings.kept()

    def show_counts(self, counts: Counts) -> None:
        last = counts.last_receipt_at
        self._last.say(spoken_moment(local(last), self._today()) if last is not None else NO_RECEIPT)

    def show_attention(self, row: DeliveryRow | None, reason: Words) -> None:
        """The latest registration that headquarters holds apart, and why; None where there is none."""
        self._attention.show_row(row, reason)
        self._nothing.setVisible(row is None and not self.happenings())

    def correct(self) -> None:
        """Open the one that is held apart, as its button does."""
        self._attention.ask()

    def show_use(self, use: LineUse) -> None:
        """What the line has cost today, and how the clock stands."""
        spent = use.spent / MEGABYTE
        whole = DATA_SPENT.fill(a=spent) if use.most is None else DATA_OF.fill(a=spent, b=use.most // MEGABYTE)
        self._data.say(whole)
        if use.clock_offset is None:
            self._clock.say(CLOCK_UNKNOWN)
            self._clock.set_tone("")
            return
        off = abs(use.clock_offset)
        is_right = off < CLOCK_OFF_MS
        self._clock.say(CLOCK_RIGHT.fill(n=-(-off // 1000)) if is_right else CLOCK_OFF)
        self._clock.set_tone("ok" if is_right else "bad")
