"""Folding a run of operations into the records they touch, slice by slice: read, folded in memory, written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, bindparam, delete, exists, select

from chasqui_sync import wire
from chasqui_sync.core import rules
from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.ids import device_of, operation_name
from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.core.problems import BY_NUMBER, Problem, Trouble
from chasqui_sync.core.records import VIEW
from chasqui_sync.server import audit, authors
from chasqui_sync.server.authors import HEADQUARTERS, OF_HEADQUARTERS, Author
from chasqui_sync.server.bulk import Appending, appending, in_list, list_of, one_of
from chasqui_sync.server.database import put
from chasqui_sync.server.erasing import Erased
from chasqui_sync.server.tables import departure, quarantine, record, ruling

EVERYBODY = ""
"""Holder of a record that is in the caseload of everybody within its scope."""
RESTING = "~"
"""Before the holder of a record that fell out of her caseload; see ``caseloads``."""

_ERASING = frozenset({HEADQUARTERS, "coordinator"})
_MENDED_LATER = frozenset({Problem.RULE_BROKEN, Problem.RECORD_UNKNOWN})
_MOST_WAITING = 50
"""Each later operation tries those that wait again: without a limit, one laptop could keep the lock for hours."""
_SLICE = 1000
"""Operations between two questions to the database: few enough for the records they name to fit in memory."""
_RECORD_ID = re.compile(r"[0-9a-f]{32}")
# struct fields in their order, documents by sorted key: equal states give equal bytes on every database
_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(State)
_any_apart = select(exists().where(quarantine.c.scope == bindparam("scope")))


class Refused(NamedTuple):
    """An operation that changes nothing for now: kept, said in the receipt, in nobody's way."""

    device: str
    incarnation: str
    seq: int
    record: str
    operation: bytes
    problem: Problem
    received: int

    @property
    def name(self) -> str:
        """Name the operation as heads do."""
        return operation_name(self.device, self.incarnation, self.seq)


