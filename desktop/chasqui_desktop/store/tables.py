"""The tables of the laptop's register. One file holds one device's journal and one user's view."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    bindparam,
    column,
    func,
    select,
    table,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

identity = Table(
    "identity",
    metadata,
    Column("device", Text, primary_key=True),
    Column("seed", LargeBinary, nullable=False, doc="the device's private Ed25519 seed"),
    Column("certificate", LargeBinary, nullable=False, doc="wire.Certificate as it came"),
    Column("node_key", LargeBinary, nullable=False, doc="raw public key of headquarters' receipts"),
    Column("address", Text, nullable=False),
)

sync_state = Table(
    "sync_state",
    metadata,
    Column("device", Text, primary_key=True),
    Column("cursor", Text),
    Column("epoch", Text),
    Column("anchor", Integer, nullable=False, doc="the last time headquarters told, ms"),
    Column("challenge", Text, doc="to sign the next request with"),
    Column("folded", Integer, nullable=False, server_default="0", doc="own operations that are in the pages held"),
    Column("blobs", Text, nullable=False, server_default="", doc="tally of the blobs headquarters said it holds"),
    Column("compared", Integer, doc="when it was last compared with headquarters, ms by its clock; 0: it is due"),
)

life = Table(
    "life",
    metadata,
    Column("number", Integer, primary_key=True, doc="the order in which they were begun"),
    Column("incarnation", Text, nullable=False, unique=True),
    Column("base", Integer, nullable=False, doc="own operations of the lives before; its seq 1 follows"),
)

TALLIED = ("listed", "edition", "saved_at", "quota", "channel", "district", "outreach_point", "scope", "incomplete")
"""All that the dashboard counts by: it reads this index and never the states beside it."""

journal = Table(
    "journal",
    metadata,
    # counted over all lives; on the wire each life counts from 1. So it is wherever the laptop keeps a seq
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False, index=True),
    Column("operation", LargeBinary, nullable=False, doc="the bytes that travel"),
    Column("head", LargeBinary, nullable=False, doc="chain hash after it"),
    Column("saved_at", Integer, nullable=False),
)

blob = Table(
    "blob",
    metadata,
    # of the own operation that names it: it is kept, copied, erased and let go of with that
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("record", Text, nullable=False, index=True),
    Column("sha256", Text, nullable=False),
    Column("settled", Text, index=True, doc="the epoch in which headquarters said it holds it, or wants none"),
    Column("settled_at", Integer, doc="when it said so, ms by its clock"),
    Column("content", LargeBinary, nullable=False),
)

pruned = Table(
    "pruned",
    metadata,
    # the last operation that is no longer in the journal, and the last of each life before it
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("head", LargeBinary, nullable=False, doc="chain hash after it"),
)

record = Table(
    "record",
    metadata,
    Column("number", Integer, primary_key=True, doc="row of the full-text index"),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False, index=True),
    Column("scope", Text, nullable=False),
    Column("state", LargeBinary, nullable=False, doc="what is shown: headquarters' state and own operations"),
    Column("last_seq", Integer, doc="the last own operation on it; none where there is none"),
    Column("sealed", Boolean, nullable=False, server_default="0", doc="answers about support lie sealed in it: few"),
    # what follows is extracted from the state, for lists; see extracted.py
    Column("listed", Boolean, nullable=False, doc="a person, not deleted"),
    Column("code", Text, nullable=False),
    Column("sort_name", Text, nullable=False),
    Column("listed_name", Text, nullable=False),
    Column("initials", Text, nullable=False),
    Column("district", Text),
    Column("sector", Text),
    Column("edition", Text),
    Column("outreach_point", Text),
    Column("channel", Text),
    Column("promoter", Text),
    Column("saved_at", Integer, nullable=False),
    Column("incomplete", Boolean, nullable=False),
    Column("quota", Boolean, nullable=False),
    # one index by name for every filter: each more would cost a page of the file for every record of a first fill
    Index(None, "listed", "sort_name", "number", "incomplete", "quota"),
    Index(None, "listed", "last_seq"),
    Index(None, "listed", "edition", "quota"),
    Index(None, "listed", "promoter", "saved_at"),
    Index("ix_record_tally", *TALLIED),
)

Index("ix_record_sealed", record.c.id, sqlite_where=text("sealed = 1"))

alias = Table(
    "alias",
    metadata,
    Column("record", Text, primary_key=True, doc="a person's record that was joined into another"),
    Column("joined_into", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

contested = Table(
    "contested",
    metadata,
    Column("record", Text, primary_key=True, doc="a person's record in which values of a field contend"),
    Column("field", Text, primary_key=True),
    Column("at", Integer, nullable=False, doc="when the latest of them was written, ms"),
    sqlite_with_rowid=False,
)

pair = Table(
    "pair",
    metadata,
    Column("record", Text, primary_key=True, doc="of two people's records that are alike, the older"),
    Column("other", Text, primary_key=True, index=True),
    Column("points", Integer, nullable=False, doc="likeness.Likeness.points"),
    Column("at", Integer, nullable=False, doc="when the later of them was registered, ms"),
    sqlite_with_rowid=False,
)

uncompared = Table(
    "uncompared",
    metadata,
    # new rows are compared in their order without standing here: a first fill writes none
    Column("number", Integer, primary_key=True, autoincrement=False, doc="of a record that was changed since"),
)

receipt = Table(
    "receipt",
    metadata,
    Column("level", Text, primary_key=True),
    Column("upto", Integer, primary_key=True, autoincrement=False),
    Column("incarnation", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False, doc="as signed, to show to anyone who doubts"),
)

verdict = Table(
    "verdict",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("problem", Integer, primary_key=True, autoincrement=False),
)

draft = Table(
    "draft",
    metadata,
    Column("draft", Text, primary_key=True),
    Column("state", LargeBinary, nullable=False),
    Column("kept_at", Integer, nullable=False),
)

option = Table(
    "option",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

search = table("search", column("rowid", Integer), column("search", Text), column("names", Text), column("code", Text))
"""The FTS5 table, made by the migrations: SQLAlchemy knows no virtual tables. ``search`` takes MATCH."""

search_ending = table(
    "search_ending", column("rowid", Integer), column("search_ending", Text), column("backwards", Text)
)
"""Phones, documents and codes read from their end; FTS5 too, which adds at its end where an index writes everywhere."""

search_alike = table("search_alike", column("rowid", Integer), column("search_alike", Text), column("alike", Text))
"""Keys under which somebody like a person is found; FTS5 for the same reason: an index would cost three times it."""


def in_list(one: ColumnElement[str]) -> ColumnElement[bool]:
    """Hold for what is in the parameter ``list``, a JSON array: one statement for a list of any length."""
    listed = func.json_each(bindparam("list")).table_valued("value")
    return one.in_(select(listed.c.value))
