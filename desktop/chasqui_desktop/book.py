"""The register book as the screens see it: plain rows and one protocol, no SQL, no Qt.

The encrypted store keeps this contract; screens reach it only through the store lane
(``tasks.Lane``), so none of these calls ever runs on the GUI thread. Times are ms since 1970 UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from math import ceil
from typing import Any, NamedTuple, Protocol

from chasqui_desktop.cases import CaseBook
from chasqui_desktop.referral import OpenedReferral, Opener, Referrals
from chasqui_sync.core.likeness import Band, Reason
from chasqui_sync.core.records import Edition, OutreachPoint, Partner, Staff
from chasqui_sync.core.small_cells import Row


class Post(Enum):
    """How far a record has come, by receipts alone."""

    LAPTOP = "laptop"
    OFFICE = "office"
    HEADQUARTERS = "headquarters"
    DURABLE = "durable"
    ATTENTION = "attention"
    """Headquarters holds it apart until somebody looks: the receipt names a verdict."""


class Reading(Enum):
    """Whether registrations on this laptop may be read. Capturing and sending go on in any case."""

    OPEN = "open"
    LEASE_ENDED = "lease_ended"
    """Thirty days without contact."""
    REVOKED = "revoked"
    """The office has closed this laptop; it is wiped once everything has been sent."""


class PeopleFilter(Enum):
    """The chips over the list of people."""

    ALL = "all"
    TO_SEND = "to_send"
    INCOMPLETE = "incomplete"
    QUOTA = "quota"


class DeliveryFilter(Enum):
    """The chips over the list of the sending screen."""

    TO_SEND = "to_send"
    RECEIPTED = "receipted"
    ATTENTION = "attention"


class PersonRow(NamedTuple):
    """One line of the list of people: no document, no telephone, no whole name."""

    record: str
    code: str
    listed_name: str
    initials: str
    district: str | None
    sector: str | None
    post: Post
    incomplete: bool
    counts_for_quota: bool
    saved_at: int


class People(NamedTuple):
    """A slice of the list and how many there are in all under the same search and filter."""

    rows: list[PersonRow]
    total: int


class Why(Enum):
    """For what somebody's whole registration is read; it stands in headquarters' trail of who saw whom."""

    PAGE = "page"
    FORM = "form"
    RIGHTS = "rights"
    PAPER = "paper"
    DESK = "desk"
    REFERRAL = "referral"
    REVIEW = "review"
    ACCESS = "access"
    """To hand her what is kept of her."""


class HistoryEntry(NamedTuple):
    """One act on a record, from this laptop's journal: what was done, when, by whom (a staff record)."""

    action: str
    saved_at: int
    user: str
    fields: tuple[str, ...]


class Person(NamedTuple):
    """Everything about one registration. ``receipt`` is the number on the receipt that covers it.

    ``heads`` names, by field, the operation whose value is on screen: an edit says what it had seen.
    ``copied``: a second copy holds what this laptop wrote of her, and it was read again and compared.
    ``joined`` names her other records where she was registered more than once: then ``fields`` are what is known
    from all of them, if this is the one that stands in lists. ``contested``: fields with values that contend, each
    with the record of hers it is in. ``signature``: the PNG she signed, empty where this laptop has none.
    """

    record: str
    code: str
    fields: dict[str, Any]
    heads: dict[str, str]
    copied: bool
    post: Post
    saved_at: int
    sent_at: int | None
    receipt: str | None
    problem: int | None
    history: tuple[HistoryEntry, ...]
    joined: tuple[str, ...] = ()
    contested: tuple[tuple[str, str], ...] = ()
    signature: bytes = b""


class LookAlike(NamedTuple):
    """Somebody on this laptop who may be the person being registered: no document, no telephone, no surname.

    ``short_name`` is ``Rosa E. Q. M.``; ``saved_at`` and ``outreach_point`` say when and where she was registered.
    """

    record: str
    short_name: str
    given_names: str
    initials: str
    saved_at: int
    outreach_point: str | None
    band: Band
    reasons: tuple[Reason, ...]


