"""A server of raw sockets on loopback that answers exactly the bytes a test wants, or none."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from chasqui_sync import wire
from chasqui_sync.core.problems import Trouble


class Request(NamedTuple):
    """A request as it came: header names in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


class Cut(NamedTuple):
    """Send these bytes and close the connection."""

    sent: bytes


Answerer = Callable[[Request], "bytes | Cut | Iterator[bytes]"]


class Answering:
    """Listens from the start; keeps every request it read and counts connections."""

    def __init__(self, answer: Answerer, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[Request] = []
        self.connections = 0
        self.unreadable = 0
        self._answer = answer
        self._tls = tls
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        scheme = "http" if tls is None else "https"
        self.address = f"{scheme}://localhost:{self._listener.getsockname()[1]}"
        self._start(self._listen)

    def close(self) -> None:
        """Shut everything and wait for the threads to end."""
        for opened in [self._listener, *self._open]:
            with contextlib.suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()
        for opened in [self._listener, *self._open]:
            opened.close()

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work)
        self._threads.append(thread)
        thread.start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            self._start(lambda taken=connection: self._serve(taken))  # type: ignore[misc]  # mypy: default of a lambda

    def _serve(self, connection: socket.socket) -> None:
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
                self._open.append(connection)
            with connection.makefile("rb") as stream:
                while (request := _read_request(stream.readline, stream.read)) is not None:
                    self.requests.append(request)
                    answer = self._answer(request)
                    for piece in _pieces(answer):
                        connection.sendall(piece)
                    if isinstance(answer, Cut):
                        break
            connection.shutdown(socket.SHUT_RDWR)
        except (OSError, ValueError):
            self.unreadable += 1


def _read_request(line: Callable[[], bytes], read: Callable[[int], bytes]) -> Request | None:
    first = line().decode().split()
    if len(first) != 3:
        return None
    headers: dict[str, str] = {}
    while header := line().strip().decode("latin-1"):
        name, _, value = header.partition(":")
        headers[name.lower()] = value.strip()
    return Request(first[0], first[1], headers, read(int(headers.get("content-length", "0"))))


def _pieces(answer: bytes | Cut | Iterator[bytes]) -> Iterator[bytes]:
    if isinstance(answer, Cut):
        yield answer.sent
    elif isinstance(answer, bytes):
        yield answer
    else:
        yield from answer


def reply(body: bytes, status: str = "200 OK", challenge: str | None = None, **headers: str) -> bytes:
    """Write an answer as a good server would."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    if challenge is not None:
        lines.append(f"{wire.CHALLENGE_HEADER}: {challenge}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def chunked(*pieces: bytes) -> bytes:
    """Write a body in chunks, without a length."""
    body = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b""))
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body


def trouble_of(act: Callable[[], object]) -> Trouble:
    """The trouble an act ends in."""
    with pytest.raises(Trouble) as caught:
        act()
    return caught.value
