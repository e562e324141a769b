"""Staff as headquarters changes it: who joins, who is called otherwise, who may do what, who leaves.

Each is a staff record, written as any other reference record is, so laptops hear of it; and a device speaks for
one of them, so what she may do changes with her. The audit trail names her record, never her.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from chasqui_sync.core import rules
from chasqui_sync.core.fold import State
from chasqui_sync.core.ids import new_record_id
from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.core.records import SCHEMA
from chasqui_sync.server import audit, desk, devices, roles
from chasqui_sync.server.authors import ACTIVE
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import device, record

_decoder = msgspec.json.Decoder(State)
_PARTNERS = select(record.c.state).where(record.c.scope == EVERYONE, record.c.kind == "partner").order_by(record.c.id)


class User(NamedTuple):
    """Somebody who works with the register; ``left``: since when no more, in ms. ``laptops``: her active ones."""

    staff: str
    name: str
    role: str
    partner: str | None
    left: int | None
    laptops: int


class Act(NamedTuple):
    """Who changes something, why, and when (ms since 1970 UTC): for the audit trail."""

    person: str
    reason: str
    at: int

    def entry(self, act: str, subject: str) -> audit.Entry:
        """Write it as a line of the trail."""
        return audit.Entry(self.at, self.person, act, subject, self.reason)


def users(connection: Connection) -> list[User]:
    """List everybody, also who left."""
    active = select(device.c.user, func.count()).where(device.c.status == ACTIVE).group_by(device.c.user)
    laptops: dict[str, int] = {row[0]: row[1] for row in connection.execute(active)}
    return [
        User(
            state.id,
            state.fields["name"],
            state.fields["role"],
            state.fields.get("partner"),
            state.fields.get("left"),
            laptops.get(state.id, 0),
        )
        for state in desk.staff(connection)
    ]  # fmt: skip - six values


def find(connection: Connection, name_or_id: str, *, also_left: bool = False) -> list[State]:
    """Give the staff with a name (any case) or an id; of those who left only where they are asked for."""
    found = desk.called(desk.staff(connection), name_or_id)
    return [state for state in found if also_left or not state.fields.get("left")]


def find_partners(connection: Connection, name_or_id: str) -> list[State]:
    """Give the partners with a name (any case) or an id."""
    found = [_decoder.decode(state) for state in connection.scalars(_PARTNERS)]
    return desk.called([state for state in found if not state.deleted], name_or_id)


def add(store: Storage, fields: dict[str, Any], act: Act, randomness: bytes) -> str:
    """Write somebody new down; give her record. ``randomness``: ten bytes. Raises ValueError for what breaks a rule."""
    name = new_record_id(act.at, randomness)
    _check(fields)
    _write(store, "create", name, fields.get("partner") or EVERYONE, fields, act.at)
    _note(store, [act.entry("user-add", name)])
    return name


def amend(store: Storage, state: State, fields: dict[str, Any], act: Act) -> list[str]:
    """Give somebody another name or role, and the role to her laptops; name those. Raises ValueError as ``add``."""
    _check({**state.fields, **fields})
    laptops: list[str] = []
    if "role" in fields:
        with store.database.writing() as connection:
            # as a request does: her laptops first, headquarters' one lock after them; the other way both would wait
            laptops = roles.give_role(connection, store.here, state.id, fields["role"], act.at)
            audit.note(connection, act.entry("user-role", state.id))
    else:
        _note(store, [act.entry("user-rename", state.id)])
    _write(store, "set", state.id, state.scope, fields, act.at, state)
    return laptops


def close(store: Storage, state: State, act: Act) -> list[str]:
    """Write down that somebody has left; give the names of the laptops that are closed by it.

    First the laptops: were it broken off, doing it again does the rest.
    """
    with store.database.writing() as connection:
        laptops = devices.close_all_of(connection, state.id, act.at)
        audit.note(connection, act.entry("user-close", state.id))
    if not state.fields.get("left"):
        _write(store, "set", state.id, state.scope, {"left": act.at}, act.at, state)
    return laptops


def _write(
    store: Storage, action: str, name: str, scope: str, fields: dict[str, Any], now: int, before: State | None = None
) -> None:
    seen = {field: before.seen_of(field) for field in fields} if before is not None else {}
    operation = Operation(
        kind="staff",
        record=name,
        action=action,
        fields=fields,
        seen={field: writers for field, writers in seen.items() if writers},
        user=store.here.key.id,
        scope=scope,
        schema=SCHEMA,
        saved_at=now,
        anchor=now,
    )
    verdicts = store.write([operation]).verdicts
    if verdicts:
        raise ValueError(f"headquarters refused it: {verdicts}")


def _check(fields: dict[str, Any]) -> None:
    for finding in rules.hard("staff", fields):
        raise ValueError(f"{finding.field or 'fields'}: {finding.problem.slug}")


def _note(store: Storage, entries: Sequence[audit.Entry]) -> None:
    with store.database.writing() as connection:
        for entry in entries:
            audit.note(connection, entry)
