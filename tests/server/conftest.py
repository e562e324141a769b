"""Fixtures of the server's tests."""

from __future__ import annotations

from tests.helpers.server import server

__all__ = ["server"]
