"""``chasqui-server person``: a person's right to know what is kept of her, and who has looked at it."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec
from sqlalchemy import Connection, select

from chasqui_sync import wire
from chasqui_sync.core.dossier import Act, Made, Registration, Seen, dossier
from chasqui_sync.core.state import State, by_journal
from chasqui_sync.server import audit, blobs, desk
from chasqui_sync.server.place import Place, now, placed
from chasqui_sync.server.tables import batch, record

ACCESS = "access"
_KINDS = ("edition", "outreach_point", "partner", "staff")


@click.command()
@click.argument("who")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="A new file, in clear.")
@click.option("--reason", required=True, help="Why: kept in the audit trail, so name nobody.")
@click.option("--by", "operator", default=getpass.getuser, show_default="the login name", help="Who hands it over.")
@placed
def person(place: Place, who: str, out: Path, reason: str, operator: str) -> None:
    """Write everything kept of the person with the registration code, or record id, WHO as JSON, for her to take.

    Every record she was joined with is in it, each act on them and who opened her page. What she told in confidence
    stays sealed. The file holds it in clear: hand it over and delete it.
    """
    store = place.storage()
    with store.database.writing() as connection:
        states = desk.find_person(connection, who)
        if not states:
            raise click.ClickException("Nobody with that code or record is here.")
        document = dossier(
            [_registration(connection, state, store.dictionaries) for state in states],
            _names(connection),
            Made(now(), operator, "headquarters"),
            _seen(connection, {state.id for state in states}),
        )
        for state in states:
            audit.note(connection, audit.Entry(now(), operator, ACCESS, state.id, reason))
        # last: nothing is handed over that does not stand in the trail
        _write(out, document)
    click.echo(json.dumps({"written": str(out), "records": [state.id for state in states]}))


def _registration(connection: Connection, state: State, dictionaries: wire.Dictionaries) -> Registration:
    return Registration(
        state, list(_acts(connection, state, dictionaries)), blobs.of_record(connection, state.id)
    )  # fmt: skip - three values


def _acts(connection: Connection, state: State, dictionaries: wire.Dictionaries) -> Iterator[Act]:
    """Read from the log what was done to a record."""
    for journal, seqs in by_journal(state.heard()).items():
        device, _, incarnation = journal.partition(".")
        rows = connection.execute(
            select(batch.c.bytes)
            .where(batch.c.device == device, batch.c.incarnation == incarnation)
            .where(batch.c.last >= seqs[0], batch.c.first <= seqs[-1])
            .order_by(batch.c.last)
        )
        wanted = set(seqs)
        for (data,) in rows:
            kept = wire.read_batch(data)
            for seq, written in enumerate(wire.kept_operations(kept, dictionaries), kept.header.first):
                # batches may overlap: each act once
                if seq in wanted and written != wire.ERASED:
                    wanted.discard(seq)
                    act = wire.decode_operation(written)
                    yield Act(act.action, act.saved_at, act.user, tuple(act.fields))


def _names(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(record.c.id, record.c.state).where(record.c.kind.in_(_KINDS)))
    return {row.id: str(wire.state_of(msgspec.Raw(row.state)).fields.get("name", "")) for row in rows}


def _seen(connection: Connection, records: set[str]) -> list[Seen]:
    try:
        entries = audit.entries(connection)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    views = (entry for entry in entries if entry.act == audit.VIEWED and entry.subject in records)
    return [Seen(entry.at, entry.person, entry.reason) for entry in views]


def _write(out: Path, document: dict[str, Any]) -> None:
    try:
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False, indent=2)
            file.write("\n")
    except OSError as error:
        raise click.ClickException(f"Not written: {error.strerror}.") from error
