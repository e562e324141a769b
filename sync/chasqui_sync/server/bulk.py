"""Many rows at once, each database in the way it is fastest at; values travel as parameters or in COPY."""

from __future__ import annotations

import json
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Protocol, Self

from sqlalchemy import (
    ARRAY,
    BigInteger,
    BindParameter,
    Column,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    String,
    Table,
    any_,
    bindparam,
    column,
    exc,
    func,
    insert,
    select,
    type_coerce,
)
from sqlalchemy.types import TypeEngine

from chasqui_sync.server.database import one_or_many

_FEW = 8
"""Rows for which COPY is not begun: a conversation of its own costs more than they do."""
_POSTGRES_NAMES: tuple[tuple[type[TypeEngine[Any]], str], ...] = (
    (BigInteger, "int8"),
    (Integer, "int4"),
    (LargeBinary, "bytea"),
    (String, "text"),
)


class Appending(Protocol):
    """Takes new rows for one table, in the order of its columns; they are there when the ``with`` ends.

    Until then the connection can do nothing else. Raises sqlalchemy's IntegrityError when one was there
    already.
    """

    def add(self, row: tuple[Any, ...]) -> None:
        """Take one row."""

    def __enter__(self) -> Self:
        """Begin; nothing is asked of the database before the first row."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Send what is left, or break off when something was raised."""


def appending(connection: Connection, table: Table) -> Appending:
    """Begin to append rows to a table."""
    return (_Copy if connection.dialect.name == "postgresql" else _Insert)(connection, table)


def one_of(connection: Connection, held: Column[str], names: Sequence[str]) -> ColumnElement[bool]:
    """Say that a column holds one of some texts. However many: one parameter, one plan, compiled once."""
    return in_list(connection.dialect.name, held, bindparam(None, list_of(connection, names)))


def in_list(dialect: str, held: Column[str], names: BindParameter[Any]) -> ColumnElement[bool]:
    """Say that a column holds one of the texts in a parameter, whose value ``list_of`` makes."""
    if dialect == "postgresql":
        return held == any_(type_coerce(names, ARRAY(String)))
    listed = func.json_each(type_coerce(names, String)).table_valued(column("value", String))
    return held.in_(select(listed.c.value))


def list_of(connection: Connection, names: Sequence[str]) -> Any:
    """Give texts as the one parameter that the database takes them in."""
    return list(names) if connection.dialect.name == "postgresql" else json.dumps(list(names))


class _Insert:
    """All rows in one executemany of the driver's own."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection = connection
        self._statement = f"INSERT INTO {_named(connection, table)} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608 - names of our own table
        self._rows: list[tuple[Any, ...]] = []

    def add(self, row: tuple[Any, ...]) -> None:
        self._rows.append(row)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None and self._rows:
            self._connection.exec_driver_sql(self._statement, self._rows)


class _Copy:
    """COPY in binary: PostgreSQL stores the rows it has while the next ones are still being made. Few go by INSERT."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection = connection
        self._table = table
        self._few: list[tuple[Any, ...]] = []
        self._statement = f"COPY {_named(connection, table)} FROM STDIN (FORMAT BINARY)"
        self._types = [_postgres_name(each) for each in table.columns]
        self._driver: Any = connection.dialect.loaded_dbapi
        self._cursor: Any = None
        self._manager: Any = None
        self._copy: Any = None

    def add(self, row: tuple[Any, ...]) -> None:
        if self._copy is None and len(self._few) < _FEW:
            self._few.append(row)
            return
        # once a row: a context manager here is a tenth of the time of folding it
        try:
            if self._copy is None:
                self._begin()
            self._copy.write_row(row)
        except self._driver.Error as error:
            raise _as_sqlalchemy_tells(error, self._connection) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._copy is None:
            if error is None and self._few:
                names = [each.name for each in self._table.columns]
                rows = [dict(zip(names, row, strict=True)) for row in self._few]
                self._connection.execute(insert(self._table), one_or_many(rows))
            return
        try:
            with self._cursor:
                self._manager.__exit__(kind, error, trace)
        except self._driver.Error as failed:
            raise _as_sqlalchemy_tells(failed, self._connection) from failed

    def _begin(self) -> None:
        self._cursor = self._connection.connection.cursor()
        self._manager = self._cursor.copy(self._statement)
        self._copy = self._manager.__enter__()
        self._copy.set_types(self._types)
        for row in self._few:
            self._copy.write_row(row)


def _named(connection: Connection, table: Table) -> str:
    quote = connection.dialect.identifier_preparer.quote
    return f"{quote(table.name)} ({', '.join(quote(each.name) for each in table.columns)})"


def _postgres_name(held: Column[Any]) -> str:
    return next(name for kind, name in _POSTGRES_NAMES if isinstance(held.type, kind))


def _as_sqlalchemy_tells(error: Any, connection: Connection) -> Exception:
    """Tell the driver's error as that of any other statement is told."""
    driver: Any = connection.dialect.loaded_dbapi
    told: Exception = exc.DBAPIError.instance(
        "COPY", None, error, driver.Error, hide_parameters=True, dialect=connection.dialect
    )
    return told
