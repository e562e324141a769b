"""The register knows when it was last compared with headquarters."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("sync_state", sa.Column("compared", sa.Integer()))


def downgrade() -> None:
    op.drop_column("sync_state", "compared")
