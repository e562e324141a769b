"""The way in: first use of a laptop, and unlocking. What comes out is an open session."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from chasqui_desktop import troubles
from chasqui_desktop.book import Counts
from chasqui_desktop.copier import second_place
from chasqui_desktop.renewal import Renewal
from chasqui_desktop.screens.enrol.screen import EnrolScreen
from chasqui_desktop.screens.new_phrase import NewPhraseScreen
from chasqui_desktop.screens.unlock import UnlockScreen
from chasqui_desktop.session import MOBILE_DAY, Opened, Session, WayBack, World
from chasqui_desktop.settings import Settings
from chasqui_desktop.store.restoring import restore
from chasqui_desktop.store.second_copy import SecondCopy
from chasqui_desktop.store.store import Identity, lay_register, open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.guesses import Counted, Guesses
from chasqui_desktop.vault.protection import ProtectionKeys
from chasqui_desktop.vault.stretch import calibrate
from chasqui_desktop.vault.vault import NewUser, Unlocked, UserCard, create, note_role, unlock, users, way_back_left
from chasqui_desktop.vault.wiping import wipe, wipe_remains
from chasqui_desktop.words import say
from chasqui_resources.phrase import phrase_words
from chasqui_sync import wire
from chasqui_sync.core.fingerprint import fingerprint
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.roads.http import enrol
from chasqui_sync.signing import SigningKey, VerifyingKey

WIPED = say("Entrance", "Tu oficina cerró este equipo. Todo lo registrado llegó a la sede y aquí ya no queda nada.")
NO_GUESS = Counted()


class _Invited(NamedTuple):
    """What headquarters has given to a code, and the words by which the office hears that it was headquarters."""

    identity: Identity
    words: tuple[str, ...]


class Entrance(QObject):
    """Asks who works now; lets in whoever has a code from headquarters or knows her phrase."""

    opened = Signal(object)
    """A ``Session``, in front of an unlock screen."""
    enrolled = Signal(object)
    """A ``Session``, just made, in front of the last step of first use."""
    failed = Signal(object)
    """An exception that no sentence is for: a bug."""

    def __init__(
        self,
        settings: Settings,
        enrol_screen: EnrolScreen,
        unlock_screen: UnlockScreen,
        new_phrase_screen: NewPhraseScreen,
        world: World,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._profile = settings.profile
        self._enrol = enrol_screen
        self._unlock = unlock_screen
        self._world = world
        self._surroundings = Surroundings(world.clock, world.randomness)
        self._secrets = secrets_of(settings.profile)
        self._guesses = Guesses(world.stopwatch, world.clock)
        self.renewal = Renewal(
            new_phrase_screen,
            world.store_lane,
            world.stopwatch,
            world.randomness,
            self._secrets,
            self._guesses,
            self,
        )  # fmt: skip - seven short values
        self.renewal.recovered.connect(self._open_recovered)
        self.renewal.failed.connect(self.failed)
        self._identity: Identity | None = None
        world.store_lane.ask(lambda: wipe_remains(self._profile, self._secrets, self._copies_of, world.randomness))
        enrol_screen.enrol_asked.connect(self._ask_to_enrol)
        enrol_screen.doubted.connect(self._drop_certificate)
        enrol_screen.phrase_chosen.connect(self._make)
        unlock_screen.unlock_asked.connect(self._ask_to_open)
        unlock_screen.forgot_asked.connect(self._ask_to_recover)

    @property
    def is_new(self) -> bool:
        """Whether nobody works on this laptop yet."""
        return not users(self._profile)

    def ask_who(self) -> None:
        """Show the people of this laptop."""
        self._show_users()
        self._unlock.show_fresh()

    def ask_again(self, user: str, counts: Counts | None) -> None:
        """After a lock: the same person first."""
        self._show_users(user)
        self._unlock.show_locked(user, counts)

    def card(self, user: str) -> UserCard:
        """Give the card of somebody who works on this laptop."""
        return next(card for card in users(self._profile) if card.user == user)

    def tell_wiped(self) -> None:
        """Say that the office has closed this laptop for somebody, and that nothing was lost."""
        if self.is_new:
            self._enrol.failed(WIPED)
        else:
            self._unlock.failed(WIPED)

    def _ask_to_recover(self, user: str) -> None:
        try:
            self.renewal.recover(self.card(user))
        except Trouble as trouble:
            self._unlock.failed(troubles.spoken(trouble))

    def _open_recovered(self, unlocked: Unlocked) -> None:
        self._world.store_lane.ask(
            lambda: self._open(unlocked), self._let_in, lambda error: self._open_failed(unlocked.user, error)
        )

    def _show_users(self, first: str | None = None) -> None:
        cards = users(self._profile)
        self._unlock.show_users(cards, first)
        for card in cards:
            self._unlock.show_wait(card.user, self._guesses.wait(card.folder))

    def _ask_to_enrol(self, address: str, code: str) -> None:
        seed = self._world.randomness(32)
        self._world.line_lane.ask(lambda: _enrolled(address, code, seed), self._take_certificate, self._enrol_failed)

    def _take_certificate(self, invited: _Invited) -> None:
        self._identity = invited.identity
        self._enrol.enrolled(invited.identity.certified().user_name, invited.words)

    def _drop_certificate(self) -> None:
        self._identity = None

    def _make(self, phrase: str) -> None:
        identity = self._identity
        if identity is None:
            return
        self._world.store_lane.ask(lambda: self._made(identity, phrase), self._begin, self._enrol_failed)

    def _made(self, identity: Identity, phrase: str) -> Opened:
        """Runs on the store lane: it takes about two seconds, one of them to find out how strong to be."""
        certified = identity.certified()
        new = NewUser(certified.user, certified.user_name, certified.role, certified.device, certified.recovery_key)
        stretch = calibrate(self._world.stopwatch)

        def lay(unlocked: Unlocked) -> None:
            lay_register(unlocked.register, unlocked.key, identity, self._surroundings)

        try:
            unlocked = create(self._profile, phrase, new, stretch, self._world.randomness, self._secrets, lay)
        except FileExistsError as error:
            raise Trouble(Problem.USER_EXISTS) from error
        return self._open(unlocked)

    def _begin(self, opened: Opened) -> None:
        self._identity = None
        self.enrolled.emit(Session(opened, self._world, self))

    def _enrol_failed(self, error: BaseException) -> None:
        self._enrol.failed(troubles.spoken(error))
        self._report(error)

    def _ask_to_open(self, user: str, phrase: str) -> None:
        folder = self.card(user).folder

        def guess() -> Opened:
            with self._guesses.one(folder) as before:
                unlocked = unlock(folder, phrase, self._secrets)
            return self._open(unlocked, before)

        self._world.store_lane.ask(guess, self._let_in, lambda error: self._open_failed(user, error))

    def _open(self, unlocked: Unlocked, guessed: Counted = NO_GUESS) -> Opened:
        """Runs on the store lane. A register that is damaged or gone is made again from its second copy.

        ``guessed``: the wrong phrases before the right one.
        """
        copy = self._copy_of(unlocked)
        restored = 0
        try:
            store = open_store(unlocked.register, unlocked.key, self._surroundings)
        except Trouble as trouble:
            if trouble.problem is not Problem.DATABASE_DAMAGED or not copy.exists():
                raise
            restored = restore(unlocked.register, unlocked.key, copy, self._surroundings)
            store = open_store(unlocked.register, unlocked.key, self._surroundings)
        with contextlib.suppress(Trouble):
            # a disk that is full keeps nobody out for her card
            note_role(unlocked.register.parent, store.certified.role)
        day = store.book.option(MOBILE_DAY)
        return Opened(
            store,
            store.exchange.challenge(),
            copy,
            restored,
            day,
            _way_back(unlocked),
            store.book.reading(),
            store.book.lease_left(),
            guessed,
            ProtectionKeys(unlocked.register.parent, unlocked.protection_key, self._world.randomness),
            lambda: self._wipe(unlocked),
        )

    def _copy_of(self, unlocked: Unlocked) -> SecondCopy:
        place = second_place(self._profile, self._settings.options.copy_drive)
        return SecondCopy(place / f"{unlocked.user}.db", unlocked.copy_key)

    def _copies_of(self, user: str) -> list[Path]:
        """Name a user's second copies, on this laptop and on the chosen drive."""
        places = {second_place(self._profile, None), second_place(self._profile, self._settings.options.copy_drive)}
        return [place / f"{user}.db" for place in places]

    def _wipe(self, unlocked: Unlocked) -> None:
        wipe(unlocked.register.parent, self._secrets, self._copies_of(unlocked.user), self._world.randomness)

    def _let_in(self, opened: Opened) -> None:
        self._unlock.opened()
        self.opened.emit(Session(opened, self._world, self))

    def _open_failed(self, user: str, error: BaseException) -> None:
        if isinstance(error, Trouble) and error.problem in {Problem.PASSPHRASE_WRONG, Problem.GUESS_LATER}:
            wait = error.arguments.get("wait", 0.0)
            assert isinstance(wait, float)
            self._unlock.show_wait(user, wait)
            self._unlock.wrong(troubles.spoken(error))
            return
        self._unlock.failed(troubles.spoken(error))
        self._report(error)

    def _report(self, error: BaseException) -> None:
        if troubles.sentence(error) is None:
            self.failed.emit(error)


def _way_back(unlocked: Unlocked) -> WayBack | None:
    sealed, folder = unlocked.to_leave, unlocked.register.parent
    return None if sealed is None else WayBack(sealed, lambda: way_back_left(folder, sealed))


def _enrolled(address: str, code: str, seed: bytes) -> _Invited:
    """Runs on the line lane. Raises Trouble(SIGNATURE_WRONG) where the certificate is not about this laptop's key."""
    key = SigningKey(seed)
    answer = enrol(address, code, key.public)
    identity = Identity(seed=seed, certificate=answer.certificate, node_key=answer.node_key, address=address)
    certified = wire.read_certificate(answer.certificate, VerifyingKey(answer.node_key).verify)
    if certified.device != key.id or certified.key != key.public:
        raise Trouble(Problem.SIGNATURE_WRONG)
    return _Invited(identity, fingerprint(answer.node_key, key.public, phrase_words()))
