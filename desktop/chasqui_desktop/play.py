"""Plays a script of steps in the real window: the show's tour, and the proof of a built program.

A script is a JSON list of steps, each an object with one verb::

    {"enrol": {"address": "http://127.0.0.1:8000", "code": "…", "phrase": "…"}}
    {"unlock": "four words of a phrase"}
    {"renew": {"answer": "…", "phrase": "…"}}      or ``present`` for ``answer``
    {"register": {"<field>": "<what is typed there>", …}}      fields by their names on the desk
    {"answer": {…}}   {"save": true}      the two halves of it
    {"act": "line down"}                  what whoever plays the script offers
    {"stay": true}                        the window is the person's from here on
    {"press": "F5"}   {"type": "text"}   {"shoot": "file.png"}
    {"scan": "text"}      what a scanner types: no key of the promoter's
    {"await": "sent" | "waiting" | "draft" | "desk" | "first key" | "phrase" | "offline" | "online"}
    {"read": "words"}     wait until they can be read on the screen
    {"hold": "word"}      say it on standard output, go on when a line comes on standard input
    {"quit": true}

What happens is told on standard output, one JSON object a line. A step that does not come about
within ``PATIENCE`` seconds ends the program with code 3 and says which.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from chasqui_desktop.typist import Typist

PATIENCE = 60
"""Seconds one condition may take; generous, for a machine that does other things too."""
DOORS = frozenset({"enrol", "unlock", "phrase", "key"})
"""Places before and between the rooms."""
_TICK_MS = 2
_TURNS_TO_REST = 12

Condition = Callable[[], bool]
Play = Iterator[Condition]
Steps = list[dict[str, Any]]


class Stage(Protocol):
    """What the player can see of the running program, and no more than a person in front of it could."""

    @property
    def window(self) -> QWidget:
        """The top-level window."""

    @property
    def place(self) -> str:
        """Which screen is shown: ``enrol``, ``unlock``, ``phrase``, ``key``, or a room by its name."""

    @property
    def saved(self) -> int:
        """How many registrations this session has said "Guardado" about."""

    @property
    def last_code(self) -> str:
        """The code that was last said to be saved."""

    @property
    def waiting(self) -> int:
        """How many registrations wait for a receipt, as the top bar says; -1 before it says so."""

    @property
    def is_offline(self) -> bool:
        """Whether the top bar says there is no line."""

    @property
    def has_registration_begun(self) -> bool:
        """Whether a registration is on the desk, typed or brought back."""

    @property
    def is_draft_kept(self) -> bool:
        """Whether everything typed so far is in the draft."""

    def field_in_focus(self) -> str:
        """Give the name of the field that has the focus, empty where none has."""

    def can_be_read(self, words: str) -> bool:
        """Tell whether some part of the window that is shown says these words."""


class Player(QObject):
    """Plays one script, a little at each turn of the event loop."""

    def __init__(
        self,
        stage: Stage,
        steps: Steps,
        tell: Callable[[dict[str, object]], None],
        acts: Mapping[str, Callable[[], None]],
        heard: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """``tell`` says what happens; ``heard`` is true once after each word from outside."""
        super().__init__(parent)
        self._stage = stage
        self._tell = tell
        self._acts = acts
        self._heard = heard
        self._typist = Typist(stage.window)
        self._fields: list[str] = []
        self._keys_before = 0
        self._play = self._all(steps)
        self._condition: Condition = _at_once
        self._step: dict[str, Any] = {}
        self._waited = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin; the program ends with the script's last step."""
        self._waited.start()
        self._timer.start(_TICK_MS)

    @Slot()
    def _turn(self) -> None:
        if not self._condition():
            if self._waited.elapsed() > PATIENCE * 1000:
                self._end(3, stuck=self._step, place=self._stage.place, field=self._stage.field_in_focus())
            return
        self._waited.restart()
        try:
            self._condition = next(self._play)
        except StopIteration:
            self._end(0)

    def _end(self, code: int, **said: object) -> None:
        # said once: an exit outside app.exec() keeps every later event loop of the process from running
        self._timer.stop()
        self._tell({"event": "end", "code": code, **said})
        QApplication.exit(code)

    def _all(self, steps: Steps) -> Play:
        for number, step in enumerate(steps):
            self._step = step
            verb, value = next(iter(step.items()))
            self._tell({"event": "step", "number": number, "verb": verb})
            yield from getattr(self, f"_do_{verb}")(value)

    def _do_enrol(self, wish: dict[str, str]) -> Play:
        yield lambda: self._stage.place == "enrol"
        for name in ("address", "code", "same words", "phrase", "phrase_again"):
            yield lambda name=name: self._stage.field_in_focus() == name  # type: ignore[misc]  # a bound default
            if name != "same words":
                self._typist.type(wish["phrase" if name == "phrase_again" else name])
            self._typist.press("Enter")
        yield lambda: self._stage.field_in_focus() == "ready"
        self._typist.press("Enter")
        yield lambda: self._stage.place not in DOORS

    def _do_unlock(self, phrase: str) -> Play:
        yield from self._do_await("phrase")
        self._typist.type(phrase)
        self._typist.press("Enter")
        yield lambda: self._stage.place not in DOORS

    def _do_renew(self, wish: dict[str, str]) -> Play:
        """Show who one is by the present phrase or the office's answer, and choose another phrase."""
        for name in ("answer" if "answer" in wish else "present", "phrase", "phrase_again"):
            yield lambda name=name: self._stage.place == "phrase" and self._stage.field_in_focus() == name  # type: ignore[misc]  # a bound default
            self._typist.type(wish["phrase" if name == "phrase_again" else name])
            self._typist.press("Enter")

    def _do_register(self, answers: dict[str, str]) -> Play:
        yield from self._do_answer(answers)
        yield from self._do_save(True)

    def _do_answer(self, answers: dict[str, str]) -> Play:
        """Answer the fields as they come to the focus."""
        yield lambda: self._stage.place == "desk" and self._stage.field_in_focus() != ""
        if not self._stage.has_registration_begun:
            self._fields, self._keys_before = [], self._typist.keys
        left = dict(answers)
        while left:
            field = self._stage.field_in_focus()
            self._fields.append(field)
            if field == "save":
                # past the last field: the desk never asked for the rest
                yield from self._never_asked(left)
            if field in left:
                text = left.pop(field)
                yield from self._do_type(text)
                # the last answer of a run is left only where Enter takes a proposal
                if not left and len(text) == 1:
                    break
            if self._stage.field_in_focus() == field:
                self._typist.press("Enter")
            yield lambda field=field: self._stage.field_in_focus() not in {field, ""}  # type: ignore[misc]  # a bound default

    def _do_save(self, _: object) -> Play:
        """Save, once everything typed is in the draft; tell the keys it took and the fields they went through."""
        yield lambda: self._stage.is_draft_kept
        before = self._stage.saved
        self._fields.append(self._stage.field_in_focus())
        self._tell({"event": "saving"})
        self._typist.press("Ctrl Enter")
        yield lambda: self._stage.saved == before + 1
        keys = self._typist.keys - self._keys_before
        self._tell({"event": "saved", "code": self._stage.last_code, "keys": keys, "fields": self._fields})

    def _never_asked(self, left: dict[str, str]) -> Play:
        self._end(3, never_asked=sorted(left))
        yield lambda: False

    def _do_finish_restored(self, _: object) -> Play:
        """Save what a crash left on the desk; nothing where it had been saved before."""
        yield lambda: self._stage.place == "desk" and self._stage.waiting >= 0
        # the draft is read after the counts were shown: let it come
        for _turn in range(50):
            yield _at_once
        restored = self._stage.has_registration_begun
        self._tell({"event": "restored", "draft": restored})
        if restored:
            before = self._stage.saved
            self._typist.press("Ctrl Enter")
            yield lambda: self._stage.saved == before + 1

    def _do_press(self, key: str) -> Play:
        self._typist.press(key)
        yield _at_once

    def _do_type(self, text: str) -> Play:
        """Type letter by letter, as a hand does: between two of them the window lives."""
        for letter in text:
            self._typist.type(letter)
            yield _at_once

    def _do_scan(self, text: str) -> Play:
        keys = self._typist.keys
        self._typist.type(text)
        self._typist.keys = keys
        yield _at_once

    def _do_await(self, what: str) -> Play:
        stage = self._stage
        conditions: dict[str, Condition] = {
            "sent": lambda: stage.waiting == 0,
            "waiting": lambda: stage.waiting > 0,
            "draft": lambda: stage.is_draft_kept,
            "desk": lambda: stage.place == "desk",
            "free desk": lambda: stage.place == "desk" and not stage.has_registration_begun,
            "first key": lambda: stage.place == "desk" and stage.field_in_focus() != "",
            "phrase": lambda: stage.place == "unlock" and stage.field_in_focus() == "phrase",
            "offline": lambda: stage.is_offline,
            "online": lambda: not stage.is_offline,
        }
        yield conditions[what]
        self._tell({"event": what})

    def _do_shoot(self, file: str) -> Play:
        # some turns, so that what was asked of the store is painted, and what a new theme moved has come to rest
        for _turn in range(_TURNS_TO_REST):
            yield _at_once
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        self._stage.window.grab().save(file)

    def _do_read(self, words: str) -> Play:
        yield lambda: self._stage.can_be_read(words)
        self._tell({"event": "read", "words": words})

    def _do_hold(self, word: str) -> Play:
        self._tell({"event": "hold", "word": word})
        yield self._heard

    def _do_act(self, name: str) -> Play:
        self._acts[name]()
        yield _at_once

    def _do_stay(self, _: object) -> Play:
        self._timer.stop()
        yield _at_once

    def _do_quit(self, _: object) -> Play:
        self._end(0)
        yield _at_once


def tell_on_stdout(event: dict[str, object]) -> None:
    """Write one event as a line of JSON."""
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


class Prompter:
    """Hears words from standard input, on a thread of its own so that nobody waits for them."""

    def __init__(self) -> None:
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def heard(self) -> bool:
        """Tell whether a word has come since last asked."""
        try:
            self._lines.get_nowait()
        except queue.Empty:
            return False
        return True

    def _listen(self) -> None:
        for line in sys.stdin:
            self._lines.put(line)


def _at_once() -> bool:
    return True
