"""``chasqui-server``: what an operator types."""

from __future__ import annotations

import base64
import ipaddress
import json
import os
import secrets
import socket
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import msgspec
import platformdirs
import uvicorn
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.core.ids import normal_code
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import desk
from chasqui_sync.server.app import build_app
from chasqui_sync.server.database import Database
from chasqui_sync.server.logs import log, start_logs
from chasqui_sync.server.reference import Wanted, operations_for, read_reference
from chasqui_sync.server.storage import Storage

_HEADER_BYTES = 16 * 1024
_SENTENCES = {
    Problem.DATABASE_NEWER: "This database was written by a newer version of chasqui-server. Use that one.",
    Problem.STORAGE_BUSY: "The database can't be reached, is busy or full.",
}


class _Place(msgspec.Struct, frozen=True):
    """Where headquarters keeps its things: a folder, and a database in it or elsewhere."""

    folder: Path
    database: str

    def storage(self, *, new: bool = False) -> Storage:
        """Open the storage; only ``init`` may begin a new one."""
        if new:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _keep_from_others(self.folder / "headquarters.db", self.database)
        elif self.database.startswith("sqlite") and not _file_of(self.database).exists():
            raise click.ClickException("There is no headquarters here yet. Run chasqui-server init.")
        store = Storage(
            Database(self.database), _now, secrets.token_bytes, dictionaries=wire.Dictionaries(dictionaries())
        )
        try:
            if new:
                store.found()
            else:
                store.database.migrate()
                _ = store.here
        except LookupError as error:
            raise click.ClickException("There is no headquarters here yet. Run chasqui-server init.") from error
        except Trouble as trouble:
            raise _told(trouble) from trouble
        return store


@click.group()
def main() -> None:
    """Headquarters of Chasqui: takes registrations in and gives receipts for them."""
    start_logs()


def _placed(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the two options that say where headquarters is."""

    def run(folder: Path | None, database: str | None, **others: Any) -> None:
        home = folder or platformdirs.user_data_path("chasqui-server", appauthor=False)
        command(_Place(home, database or f"sqlite:///{home / 'headquarters.db'}"), **others)

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined] # click keeps its options there
    chosen_folder = click.option(
        "--folder",
        type=click.Path(path_type=Path),
        envvar="CHASQUI_SERVER_FOLDER",
        help="Where keys and the embedded database lie.",
    )
    chosen_database = click.option(
        "--database", envvar="CHASQUI_SERVER_DATABASE", help="SQLAlchemy's URL; SQLite in the folder by default."
    )
    return chosen_folder(chosen_database(run))


@main.command()
@_placed
def init(place: _Place) -> None:
    """Make this node's key, its epoch and the tables; harmless where they are."""
    here = place.storage(new=True).here
    click.echo(json.dumps({"node": here.key.id, "epoch": here.epoch}))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--sample", is_flag=True, help="Load the made-up edition, points and people that come along.")
@click.option("--protection-keys", is_flag=True, help="Make the key that support answers are sealed to.")
@_placed
def load(place: _Place, file: Path | None, *, sample: bool, protection_keys: bool) -> None:
    """Load editions, outreach points, partners and staff from FILE, or correct what was loaded before."""
    if sample == (file is not None):
        raise click.UsageError("Give a FILE, or --sample.")
    data = (files("chasqui_sync.server") / "sample.json").read_bytes() if file is None else file.read_bytes()
    store = place.storage()
    try:
        wanted = read_reference(data)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    if sample or protection_keys:
        _give_protection_keys(wanted, place.folder)
    with store.database.reading() as connection:
        found = {each.id: desk.find_state(connection, each.id) for each in wanted}
    operations = list(operations_for(wanted, found.get, store.here.key.id, _now()))
    verdicts = store.write(operations).verdicts if operations else []
    if verdicts:
        raise click.ClickException(f"{len(verdicts)} records were refused: {verdicts}")
    click.echo(json.dumps({"loaded": len(wanted), "written": len(operations)}))


@main.command()
@click.option("--staff", "name_or_id", required=True, help="Name or record id of the person.")
@click.option("--minutes", default=10.0, show_default=True, type=click.FloatRange(min=0, max=1440))
@_placed
def enrol(place: _Place, name_or_id: str, minutes: float) -> None:
    """Print a one-time code for one person's laptop."""
    store = place.storage()
    with store.database.reading() as connection:
        people = desk.find_staff(connection, name_or_id)
    if len(people) != 1:
        raise click.ClickException(f"{len(people)} people of that name. Give the id of one who is loaded.")
    click.echo(store.offer_code(people[0], minutes))
    click.echo(f"Good for {minutes:g} minutes and one laptop.", err=True)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, envvar="CHASQUI_SERVER_HOST")
