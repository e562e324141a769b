"""Persons who were registered twice can be joined."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alias",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("joined_into", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("record", "joined_into", name="pk_alias"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_joined_into", "alias", ["joined_into"])


def downgrade() -> None:
    op.drop_table("alias")
