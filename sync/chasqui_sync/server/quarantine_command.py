"""``chasqui-server quarantine``: what stands apart, and a person's word on it, with reasons."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable

import click

from chasqui_sync.server import audit, retrying
from chasqui_sync.server.logs import log
from chasqui_sync.server.place import Place, now, placed
from chasqui_sync.server.storage import Storage


@click.group()
def quarantine() -> None:
    """Operations that were received and changed nothing: list them, try them again, release or drop them."""


@quarantine.command("list")
@placed
def list_apart(place: Place) -> None:
    """List them in the order in which they came, one JSON line each; nothing of what they say."""
    with place.storage().database.reading() as connection:
        for each in retrying.apart(connection):
            click.echo(json.dumps(each._asdict()))


@quarantine.command()
@placed
def retry(place: Place) -> None:
    """Fold what this program understands and the one before it did not; serve does it as it starts."""
    click.echo(json.dumps(retrying.retry(place.storage())._asdict()))


@quarantine.command()
@click.argument("names", nargs=-1)
@click.option("--device", help="All that a revoked laptop has sent since.")
@click.option("--reason", required=True, help="Why: kept in the audit trail.")
@click.option("--by", "person", default=getpass.getuser, show_default="the login name", help="Who decides.")
@placed
def release(place: Place, names: tuple[str, ...], device: str | None, reason: str, person: str) -> None:
    """Fold operations NAMES, or those of a revoked laptop, as if it had not been revoked."""
    store = place.storage()
    chosen = _chosen(store, names, device)
    told = retrying.release(store, chosen, _entry("release", person, reason))
    log.warning("released", folded=told.folded, apart=told.apart)
    click.echo(json.dumps(told._asdict()))


@quarantine.command()
@click.argument("names", nargs=-1)
@click.option("--device", help="All that a revoked laptop has sent since.")
@click.option("--reason", required=True, help="Why: kept in the audit trail.")
@click.option("--by", "person", default=getpass.getuser, show_default="the login name", help="Who decides.")
@placed
def drop(place: Place, names: tuple[str, ...], device: str | None, reason: str, person: str) -> None:
    """Say that operations NAMES, or those of a revoked laptop, are not to be folded; the log keeps them."""
    store = place.storage()
    count = retrying.drop(store, _chosen(store, names, device), _entry("drop", person, reason))
    log.warning("dropped", count=count)
    click.echo(json.dumps({"dropped": count}))


def _chosen(store: Storage, names: tuple[str, ...], device: str | None) -> list[str]:
    if bool(names) == (device is not None):
        raise click.UsageError("Give names of operations as list prints them, or --device.")
    if any(name.count(".") != 2 or not name.rpartition(".")[2].isdecimal() for name in names):
        raise click.UsageError("An operation is called DEVICE.INCARNATION.SEQ.")
    return list(names) if device is None else retrying.of_device(store, device)


def _entry(act: str, person: str, reason: str) -> Callable[[str], audit.Entry]:
    return lambda name: audit.Entry(now(), person, act, name, reason)
