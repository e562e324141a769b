"""Statements written once: what is asked for thousands of rows, or at each save, is not compiled anew each time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from sqlalchemy import ClauseElement, Connection, CursorResult
from sqlalchemy.dialects.sqlite.pysqlite import dialect
from sqlalchemy.sql.compiler import SQLCompiler

_WIDTHS = (2000, *(1 << bits for bits in range(10, -1, -1)))
"""Rows in one statement, widest first: the largest page takes one, others few; each is written and prepared once."""


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
        more = row.replace("VALUES", ",")
        self._of_width = [(width, f"{before}{row}{more * (width - 1)}{after}") for width in _WIDTHS]

    def all(self, connection: Connection, rows: Sequence[tuple[object, ...]]) -> None:
        """Insert all rows.

        Between two statements this thread waits for whichever other one computes, and at each of them FTS5 writes
        what it has gathered as a segment of its own, to be merged later: so few statements, however many the rows.
        """
        start = 0
        for width, text in self._of_width:
            while len(rows) - start >= width:
                connection.exec_driver_sql(text, tuple(chain.from_iterable(rows[start : start + width])))
                start += width
