"""Asking for the next page while the last one is stored: one request on its way, never two."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Protocol

from chasqui_sync import wire

Ask = Callable[[], wire.Answer]
_TURN_SECONDS = 0.0005


def take_short_turns() -> None:
    """Let threads that compute give way after half a millisecond, not after Python's five. Holds for the process.

    Whoever stores a page asks for its turn at each statement, and a window at nearly every call of Qt: with five,
    turning a card while records are sent took a quarter of a second.
    """
    sys.setswitchinterval(_TURN_SECONDS)


class Asked(Protocol):
    """A request that may be on its way."""

    def answer(self) -> wire.Answer:
        """Wait for its answer; raises what it raised."""

    def drop(self) -> None:
        """Return once it is not on its way any more; its answer is not wanted."""


class InTurn:
    """Asks only when the answer is wanted: one thread, the same order each time."""

    def __init__(self, ask: Ask) -> None:
        self.answer = ask

    def drop(self) -> None:
        """It was never sent."""


class InAThread:
    """Asks at once in a thread of its own."""

    def __init__(self, ask: Ask) -> None:
        lane = ThreadPoolExecutor(1, "page-ahead")
        self._answer = lane.submit(ask)
        lane.shutdown(wait=False)

    def answer(self) -> wire.Answer:
        """See ``Asked``."""
        return self._answer.result()

    def drop(self) -> None:
        """See ``Asked``."""
        wait([self._answer])


class Ahead:
    """The page after the one that is being stored, asked for already."""

    def __init__(self, beside: Callable[[Ask], Asked]) -> None:
        self._beside = beside
        self._cursor = ""
        self._asked: Asked | None = None

    def ask(self, cursor: str, ask: Ask) -> None:
        """Ask for the page after a cursor."""
        self.drop()
        self._cursor, self._asked = cursor, self._beside(ask)

    def take(self, cursor: str | None) -> wire.Answer | None:
        """Give the page after a cursor where it was asked for; None where not, and nothing is on its way then."""
        if self._asked is None or cursor != self._cursor:
            self.drop()
            return None
        asked, self._asked = self._asked, None
        return asked.answer()

    def drop(self) -> None:
        """Let nothing be on its way: the road carries one request at a time."""
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.drop()