class Folding:
    """The records one batch touches, folded one operation after the other under headquarters' lock.

    An operation that was refused for its record's sake (a rule broken, no such record) waits: when a
    later one mends the record, both are folded, so that a correction is never without what it corrects.
    How a run is sliced changes nothing, as how a journal is cut into batches changes nothing.
    """

    def __init__(self, connection: Connection, author: Author, incarnation: str, received: int, position: int) -> None:
        """Take the last position given so far; ``received`` is ms since 1970 UTC."""
        self._connection = connection
        self._author = author
        self._incarnation = incarnation
        self._received = received
        self.may_wait: bool | None = None
        """Whether anything of this scope is in quarantine at all; None before it was asked."""
        self.position = position
        self._erased: set[str] = set()
        self._emptied: set[str] = set()
        self._forget()

    @property
    def erased(self) -> Erased:
        """Give the records found erased, or erased, by what was folded, and the operations whose bytes are to go."""
        return Erased(frozenset(self._erased), frozenset(self._emptied))

    def fold(self, first: int, run: list[bytes]) -> None:
        """Fold a run of operations that begins at seq ``first``. No operation stands in another's way."""
        for start in range(0, len(run), _SLICE):
            self._fold_slice(first + start, run[start : start + _SLICE])

    def _forget(self) -> None:
        """Begin a slice: what the one before it held is in the database."""
        self._states: dict[str, State] = {}
        self._holders: dict[str, str] = {}
        self._found: frozenset[str] = frozenset()
        self._named: Counter[str] = Counter()
        self._waiting: defaultdict[str, list[Refused]] = defaultdict(list)
        self._changed: set[str] = set()
        self._released: list[tuple[Refused, int]] = []
        """What waited here before, and the position at which it was folded."""
        self._departures: list[dict[str, Any]] = []
        self._refused: list[Refused] = []
        self._trail: list[audit.Entry] = []

    def _fold_slice(self, first: int, run: list[bytes]) -> None:
        self._named = _names(run)
        self._load(sorted(self._named))
        with appending(self._connection, record) as new:
            for seq, data in enumerate(run, first):
                operation = _read(data)
                problem = Problem.OPERATION_UNREADABLE if operation is None else self._apply(operation, data, seq, new)
                if problem is not None:
                    self._refuse(seq, operation, data, problem)
        self._write()
        self._forget()

    def _write(self) -> None:
        """Write the changed records that are not written yet, and what is refused still."""
        replaced = sorted(self._changed & self._found)
        if replaced:
            self._connection.execute(delete(record).where(one_of(self._connection, record.c.id, replaced)))
        with appending(self._connection, record) as rows:
            for name in sorted(self._changed):
                rows.add(_row(self._states[name], self._holders[name]))
        put(self._connection, departure, self._departures)
        put(self._connection, ruling, [self._ruled(each, at) for each, at in self._released])
        for each, _ in self._released:
            self._connection.execute(
                delete(quarantine).where(
                    quarantine.c.scope == self._author.scope,
                    quarantine.c.device == each.device,
                    quarantine.c.incarnation == each.incarnation,
                    quarantine.c.seq == each.seq,
                )
            )
        put(self._connection, quarantine, [self._kept(each) for each in self._refused])
        audit.write_all(self._connection, self._trail)
        self.may_wait = self.may_wait or bool(self._refused)

    def _load(self, names: list[str]) -> None:
        asked = {"names": list_of(self._connection, names)}
        for name, holder, state in self._connection.execute(_states(self._connection.dialect.name), asked):
            self._states[name] = _decoder.decode(state)
            self._holders[name] = holder
        self._found = frozenset(self._states)
        if self.may_wait is None:
            self.may_wait = bool(self._connection.scalar(_any_apart, {"scope": self._author.scope}))
        if self.may_wait:
            self._load_waiting(names)

    def _load_waiting(self, names: list[str]) -> None:
        waiting = (
            select(quarantine)
            .where(
                quarantine.c.scope == self._author.scope,
                one_of(self._connection, quarantine.c.record, names),
                quarantine.c.problem.in_([problem.number for problem in _MENDED_LATER]),
            )
            .order_by(quarantine.c.received_at, quarantine.c.device, quarantine.c.incarnation, quarantine.c.seq)
        )
        for row in self._connection.execute(waiting):
            problem = BY_NUMBER[row.problem]
            kept = Refused(row.device, row.incarnation, row.seq, row.record, row.operation, problem, row.received_at)
            self._wait(kept)

    def _apply(self, operation: Operation, data: bytes, seq: int, new: Appending) -> Problem | None:
        if operation.kind == VIEW and operation.action == "create":
            return self._view(operation)
        writer = authors.as_written(self._author, operation)
        barred = authors.barred(writer, operation, self._received)
        if barred is not None:
            return barred
        known = self._states.get(operation.record)
        # what is erased already anybody may say to be: so a laptop writes again what it may not keep
        if operation.action == "erase" and not (known and known.erased) and writer.role not in _ERASING:
            return Problem.NOT_PERMITTED
        name = operation_name(self._author.device, self._incarnation, seq)
        waiting = self._waiting.get(operation.record, [])
        problem = None
        for earlier in (waiting, []) if waiting else ([],):
            try:
                after = self._folded(operation, name, earlier, self._received, data)
            except Trouble as trouble:
                # its own fault says more than that of what waits before it, and that more than a missing record
                own = problem is None or trouble.problem is not Problem.RECORD_UNKNOWN
                problem = trouble.problem if own else problem
            else:
                self._take(after, operation, earlier, new)
                self._take_waiting(operation.record, new)
                return None
        return problem

    def _view(self, operation: Operation) -> Problem | None:
        told = authors.view(authors.as_written(self._author, operation), operation, self._received)
        if isinstance(told, Problem):
            return told
        self._trail.append(told)
        return None

    def _take_waiting(self, record_id: str, new: Appending) -> None:
        """Fold what waited and needs to wait no more: its record has come, or was mended by somebody else."""
        is_moving = True
        while is_moving and self._waiting.get(record_id):
            is_moving = False
            for each in list(self._waiting[record_id]):
                operation = wire.decode_operation(each.operation)
                try:
                    after = self._folded(operation, each.name, [], each.received, each.operation)
                except Trouble:
                    continue
                self._take(after, operation, [each], new)
                is_moving = True

    def _folded(self, operation: Operation, name: str, earlier: list[Refused], received: int, data: bytes) -> State:
        """Give the record after what waited and this one. Raises Trouble as fold, and Trouble(RULE_BROKEN)."""
        before = after = self._states.get(operation.record)
        for each in earlier:
            after = fold(after, wire.decode_operation(each.operation), each.name, each.received)
        after = fold(after, operation, name, received)
        # a withdrawal needs no sound record, but it makes nothing sound that waits for it
        is_all_of_it = before is None and not earlier
        if (earlier or operation.action != "withdraw") and _breaks_a_rule(before, after, data if is_all_of_it else b""):
            raise Trouble(Problem.RULE_BROKEN)
        return after

    def _take(self, after: State, operation: Operation, earlier: list[Refused], new: Appending) -> None:
        self.position += 1
        after.at = self.position
        self._hand_over(after, operation)
        if after.erased:
            self._note_erased(after, operation)
        is_waited_for = bool(self._waiting.get(after.id))
        if self._named[after.id] == 1 and after.id not in self._found and not is_waited_for:
            # new, and named by no other operation of the slice: on its way while the next ones are folded
            new.add(_row(after, self._holders[after.id]))
        else:
            self._states[after.id] = after
            self._changed.add(after.id)
        if earlier:
            # what was refused in this very slice nobody was told of
            self._released += [(each, self.position) for each in earlier if each not in self._refused]
            self._refused = [each for each in self._refused if each not in earlier]
            self._waiting[after.id] = [each for each in self._waiting[after.id] if each not in earlier]

    def _note_erased(self, after: State, operation: Operation) -> None:
        before = self._states.get(after.id)
        known = before.heard() if before is not None and before.erased else set()
        if not known and operation.user != device_of(after.head.operation):
            # headquarters' own commands say themselves who decided it, and why
            entry = audit.Entry(after.head.time, operation.user, audit.ERASED, after.id, "on a laptop")
            self._trail.append(entry)
        self._erased.add(after.id)
        self._emptied |= after.heard() - known - {after.head.operation}

    def _refuse(self, seq: int, operation: Operation | None, data: bytes, problem: Problem) -> None:
        device, name = self._author.device, operation.record if operation else ""
        refused = Refused(device, self._incarnation, seq, name, data, problem, self._received)
        self._refused.append(refused)
        about = self._states.get(name)
        if about is not None and about.erased:
            self._erased.add(name)
            self._emptied.add(refused.name)
        if problem in _MENDED_LATER:
            self._wait(refused)

    def _wait(self, refused: Refused) -> None:
        waiting = self._waiting[refused.record]
        if len(waiting) < _MOST_WAITING:
            waiting.append(refused)

    def _hand_over(self, state: State, operation: Operation) -> None:
        """Note whose caseload the record is in now, and whose it left.

        It leaves its writer's again where it was no longer hers: her laptop kept it for what was not sent yet.
        """
        former = self._holders.get(state.id)
        holder = _holder(state, operation.user if former is None else former.removeprefix(RESTING))
        self._holders[state.id] = holder
        gone_from = {operation.user} if self._author.role == "promoter" and holder != EVERYBODY else set()
        if former is not None and not former.startswith(RESTING):
            gone_from.add(former)
        self._departures += [
            {"scope": state.scope, "holder": one, "at": state.at, "record": state.id}
            for one in sorted(gone_from - {holder})
        ]

    def _ruled(self, released: Refused, at: int) -> dict[str, Any]:
        place = {"device": released.device, "incarnation": released.incarnation, "seq": released.seq}
        return {"scope": self._author.scope, **place, "problem": 0, "at": at}

    def _kept(self, refused: Refused) -> dict[str, Any]:
        return {
            "scope": self._author.scope,
            "device": refused.device,
            "incarnation": refused.incarnation,
            "seq": refused.seq,
            "record": refused.record,
            "operation": refused.operation,
            "problem": refused.problem.number,
            "received_at": refused.received,
        }


