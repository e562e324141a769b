"""Everything the laptop knows of one registration."""

from __future__ import annotations

from sqlalchemy import Connection, select

from chasqui_desktop.book import HistoryEntry, Person
from chasqui_desktop.store import blobs, joins, journal, posts, records
from chasqui_desktop.store.tables import record
from chasqui_sync.core import joined
from chasqui_sync.core.state import State


def person(connection: Connection, name: str, copied: int) -> Person:
    """Read one registration; ``copied`` as in ``posts.counts``. Raises KeyError where there is none of that id."""
    found = records.held(connection, name)
    if found is None:
        raise KeyError(name)
    records_of_her = joins.person_of(connection, name)
    others = [one.state for one in records_of_her if one.state.id != name]
    speaks = records_of_her[0].state.id == name
    known = [other for other in others if not other.deleted]
    reached = posts.reach(connection)
    row = connection.execute(
        select(record.c.code, record.c.saved_at, posts.problem_of_last()).where(record.c.id == name)
    ).one()
    proof = posts.proof(connection, found.last_seq, reached)
    return Person(
        record=name,
        code=row.code,
        fields=joined.view(found.state, known) if speaks else found.state.fields,
        heads=_heads(found.state),
        copied=found.last_seq is not None and found.last_seq <= copied,
        post=posts.post(found.last_seq, row.problem, reached),
        saved_at=row.saved_at,
        sent_at=proof.at if proof else None,
        receipt=proof.number if proof else None,
        problem=row.problem,
        history=tuple(_history(connection, name)),
        joined=tuple(other.id for other in others),
        signature=_signature(connection, found.state),
        contested=tuple((state.id, field) for state in (found.state, *known) for field in records.contests(state)),
    )


def _signature(connection: Connection, state: State) -> bytes:
    consent = state.fields.get("consent")
    signature = consent.get("signature") if isinstance(consent, dict) else None
    name = signature.get("sha256") if isinstance(signature, dict) else None
    return blobs.of_record(connection, state.id, name) if isinstance(name, str) else b""


def _heads(state: State) -> dict[str, str]:
    seen = {field: state.seen_of(field) for field in state.fields}
    return {field: names for field, names in seen.items() if names is not None}


def _history(connection: Connection, name: str) -> list[HistoryEntry]:
    return [
        HistoryEntry(act.action, act.saved_at, act.user, tuple(act.fields))
        for _, act in journal.acts_on(connection, name)
    ]
