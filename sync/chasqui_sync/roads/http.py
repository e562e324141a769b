"""The road over HTTP/1.1: one session, one connection kept, every request signed over a challenge."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import msgspec
import requests

from chasqui_sync import wire
from chasqui_sync.core.problems import BY_NUMBER, Problem, Trouble

_CONNECT_SECONDS = 10.0
_SILENCE_SECONDS = 30.0
_LONGEST_ANSWER = 32 * 1024 * 1024
_LONGEST_INFLATED = 128 * 1024 * 1024
_PIECE = 64 * 1024
_ASK_AGAIN = frozenset({Problem.UNSIGNED, Problem.CHALLENGE_USED})


class HttpRoad:
    """Speaks to one hub or headquarters. Used by one thread; ``cancel`` alone may be called from another."""

    def __init__(
        self,
        address: str,
        device: str,
        sign: wire.Sign,
        challenge: str | None = None,
        deadline: float = 120.0,
        stopwatch: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the address, the device's id and signature, and the challenge kept from the last answer.

        ``deadline`` is the most seconds one request may take in all: requests itself has no such limit.
        Raises Trouble(ADDRESS_UNSAFE) for plain HTTP to anything but loopback.
        """
        self.address = safe_address(address)
        self.challenge = challenge
        self._device = device
        self._sign = sign
        self._deadline = deadline
        self._stopwatch = stopwatch
        self._session = _session()
        self._response: requests.Response | None = None

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Exchange greetings."""
        body = self._exchange("POST", "/v1/hello", wire.encode(hello), "application/json")
        return _read(body, wire.HelloAnswer)

    def push(self, batch: bytes, after: str | None) -> wire.Answer:
        """Send a batch, with the page after a cursor in the same answer."""
        target = "/v1/batches" + (f"?after={quote(after, safe='')}" if after is not None else "")
        return self._answer(self._exchange("POST", target, batch, wire.BATCH_TYPE))

    def fetch(self, after: str) -> wire.Answer:
        """Fetch the page after a cursor."""
        return self._answer(self._exchange("GET", f"/v1/records?after={quote(after, safe='')}", b"", ""))

    def cancel(self) -> None:
        """Cut the request under way, from another thread; it raises Trouble(LINE_DOWN) over there."""
        response = self._response
        if response is not None:
            # closing a session does not interrupt a read; shutting the socket down does
            response.raw.shutdown()

    def close(self) -> None:
        """Give the connection back."""
        self._session.close()

    def _answer(self, body: bytes) -> wire.Answer:
        try:
            return _read(wire.inflate(body, _LONGEST_INFLATED), wire.Answer)
        except Trouble as trouble:
            raise Trouble(Problem.ANSWER_UNREADABLE) from trouble

    def _exchange(self, method: str, target: str, body: bytes, media_type: str) -> bytes:
        """Send once; once more where only the challenge was stale (its answer was lost on the way)."""
        try:
            return self._send(method, target, body, media_type)
        except Trouble as trouble:
            if trouble.problem not in _ASK_AGAIN or self.challenge is None:
                raise
        return self._send(method, target, body, media_type)

    def _send(self, method: str, target: str, body: bytes, media_type: str) -> bytes:
        challenge = self.challenge or ""
        signature = self._sign(wire.request_to_sign(method, target, body, challenge))
        headers = {"Authorization": wire.authorization(self._device, challenge, signature)}
        if media_type:
            headers["Content-Type"] = media_type
        end = self._stopwatch() + self._deadline
        try:
            response = self._session.request(
                method,
                self.address + target,
                data=body or None,
                headers=headers,
                stream=True,
                timeout=(_CONNECT_SECONDS, _SILENCE_SECONDS),
                allow_redirects=False,
                verify=True,
            )  # fmt: skip - one request
            self._response = response
            with response:
                content = self._content(response, end)
        except requests.RequestException as error:
            raise _line_trouble(error) from error
        finally:
            self._response = None
        self.challenge = response.headers.get(wire.CHALLENGE_HEADER, self.challenge)
        if response.status_code != 200:
            raise _trouble(response.status_code, content)
        return content

    def _content(self, response: requests.Response, end: float) -> bytes:
        pieces: list[bytes] = []
        size = 0
        for piece in response.iter_content(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > _LONGEST_ANSWER:
                raise Trouble(Problem.ANSWER_UNREADABLE)
            if self._stopwatch() > end:
                raise Trouble(Problem.ANSWER_SLOW)
        return b"".join(pieces)


def enrol(address: str, code: str, public_key: bytes) -> wire.EnrolmentAnswer:
    """Hand in a one-time code and a new device's raw public key; give the certificate.

    Raises Trouble(ENROLMENT_CODE | TOO_MANY_TRIES | LINE_DOWN | ADDRESS_UNSAFE | ANSWER_UNREADABLE …).
    """
    target = safe_address(address) + "/v1/enrol"
    body = wire.encode(wire.Enrolment(code=code, key=public_key))
    with _session() as session:
        try:
            response = session.post(
                target,
                data=body,
                headers={"Content-Type": "application/json"},
                verify=True,
                timeout=(_CONNECT_SECONDS, _SILENCE_SECONDS),
                allow_redirects=False,
            )  # fmt: skip - one request
        except requests.RequestException as error:
            raise _line_trouble(error) from error
    if response.status_code != 200:
        raise _trouble(response.status_code, response.content)
    return _read(response.content, wire.EnrolmentAnswer)


def safe_address(address: str) -> str:
    """Give ``https://host[:port]`` without a trailing slash; plain HTTP only to this machine itself.

    Raises Trouble(ADDRESS_UNSAFE) otherwise: names and documents never travel in clear.
    """
    parts = urlsplit(address.strip() if "//" in address else f"https://{address.strip()}")
    host = parts.hostname or ""
    if not host or parts.scheme not in {"https", "http"} or parts.username:
        raise Trouble(Problem.ADDRESS_UNSAFE)
    if parts.scheme == "http" and not _is_loopback(host):
        raise Trouble(Problem.ADDRESS_UNSAFE)
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _session() -> requests.Session:
    session = requests.Session()
    # no proxy, certificate bundle or password from the environment may weaken the line
    session.trust_env = False
    session.headers["Accept-Encoding"] = "identity"
    session.headers["User-Agent"] = "chasqui"
    return session


def _read(body: bytes, kind: type[wire.T]) -> wire.T:
    try:
        return wire.decode(body, kind)
    except Trouble as trouble:
        raise Trouble(Problem.ANSWER_UNREADABLE) from trouble


def _line_trouble(error: requests.RequestException) -> Trouble:
    is_certificate = isinstance(error, requests.exceptions.SSLError)
    return Trouble(Problem.CERTIFICATE_UNTRUSTED if is_certificate else Problem.LINE_DOWN)


def _trouble(status: int, body: bytes) -> Trouble:
    """Read a problem document; what is none came from something in between, or from a sick server."""
    try:
        document = msgspec.json.decode(body, type=wire.ProblemDocument)
        problem = BY_NUMBER[document.number]
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError):
        return Trouble(Problem.HEADQUARTERS_TROUBLE, status=status)
    return Trouble(problem, **document.arguments)
