"""Builds the whole program in one place, starts it, ends it. Imported by ``__main__`` and the show alone."""

from __future__ import annotations

import gc
import random
import secrets
import sys
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from chasqui_desktop import troubles
from chasqui_desktop.choices import Choices
from chasqui_desktop.clipboards import clear_clipboards
from chasqui_desktop.copier import second_place
from chasqui_desktop.entrance import Entrance
from chasqui_desktop.leaving import Leaving
from chasqui_desktop.line_state import Line
from chasqui_desktop.mobile_day import MobileDay
from chasqui_desktop.network import Network
from chasqui_desktop.paperwork import Paperwork
from chasqui_desktop.picture_reader import PictureReader
from chasqui_desktop.play import Player, Prompter, Steps, tell_on_stdout
from chasqui_desktop.press import Press, paper_folder
from chasqui_desktop.screens.enrol.ready_step import Carried
from chasqui_desktop.screens.enrol.screen import EnrolScreen
from chasqui_desktop.screens.frame import Frame
from chasqui_desktop.screens.new_phrase import NewPhraseScreen
from chasqui_desktop.screens.rooms import MAY_OPEN_REFERRALS
from chasqui_desktop.screens.settings_menu import Kept
from chasqui_desktop.screens.trouble_bar import TroubleBar
from chasqui_desktop.screens.unlock import UnlockScreen
from chasqui_desktop.session import Session, World
from chasqui_desktop.settings import Settings
from chasqui_desktop.tasks import Lane
from chasqui_desktop.theme import look
from chasqui_desktop.vault.lock import ProfileLock
from chasqui_desktop.widgets.cards import Banner
from chasqui_desktop.words import Language
from chasqui_desktop.workplace import Workplace
from chasqui_resources.districts import districts
from chasqui_resources.icons import program_icon_png
from chasqui_resources.phrase import phrase_words
from chasqui_resources.sectors import sectors
from chasqui_sync.ahead import take_short_turns
from chasqui_sync.core.problems import Trouble

DRAWN_FOR = (1366, 768)
"""The promoter's screen; the window is never smaller when it opens on a larger one."""


