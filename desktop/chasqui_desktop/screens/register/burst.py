"""A scanner that types: its burst of keys is told from a person by speed, and reaches no field.

The keys of a run are held until the next one says what it is: a person's second key comes later than `GAP_MS`, so
what she types is shown that much later, which no eye sees. Nothing has to be put back, because nothing went in.
Speed is read from the keys' own timestamps, never from when we came to look at them: a laptop that stood still for a
second gets a second of typing at once. A timestamp of 0 (keys sent by a program, the demonstration's and tests')
says nothing, nor do keys that all carry the same one: these are typed as they come.

A burst that is no code is typed where the focus was, Enter included. What it cannot tell: a scanner with pauses over
`GAP_MS` in its first keys, or one so quick that a coarse clock (Windows: 16 ms) stamps all of them alike. Then a zone
is still understood in the text fields of the person's card by what was typed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

GAP_MS = 35
"""Between two keys of a scanner. A person who types 12 keys a second needs 83."""
LEAST = 8
"""Characters before a run counts as a burst: the shortest number on a document. A person rolls two keys, or three."""
SILENCE_MS = 60
"""What ends a burst that no Enter ended. Radio scanners stumble once they are under way."""
GOODS = 12
"""Figures that are on no document and in no answer: bars of something for sale."""

SEPARATORS = "\x1c\x1d\x1e\x1f"
"""Ctrl and a bracket, by which a scanner types what stands between two fields."""
ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
SILENT = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr, Qt.Key.Key_Control, Qt.Key.Key_Alt})
"""Held for a letter, and no answer by themselves."""
LEAVING = frozenset({QEvent.Type.FocusOut, QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress})
"""Before any of these, what is held goes in: it was typed earlier."""


class Burst(QObject):
    """Watches whatever has the focus in ``desk``; ``is_code`` tells whether a burst is one of ours to read."""

    heard = Signal(str)
    """A code, without the Enter that ended it. No field has seen it; the focus is where it was."""

    def __init__(self, desk: QWidget, is_code: Callable[[str], bool], least: int = LEAST) -> None:
        """``least``: characters before a run counts as a burst."""
        super().__init__(desk)
        self._desk, self._is_code, self._least = desk, is_code, least
        self._watched: QWidget | None = None
        self._held: list[QEvent] = []
        self._text = ""
        self._first = self._last = self._heard_at = 0
        self._giving = self._was_quiet = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setTimerType(Qt.TimerType.PreciseTimer)
        self._quiet.timeout.connect(self._fall_quiet)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new if new is not None and self._desk.isAncestorOf(new) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._giving:
            return False
        kind = event.type()
        if kind in LEAVING:
            self._end(watched)
        if not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.ShortcutOverride and _is_command(event):
            # before a shortcut acts, what was typed before it is in its field
            self._end()
        if kind == QEvent.Type.KeyRelease and self._held:
            self._held.append(event.clone())
            return True
        return kind == QEvent.Type.KeyPress and self._press(watched, event)

    # ---------------------------------------------------------------- keys
    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        """Tell whether the key is taken from the field, to be held or because it ends a code."""
        if event.key() in SILENT:
            return False
        if _is_typing(event) and event.timestamp():
            self._hold(event)
            return True
        if _is_end(event) and self._is_scanners_end(event):
            return True
        self._end()
        focus = QApplication.focusWidget()
        if focus is None or focus is watched:
            return False
        # what was held led on to the next field
        self._give([event.clone()])
        return True

    def _hold(self, event: QKeyEvent) -> None:
        if self._held and not self._goes_on(event, SILENCE_MS if self._is_burst() else GAP_MS):
            self._end()
        if not self._held:
            self._first = event.timestamp()
        self._held.append(event.clone())
        self._text += event.text()
        self._last = event.timestamp()
        self._was_quiet = False
        self._quiet.start(SILENCE_MS if self._is_burst() else GAP_MS)

    def _goes_on(self, event: QKeyEvent, within: int) -> bool:
        return 0 <= event.timestamp() - self._last <= within

    def _is_burst(self) -> bool:
        return len(self._text) >= self._least and self._last > self._first

    def _is_scanners_end(self, event: QKeyEvent) -> bool:
        """Tell whether this Enter is a scanner's; a second one after it (CR LF) is, too."""
        if not event.timestamp() or not self._goes_on(event, SILENCE_MS):
            return False
        is_scanners = self._is_burst() and self._end() if self._held else self._heard_at == self._last
        if is_scanners:
            self._last = self._heard_at = event.timestamp()
        return is_scanners

    # ---------------------------------------------------------------- the end of a run
    def _fall_quiet(self) -> None:
        # one turn of the loop more: keys that wait to be told of are older than this silence
        if self._was_quiet:
            self._end()
        else:
            self._was_quiet = True
            self._quiet.start(0)

    def _end(self, target: QObject | None = None) -> bool:
        """Hand on what is held, to ``target`` or where the focus is; true where it was a code."""
        if not self._held:
            return False
        self._quiet.stop()
        held, text, is_burst = self._held, self._text, self._is_burst()
        self._held, self._text = [], ""
        if is_burst and (self._is_code(text) or self._is_goods(text)):
            self._heard_at = self._last
            self.heard.emit(text)
            return True
        self._give(held, target)
        return False

    def _is_goods(self, text: str) -> bool:
        """Tell whether figures would press one chip after the other, and are no answer anywhere."""
        return text.isdigit() and len(text) >= GOODS and not isinstance(self._watched, QLineEdit | QPlainTextEdit)

    def _give(self, events: list[QEvent], target: QObject | None = None) -> None:
        self._giving = True
        for event in events:
            to = target or QApplication.focusWidget()
            if to is not None:
                QApplication.sendEvent(to, event)
        self._giving = False


def _is_typing(event: QKeyEvent) -> bool:
    """Tell whether a key types a character, once: no command, no key that is held down."""
    text, held = event.text(), event.modifiers()
    if event.isAutoRepeat() or not text:
        return False
    ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    # both together are AltGr on Windows
    is_command = bool(held & ctrl) != bool(held & alt) or bool(held & Qt.KeyboardModifier.MetaModifier)
    return text in SEPARATORS if is_command else text.isprintable()


def _is_command(event: QKeyEvent) -> bool:
    return not _is_typing(event) and not _is_end(event) and event.key() not in SILENT


def _is_end(event: QKeyEvent) -> bool:
    return event.key() in ENDS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
