"""Headquarters remembers how many of the accepted batches are in its backup, and when that was last said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for name in ("durable", "durable_at"):
        op.add_column("node", sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("node") as node:
        node.drop_column("durable_at")
        node.drop_column("durable")
