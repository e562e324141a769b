"""Since when somebody has left, and which devices have still to hear of an erasure."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for name in ("closed_at", "hears"):
        op.add_column("device", sa.Column(name, sa.BigInteger()))
    op.add_column("device", sa.Column("reached", sa.BigInteger(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("device") as device:
        for name in ("reached", "hears", "closed_at"):
            device.drop_column(name)
