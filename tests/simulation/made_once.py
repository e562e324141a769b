"""What every world needs and none tries is made once a process: tables without a row, and the text of each statement.

A world opens dozens of engines, and SQLAlchemy writes every statement anew for each; migrations, and the statements
they end in, have tests of their own.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import sqlalchemy
from sqlalchemy import Connection, Engine

from chasqui_desktop.store import store as store_module
from chasqui_desktop.store.connection import connect
from chasqui_desktop.store.upgrade import open_new
from chasqui_sync.server.database import Database

_FILE = "sqlite:///"
_empty = tempfile.TemporaryDirectory(prefix="cq-empty-")


class _Statements(dict[Any, Any]):
    """Compiled statements by what they say and to which driver, not by which engine was the first to say it."""

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(_said(key))

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_said(key), compiled)

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_said(key), default)


def _said(key: Any) -> Any:
    dialect, *statement = key
    return (dialect.name, dialect.dbapi.__name__, *statement)


_statements = _Statements()


def _sharing(*arguments: Any, **options: Any) -> Engine:
    return sqlalchemy.create_engine(*arguments, execution_options={"compiled_cache": _statements}, **options)


@contextmanager
def made_once() -> Iterator[None]:
    """Copy tables and share statements, in every register and headquarters that is opened inside."""
    with (
        mock.patch("chasqui_sync.server.database.create_engine", _sharing),
        mock.patch("chasqui_desktop.store.connection.create_engine", _sharing),
        mock.patch.object(store_module, "open_new", _new_register),
        mock.patch.object(Database, "migrate", _migrated),
    ):
        yield


def _new_register(path: Path, key: bytes) -> Connection:
    shutil.copyfile(_register(key), path)
    return connect(path, key)


@cache
def _register(key: bytes) -> Path:
    file = Path(_empty.name) / f"register-{key.hex()[:8]}.db"
    open_new(file, key).close()
    return file


_migrate = Database.migrate


def _migrated(database: Database, target: str = "head") -> None:
    url = str(database._engine.url)
    file = Path(url.removeprefix(_FILE))
    if url.startswith(_FILE) and target == "head" and not file.exists():
        shutil.copyfile(_headquarters(), file)
    else:
        _migrate(database, target)


@cache
def _headquarters() -> Path:
    file = Path(_empty.name) / "headquarters.db"
    database = Database(f"{_FILE}{file}")
    _migrate(database)
    database.close()
    return file
