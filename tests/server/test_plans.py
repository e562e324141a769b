"""How the databases find what headquarters asks them for: by an index, however many records there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, event

from chasqui_sync.server import desk
from chasqui_sync.server.storage import Storage
from tests.helpers.storage import PATRICIA


def _plans(store: Storage, work: Callable[[Connection], Any]) -> str:
    """Run some work and give how the database goes about each of its statements."""
    asked: list[tuple[str, Any]] = []
    with store.database.writing() as connection:
        postgres = connection.dialect.name == "postgresql"
        if postgres:
            # a table of three rows is read as a whole otherwise
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")

        def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
            asked.append((statement, parameters))

        event.listen(connection, "before_cursor_execute", note)
        work(connection)
        event.remove(connection, "before_cursor_execute", note)
        words = "EXPLAIN" if postgres else "EXPLAIN QUERY PLAN"
        told = [connection.exec_driver_sql(f"{words} {statement}", values).all() for statement, values in asked]
    return "\n".join(str(row[-1]) for rows in told for row in rows)


def test_staff_are_found_without_reading_every_record(store: Storage) -> None:
    plan = _plans(store, lambda connection: desk.find_staff(connection, PATRICIA))
    assert "record_of_staff" in plan
