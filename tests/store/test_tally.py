"""The dashboard's counts: the same as counting by hand, by one index, for any day of any zone."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from chasqui_desktop.book import Area, Period, Tally
from chasqui_desktop.store.connection import transaction
from chasqui_sync.core.fold import Head, State
from chasqui_sync.core.records import QUOTA_GROUPS
from chasqui_sync.core.small_cells import Row
from tests.helpers.laptop import EDITION, NOON, PARTNER, POINT, Laptop, answers

DAY = 24 * 3600 * 1000
FAIR = "05" * 16
OTHER_OFFICE = "06" * 16


def people(laptop: Laptop, count: int, seed: int = 1) -> list[State]:
    """Let headquarters tell of people of two offices and two points, saved over twenty days."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        fields = answers(
            outreach_point=chance.choice([POINT, FAIR]),
            group=chance.choice(["host", "host", "migrant", "refugee", "asylum_seeker", "returnee"]),
            channel=chance.choice(["flyer", "radio", None]),
            home_district=chance.choice([None, {"scheme": "inei", "code": "150110"}]),
        )
        fields = {name: value for name, value in fields.items() if value is not None}
        scope = chance.choice([PARTNER, OTHER_OFFICE])
        moment = NOON - chance.randrange(20 * DAY)
        made.append(
            State(
                id=f"{number:032x}",
                kind="entrepreneur",
                scope=scope,
                fields={**fields, "code": f"GE26-{number}"},
                head=Head("hq.1.1", moment),
                at=number + 10,
            )
        )
    laptop.told(*made)
    return made


def by_hand(states: list[State], field: str) -> set[Row]:
    counted, total = Counter[str](), Counter[str]()
    for state in states:
        value = state.fields.get(field) or ""
        name = value["code"] if isinstance(value, dict) else value
        total[name] += 1
        counted[name] += state.fields.get("group") in QUOTA_GROUPS
    return {Row(name, counted[name], total[name] - counted[name]) for name in total}


def within(states: list[State], area: Area, place: str | None, since: int = 0) -> list[State]:
    return [
        state
        for state in states
        if state.head.time >= since
        and (area is not Area.POINT or place in (None, state.fields["outreach_point"]))
        and (area is not Area.OFFICE or place in (None, state.scope))
    ]


def day_start(laptop: Laptop, back: int) -> int:
    return laptop.world.surroundings().day_start(back)


@pytest.mark.parametrize("period", list(Period))
@pytest.mark.parametrize(
    ("area", "place"),
    [(Area.EDITION, None), (Area.POINT, FAIR), (Area.OFFICE, PARTNER), (Area.POINT, None), (Area.OFFICE, None)],
)
def test_it_counts_what_one_counts_by_hand(laptop: Laptop, period: Period, area: Area, place: str | None) -> None:
    states = people(laptop, 300)
    since = {Period.TODAY: day_start(laptop, 0), Period.WEEK: day_start(laptop, 6), Period.EDITION: 0}[period]
    here, then = within(states, area, place), within(states, area, place, since)
    tally = laptop.store.book.tally(EDITION, area, place, period)
    assert (tally.quota.counted, tally.quota.total) == (
        sum(state.fields["group"] in QUOTA_GROUPS for state in here),
        len(here),
    )
    assert tally.registered.total == len(then)
    assert tally.today.total == len(within(states, area, place, day_start(laptop, 0)))
    assert set(tally.channels) == by_hand(then, "channel")
    assert set(tally.districts) == by_hand(then, "home_district")
    if place is None and area is Area.POINT:
        assert set(tally.places) == by_hand(then, "outreach_point")
    elif place is None and area is Area.OFFICE:
        assert {(row.name, row.total) for row in tally.places} == Counter(state.scope for state in then).items()
    else:
        assert tally.places == ()
    assert tally.refused == 0
    assert tally.unsent == 0


def days_by_hand(states: list[State], zone: ZoneInfo) -> Counter[date]:
    return Counter(datetime.fromtimestamp(state.head.time / 1000, zone).date() for state in states)


