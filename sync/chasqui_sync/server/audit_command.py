"""``chasqui-server audit`` and ``views``: what was done by command, and which person was opened by whom."""

from __future__ import annotations

import json
from typing import Any

import click
from sqlalchemy import Connection

from chasqui_sync.core.ids import normal_code
from chasqui_sync.server import audit, desk
from chasqui_sync.server.place import Place, placed


@click.command("audit")
@placed
def show_audit(place: Place) -> None:
    """Print what was done by command, and who saw whom, one JSON line each; proves that no line was changed."""
    with place.storage().database.reading() as connection:
        for entry in _whole(connection):
            click.echo(json.dumps(entry._asdict(), ensure_ascii=False))


@click.command("views")
@click.option("--of", "whom", help="Only of the person with this registration code or record id.")
@click.option("--by", "who", help="Only by the person of this name or staff id.")
@placed
def show_views(place: Place, whom: str | None, who: str | None) -> None:
    """Print which registrations coordinators and headquarters opened on their laptops: who, whose, when, for what."""
    with place.storage().database.reading() as connection:
        of, by = _record(connection, whom), _staff(connection, who)
        names: dict[str, Any] = {}
        for entry in _whole(connection):
            if entry.act != audit.VIEWED or of not in {None, entry.subject} or by not in {None, entry.person}:
                continue
            for name in (entry.person, entry.subject):
                names.setdefault(name, _fields(connection, name))
            told = {
                "at": entry.at,
                "person": entry.person,
                "name": names[entry.person].get("name"),
                "record": entry.subject,
                "code": names[entry.subject].get("code"),
                "why": entry.reason,
            }
            click.echo(json.dumps(told, ensure_ascii=False))


def _whole(connection: Connection) -> list[audit.Entry]:
    try:
        return audit.entries(connection)
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _record(connection: Connection, whom: str | None) -> str | None:
    code = normal_code(whom) if whom else None
    kept = desk.find_by_code(connection, code) if code else None
    return kept.state.id if kept is not None else whom


def _staff(connection: Connection, who: str | None) -> str | None:
    if who is None:
        return None
    found = desk.find_staff(connection, who)
    if len(found) > 1:
        raise click.ClickException(f"{len(found)} people of that name. Give the id of one.")
    return found[0].staff if found else who


def _fields(connection: Connection, name: str) -> dict[str, Any]:
    """Give what is known of a staff record or a registration; nothing of one that is erased."""
    state = desk.find_state(connection, name)
    return state.fields if state is not None else {}
