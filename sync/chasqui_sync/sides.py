"""The two sides of a round: the laptop's store, and the way to headquarters. Shapes and protocols alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from chasqui_sync import wire


class Unlike(Exception):
    """A page names own records that this laptop can't make as headquarters has them: ask for the states."""


class Standing(NamedTuple):
    """Where this laptop stands in the life of its journal that is being sent: the earliest with something to send.

    ``seq`` is that life's end and ``receipted`` its highest seq with a receipt of any level; ``waiting``
    counts what has no receipt in any life. ``cursor`` and ``epoch`` are None before the first contact.
    ``is_to_compare``: it is time to compare all that is held with headquarters. ``has_blobs``: something
    that was signed is not at headquarters, as far as it has said in this epoch.
    """

    device: str
    incarnation: str
    seq: int
    receipted: int
    waiting: int
    cursor: str | None
    epoch: str | None
    is_to_compare: bool
    has_blobs: bool = False


class LifeStanding(NamedTuple):
    """One incarnation of this device's journal: its end, and how far it is receipted.

    ``kept_from`` is the lowest seq whose chain hash is still here: 0 where nothing was pruned. ``durable`` is
    the highest seq that is in headquarters' backup, by its receipt.
    """

    incarnation: str
    kept_from: int
    seq: int
    receipted: int
    durable: int


class Run(NamedTuple):
    """A contiguous run of the journal: ``previous`` is the chain hash before ``first``."""

    first: int
    previous: bytes
    operations: list[bytes]


class WaitingBlob(NamedTuple):
    """A blob that headquarters has not said it holds: about a record, named by its hex SHA-256."""

    record: str
    sha256: str
    content: bytes


class SyncStore(Protocol):
    """What the engine needs of a laptop's store. Each method is one transaction."""

    def standing(self) -> Standing:
        """Say where this laptop stands."""

    def lives(self) -> list[LifeStanding]:
        """Give the incarnations that are told apart, the oldest first; the last one is being written."""

    def heads(self, incarnation: str, seqs: Sequence[int]) -> dict[int, bytes]:
        """Give an incarnation's chain hashes at these seqs, of those that are still here."""

    def run_after(self, incarnation: str, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        """Give an incarnation's operations after ``seq``: at least one where there is any, else None."""

    def made_ready(self, page: wire.Page) -> wire.Page:
        """Give a page with that work done on it which needs nothing of the store: on any thread, beside any method."""

    def take_answer(
        self,
        receipt: wire.ReceiptBody | None,
        raw_receipt: bytes,
        page: wire.Page | None,
        epoch: str,
        clock: int,
    ) -> int:
        """Store receipt, page and cursor together; give how many records came that others wrote in, or left.

        ``clock`` (ms, headquarters') becomes the anchor. Raises Trouble(RECEIPT_FALSE)
        when the receipt is not about this device's own bytes, and Unlike where the page names what isn't here.
        """

    def certified(self) -> int:
        """Say when the certificate held here was made, ms since 1970 UTC."""

    def take_certificate(self, certificate: wire.Certificate, clock: int) -> None:
        """Store another certificate of this very device; all it may see is to be told and compared anew.

        ``clock`` (ms, headquarters') becomes the anchor in the same transaction: by it headquarters tells what is
        written from now on. One that is no later than the one held is left. Raises Trouble(SIGNATURE_WRONG) where
        headquarters has not signed it, or for another key, person or scope.
        """

    def receipt(self, incarnation: str) -> bytes | None:
        """Give the receipt that goes furthest in an incarnation, as it came, None where there is none."""

    def rewind(self, incarnation: str, seq: int) -> None:
        """Wait for receipts again for all that follows ``seq``: headquarters was restored and knows no more."""

    def reopen(self, incarnation: str, after: int) -> None:
        """Begin a new incarnation after ``after``; what was written later is written again in it.

        ``after`` is the last seq at which headquarters has the same bytes under this name.
        """

    def unlike(self, digest: bytes) -> list[int]:
        """Give the buckets (``wire.digests``) that differ from headquarters', where nothing waits to be sent."""

    def mend(self, page: wire.Page) -> set[str]:
        """Take records as headquarters has them, outside the order of pages; give their ids.

        Own operations that are not in them are folded on top, as always.
        """

    def drop_beyond(self, buckets: Sequence[int], there: set[str], page: wire.Page) -> None:
        """Drop the records of some buckets that are not ``there``; ``page``: the last that told of them.

        What has an own operation that headquarters has not folded stays.
        """

    def compared(self, *, sure: bool) -> None:
        """Note that both sides were found alike, or made so; or, where not ``sure``, that they are to be compared."""

    def waiting_blob(self, epoch: str) -> WaitingBlob | None:
        """Give the first blob that the other side, in this epoch, has not settled; its operation has a receipt."""

    def settle_blob(self, blob: WaitingBlob, epoch: str, told: str | None) -> None:
        """Note that the other side, in this epoch, holds a blob; or, where it told no tally, will have none of it.

        ``told``: the tally of what it holds (``core.blobs.tally``). Where that lacks any it held before,
        all wait to be asked for again.
        """

    def hear_blobs(self, told: str) -> None:
        """Hear in a greeting of which blobs the other side holds, as ``settle_blob``."""

    def prune(self) -> None:
        """Let go of operations that need not be kept: headquarters' backup has held them for long enough."""


class Road(Protocol):
    """A way to a hub or headquarters. Every method may raise Trouble (LINE_DOWN, HEADQUARTERS_TROUBLE, …)."""

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Exchange greetings."""

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        """Send a batch and ask for the page after a cursor (``""`` for the first, None for no page).

        ``begun``: of its bytes the other side has so many and knows it; only the rest travels.
        """

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        """Ask for the page after a cursor, ``""`` for the first; ``whole``: with no record named instead of carried.

        ``most``: the records it may hold; how many the other side likes where it is not said.
        """

    def send_blob(self, blob: WaitingBlob, offset: int, most: int) -> wire.BlobAnswer:
        """Send bytes of a blob from one on, at most so many; none asks how many are there already.

        Raises Trouble(BLOB_GAP, expected=offset) where fewer are there, and Trouble(BLOB_UNWANTED).
        """

    def compare(self, after: str) -> wire.Answer:
        """Ask for the page after a cursor and, where it is the last, the digest of all there is for this laptop."""

    def refetch(self, after: str, buckets: Sequence[int]) -> wire.Answer:
        """Ask again for the records of some buckets, page by page from ``""``."""
