"""A promoter's laptop holds at most 500 people, of the last 90 days: a stolen one shows no more.

What falls out rests: it is in the caseload of nobody (``folding.RESTING``), pages tell her laptop that it left, and
whoever may read the whole scope still has it. Whatever is written about somebody brings her back. Not a byte of a
state changes, and no request pays for it: headquarters looks through the caseloads once an hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from chasqui_sync.core.problems import Trouble
from chasqui_sync.server.acceptance import lock
from chasqui_sync.server.database import put
from chasqui_sync.server.folding import EVERYBODY, RESTING
from chasqui_sync.server.logs import log
from chasqui_sync.server.place import now
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import departure, milestone, node, record

MOST = 500
"""People in one caseload."""
OLDEST_MS = 90 * 24 * 3_600_000
"""How long somebody stays in it about whom nothing was written since."""
_DAY_MS = 24 * 3_600_000
_HOUR_S = 3600
_AT_ONCE = 200
"""Records in one transaction: what laptops send meanwhile waits for it."""


class _Caseload(NamedTuple):
    scope: str
    holder: str


def let_rest(store: Storage, moment: int) -> int:
    """Take out of each caseload what is too much or too old; give how many. ``moment``: ms since 1970 UTC.

    Raises Trouble(STORAGE_BUSY); what was done until then stays done.
    """
    with store.database.writing() as connection:
        position, _ = lock(connection)
        _note(connection, position, moment)
    with store.database.reading() as connection:
        floor = connection.scalar(select(func.max(milestone.c.position)).where(milestone.c.at <= moment - OLDEST_MS))
        found = [(each, _too_many(connection, each, floor or 0)) for each in _full(connection, floor or 0)]
    count = 0
    for caseload, names in found:
        for start in range(0, len(names), _AT_ONCE):
            count += _take_out(store, caseload, names[start : start + _AT_ONCE])
    return count


@contextmanager
def looked_through(store: Storage, seconds: float = _HOUR_S) -> Iterator[None]:
    """Look through the caseloads each hour, beside what is done meanwhile."""
    over = Event()

    def look() -> None:
        while not over.wait(seconds):
            try:
                count = let_rest(store, now())
            except Trouble as trouble:
                # busy: the next hour will do
                log.warning("caseloads", problem=trouble.problem.number)
            else:
                log.info("caseloads", resting=count)

    beside = Thread(target=look, name="caseloads", daemon=True)
    beside.start()
    try:
        yield
    finally:
        over.set()
        beside.join()


def _note(connection: Connection, position: int, moment: int) -> None:
    """Write down once a day which position was reached when, and forget what no question needs any more."""
    last = connection.scalar(select(func.max(milestone.c.at)))
    if last is not None and moment - last < _DAY_MS:
        return
    connection.execute(insert(milestone).values(at=moment, position=position))
    old_enough = select(func.max(milestone.c.at)).where(milestone.c.at <= moment - OLDEST_MS).scalar_subquery()
    connection.execute(delete(milestone).where(milestone.c.at < old_enough))


def _full(connection: Connection, floor: int) -> list[_Caseload]:
    """Name the caseloads in which there may be too much, off one index."""
    rows = connection.execute(
        select(record.c.scope, record.c.holder)
        .where(record.c.holder != EVERYBODY)
        .group_by(record.c.scope, record.c.holder)
        .having(or_(func.count() > MOST, func.min(record.c.at) <= floor))
    )
    return [_Caseload(*row) for row in rows if not row.holder.startswith(RESTING)]


def _too_many(connection: Connection, caseload: _Caseload, floor: int) -> list[str]:
    """Name the people of a caseload behind the newest, and those about whom nothing was written for too long."""
    people = select(record.c.id, record.c.at).where(*_in(caseload)).order_by(record.c.at.desc())
    rows = connection.execute(people).all()
    return [row.id for place, row in enumerate(rows) if place >= MOST or row.at <= floor]


def _take_out(store: Storage, caseload: _Caseload, names: list[str]) -> int:
    with store.database.writing() as connection:
        position, _ = lock(connection)
        # handed over meanwhile, or brought back: the next hour looks again
        still = select(record.c.id).where(*_in(caseload), record.c.id.in_(names)).order_by(record.c.at)
        there = list(connection.scalars(still))
        connection.execute(update(record).where(record.c.id.in_(there)).values(holder=RESTING + caseload.holder))
        left = [{**caseload._asdict(), "at": at, "record": name} for at, name in enumerate(there, position + 1)]
        put(connection, departure, left)
        connection.execute(update(node).values(position=position + len(there)))
    return len(there)


def _in(caseload: _Caseload) -> list[ColumnElement[bool]]:
    return [
        record.c.scope == caseload.scope,
        record.c.holder == caseload.holder,
        record.c.kind == "entrepreneur",
    ]
