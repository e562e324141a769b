"""How the databases find what headquarters asks them for: by an index, however many records there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event

from chasqui_sync.server import desk, pages
from chasqui_sync.server.authors import ACTIVE, HEADQUARTERS, Author
from chasqui_sync.server.storage import Storage
from tests.helpers.storage import MILAGROS, PARTNER, PATRICIA


def _plans(store: Storage, work: Callable[[Connection], Any]) -> str:
    """Run some work and give how the database goes about each of its statements."""
    asked: list[tuple[str, Any]] = []
    with store.database.writing() as connection:
        postgres = connection.dialect.name == "postgresql"
        if postgres:
            # of a table of three rows any way is good: take the one that is good for a million, where there is one
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            connection.exec_driver_sql("SET LOCAL enable_sort = off")

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


@pytest.mark.parametrize("role", ["promoter", "coordinator", HEADQUARTERS, "auditor"])
def test_a_page_is_read_in_order_however_much_follows_it(store: Storage, role: str) -> None:
    caller = Author("device", MILAGROS, role, PARTNER, ACTIVE)
    plan = _plans(store, lambda connection: pages.page(connection, store.here, caller, ""))
    assert "record_in_" in plan
    # PostgreSQL merges what an index gives in order; SQLite sorts a page of each stretch, never what follows
    assert "Sort " not in plan.replace("Sort Key", "")
    assert "SCAN record" not in plan
