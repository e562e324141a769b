"""Statements written once: what is asked for thousands of rows, or at each save, is not compiled anew each time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ClauseElement, Connection, CursorResult
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.sql.compiler import SQLCompiler


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
