"""The window: rail, top bar and the room in front; what covers it when it is locked or private."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from chasqui_desktop.book import Counts
from chasqui_desktop.line_state import LineState
from chasqui_desktop.screens.help import HelpPanel
from chasqui_desktop.screens.notice_strip import NoticeStrip
from chasqui_desktop.screens.privacy import PrivacyScreen
from chasqui_desktop.screens.rooms import EVERYBODY, PROMOTER, STARTS, Room
from chasqui_desktop.screens.settings_menu import Kept, settings_menu
from chasqui_desktop.screens.window_keys import Chord, WindowKeys, chord
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.dressed import Dressed
from chasqui_desktop.widgets.focus_ring import FocusRing
from chasqui_desktop.widgets.rail import NavRail
from chasqui_desktop.widgets.relay import Relay
from chasqui_desktop.widgets.top_bar import TopBar
from chasqui_desktop.words import Language, Words, language, say

HELP = say("Frame", "Ayuda")
LOCK = say("Frame", "Bloquear")
IDLE_MINUTES = 5
LONGEST_IDLE = 15
MINUTE_MS = 60_000
FOLDED = 1280
NARROW = 1000
LOW = 740
"""Effective sizes (UX, accessibility): window divided by the text size."""

TWINS: dict[str, tuple[Chord, ...]] = {
    "desk": (chord(Qt.Key.Key_F2), chord(Qt.Key.Key_N, "ctrl"), chord(Qt.Key.Key_1, "alt")),
    "people": (chord(Qt.Key.Key_F3), chord(Qt.Key.Key_F, "ctrl"), chord(Qt.Key.Key_2, "alt")),
    "dashboard": (chord(Qt.Key.Key_F7), chord(Qt.Key.Key_5, "alt")),
    "sending": (chord(Qt.Key.Key_F5), chord(Qt.Key.Key_4, "alt")),
    "review": (chord(Qt.Key.Key_F10), chord(Qt.Key.Key_6, "alt")),
    "referrals": (chord(Qt.Key.Key_8, "alt"),),
}


class Layers(QStackedWidget):
    """Pages that never push the window wider: the window's size is the person's, and pages fit themselves to it."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class Frame(Dressed, QMainWindow):
    """Holds the rooms and the covers; knows no store and no line, only what it is shown."""

    lock_asked = Signal()
    """By key, by minutes without a sign of life, or by two minutes of the privacy screen."""

    def __init__(self, words: Language, kept: Callable[[], Kept]) -> None:
        """``kept`` is asked each time the settings open: drives come and go."""
        super().__init__()
        self._language = words
        self._kept = kept
        self._rooms: dict[str, Room] = {}
        self._titles: dict[str, tuple[Words, Words]] = {}
        """What stands in the top bar instead of a room's own title, by its name."""
        self._here = ""
        self._role = PROMOTER
        self._shut: set[str] = {"referrals"}
        self._folded = False
        self._is_fitting = False
        self._focus: QWidget | None = None
        self._rail = NavRail()
        self._bar = TopBar()
        self.notices = NoticeStrip()
        self._stack = Layers()
        self._privacy = PrivacyScreen()
        self._body = QWidget()
        self._help = HelpPanel(self._body)
        self._covers = Layers()
        self._set_out()
        self._connect()
        self._ring = FocusRing(self)
        self._keys = WindowKeys(self)
        self._bind_keys()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self.lock_after(IDLE_MINUTES)
        self._idle.timeout.connect(self._lock)
        self._keys.alive.connect(self._idle.start)
        self.setWindowTitle("Chasqui")
        self.put_on()

    def _set_out(self) -> None:
        self._rail.add("help", "question", HELP, "F1", foot=True)
        self._rail.add("lock", "lock-simple", LOCK, "F12", foot=True)
        self._help.hide()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._bar)
        right.addWidget(self.notices)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        self._covers.addWidget(self._body)
        self._covers.addWidget(self._privacy)
        self.setCentralWidget(self._covers)

    def _connect(self) -> None:
        self._rail.asked.connect(self._entry)
        self._bar.language_asked.connect(self._language.use)
        self._bar.theme_asked.connect(look().turn)
        self._bar.privacy_asked.connect(self.turn_privacy)
        self._bar.settings_asked.connect(self._open_settings)
        self._bar.relay_asked.connect(lambda: self.go("sending"))
        self._help.close_asked.connect(self.turn_help)
        self._privacy.back_asked.connect(self.turn_privacy)
        self._privacy.too_long.connect(self._lock)

    def _bind_keys(self) -> None:
        keys, key = self._keys, Qt.Key
        for name, chords in TWINS.items():
            keys.bind(partial(self._key_of, name), *chords)
        keys.bind(self._paper_key, chord(key.Key_F8), chord(key.Key_P, "ctrl"))
        keys.bind(self._help_key, chord(key.Key_F1), chord(key.Key_Question, "ctrl"))
        keys.bind(self._privacy_key, chord(key.Key_F9), chord(key.Key_H, "ctrl"))
        keys.bind(self._lock, chord(key.Key_F12), chord(key.Key_L, "ctrl"))
        keys.bind(self._turn_full_screen, chord(key.Key_F11))
        keys.bind(lambda: look().turn(), chord(key.Key_T, "ctrl"))
        keys.bind(self._language.turn, chord(key.Key_E, "ctrl", "shift"))
        keys.bind(lambda: look().step_scale(1), chord(key.Key_Plus, "ctrl"), chord(key.Key_Equal, "ctrl"))
        keys.bind(lambda: look().step_scale(-1), chord(key.Key_Minus, "ctrl"), chord(key.Key_Underscore, "ctrl"))

    def add(self, room: Room) -> None:
        """Give the window a room; the first one is in front."""
        self._rooms[room.name] = room
        self._stack.addWidget(room.screen)
        self._rail.add(room.name, room.icon, room.words, room.key)
        self._rail.show_entry(room.name, is_there=self.has(room.name))
        if room.titled is not None:
            room.titled.connect(partial(self._say_title, room.name))
        if not self._here:
            self._show(room)

    def show_role(self, role: str) -> None:
        """Whose rooms there are: entries of others are absent, and no key leads there. An unknown role registers."""
        self._role = role if role in EVERYBODY else PROMOTER
        self._show_entries()
        if not self.has(self._here):
            self._show(self._rooms[self.start()])

    def open_room(self, name: str, *, is_open: bool) -> None:
        """Let a room be there, or not, whatever the role."""
        (self._shut.discard if is_open else self._shut.add)(name)
        self._show_entries()
        if not self.has(self._here):
            self.go(self.start())

    def has(self, name: str) -> bool:
        """Whether a room is there for whoever works now."""
        room = self._rooms.get(name)
        return room is not None and self._role in room.roles and name not in self._shut

    def start(self) -> str:
        """The room to begin in."""
        return STARTS.get(self._role, "desk")

    def _show_entries(self) -> None:
        for name in self._rooms:
            self._rail.show_entry(name, is_there=self.has(name))

    def go(self, name: str) -> None:
        """Bring a room to the front; in a covered window it waits there. One that is not there stays away."""
        if not self.has(name):
            return
        room = self._rooms[name]
        leaving = self._rooms[self._here]
        self._show(room)
        if not self.is_covered():
            room.enter()
        # Last, since what is left may carry something over to the room now in front.
        if room is not leaving and leaving.leave is not None:
            leaving.leave(name)

    def here(self) -> str:
        """The room in front, also while covered."""
        return self._here

    def lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without a sign of life, never sooner than one and never later than fifteen."""
        self._idle.setInterval(max(1, min(minutes, LONGEST_IDLE)) * MINUTE_MS)

    def show_counts(self, counts: Counts) -> None:
        """Numbers of the relay strip."""
        self._bar.relay.show_relay(Relay(counts.laptop, counts.office, counts.headquarters, counts.at_risk))

    def show_line(self, state: LineState) -> None:
        """The badge of the line."""
        self._bar.line.show_line(state.line.value)

    def show_waiting(self, name: str, count: int) -> None:
        """How many things wait in a room, at its entry. Raises KeyError."""
        self._rail.entry(name).show_count(count)

    def show_user(self, initials: str) -> None:
        """Who works."""
        self._bar.user.show_initials(initials)

    def cover(self, screen: QWidget) -> None:
        """Show ``screen`` over everything; nothing beneath is painted or can take a key, and all of it stays."""
        if self._covers.indexOf(screen) < 0:
            self._covers.addWidget(screen)
        self._put_in_front(screen)

    def uncover(self) -> None:
        """Back to the room, with the focus where it was."""
        if not self.is_covered():
            return
        self._covers.setCurrentWidget(self._body)
        focus = self._focus
        self._focus = None
        if focus is not None and focus.isVisible():
            focus.setFocus()
        elif self._here:
            self._rooms[self._here].enter()

    def is_covered(self) -> bool:
        """Whether unlock, first use or privacy lie over the rooms."""
        return self._covers.currentWidget() is not self._body

    def is_private(self) -> bool:
        """Whether the privacy screen lies over the rooms."""
        return self._covers.currentWidget() is self._privacy

    def turn_privacy(self) -> None:
        """Cover the window, or give it back; never lifts another cover."""
        if self.is_private():
            self.uncover()
        elif not self.is_covered():
            self._put_in_front(self._privacy)
            # At once, before anything else is painted: somebody is looking over her shoulder.
            self.repaint()

    def turn_help(self) -> None:
        """Open or close the panel with the keys of the room in front."""
        self._help.setVisible(not self._help.isVisible())
        self._show_help()
        self._place_help()

    def _put_in_front(self, screen: QWidget) -> None:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        if not self.is_covered():
            self._focus = self.focusWidget()
        self._covers.setCurrentWidget(screen)

    def _show(self, room: Room) -> None:
        self._here = room.name
        self._stack.setCurrentWidget(room.screen)
        self._rail.show_here(room.name)
        self._show_title()
        self._show_help()

    def _show_title(self) -> None:
        room = self._rooms.get(self._here)
        if room is not None and room.slot is not None:
            self._bar.show_slot(room.slot)
        elif room is not None:
            title, second = self._titles.get(self._here, (room.title, room.second))
            self._bar.show_title(title, "" if self._folded else second)

    def _say_title(self, room: str, title: Words, second: Words) -> None:
        self._titles.pop(room, None)
        if str(title):
            self._titles[room] = (title, second)
        self._show_title()

    def _show_help(self) -> None:
        if self._here and self._help.isVisible():
            room = self._rooms[self._here]
            self._help.show_keys(room.words, room.keys)

    def _place_help(self) -> None:
        left, top = self._rail.width(), self._bar.height()
        self._help.lie_over(self.rect().adjusted(left, top, 0, 0))

    def _entry(self, name: str) -> None:
        if name == "help":
            self.turn_help()
        elif name == "lock":
            self._lock()
        else:
            self.go(name)

    def _key_of(self, name: str) -> None:
        if self.is_covered() or not self.has(name):
            return
        room = self._rooms[name]
        if self._here == name and room.again is not None:
            room.again()
        else:
            self.go(name)

    def _paper_key(self) -> None:
        room = self._rooms.get(self._here)
        if not self.is_covered() and room is not None and room.paper is not None:
            room.paper()

    def _help_key(self) -> None:
        if not self.is_covered():
            self.turn_help()

    def _privacy_key(self) -> None:
        if self._rooms:
            self.turn_privacy()

    def _lock(self) -> None:
        if not self.is_covered() or self.is_private():
            self.lock_asked.emit()

    def _turn_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _open_settings(self) -> None:
        menu = settings_menu(self._bar, self._language, self._kept())
        anchor = self._bar.user if self._bar.user.isVisible() else self._bar.more
        corner = anchor.mapToGlobal(anchor.rect().bottomRight())
        menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y() + 4))

    def retranslate(self) -> None:
        self._bar.language.set_value(language())
        self._show_help()

    def dress(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = look()
        width = self.width() * 100 // theme.scale
        self._folded = width < FOLDED
        self._bar.set_folded(self._folded)
        self._show_title()
        self._rail.set_narrow(width < NARROW)
        self._place_help()
        if self.isVisible() and not self._is_fitting:
            # Another density dresses every widget again, this window too.
            self._is_fitting = True
            theme.set_compact(self.height() * 100 // theme.scale < LOW)
            self._is_fitting = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keys.listen()
        self._idle.start()
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keys.rest()
        self._idle.stop()
        super().closeEvent(event)
