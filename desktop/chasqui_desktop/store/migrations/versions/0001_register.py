"""The register's first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

RECORD_INDEXES = (
    ("listed", "sort_name", "number"),
    ("listed", "incomplete", "sort_name", "number"),
    ("listed", "quota", "sort_name", "number"),
    ("listed", "last_seq"),
    ("listed", "edition", "quota"),
    ("listed", "promoter", "saved_at"),
)


def upgrade() -> None:
    _this_laptop()
    _journal()
    _records()
    op.create_table(
        "draft",
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("draft", name=op.f("pk_draft")),
    )
    op.create_table(
        "option",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_option")),
    )


def downgrade() -> None:
    for name in ("search", "ending", "option", "draft", "verdict", "receipt", "record", "journal"):
        op.drop_table(name)
    op.drop_table("sync_state")
    op.drop_table("identity")


def _this_laptop() -> None:
    op.create_table(
        "identity",
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("seed", sa.LargeBinary(), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("node_key", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_identity")),
    )
    op.create_table(
        "sync_state",
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("incarnation", sa.Text(), nullable=False),
        sa.Column("cursor", sa.Text()),
        sa.Column("epoch", sa.Text()),
        sa.Column("anchor", sa.Integer(), nullable=False),
        sa.Column("challenge", sa.Text()),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_sync_state")),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("operation", sa.LargeBinary(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.Column("saved_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_record"), "journal", ["record"])
    op.create_table(
        "receipt",
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("upto", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("incarnation", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("level", "upto", name=op.f("pk_receipt")),
    )
    op.create_table(
        "verdict",
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("problem", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("seq", "problem", name=op.f("pk_verdict")),
    )


def _records() -> None:
    op.create_table(
        "record",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("last_seq", sa.Integer()),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("listed_name", sa.Text(), nullable=False),
        sa.Column("initials", sa.Text(), nullable=False),
        sa.Column("district", sa.Text()),
        sa.Column("sector", sa.Text()),
        sa.Column("edition", sa.Text()),
        sa.Column("promoter", sa.Text()),
        sa.Column("saved_at", sa.Integer(), nullable=False),
        sa.Column("incomplete", sa.Boolean(), nullable=False),
        sa.Column("quota", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_record")),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_record_kind"), "record", ["kind"])
    for columns in RECORD_INDEXES:
        op.create_index(op.f("ix_record_" + "_".join(columns)), "record", list(columns))
    op.create_table(
        "ending",
        sa.Column("backwards", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["record.number"], name=op.f("fk_ending_number"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("backwards", "number", name=op.f("pk_ending")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_ending_number"), "ending", ["number"])
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(names, code, content='', contentless_delete=1, "
        "tokenize=\"unicode61 remove_diacritics 2\", prefix='1 2 3')"
    )
