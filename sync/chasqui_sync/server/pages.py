"""Pages: record states in headquarters' order, each caller's scope and no other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, or_, select, true

from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.acceptance import journals
from chasqui_sync.server.folding import EVERYBODY, HEADQUARTERS, Author
from chasqui_sync.server.node import Node
from chasqui_sync.server.tables import batch, departure, node, record

MOST_RECORDS = 1000
MOST_BYTES = 1024 * 1024
_CURSOR = re.compile(r"([0-9a-f]{16})\.([0-9]{1,18})")


def page(connection: Connection, here: Node, caller: Author, after: str, *, echoes: bool = False) -> wire.Page:
    """Give the page after a cursor, ``""`` for the first; a cursor of another epoch begins anew.

    With ``echoes`` the records the caller made alone are named.

    ``own`` holds for every record of the page: a state has in it all that headquarters knows of the
    caller's journals. Raises Trouble(CURSOR_UNKNOWN).
    """
    # asked before the records: a position is only ever seen once all before it is committed
    newest = connection.execute(select(node.c.position)).scalar_one()
    start = _position(after, here.epoch, newest)
    rows = connection.execute(
        select(record.c.at, record.c.state)
        .where(_seen_by(caller), record.c.at > start)
        .order_by(record.c.at)
        .limit(MOST_RECORDS + 1)
    ).all()
    given = _within_limits(rows)
    complete = len(given) == len(rows)
    last = given[-1].at if given else start
    end = max(last, newest) if complete else last
    made = {row.at: wire.made_by(caller.device, row.at, row.state) for row in given} if echoes else {}
    own_made = [one for one in made.values() if one is not None]
    return wire.Page(
        records=[msgspec.Raw(row.state) for row in given if made.get(row.at) is None],
        cursor=f"{here.epoch}.{end}",
        complete=complete,
        own={incarnation: seq for incarnation, (seq, _) in journals(connection, caller.device).items()},
        gone=_gone(connection, caller, start, end),
        echoes=wire.echoes(own_made, _received(connection, caller, own_made)),
    )  # fmt: skip - six values


def _position(cursor: str, epoch: str, newest: int) -> int:
    if not cursor:
        return 0
    match = _CURSOR.fullmatch(cursor)
    if match is None:
        raise Trouble(Problem.CURSOR_UNKNOWN)
    position = int(match[2])
    # beyond our end: restored from a backup without a new epoch, so begin anew there too
    return position if match[1] == epoch and position <= newest else 0


def _seen_by(caller: Author) -> ColumnElement[bool]:
    """Say what a caller may read: everyone's records, and its scope or only its own caseload in it."""
    in_caseload = record.c.holder.in_([EVERYBODY, caller.user])
    of_everyone = and_(record.c.scope == EVERYONE, in_caseload)
    if caller.role == HEADQUARTERS:
        return true()
    if caller.role == "coordinator":
        return or_(of_everyone, record.c.scope == caller.scope)
    if caller.role == "promoter":
        return and_(record.c.scope.in_([EVERYONE, caller.scope]), in_caseload)
    return of_everyone


def _within_limits(rows: Any) -> list[Any]:
    """Keep as many as a page holds, one at least."""
    given: list[Any] = []
    size = 0
    for row in rows[:MOST_RECORDS]:
        size += len(row.state)
        if given and size > MOST_BYTES:
            break
        given.append(row)
    return given


def _received(connection: Connection, caller: Author, made: list[wire.Made]) -> Callable[[wire.Made], int]:
    """Tell by operation when the batch that brought it was received."""
    ends: dict[str, list[tuple[int, int]]] = {}
    for incarnation in {one.incarnation for one in made}:
        seqs = [one.seq for one in made if one.incarnation == incarnation]
        rows = connection.execute(
            select(batch.c.last, batch.c.received_at)
            .where(
                batch.c.scope == caller.scope,
                batch.c.device == caller.device,
                batch.c.incarnation == incarnation,
                batch.c.last >= min(seqs),
                batch.c.first <= max(seqs),
            )
            .order_by(batch.c.last)
        )
        ends[incarnation] = [(row.last, row.received_at) for row in rows]

    def received(one: wire.Made) -> int:
        those = ends[one.incarnation]
        return those[bisect_left(those, (one.seq, 0))][1]

    return received


def _gone(connection: Connection, caller: Author, start: int, end: int) -> list[str]:
    """Name the records that left the caller's caseload in a stretch of positions and did not come back."""
    if caller.role != "promoter":
        return []
    left = connection.scalars(
        select(departure.c.record)
        .join(record, and_(record.c.scope == departure.c.scope, record.c.id == departure.c.record))
        .where(
            departure.c.scope == caller.scope,
            departure.c.holder == caller.user,
            departure.c.at > start,
            departure.c.at <= end,
            record.c.holder != caller.user,
        )
        .order_by(departure.c.at)
    )
    return list(dict.fromkeys(left))
