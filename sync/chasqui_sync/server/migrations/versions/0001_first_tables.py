"""The first tables: node, devices, journals, records, quarantine."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _who_may_write()
    _what_was_written()


def _who_may_write() -> None:
    op.create_table(
        "batch",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("incarnation", sa.String(length=64), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        sa.Column("receipt_number", sa.BigInteger(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "device", "incarnation", "last"),
    )
    op.create_table(
        "departure",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("holder", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("record", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("scope", "holder", "at"),
    )
    op.create_table(
        "device",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("user", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("challenge", sa.String(length=64), nullable=False),
        sa.Column("last_seen", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "enrolment",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("staff", sa.String(length=64), nullable=False),
        sa.Column("staff_name", sa.String(), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("device", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("scope", "code_hash"),
    )
    op.create_index("enrolment_by_code", "enrolment", ["code_hash"], unique=False)


def _what_was_written() -> None:
    op.create_table(
        "fork",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("incarnation", sa.String(length=64), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "device", "incarnation", "head"),
    )
    op.create_table(
        "journal",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("incarnation", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("scope", "device", "incarnation"),
    )
    op.create_table(
        "node",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.String(length=64), nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("receipts", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "quarantine",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("incarnation", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("record", sa.String(length=64), nullable=False),
        sa.Column("operation", sa.LargeBinary(), nullable=False),
        sa.Column("problem", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "device", "incarnation", "seq"),
    )
    op.create_index("quarantine_by_record", "quarantine", ["scope", "record"], unique=False)
    op.create_table(
        "record",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("holder", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=True),
        sa.Column("edition", sa.String(length=64), nullable=True),
        sa.Column("outreach_point", sa.String(length=64), nullable=True),
        sa.Column("document", sa.String(length=64), nullable=True),
        sa.Column("phone", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("scope", "id"),
    )
    op.create_index("record_by_code", "record", ["code"], unique=False)
    op.create_index("record_by_document", "record", ["scope", "document"], unique=False)
    op.create_index("record_by_edition", "record", ["scope", "edition"], unique=False)
    op.create_index("record_by_id", "record", ["id"], unique=False)
    op.create_index("record_by_kind", "record", ["kind"], unique=False)
    op.create_index("record_by_phone", "record", ["scope", "phone"], unique=False)
    op.create_index("record_in_caseload", "record", ["scope", "holder", "at"], unique=False)
    op.create_index("record_in_order", "record", ["scope", "at"], unique=False)


def downgrade() -> None:
    op.drop_index("record_in_order", table_name="record")
    op.drop_index("record_in_caseload", table_name="record")
    op.drop_index("record_by_phone", table_name="record")
    op.drop_index("record_by_kind", table_name="record")
    op.drop_index("record_by_id", table_name="record")
    op.drop_index("record_by_edition", table_name="record")
    op.drop_index("record_by_document", table_name="record")
    op.drop_index("record_by_code", table_name="record")
    op.drop_table("record")
    op.drop_index("quarantine_by_record", table_name="quarantine")
    op.drop_table("quarantine")
    op.drop_table("node")
    op.drop_table("journal")
    op.drop_table("fork")
    op.drop_index("enrolment_by_code", table_name="enrolment")
    op.drop_table("enrolment")
    op.drop_table("device")
    op.drop_table("departure")
    op.drop_table("batch")
