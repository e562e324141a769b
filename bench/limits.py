"""What the same machine does with the same rows and no promise but durability: the limits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

import msgspec
import psycopg
from backports import zstd

from chasqui_sync.core.operations import Operation

CHUNK = 500
ZSTD_LEVEL = 3
_operation = msgspec.json.Decoder(Operation)

_TABLE = """
CREATE TABLE IF NOT EXISTS bare (
    id uuid PRIMARY KEY, document jsonb NOT NULL, code text, given_names text, paternal_surname text,
    maternal_surname text, birth_date date, gender text, sector text, people_working int, since_year int,
    consent_programme boolean)
"""
_COLUMNS = """code given_names paternal_surname maternal_surname birth_date gender sector people_working since_year
consent_programme""".split()
_UPSERT = """
INSERT INTO bare
SELECT (e->>'record')::uuid, e, f->>'code', f->>'given_names', f->>'paternal_surname', f->>'maternal_surname',
       (f->>'birth_date')::date, f->>'gender', f->>'sector', (f->>'people_working')::int, (f->>'since_year')::int,
       (f->>'consent_programme')::boolean
FROM jsonb_array_elements(%s::jsonb) AS e, LATERAL (SELECT e->'fields') AS inner_fields (f)
ON CONFLICT (id) DO UPDATE SET document = excluded.document, code = excluded.code,
    given_names = excluded.given_names, paternal_surname = excluded.paternal_surname,
    maternal_surname = excluded.maternal_surname, birth_date = excluded.birth_date, gender = excluded.gender,
    sector = excluded.sector, people_working = excluded.people_working, since_year = excluded.since_year,
    consent_programme = excluded.consent_programme
"""


def in_chunks(rows: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """Cut rows into runs of 500."""
    return (rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK))


def chunked(rows: Sequence[bytes]) -> list[bytes]:
    """Give the rows compressed by zstd 3 in chunks of 500, one a line: what the wire's bytes are held against."""
    return [zstd.compress(b"\n".join(chunk) + b"\n", ZSTD_LEVEL) for chunk in in_chunks(rows)]


def upsert(url: str, rows: Sequence[bytes]) -> None:
    """PostgreSQL: one jsonb array of 500 a statement, uuid key, document and ten typed columns, committed each."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(_TABLE)
        for chunk in in_chunks(rows):
            connection.execute(_UPSERT, [(b"[" + b",".join(chunk) + b"]").decode()])
        connection.execute("DROP TABLE bare")


def typed(rows: Sequence[bytes]) -> list[tuple[object, ...]]:
    """Give each operation as the row *upsert* makes of it."""
    decoded = ((row, _operation.decode(row)) for row in rows)
    return [(each.record, row.decode(), *map(each.fields.get, _COLUMNS)) for row, each in decoded]


def copy(url: str, rows: Sequence[tuple[object, ...]]) -> None:
    """PostgreSQL: the same rows by COPY, 500 a statement, committed each."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(_TABLE)
        for start in range(0, len(rows), CHUNK):
            with connection.cursor() as cursor, cursor.copy("COPY bare FROM STDIN") as stream:
                for row in rows[start : start + CHUNK]:
                    stream.write_row(row)
        connection.execute("DROP TABLE bare")


def with_ids(rows: Sequence[bytes]) -> list[tuple[str, bytes]]:
    """Give each operation with its record's id."""
    return [(_operation.decode(row).record, row) for row in rows]


def bulk_insert(folder: Path, rows: Sequence[tuple[str, bytes]]) -> None:
    """Plain SQLite: all rows in one executemany, one durable commit."""
    with PlainFile(folder / "bulk.db") as plain:
        plain.connection.execute("BEGIN")
        plain.connection.executemany("INSERT INTO bare VALUES (?, ?)", rows)
        plain.connection.execute("COMMIT")


class PlainFile:
    """An unencrypted SQLite file of its own, durable as the register is, gone afterwards."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, document BLOB)")

    def save(self, name: str, row: bytes) -> None:
        """Commit one row."""
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT INTO bare VALUES (?, ?)", (name, row))
        self.connection.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()
        for file in self._path.parent.glob(f"{self._path.name}*"):
            file.unlink()