@cache
def _states(dialect: str) -> Select[str, str, bytes]:
    listed = in_list(dialect, record.c.id, bindparam("names"))
    return select(record.c.id, record.c.holder, record.c.state).where(listed)


def _names(run: list[bytes]) -> Counter[str]:
    """Count how often each record is named, without reading the rest: a thousand whole operations fill the cache."""
    names = Counter(map(wire.record_named, run))
    return Counter({name: count for name, count in names.items() if name and _RECORD_ID.fullmatch(name)})


def _read(data: bytes) -> Operation | None:
    """Read an operation, None where it can't be: too long, no document, or a name that is none."""
    if len(data) > wire.LONGEST_OPERATION:
        return None
    try:
        operation = wire.decode_operation(data)
    except Trouble:
        return None
    return operation if _RECORD_ID.fullmatch(operation.record) else None


def _breaks_a_rule(before: State | None, after: State, written: bytes) -> bool:
    """Tell whether a hard rule is broken that was not broken before: an old fault must not bar a correction.

    ``written``: the operation's bytes, where the record has nothing but what stands there.
    """
    if after.deleted:
        return False
    broken = rules.hard(after.kind, after.fields, written)
    if not broken or before is None:
        return bool(broken)
    known = {(each.field, each.problem) for each in rules.hard(before.kind, before.fields)}
    return any((each.field, each.problem) not in known for each in broken)


def _holder(state: State, otherwise: str) -> str:
    if state.kind == "staff":
        return state.id
    if state.kind in OF_HEADQUARTERS and state.scope == EVERYONE:
        return EVERYBODY
    promoter = state.fields.get("promoter")
    return _short(promoter) or otherwise


def _row(state: State, holder: str) -> tuple[Any, ...]:
    """Give a record's row, in the order of the table's columns."""
    fields = state.fields
    phones = fields.get("phones")
    first_phone = phones[0] if isinstance(phones, list) and phones else None
    return (
        state.scope,
        state.id,
        state.kind,
        state.at,
        _encoder.encode(state),
        holder,
        _short(fields.get("code")),
        _short(fields.get("edition")),
        _short(fields.get("outreach_point")),
        _document_key(fields.get("document")),
        _short(first_phone.get("number")) if isinstance(first_phone, dict) else None,
    )


def _document_key(document: object) -> str | None:
    if not isinstance(document, dict) or not document.get("number"):
        return None
    return _short(f"{document.get('scheme')}:{document['number']}")


def _short(value: object) -> str | None:
    """Give a text as an indexed column takes it: PostgreSQL holds no NUL, and a key has its length."""
    return value.replace("\0", "")[:64] if isinstance(value, str) else None
