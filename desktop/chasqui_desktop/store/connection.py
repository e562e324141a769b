"""One encrypted connection, used by one thread: SQLite itself refuses a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, create_engine, event
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from chasqui_desktop.store.sqlite_troubles import sqlite_troubles
from chasqui_sync.sqlite_values import bind_as_they_are

_LASTING = (
    "synchronous = FULL",  # "saved" is said after the disk has it
    "wal_autocheckpoint = 1000",  # pages of 4 KiB
)
_UNHURRIED = (
    "synchronous = NORMAL",
    "wal_autocheckpoint = 16000",  # an index in no order writes the same pages again: once into the file for many times
)
_PRAGMAS = (
    "temp_store = MEMORY",  # a temporary file would be in plain
    "journal_mode = WAL",
    *_LASTING,
    f"journal_size_limit = {16 * 1024 * 1024}",  # bytes that stay of the log once a first fill is over
    "secure_delete = ON",  # what was dropped (a draft with support answers) is overwritten, not only unlinked
    "foreign_keys = ON",
    "cache_size = -32768",  # KiB: the indexes of 100,000 people, decrypted once
    "busy_timeout = 2000",
)


bind_as_they_are(dbapi2)


def connect(path: Path, key: bytes) -> Connection:
    """Open the database with its raw 32-byte key; an absent file is made.

    Raises Trouble(DATABASE_DAMAGED) when it cannot be read with this key, Trouble(PROFILE_UNWRITABLE |
    DISK_FULL).
    """
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        module=dbapi2,
        poolclass=NullPool,
        connect_args={"check_same_thread": True},
        hide_parameters=True,  # an error's text must hold nobody's name
    )

    @event.listens_for(engine, "connect")
    def unlock(connection: Any, _: object) -> None:
        # with the driver's own idea of transactions, DDL that was rolled back would stay
        connection.isolation_level = None
        # a raw key (x'…') is taken as it is; a passphrase would be stretched anew at each opening
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with sqlite_troubles():
        return engine.connect()


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """Do everything inside or nothing. SQLite's errors come as Trouble."""
    with sqlite_troubles(), connection.begin():
        yield connection


@contextmanager
def repeatable(connection: Connection) -> Iterator[Connection]:
    """Do everything inside or nothing, of what can be fetched again: the disk is not waited for.

    A power cut may take the last of these transactions back, never a part of one, and none that a later
    ``transaction`` came after.
    """
    _set(connection, _UNHURRIED)
    try:
        with transaction(connection):
            yield connection
    finally:
        _set(connection, _LASTING)


def _set(connection: Connection, pragmas: tuple[str, ...]) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None
    for pragma in pragmas:
        driver.execute(f"PRAGMA {pragma}")
