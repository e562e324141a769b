"""One round of sending and fetching, the same on every road. No Qt, no SQL, no HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from chasqui_sync.wire import Answer, Hello, HelloAnswer, Page, ReceiptBody


class Standing(NamedTuple):
    """Where this laptop stands: its journal's end, what is receipted, how far it has fetched.

    ``cursor`` and ``epoch`` are None before the first contact. ``receipted`` is the highest seq with a
    receipt of any level; ``receipted_head`` the chain hash there.
    """

    device: str
    incarnation: str
    seq: int
    receipted: int
    receipted_head: bytes
    cursor: str | None
    epoch: str | None


class Run(NamedTuple):
    """A contiguous run of the journal: ``previous`` is the chain hash before ``first``."""

    first: int
    previous: bytes
    operations: list[bytes]


class SyncStore(Protocol):
    """What the engine needs of a laptop's store. Each method is one transaction."""

    def standing(self) -> Standing:
        """Say where this laptop stands."""

    def run_after(self, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        """Give the journal's operations after ``seq``: at least one where there is any, else None."""

    def take_answer(self, receipt: ReceiptBody | None, raw_receipt: bytes, page: Page | None, epoch: str, clock: int) -> int:
        """Store receipt, page and cursor together; ``clock`` becomes the anchor. Give how many records changed."""

    def rewind(self, seq: int, head: bytes, epoch: str) -> None:
        """Headquarters knows the journal only up to ``seq`` (it was restored): wait for receipts again from there."""


class Road(Protocol):
    """A way to a hub or headquarters. Every method may raise Trouble(LINE_DOWN | HEADQUARTERS_TROUBLE | …)."""

    def hello(self, hello: Hello) -> HelloAnswer:
        """Exchange greetings."""

    def push(self, batch: bytes, after: str | None) -> Answer:
        """Send a batch; ask for the page after a cursor in the same breath (None: from the beginning)."""

    def fetch(self, after: str | None) -> Answer:
        """Ask for the page after a cursor."""


class Progress(NamedTuple):
    """What a round has done so far: operations sent of all that waited, bytes, records fetched."""

    sent: int
    waiting: int
    bytes_sent: int
    fetched: int


Report = Callable[[Progress], None]
