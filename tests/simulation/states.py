"""Records as headquarters holds them, and who may see which: said here once more, not asked of the program."""

from __future__ import annotations

import msgspec
from sqlalchemy import select

from chasqui_sync.core.fold import State
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.server.devices import Person
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import record
from tests.simulation.headquarters_log import read_log

state_of = msgspec.json.Decoder(State).decode


def raw_office_states(storage: Storage) -> dict[str, bytes]:
    """Give every record's bytes by id."""
    with storage.database.reading() as connection:
        return {row.id: bytes(row.state) for row in connection.execute(select(record.c.id, record.c.state))}


def office_states(storage: Storage) -> dict[str, State]:
    """Give every record by id."""
    return {name: state_of(raw) for name, raw in raw_office_states(storage).items()}


def visible_to(person: Person, storage: Storage) -> dict[str, State]:
    """Give what a person may have: everyone's records, her office's as its coordinator, else her own caseload."""
    authors: dict[str, str] = {}
    for one in read_log(storage):
        authors.setdefault(one.operation.record, one.operation.user)

    def may_see(state: State) -> bool:
        if state.erased:
            return False
        if state.scope == EVERYONE:
            return True
        if state.scope != person.scope:
            return False
        holder = state.fields.get("promoter") or authors[state.id]
        return person.role == "coordinator" or holder == person.staff

    return {name: state for name, state in office_states(storage).items() if may_see(state)}
