"""How far erasures have come, told to who answers for them: coordinators of their office, headquarters of all."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import VIEWERS
from chasqui_sync.server import audit, desk, erasing
from chasqui_sync.server.authors import Author
from chasqui_sync.server.tables import audit as trail

_MOST = 200


def erasures(connection: Connection, author: Author) -> list[wire.Erased]:
    """List the latest, newest first. Raises Trouble(ROLE_FOREIGN) for who may not erase anybody."""
    if author.role not in VIEWERS:
        raise Trouble(Problem.ROLE_FOREIGN)
    scope = None if author.role == "headquarters" else author.scope
    asked = _asked(connection)
    laptops = {each.name: each for each in desk.laptops(connection)}
    found = sorted(erasing.reached(connection, scope=scope), key=lambda each: asked.get(each.record, 0), reverse=True)
    return [
        wire.Erased(
            record=each.record,
            at=asked.get(each.record, 0),
            reached=each.reached,
            laptops=each.laptops,
            waiting=[(laptops[name].person, laptops[name].seen or 0) for name in each.waiting],
            closed=each.closed,
        )
        for each in found[:_MOST]
    ]


def _asked(connection: Connection) -> dict[str, int]:
    """Say of each erased record when it was asked for first."""
    rows = connection.execute(
        select(trail.c.subject, func.min(trail.c.at).label("at"))
        .where(trail.c.act == audit.ERASED)
        .group_by(trail.c.subject)
    )
    return {row.subject: row.at for row in rows}
