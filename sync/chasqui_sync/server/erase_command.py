"""``chasqui-server erase`` and ``prove``: a person's right to be forgotten, and that the log holds all the same."""

from __future__ import annotations

import getpass
import json

import click
import msgspec
from sqlalchemy import Connection, select

from chasqui_sync.core import joined
from chasqui_sync.core.fold import State
from chasqui_sync.core.ids import normal_code
from chasqui_sync.core.operations import Operation
from chasqui_sync.server import audit, desk, erasing
from chasqui_sync.server.acceptance import lock
from chasqui_sync.server.logs import log
from chasqui_sync.server.place import Place, now, placed
from chasqui_sync.server.tables import record

_decoder = msgspec.json.Decoder(State)


@click.command()
@click.argument("who")
@click.option("--reason", required=True, help="Why: kept in the audit trail, so name nobody.")
@click.option("--by", "person", default=getpass.getuser, show_default="the login name", help="Who decides.")
@click.option(
    "--compact", is_flag=True, help="Write the tables anew, which locks them: PostgreSQL keeps old rows else."
)
@placed
def erase(place: Place, who: str, reason: str, person: str, *, compact: bool) -> None:
    """Erase for ever the person with the registration code, or record id, WHO, and whoever she was joined with.

    Her values go out of records, log, quarantine and, as each is heard, out of every laptop. Backups are older:
    erase again after one was put back.
    """
    store = place.storage()
    with store.database.reading() as connection:
        states = _person(connection, who)
    if not states:
        raise click.ClickException("Nobody with that code or record is here.")
    moment = now()
    operations = [
        Operation(
            kind=state.kind,
            record=state.id,
            action="erase",
            user=store.here.key.id,
            scope=state.scope,
            saved_at=moment,
            anchor=moment,
        )
        for state in states
    ]
    verdicts = store.write(operations).verdicts
    if verdicts:
        raise click.ClickException(f"Not erased: {verdicts}")
    with store.database.writing() as connection:
        lock(connection)
        for state in states:
            audit.write(connection, audit.Entry(moment, person, audit.ERASED, state.id, reason))
    if compact:
        store.database.forget_pages(thoroughly=True)
    log.warning("erased", records=len(states))
    click.echo(json.dumps({"erased": [state.id for state in states]}))


@click.command()
@click.argument("who", required=False)
@placed
def erased(place: Place, who: str | None) -> None:
    """Print how far each erasure has come, or that of the record id WHO: on how many laptops of how many.

    A laptop counts once it has said that it holds what headquarters told it since. Closed ones are told nothing;
    they wipe themselves.
    """
    with place.storage().database.reading() as connection:
        found = erasing.reached(connection, who)
        if who is not None and not found:
            raise click.ClickException("No record of that id was erased here.")
        for each in found:
            click.echo(json.dumps(each._asdict(), ensure_ascii=False))


@click.command()
@placed
def prove(place: Place) -> None:
    """Prove every journal in the log by signatures and chain hashes, erased operations too."""
    store = place.storage()
    with store.database.reading() as connection:
        broken = erasing.broken_journals(connection, store.here, store.dictionaries)
    click.echo(json.dumps({"broken": broken}))
    if broken:
        raise click.ClickException("Bytes of these journals were changed.")


def _person(connection: Connection, who: str) -> list[State]:
    """Give the records of a person that are not erased yet."""
    code = normal_code(who)
    kept = desk.find_by_code(connection, code) if code else None
    state = kept.state if kept else desk.find_state(connection, who)
    if state is None:
        return []
    links = {state.id: state.joined_into()}
    # joins are few, and named in no index
    rows = connection.execute(select(record.c.state).where(record.c.scope == state.scope)).yield_per(1000)
    for raw in (bytes(row.state) for row in rows):
        if b'"merge"' in raw:
            tied = _decoder.decode(raw)
            links[tied.id] = tied.joined_into()
    hers = next((group for group in joined.groups(links) if state.id in group), {state.id})
    found = (desk.find_state(connection, name) for name in sorted(hers))
    return [one for one in found if one is not None and not one.erased]
