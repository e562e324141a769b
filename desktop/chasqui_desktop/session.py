"""One person's open register: what screens ask goes to the store lane, what travels to the line lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from chasqui_desktop import __version__
from chasqui_desktop.book import Book
from chasqui_desktop.courier import Courier, StoreOnLane
from chasqui_desktop.store.store import Store
from chasqui_desktop.tasks import Lane
from chasqui_sync.engine import Engine, Progress
from chasqui_sync.pace import Backoff
from chasqui_sync.roads.http import HttpRoad
from chasqui_sync.signing import SigningKey, VerifyingKey

T = TypeVar("T")


class World(NamedTuple):
    """Time, chance and the two lanes: everything a session is handed from outside.

    ``clock``: ms since 1970 UTC; ``stopwatch``: seconds that only grow; ``now``: local, aware;
    ``randomness``: that many random bytes; ``chance``: numbers in [0, 1).
    """

    store_lane: Lane
    line_lane: Lane
    clock: Callable[[], int]
    stopwatch: Callable[[], float]
    now: Callable[[], datetime]
    randomness: Callable[[int], bytes]
    chance: Callable[[], float]


class Session(QObject):
    """Lives from unlocking to locking; owns store, road and courier."""

    book_changed = Signal()
    """Something was saved, receipted or fetched: lists read again."""

    def __init__(self, store: Store, challenge: str | None, world: World, parent: QObject) -> None:
        """Take an open store, which belongs to the store lane, and the challenge kept in it."""
        super().__init__(parent)
        key = SigningKey(store.identity.seed)
        self._store = store
        self._world = world
        self._road = HttpRoad(store.identity.address, key.id, key.sign, challenge, stopwatch=world.stopwatch)
        engine = Engine(
            StoreOnLane(store.exchange, world.store_lane),
            self._road,
            key.sign,
            VerifyingKey(store.identity.node_key).verify,
            world.clock,
            world.stopwatch,
            __version__,
        )
        rounds = _Rounds(engine, self._road, self._keep_challenge)
        self.courier = Courier(world.line_lane, rounds, Backoff(world.chance), world.now, world.stopwatch, self)
        self.courier.book_changed.connect(self.book_changed)
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

    def wrote(self) -> None:
        """Something was saved: say so to the lists, and to the courier."""
        self.book_changed.emit()
        self.courier.saved()

    def close(self) -> None:
        """Let line and key go, after what is under way; answers still to come are not told."""
        self.courier.stop()
        self._road.cancel()
        # the round under way still speaks to the store: it is closed after the line lane has let go
        self._world.line_lane.ask(self._road.close, lambda _: self._world.store_lane.ask(self._store.close))
        self.blockSignals(True)

    def end(self) -> None:
        """Close at once, at the end of the program; both lanes are done afterwards."""
        self.courier.stop()
        self._road.cancel()
        self._world.line_lane.close()
        self._world.store_lane.call(self._store.close)
        self._world.store_lane.close()

    def _keep_challenge(self, challenge: str) -> None:
        self._world.store_lane.call(lambda: self._store.exchange.keep_challenge(challenge))


class _Rounds:
    """The engine's rounds, each followed by keeping the next challenge, so that a restart costs no request."""

    def __init__(self, engine: Engine, road: HttpRoad, keep: Callable[[str], None]) -> None:
        self._engine = engine
        self._road = road
        self._keep = keep
        self._kept = road.challenge

    @property
    def clock_offset(self) -> int:
        return self._engine.clock_offset

    def round(self, report: Callable[[Progress], None], stopped: Callable[[], bool]) -> Progress:
        try:
            return self._engine.round(report, stopped)
        finally:
            if self._road.challenge is not None and self._road.challenge != self._kept:
                self._kept = self._road.challenge
                self._keep(self._road.challenge)
