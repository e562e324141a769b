"""How values reach SQLite: what Python's driver would think about at each value, it is told once."""

from __future__ import annotations

from typing import Any


def bind_as_they_are(driver: Any) -> None:
    """Let a driver (``sqlite3`` or one made from it) bind None, bytes and truth with no search for an adapter.

    For these types it asks each value for a method that none has (PEP 246), which takes fifteen times longer
    than to bind it, and keeps every other thread waiting. Holds for the whole process.
    """
    driver.register_adapter(type(None), _as_it_is)
    driver.register_adapter(bytes, _as_it_is)
    driver.register_adapter(bool, int)


def _as_it_is(value: object) -> object:
    return value
