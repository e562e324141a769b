"""A copy of headquarters' whole database, and putting it back: the same on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, insert, select

from chasqui_sync.server.database import Database
from chasqui_sync.server.tables import metadata

Backup = dict[str, list[dict[str, Any]]]
"""Every row, by table."""


def backed_up(database: Database) -> Backup:
    """Copy every row."""
    with database.reading() as connection:
        return {
            table.name: [dict(row._mapping) for row in connection.execute(select(table))]
            for table in metadata.sorted_tables
        }


def put_back(database: Database, backup: Backup) -> None:
    """Put an older copy in the place of everything."""
    with database.writing() as connection:
        for table in metadata.sorted_tables:
            connection.execute(delete(table))
            if backup[table.name]:
                connection.execute(insert(table), backup[table.name])
