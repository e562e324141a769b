"""Headquarters: ASGI routes over one storage (SQLite or PostgreSQL), and the commands that run it."""
