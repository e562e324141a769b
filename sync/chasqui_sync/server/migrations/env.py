"""Alembic's way in: the connection comes from the program, already in a transaction."""

from __future__ import annotations

from alembic import context

from chasqui_sync.server.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
