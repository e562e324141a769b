"""Who among the people of this laptop may be the one being registered: a few by their keys, then compared."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, literal_column, select

from chasqui_desktop.book import LookAlike, LookAlikes
from chasqui_desktop.store import joins
from chasqui_desktop.store.extracted import joined, written_keys
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.tables import record, search_alike, search_ending
from chasqui_sync import wire
from chasqui_sync.core.blocking import asked_keys
from chasqui_sync.core.likeness import Band, Likeness, Traits, compare, is_enough, traits
from chasqui_sync.core.names import short_name
from chasqui_sync.core.state import State

_MOST_COMPARED = 50
"""Each is read from the disk and deciphered, which is most of the time; whoever is like her comes among the first."""
_WHOLE = 1_000_000
"""What a key says under which one person stands."""
_MOST_UNDER_KEY = 1500
_MOST_BY_ENDING = 60
_LAST_DIGITS = 4
"""As many leave ten documents in a hundred thousand, and find a number that is wrong before them."""
_SHOWN = 3

_under_key = Prepared(
    select(search_alike.c.rowid)
    .where(search_alike.c.search_alike.op("MATCH")(bindparam("key")))
    .limit(literal_column(str(_MOST_UNDER_KEY)))
    .offset(literal_column("0")),
    ["key"],
)
_with_ending = Prepared(
    select(search_ending.c.rowid)
    .where(search_ending.c.search_ending.op("MATCH")(bindparam("ending")))
    .limit(literal_column(str(_MOST_BY_ENDING)))
    .offset(literal_column("0")),
    ["ending"],
)


class Alike(NamedTuple):
    """Somebody who was compared: her row, her records (the listed one first), the likest of them."""

    likeness: Likeness
    row: Any
    known: list[State]
    likest: Traits


def look_alikes(connection: Connection, fields: dict[str, Any], but_for: frozenset[str]) -> LookAlikes | None:
    """See ``Book.look_alikes``."""
    asked = traits(fields)
    if not is_enough(asked):
        return None
    compared = alike_to(connection, asked, but_for)
    with_phone = [
        (one.likeness.points, short_name(one.known[0].fields))
        for one in compared
        if asked.phones.keys() & one.likest.phones.keys()
    ]
    alike = sorted(
        (one for one in compared if one.likeness.band is not Band.NONE),
        key=lambda one: (-one.likeness.points, one.row.id),
    )
    shown = tuple(_look_alike(one.row, one.known[0].fields, one.likeness) for one in alike[:_SHOWN])
    return LookAlikes(shown, max(with_phone, default=(0, ""))[1])


def alike_to(connection: Connection, asked: Traits, but_for: frozenset[str]) -> list[Alike]:
    """Compare with the few who may be like her, whoever has no record among ``but_for``."""
    numbers = _likely(connection, asked)
    wanted = select(record.c.id, record.c.state, record.c.initials, record.c.saved_at, record.c.listed)
    # the indexes of search hold listed people alone; asked for that too, SQLite would walk through all of them
    rows = connection.execute(wanted.where(record.c.number.in_(numbers))).all()
    compared: list[Alike] = []
    others = joins.others_of(connection, [row.id for row in rows])
    for row in rows:
        known = [wire.state_of(msgspec.Raw(row.state)), *others.get(row.id, ())]
        if not but_for.isdisjoint(state.id for state in known):
            continue
        # whoever was registered twice is as like as either of her records
        found, other = max(
            ((compare(asked, one), one) for one in (traits(state.fields) for state in known)), key=_points
        )
        compared.append(Alike(found, row, known, other))
    return compared


def _points(compared: tuple[Likeness, Traits]) -> int:
    return compared[0].points


def _look_alike(row: Any, known: dict[str, Any], found: Likeness) -> LookAlike:
    given, point = known.get("given_names"), known.get("outreach_point")
    return LookAlike(
        record=row.id,
        short_name=short_name(known),
        given_names=given if isinstance(given, str) else "",
        initials=row.initials,
        saved_at=row.saved_at,
        outreach_point=point if isinstance(point, str) else None,
        band=found.band,
        reasons=found.reasons,
    )


def _likely(connection: Connection, asked: Traits) -> list[int]:
    """Give the rows of the few who may be like her. A key that few stand under says more than one that many share."""
    keys = [f'"{written_keys([key])}"' for key in sorted(asked_keys(asked))]
    asking = [(_under_key, key) for key in keys] + [(_with_ending, ending) for ending in _endings(asked)]
    said = Counter[int]()
    for prepared, text in asking:
        numbers = [row[0] for row in prepared.ask(connection, text).all()]
        for number in numbers:
            said[number] += _WHOLE // len(numbers)
    return [number for number, _ in said.most_common(_MOST_COMPARED)]


def _endings(asked: Traits) -> list[str]:
    """Ask for documents and telephones by their last digits, as the list's search keeps them: read from the end."""
    started = [joined(number)[::-1] for number in (asked.number, asked.ruc_dni) if number]
    whole = [f'"{joined(phone)[::-1]}"' for phone in asked.phones]
    return whole + [f'"{text}"*' for start in started for text in dict.fromkeys([start, start[:_LAST_DIGITS]])]
