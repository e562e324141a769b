"""The operation: one act of one user on one record on one device. See design of the wire in ``wire``."""

from __future__ import annotations

from typing import Any, Literal, get_args

import msgspec

Action = Literal["create", "set", "add", "remove", "delete", "merge", "unmerge", "resolve", "withdraw", "erase"]
ACTIONS: frozenset[str] = frozenset(get_args(Action))

EVERYONE = "*"
"""Scope of records that every partner may read: editions, partners, consent texts."""


class Operation(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One act, as it lies in a journal and travels; its bytes never change once saved.

    Device, incarnation, seq and the hash of the operation before are not in it: both sides compute
    them from the place in the journal, so that nothing random travels but the record's id.

    ``fields`` holds the new values by field name. ``seen`` names, for each field that had a value on
    the author's screen, the operation that had set it, or several parted by spaces where two had written
    the same or a settling has seen both rivals (``State.seen_of``). ``saved_at`` and ``anchor`` are milliseconds
    since 1970 UTC: the laptop's own clock (never trusted) and the last time headquarters told it.
    """

    kind: str
    record: str
    action: str
    fields: dict[str, Any] = {}
    seen: dict[str, str] = {}
    user: str
    scope: str
    schema: int = 1
    saved_at: int
    anchor: int = 0
    v: int = 1
