"""Writing: one act becomes one operation in the journal and one folded record, in one transaction."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, select

from chasqui_desktop.book import Saved
from chasqui_desktop.store import blobs, joins, journal, records
from chasqui_desktop.store.extracted import told
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.referring import receipt_of
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.store.tables import sync_state
from chasqui_sync import wire
from chasqui_sync.core.blobs import named
from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.ids import new_record_id, registration_code
from chasqui_sync.core.names import listed_name
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import SCHEMA, VIEW, Edition
from chasqui_sync.core.state import DELETED, JOINED, RECORD
from chasqui_sync.sealing import seal

SUPPORT_ANSWERS = "support_answers"
"""What the desk heard: ``{question: yes | no | unsaid, "note": …, "accepted": …}``; it is never kept as it is."""

SIGNATURE = "image/png"
"""What a signature is."""

DECISIONS = ("not_same_as", "recognised")
"""What people decided about who is who: sets that only grow, so two who decide apart are no conflict."""

_anchor = Prepared(select(sync_state.c.anchor), [])


class Author(NamedTuple):
    """Who writes: a staff record, the partner's record that is the scope of what she writes, and her role."""

    user: str
    scope: str
    role: str = "promoter"


class Pen:
    """Composes operations for one author and writes them; each call belongs inside a transaction."""

    def __init__(self, connection: Connection, author: Author, surroundings: Surroundings) -> None:
        self._connection = connection
        self._author = author
        self._surroundings = surroundings

    def register(self, fields: dict[str, Any], signature: bytes = b"") -> Saved:
        """Write a new person; ``fields["edition"]`` must name an edition the laptop holds.

        ``signature``: a PNG of what she signed on the screen.
        """
        edition = self._edition(fields["edition"])
        name = self.new_record()
        fields = {field: value for field, value in fields.items() if value is not None}
        fields["code"] = registration_code(edition.prefix, name)
        fields["promoter"] = self._author.user
        fields["partner"] = self._author.scope
        _close_support(fields, name, edition)
        _name_signature(fields, fields.get("consent"), signature)
        state, seq = self.write("create", "entrepreneur", name, fields)
        self._keep_signature(name, seq, signature)
        return _saved(state, seq)

    def amend(self, name: str, fields: dict[str, Any], seen: dict[str, str], signature: bytes = b"") -> Saved:
        """Write changed fields of a person, and the PNG she signed. Raises KeyError where none of that id is here."""
        found = self._held(name)
        decided = {field: fields[field] for field in DECISIONS if fields.get(field)}
        fields = {field: value for field, value in fields.items() if field not in DECISIONS}
        if SUPPORT_ANSWERS in fields:
            _close_support(fields, name, self._edition(found.state.fields["edition"]))
        _name_signature(fields, fields.get("consent", found.state.fields.get("consent")), signature)
        seen = {field: names for field, names in seen.items() if field in fields}
        state, seq = found.state, found.last_seq or 0
        if fields:
            state, seq = self.write("set", state.kind, name, fields, seen)
            self._keep_signature(name, seq, signature)
        if decided:
            seen = {field: names for field in decided if (names := state.seen_of(field)) is not None}
            state, seq = self.write("add", state.kind, name, decided, seen)
        return _saved(state, seq)

    def settle(self, name: str, field: str, value: Any, seen: str) -> None:
        """Write what is to stand of values that contend; ``seen`` names all whose values she had before her.

        Raises KeyError where the laptop holds none of that id.
        """
        self.write("resolve", self._held(name).state.kind, name, {field: value}, {field: seen} if seen else None)

    def forget_decision(self, name: str, other: str) -> None:
        """Take back that a person is not another; writes nothing where it was not said. Raises KeyError."""
        state = self._held(name).state
        if other in (state.fields.get("not_same_as") or ()):
            seen = {"not_same_as": state.seen_of("not_same_as") or ""}
            self.write("remove", state.kind, name, {"not_same_as": [other]}, seen)

    def withdraw(self, name: str, purpose: str) -> None:
        """Take back one consent of a person. Raises KeyError where the laptop holds none of that id."""
        field = f"consent_{purpose}"
        # whoever was registered twice withdraws in each of her records: parting them gives none of it back
        for found in self._person(name):
            seen = found.state.seen_of(field, rivals=True)
            self.write("withdraw", found.state.kind, found.state.id, {field: False}, {field: seen} if seen else None)

    def note(self, name: str, text: str) -> None:
        """Add a remark to a person's. Raises KeyError where the laptop holds none of that id."""
        state = self._person(name)[0].state
        note = {"text": text, "user": self._author.user, "at": self._surroundings.clock()}
        seen = state.seen_of("notes")
        self.write("add", state.kind, state.id, {"notes": [note]}, {"notes": seen} if seen else None)

    def acknowledge(self, name: str) -> None:
        """Say that a person's sealed answers were received; writes nothing where they were. Raises KeyError."""
        receipt = receipt_of(self._connection, name, self._surroundings.clock())
        if receipt is not None:
            state = self._held(name).state
            seen = state.seen_of("support_received")
            fields = {"support_received": [msgspec.to_builtins(receipt)]}
            self.write("add", state.kind, name, fields, {"support_received": seen} if seen else None)

    def joined(self, name: str, into: str) -> None:
        """Say that two records are of one person; the first was joined into the second. Both stay as they are.

        Writes nothing where they are one person already. Raises KeyError where the laptop holds one of them not.
        """
        one, other = self._person(name)[0].state, self._person(into)[0].state
        if one.id != other.id:
            self.write("merge", one.kind, one.id, {"into": other.id})

    def parted(self, name: str, other: str) -> None:
        """Undo what joins two records directly, or else whatever joins the first to anybody. Raises KeyError."""
        links = joins.links_of(self._connection, name)
        direct = [(a, b) for a, b in ((name, other), (other, name)) if b in links.get(a, ())]
        for record, into in direct or [(name, into) for into in links.get(name, ())]:
            state = self._held(record).state
            undone = [fate.head.operation for fate in state.fates if fate.action == "merge" and fate.into == into]
            self.write("unmerge", state.kind, record, {"from": into}, {JOINED: " ".join(undone)})

    def deleted(self, name: str) -> None:
        """Delete a record; who edited it without this being known is asked about. Raises KeyError."""
        state = self._held(name).state
        seen = {RECORD: " ".join(state.writers())}
        if earlier := state.seen_fates("delete"):
            seen[DELETED] = earlier
        self.write("delete", state.kind, name, {}, seen)

    def erased(self, name: str) -> None:
        """Erase a person at her own request: all her records, for ever, here and everywhere.

        Raises KeyError, and Trouble(NOT_PERMITTED) for who may not.
        """
        if self._author.role not in {"coordinator", "headquarters"}:
            raise Trouble(Problem.NOT_PERMITTED)
        for found in self._person(name):
            self.write("erase", found.state.kind, found.state.id, {})

    def restored(self, name: str) -> None:
        """Take a deletion back; writes nothing where there is none. Raises KeyError."""
        state = self._held(name).state
        if deletions := state.seen_fates("delete"):
            self.write("resolve", state.kind, name, {}, {DELETED: deletions})

    def refuse(self, edition: str, outreach_point: str) -> str:
        """Count somebody who did not want to register; nothing is known of her but where and on what day."""
        name = self.new_record()
        day = self._surroundings.today().isoformat()
        self.write("create", "refusal", name, {"edition": edition, "outreach_point": outreach_point, "day": day})
        return name

    def take_back(self, name: str) -> None:
        """Delete a refusal. Raises KeyError where the laptop holds none of that id."""
        if self._held(name).state.kind != "refusal":
            raise KeyError(name)
        self.deleted(name)

    def viewed(self, name: str, why: str) -> None:
        """Write down that the author saw who a record is of. It travels like any operation, and is no record here."""
        self._append("create", VIEW, self.new_record(), {"of": name, "why": why}, {}, self._author.scope)

    def new_record(self) -> str:
        """Make a record id."""
        return new_record_id(self._surroundings.clock(), self._surroundings.randomness(10))

    def write(
        self, action: str, kind: str, name: str, fields: dict[str, Any], seen: dict[str, str] | None = None
    ) -> tuple[State, int]:
        """Append one operation and fold it into its record; give the record's state and the seq."""
        found = records.held(self._connection, name)
        # headquarters writes into every scope; what it writes about a record belongs to that record's
        into = found.state.scope if found is not None and self._author.role == "headquarters" else self._author.scope
        operation, end = self._append(action, kind, name, fields, seen or {}, into)
        state = fold(found.state if found else None, operation, end.name(end.seq))
        joins.keep(self._connection, [records.Kept(told(state, wire.encode(state)), end.seq)])
        return state, end.seq

    def _append(
        self, action: str, kind: str, name: str, fields: dict[str, Any], seen: dict[str, str], scope: str
    ) -> tuple[Operation, journal.Place]:
        operation = Operation(
            kind=kind,
            record=name,
            action=action,
            fields=fields,
            seen=seen,
            user=self._author.user,
            scope=scope,
            schema=SCHEMA,
            saved_at=self._surroundings.clock(),
            anchor=_anchor.ask(self._connection).scalar_one(),
        )
        return operation, journal.append(self._connection, operation, wire.encode_operation(operation))

    def _keep_signature(self, name: str, seq: int, signature: bytes) -> None:
        if signature:
            blobs.keep(self._connection, seq, name, signature)

    def _edition(self, name: str) -> Edition:
        return msgspec.convert(self._held(name).state.fields, Edition)

    def _held(self, name: str) -> records.Held:
        found = records.held(self._connection, name)
        if found is None:
            raise KeyError(name)
        return found

    def _person(self, name: str) -> list[records.Held]:
        """Give a person's records, the one that speaks for her first. Raises KeyError."""
        self._held(name)
        return joins.person_of(self._connection, name)


def _close_support(fields: dict[str, Any], name: str, edition: Edition) -> None:
    """Put sealed bytes where the answers stood: nobody at this laptop reads them again."""
    answers = fields.pop(SUPPORT_ANSWERS, None)
    if not answers:
        return
    assert edition.protection_key, "support is asked only where the edition has somebody to read the answers"
    fields["support"] = msgspec.to_builtins(seal(answers, name, edition.protection_key))
    fields["support_asked"] = True


def _name_signature(fields: dict[str, Any], consent: dict[str, Any] | None, signature: bytes) -> None:
    """Put what names a signature into the consent it is under."""
    if signature:
        assert consent, "a signature is under a consent"
        fields["consent"] = {**consent, "signature": msgspec.to_builtins(named(signature, SIGNATURE))}


def _saved(state: State, seq: int) -> Saved:
    return Saved(state.id, state.fields.get("code", ""), seq, listed_name(state.fields))
