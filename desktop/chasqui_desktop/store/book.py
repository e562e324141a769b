"""The encrypted register as the screens see it: each method is one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection

from chasqui_desktop.book import (
    DESK_DRAFT,
    Area,
    Counts,
    DeliveryFilter,
    DeliveryRow,
    Draft,
    LookAlikes,
    People,
    PeopleFilter,
    Period,
    Person,
    Quota,
    Reading,
    Reference,
    Saved,
    Tally,
    Why,
)
from chasqui_desktop.cases import CaseFilter, Cases, Conflict, Pair
from chasqui_desktop.referral import OpenedReferral, Opener, Referrals
from chasqui_desktop.store import cases, drafts, pairs, people, posts, records, referring
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.copying import Copying
from chasqui_desktop.store.dossier import dossier_of
from chasqui_desktop.store.likeness import look_alikes
from chasqui_desktop.store.person import person
from chasqui_desktop.store.reading import contact, lease_left, reading
from chasqui_desktop.store.registering import Author, Pen
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.store.tally import tally
from chasqui_sync.core.dossier import Made
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import VIEWERS, Edition, OutreachPoint, Partner, Staff

T = TypeVar("T", bound=msgspec.Struct)
_ONE_VIEW_MS = 15 * 60 * 1000
"""Reading somebody again for the same reason within a quarter of an hour is the same view."""


class EncryptedBook:
    """Keeps ``chasqui_desktop.book.Book`` over one connection."""

    def __init__(self, connection: Connection, author: Author, copying: Copying, surroundings: Surroundings) -> None:
        self._connection = connection
        self._copying = copying
        self._author = author
        self._surroundings = surroundings
        self._pen = Pen(connection, author, surroundings)
        self._just_saved: set[str] = set()
        self._viewed: dict[tuple[str, Why], int] = {}
        with transaction(connection):
            self._reading = reading(connection, surroundings.clock())

    def write_as(self, author: Author) -> None:
        """Write as this author from now on: headquarters has given her another role."""
        self._author = author
        self._pen = Pen(self._connection, author, self._surroundings)

    def reading(self) -> Reading:
        """See ``Book``."""
        return self._reading

    def lease_left(self) -> int:
        """Give the ms until reading closes without contact, as it was when the register was opened."""
        with transaction(self._connection) as connection:
            return lease_left(connection)

    def contact(self, standing: str) -> Reading:
        """Take what headquarters says of this device; see ``reading.contact``."""
        with transaction(self._connection) as connection:
            self._reading = contact(connection, standing, self._surroundings.clock())
        return self._reading

    def reference(self) -> Reference:
        """See ``Book``. Records this version cannot read are left out, not lost."""
        with transaction(self._connection) as connection:
            return Reference(
                editions=_typed(connection, "edition", Edition),
                points=_typed(connection, "outreach_point", OutreachPoint),
                partners=_typed(connection, "partner", Partner),
                staff=_typed(connection, "staff", Staff),
                user=self._author.user,
                scope=self._author.scope,
            )

    def register(self, fields: dict[str, Any], draft: str = DESK_DRAFT, signature: bytes = b"") -> Saved:
        """See ``Book``. ``fields["edition"]`` must name an edition of ``reference``: else KeyError."""
        with transaction(self._connection) as connection:
            saved = self._pen.register(fields, signature)
            drafts.drop(connection, draft)
        self._just_saved.add(saved.record)
        return saved

    def amend(self, record: str, fields: dict[str, Any], seen: dict[str, str], signature: bytes = b"") -> Saved:
        """See ``Book``."""
        with transaction(self._connection):
            return self._pen.amend(record, fields, seen, signature)

    def withdraw(self, record: str, purpose: str) -> None:
        """See ``Book``. Raises KeyError where the laptop holds none of that id."""
        with transaction(self._connection):
            self._pen.withdraw(record, purpose)

    def note(self, record: str, text: str) -> None:
        """See ``Book``."""
        with transaction(self._connection):
            self._pen.note(record, text)

    def acknowledge(self, record: str) -> None:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            raise Trouble(Problem.READING_CLOSED)
        with transaction(self._connection):
            self._pen.acknowledge(record)

    def referrals(self, keys: Opener) -> Referrals:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            return Referrals((), 0)
        with transaction(self._connection) as connection:
            return referring.referrals(connection, keys)

    def referral(self, record: str, keys: Opener) -> OpenedReferral:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            raise Trouble(Problem.READING_CLOSED)
        with transaction(self._connection) as connection:
            opened = referring.opened(connection, record, keys)
            self._note_view((record,), Why.REFERRAL)
            return opened

    def joined(self, record: str, into: str) -> None:
        """See ``Book``."""
        with transaction(self._connection):
            self._pen.joined(record, into)

    def parted(self, record: str, other: str) -> None:
        """See ``Book``."""
        with transaction(self._connection):
            self._pen.parted(record, other)

    def deleted(self, record: str) -> None:
        """See ``Book``."""
        with transaction(self._connection):
            self._pen.deleted(record)

    def erased(self, record: str) -> None:
        """See ``Book``."""
        with transaction(self._connection):
            self._pen.erased(record)

    def restored(self, record: str) -> None:
        """See ``Book``."""
        with transaction(self._connection):
            self._pen.restored(record)

    def refuse(self, edition: str, outreach_point: str) -> str:
        """See ``Book``."""
        with transaction(self._connection):
            return self._pen.refuse(edition, outreach_point)

    def take_back(self, record: str) -> None:
        """See ``Book``."""
        with transaction(self._connection):
            self._pen.take_back(record)

    def keep_draft(self, draft: str, state: dict[str, Any]) -> None:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            drafts.keep(connection, draft, state, self._surroundings.clock())

    def set_aside(self, draft: str, state: dict[str, Any]) -> str:
        """See ``Book``."""
        name = self._pen.new_record()
        with transaction(self._connection) as connection:
            drafts.keep(connection, name, state, self._surroundings.clock())
            drafts.drop(connection, draft)
        return name

    def drop_draft(self, draft: str) -> None:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            drafts.drop(connection, draft)

    def drafts(self) -> list[Draft]:
        """See ``Book``."""
        if self._reading is Reading.REVOKED:
            return []
        with transaction(self._connection) as connection:
            return drafts.kept(connection)

    def people(self, text: str, chosen: PeopleFilter, offset: int, limit: int) -> People:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            return People([], 0)
        with transaction(self._connection) as connection:
            return people.people(connection, text, chosen, offset, limit)

    def people_counts(self) -> dict[PeopleFilter, int]:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            return dict.fromkeys(PeopleFilter, 0)
        with transaction(self._connection) as connection:
            return people.people_counts(connection)

    def person(self, record: str, why: Why = Why.PAGE) -> Person:
        """See ``Book``. What was saved since the register was opened can be corrected and printed after a lease."""
        is_just_saved = self._reading is Reading.LEASE_ENDED and record in self._just_saved
        if self._reading is not Reading.OPEN and not is_just_saved:
            raise Trouble(Problem.READING_CLOSED)
        with transaction(self._connection) as connection:
            found = person(connection, record, self._copying.covers(connection))
            self._note_view((found.record, *found.joined), why)
            return found

    def dossier(self, record: str) -> dict[str, Any]:
        """See ``Book``."""
        self._must_be_open()
        made = Made(self._surroundings.clock(), self._author.user, "laptop")
        with transaction(self._connection) as connection:
            found = dossier_of(connection, record, made)
            self._note_view(tuple(each["record"] for each in found["registrations"]), Why.ACCESS)
            return found

    def look_alikes(self, fields: dict[str, Any], but_for: frozenset[str]) -> LookAlikes | None:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            return None
        with transaction(self._connection) as connection:
            return look_alikes(connection, fields, but_for)

    def cases(self, chosen: CaseFilter, offset: int, limit: int) -> Cases:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            return Cases([], 0)
        with transaction(self._connection) as connection:
            return cases.cases(connection, self._author, chosen, offset, limit)

    def case_counts(self) -> dict[CaseFilter, int]:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            return dict.fromkeys(CaseFilter, 0)
        with transaction(self._connection) as connection:
            return cases.case_counts(connection, self._author)

    def conflict(self, record: str, field: str) -> Conflict:
        """See ``Book``."""
        self._must_be_open()
        with transaction(self._connection) as connection:
            found = cases.conflict(connection, record, field)
            self._note_view((record,), Why.REVIEW)
            return found

    def settle(self, record: str, field: str, value: Any, seen: str) -> None:
        """See ``Book``."""
        with transaction(self._connection):
            self._pen.settle(record, field, value, seen)

    def pair(self, record: str, other: str) -> Pair | None:
        """See ``Book``."""
        self._must_be_open()
        with transaction(self._connection) as connection:
            found = pairs.pair_of(connection, record, other)
            if found is not None:
                self._note_view((record, other), Why.REVIEW)
            return found

    def not_the_same(self, record: str, other: str) -> None:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            # ids begin with their time
            self._pen.amend(max(record, other), {"not_same_as": [min(record, other)]}, {})
            pairs.drop(connection, record, other)

    def may_be_the_same(self, record: str, other: str) -> None:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            self._pen.forget_decision(max(record, other), min(record, other))
            pairs.put_back(connection, record)

    def compare_some(self, most: int) -> bool:
        """See ``Book``."""
        if self._reading is not Reading.OPEN:
            return False
        with transaction(self._connection) as connection:
            return pairs.compare_some(connection, most)

    def _must_be_open(self) -> None:
        if self._reading is not Reading.OPEN:
            raise Trouble(Problem.READING_CLOSED)

    def deliveries(self, chosen: DeliveryFilter, offset: int, limit: int) -> Sequence[DeliveryRow]:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            rows = people.deliveries(connection, chosen, offset, limit, self._copying.covers(connection))
        if self._reading is Reading.OPEN:
            return rows
        return [row._replace(listed_name=row.code) for row in rows]

    def counts(self) -> Counts:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            day_start = self._surroundings.day_start()
            return posts.counts(connection, self._author.user, day_start, self._copying.covers(connection))

    def quota(self, edition: str) -> Quota:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            minimum = _typed(connection, "edition", Edition)[edition].quota
            return people.quota(connection, edition, minimum)

    def tally(self, edition: str, area: Area, place: str | None, period: Period) -> Tally:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            rules = _typed(connection, "edition", Edition)[edition]
            return tally(connection, (edition, rules), area, place, period, self._surroundings)

    def option(self, name: str) -> str | None:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            return drafts.chosen(connection, name)

    def remember(self, name: str, value: str) -> None:
        """See ``Book``."""
        with transaction(self._connection) as connection:
            drafts.choose(connection, name, value)

    def _note_view(self, names: tuple[str, ...], why: Why) -> None:
        """Write a view down where the author's role asks for it, but one on show is read again as it changes."""
        if self._author.role not in VIEWERS:
            return
        now = self._surroundings.clock()
        for name in names:
            last = self._viewed.get((name, why))
            if last is None or not 0 <= now - last < _ONE_VIEW_MS:
                self._pen.viewed(name, why.value)
                self._viewed[name, why] = now


def _typed(connection: Connection, kind: str, shape: type[T]) -> dict[str, T]:
    typed = {}
    for name, state in records.of_kind(connection, kind).items():
        try:
            typed[name] = msgspec.convert(state.fields, shape)
        except msgspec.ValidationError:
            continue
    return typed
