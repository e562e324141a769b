"""Another phrase for a user's file: proved by the present one, or by what headquarters says on the telephone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from chasqui_desktop import troubles
from chasqui_desktop.screens.new_phrase import NewPhraseScreen
from chasqui_desktop.tasks import Lane
from chasqui_desktop.vault.device_secret import DeviceSecrets
from chasqui_desktop.vault.guesses import Guesses
from chasqui_desktop.vault.stretch import calibrate
from chasqui_desktop.vault.vault import (
    Unlocked,
    UserCard,
    asking_code,
    change_phrase,
    check_answer,
    recover,
    unlock,
)
from chasqui_sync.core.problems import Trouble


class Renewal(QObject):
    """Asks for the proof, then for the phrase; what takes its time is done on the store lane."""

    begun = Signal()
    """The screen is to be shown."""
    recovered = Signal(object)
    """An ``Unlocked``: the file opened by headquarters' answer."""
    failed = Signal(object)
    """An exception that is a bug of ours."""

    def __init__(
        self,
        screen: NewPhraseScreen,
        lane: Lane,
        stopwatch: Callable[[], float],
        randomness: Callable[[int], bytes],
        secrets: DeviceSecrets,
        guesses: Guesses,
        parent: QObject,
    ) -> None:
        """``stopwatch``: seconds that only ever grow; ``randomness`` gives that many random bytes."""
        super().__init__(parent)
        self._screen = screen
        self._lane = lane
        self._stopwatch = stopwatch
        self._randomness = randomness
        self._secrets = secrets
        self._guesses = guesses
        self._folder = Path()
        self._proof = ""
        self._is_recovery = False
        screen.answer_given.connect(self._check_answer)
        screen.present_given.connect(self._check_present)
        screen.phrase_chosen.connect(self._renew)
        screen.left.connect(self._forget)

    def recover(self, card: UserCard) -> None:
        """Somebody forgot her phrase. Raises Trouble(RECOVERY_NONE | DATABASE_DAMAGED | DATABASE_NEWER)."""
        code = asking_code(card.folder)
        self._folder, self._is_recovery = card.folder, True
        self._screen.begin_recovery(card.short_name, code)
        self.begun.emit()

    def change(self, card: UserCard) -> None:
        """Somebody who is at work wants another phrase."""
        self._folder, self._is_recovery = card.folder, False
        self._screen.begin_change(card.short_name)
        self.begun.emit()

    def stop(self) -> None:
        """Let go of what was typed: the laptop is locked."""
        self._forget()
        self._screen.forget()

    def _check_answer(self, answer: str) -> None:
        folder = self._folder
        self._prove(answer, lambda: check_answer(folder, answer))

    def _check_present(self, phrase: str) -> None:
        folder = self._folder

        def guess() -> None:
            with self._guesses.one(folder):
                unlock(folder, phrase, self._secrets)

        self._prove(phrase, guess)

    def _prove(self, proof: str, check: Callable[[], None]) -> None:
        def proved(_: object) -> None:
            self._proof = proof
            self._screen.proved()

        self._lane.ask(check, proved, self._not)

    def _renew(self, phrase: str) -> None:
        folder, proof, secrets, randomness = self._folder, self._proof, self._secrets, self._randomness
        if self._is_recovery:

            def work() -> Unlocked:
                stretch = calibrate(self._stopwatch)
                unlocked = recover(folder, proof, phrase, stretch, randomness, secrets)
                self._guesses.forget(folder)
                return unlocked

            self._lane.ask(work, self._recovered, self._not)
        else:
            self._lane.ask(
                lambda: change_phrase(folder, proof, phrase, calibrate(self._stopwatch), randomness, secrets),
                lambda _: self._screen.changed(),
                self._not,
            )

    def _recovered(self, unlocked: Unlocked) -> None:
        self._forget()
        self._screen.forget()
        self.recovered.emit(unlocked)

    def _forget(self) -> None:
        self._proof = ""

    def _not(self, error: BaseException) -> None:
        self._screen.failed(troubles.spoken(error))
        if troubles.sentence(error) is None or not isinstance(error, Trouble):
            self.failed.emit(error)
