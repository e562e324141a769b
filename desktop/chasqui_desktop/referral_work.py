"""What the room of referrals asks of the register, and the key that opens them: brought in, kept, taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from chasqui_desktop import troubles
from chasqui_desktop.book import Book
from chasqui_desktop.people_work import Ask
from chasqui_desktop.referral import OpenedReferral
from chasqui_desktop.screens.key_screen import KeyScreen
from chasqui_desktop.screens.referrals.screen import ReferralScreen
from chasqui_desktop.vault.protection import LONGEST_FILE, ProtectionKeys
from chasqui_desktop.words import Phrase
from chasqui_sync.core.problems import Problem, Trouble


class ReferralWork(QObject):
    """Connects the room and the screen of the key with whoever works now. Without a key there is no room."""

    failed = Signal(object)
    """An exception that is a bug of ours."""
    key_changed = Signal(bool)
    """Whether a key is here now."""

    def __init__(
        self, room: ReferralScreen, key_screen: KeyScreen, ask: Ask, wrote: Callable[[], None], parent: QObject
    ) -> None:
        """``wrote`` is told that something was saved."""
        super().__init__(parent)
        self._room = room
        self._key_screen = key_screen
        self._ask = ask
        self._wrote = wrote
        self._keys: ProtectionKeys | None = None
        room.list_asked.connect(self.read_again)
        room.open_asked.connect(self._open)
        room.receive_asked.connect(self._receive)
        key_screen.bring_asked.connect(self._bring)
        key_screen.remove_asked.connect(self._remove)

    def begin(self, keys: ProtectionKeys) -> None:
        """Somebody has unlocked her file: these are her keys, often none."""
        self._keys = keys
        self.key_changed.emit(bool(keys.names))

    def end(self) -> None:
        """Locked: the keys go, and nothing that was opened stays on the screen."""
        self._keys = None
        self._room.show_nobody()
        self._key_screen.forget()

    def begin_key(self) -> None:
        """The screen of the key is about to be shown."""
        self._key_screen.begin(has_key=self._keys is not None and bool(self._keys.names))

    def read_again(self) -> None:
        """The register changed, or the room came to the front."""
        keys = self._keys
        if keys is not None and keys.names:
            self._ask(lambda book: book.referrals(keys), self._room.show_list, None)

    def _open(self, record: str) -> None:
        keys = self._keys
        if keys is not None:
            self._ask(lambda book: book.referral(record, keys), self._room.show_referral, self._not_opened)

    def _receive(self, record: str) -> None:
        keys = self._keys
        if keys is None:
            return

        def receive(book: Book) -> OpenedReferral:
            book.acknowledge(record)
            return book.referral(record, keys)

        def received(opened: OpenedReferral) -> None:
            self._room.show_referral(opened)
            self._wrote()
            self.read_again()

        self._ask(receive, received, self._not_opened)

    def _not_opened(self, error: BaseException) -> None:
        self._tell(error, self._room.failed)

    # ---------------------------------------------------------------- the key
    def _bring(self, path: str, phrase: str) -> None:
        keys = self._keys
        if keys is None:
            return

        def brought(_: object) -> None:
            self._key_screen.brought()
            self.key_changed.emit(True)

        self._ask(lambda _: keys.bring(_read(Path(path)), phrase), brought, self._not_brought)

    def _not_brought(self, error: BaseException) -> None:
        is_phrase = isinstance(error, Trouble) and error.problem is Problem.KEY_PHRASE
        self._tell(error, lambda words: self._key_screen.failed(words, is_phrase=is_phrase))

    def _remove(self) -> None:
        keys = self._keys
        if keys is None:
            return

        def removed(_: object) -> None:
            self._room.show_nobody()
            self._key_screen.removed()
            self.key_changed.emit(False)

        self._ask(lambda _: keys.drop(), removed, self._not_brought)

    def _tell(self, error: BaseException, say: Callable[[Phrase], None]) -> None:
        say(troubles.spoken(error))
        if troubles.sentence(error) is None:
            self.failed.emit(error)


def _read(path: Path) -> bytes:
    """Read the file of a key. Raises Trouble(KEY_UNREADABLE) for what is not there, or is far too long for one."""
    try:
        with path.expanduser().open("rb") as file:
            data = file.read(LONGEST_FILE + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise Trouble(Problem.KEY_UNREADABLE) from error
    if len(data) > LONGEST_FILE:
        raise Trouble(Problem.KEY_UNREADABLE)
    return data
