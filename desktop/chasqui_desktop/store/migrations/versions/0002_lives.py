"""A journal has lives: the incarnation leaves ``sync_state`` for a table of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "life",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("incarnation", sa.Text(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_life")),
        sa.UniqueConstraint("incarnation"),
    )
    op.execute("INSERT INTO life (incarnation, base) SELECT incarnation, 0 FROM sync_state")
    op.drop_column("sync_state", "incarnation")


def downgrade() -> None:
    # a laptop that has begun a second life can't go back to a version that knows of one
    op.add_column("sync_state", sa.Column("incarnation", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE sync_state SET incarnation = (SELECT incarnation FROM life ORDER BY number DESC LIMIT 1)")
    op.drop_table("life")
