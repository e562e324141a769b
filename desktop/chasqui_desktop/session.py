"""One person's open register: what screens ask goes to the store lane, what travels to the line lane."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, TypeVar

import msgspec
from PySide6.QtCore import QObject, Qt, Signal

from chasqui_desktop import __version__
from chasqui_desktop.book import Book, Reading
from chasqui_desktop.copier import Copier
from chasqui_desktop.courier import Courier, StoreOnLane
from chasqui_desktop.erasure import Erasure
from chasqui_desktop.mobile_day import MobileDay
from chasqui_desktop.network import Network
from chasqui_desktop.store.second_copy import SecondCopy
from chasqui_desktop.store.store import Store
from chasqui_desktop.tasks import Lane
from chasqui_desktop.vault.guesses import Counted
from chasqui_desktop.vault.protection import ProtectionKeys
from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.ahead import InAThread
from chasqui_sync.core.problems import Trouble
from chasqui_sync.engine import Engine, Progress
from chasqui_sync.pace import Backoff
from chasqui_sync.roads.http import HttpRoad
from chasqui_sync.signing import SigningKey, VerifyingKey

T = TypeVar("T")
MOBILE_DAY = "mobile_day"
"""The option under which the day's bytes are remembered."""


class WayBack(NamedTuple):
    """What opens this file without its phrase, to be left with headquarters; ``left`` notes it, on the store lane."""

    sealed: bytes
    left: Callable[[], None]


class Opened(NamedTuple):
    """An open register, which belongs to the store lane, with the challenge kept in it and its second copy.

    ``restored``: operations that came back from the copy because the register was damaged; ``day``: see ``MobileDay``.
    ``protection``: the focal point's private keys, for nearly everybody none.
    ``lease_left``: ms until reading closes without contact; ``guessed``: wrong phrases tried before the right one.
    ``wipe`` takes the closed register and all that opens it off this laptop.
    """

    store: Store
    challenge: str | None
    copy: SecondCopy
    restored: int
    day: str | None
    way_back: WayBack | None
    reading: Reading
    lease_left: int
    guessed: Counted
    protection: ProtectionKeys
    wipe: Callable[[], None]


class World(NamedTuple):
    """Time, chance and the three lanes: everything a session is handed from outside.

    ``clock``: ms since 1970 UTC; ``stopwatch``: seconds that only grow; ``now``: local, aware;
    ``randomness``: that many random bytes; ``chance``: numbers in [0, 1); ``mobile_day`` begins where it was kept.
    """

    store_lane: Lane
    line_lane: Lane
    copy_lane: Lane
    clock: Callable[[], int]
    stopwatch: Callable[[], float]
    now: Callable[[], datetime]
    randomness: Callable[[int], bytes]
    chance: Callable[[], float]
    mobile_day: Callable[[str | None], MobileDay]
    network: Network


