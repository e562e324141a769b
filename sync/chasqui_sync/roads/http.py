"""The road over HTTP/1.1: one session, one connection kept, every request signed over a challenge."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import msgspec

from chasqui_sync import wire
from chasqui_sync.core.ids import normal_pin
from chasqui_sync.core.problems import BY_NUMBER, Problem, Trouble
from chasqui_sync.roads.line import Line, Reply, wall_clock
from chasqui_sync.sides import WaitingBlob

_LONGEST_INFLATED = 128 * 1024 * 1024
_ENROL_SECONDS = 60.0
_ASK_AGAIN = frozenset({Problem.UNSIGNED, Problem.CHALLENGE_USED})
_LONGEST_NARROW = 16 * 1024
_MOST_STALE = 3
"""A laptop and its copy share a key and so the one challenge: each may take it from the other a few times."""


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
        dictionaries: wire.Dictionaries = wire.NO_DICTIONARIES,
        clock: Callable[[], int] = wall_clock,
    ) -> None:
        """Take the address with its pin, the device's id and signature, and the challenge kept from the last answer.

        ``deadline`` is the most seconds one request may take in all: requests itself has no such limit.
        ``dictionaries``: what answers may be written with.
        ``clock`` (ms since 1970 UTC) judges whether a certificate has expired.
        Raises Trouble(ADDRESS_UNSAFE) for plain HTTP to anything but loopback, and for HTTPS without a pin.
        """
        self.address, pin = _trusted_address(address)
        self.challenge = challenge
        self._device = device
        self._sign = sign
        self._dictionaries = dictionaries
        self._narrows = True
        self._line = Line(deadline, pin, clock, stopwatch)

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Exchange greetings."""
        body = self._exchange("POST", "/v1/hello", wire.encode(hello), "application/json")
        return _read(body, wire.HelloAnswer)

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        """Send a batch, with the page after a cursor in the same answer; see ``sides.Road``."""
        target = f"/v1/batches{self._asked(after, whole=after is None, begun=begun)}"
        shared = self._dictionaries.best
        if begun or shared is None or len(batch) > _LONGEST_NARROW or not self._narrows:
            return self._answer(self._exchange("POST", target, batch[begun:], wire.BATCH_TYPE))
        try:
            # it says itself what it is: the name of the type would be a twentieth of it
            return self._answer(self._exchange("POST", target, wire.narrow(batch, shared), ""))
        except Trouble as trouble:
            self._narrows = trouble.problem is not Problem.DICTIONARY_UNKNOWN
            raise

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        """Fetch the page after a cursor; see ``sides.Road``."""
        return self._answer(self._exchange("GET", f"/v1/records{self._asked(after, whole=whole, most=most)}", b"", ""))

    def send_blob(self, blob: WaitingBlob, offset: int, most: int) -> wire.BlobAnswer:
        """Send bytes of a blob; see ``sides.Road``."""
        query = urlencode({"record": blob.record, "size": len(blob.content), "offset": offset})
        piece = blob.content[offset : offset + most]
        # what it is stands in its record
        return _read(self._exchange("PUT", f"/v1/blobs/{blob.sha256}?{query}", piece, ""), wire.BlobAnswer)

    def compare(self, after: str) -> wire.Answer:
        """Ask for the page after a cursor and the digest that comes with the last; see ``sides.Road``."""
        return self._answer(self._exchange("GET", f"/v1/digest{self._asked(after, whole=True)}", b"", ""))

    def refetch(self, after: str, buckets: Sequence[int]) -> wire.Answer:
        """Fetch the records of some buckets again; see ``sides.Road``."""
        asked = f"{self._asked(after, whole=True)}&buckets={bytes(buckets).hex()}"
        return self._answer(self._exchange("GET", f"/v1/records{asked}", b"", ""))

    def erasures(self) -> wire.Erasures:
        """Ask how far erasures have come. Raises Trouble(ROLE_FOREIGN) for who may erase nobody."""
        return _read(self._exchange("GET", "/v1/erasures", b"", ""), wire.Erasures)

    def leave_recovery(self, sealed: bytes) -> None:
        """Leave with headquarters what opens this laptop's vault without its phrase, sealed to its recovery key."""
        _read(
            self._exchange("POST", "/v1/recovery", wire.encode(wire.Recovery(sealed=sealed)), "application/json"),
            wire.Left,
        )

    @property
    def carried(self) -> int:
        """Bytes that went over the line so far, both ways."""
        return self._line.carried

    def cancel(self) -> None:
        """Cut the request under way, from another thread; it raises Trouble(LINE_DOWN) over there."""
        self._line.cut()

    def close(self) -> None:
        """Give the connection back."""
        self._line.close()

    def _asked(self, after: str | None, *, whole: bool, most: int | None = None, begun: int = 0) -> str:
        """Write the query: cursor, dictionary known here, whether own records may be named, how many, what came."""
        best = self._dictionaries.best
        known = None if best is None else best.number
        named = None if whole else 1
        asked = {"after": after, "know": known, "echo": named, "most": most, "from": begun or None}
        query = urlencode({name: value for name, value in asked.items() if value is not None})
        return f"?{query}" if query else ""

    def _answer(self, body: bytes) -> wire.Answer:
        try:
            return _read(wire.inflate(body, _LONGEST_INFLATED, self._dictionaries), wire.Answer)
        except Trouble as trouble:
            raise Trouble(Problem.ANSWER_UNREADABLE) from trouble

    def _exchange(self, method: str, target: str, body: bytes, media_type: str) -> bytes:
        """Send; again where only the challenge was stale: its answer was lost, or a copy of this laptop used it up."""
        for _ in range(_MOST_STALE):
            signed_over = self.challenge
            try:
                return self._send(method, target, body, media_type)
            except Trouble as trouble:
                if trouble.problem not in _ASK_AGAIN or self.challenge == signed_over:
                    raise
        return self._send(method, target, body, media_type)

    def _send(self, method: str, target: str, body: bytes, media_type: str) -> bytes:
        challenge = self.challenge or ""
        signature = self._sign(wire.request_to_sign(method, target, body, challenge))
        headers = {"Authorization": wire.authorization(self._device, challenge, signature)}
        if media_type:
            headers["Content-Type"] = media_type
        reply = self._line.ask(method, self.address + target, body, headers)
        self.challenge = reply.headers.get(wire.CHALLENGE_HEADER, self.challenge)
        return _content(reply)


