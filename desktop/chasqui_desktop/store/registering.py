"""Writing: one act becomes one operation in the journal and one folded record, in one transaction."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, select

from chasqui_desktop.book import Saved
from chasqui_desktop.store import journal, records
from chasqui_desktop.store.extracted import told
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.store.tables import sync_state
from chasqui_sync import wire
from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.ids import new_record_id, registration_code
from chasqui_sync.core.names import listed_name
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.records import SCHEMA, Edition
from chasqui_sync.sealing import seal

SUPPORT_ANSWERS = "support_answers"
"""What the desk heard: ``{question: yes | no | unsaid, "note": …, "accepted": …}``; it is never kept as it is."""

_anchor = Prepared(select(sync_state.c.anchor), [])


class Author(NamedTuple):
    """Who writes: a staff record, and the partner's record that is the scope of what she writes."""

    user: str
    scope: str


class Pen:
    """Composes operations for one author and writes them; each call belongs inside a transaction."""

    def __init__(self, connection: Connection, author: Author, surroundings: Surroundings) -> None:
        self._connection = connection
        self._author = author
        self._surroundings = surroundings

    def register(self, fields: dict[str, Any]) -> Saved:
        """Write a new person; ``fields["edition"]`` must name an edition the laptop holds."""
        edition = self._edition(fields["edition"])
        name = self.new_record()
        fields = {field: value for field, value in fields.items() if value is not None}
        fields["code"] = registration_code(edition.prefix, name)
        fields["promoter"] = self._author.user
        fields["partner"] = self._author.scope
        _close_support(fields, name, edition)
        state, seq = self.write("create", "entrepreneur", name, fields)
        return _saved(state, seq)

    def amend(self, name: str, fields: dict[str, Any], seen: dict[str, str]) -> Saved:
        """Write changed fields of a person. Raises KeyError where the laptop holds none of that id."""
        found = records.held(self._connection, name)
        if found is None:
            raise KeyError(name)
        fields = dict(fields)
        if SUPPORT_ANSWERS in fields:
            _close_support(fields, name, self._edition(found.state.fields["edition"]))
        seen = {field: names for field, names in seen.items() if field in fields}
        state, seq = self.write("set", found.state.kind, name, fields, seen)
        return _saved(state, seq)

    def withdraw(self, name: str, purpose: str) -> None:
        """Take back one consent of a person. Raises KeyError where the laptop holds none of that id."""
        found = records.held(self._connection, name)
        if found is None:
            raise KeyError(name)
        field = f"consent_{purpose}"
        seen = found.state.seen_of(field, rivals=True)
        self.write("withdraw", found.state.kind, name, {field: False}, {field: seen} if seen else None)

    def refuse(self, edition: str, outreach_point: str) -> str:
        """Count somebody who did not want to register; nothing is known of her but where and on what day."""
        name = self.new_record()
        day = self._surroundings.today().isoformat()
        self.write("create", "refusal", name, {"edition": edition, "outreach_point": outreach_point, "day": day})
        return name

    def take_back(self, name: str) -> None:
        """Delete a refusal. Raises KeyError where the laptop holds none of that id."""
        found = records.held(self._connection, name)
        if found is None or found.state.kind != "refusal":
            raise KeyError(name)
        self.write("delete", "refusal", name, {})

    def new_record(self) -> str:
        """Make a record id."""
        return new_record_id(self._surroundings.clock(), self._surroundings.randomness(10))

    def write(
        self, action: str, kind: str, name: str, fields: dict[str, Any], seen: dict[str, str] | None = None
    ) -> tuple[State, int]:
        """Append one operation and fold it into its record; give the record's state and the seq."""
        operation = Operation(
            kind=kind,
            record=name,
            action=action,
            fields=fields,
            seen=seen or {},
            user=self._author.user,
            scope=self._author.scope,
            schema=SCHEMA,
            saved_at=self._surroundings.clock(),
            anchor=_anchor.ask(self._connection).scalar_one(),
        )
        found = records.held(self._connection, name)
        end = journal.append(self._connection, operation, wire.encode_operation(operation))
        state = fold(found.state if found else None, operation, end.name(end.seq))
        records.keep(self._connection, [records.Kept(told(state, wire.encode(state)), end.seq)])
        return state, end.seq

    def _edition(self, name: str) -> Edition:
        found = records.held(self._connection, name)
        if found is None:
            raise KeyError(name)
        return msgspec.convert(found.state.fields, Edition)


def _close_support(fields: dict[str, Any], name: str, edition: Edition) -> None:
    """Put sealed bytes where the answers stood: nobody at this laptop reads them again."""
    answers = fields.pop(SUPPORT_ANSWERS, None)
    if not answers:
        return
    assert edition.protection_key, "support is asked only where the edition has somebody to read the answers"
    fields["support"] = msgspec.to_builtins(seal(answers, name, edition.protection_key))
    fields["support_asked"] = True


def _saved(state: State, seq: int) -> Saved:
    return Saved(state.id, state.fields.get("code", ""), seq, listed_name(state.fields))
