"""One kept HTTP/1.1 connection: a request out, a whole answer in, within limits of size and time."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from http.cookiejar import DefaultCookiePolicy
from typing import Any, NamedTuple

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.util import SKIP_HEADER

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.roads.trust import Trust

_CONNECT_SECONDS = 10.0
_SILENCE_SECONDS = 30.0
_LONGEST_ANSWER = 32 * 1024 * 1024
_PIECE = 64 * 1024


def wall_clock() -> int:
    """Give this machine's time, in ms since 1970 UTC."""
    return time.time_ns() // 1_000_000


class Reply(NamedTuple):
    """A whole answer: its status, headers (any case) and body."""

    status: int
    headers: requests.structures.CaseInsensitiveDict[str]
    body: bytes


class Line:
    """A session that believes nothing of the environment and no half answer.

    Used by one thread; ``cut`` alone may be called from another.
    """

    def __init__(
        self,
        deadline: float,
        pin: str,
        clock: Callable[[], int],
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the most seconds an answer may take: requests has a limit of silence, none of time.

        ``pin`` names the one authority that is believed under TLS, at the time of ``clock`` (ms since 1970 UTC).
        """
        self._deadline = deadline
        self._stopwatch = stopwatch
        self._socket: socket.socket | None = None
        self._is_cut = False
        self.carried = 0
        """Bytes of requests and answers, heads included, whole or not; what TLS adds is not counted."""
        self._session = _Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, _Adapter(self._connected, self._carry, Trust(pin, clock)))

    def ask(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Send one request and read its answer to the end.

        Raises Trouble(LINE_DOWN | CERTIFICATE_UNTRUSTED), Trouble(ANSWER_SLOW) past the deadline,
        Trouble(ANSWER_UNREADABLE) for an answer without measure.
        """
        self._is_cut = False
        end = self._stopwatch() + self._deadline
        try:
            response = self._session.request(
                method,
                address,
                data=body or None,
                headers=headers,
                stream=True,
                verify=True,
                timeout=(_CONNECT_SECONDS, _SILENCE_SECONDS),
                allow_redirects=False,
            )  # fmt: skip - one request
            self._carry(_size_of_head(response.headers))
            with response:
                content = b"".join(self._pieces(response.raw, end))
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            raise Trouble(Problem.LINE_DOWN) from error
        return Reply(response.status_code, response.headers, content)

    def cut(self) -> None:
        """End the request under way, from another thread; it raises Trouble(LINE_DOWN) over there."""
        self._is_cut = True
        self._shut()

    def close(self) -> None:
        """Give the connection back."""
        self._session.close()

    def _connected(self, connection: socket.socket) -> None:
        self._socket = connection
        if self._is_cut:
            self._shut()

    def _carry(self, count: int) -> None:
        self.carried += count

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):  # it was closed already: that is what was wanted
                # past ssl's own shutdown, which pulls the cipher from under a read going on
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def _pieces(self, raw: Any, end: float) -> Iterator[bytes]:
        """Read what has come, as it comes: a read of a fixed size would wait on a slow drip for hours."""
        if raw.length_remaining is None and not raw.chunked:
            # headers cut in the middle look like short headers: without a length no answer is whole
            raise Trouble(Problem.LINE_DOWN)
        size = 0
        while piece := raw.read1(_PIECE, decode_content=False):
            size += len(piece)
            self._carry(len(piece))
            if size > _LONGEST_ANSWER:
                raise Trouble(Problem.ANSWER_UNREADABLE)
            if self._stopwatch() > end:
                raise Trouble(Problem.ANSWER_SLOW)
            yield piece


class _Session(requests.Session):
    """Follows nobody elsewhere, keeps no cookies, reads no environment."""

    def __init__(self) -> None:
        super().__init__()
        # no proxy, certificate bundle or password from the environment may weaken the line
        self.trust_env = False
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        # what requests says of its own accord costs a small request a fifth of its bytes
        self.headers.clear()
        self.headers["Accept-Encoding"] = SKIP_HEADER
        self.headers["User-Agent"] = SKIP_HEADER

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        # requests reads the whole body of a redirect even where it is told not to follow
        return None


class _InOnePiece(HTTPConnection):
    """Sends a request's head and body together: two pieces are two packets, and two records under TLS."""

    carry: Callable[[int], None]
    _held: list[bytes] | None = None

    def request(self, *arguments: Any, **options: Any) -> None:
        self._held = []
        try:
            super().request(*arguments, **options)
            request = b"".join(self._held)
        finally:
            self._held = None
        self.carry(len(request))
        self.send(request)

    def send(self, data: Any) -> None:
        if self._held is None:
            super().send(data)
        else:
            self._held.append(data)


class _Adapter(HTTPAdapter):
    """Tells of each socket it opens, for requests shows none before the headers have come, and of what it sends."""

    def __init__(self, connected: Callable[[socket.socket], None], carry: Callable[[int], None], trust: Trust) -> None:
        self._trust = trust
        self._connected = connected
        self._carry = carry
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options)
        connected, carried, trust = self._connected, self._carry, self._trust

        class Plain(_InOnePiece, HTTPConnection):
            carry = staticmethod(carried)

            def connect(self) -> None:
                super().connect()
                connected(self.sock)

        class Sealed(_InOnePiece, HTTPSConnection):
            carry = staticmethod(carried)

            def connect(self) -> None:
                # in place of urllib3's own: whatever requests was told of bundles and checks has no say here
                bare = self._new_conn()
                self.sock = bare
                connected(bare)
                self.sock = trust.secured(bare, self.host)
                connected(self.sock)
                self.is_verified = True

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SealedPool(HTTPSConnectionPool):
            ConnectionCls = Sealed

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SealedPool}


def _size_of_head(headers: requests.structures.CaseInsensitiveDict[str]) -> int:
    """Give the bytes of an answer's head (RFC 9112): status line, a line a field, an empty line."""
    return 19 + sum(len(name) + len(value) + 4 for name, value in headers.items())
