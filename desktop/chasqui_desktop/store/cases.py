"""What is to be reviewed: listed from small tables beside the records, told from the records themselves."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, literal, select, union_all

from chasqui_desktop.cases import Case, CaseFilter, Cases, Conflict, Written
from chasqui_desktop.store import journal, records
from chasqui_desktop.store.lives import lives as read_lives
from chasqui_desktop.store.registering import Author
from chasqui_desktop.store.tables import contested, pair, record
from chasqui_sync.core.ids import device_of
from chasqui_sync.core.likeness import percent
from chasqui_sync.core.names import short_name
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.state import Head, State

_MOST_BESIDE = 3
_MOST_HISTORY = 4
_one, _other = record.alias("one"), record.alias("two")


def cases(connection: Connection, author: Author, chosen: CaseFilter, offset: int, limit: int) -> Cases:
    """See ``Book.cases``."""
    all_of_them = union_all(*_queries(author, chosen)).subquery()
    wanted = select(all_of_them).order_by(
        all_of_them.c.at.desc(), all_of_them.c.record, all_of_them.c.field, all_of_them.c.other
    )
    rows = connection.execute(wanted.limit(limit).offset(offset)).all()
    total = connection.execute(select(func.count()).select_from(all_of_them)).scalar_one()
    return Cases([_case(connection, row) for row in rows], total)


def case_counts(connection: Connection, author: Author) -> dict[CaseFilter, int]:
    """See ``Book.case_counts``."""
    counts = {
        chosen: connection.execute(
            select(func.count()).select_from(union_all(*_queries(author, chosen)).subquery())
        ).scalar_one()
        for chosen in (CaseFilter.CHANGES, CaseFilter.ALIKE)
    }
    return {CaseFilter.ALL: sum(counts.values()), **counts}


def _queries(author: Author, chosen: CaseFilter) -> list[Select[Any]]:
    changes = select(
        contested.c.record, contested.c.field, literal("").label("other"), contested.c.at, literal(0).label("points")
    ).join(record, record.c.id == contested.c.record)
    alike = (
        select(pair.c.record, literal("").label("field"), pair.c.other, pair.c.at, pair.c.points)
        .join(_one, _one.c.id == pair.c.record)
        .join(_other, _other.c.id == pair.c.other)
        # of whom was joined since one stands in lists; she may be parted again
        .where(_one.c.listed.is_(True), _other.c.listed.is_(True))
    )
    if author.role == "promoter":
        changes = changes.where(record.c.promoter == author.user)
        alike = alike.where((_one.c.promoter == author.user) | (_other.c.promoter == author.user))
    return {CaseFilter.ALL: [changes, alike], CaseFilter.CHANGES: [changes], CaseFilter.ALIKE: [alike]}[chosen]


def _case(connection: Connection, row: Any) -> Case:
    states = [held.state for name in (row.record, row.other) if name and (held := records.held(connection, name))]
    return Case(
        record=row.record,
        field=row.field,
        other=row.other,
        code=_code(states[0]),
        names=tuple(short_name(state.fields) or _code(state) for state in states),
        at=row.at,
        percent=percent(row.points) if row.other else 0,
    )


def _code(state: State) -> str:
    code = state.fields.get("code")
    return code if isinstance(code, str) else ""


def conflict(connection: Connection, name: str, field: str) -> Conflict:
    """See ``Book.conflict``. Raises KeyError."""
    held = records.held(connection, name)
    if held is None or held.state.erased:
        raise KeyError(name)
    state = held.state
    writers = _Writers(connection, state)
    standing = state.head_of(field)
    heads = [] if standing is None else [(standing, state.fields.get(field))]
    waiting = [(rival.head, rival.value) for rival in state.open.get(field, ())]
    told = sorted(heads + waiting, key=lambda one: one[0].rank)
    values = tuple(writers.written(field, value, head) for head, value in told)
    history = writers.history(field, values, [head for head, _ in told])
    return Conflict(
        record=name,
        field=field,
        code=_code(state),
        name=short_name(state.fields) or _code(state),
        values=values,
        stands=next((at for at, (head, _) in enumerate(told) if head == standing), 0),
        seen=state.seen_of(field, rivals=True) or "",
        before=_before(history, values),
        beside=tuple(writers.beside(field)),
        history=history[-_MOST_HISTORY:],
    )


def _before(history: tuple[Written, ...], values: tuple[Written, ...]) -> Written | None:
    first = min((value.at for value in values), default=0)
    known = [one for one in history if one.at < first and all(one.value != value.value for value in values)]
    return known[-1] if known else None


class _Writers:
    """Who wrote what of one record: this laptop's journal knows its own, the record who registered her."""

    def __init__(self, connection: Connection, state: State) -> None:
        self._state = state
        self._lives = read_lives(connection)
        self._own: dict[int, Operation] = dict(journal.acts_on(connection, state.id))

    def written(self, field: str, value: Any, head: Head) -> Written:
        own = device_of(head.operation) == self._lives.device
        act = self._own.get(self._lives.number_of(head.operation) or 0)
        return Written(field, value, own, act.user if act is not None else self._registered_by(head), head.time)

    def _registered_by(self, head: Head) -> str | None:
        """Whoever registered her wrote also what came from the same laptop, as far as anybody can tell."""
        promoter = self._state.fields.get("promoter")
        same = device_of(head.operation) == device_of(self._state.head.operation)
        return promoter if same and isinstance(promoter, str) else None

    def beside(self, but_for: str) -> list[Written]:
        state = self._state
        changed = [
            self.written(field, state.fields[field], head)
            for field, head in state.heads.items()
            if field != but_for and field in state.fields and field not in state.open
        ]
        return sorted(changed, key=lambda one: -one.at)[:_MOST_BESIDE]

    def history(self, field: str, values: tuple[Written, ...], heads: list[Head]) -> tuple[Written, ...]:
        told = {self._lives.number_of(head.operation) for head in heads}
        own = [
            Written(field, act.fields[field], True, act.user, act.saved_at)
            for number, act in self._own.items()
            if number not in told and field in act.fields and act.action in {"create", "set", "resolve"}
        ]
        return tuple(sorted([*own, *values], key=lambda one: one.at))
