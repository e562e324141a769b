"""Whole bodies that are not what they should be: too short, too long, pressed otherwise, another kind, bottomless."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple
from unittest import mock

from backports import zstd

from chasqui_desktop.demo.gate import Gate
from chasqui_sync.roads.http import HttpRoad

BOMB = 1 << 30
"""Bytes a bomb would be once it is no longer pressed."""
NESTED = b"[" * 3_000_000
_PAGE = b"<!doctype html><title>Bienvenida</title><p>Acepta las condiciones para navegar."
_REQUEST = re.compile(rb"(?:GET|POST|PUT) (/v1/\w+)")
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_TELLS_OF_BODY = re.compile(rb"\r\ncontent-(?:length|type|encoding):[^\r]*", re.IGNORECASE)
_TYPE = re.compile(rb"\r\ncontent-type:[^\r]*", re.IGNORECASE)


def _zstd_bomb() -> bytes:
    """Write a frame (RFC 8878) of blocks that each say one byte 128 KiB times."""
    most = 128 * 1024
    header = b"\x28\xb5\x2f\xfd\x00\x58"  # no size told, a window of 2 MiB
    again, last = ((most << 3 | 0b010 | end).to_bytes(3, "little") + b"[" for end in (0, 1))
    return header + again * (BOMB // most - 1) + last


def _gzip_bomb() -> bytes:
    """Write one member (RFC 1952) after the other."""
    size = 1 << 26
    return gzip.compress(bytes(size), 9) * (BOMB // size)


ZSTD_BOMB, GZIP_BOMB = _zstd_bomb(), _gzip_bomb()


def of_another_dictionary(body: bytes) -> bytes:
    """Press a body so that it names a dictionary nobody has."""
    frame = zstd.compress(body)
    # in a frame of one segment its number stands where else the window does
    at = 5 if frame[4] & 0b100000 else 6
    return frame[:4] + bytes([frame[4] | 0b11]) + frame[5:at] + (0xDEAD).to_bytes(4, "little") + frame[at:]


BODIES: dict[str, Callable[[bytes], bytes]] = {
    "half of it": lambda body: body[: len(body) // 2],
    "nothing": lambda _: b"",
    "twice": lambda body: body + body,
    "pressed with gzip": gzip.compress,
    "pressed again": zstd.compress,
    "a bomb of zstd": lambda _: ZSTD_BOMB,
    "a bomb of gzip": lambda _: GZIP_BOMB,
    "of another dictionary": of_another_dictionary,
    "bottomless": lambda _: NESTED,
    "bottomless, pressed": lambda _: zstd.compress(NESTED),
    "somebody's page": lambda _: _PAGE,
}
"""Other bodies in the place of one; their length is told rightly."""


class Message(NamedTuple):
    """A request or an answer as it goes over the line: its head without the empty line, its body."""

    head: bytes
    body: bytes

    @classmethod
    def read(cls, data: bytes) -> Message | None:
        """Read a whole one, None where more of it is to come."""
        head, end, body = data.partition(b"\r\n\r\n")
        told = _LENGTH.search(head)
        return cls(head, body) if end and len(body) >= (int(told[1]) if told else 0) else None

    def saying(self, body: bytes, length: int | None = None, more: bytes = b"") -> bytes:
        """Write it with another body, a length that may be another, and ``more`` in its head."""
        kind = b"" if b"content-type" in more else b"".join(_TYPE.findall(self.head))
        told = b"\r\nContent-Length: %d" % (len(body) if length is None else length)
        return _TELLS_OF_BODY.sub(b"", self.head) + kind + told + more + b"\r\n\r\n" + body


Change = Callable[[Message], bytes]


def _saying(other: Callable[[bytes], bytes]) -> Change:
    return lambda message: message.saying(other(message.body))


ON_THE_WAY: dict[str, Change] = {
    **{name: _saying(other) for name, other in BODIES.items()},
    "longer than told": lambda message: message.saying(message.body, length=len(message.body) // 2),
    "shorter than told": lambda message: message.saying(message.body, length=len(message.body) + 1000),
    "called another type": lambda message: message.saying(message.body, more=b"\r\ncontent-type: text/html"),
    "called gzip": lambda message: message.saying(message.body, more=b"\r\nContent-Encoding: gzip"),
    "gzip, and called so": lambda message: message.saying(
        gzip.compress(message.body), more=b"\r\nContent-Encoding: gzip"
    ),
    "a bomb, and called so": lambda message: message.saying(GZIP_BOMB, more=b"\r\nContent-Encoding: gzip"),
}
"""What may become of a whole message between laptop and headquarters."""


class OddLine(Gate):
    """Changes one message, the next of a route in one direction, and passes on the rest as it is. For one laptop."""

    def __init__(self, target: tuple[str, int]) -> None:
        super().__init__(target)
        self._asked = b""
        self._held = b""
        self._awaited: tuple[bytes, bool, Change] | None = None
        self.changed = 0

    def change_next(self, route: str, change: Change, *, outward: bool) -> None:
        """Change the next request to a route, or the answer to it."""
        self._held, self._awaited = b"", (route.encode(), outward, change)

    def heal(self) -> None:
        """Change nothing more."""
        self._awaited = None

    def passed(self, piece: bytes, outward: bool) -> Iterator[bytes]:
        named = _REQUEST.match(piece) if outward else None
        if named:
            self._asked, self._held = named[1], b""
        route, direction, change = self._awaited or (b"", outward, None)
        if change is None or direction is not outward or route != self._asked:
            yield piece
            return
        self._held += piece
        message = Message.read(self._held)
        if message is not None:
            self.heal()
            self.changed += 1
            yield change(message)


@contextmanager
def signed_otherwise(road: HttpRoad, route: str, other: Callable[[bytes], bytes]) -> Iterator[list[str]]:
    """Let a laptop's program write one other body to a route, and sign it; give the targets where it did."""
    honest, done = road._send, list[str]()

    def odd(method: str, target: str, body: bytes, media_type: str) -> bytes:
        if not done and target.startswith(route):
            done.append(target)
            body = other(body)
        return honest(method, target, body, media_type)

    with mock.patch.object(road, "_send", odd):
        yield done
