"""Of an erased operation its hash stays, and the chain before and after it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

SHORT = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "erasure",
        *(sa.Column(name, SHORT, primary_key=True) for name in ("scope", "device", "incarnation")),
        sa.Column("seq", sa.BigInteger(), primary_key=True),
        *(sa.Column(name, SHORT, nullable=False) for name in ("digest", "before", "after")),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
    )
    op.create_index("erasure_in_order", "erasure", ["device", "at"])


def downgrade() -> None:
    op.drop_index("erasure_in_order", table_name="erasure")
    op.drop_table("erasure")
