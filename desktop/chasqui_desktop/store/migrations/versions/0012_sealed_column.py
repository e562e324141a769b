"""Whether answers lie sealed in a record is a column: searching each state for them took a tenth of a first fill."""

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
    record = sa.table("record", sa.column("sealed"))
    op.execute(record.update().where(sa.text(_SEALED)).values(sealed=1))
    op.create_index("ix_record_sealed", "record", ["id"], sqlite_where=sa.text("sealed = 1"))


def downgrade() -> None:
    op.drop_index("ix_record_sealed", "record")
    op.drop_column("record", "sealed")
    op.create_index("ix_record_sealed", "record", ["id"], sqlite_where=sa.text(_SEALED))
