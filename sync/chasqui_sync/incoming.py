"""Fetching: each page as large as the line bears, read beside the store that is still writing the last one."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.problems import Trouble
from chasqui_sync.pace import Pace
from chasqui_sync.sides import Road, SyncStore

_MOST_RECORDS = 2000
"""A page of so many is written in less than a tenth of a second: no save waits longer for it."""

_FEWEST_RECORDS = 32
"""4 KB: where even that takes long, smaller pages would not be quicker."""


class Incoming:
    """Asks for pages. One at a time, from whatever thread."""

    def __init__(self, store: SyncStore, road: Road, stopwatch: Callable[[], float]) -> None:
        """``stopwatch``: seconds that only ever grow."""
        self._store = store
        self._road = road
        self._stopwatch = stopwatch
        self._pace = Pace(_MOST_RECORDS)

    def page(self, cursor: str, *, whole: bool) -> wire.Answer:
        """Fetch the page after a cursor, made ready for the store; see ``sides.Road.fetch``. Raises as that."""
        started = self._stopwatch()
        try:
            answer = self._road.fetch(cursor, whole=whole, most=max(_FEWEST_RECORDS, self._pace.operations))
        except Trouble:
            self._pace.failed()
            raise
        page = answer.page
        if page is None:
            return answer
        if not page.complete:
            # the last one is short, and says nothing about the line
            self._pace.arrived(self._stopwatch() - started)
        return msgspec.structs.replace(answer, page=self._store.made_ready(page))
