"""Which certificate a device has still to say it holds, and the roles in which it wrote before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("device", sa.Column("owed", sa.BigInteger()))
    op.add_column("device", sa.Column("former", sa.LargeBinary()))


def downgrade() -> None:
    with op.batch_alter_table("device") as device:
        for name in ("former", "owed"):
            device.drop_column(name)