class Session(QObject):
    """Lives from unlocking to locking; owns store, road, courier and copier."""

    book_changed = Signal()
    """Something was saved, receipted or fetched: lists read again."""
    reading_told = Signal(object)
    """A ``Reading``: headquarters was in contact."""
    role_told = Signal(str)
    """Headquarters has given her another role than ``role``, which is what the window shows."""
    wipe_asked = Signal()
    """Headquarters has closed this laptop and has everything that was here."""

    def __init__(self, opened: Opened, world: World, parent: QObject) -> None:
        super().__init__(parent)
        store = opened.store
        key = SigningKey(store.identity.seed)
        self._store = store
        self._world = world
        known = wire.Dictionaries(dictionaries())
        self._road = HttpRoad(
            store.identity.address,
            key.id,
            key.sign,
            opened.challenge,
            stopwatch=world.stopwatch,
            dictionaries=known,
        )
        engine = Engine(
            StoreOnLane(store.exchange, world.store_lane),
            self._road,
            key.sign,
            VerifyingKey(store.identity.node_key).verify,
            world.clock,
            world.stopwatch,
            __version__,
            known.best,
        )
        engine.ask_ahead(InAThread)
        self.day = world.mobile_day(opened.day)
        self._way_back = opened.way_back
        self._wipe = opened.wipe
        self._engine = engine
        rounds = _Rounds(engine, self._road, self.day, self._keep, self._after_round)
        backoff = Backoff(world.chance)
        self.courier = Courier(world.line_lane, rounds, backoff, world.now, world.stopwatch, self.day, self)
        world.network.came_back.connect(self.courier.came_back)
        self.courier.book_changed.connect(self.book_changed)
        identity = msgspec.json.encode(store.identity)
        self.copier = Copier(store.copying, opened.copy, identity, world.store_lane, world.copy_lane, self)
        self.copier.changed.connect(self.book_changed)
        self.restored = opened.restored
        self.reading = opened.reading
        self.lease_left = opened.lease_left
        self.guessed = opened.guessed
        self.protection = opened.protection
        self.user = store.certified.user
        self.user_name = store.certified.user_name
        self.role = store.certified.role

    def ask(
        self,
        work: Callable[[Book], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Ask the book something on the store lane; ``then`` gets the answer in the GUI thread."""
        book = self._store.book
        self._world.store_lane.ask(lambda: work(book), then, failed)

    def ask_erasures(
        self, then: Callable[[tuple[Erasure, ...]], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Ask headquarters how far erasures have come, after what the line is doing now."""

        def ask() -> tuple[Erasure, ...]:
            told = self._road.erasures().erasures
            self._keep()
            return tuple(
                Erasure(each.at, each.reached, each.laptops, tuple(each.waiting), each.closed) for each in told
            )

        self._world.line_lane.ask(ask, then, failed)

    def wrote(self) -> None:
        """Something was saved: say so to the lists, and to the courier."""
        self.book_changed.emit()
        self.copier.bring_up()
        self.courier.saved()

    def start(self) -> None:
        """Look at the copy, then at the line: what only the copy still holds is to be sent as it was written."""
        self.copier.tried.connect(self.courier.try_now, Qt.ConnectionType.SingleShotConnection)
        self.copier.bring_up()

    def close(self, then: Callable[[], None]) -> None:
        """Let line and key go, after what is under way; ``then`` hears of it, answers still to come are not told."""
        self._close(self._store.close, lambda _: then())

    def wipe(self, then: Callable[[bool], None]) -> None:
        """Close, and take everything off this laptop unless something was saved meanwhile; ``then`` hears whether."""

        def wipe() -> bool:
            waiting = self._store.exchange.standing().waiting
            self._store.close()
            if waiting == 0:
                self._wipe()
            return waiting == 0

        self._close(wipe, then)

    def _close(self, last: Callable[[], T], then: Callable[[T], None] | None) -> None:
        self.courier.stop()
        self.copier.stop()
        self._road.cancel()
        lanes = self._world
        # a round and a copy under way still speak to the store: it is closed after both have let go
        lanes.line_lane.ask(
            self._road.close,
            lambda _: lanes.copy_lane.ask(_nothing, lambda _: lanes.store_lane.ask(last, then)),
        )
        self.blockSignals(True)

    def end(self) -> None:
        """Close at once, at the end of the program; all lanes are done afterwards."""
        self.courier.stop()
        self.copier.stop()
        self._road.cancel()
        self._world.line_lane.close()
        self._world.copy_lane.close()
        self._world.store_lane.call(self._store.close)
        self._world.store_lane.close()

    def _keep(self) -> None:
        """Runs on the line lane, after a round."""
        challenge, day = self._road.challenge, self.day.to_keep()

        def keep() -> None:
            self._store.exchange.keep_challenge(challenge)
            self._store.book.remember(MOBILE_DAY, day)

        self._world.store_lane.call(keep)

    def _after_round(self) -> None:
        """Runs on the line lane, after a round that went well."""
        standing = self._engine.status
        self.reading_told.emit(self._world.store_lane.call(lambda: self._store.book.contact(standing)))
        role = self._world.store_lane.call(lambda: self._store.certified.role)
        if role != self.role:
            # who is hers no more was dropped without a word to the lists
            self.book_changed.emit()
            self.role_told.emit(role)
        if standing == wire.WIPE:
            self.wipe_asked.emit()
        elif standing == wire.ACTIVE:
            self._leave_way_back()

    def _leave_way_back(self) -> None:
        """What does not go now goes after the next round."""
        way_back = self._way_back
        if way_back is not None:
            with contextlib.suppress(Trouble):
                self._road.leave_recovery(way_back.sealed)
                self._world.store_lane.call(way_back.left)
                self._way_back = None


class _Rounds:
    """The engine's rounds, each followed by keeping the next challenge, so that a restart costs no request.

    What each answer cost goes into the day's count as it comes.
    """

    def __init__(
        self,
        engine: Engine,
        road: HttpRoad,
        day: MobileDay,
        keep: Callable[[], None],
        after: Callable[[], None],
    ) -> None:
        self._engine = engine
        self._road = road
        self._day = day
        self._keep = keep
        self._after = after
        self._counted = 0

    @property
    def clock_offset(self) -> int | None:
        return self._engine.clock_offset

    def round(self, report: Callable[[Progress], None], stopped: Callable[[], bool]) -> Progress:
        def count_and_report(progress: Progress) -> None:
            self._count()
            report(progress)

        before = self._counted
        try:
            progress = self._engine.round(count_and_report, stopped)
            self._after()
            return progress
        finally:
            self._count()
            if self._counted != before:
                self._keep()

    def _count(self) -> None:
        carried = self._road.carried
        self._day.carried(carried - self._counted)
        self._counted = carried


def _nothing() -> None:
    return
