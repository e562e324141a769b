"""The line over the cards: where one is, what was just done, what is kept, what waits to be completed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from chasqui_desktop.book import Draft
from chasqui_desktop.screens.moments import local, spoken_moment
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.buttons import Button
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.labels import Badge, IconMark, Label
from chasqui_desktop.widgets.stepper import Stepper
from chasqui_desktop.widgets.toast import Toast
from chasqui_desktop.words import Words, hour, say
from chasqui_sync.core.names import listed_name

STEPS = (
    say("Register", "Aviso"),
    say("Register", "Persona"),
    say("Register", "Negocio"),
    say("Register", "Cierre"),
)
KEPT = say("Register", "Borrador guardado {time}")
RESTORED = say("Register", "Recuperamos lo que escribías a las {time}.")
CORRECTING = say("Register", "Corriges {code}")
TODAY = say("Register", "hoy")
TO_COMPLETE = say("Register", "Por completar {n}")
UNNAMED = say("Register", "Sin nombre")
WAITING = say("Register", "{name} · {moment}")


class Header(Dressed, QWidget):
    """48 px. ``draft_asked`` carries the id of a draft a person wants to take up again."""

    draft_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.stepper = Stepper(STEPS)
        self.toast = Toast()
        self._drafts: tuple[Draft, ...] = ()
        self._now: datetime | None = None
        self._note = Badge("", "warn", "clock-counter-clockwise", tall=True)
        self._waiting = Button("", "bare", "clock")
        self._kept_mark = IconMark("check-circle-fill", "ok", 17)
        self._kept = Label("", "second")
        self._count = Label("", "card")
        self._today = Label(TODAY, "second")
        self._quiet = QWidget()
        self._lay_out()
        self._waiting.clicked.connect(self._open)
        self.toast.gone.connect(self._quiet.show)
        self.show_note("")
        self.show_drafts((), None)
        self.show_kept(None)
        self.put_on()

    def _lay_out(self) -> None:
        quiet = QHBoxLayout(self._quiet)
        quiet.setContentsMargins(0, 0, 0, 0)
        quiet.setSpacing(10)
        for part in (self._note, self._waiting, self._kept_mark, self._kept):
            quiet.addWidget(part)
        policy = self.toast.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.toast.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch(1)
        self._row.addWidget(self.toast)
        self._row.addWidget(self._quiet)
        self._row.addSpacing(8)
        self._row.addWidget(self._count)
        self._row.addWidget(self._today)

    def dress(self) -> None:
        theme = look()
        self.setFixedHeight(theme.px(44 if theme.compact else 48))
        self._row.setSpacing(theme.px(6))

    # ---------------------------------------------------------------- showing
    def tell(self, *said: object, **more: object) -> None:
        """Say a result in the slot; see `Toast.tell`. What is usually there steps back meanwhile."""
        self.show()
        self._quiet.hide()
        self.toast.tell(*said, **more)  # type: ignore[arg-type]  # the toast's own arguments, passed through

    def show_kept(self, at: datetime | None) -> None:
        """Say since when everything typed is on the disk; None says nothing."""
        self._kept_mark.setVisible(at is not None)
        self._kept.say(KEPT.fill(time=f"{at.hour}:{at.minute:02}:{at.second:02}") if at is not None else "")

    def show_restored(self, at: datetime) -> None:
        """Say that a draft was taken up after a crash or a lock."""
        self.show_note(RESTORED.fill(time=hour(at)))

    def show_correcting(self, code: str) -> None:
        """Say that a saved registration is being corrected."""
        self.show_note(CORRECTING.fill(code=code))

    def show_note(self, words: Words) -> None:
        """Say something in amber until it is taken away with empty words; what was just done steps back for it."""
        if str(words):
            self.toast.dismiss()
            self._quiet.show()
        self._note.show_state(words)
        self._note.setVisible(bool(str(words)))

    def note(self) -> str:
        """What is said in amber now."""
        return self._note.text() if self._note.isVisibleTo(self) else ""

    def has_something_to_say(self) -> bool:
        """Whether more than the steps would be missed if it were hidden."""
        return bool(self.note()) or self.toast.isVisibleTo(self)

    def show_count(self, today: int) -> None:
        """How many were registered today."""
        self._count.say(DIGITS.fill(n=today))
        self._count.setAccessibleName(f"{today} {TODAY}")

    def show_drafts(self, drafts: Sequence[Draft], now: datetime | None) -> None:
        """Offer what was set aside; nothing is shown when nothing was."""
        self._drafts, self._now = tuple(drafts), now
        self._waiting.say(TO_COMPLETE.fill(n=len(self._drafts)))
        self._waiting.setVisible(bool(self._drafts))

    def menu_of_drafts(self) -> QMenu:
        """The list of what was set aside, in the language in use."""
        menu = QMenu(self)
        for draft in self._drafts:
            at = local(draft.kept_at)
            name = listed_name(draft.state) or str(UNNAMED)
            moment = spoken_moment(at, (self._now or at).date())
            action = menu.addAction(str(WAITING.fill(name=name, moment=moment)))
            action.triggered.connect(lambda _on=False, draft=draft.draft: self.draft_asked.emit(draft))
        return menu

    def _open(self) -> None:
        menu = self.menu_of_drafts()
        menu.popup(self._waiting.mapToGlobal(QPoint(0, self._waiting.height())))
        menu.aboutToHide.connect(menu.deleteLater)


DIGITS = say("Register", "{n}")
