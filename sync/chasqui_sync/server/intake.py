"""Reading a request's body: counted while it comes, never waited for without end, kept where the line is cut."""

from __future__ import annotations

import asyncio
import hashlib

from starlette.requests import ClientDisconnect, Request

from chasqui_sync.core.problems import Problem, Trouble

SILENCE_SECONDS = 60.0
"""A bad line may drip; one that says nothing for so long is gone."""


MOST_KEPT = 32 * 1024 * 1024
"""Bytes of cut bodies that are kept in all; of more, the oldest go."""


_LEAST_KEPT = 1024
"""Of less, going on saves nothing; and whoever makes up names of devices has to send something for each."""


class Begun:
    """What came of batches whose line was cut, by device: the next request may bring the rest.

    Kept in memory alone, and believed by nobody: the batch's own signature proves the whole.
    """

    def __init__(self) -> None:
        self._bodies: dict[str, bytearray] = {}

    def told(self, device: str) -> tuple[int, str] | None:
        """Give how many bytes came of a device's last batch, and their hex SHA-256; None where it came whole."""
        # a copy: asked in another thread, while more of it may be coming
        body = bytes(self._bodies.get(device, b""))
        return (len(body), hashlib.sha256(body).hexdigest()) if body else None

    async def read(self, request: Request, most: int, device: str, begun: int) -> bytes:
        """Give a whole body, of which ``begun`` bytes came before and are kept here.

        Raises as ``read_body``, and Trouble(BODY_UNREADABLE) where they are not here any more.
        """
        before = self._bodies.pop(device, bytearray())[:begun]
        if len(before) < begun:
            raise Trouble(Problem.BODY_UNREADABLE)
        body = self._bodies[device] = before
        try:
            await read_body(request, most - begun, body)
        except Trouble as trouble:
            if trouble.problem is not Problem.BODY_UNREADABLE or len(body) < _LEAST_KEPT:
                self._forget(device, body)
            self._forget_oldest()
            raise
        self._forget(device, body)
        return bytes(body)

    def _forget(self, device: str, body: bytearray) -> None:
        # another request in this device's name may have begun meanwhile
        if self._bodies.get(device) is body:
            del self._bodies[device]

    def _forget_oldest(self) -> None:
        while sum(map(len, self._bodies.values())) > MOST_KEPT:
            del self._bodies[next(iter(self._bodies))]


async def read_body(request: Request, most: int, body: bytearray | None = None) -> bytes:
    """Give the whole body; it is put behind what is in ``body`` as it comes.

    Raises Trouble(BODY_TOO_LARGE) before it is read where its length is told, else as soon as it passes
    the limit; Trouble(BODY_UNREADABLE) when it ends before its end.
    """
    told = request.headers.get("content-length", "0")
    if not told.isdigit() or int(told) > most:
        raise Trouble(Problem.BODY_TOO_LARGE, most=most)
    body = bytearray() if body is None else body
    size = 0
    stream = request.stream()
    try:
        while piece := await asyncio.wait_for(anext(stream, b""), SILENCE_SECONDS):
            size += len(piece)
            if size > most:
                raise Trouble(Problem.BODY_TOO_LARGE, most=most)
            body += piece
    except (TimeoutError, ClientDisconnect) as error:
        raise Trouble(Problem.BODY_UNREADABLE) from error
    return bytes(body)