class Desktop(QObject):
    """The program: one window, its rooms, and the way in. Holds what must live as long as it runs."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._settings = settings
        self._language = Language(app)
        self.choices = Choices(settings, self._language, self)
        self.choices.restore_look()
        self.world = World(
            network=Network(self),
            mobile_day=self._mobile_day,
            store_lane=Lane("store", self.bug, self),
            line_lane=Lane("line", self.bug, self),
            copy_lane=Lane("copy", self.bug, self),
            clock=lambda: time.time_ns() // 1_000_000,
            stopwatch=time.monotonic,
            now=lambda: datetime.now().astimezone(),
            randomness=secrets.token_bytes,
            chance=random.SystemRandom().random,
        )
        with look().held():
            self._build()
        self._connect()

    def _build(self) -> None:
        self.frame = Frame(self._language, self._kept)
        self.frame.lock_after(self.choices.idle_minutes)
        self.workplace = Workplace(self.frame, self.world.now, self)
        self._paper_lane = Lane("paper", self.bug, self)
        self.press = Press(self._paper_lane, paper_folder(), time.time, self)
        self.paperwork = Paperwork(
            self.workplace, self.press, self.choices.slip_paper, self.choices.keep_slip_paper, self.world.now, self
        )
        slip = self.workplace.desk.closing.slip
        slip.show_way(self.choices.slip_way)
        slip.chosen.connect(self.choices.keep_slip_way)
        picture_lane = Lane("picture", self.bug, self)
        self._pictures = PictureReader(self.workplace.desk.scanning, picture_lane, self.bug, self)
        self.enrol = EnrolScreen(phrase_words(), secrets.choice)
        self.unlock = UnlockScreen(self.world.now)
        self.new_phrase = NewPhraseScreen(phrase_words(), secrets.choice)
        self.entrance = Entrance(self._settings, self.enrol, self.unlock, self.new_phrase, self.world, self)
        self._trouble_bar = TroubleBar(self.frame)
        self.leaving = Leaving(self.world.clock, self.world.stopwatch, self.frame.winId, self)

    def _connect(self) -> None:
        self.entrance.opened.connect(self._open)
        self.entrance.enrolled.connect(self._first_open)
        self.entrance.failed.connect(self.bug)
        self.workplace.failed.connect(self.bug)
        self.workplace.wiped.connect(self._wiped)
        self.paperwork.failed.connect(self.bug)
        self.enrol.start_asked.connect(self._start_work)
        self.enrol.left.connect(self.ask_who)
        # the key takes a second to make: time to do what nobody has to wait for afterwards
        self.unlock.unlock_asked.connect(self.workplace.desk.warm_up, Qt.ConnectionType.SingleShotConnection)
        self.unlock.other_asked.connect(self._enrol_another)
        self.frame.lock_asked.connect(self.lock)
        self.leaving.left.connect(self.lock)
        self._trouble_bar.copy_asked.connect(lambda report: QGuiApplication.clipboard().setText(report))
        self.entrance.renewal.begun.connect(lambda: self.frame.cover(self.new_phrase))
        self.new_phrase.left.connect(self._leave_new_phrase)
        self.workplace.key_screen.left.connect(self.frame.uncover)
        self.workplace.key_screen.done.connect(self._show_referrals)
        for door in (self.enrol, self.unlock, self.new_phrase, self.workplace.key_screen):
            door.language_asked.connect(self._language.use)
            door.theme_asked.connect(look().turn)
        self._language.changed.connect(self.choices.keep_look)
        look().changed.connect(self.choices.keep_look)
        self.choices.copy_moved.connect(self._copy_to)
        self.choices.line_changed.connect(self._send_with_other_limit)
        self.choices.idle_changed.connect(self.frame.lock_after)

    # ---------------------------------------------------------------- coming and going
    def start(self) -> None:
        """Show the window with whatever comes first on this laptop."""
        self.frame.resize(*DRAWN_FOR)
        if self.entrance.is_new:
            self.enrol.begin()
            self.frame.cover(self.enrol)
        else:
            self.ask_who()
        self.frame.show()

    def ask_who(self) -> None:
        """Show who can work here."""
        self.entrance.ask_who()
        self.frame.cover(self.unlock)
        self.unlock.phrase_field().setFocus()

    def lock(self) -> None:
        """Let the key go and cover everything; what was typed stays."""
        session = self.workplace.session
        if session is None:
            return
        user = session.user
        self.entrance.renewal.stop()
        self.workplace.end(self.leaving.let_go)
        clear_clipboards()
        self.entrance.ask_again(user, self.workplace.counts)
        self.frame.cover(self.unlock)
        self.unlock.phrase_field().setFocus()

    def _wiped(self, is_gone: bool) -> None:
        self.leaving.let_go()
        self.workplace.clear()
        clear_clipboards()
        if self.entrance.is_new:
            self.enrol.begin()
            self.frame.cover(self.enrol)
        else:
            self.ask_who()
        if is_gone:
            self.entrance.tell_wiped()

    def end(self) -> None:
        """Finish what is under way and close the register."""
        self._pictures.close()
        session = self.workplace.session
        if session is not None:
            self.workplace.settle()
            session.end()
        else:
            self.world.line_lane.close()
            self.world.copy_lane.close()
            self.world.store_lane.close()
        self._paper_lane.close()

    def _open(self, session: Session) -> None:
        self.leaving.hold()
        self.press.forget()
        self.workplace.begin(session)
        self._start_work()

    def _first_open(self, session: Session) -> None:
        """First use: the last step counts what headquarters sends while the first round runs."""
        self.leaving.hold()
        session.book_changed.connect(lambda: self._count_carried(session, fetching=False))
        self._count_carried(session, fetching=True)
        self.workplace.begin(session)

    def _count_carried(self, session: Session, *, fetching: bool) -> None:
        if self.enrol.isVisible():
            session.ask(
                lambda book: book.reference(),
                lambda reference: self.enrol.made(
                    Carried(len(reference.editions), len(reference.points), len(districts()), len(sectors())),
                    fetching=fetching and not reference.editions,
                ),
            )

    def _start_work(self) -> None:
        self.frame.uncover()
        self.frame.go(self.frame.start())

    def _leave_new_phrase(self) -> None:
        if self.workplace.session is None:
            self.ask_who()
        else:
            self.frame.uncover()

    def _change_phrase(self) -> None:
        if self.workplace.session is not None:
            self.entrance.renewal.change(self.entrance.card(self.workplace.session.user))

    def _bring_key(self) -> None:
        self.workplace.referral_work.begin_key()
        self.frame.cover(self.workplace.key_screen)

    def _show_referrals(self) -> None:
        self.frame.uncover()
        self.frame.go("referrals")

    def _enrol_another(self) -> None:
        self.enrol.begin(can_leave=True)
        self.frame.cover(self.enrol)

    # ---------------------------------------------------------------- options and bugs
    def _mobile_day(self, kept: str | None) -> MobileDay:
        network = self.world.network
        return MobileDay(
            kept, lambda: self.choices.most_bytes, lambda: network.is_metered, lambda: self.world.now().date()
        )

    def _kept(self) -> Kept:
        session = self.workplace.session
        may_refer = session is not None and session.role in MAY_OPEN_REFERRALS
        return self.choices.kept(self._change_phrase, self._bring_key if may_refer else None)

    def _copy_to(self, root: str | None) -> None:
        if self.workplace.session is not None:
            self.workplace.session.copier.use(second_place(self._settings.profile, root))

    def _send_with_other_limit(self) -> None:
        if self.workplace.session is not None:
            self.workplace.session.courier.came_back()

    def bug(self, error: BaseException) -> None:
        """Say that we failed, keep the report, go on."""
        report = troubles.report(error, self.world.now())
        troubles.keep(report, self._settings.profile)
        self._trouble_bar.tell(troubles.spoken(error), report)


class WindowStage:
    """What a player sees of the program: see ``play.Stage``."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    @property
    def window(self) -> QWidget:
        return self._desktop.frame

    @property
    def place(self) -> str:
        desktop = self._desktop
        doors = {
            "enrol": desktop.enrol,
            "unlock": desktop.unlock,
            "phrase": desktop.new_phrase,
            "key": desktop.workplace.key_screen,
        }
        for name, door in doors.items():
            if door.isVisible():
                return name
        return self._desktop.frame.here()

    @property
    def saved(self) -> int:
        return self._desktop.workplace.saved

    @property
    def last_code(self) -> str:
        return self._desktop.workplace.last_code

    @property
    def waiting(self) -> int:
        counts = self._desktop.workplace.counts
        return -1 if counts is None else counts.laptop

    @property
    def is_offline(self) -> bool:
        session = self._desktop.workplace.session
        return session is None or session.courier.state.line in {Line.OFFLINE, Line.TROUBLE}

    @property
    def is_draft_kept(self) -> bool:
        return self._desktop.workplace.desk.is_draft_kept

    @property
    def has_registration_begun(self) -> bool:
        return not self._desktop.workplace.desk.form.is_empty

    def field_in_focus(self) -> str:
        if self.place == "desk":
            return self._desktop.workplace.desk.field_in_focus()
        focus = QApplication.focusWidget()
        return "" if focus is None else focus.objectName()

    def can_be_read(self, words: str) -> bool:
        shown = (part for part in self._desktop.frame.findChildren(QWidget) if part.isVisible())
        # labels say it as their text, painted parts as their accessible name
        return any(words in (part.text() if isinstance(part, QLabel) else part.accessibleName()) for part in shown)