@pytest.mark.parametrize("zone", ["America/Lima", "Asia/Kathmandu", "Pacific/Kiritimati"])
def test_days_are_those_of_the_laptops_own_calendar(laptop: Laptop, zone: str) -> None:
    states = people(laptop, 200)
    there = ZoneInfo(zone)
    surroundings = laptop.world.surroundings()._replace(zone=there)
    laptop.store.book._surroundings = surroundings
    days = laptop.store.book.tally(EDITION, Area.EDITION, None, Period.EDITION).days
    today = datetime.fromtimestamp(NOON / 1000, there).date()
    assert [each.day for each in days] == [today - timedelta(days=back) for back in range(10, -1, -1)]
    expected = days_by_hand(states, there)
    assert {each.day: each.counted + each.others for each in days} == {each.day: expected[each.day] for each in days}


def test_a_person_saved_here_is_counted_at_once_and_as_unsent(laptop: Laptop) -> None:
    book = laptop.store.book
    saved = book.register(answers(group="migrant", channel="flyer"))
    tally = book.tally(EDITION, Area.POINT, POINT, Period.TODAY)
    assert (tally.quota.counted, tally.today.total, tally.unsent) == (1, 1, 1)
    assert tally.channels == (Row("flyer", 1, 0),)
    assert tally.days[-1][1:] == (1, 0)
    book.amend(saved.record, {"channel": "radio", "group": "host"}, book.person(saved.record).heads)
    assert book.tally(EDITION, Area.POINT, POINT, Period.TODAY).channels == (Row("radio", 0, 1),)
    laptop.receipted()
    assert book.tally(EDITION, Area.POINT, POINT, Period.TODAY).unsent == 0


def test_who_did_not_want_to_register_is_counted_until_it_is_taken_back(laptop: Laptop) -> None:
    book = laptop.store.book
    book.refuse(EDITION, POINT)
    mistaken = book.refuse(EDITION, POINT)
    book.take_back(mistaken)
    book.refuse(EDITION, FAIR)

    def refused(area: Area, place: str | None) -> int:
        return book.tally(EDITION, area, place, Period.TODAY).refused

    assert (refused(Area.EDITION, None), refused(Area.POINT, POINT)) == (2, 1)
    assert book.tally(EDITION, Area.EDITION, None, Period.EDITION).registered.total == 0


def test_it_says_when_headquarters_was_last_heard(laptop: Laptop) -> None:
    tally: Tally = laptop.store.book.tally(EDITION, Area.EDITION, None, Period.EDITION)
    assert tally.told_at == laptop.store._connection.exec_driver_sql("SELECT anchor FROM sync_state").scalar_one()


def test_an_edition_the_laptop_does_not_hold_is_refused(laptop: Laptop) -> None:
    with pytest.raises(KeyError):
        laptop.store.book.tally("ff" * 16, Area.EDITION, None, Period.EDITION)


def test_people_are_counted_by_the_index_alone_and_no_state_is_read(laptop: Laptop) -> None:
    people(laptop, 20)
    asked: list[tuple[str, tuple[object, ...]]] = []
    engine = laptop.store._connection.engine
    event.listen(engine, "before_cursor_execute", lambda _c, _u, text, values, *_: asked.append((text, values)))
    laptop.store.book.tally(EDITION, Area.OFFICE, PARTNER, Period.WEEK)
    counts = [(text, values) for text, values in asked if "FROM record" in text and "listed" in text]
    assert len(counts) > 5
    with transaction(laptop.store._connection) as connection:
        for text, values in counts:
            plan = " ".join(str(row) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all())
            assert "USING COVERING INDEX ix_record_tally" in plan or "last_seq" in text, plan


def test_today_begins_where_the_calendar_says(laptop: Laptop) -> None:
    here = datetime.fromtimestamp(NOON / 1000, UTC)
    midnight = datetime(here.year, here.month, here.day, tzinfo=UTC)
    assert day_start(laptop, 0) == int(midnight.timestamp() * 1000)
    assert day_start(laptop, 6) == int((midnight - timedelta(days=6)).timestamp() * 1000)
