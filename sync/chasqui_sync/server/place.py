"""Where a headquarters lies on this machine, and the two options by which every command is told."""

from __future__ import annotations

import getpass
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import msgspec
import platformdirs

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.database import Database
from chasqui_sync.server.storage import Storage

_SENTENCES = {
    Problem.DATABASE_NEWER: "This database was written by a newer version of chasqui-server. Use that one.",
    Problem.STORAGE_BUSY: "The database can't be reached, is busy or full.",
}


class Place(msgspec.Struct, frozen=True):
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
            Database(self.database), now, secrets.token_bytes, dictionaries=wire.Dictionaries(dictionaries())
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


def placed(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the two options that say where headquarters is."""

    def run(folder: Path | None, database: str | None, **others: Any) -> None:
        home = folder or platformdirs.user_data_path("chasqui-server", appauthor=False)
        command(Place(home, database or f"sqlite:///{home / 'headquarters.db'}"), **others)

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


def now() -> int:
    """Give this machine's time, in ms since 1970 UTC."""
    return time.time_ns() // 1_000_000


def login_name() -> str:
    """Say who types here; a machine whose user has no name gives a number."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def _file_of(database: str) -> Path:
    return Path(database.partition(":///")[2])


def _keep_from_others(file: Path, database: str) -> None:
    """Make the database's file before the driver does: its rights are ours alone."""
    if _file_of(database) == file:
        file.touch(mode=0o600)


def _told(trouble: Trouble) -> click.ClickException:
    return click.ClickException(f"{_SENTENCES.get(trouble.problem, 'It did not work.')} ({trouble.problem.number})")
