"""Alembic's folder for the laptop: shipped in the package, run in-process on the unlocked connection."""