class LookAlikes(NamedTuple):
    """The likest first, a few; and the short name of somebody who has the same telephone, empty for nobody."""

    found: tuple[LookAlike, ...]
    phone_of: str


class DeliveryRow(NamedTuple):
    """One line of the sending screen; ``receipt`` and ``sent_at`` only where a receipt covers the record.

    ``copied``: a second copy holds it, which was read again and compared.
    """

    record: str
    code: str
    listed_name: str
    saved_at: int
    copied: bool
    post: Post
    sent_at: int | None
    receipt: str | None
    problem: int | None


class Counts(NamedTuple):
    """The relay strip and the desk's counter; registrations, not operations, but for ``at_risk``.

    ``at_risk`` counts operations that neither anybody's receipt nor a checked second copy covers.
    """

    laptop: int
    office: int
    headquarters: int
    attention: int
    at_risk: int
    today: int
    last_receipt_at: int | None


class Quota(NamedTuple):
    """Share of migrants and refugees among an edition's recruits known to this laptop."""

    counted: int
    total: int
    minimum: float

    @property
    def share(self) -> float:
        """Between 0 and 1; 0 where nobody is registered."""
        return self.counted / self.total if self.total else 0.0

    @property
    def missing(self) -> int:
        """The least number of migrants or refugees that, registered now, reach the minimum.

        Where everybody must count no number does: then all who don't.
        """
        if self.minimum >= 1:
            return self.total - self.counted
        short = (self.minimum * self.total - self.counted) / (1 - self.minimum)
        # what the minimum's decimals cannot hold is not one person more
        return max(0, ceil(round(short, 6)))


class Area(Enum):
    """Whose registrations the dashboard counts."""

    POINT = "point"
    OFFICE = "office"
    EDITION = "edition"


class Period(Enum):
    """Since when."""

    TODAY = "today"
    WEEK = "week"
    """Today and the six days before."""
    EDITION = "edition"


class DayCount(NamedTuple):
    """People saved on one calendar day of this laptop: those who count towards the quota, and the others."""

    day: date
    counted: int
    others: int


class Tally(NamedTuple):
    """An edition counted, as far as this laptop knows it. Cells are as they are: a screen hides the small ones.

    ``quota``, ``today``, ``days`` and ``unsent`` are of the area; all else of the area in the period.
    Rows are named by the code of a channel, district, point or scope, "" where it was not asked.
    ``places``: by point or office, where none is named. ``told_at``: when headquarters was last heard (ms).
    """

    quota: Quota
    registered: Row
    today: Row
    complete: int
    refused: int
    days: tuple[DayCount, ...]
    channels: tuple[Row, ...]
    districts: tuple[Row, ...]
    places: tuple[Row, ...]
    unsent: int
    told_at: int | None


class Saved(NamedTuple):
    """What the promoter is told after the commit, never before."""

    record: str
    code: str
    seq: int
    listed_name: str


class Draft(NamedTuple):
    """A registration being typed, as the desk left it; ``state`` is the desk's own document."""

    draft: str
    state: dict[str, Any]
    kept_at: int


class Reference(NamedTuple):
    """What headquarters sent down for the desk to choose from, by record id, and who is at work."""

    editions: dict[str, Edition]
    points: dict[str, OutreachPoint]
    partners: dict[str, Partner]
    staff: dict[str, Staff]
    user: str
    scope: str


DESK_DRAFT = "desk"
"""The draft of the registration on screen; drafts set aside for later carry an id of their own."""