def enrol(
    address: str,
    code: str,
    public_key: bytes,
    stopwatch: Callable[[], float] = time.monotonic,
    clock: Callable[[], int] = wall_clock,
) -> wire.EnrolmentAnswer:
    """Hand in a one-time code and a new device's raw public key; give the certificate.

    Raises Trouble(ENROLMENT_CODE | TOO_MANY_TRIES | LINE_DOWN | ADDRESS_UNSAFE | ANSWER_UNREADABLE …).
    """
    url, pin = _trusted_address(address)
    body = wire.encode(wire.Enrolment(code=code, key=public_key))
    line = Line(_ENROL_SECONDS, pin, clock, stopwatch)
    try:
        reply = line.ask("POST", url + "/v1/enrol", body, {"Content-Type": "application/json"})
    finally:
        line.close()
    return _read(_content(reply), wire.EnrolmentAnswer)


def safe_address(address: str) -> str:
    """Give ``https://host[:port]`` without a trailing slash; plain HTTP only to this machine itself.

    Raises Trouble(ADDRESS_UNSAFE) otherwise: names and documents never travel in clear.
    """
    return _read_address(address).url


class _Address(NamedTuple):
    """Where to ask, and the pin of whom to believe there; a pin is empty on this machine itself."""

    url: str
    pin: str


def _trusted_address(address: str) -> _Address:
    """Read an address that says whom to believe: ``https://host[:port]#pin``. Raises Trouble(ADDRESS_UNSAFE)."""
    found = _read_address(address)
    if found.url.startswith("https:") and not found.pin:
        raise Trouble(Problem.ADDRESS_UNSAFE)
    return found


def _read_address(address: str) -> _Address:
    try:
        parts = urlsplit(address.strip() if "//" in address else f"https://{address.strip()}")
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise Trouble(Problem.ADDRESS_UNSAFE) from error
    if not host or parts.scheme not in {"https", "http"} or "@" in parts.netloc:
        raise Trouble(Problem.ADDRESS_UNSAFE)
    if parts.scheme == "http" and not _is_loopback(host):
        raise Trouble(Problem.ADDRESS_UNSAFE)
    pin = normal_pin(parts.fragment) if parts.fragment else ""
    if pin is None:
        raise Trouble(Problem.ADDRESS_UNSAFE)
    return _Address(f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/"), pin)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _read(body: bytes, kind: type[wire.T]) -> wire.T:
    try:
        return wire.decode(body, kind)
    except Trouble as trouble:
        raise Trouble(Problem.ANSWER_UNREADABLE) from trouble


def _content(reply: Reply) -> bytes:
    if reply.status != 200:
        raise _trouble(reply.status, reply.body)
    return reply.body


def _trouble(status: int, body: bytes) -> Trouble:
    """Read a problem document; what is none came from something in between, or from a sick server."""
    try:
        document = msgspec.json.decode(body, type=wire.ProblemDocument)
        problem = BY_NUMBER[document.number]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, KeyError):
        return Trouble(Problem.HEADQUARTERS_TROUBLE, status=status)
    return Trouble(problem, **document.arguments)
