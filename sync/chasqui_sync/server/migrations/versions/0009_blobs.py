"""Blobs: what was signed on a screen, beside the record that names it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

SHORT = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "blob",
        *(sa.Column(name, SHORT, primary_key=True) for name in ("scope", "record", "sha256", "device")),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.Column("whole_at", sa.BigInteger()),
    )
    op.create_index("blob_by_record", "blob", ["record"])
    op.create_index("blob_by_device", "blob", ["device"])


def downgrade() -> None:
    op.drop_index("blob_by_device", table_name="blob")
    op.drop_index("blob_by_record", table_name="blob")
    op.drop_table("blob")