def run(
    profile: Path,
    steps: Steps | None = None,
    tell: Callable[[dict[str, object]], None] = tell_on_stdout,
    acts: Mapping[str, Callable[[], None]] | None = None,
    beside: Callable[[], QWidget] | None = None,
) -> int:
    """Open the window on a profile and stay until it is closed; give the exit code.

    ``steps`` are played (see ``play``), ``acts`` are what a step may do outside the window, and
    ``beside`` makes a second window that stands beside it, as the show's switch does.
    """
    take_short_turns()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Chasqui")
    icon = QPixmap()
    icon.loadFromData(program_icon_png())
    app.setWindowIcon(QIcon(icon))
    try:
        lock = ProfileLock(profile)
    except Trouble as trouble:
        return refuse(app, trouble)
    with lock:
        desktop = Desktop(app, Settings(profile))
        sys.excepthook = _hook(desktop)
        desktop.start()
        # what lives as long as the program is never looked through for rubbish again: each time was a stall
        gc.freeze()
        gc.enable()
        second = beside() if beside is not None else None
        if second is not None:
            second.show()
        if steps is not None:
            Player(WindowStage(desktop), steps, tell, acts or {}, Prompter().heard, desktop).start()
        code = app.exec()
        desktop.end()
    return code


def refuse(app: QApplication, trouble: Trouble) -> int:
    """Say in a window of its own why the program cannot start, and end when it is closed."""
    notice = Banner("warn")
    notice.setWindowTitle("Chasqui")
    notice.show_state("warn", "warning-fill", troubles.spoken(trouble))
    sys.stderr.write(f"{trouble}\n")
    notice.show()
    app.exec()
    return 2


def _hook(desktop: Desktop) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        desktop.bug(error)

    return told
