"""No index that no query asks for: each costs every new registration a write."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_IS_STAFF = sa.text("kind = 'staff'")


def upgrade() -> None:
    op.drop_index("record_by_phone", table_name="record")
    op.drop_index("record_by_document", table_name="record")
    op.drop_index("record_by_edition", table_name="record")
    op.drop_index("record_by_kind", table_name="record")
    op.create_index(
        "record_of_staff", "record", ["id"], unique=False, postgresql_where=_IS_STAFF, sqlite_where=_IS_STAFF
    )


def downgrade() -> None:
    op.drop_index("record_of_staff", table_name="record")
    op.create_index("record_by_kind", "record", ["kind"], unique=False)
    op.create_index("record_by_edition", "record", ["scope", "edition"], unique=False)
    op.create_index("record_by_document", "record", ["scope", "document"], unique=False)
    op.create_index("record_by_phone", "record", ["scope", "phone"], unique=False)