@click.option("--port", default=0, type=click.IntRange(0, 65535), envvar="CHASQUI_SERVER_PORT", help="0: any free one.")
@_placed
def serve(place: _Place, host: str, port: int) -> None:
    """Serve until stopped; the address is printed as one JSON line."""
    if not _is_loopback(host):
        raise click.ClickException("Plain HTTP is served on this machine alone (127.0.0.1), until TLS comes.")
    store = place.storage()
    listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    port = listener.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    told = {"event": "listening", "host": host, "port": port, "address": f"http://{shown}:{port}"}
    click.echo(json.dumps(told))
    server = uvicorn.Server(
        uvicorn.Config(
            build_app(store),
            log_config=None,
            access_log=False,
            http="h11",
            ws="none",
            lifespan="off",
            server_header=False,
            date_header=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=10,
            # connections: idle ones cost little, and those with something to say wait for their turn
            limit_concurrency=1000,
            h11_max_incomplete_event_size=_HEADER_BYTES,
        )
    )
    server.run(sockets=[listener])
    store.database.close()


@main.command()
@_placed
def status(place: _Place) -> None:
    """Count records, devices, what is in quarantine and forks; no personal data."""
    store = place.storage()
    with store.database.reading() as connection:
        told = {"node": store.here.key.id, "epoch": store.here.epoch, **desk.standing(connection)}
    click.echo(json.dumps(told, indent=2))


@main.command()
@click.argument("code")
@_placed
def show(place: _Place, code: str) -> None:
    """Print the record with a registration CODE as headquarters holds it; that it was asked is logged."""
    normal = normal_code(code)
    if normal is None:
        raise click.ClickException("That is no registration code: one of its letters is wrong.")
    store = place.storage()
    with store.database.reading() as connection:
        kept = desk.find_by_code(connection, normal)
    log.info("shown", found=kept is not None, record=kept.state.id if kept else None)
    if kept is None:
        raise click.ClickException("No record with that code has arrived.")
    told = {
        "record": kept.state.id,
        "kind": kept.state.kind,
        "scope": kept.state.scope,
        "fields": kept.state.fields,
        "position": kept.state.at,
        "device": kept.device,
        "incarnation": kept.incarnation,
        "seq": kept.seq,
        "receipt": json.loads(wire.encode(kept.receipt)) if kept.receipt is not None else None,
    }
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))


def _give_protection_keys(wanted: list[Wanted], folder: Path) -> None:
    """Give each edition without one a key to seal to; its private half is for the focal point to take away."""
    for each in wanted:
        if each.kind == "edition" and not each.fields.get("protection_key"):
            name = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in each.fields["name"])
            public = _protection_key(folder / f"protection-key-{name}.private.pem").public_key()
            each.fields["protection_key"] = base64.b64encode(public.public_bytes_raw()).decode()


def _protection_key(file: Path) -> X25519PrivateKey:
    """Read the key in a file, or make it there, for the owner's eyes only."""
    if file.exists():
        key = load_pem_private_key(file.read_bytes(), None)
        assert isinstance(key, X25519PrivateKey)
        return key
    key = X25519PrivateKey.generate()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as private:
        private.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return key


def _file_of(database: str) -> Path:
    return Path(database.partition(":///")[2])


def _keep_from_others(file: Path, database: str) -> None:
    """Make the database's file before the driver does: its rights are ours alone."""
    if _file_of(database) == file:
        file.touch(mode=0o600)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _told(trouble: Trouble) -> click.ClickException:
    return click.ClickException(f"{_SENTENCES.get(trouble.problem, 'It did not work.')} ({trouble.problem.number})")


def _now() -> int:
    return time.time_ns() // 1_000_000


if __name__ == "__main__":
    main()
