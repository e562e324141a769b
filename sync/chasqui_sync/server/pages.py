"""Pages: record states in headquarters' order, each caller's scope and no other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, CompoundSelect, Connection, and_, func, null, select, union_all

from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.acceptance import journals
from chasqui_sync.server.authors import HEADQUARTERS, Author
from chasqui_sync.server.database import IN_BINARY
from chasqui_sync.server.folding import EVERYBODY
from chasqui_sync.server.node import Node
from chasqui_sync.server.tables import batch, departure, erasure, node, record, ruling
from chasqui_sync.wire import digests

MOST_RECORDS = 1000
"""Of a page whose size nobody asked for."""
MOST_ASKED = 2000
MOST_BYTES = 4 * 1024 * 1024
_CURSOR = re.compile(r"([0-9a-f]{16})\.([0-9]{1,18})")


def page(
    connection: Connection,
    here: Node,
    caller: Author,
    after: str,
    *,
    echoes: bool = False,
    most: int | None = None,
    buckets: Sequence[int] = (),
) -> wire.Page:
    """Give the page after a cursor, ``""`` for the first; a cursor of another epoch begins anew.

    With ``echoes`` the records the caller made alone are named. ``most`` is how many records were asked for;
    with ``buckets`` all others are left out.

    ``own`` holds for every record of the page: a state has in it all that headquarters knows of the
    caller's journals. Raises Trouble(CURSOR_UNKNOWN).
    """
    # asked before the records: a position is only ever seen once all before it is committed
    newest = connection.execute(select(node.c.position)).scalar_one()
    start = _position(after, here.epoch, newest)
    most = MOST_RECORDS if most is None else max(1, min(most, MOST_ASKED))
    legs = [_within(leg, buckets) for leg in _seen_by(connection, caller)]
    rows = connection.execute(_following(legs, start, most)).all()
    given = _within_limits(rows, most)
    complete = len(given) == len(rows)
    last = given[-1].at if given else start
    end = max(last, newest) if complete else last
    made = {row.at: wire.made_by(caller.device, row.at, row.state) for row in given} if echoes else {}
    own_made = [one for one in made.values() if one is not None]
    since = _since(connection, caller, start, end)
    return wire.Page(
        records=[msgspec.Raw(row.state) for row in given if made.get(row.at) is None],
        cursor=f"{here.epoch}.{end}",
        complete=complete,
        own={incarnation: seq for incarnation, (seq, _) in journals(connection, caller.device).items()},
        gone=_gone(connection, caller, start, end),
        verdicts=since.verdicts,
        erased=since.erased,
        echoes=wire.echoes(own_made, _received(connection, caller, own_made)),
    )  # fmt: skip - eight values


def digest(connection: Connection, caller: Author) -> bytes:
    """Give the digest of all a caller may read."""
    columns = select(record.c.id, record.c.state).execution_options(**{IN_BINARY: True})
    rows = (row for leg in _seen_by(connection, caller) for row in connection.execute(columns.where(leg)))
    return digests.digest((row.id, row.state) for row in rows)


def _within(leg: ColumnElement[bool], buckets: Sequence[int]) -> ColumnElement[bool]:
    if not buckets:
        return leg
    return and_(leg, func.substr(record.c.id, 31).in_([digests.bucket_ending(bucket) for bucket in buckets]))


def _following(legs: list[ColumnElement[bool]], start: int, most: int) -> CompoundSelect[Any]:
    """Ask for the next records of several stretches of an index, merged: a page costs the same whatever follows it."""
    stretches = [
        select(record.c.at, record.c.state).where(leg, record.c.at > start).order_by(record.c.at).limit(most + 1)
        for leg in legs
    ]
    merged = union_all(*(select(stretch.subquery()) for stretch in stretches))
    return merged.order_by("at").limit(most + 1).execution_options(**{IN_BINARY: True})


def position_of(cursor: str, epoch: str) -> int:
    """Give the position a cursor names, 0 for one of another epoch. Raises Trouble(CURSOR_UNKNOWN)."""
    if not cursor:
        return 0
    match = _CURSOR.fullmatch(cursor)
    if match is None:
        raise Trouble(Problem.CURSOR_UNKNOWN)
    return int(match[2]) if match[1] == epoch else 0


def _position(cursor: str, epoch: str, newest: int) -> int:
    position = position_of(cursor, epoch)
    # beyond our end: restored from a backup without a new epoch, so begin anew there too
    return position if position <= newest else 0


def _seen_by(connection: Connection, caller: Author) -> list[ColumnElement[bool]]:
    """Say what a caller may read, no record twice: everyone's, and its scope or only its own caseload in it."""
    if caller.role == HEADQUARTERS:
        return [record.c.scope == scope for scope in _scopes(connection)]
    if caller.role == "coordinator":
        return [*_caseloads(caller, {EVERYONE} - {caller.scope}), record.c.scope == caller.scope]
    return _caseloads(caller, {EVERYONE, caller.scope} if caller.role == "promoter" else {EVERYONE})


def _caseloads(caller: Author, scopes: set[str]) -> list[ColumnElement[bool]]:
    holders = sorted({EVERYBODY, caller.user})
    return [and_(record.c.scope == scope, record.c.holder == holder) for scope in sorted(scopes) for holder in holders]


def _scopes(connection: Connection) -> list[str]:
    """Give every scope there is, by one step of the index from each to the next."""
    found = select(func.min(record.c.scope).label("scope")).cte(recursive=True)
    following = select(func.min(record.c.scope)).where(record.c.scope > found.c.scope).scalar_subquery()
    found = found.union_all(select(following).where(found.c.scope.is_not(None)))
    # at least one, so that there is always something to ask
    return list(connection.scalars(select(found.c.scope).where(found.c.scope.is_not(None)))) or [EVERYONE]


def _within_limits(rows: Any, most: int) -> list[Any]:
    """Keep as many as a page holds, one at least."""
    given: list[Any] = []
    size = 0
    for row in rows[:most]:
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


class _Since(NamedTuple):
    """What became of the caller's operations in a stretch of positions, besides being folded; see ``wire.Page``."""

    verdicts: list[tuple[str, int, int]]
    erased: list[tuple[str, int]]


def _since(connection: Connection, caller: Author, start: int, end: int) -> _Since:
    """Give other verdicts than receipts said, and what is to be dropped, also where its record left the scope."""
    legs = [
        select(told.c.incarnation, told.c.seq, problem.label("problem"), told.c.at).where(
            told.c.device == caller.device, told.c.at > start, told.c.at <= end
        )
        for told, problem in ((ruling, ruling.c.problem), (erasure, null()))
    ]
    rows = sorted(connection.execute(union_all(*legs)), key=lambda row: (row.at, row.incarnation, row.seq))
    return _Since(
        [(row.incarnation, row.seq, row.problem) for row in rows if row.problem is not None],
        [(row.incarnation, row.seq) for row in rows if row.problem is None],
    )
