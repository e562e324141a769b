"""Brings a register's tables to this version, after a copy of the file; refuses a newer version's."""

from __future__ import annotations

import os
import shutil
from functools import cache
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from chasqui_desktop.store.connection import connect, transaction
from chasqui_desktop.vault.files import disk_troubles, settle
from chasqui_sync.core.problems import Problem, Trouble


def open_new(path: Path, key: bytes) -> Connection:
    """Make a register with this version's tables. Raises Trouble as ``connect``."""
    connection = connect(path, key)
    try:
        with transaction(connection):
            command.upgrade(config(connection), "head")
    except BaseException:
        connection.close()
        raise
    return connection


def open_upgraded(path: Path, key: bytes) -> Connection:
    """Open a register that was made before, its tables brought to this version's.

    Before anything is changed a copy, encrypted as the register is, goes to ``register.db.before-…``.
    Raises Trouble(DATABASE_NEWER), or Trouble(DATABASE_DAMAGED) for what is no register, and leaves
    the file as it is; else as ``connect``.
    """
    if not path.is_file() or path.stat().st_size == 0:
        raise Trouble(Problem.DATABASE_DAMAGED)
    script = _migrations(config().get_main_option("script_location") or "")
    connection = connect(path, key)
    try:
        present = _known_version(connection, script)
        if present == script.get_current_head():
            return connection
        # closed first: opening and closing the file beside SQLite would drop its locks
        connection.close()
        copy_before(path, present)
        connection = connect(path, key)
        with transaction(connection):
            command.upgrade(config(connection), "head")
    except BaseException:
        connection.close()
        raise
    return connection


def config(connection: Connection | None = None) -> Config:
    """Give Alembic's settings for the laptop's migrations, in the package wherever it lies."""
    settings = Config()
    settings.set_main_option("script_location", str(files("chasqui_desktop.store") / "migrations").replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings


def version(connection: Connection) -> str | None:
    """Give the revision a database says it has, None where it says none."""
    with transaction(connection):
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


@cache
def _migrations(_folder: str) -> ScriptDirectory:
    """Read the laptop's migrations, once a process: whoever unlocks again does not wait for them again."""
    return ScriptDirectory.from_config(config())


def _known_version(connection: Connection, script: ScriptDirectory) -> str:
    present = version(connection)
    if present is None:
        raise Trouble(Problem.DATABASE_DAMAGED)
    if present not in {one.revision for one in script.walk_revisions()}:
        raise Trouble(Problem.DATABASE_NEWER)
    return present


def copy_before(path: Path, present: str) -> None:
    """Copy the closed register; the write-ahead log went into it when it was closed."""
    copy = path.with_name(f"{path.name}.before-{present}")
    temporary = copy.with_name(copy.name + ".new")
    with disk_troubles():
        shutil.copyfile(path, temporary)
        temporary.chmod(0o600)
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(copy)
        settle(copy.parent)
