"""One database, SQLite or PostgreSQL by its URL: connections, transactions, migrations, what can go wrong."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from importlib.resources import files
from typing import Any

import alembic.command
import alembic.config
import alembic.util
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event, exc
from sqlalchemy.dialects import postgresql, sqlite

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.sqlite_values import bind_as_they_are

_BUSY_SECONDS = 20
_DOUBTED_SECONDS = 2
IN_BINARY = "in_binary"
"""The execution option of a statement that brings many bytes."""
_EMPTIED = "chasqui emptied"


class Database:
    """Gives transactions that commit whole or not at all."""

    def __init__(self, url: str) -> None:
        """Take SQLAlchemy's URL, such as ``sqlite:///file`` or ``postgresql+psycopg://…``."""
        # parameters are people's names: they must not appear in an exception's text
        self._engine = create_engine(url, hide_parameters=True)
        # a write of one's own waits for another's here, and is let in as it ends: SQLite would have it try and sleep
        self._turn: AbstractContextManager[Any] = nullcontext()
        self._at_a_glance: dict[str, Any] = {"reads": True}
        if self._engine.dialect.name == "sqlite":
            self._turn = threading.Lock()
            _speak_to_sqlite(self._engine)
        else:
            # neither BEGIN nor ROLLBACK travels for one question
            self._at_a_glance["isolation_level"] = "AUTOCOMMIT"
            _doubt_what_lay_idle(self._engine)
            _bring_in_binary(self._engine)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Begin a transaction that may write; it commits at the end, or rolls back when anything is raised.

        Raises Trouble(STORAGE_BUSY) when the database can't be reached, is locked or full.
        """
        try:
            with self._turn, self._engine.begin() as connection:
                yield connection
                emptied = connection.info.pop(_EMPTIED, False)
            if emptied:
                self.forget_pages()
        except (exc.OperationalError, exc.InterfaceError, exc.TimeoutError) as error:
            raise Trouble(Problem.STORAGE_BUSY) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Begin a transaction that only reads and waits for nobody. Raises as ``writing``."""
        try:
            with self._engine.connect().execution_options(reads=True) as connection, connection.begin():
                yield connection
        except (exc.OperationalError, exc.InterfaceError, exc.TimeoutError) as error:
            raise Trouble(Problem.STORAGE_BUSY) from error

    @contextmanager
    def glancing(self) -> Iterator[Connection]:
        """Ask one question, and no more: each would see another moment. Raises as ``writing``."""
        try:
            with self._engine.connect().execution_options(**self._at_a_glance) as connection:
                yield connection
        except (exc.OperationalError, exc.InterfaceError, exc.TimeoutError) as error:
            raise Trouble(Problem.STORAGE_BUSY) from error

    def forget_pages(self, *, thoroughly: bool = False) -> None:
        """Leave nothing of erased values in the files beside the tables.

        SQLite overwrites what it frees (``secure_delete``) and its log is cut here. PostgreSQL keeps old rows
        until its tables are written anew, ``thoroughly``, which locks them as long as it takes; its log and its
        backups are the operator's.
        """
        if self._engine.dialect.name == "sqlite":
            driver = self._engine.raw_connection()
            try:
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                if thoroughly:
                    driver.execute("VACUUM")
            finally:
                driver.close()
        elif thoroughly:
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("VACUUM FULL record, batch, quarantine, fork, blob")

    def migrate(self, target: str = "head") -> None:
        """Bring the tables up to this program. Raises Trouble(DATABASE_NEWER) when they are ahead of it."""
        with self.writing() as connection:
            try:
                alembic.command.upgrade(_settings(connection), target)
            except alembic.util.CommandError as error:
                raise Trouble(Problem.DATABASE_NEWER) from error

    def go_back(self, target: str) -> None:
        """Undo migrations down to ``target``."""
        with self.writing() as connection:
            alembic.command.downgrade(_settings(connection), target)

    def is_at_head(self) -> bool:
        """Tell whether the tables are those of this program. Raises Trouble(STORAGE_BUSY)."""
        with self.reading() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
        return current == newest_migration()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def mark_emptied(connection: Connection) -> None:
    """Have ``forget_pages`` done once this transaction is committed."""
    connection.info[_EMPTIED] = True


def newest_migration() -> str | None:
    """Name the newest migration this program carries."""
    return ScriptDirectory(_folder()).get_current_head()


def put(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, or replace those with the same primary key: one statement for all of them."""
    if rows:
        connection.execute(_putting(connection.dialect.name, table), one_or_many(rows))


def one_or_many(rows: Sequence[dict[str, Any]]) -> Any:
    """Give rows as ``Connection.execute`` takes them: of one alone the driver makes no loop."""
    return rows[0] if len(rows) == 1 else rows


@cache
def _putting(dialect: str, table: Table) -> Insert:
    statement = (postgresql.insert if dialect == "postgresql" else sqlite.insert)(table)
    keys = list(table.primary_key.columns)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)


def _doubt_what_lay_idle(engine: Engine) -> None:
    """Ask whether a connection still lives where it was not used just now: in a rush that would be half the talk."""

    @event.listens_for(engine, "checkin")
    def note(_connection: object, record: Any) -> None:
        record.info["idle_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def doubt(connection: Any, record: Any, _proxy: object) -> None:
        if time.monotonic() - record.info.get("idle_since", 0) > _DOUBTED_SECONDS and not _is_alive(engine, connection):
            # the pool drops all it has and takes a new one
            raise exc.DisconnectionError


def _bring_in_binary(engine: Engine) -> None:
    """Let bytes travel as they are where a statement asks for it, not as twice as many hex digits."""
    binary = engine.dialect.loaded_dbapi.pq.Format.BINARY

    @event.listens_for(engine, "before_cursor_execute")
    def choose(_connection: object, cursor: Any, _text: object, _values: object, context: Any, _many: object) -> None:
        if context is not None and context.execution_options.get(IN_BINARY):
            cursor.format = binary


def _is_alive(engine: Engine, connection: Any) -> bool:
    try:
        return bool(engine.dialect.do_ping(connection))
    except engine.dialect.loaded_dbapi.Error:
        return False


def _speak_to_sqlite(engine: Engine) -> None:
    bind_as_they_are(engine.dialect.loaded_dbapi)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # with a level of isolation the driver would begin by itself, and never before a DDL statement
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # what is taken out of a row is overwritten, not only unlinked: an erased person is in no free page
        connection.execute("PRAGMA secure_delete = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # a write that begins as a read can't wait for another writer: it fails at once
        reads = connection.get_execution_options().get("reads", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _folder() -> str:
    return str(files("chasqui_sync.server") / "migrations")


def _settings(connection: Connection) -> alembic.config.Config:
    settings = alembic.config.Config()
    settings.set_main_option("script_location", _folder().replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings
