"""A line that can be cut: a small TCP relay on loopback between the laptop and headquarters."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

_PIECE = 1400
"""Bytes of one packet of a mobile line: a cut takes the packet it falls into, and what was never sent."""


class Gate:
    """Relays bytes while it is up; while it is down nobody answers, and what was open is cut.

    ``watch`` is called from the relay's threads with (bytes towards headquarters so far, bytes back so
    far) after each piece was read and before it is passed on, so that a test can cut at any byte.
    """

    def __init__(self, target: tuple[str, int], watch: Callable[[int, int], None] | None = None) -> None:
        self._target = target
        self._watch = watch
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._listener: socket.socket | None = None
        # the port is taken once and kept, so that the laptop's address stays true while the line is down
        self._place = socket.socket()
        self._place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._place.bind(("127.0.0.1", 0))
        self.port: int = self._place.getsockname()[1]
        self.sent = 0
        self.returned = 0

    @property
    def is_up(self) -> bool:
        """Whether the line works now."""
        return self._listener is not None

    def up(self) -> None:
        """Raise the line."""
        if self._listener is None:
            self._place.listen()
            self._listener = self._place
            threading.Thread(target=self._serve, args=(self._listener,), daemon=True).start()

    def down(self) -> None:
        """Cut the line, and everything on it."""
        listener, self._listener = self._listener, None
        if listener is not None:
            self._place = socket.socket()
            self._place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            # wakes the accepting thread, which closes the listener
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
            self._place.bind(("127.0.0.1", self.port))
        with self._lock:
            for connection in self._open:
                _cut(connection)

    def close(self) -> None:
        """Cut the line for good."""
        self.down()
        self._place.close()

    def passed(self, piece: bytes, outward: bool) -> Iterator[bytes]:
        """Give what is passed on of a piece. A worse line gives less or other; OSError cuts this connection."""
        del outward
        yield piece

    def _serve(self, listener: socket.socket) -> None:
        while True:
            try:
                laptop, _ = listener.accept()
            except OSError:
                return
            try:
                headquarters = socket.create_connection(self._target, timeout=5)
            except OSError:
                _cut(laptop)
                continue
            headquarters.settimeout(None)
            for end in (laptop, headquarters):
                # a relay that gathers small pieces would hold each answer back for forty milliseconds
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open |= {laptop, headquarters}
            for source, sink, outward in ((laptop, headquarters, True), (headquarters, laptop, False)):
                threading.Thread(target=self._relay, args=(source, sink, outward), daemon=True).start()

    def _relay(self, source: socket.socket, sink: socket.socket, outward: bool) -> None:
        try:
            while piece := source.recv(_PIECE):
                self._count(len(piece), outward)
                for part in self.passed(piece, outward):
                    sink.sendall(part)
        except OSError:
            pass
        finally:
            _cut(source)
            _cut(sink)
            with self._lock:
                self._open -= {source, sink}

    def _count(self, size: int, outward: bool) -> None:
        with self._lock:
            if outward:
                self.sent += size
            else:
                self.returned += size
        if self._watch is not None:
            self._watch(self.sent, self.returned)


def _cut(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
