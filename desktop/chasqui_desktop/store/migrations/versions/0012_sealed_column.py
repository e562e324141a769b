"""Whether answers lie sealed in a record is a column: to look through each state for them costs a first fill a tenth."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_SEALED = "instr(state, x'22737570706f7274223a7b') > 0"  # "support":{


def upgrade() -> None:
    op.drop_index("ix_record_sealed", "record")
    op.add_column("record", sa.Column("sealed", sa.Boolean(), nullable=False, server_default="0"))
    op.execute(f"UPDATE record SET sealed = 1 WHERE {_SEALED}")
    op.create_index("ix_record_sealed", "record", ["id"], sqlite_where=sa.text("sealed = 1"))


def downgrade() -> None:
    op.drop_index("ix_record_sealed", "record")
    op.drop_column("record", "sealed")
    op.create_index("ix_record_sealed", "record", ["id"], sqlite_where=sa.text(_SEALED))
