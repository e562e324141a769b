"""Lists of registrations: searched, filtered, paged."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, func, literal_column, select, union

from chasqui_desktop.book import DeliveryFilter, DeliveryRow, People, PeopleFilter, PersonRow, Quota
from chasqui_desktop.store import posts
from chasqui_desktop.store.extracted import joined
from chasqui_desktop.store.tables import record, search, search_ending
from chasqui_sync.core.names import folded

_SHORTEST_ENDING = 3
_SHORTEST_LETTERS = 4
_HEARD = str.maketrans("OIL", "011")
"""Crockford's letters for what is dictated: nobody knows a zero from an O on the telephone."""
_FEW = 2000
"""Up to so many found it is quicker to sort them than to walk through everybody in order."""
_ROW = (
    record.c.id,
    record.c.code,
    record.c.listed_name,
    record.c.initials,
    record.c.district,
    record.c.sector,
    record.c.last_seq,
    record.c.incomplete,
    record.c.quota,
    record.c.saved_at,
)


def people(connection: Connection, text: str, chosen: PeopleFilter, offset: int, limit: int) -> People:
    """Find people; see ``Book.people``."""
    reached = posts.reach(connection)
    under = _under(chosen, reached)
    found = _found(text)
    conditions = under if found is None else [record.c.number.in_(found), *under]
    if found is None or under:
        total = _count(connection, conditions)
    else:
        # the indexes of search hold listed people alone, so the rows themselves need no look
        total = connection.execute(select(func.count()).select_from(found.subquery())).scalar_one()
    wanted = select(*_ROW, posts.problem_of_last()).where(*conditions)
    if found is not None and total <= _FEW:
        # the plus keeps SQLite from walking the whole index of names in search of a few
        wanted = wanted.order_by(literal_column("+record.sort_name"), record.c.number)
    else:
        wanted = wanted.where(record.c.listed.is_(True)).order_by(record.c.sort_name, record.c.number)
    rows = connection.execute(wanted.limit(limit).offset(offset)).all()
    return People([_person_row(row, reached) for row in rows], total)


def people_counts(connection: Connection) -> dict[PeopleFilter, int]:
    """Count people under each filter."""
    reached = posts.reach(connection)
    return {chosen: _count(connection, _under(chosen, reached)) for chosen in PeopleFilter}


def deliveries(
    connection: Connection, chosen: DeliveryFilter, offset: int, limit: int, copied: int
) -> list[DeliveryRow]:
    """List what this laptop wrote by how far it has come; see ``Book.deliveries`` and ``posts.counts``."""
    reached = posts.reach(connection)
    conditions: dict[DeliveryFilter, list[ColumnElement[bool]]] = {
        DeliveryFilter.TO_SEND: [posts.waits(reached)],
        DeliveryFilter.RECEIPTED: [record.c.last_seq <= reached.anyone, ~posts.needs_attention()],
        DeliveryFilter.ATTENTION: [posts.needs_attention()],
    }
    rows = connection.execute(
        select(
            record.c.id,
            record.c.code,
            record.c.listed_name,
            record.c.saved_at,
            record.c.last_seq,
            posts.problem_of_last(),
        )
        .where(record.c.listed.is_(True), *conditions[chosen])
        .order_by(record.c.last_seq.desc())
        .limit(limit)
        .offset(offset)
    ).all()
    return [_delivery_row(connection, row, reached, copied) for row in rows]


def quota(connection: Connection, edition: str, minimum: float) -> Quota:
    """Count an edition's people and those among them who count for its share."""
    rows = connection.execute(
        select(record.c.quota, func.count())
        .where(record.c.listed.is_(True), record.c.edition == edition)
        .group_by(record.c.quota)
    )
    by_flag = {bool(flag): number for flag, number in rows}
    return Quota(by_flag.get(True, 0), sum(by_flag.values()), minimum)


def _count(connection: Connection, conditions: list[ColumnElement[bool]]) -> int:
    listed = select(func.count()).select_from(record).where(record.c.listed.is_(True), *conditions)
    return connection.execute(listed).scalar_one()


def _under(chosen: PeopleFilter, reached: posts.Reach) -> list[ColumnElement[bool]]:
    conditions: dict[PeopleFilter, list[ColumnElement[bool]]] = {
        PeopleFilter.ALL: [],
        PeopleFilter.TO_SEND: [posts.waits(reached)],
        PeopleFilter.INCOMPLETE: [record.c.incomplete.is_(True)],
        PeopleFilter.QUOTA: [record.c.quota.is_(True)],
    }
    return conditions[chosen]


def _found(text: str) -> Select[tuple[int]] | CompoundSelect[tuple[int]] | None:
    """Give a query for the numbers of the records a search text finds, None where it asks for nothing."""
    words = re.findall(r"\w+", folded(text).replace("_", " "))
    if not words:
        return None
    whole = joined(text)
    # quoted, so that no word of a name is taken for an operator of the full-text language
    by_code = "code : (" + " OR ".join(f'"{spelling.lower()}"*' for spelling in _spellings(whole)) + ")"
    if not any(letter.isdigit() for letter in whole):
        by_name = "names : (" + " AND ".join(f'"{word}"*' for word in words) + ")"
        # one code in a hundred has no digit after its prefix
        return _match(f"({by_name}) OR ({by_code})" if len(whole) >= _SHORTEST_LETTERS else by_name)
    if len(whole) < _SHORTEST_ENDING:
        return _match(by_code)
    by_ending = " OR ".join(f'"{spelling[::-1]}"*' for spelling in _spellings(whole))
    return union(
        _match(by_code), select(search_ending.c.rowid).where(search_ending.c.search_ending.op("MATCH")(by_ending))
    )


def _match(query: str) -> Select[tuple[int]]:
    return select(search.c.rowid).where(search.c.search.op("MATCH")(query))


def _spellings(whole: str) -> list[str]:
    return sorted({whole, whole.translate(_HEARD)})


def _person_row(row: Any, reached: posts.Reach) -> PersonRow:
    return PersonRow(
        record=row.id,
        code=row.code,
        listed_name=row.listed_name,
        initials=row.initials,
        district=row.district,
        sector=row.sector,
        post=posts.post(row.last_seq, row.problem, reached),
        incomplete=row.incomplete,
        counts_for_quota=row.quota,
        saved_at=row.saved_at,
    )


def _delivery_row(connection: Connection, row: Any, reached: posts.Reach, copied: int) -> DeliveryRow:
    proof = posts.proof(connection, row.last_seq, reached)
    return DeliveryRow(
        record=row.id,
        code=row.code,
        listed_name=row.listed_name,
        saved_at=row.saved_at,
        copied=row.last_seq <= copied,
        post=posts.post(row.last_seq, row.problem, reached),
        sent_at=proof.at if proof else None,
        receipt=proof.number if proof else None,
        problem=row.problem,
    )
