"""Who works now, and the secret phrase that opens that person's file, with or without a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QDeadlineTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from chasqui_desktop.book import Counts
from chasqui_desktop.screens.doorway import Band, Doorway
from chasqui_desktop.screens.users import UserChoice, Users
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.cards import Banner
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.labels import IconMark, Label
from chasqui_desktop.widgets.quota import Bar
from chasqui_desktop.widgets.text_fields import PhraseField
from chasqui_desktop.words import LOCALES, Words, hour, language, say

LEAD = (say("Unlock", "Registro de campo"), say("Unlock", "Guerrero Emprendedor"))
BELOW = say("Unlock", "Cada registro llega. Con señal o sin señal.")
PROMISES = (
    ("wifi-slash", say("Unlock", "Funciona sin internet")),
    ("lock-key", say("Unlock", "Todo queda cifrado en este equipo")),
    ("paper-plane-tilt", say("Unlock", "Se envía solo cuando hay señal")),
)

TITLE = say("Unlock", "¿Quién registra ahora?")
LOCKED = say("Unlock", "Sigues donde estabas")
PHRASE = say("Unlock", "Tu frase secreta")
HINT = say("Unlock", "Cuatro palabras. Sin conexión también funciona.")
CAPS = say("Unlock", "Parece que Bloq Mayús está puesto.")
EMPTY = say("Unlock", "Escribe tu frase y pulsa Enter.")
SECONDS = say("Unlock", "Espera {n} segundos y prueba otra vez. Nada se borra.")
ONE_SECOND = say("Unlock", "Espera un segundo y prueba otra vez. Nada se borra.")
MINUTES = say("Unlock", "Espera {n} minutos y prueba otra vez. Nada se borra.")
SHOW = say("Unlock", "Ver")
HIDE = say("Unlock", "Ocultar")
FORGOT = say("Unlock", "Olvidé mi frase")
OPEN = say("Unlock", "Abrir")
OPENING = say("Unlock", "Abriendo…")
OTHER = say("Unlock", "Otra persona")
WAITING = say("Unlock", "{n} registros esperan envío en este equipo. {r} en riesgo.")
WAITING_ONE = say("Unlock", "1 registro espera envío en este equipo. {r} en riesgo.")
DATES = {"es": "dddd d 'de' MMMM", "en": "dddd d MMMM"}

OPENING_TICK_MS = 60
COUNTDOWN_TICK_MS = 200
QUIET_WAIT_S = 4
"""A wait so short that nobody has typed a phrase by then is not spoken of before Enter is pressed."""
OPENING_USUAL_S = 0.9
"""How long deriving the key usually takes (it is calibrated to that); the bar nears its end without reaching it."""


class UnlockScreen(Doorway):
    """Asks for a phrase; keeps what was typed until it opened. ``now`` gives the local, aware time."""

    unlock_asked = Signal(str, str)
    """User and phrase."""
    forgot_asked = Signal(str)
    """A user who forgot the phrase."""
    other_asked = Signal()
    """Somebody new wants to work on this laptop."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(Band(LEAD, BELOW, PROMISES), 580, parent)
        self._now = now
        self._is_opening = False
        self._waits: dict[str, QDeadlineTimer] = {}
        self._is_asked_early = False
        self._title = Label(TITLE, "welcome")
        self._date = Label("", "second")
        self._users = Users()
        self._users.chosen.connect(self._other_user)
        self._other = Button(OTHER, "bare", "user-plus")
        self._other.clicked.connect(self.other_asked)
        self._phrase = PhraseField()
        self._phrase.setObjectName("phrase")
        self._phrase.returnPressed.connect(self._ask)
        self._phrase.shown.connect(self._shown)
        self._phrase.caps.connect(self._caps)
        self._phrase.edited.connect(self._typed)
        self._field = Field(PHRASE, self._phrase)
        self._show = Button(SHOW, "bare", "eye", "Ctrl R")
        self._show.clicked.connect(self._turn_phrase)
        self._open = Button(OPEN, "primary", "lock-simple-open", "Enter", large=True)
        self._open.clicked.connect(self._ask)
        self._forgot = Button(FORGOT, "bare", "question", "Ctrl O")
        self._forgot.clicked.connect(self._ask_for_help)
        forgot = QShortcut(QKeySequence("Ctrl+O"), self)
        forgot.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        forgot.activated.connect(self._ask_for_help)
        self._bar = Bar()
        self._notice = Banner("warn")
        self._waiting_mark = IconMark("shield-check-fill", "ok", 20)
        self._waiting = Label("", "label")
        self._opened_for = 0.0
        self._tick = QTimer(self)
        self._tick.setInterval(OPENING_TICK_MS)
        self._tick.timeout.connect(self._advance)
        self._countdown = QTimer(self)
        self._countdown.setInterval(COUNTDOWN_TICK_MS)
        self._countdown.timeout.connect(self._count_down)
        self._minute = QTimer(self)
        self._minute.setInterval(10_000)
        self._minute.timeout.connect(self._say_date)
        self._set_out()
        self._field.problem("info", HINT)
        self.put_on()

    def _set_out(self) -> None:
        phrase = QHBoxLayout()
        phrase.setSpacing(10)
        phrase.addWidget(self._field, 1)
        phrase.addWidget(self._show, 0, Qt.AlignmentFlag.AlignVCenter)
        act = QHBoxLayout()
        act.setSpacing(16)
        act.addWidget(self._open)
        act.addWidget(self._bar, 1)
        act.addStretch(0)
        act.addWidget(self._forgot)
        waiting = QHBoxLayout()
        waiting.setSpacing(10)
        waiting.addWidget(self._waiting_mark)
        waiting.addWidget(self._waiting, 1)
        other = QHBoxLayout()
        other.addWidget(self._other)
        other.addStretch(1)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self.column.addWidget(self._title)
        self.column.addSpacing(6)
        self.column.addWidget(self._date)
        self.column.addSpacing(18)
        self.column.addWidget(self._users)
        self.column.addSpacing(8)
        self.column.addLayout(other)
        self.column.addSpacing(12)
        self.column.addLayout(phrase)
        self.column.addSpacing(14)
        self.column.addLayout(act)
        self.column.addSpacing(16)
        self.column.addLayout(waiting)
        self.column.addSpacing(10)
        self.column.addWidget(self._notice)
        for part in (self._bar, self._waiting_mark, self._waiting, self._notice):
            part.hide()

    def show_users(self, choices: Sequence[UserChoice], first: str | None = None) -> None:
        """The people who have a file on this laptop; ``first`` was the last to work here."""
        self._users.show_users(choices, first)

    def show_locked(self, user: str, counts: Counts | None) -> None:
        """After a lock: the same person is asked first, and sees what waits."""
        self._title.say(LOCKED)
        self._users.choose(user)
        self._phrase.clear()
        self.show_waiting(counts)

    def show_fresh(self) -> None:
        """Before anybody has worked: nobody's place is kept."""
        self._title.say(TITLE)
        self.show_waiting(None)

    def show_waiting(self, counts: Counts | None) -> None:
        """How many registrations wait here; known only once a file was open."""
        for part in (self._waiting_mark, self._waiting):
            part.setVisible(counts is not None and counts.laptop > 0)
        if counts is None:
            return
        words = WAITING_ONE if counts.laptop == 1 else WAITING.fill(n=counts.laptop)
        self._waiting.say(words.fill(r=counts.at_risk))
        self._waiting.set_tone("bad" if counts.at_risk else "")
        icon, colour = ("warning-fill", "bad") if counts.at_risk else ("shield-check-fill", "ok")
        self._waiting_mark.show_icon(icon, colour)

    def show_wait(self, user: str, seconds: float) -> None:
        """After wrong guesses at a user's file: so long until the next. Enter pressed meanwhile asks after it."""
        self._waits[user] = QDeadlineTimer(round(seconds * 1000))
        if seconds > 0:
            self._countdown.start()

    def opened(self) -> None:
        """The file is open: forget the phrase."""
        self._end_opening()
        self._phrase.clear()
        self._phrase.hide_phrase()
        self._notice.hide()
        self._field.problem("info", HINT)

    def wrong(self, sentence: Words) -> None:
        """That was not the phrase; what was typed stays, selected, so that the next key replaces it."""
        self._end_opening()
        self._field.problem("bad", sentence)
        self._phrase.setFocus()
        self._phrase.selectAll()

    def failed(self, title: Words, more: Words = "") -> None:
        """The file could not be opened for another reason: newer version, no room, damage. Nothing was touched."""
        self._end_opening()
        self._notice.show_state("warn", "warning-fill", title, more)
        self._notice.show()
        self._phrase.setFocus()

    def phrase_field(self) -> PhraseField:
        """Where the focus belongs on this screen."""
        return self._phrase

    def _ask(self) -> None:
        user = self._users.user()
        if self._is_opening or user is None:
            return
        if not self._phrase.value().strip():
            self._field.problem("warn", EMPTY)
            self._phrase.setFocus()
            return
        if self._left(user) > 0:
            self._is_asked_early = True
            self._count_down()
            return
        self._is_asked_early = False
        self._is_opening = True
        self._notice.hide()
        self._field.problem("info", HINT)
        self._open.say(OPENING)
        self._phrase.setReadOnly(True)
        self._opened_for = 0.0
        self._advance()
        self._bar.show()
        self._tick.start()
        # Spaces are easily doubled and never seen: the phrase is its words.
        self.unlock_asked.emit(user, " ".join(self._phrase.value().split()))

    def _left(self, user: str) -> int:
        """Seconds until the next guess, begun ones counted whole."""
        wait = self._waits.get(user)
        return 0 if wait is None else -(-wait.remainingTime() // 1000)

    def _count_down(self) -> None:
        user = self._users.user()
        left = self._left(user) if user is not None else 0
        if left == 0:
            self._countdown.stop()
            if self._field.problem_kind() == "bad":
                self._field.problem("info", HINT)
            if self._is_asked_early:
                self._ask()
        elif self._is_asked_early or left > QUIET_WAIT_S:
            self._field.problem("bad", _wait(left))

    def _ask_for_help(self) -> None:
        user = self._users.user()
        if user is not None and not self._is_opening:
            self.forgot_asked.emit(user)

    def _end_opening(self) -> None:
        self._is_opening = False
        self._tick.stop()
        self._bar.hide()
        self._open.say(OPEN)
        self._phrase.setReadOnly(False)

    def _advance(self) -> None:
        self._opened_for += OPENING_TICK_MS / 1000
        self._bar.show_share(self._opened_for / (self._opened_for + OPENING_USUAL_S / 3))

    def _other_user(self, user: str) -> None:
        self._is_asked_early = False
        self._field.problem("info", HINT)
        self._notice.hide()
        if self._left(user) > 0:
            self._countdown.start()

    def _typed(self, _text: str) -> None:
        self._is_asked_early = False
        user = self._users.user()
        if self._field.problem_kind() in ("bad", "warn") and (user is None or self._left(user) <= QUIET_WAIT_S):
            self._field.problem("info", HINT)

    def _caps(self, on: bool) -> None:
        self._field.problem("warn", CAPS) if on else self._field.problem("info", HINT)

    def _turn_phrase(self) -> None:
        # The button takes the focus with a click, and a phrase without focus hides itself.
        self._phrase.setFocus()
        self._phrase.show_phrase()

    def _shown(self, shown: bool) -> None:
        self._show.say(HIDE if shown else SHOW)
        self._show.set_icon("eye-slash" if shown else "eye")

    def _say_date(self) -> None:
        now = self._now()
        said = LOCALES[language()].toString(QDate(now.year, now.month, now.day), DATES[language()])
        self._date.say(f"{said[:1].upper()}{said[1:]}, {hour(now)}")

    def retranslate(self) -> None:
        super().retranslate()
        self._say_date()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_date()
        self._minute.start()
        self._phrase.setFocus()


def _wait(seconds: int) -> Words:
    if seconds == 1:
        return ONE_SECOND
    return SECONDS.fill(n=seconds) if seconds <= 90 else MINUTES.fill(n=-(-seconds // 60))
