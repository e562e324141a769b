"""Alembic runs this for every command; the connection is handed in, unlocked and inside a transaction."""

from __future__ import annotations

from alembic import context

from chasqui_desktop.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)  # fmt: skip - three short lines
context.run_migrations()
