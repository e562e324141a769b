"""Records in which answers about support lie sealed are found without reading all the others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_HAS_SEALED = sa.text("instr(state, x'22737570706f7274223a7b') > 0")


def upgrade() -> None:
    op.create_index("ix_record_sealed", "record", ["id"], sqlite_where=_HAS_SEALED)


def downgrade() -> None:
    op.drop_index("ix_record_sealed", "record")
