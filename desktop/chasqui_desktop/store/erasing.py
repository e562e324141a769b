"""Erasing what headquarters has erased: on this laptop too it is in no table, no index, no draft and no old page."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Text, cast, delete, func

from chasqui_desktop.store import blobs, journal
from chasqui_desktop.store.tables import draft
from chasqui_sync import wire
from chasqui_sync.core.ids import operation_name


def take(connection: Connection, end: journal.Place, page: wire.Page, tombstones: list[str]) -> bool:
    """Drop the bytes of own operations and all that is about erased records; tell whether anything was to be dropped.

    The records themselves are kept as tombstones by then.
    """
    device = end.lives.device
    numbers = (end.lives.number_of(operation_name(device, incarnation, seq)) for incarnation, seq in page.erased)
    # a copy of this laptop may have gone on longer in a life than this one did: what lies there is another act
    seqs = [number for number in numbers if number is not None]
    journal.erase(connection, seqs)
    if seqs or tombstones:
        blobs.drop(connection, seqs, tombstones)
    for name in tombstones:
        connection.execute(delete(draft).where(func.instr(cast(draft.c.state, Text), name) > 0))
    if not page.erased and not tombstones:
        return False
    # the full-text indexes only note that a row is gone, until their parts are written as one
    for index in ("search", "search_ending", "search_alike"):
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608 - names written above
    return True


def cut_log(connection: Connection) -> None:
    """Write the write-ahead log back into the file, and leave nothing in it. No transaction is open."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def forget_pages(connection: Connection) -> None:
    """Cut the write-ahead log, and drop copies made before an upgrade: the values were in them. No transaction is open.

    What SQLite frees in the file itself it overwrites (``secure_delete``).
    """
    cut_log(connection)
    path = Path(str(connection.engine.url.database))
    for copy in path.parent.glob(f"{path.name}.before-*"):
        copy.unlink(missing_ok=True)
