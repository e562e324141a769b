"""Statements written once: what is asked for thousands of rows, or at each save, is not compiled anew each time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from sqlalchemy import ClauseElement, Connection, CursorResult
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.sql.compiler import SQLCompiler

_WIDE = 128
"""Rows in one statement: a few milliseconds."""


class Prepared:
    """One SQL statement and the order of its parameters, which are handed over by position.

    What comes back is as SQLite holds it: 0 and 1 for truth.
    """

    def __init__(self, statement: ClauseElement, parameters: Sequence[str]) -> None:
        """``parameters`` names every bound value in the order in which rows will hold them."""
        compiled = statement.compile(dialect=dialect())
        assert isinstance(compiled, SQLCompiler)
        self.text = str(compiled)
        order = compiled.positiontup or []
        if order != list(parameters):
            raise ValueError(f"the statement takes {order}")

    def ask(self, connection: Connection, *values: object) -> CursorResult[*tuple[Any, ...]]:
        """Run it once."""
        return connection.exec_driver_sql(self.text, values)

    def each(self, connection: Connection, rows: Sequence[tuple[object, ...]]) -> int:
        """Run it for every row; give how many rows of the database it changed in all."""
        return connection.exec_driver_sql(self.text, list(rows)).rowcount if rows else 0


class PreparedInsert(Prepared):
    """One statement that inserts a row, and the same for many rows at once."""

    def __init__(self, statement: ClauseElement, parameters: Sequence[str]) -> None:
        """See ``Prepared``."""
        super().__init__(statement, parameters)
        row = f"VALUES ({', '.join('?' * len(parameters))})"
        before, after = self.text.split(row)
        self._wide = f"{before}{row}{row.replace('VALUES', ',') * (_WIDE - 1)}{after}"

    def all(self, connection: Connection, rows: Sequence[tuple[object, ...]]) -> None:
        """Insert all rows. Many in one statement let other threads go on beside it, where each row takes turns."""
        wide = len(rows) - len(rows) % _WIDE
        for start in range(0, wide, _WIDE):
            values = tuple(chain.from_iterable(rows[start : start + _WIDE]))
            connection.exec_driver_sql(self._wide, values)
        self.each(connection, rows[wide:])
