"""A forgotten phrase loses nothing: headquarters' recovery key, and what each laptop has sealed to it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("node", sa.Column("recovery_key", sa.LargeBinary()))
    op.add_column("device", sa.Column("recovery", sa.LargeBinary()))


def downgrade() -> None:
    op.drop_column("device", "recovery")
    op.drop_column("node", "recovery_key")
