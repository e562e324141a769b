"""The process that answers: its socket and uvicorn over it."""

from __future__ import annotations

import socket
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

_HEADER_BYTES = 16 * 1024


def listening(host: str, port: int) -> socket.socket:
    """Take a port, 0 for any free one; what is accepted there sends each answer's last piece at once.

    asyncio sees to that for sockets it makes itself alone. Otherwise the body of each answer waits until the
    laptop has said that it has the head, and a laptop with nothing else to say waits forty milliseconds with it.
    """
    listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def serve(app: ASGIApp, listener: socket.socket, certificate: Path | None) -> None:
    """Serve until stopped; over TLS where there is a certificate, a PEM file with its key."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            http="h11",
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
