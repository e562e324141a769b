"""Verdicts that changed are told to the laptop, and what an operator does with reasons is kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

SHORT = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "ruling",
        *(sa.Column(name, SHORT, primary_key=True) for name in ("scope", "device", "incarnation")),
        sa.Column("seq", sa.BigInteger(), primary_key=True),
        sa.Column("problem", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
    )
    op.create_index("ruling_in_order", "ruling", ["device", "at"])
    op.create_table(
        "audit",
        sa.Column("number", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        *(
            sa.Column(name, SHORT if name in {"act", "head"} else sa.String(), nullable=False)
            for name in ("person", "act", "subject", "reason", "head")
        ),
    )


def downgrade() -> None:
    op.drop_table("audit")
    op.drop_index("ruling_in_order", table_name="ruling")
    op.drop_table("ruling")
