"""Who writes: what headquarters knows of a device, and what it may write by role, scope and standing."""

from __future__ import annotations

import re
from typing import NamedTuple

from chasqui_sync.core.fold import effective_time
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.records import VIEWERS
from chasqui_sync.server import audit

ACTIVE = "active"
CLOSED = "closed"
"""Of a device whose person has left: it is told nothing more, but what she wrote before counts."""
HEADQUARTERS = "headquarters"
AUDITOR = "auditor"
"""Reads what names nobody, and writes nothing."""

OF_HEADQUARTERS = frozenset({"edition", "outreach_point", "partner", "staff"})
_RECORD_ID = re.compile(r"[0-9a-f]{32}")
_WORD = re.compile(r"[a-z]{1,16}")


class Former(NamedTuple):
    """A role that a device had, and when it was told of the next, in ms by headquarters' clock; None: not yet."""

    role: str
    until: int | None


class Author(NamedTuple):
    """What headquarters knows of the device whose journal an operation stands in."""

    device: str
    user: str
    role: str
    scope: str
    status: str
    closed_at: int | None = None
    """Since when its person works here no more, in ms by headquarters' clock; None while she does."""
    hears: int | None = None
    """The position of the newest erasure it has not said it heard of; None where it has of all."""
    owed: int | None = None
    """When the certificate was made that it has not said it holds (ms); None where it has."""
    former: tuple[Former, ...] = ()
    """The roles it had before, the first one first."""


def as_written(author: Author, operation: Operation) -> Author:
    """Give an author with the role of the certificate under which an operation was written.

    The anchor tells what its laptop had heard: with an anchor before the greeting that brought another certificate,
    her window showed the role before. So a role that is taken from her sets nothing apart that she wrote without
    knowing of it, and one that is given her makes nothing good that she wrote before.
    """
    for role, until in author.former:
        if until is None or operation.anchor < until:
            return author._replace(role=role)
    return author


def barred(author: Author, operation: Operation, received: int) -> Problem | None:
    """Say why this author's operation is not folded whatever the record; None where it may be.

    Of somebody who left counts what she wrote before, as far as clocks tell: see ``fold.effective_time``.
    """
    if author.status == CLOSED and author.closed_at is not None:
        if effective_time(operation, received) >= author.closed_at:
            return Problem.USER_LEFT
    elif author.status != ACTIVE:
        return Problem.DEVICE_REVOKED
    if not may_write(author, operation):
        return Problem.SCOPE_OUTSIDE
    return Problem.NOT_PERMITTED if author.role == AUDITOR else None


def view(author: Author, operation: Operation, received: int) -> audit.Entry | Problem:
    """Read a view for the audit trail; a closed laptop's too, for it changes nothing and is to be known."""
    if not may_write(author, operation):
        return Problem.SCOPE_OUTSIDE
    if author.role not in VIEWERS:
        return Problem.NOT_PERMITTED
    name, why = operation.fields.get("of"), operation.fields.get("why")
    if not isinstance(name, str) or not isinstance(why, str) or not _RECORD_ID.fullmatch(name):
        return Problem.OPERATION_UNREADABLE
    why = why if _WORD.fullmatch(why) else "other"
    return audit.Entry(effective_time(operation, received), author.user, audit.VIEWED, name, why)


def may_write(author: Author, operation: Operation) -> bool:
    """Tell whether an operation is its author's own, and in a scope that is hers."""
    if operation.user != author.user:
        return False
    if author.role == HEADQUARTERS:
        return True
    return operation.scope == author.scope and operation.kind not in OF_HEADQUARTERS
