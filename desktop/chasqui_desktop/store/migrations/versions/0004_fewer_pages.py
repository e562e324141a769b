"""One index by name instead of three, endings in FTS5: a first fill writes each page of the file a few times."""

from __future__ import annotations

import json
import re

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BY_NAME = ("listed", "sort_name", "number")
BEFORE = (BY_NAME, ("listed", "incomplete", "sort_name", "number"), ("listed", "quota", "sort_name", "number"))
AFTER = (*BY_NAME, "incomplete", "quota")


def upgrade() -> None:
    for columns in BEFORE:
        op.drop_index(_name(columns), "record")
    op.create_index(_name(AFTER), "record", list(AFTER))
    op.execute(
        "CREATE VIRTUAL TABLE search_ending USING fts5(backwards, content='', contentless_delete=1, detail=none, "
        "tokenize='ascii')"
    )
    op.execute(
        "INSERT INTO search_ending (rowid, backwards) "
        "SELECT number, group_concat(backwards, ' ') FROM ending GROUP BY number"
    )
    op.drop_table("ending")


def downgrade() -> None:
    op.drop_table("search_ending")
    op.create_table(
        "ending",
        sa.Column("backwards", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["number"], ["record.number"], name=op.f("fk_ending_number"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("backwards", "number", name=op.f("pk_ending")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_ending_number"), "ending", ["number"])
    _find_endings_again()
    op.drop_index(_name(AFTER), "record")
    for columns in BEFORE:
        op.create_index(_name(columns), "record", list(columns))


def _find_endings_again() -> None:
    """Read them from the states: FTS5 without content can't tell what it holds."""
    connection = op.get_bind()
    for number, state in connection.execute(sa.text("SELECT number, state FROM record WHERE listed")).all():
        fields = json.loads(state)["fields"]
        numbered = [fields.get("document"), *(fields.get("phones") or ()), {"number": fields.get("code")}]
        numbers = {str(one["number"]) for one in numbered if isinstance(one, dict) and one.get("number")}
        for backwards in {re.sub(r"[\W_]", "", text).upper()[::-1] for text in numbers}:
            connection.execute(sa.text("INSERT INTO ending VALUES (:text, :row)"), {"text": backwards, "row": number})


def _name(columns: tuple[str, ...]) -> str:
    return op.f("ix_record_" + "_".join(columns))
