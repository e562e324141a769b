"""People carry outreach point and channel beside their state, and the dashboard has an index of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TALLIED = ("listed", "edition", "saved_at", "quota", "channel", "district", "outreach_point", "scope", "incomplete")


def upgrade() -> None:
    for name in ("outreach_point", "channel"):
        op.add_column("record", sa.Column(name, sa.Text()))
        where = f"CAST(state AS TEXT), '$.fields.{name}'"
        op.execute(
            f"UPDATE record SET {name} = CASE json_type({where}) WHEN 'text' THEN json_extract({where}) END"  # noqa: S608 - two names written above
        )
    op.create_index("ix_record_tally", "record", list(TALLIED))


def downgrade() -> None:
    op.drop_index("ix_record_tally", "record")
    op.drop_column("record", "channel")
    op.drop_column("record", "outreach_point")
