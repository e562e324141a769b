"""Reading a request's body: counted while it comes, never waited for without end."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

from chasqui_sync.core.problems import Problem, Trouble

SILENCE_SECONDS = 60.0
"""A bad line may drip; one that says nothing for so long is gone."""


async def read_body(request: Request, most: int) -> bytes:
    """Give the whole body.

    Raises Trouble(BODY_TOO_LARGE) before it is read where its length is told, else as soon as it passes
    the limit; Trouble(BODY_UNREADABLE) when it ends before its end.
    """
    told = request.headers.get("content-length", "0")
    if not told.isdigit() or int(told) > most:
        raise Trouble(Problem.BODY_TOO_LARGE, most=most)
    pieces, size = [], 0
    stream = request.stream()
    try:
        while piece := await asyncio.wait_for(anext(stream, b""), SILENCE_SECONDS):
            size += len(piece)
            if size > most:
                raise Trouble(Problem.BODY_TOO_LARGE, most=most)
            pieces.append(piece)
    except (TimeoutError, ClientDisconnect) as error:
        raise Trouble(Problem.BODY_UNREADABLE) from error
    return b"".join(pieces)