class Book(CaseBook, Protocol):
    """What the screens ask of the store. Writes raise Trouble(DISK_FULL | …) and then changed nothing."""

    def reference(self) -> Reference:
        """Give editions, points, partners, staff and the signed-in user."""

    def register(self, fields: dict[str, Any], draft: str = DESK_DRAFT, signature: bytes = b"") -> Saved:
        """Save a new registration, with the PNG she signed, in one transaction, and drop its draft."""

    def amend(self, record: str, fields: dict[str, Any], seen: dict[str, str], signature: bytes = b"") -> Saved:
        """Change fields of a registration; ``seen`` as in ``Person.heads``.

        ``not_same_as`` and ``recognised`` are added to what others have decided, whatever was seen.
        """

    def withdraw(self, record: str, purpose: str) -> None:
        """Take back a consent (one of ``records.PURPOSES``) at the person's wish; it wins over anything concurrent."""

    def note(self, record: str, text: str) -> None:
        """Add a remark to a person's; nobody's remark takes the place of another's."""

    def referrals(self, keys: Opener) -> Referrals:
        """List who needs support, as far as these keys open it; empty where registrations may not be read."""

    def referral(self, record: str, keys: Opener) -> OpenedReferral:
        """Open one. Raises KeyError, Trouble(KEY_MISSING | SIGNATURE_WRONG | READING_CLOSED)."""

    def acknowledge(self, record: str) -> None:
        """Say that a referral was received: it travels, without what was in it. Raises KeyError."""

    def joined(self, record: str, into: str) -> None:
        """Say that two records are of one person; she is listed and counted once, both records stay as they are."""

    def parted(self, record: str, other: str) -> None:
        """Take back that two records are of one person: each is what it was, with what came to it meanwhile."""

    def deleted(self, record: str) -> None:
        """Delete a record. Raises KeyError."""

    def erased(self, record: str) -> None:
        """Erase a person for ever, at her request. Raises KeyError, Trouble(NOT_PERMITTED) for a promoter."""

    def restored(self, record: str) -> None:
        """Take the deletion of a record back. Raises KeyError."""

    def refuse(self, edition: str, outreach_point: str) -> str:
        """Add one to the anonymous count of those who did not want to register; give its record."""

    def take_back(self, record: str) -> None:
        """Undo a refusal."""

    def keep_draft(self, draft: str, state: dict[str, Any]) -> None:
        """Store a draft as it is typed; last one wins."""

    def set_aside(self, draft: str, state: dict[str, Any]) -> str:
        """Put a draft away for later under an id of its own; give it, and free the desk."""

    def drop_draft(self, draft: str) -> None:
        """Forget a draft."""

    def drafts(self) -> list[Draft]:
        """Give all drafts, the latest first."""

    def people(self, text: str, chosen: PeopleFilter, offset: int, limit: int) -> People:
        """Search by words in any order, code, last digits of phone or document; sorted by surname."""

    def people_counts(self) -> dict[PeopleFilter, int]:
        """Count people under each filter."""

    def person(self, record: str, why: Why = Why.PAGE) -> Person:
        """Give one registration. Raises KeyError.

        That a coordinator or headquarters read it is sent to headquarters' audit trail, ``why`` with it.
        """

    def dossier(self, record: str) -> dict[str, Any]:
        """Give all that is kept of a person as a document for her (``core.dossier``), of every record of hers.

        Raises KeyError, Trouble(READING_CLOSED). That it was read is sent as ``person`` says, with ``Why.ACCESS``.
        """

    def look_alikes(self, fields: dict[str, Any], but_for: frozenset[str]) -> LookAlikes | None:
        """Find who may be the person of these fields, as far as they are typed; ``but_for`` are records to pass over.

        None before there is enough to go by (``likeness.is_enough``), and where registrations may not be read.
        """

    def deliveries(self, chosen: DeliveryFilter, offset: int, limit: int) -> Sequence[DeliveryRow]:
        """List registrations by how far they have come, the latest saved first."""

    def counts(self) -> Counts:
        """Give the numbers of the relay strip; ``today`` is the laptop's own calendar day."""

    def quota(self, edition: str) -> Quota:
        """Give an edition's share of migrants and refugees."""

    def tally(self, edition: str, area: Area, place: str | None, period: Period) -> Tally:
        """Count an edition for the dashboard. Raises KeyError for an edition the laptop does not hold.

        ``place`` is the outreach point or the scope of an office; None counts all and each by itself.
        """

    def reading(self) -> Reading:
        """Say whether registrations may be read; where not, lists are empty and ``person`` raises READING_CLOSED."""

    def option(self, name: str) -> str | None:
        """Give a remembered choice of this user (edition, point, notice language)."""

    def remember(self, name: str, value: str) -> None:
        """Remember a choice of this user."""
