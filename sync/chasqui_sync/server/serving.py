"""The process that answers: its socket and uvicorn over it."""

from __future__ import annotations

import socket
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

_HEADER_BYTES = 16 * 1024
_UNREAD_SECONDS = 0.01


def listening(host: str, port: int) -> socket.socket:
    """Take a port, 0 for any free one; what is accepted there sends each answer's last piece at once.

    asyncio sees to that for sockets it makes itself alone. Otherwise the body of each answer waits until the
    laptop has said that it has the head, and a laptop with nothing else to say waits forty milliseconds with it.
    """
    listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


class WholeToTheCut(H11Protocol):
    """Tells a handler that the line was cut only once it has read what came before.

    uvicorn would drop what waits to be read, and the laptop would have to send it again.
    """

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for the handler to read; one that has answered reads no more."""
        # None where nothing was asked yet, whatever its type says
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and cycle.body and not cycle.response_complete:
            self.loop.call_later(_UNREAD_SECONDS, self.connection_lost, exc)
            return
        super().connection_lost(exc)


def serve(app: ASGIApp, listener: socket.socket, certificate: Path | None) -> None:
    """Serve until stopped; over TLS where there is a certificate, a PEM file with its key."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            http=WholeToTheCut,
            ws="none",
            lifespan="off",
            server_header=False,
            date_header=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=10,
            # connections: idle ones cost little, and those with something to say wait for their turn
            limit_concurrency=1000,
            h11_max_incomplete_event_size=_HEADER_BYTES,
            ssl_certfile=certificate,
        )
    )
    server.run(sockets=[listener])
