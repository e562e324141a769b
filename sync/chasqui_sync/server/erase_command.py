"""``chasqui-server erase`` and ``prove``: a person's right to be forgotten, and that the log holds all the same."""

from __future__ import annotations

import getpass
import json

import click

from chasqui_sync.core.operations import Operation
from chasqui_sync.server import audit, desk, erasing
from chasqui_sync.server.acceptance import lock
from chasqui_sync.server.logs import log
from chasqui_sync.server.place import Place, now, placed


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
        states = desk.find_person(connection, who)
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
