"""``chasqui-server users``: who works with the register, who joins, who may do what, who leaves."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from typing import TypeVar

import click

from chasqui_sync.core.fold import State
from chasqui_sync.server import staff
from chasqui_sync.server.logs import log
from chasqui_sync.server.place import Place, login_name, now, placed
from chasqui_sync.server.storage import Storage

T = TypeVar("T")
_ROLES = click.Choice(["promoter", "coordinator", "headquarters", "auditor"])
_OF_AN_OFFICE = frozenset({"promoter", "coordinator"})
_REASON = click.option("--reason", default="", help="Why: kept in the audit trail, so name nobody.")


@click.group()
def users() -> None:
    """Who works with the register: list them, add, rename, change and close."""


@users.command("list")
@click.option("--all", "everybody", is_flag=True, help="Also who has left.")
@placed
def list_users(place: Place, *, everybody: bool) -> None:
    """List who works here: role, office, laptops; one JSON line each."""
    with place.storage().database.reading() as connection:
        for user in staff.users(connection):
            if everybody or not user.left:
                click.echo(json.dumps(user._asdict(), ensure_ascii=False))


@users.command()
@click.argument("name")
@click.option("--role", required=True, type=_ROLES)
@click.option("--partner", "office", help="Name or record id of her office; none: for headquarters' people.")
@_REASON
@placed
def add(place: Place, name: str, role: str, office: str | None, reason: str) -> None:
    """Add somebody called NAME; enrol gives her a laptop."""
    store = place.storage()
    fields = {"name": name.strip(), "role": role, **({"partner": _partner(store, office)} if office else {})}
    if role in _OF_AN_OFFICE and not office:
        raise click.UsageError("A promoter or coordinator works for an office: give --partner.")
    record = _done(lambda: staff.add(store, fields, _act(reason), secrets.token_bytes(10)))
    click.echo(json.dumps({"added": record}))


@users.command()
@click.argument("who")
@click.argument("name")
@_REASON
@placed
def rename(place: Place, who: str, name: str, reason: str) -> None:
    """Say that WHO, a name or staff id, is called NAME."""
    store = place.storage()
    state = _one(store, who)
    _done(lambda: staff.amend(store, state, {"name": name.strip()}, _act(reason)))
    click.echo(json.dumps({"renamed": state.id}))


@users.command()
@click.argument("who")
@click.option("--role", type=_ROLES, help="What she may do from now on.")
@click.option("--partner", "office", help="Name or record id of the office she works for from now on.")
@_REASON
@placed
def change(place: Place, who: str, role: str | None, office: str | None, reason: str) -> None:
    """Give WHO another role, or another office.

    By another role her laptops are told more, or less, from their next request on, drop what she may see no more and
    get another certificate. What she wrote before they heard of it counts by the role she had.

    In another office she is a person anew, for what she registered belongs to the first: her laptops there are
    closed as by close, and she is enrolled again under the id that is printed.
    """
    if not (role or office):
        raise click.UsageError("Give --role, --partner or both.")
    store = place.storage()
    state = _one(store, who)
    if office is None:
        if role == state.fields["role"]:
            raise click.ClickException("She has that role already.")
        if role in _OF_AN_OFFICE and not state.fields.get("partner"):
            raise click.ClickException("A promoter or coordinator works for an office: give --partner too.")
        laptops = _done(lambda: staff.amend(store, state, {"role": role}, _act(reason)))
        click.echo(json.dumps({"changed": state.id, "laptops": laptops}))
        return
    partner = _partner(store, office)
    if partner == state.fields.get("partner"):
        raise click.ClickException("She works for that office already.")
    fields = {"name": state.fields["name"], "role": role or state.fields["role"], "partner": partner}
    # the new one first: were it broken off, she would be here twice, not never
    added = _done(lambda: staff.add(store, fields, _act(reason), secrets.token_bytes(10)))
    laptops = _done(lambda: staff.close(store, state, _act(reason)))
    click.echo(json.dumps({"closed": state.id, "laptops": laptops, "added": added}))


@users.command()
@click.argument("who")
@_REASON
@placed
def close(place: Place, who: str, reason: str) -> None:
    """Close WHO, who has left: her laptops are told nothing more, send what they hold and wipe themselves.

    What she wrote before now counts; what she writes from now on is kept apart.
    """
    store = place.storage()
    state = _one(store, who, also_left=True)
    laptops = _done(lambda: staff.close(store, state, _act(reason)))
    log.warning("closed", staff=state.id, laptops=len(laptops))
    click.echo(json.dumps({"closed": state.id, "laptops": laptops}))


def _one(store: Storage, who: str, *, also_left: bool = False) -> State:
    with store.database.reading() as connection:
        found = staff.find(connection, who, also_left=also_left)
    if len(found) != 1:
        raise click.ClickException(f"{len(found)} people of that name. Give the id of one: see users list.")
    return found[0]


def _partner(store: Storage, office: str) -> str:
    with store.database.reading() as connection:
        found = staff.find_partners(connection, office)
    if len(found) != 1:
        raise click.ClickException(f"{len(found)} offices of that name. Give the id of one that is loaded.")
    return found[0].id


def _act(reason: str) -> staff.Act:
    return staff.Act(login_name(), reason, now())


def _done(work: Callable[[], T]) -> T:
    try:
        return work()
    except ValueError as error:
        raise click.ClickException(str(error)) from error
