"""Who comes when: hundreds of laptops at the same moment wait here, first come first served, and hold little.

Waiting costs no thread and no connection of the database, so nobody runs into a limit of time there,
and what waiting bodies take in memory is bounded.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

T = TypeVar("T")
AT_ONCE = 4
"""Requests in the database: one holds headquarters' lock, the others are opened or answered meanwhile."""
_SMALL = 64 * 1024
"""Bytes of a body that is taken in whoever waits: a day's registrations of one laptop."""
_LARGE_AT_ONCE = 16


class Turns:
    """The two queues of one server process."""

    def __init__(self) -> None:
        self._database = asyncio.Semaphore(AT_ONCE)
        self._large = asyncio.Semaphore(_LARGE_AT_ONCE)

    @asynccontextmanager
    async def room(self, request: Request) -> AsyncIterator[None]:
        """Wait, before a body is read, until there is room for it; it is held until the answer is made."""
        told = request.headers.get("content-length", "")
        if told.isdigit() and int(told) <= _SMALL:
            yield
            return
        async with self._large:
            yield

    async def take(self, work: Callable[[], T]) -> T:
        """Do work on the database, in a thread, when it is its turn."""
        async with self._database:
            return await run_in_threadpool(work)
