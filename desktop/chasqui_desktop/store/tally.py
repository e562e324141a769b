"""What the dashboard counts: people and refusals of one edition, all read from one index."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from sqlalchemy import ColumnElement, Connection, Text, case, cast, func, select

from chasqui_desktop.book import Area, DayCount, Period, Quota, Tally
from chasqui_desktop.store import posts
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.store.tables import record, sync_state
from chasqui_sync.core.records import Edition
from chasqui_sync.core.small_cells import Row

DAYS = 11
"""Days of the chart, today among them."""
WEEK = 7
_QUARTER = 15 * 60 * 1000
"""ms. Every zone's days begin on a quarter of an hour, so quarters add up to days anywhere."""


def tally(
    connection: Connection,
    edition: tuple[str, Edition],
    area: Area,
    place: str | None,
    period: Period,
    surroundings: Surroundings,
) -> Tally:
    """Count; see ``Book.tally``. ``place``: the point or the scope that is meant, None for each by itself."""
    name, rules = edition
    here = [record.c.edition == name, *_within(area, place)]
    people = [record.c.listed.is_(True), *here]
    since = _since(period, surroundings)
    in_period = [] if since is None else [record.c.saved_at >= since]
    whole = _split(connection, people)
    known = _split(connection, [*people, *in_period]) if in_period else whole
    places = {Area.POINT: record.c.outreach_point, Area.OFFICE: record.c.scope}.get(area)
    return Tally(
        quota=Quota(whole.counted, whole.total, rules.quota),
        registered=known,
        today=_split(connection, [*people, record.c.saved_at >= surroundings.day_start()]),
        complete=_count(connection, [*people, *in_period, record.c.incomplete.is_(False)]),
        refused=_refused(connection, [*here, *in_period]),
        days=_days(connection, people, surroundings),
        channels=_by(connection, record.c.channel, [*people, *in_period]),
        districts=_by(connection, record.c.district, [*people, *in_period]),
        places=() if places is None or place is not None else _by(connection, places, [*people, *in_period]),
        unsent=_count(connection, [*people, posts.waits(posts.reach(connection))]),
        told_at=connection.execute(select(sync_state.c.anchor)).scalar_one() or None,
    )


def _within(area: Area, place: str | None) -> list[ColumnElement[bool]]:
    if place is None or area is Area.EDITION:
        return []
    return [record.c.outreach_point == place if area is Area.POINT else record.c.scope == place]


def _since(period: Period, surroundings: Surroundings) -> int | None:
    """Give the moment, in ms, at which the period began; None for all the edition."""
    if period is Period.EDITION:
        return None
    return surroundings.day_start(0 if period is Period.TODAY else WEEK - 1)


def _split(connection: Connection, conditions: list[ColumnElement[bool]]) -> Row:
    counted, total = connection.execute(select(_counted(), func.count()).where(*conditions)).one()
    return Row("", counted, total - counted)


def _counted() -> ColumnElement[int]:
    return func.coalesce(func.sum(case((record.c.quota.is_(True), 1), else_=0)), 0)


def _count(connection: Connection, conditions: list[ColumnElement[bool]]) -> int:
    return connection.execute(select(func.count()).select_from(record).where(*conditions)).scalar_one()


def _by(
    connection: Connection, column: ColumnElement[str | None], conditions: list[ColumnElement[bool]]
) -> tuple[Row, ...]:
    rows = connection.execute(select(column, _counted(), func.count()).where(*conditions).group_by(column)).all()
    return tuple(Row(name or "", counted, total - counted) for name, counted, total in rows)


def _days(
    connection: Connection, people: list[ColumnElement[bool]], surroundings: Surroundings
) -> tuple[DayCount, ...]:
    rows = connection.execute(
        select(func.min(record.c.saved_at), _counted(), func.count())
        .where(*people, record.c.saved_at >= surroundings.day_start(DAYS - 1))
        .group_by(record.c.saved_at // _QUARTER)
    )
    today = surroundings.today()
    days = {today - timedelta(days=back): [0, 0] for back in reversed(range(DAYS))}
    for moment, counted, total in rows:
        # a clock that was set wrong may have saved somebody tomorrow: she belongs to no day shown
        if (day := _day(moment, surroundings.zone)) in days:
            days[day][0] += counted
            days[day][1] += total - counted
    return tuple(DayCount(day, *each) for day, each in days.items())


def _day(moment: int, zone: tzinfo | None) -> date:
    return datetime.fromtimestamp(moment / 1000, zone).date()


def _refused(connection: Connection, conditions: list[ColumnElement[bool]]) -> int:
    # few, and with no name: whether one was taken back stands in its state alone
    taken_back = func.json_extract(cast(record.c.state, Text), "$.deleted")
    return _count(connection, [record.c.kind == "refusal", func.coalesce(taken_back, 0) == 0, *conditions])
