"""What is to be reviewed: fields in which values contend, people who are alike."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa
from alembic import op

from chasqui_desktop.store.records import contests
from chasqui_sync import wire

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_AT_ONCE = 1000


def upgrade() -> None:
    op.create_table(
        "contested",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("record", "field", name="pk_contested"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pair",
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("record", "other", name="pk_pair"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pair_other", "pair", ["other"])
    op.create_table(
        "uncompared", sa.Column("number", sa.Integer(), nullable=False, primary_key=True, autoincrement=False)
    )
    _fill(op.get_bind())


def downgrade() -> None:
    for name in ("contested", "pair", "uncompared"):
        op.drop_table(name)
    op.execute("DELETE FROM option WHERE name = 'compared_people'")


def _fill(connection: sa.Connection) -> None:
    after = 0
    while True:
        wanted = sa.text("SELECT number, state FROM record WHERE number > :after ORDER BY number LIMIT :most")
        rows = connection.execute(wanted, {"after": after, "most": _AT_ONCE}).all()
        if not rows:
            return
        after = rows[-1].number
        states = [wire.state_of(msgspec.Raw(row.state)) for row in rows]
        kept = [
            {"record": state.id, "field": field, "at": at} for state in states for field, at in contests(state).items()
        ]
        if kept:
            connection.execute(sa.text("INSERT INTO contested VALUES (:record, :field, :at)"), kept)
