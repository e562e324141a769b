"""Keys under which somebody like a person is found; made for everybody the register holds."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa
from alembic import op

from chasqui_desktop.store.extracted import Found, extracted
from chasqui_sync import wire
from chasqui_sync.core import joined

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_AT_ONCE = 1000


def upgrade() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search_alike USING fts5(alike, content='', contentless_delete=1, detail=none, "
        "tokenize='ascii')"
    )
    connection = op.get_bind()
    stands_for = _joined(connection)
    after = 0
    while True:
        wanted = sa.text("SELECT number, id, state FROM record WHERE number > :after ORDER BY number LIMIT :most")
        rows = connection.execute(wanted, {"after": after, "most": _AT_ONCE}).all()
        if not rows:
            return
        after = rows[-1].number
        found = {row.id: _found(row.state) for row in rows if row.id not in stands_for}
        kept = [{"number": row.number, "alike": one.alike} for row in rows if (one := found.get(row.id)) is not None]
        if kept:
            connection.execute(sa.text("INSERT INTO search_alike (rowid, alike) VALUES (:number, :alike)"), kept)


def downgrade() -> None:
    op.drop_table("search_alike")


def _joined(connection: sa.Connection) -> set[str]:
    """Make the keys of who was registered twice: whichever of her records is listed is found by those of all."""
    links: dict[str, list[str]] = {}
    for name, into in connection.execute(sa.text("SELECT record, joined_into FROM alias")):
        links.setdefault(name, []).append(into)
    done: set[str] = set()
    wanted = sa.text("SELECT number, listed, state FROM record WHERE id IN :group").bindparams(
        sa.bindparam("group", expanding=True)
    )
    for group in joined.groups(links):
        done |= group
        rows = connection.execute(wanted, {"group": sorted(group)}).all()
        alike = " ".join(one.alike for row in rows if (one := _found(row.state)) is not None)
        for row in rows:
            if row.listed:
                kept = sa.text("INSERT INTO search_alike (rowid, alike) VALUES (:number, :alike)")
                connection.execute(kept, {"number": row.number, "alike": alike})
    return done


def _found(state: bytes) -> Found | None:
    return extracted(wire.state_of(msgspec.Raw(state)))[1]
