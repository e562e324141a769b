"""Everything this laptop keeps about a person, as the document that is handed to her."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from chasqui_desktop.store import blobs, joins, journal, records
from chasqui_sync.core.dossier import Act, Made, Registration, dossier

_NAMED = ("edition", "outreach_point", "partner", "staff")


def dossier_of(connection: Connection, name: str, made: Made) -> dict[str, Any]:
    """Read all records of the person of a record. Raises KeyError where there is none of that id."""
    if records.held(connection, name) is None:
        raise KeyError(name)
    hers = [one.state for one in joins.person_of(connection, name) if not one.state.erased]
    registrations = [
        Registration(
            state,
            [
                Act(act.action, act.saved_at, act.user, tuple(act.fields))
                for _, act in journal.acts_on(connection, state.id)
            ],
            blobs.all_of(connection, state.id),
        )
        for state in hers
    ]
    return dossier(registrations, _names(connection), made)


def _names(connection: Connection) -> dict[str, str]:
    found = {}
    for kind in _NAMED:
        for record, state in records.of_kind(connection, kind).items():
            found[record] = str(state.fields.get("name", ""))
    return found
