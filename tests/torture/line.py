"""A line that fails at a chosen byte, in whichever direction it goes."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from chasqui_desktop.demo.gate import Gate


class FaultyLine(Gate):
    """Fails once after so many bytes, both ways together, then is good again."""

    def __init__(self, target: tuple[str, int]) -> None:
        super().__init__(target)
        self._turn = threading.Lock()
        self._left: int | None = None
        self._flipped = 0
        self.failed = 0

    def cut_after(self, count: int) -> None:
        """Pass on so many bytes more, then cut the connection."""
        with self._turn:
            self._left, self._flipped = count, 0

    def flip_after(self, count: int, bit: int) -> None:
        """Pass on so many bytes more, then turn one bit (0–7) of the next."""
        with self._turn:
            self._left, self._flipped = count, 1 << bit

    def heal(self) -> None:
        """Fail no more."""
        with self._turn:
            self._left = None

    def passed(self, piece: bytes, outward: bool) -> Iterator[bytes]:
        del outward
        with self._turn:
            at = self._left
            if at is not None:
                self._left = at - len(piece) if at >= len(piece) else None
            if at is None or at >= len(piece):
                whole, flipped = True, 0
            else:
                whole, flipped = False, self._flipped
                self.failed += 1
        if whole or at is None:
            yield piece
        elif flipped:
            yield piece[:at] + bytes([piece[at] ^ flipped]) + piece[at + 1 :]
        else:
            yield piece[:at]
            raise OSError("the line was cut here")
