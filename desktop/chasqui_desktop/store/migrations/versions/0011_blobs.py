"""What was signed on the screen, beside the operation that names it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blob",
        sa.Column("seq", sa.Integer(), nullable=False, primary_key=True, autoincrement=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("settled", sa.Text()),
        sa.Column("settled_at", sa.Integer()),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
    op.add_column("sync_state", sa.Column("blobs", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_blob_record", "blob", ["record"])
    op.create_index("ix_blob_settled", "blob", ["settled"])


def downgrade() -> None:
    op.drop_table("blob")
    op.drop_column("sync_state", "blobs")
