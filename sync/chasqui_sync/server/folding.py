"""Folding a run of operations into the records they touch: read once, folded in memory, written once."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, select

from chasqui_sync import wire
from chasqui_sync.core import rules
from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.database import put
from chasqui_sync.server.tables import departure, record

ACTIVE = "active"
HEADQUARTERS = "headquarters"
EVERYBODY = ""
"""Holder of a record that is in the caseload of everybody within its scope."""

_OF_HEADQUARTERS = frozenset({"edition", "outreach_point", "partner", "staff"})
_RECORD_ID = re.compile(r"[0-9a-f]{32}")
# struct fields in their order, documents by sorted key: equal states give equal bytes on every database
_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(State)


class Author(NamedTuple):
    """What headquarters knows of the device whose journal an operation stands in."""

    device: str
    user: str
    role: str
    scope: str
    status: str


class Place(NamedTuple):
    """An operation's place: its journal, seq, and when headquarters received it (ms since 1970 UTC)."""

    incarnation: str
    seq: int
    received: int


class Refused(NamedTuple):
    """An operation that changes nothing for now: kept, said in the receipt, in nobody's way."""

    seq: int
    record: str
    operation: bytes
    problem: Problem


class Folding:
    """The records one batch touches, folded one operation after the other under headquarters' lock."""

    def __init__(self, connection: Connection, author: Author, incarnation: str, received: int, position: int) -> None:
        """Take the last position given so far; ``received`` is ms since 1970 UTC."""
        self._connection = connection
        self._author = author
        self._incarnation = incarnation
        self._received = received
        self._today = datetime.fromtimestamp(received / 1000, UTC).date()
        self._states: dict[str, State] = {}
        self._holders: dict[str, str] = {}
        self._changed: set[str] = set()
        self._departures: list[dict[str, Any]] = []
        self.position = position
        self.refused: list[Refused] = []

    def fold(self, first: int, run: list[bytes]) -> None:
        """Fold a run of operations that begins at seq ``first``. No operation stands in another's way."""
        operations = [_read(data) for data in run]
        self._load({operation.record for operation in operations if operation is not None})
        for seq, (data, operation) in enumerate(zip(run, operations, strict=True), first):
            problem = Problem.OPERATION_UNREADABLE if operation is None else self._apply(operation, seq)
            if problem is not None:
                self.refused.append(Refused(seq, operation.record if operation else "", data, problem))

    def write(self) -> None:
        """Write every record that changed."""
        rows = [_row(self._states[name], self._holders[name]) for name in sorted(self._changed)]
        put(self._connection, record, rows)
        put(self._connection, departure, self._departures)

    def _load(self, names: set[str]) -> None:
        asked = sorted(names)
        columns = select(record.c.id, record.c.holder, record.c.state)
        for start in range(0, len(asked), 1000):
            found = self._connection.execute(columns.where(record.c.id.in_(asked[start : start + 1000])))
            for name, holder, state in found:
                self._states[name] = _decoder.decode(state)
                self._holders[name] = holder

    def _apply(self, operation: Operation, seq: int) -> Problem | None:
        if self._author.status != ACTIVE:
            return Problem.DEVICE_REVOKED
        if not _may_write(self._author, operation):
            return Problem.SCOPE_OUTSIDE
        before = self._states.get(operation.record)
        name = operation_name(self._author.device, self._incarnation, seq)
        try:
            after = fold(before, operation, name, self._received)
        except Trouble as trouble:
            return trouble.problem
        if operation.action != "withdraw" and _breaks_a_rule(before, after, self._today):
            return Problem.RULE_BROKEN
        self.position += 1
        after.at = self.position
        self._states[operation.record] = after
        self._changed.add(operation.record)
        self._hand_over(after, operation)
        return None

    def _hand_over(self, state: State, operation: Operation) -> None:
        """Note whose caseload the record is in now, and whose it left."""
        former = self._holders.get(state.id)
        holder = _holder(state, operation.user if former is None else former)
        self._holders[state.id] = holder
        if former is not None and former != holder:
            left = {"scope": state.scope, "holder": former, "at": state.at, "record": state.id}
            self._departures.append(left)


def _read(data: bytes) -> Operation | None:
    """Read an operation, None where it can't be: too long, no document, or a name that is none."""
    if len(data) > wire.LONGEST_OPERATION:
        return None
    try:
        operation = wire.decode_operation(data)
    except Trouble:
        return None
    return operation if _RECORD_ID.fullmatch(operation.record) else None


def _may_write(author: Author, operation: Operation) -> bool:
    if operation.user != author.user:
        return False
    if author.role == HEADQUARTERS:
        return True
    return operation.scope == author.scope and operation.kind not in _OF_HEADQUARTERS


def _breaks_a_rule(before: State | None, after: State, today: date) -> bool:
    """Tell whether a hard rule is broken that was not broken before: an old fault must not bar a correction."""
    if after.deleted:
        return False
    broken = rules.hard(rules.check(after.kind, after.fields, today))
    if not broken or before is None:
        return bool(broken)
    known = {(each.field, each.problem) for each in rules.hard(rules.check(before.kind, before.fields, today))}
    return any((each.field, each.problem) not in known for each in broken)


def _holder(state: State, otherwise: str) -> str:
    if state.kind == "staff":
        return state.id
    if state.kind in _OF_HEADQUARTERS and state.scope == EVERYONE:
        return EVERYBODY
    promoter = state.fields.get("promoter")
    return _short(promoter) or otherwise


def _row(state: State, holder: str) -> dict[str, Any]:
    fields = state.fields
    document = fields.get("document")
    phones = fields.get("phones")
    first_phone = phones[0] if isinstance(phones, list) and phones else None
    return {
        "scope": state.scope,
        "id": state.id,
        "kind": state.kind,
        "at": state.at,
        "state": _encoder.encode(state),
        "holder": holder,
        "code": _short(fields.get("code")),
        "edition": _short(fields.get("edition")),
        "outreach_point": _short(fields.get("outreach_point")),
        "document": _document_key(document),
        "phone": _short(first_phone.get("number")) if isinstance(first_phone, dict) else None,
    }


def _document_key(document: object) -> str | None:
    if not isinstance(document, dict) or not document.get("number"):
        return None
    return _short(f"{document.get('scheme')}:{document['number']}")


def _short(value: object) -> str | None:
    """Give a text as an indexed column takes it: PostgreSQL holds no NUL, and a key has its length."""
    return value.replace("\0", "")[:64] if isinstance(value, str) else None
