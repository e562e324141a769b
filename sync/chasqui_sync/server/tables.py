"""Headquarters' tables. The newest migration and this file say the same; a test compares them.

What is compared across databases (states, operations, batches, receipts) is held as bytes, so that it is
byte-equal on SQLite and PostgreSQL. Times are milliseconds since 1970 UTC. Every table that holds scope
leads with it, so that a country too large for one machine can be distributed by it; ``device`` is small,
asked for by id before its scope is known, and copied to every machine.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table, text

SHORT = String(64)
"""Ids, codes and words from a fixed list; longer text lives in a record's state."""

_IS_STAFF = text("kind = 'staff'")

metadata = MetaData()

node = Table(
    "node",
    metadata,
    Column("id", SHORT, primary_key=True),
    Column("epoch", SHORT, nullable=False),
    Column("seed", LargeBinary, nullable=False),
    # its row lock is headquarters' one order: who moves the position keeps it until the commit
    Column("position", BigInteger, nullable=False),
    Column("receipts", BigInteger, nullable=False),
    # batches up to this number are in the backup, as was last said at durable_at
    Column("durable", BigInteger, nullable=False, server_default="0"),
    Column("durable_at", BigInteger, nullable=False, server_default="0"),
    # public; what belongs to it lies in a file that headquarters takes off this machine
    Column("recovery_key", LargeBinary),
)

device = Table(
    "device",
    metadata,
    Column("id", SHORT, primary_key=True),
    Column("scope", SHORT, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("certificate", LargeBinary, nullable=False),
    Column("user", SHORT, nullable=False),
    Column("role", SHORT, nullable=False),
    Column("status", SHORT, nullable=False),
    Column("challenge", SHORT, nullable=False),
    Column("last_seen", BigInteger, nullable=False),
    # what opens its vault without the phrase, sealed to the recovery key
    Column("recovery", LargeBinary),
    # since when its person works here no more, by headquarters' clock; empty while she does
    Column("closed_at", BigInteger),
    # the newest erasure it has not said it heard of, empty where it has of all; and how far it said it had read then
    Column("hears", BigInteger),
    Column("reached", BigInteger, nullable=False, server_default="0"),
    # when the certificate was made that it has not said it holds, empty where it has; and, as JSON, the roles it had
    # before, each with the time of the greeting that told it of the next (authors.Former)
    Column("owed", BigInteger),
    Column("former", LargeBinary),
)

enrolment = Table(
    "enrolment",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("code_hash", LargeBinary, primary_key=True),
    Column("staff", SHORT, nullable=False),
    Column("staff_name", String, nullable=False),
    Column("role", SHORT, nullable=False),
    Column("expires", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Column("device", SHORT),
    Index("enrolment_by_code", "code_hash"),
)

journal = Table(
    "journal",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("device", SHORT, primary_key=True),
    Column("incarnation", SHORT, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("head", SHORT, nullable=False),
)

batch = Table(
    "batch",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("device", SHORT, primary_key=True),
    Column("incarnation", SHORT, primary_key=True),
    # of the accepted batches of a journal each ends later than the one before; they may begin alike
    Column("last", BigInteger, primary_key=True),
    Column("first", BigInteger, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    Column("receipt_number", BigInteger, nullable=False),
    Column("received_at", BigInteger, nullable=False),
)

record = Table(
    "record",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("id", SHORT, primary_key=True),
    Column("kind", SHORT, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("state", LargeBinary, nullable=False),
    # whose caseload it is in; empty: everybody's within the scope; behind a tilde: hers, but resting
    Column("holder", SHORT, nullable=False),
    Column("code", SHORT),
    Column("edition", SHORT),
    Column("outreach_point", SHORT),
    Column("document", SHORT),
    Column("phone", SHORT),
    Index("record_by_id", "id"),
    Index("record_of_staff", "id", postgresql_where=_IS_STAFF, sqlite_where=_IS_STAFF),
    Index("record_in_order", "scope", "at"),
    Index("record_in_caseload", "scope", "holder", "at"),
    Index("record_by_code", "code"),
)

blob = Table(
    "blob",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("record", SHORT, primary_key=True),
    Column("sha256", SHORT, primary_key=True),
    # what one laptop has begun no other can spoil
    Column("device", SHORT, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    # when the last of it came and all of it was as it is named; empty before
    Column("whole_at", BigInteger),
    Index("blob_by_record", "record"),
    Index("blob_by_device", "device"),
)

departure = Table(
    "departure",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("holder", SHORT, primary_key=True),
    Column("at", BigInteger, primary_key=True),
    Column("record", SHORT, nullable=False),
)

milestone = Table(
    "milestone",
    metadata,
    # once a day, which position was the last one then
    Column("at", BigInteger, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("device", SHORT, primary_key=True),
    Column("incarnation", SHORT, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("record", SHORT, nullable=False),
    Column("operation", LargeBinary, nullable=False),
    Column("problem", Integer, nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Index("quarantine_by_record", "scope", "record"),
)

ruling = Table(
    "ruling",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("device", SHORT, primary_key=True),
    Column("incarnation", SHORT, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    # a problem's number, 0 where the operation is folded now: what a receipt said of it is no longer so
    Column("problem", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ruling_in_order", "device", "at"),
)

erasure = Table(
    "erasure",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("device", SHORT, primary_key=True),
    Column("incarnation", SHORT, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    # in hex: SHA-256 of the bytes that were there, chain hashes before and after them
    Column("digest", SHORT, nullable=False),
    Column("before", SHORT, nullable=False),
    Column("after", SHORT, nullable=False),
    # the node's word for these three, for whoever proves the log
    Column("signature", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("erasure_in_order", "device", "at"),
)

audit = Table(
    "audit",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("person", String, nullable=False),
    Column("act", SHORT, nullable=False),
    Column("subject", String, nullable=False),
    Column("reason", String, nullable=False),
    # the chain over all rows up to this one, in hex: a changed or missing row is seen
    Column("head", SHORT, nullable=False),
)

fork = Table(
    "fork",
    metadata,
    Column("scope", SHORT, primary_key=True),
    Column("device", SHORT, primary_key=True),
    Column("incarnation", SHORT, primary_key=True),
    Column("head", SHORT, primary_key=True),
    Column("first", BigInteger, nullable=False),
    Column("last", BigInteger, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("received_at", BigInteger, nullable=False),
)
