"""Persons who were registered twice and joined: their records stay, one of them stands in lists, counts and search."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, delete, exists, insert, select, update

from chasqui_desktop.store import journal, records
from chasqui_desktop.store.extracted import PERSON, extracted
from chasqui_desktop.store.lives import pruned_upto
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.tables import alias, in_list, record
from chasqui_sync.core import joined
from chasqui_sync.core.state import Fate, State

_any = Prepared(select(exists(alias.select())), [])
_ties = Prepared(
    select(alias.c.record, alias.c.joined_into)
    .where(in_list(alias.c.record))
    .union(select(alias.c.record, alias.c.joined_into).where(in_list(alias.c.joined_into))),
    ["list", "list"],
)


def keep(connection: Connection, news: list[records.Kept]) -> None:
    """Keep records as ``records.keep`` does, and let each person stand once."""
    if not news:
        return
    records.keep(connection, news)
    states = [one.told.state for one in news]
    links = {state.id: into for state in states if state.fates and (into := _joined_into(state.fates))}
    _tie(connection, [state.id for state in states], links)


def forget(connection: Connection, names: list[str]) -> int:
    """Drop records as ``records.forget`` does; who was joined into one of them stands for herself again."""
    if not names:
        return 0
    count = records.forget(connection, names)
    _tie(connection, names, {})
    return count


def person_of(connection: Connection, name: str) -> list[records.Held]:
    """Give all records of the person of a record, the one that speaks for her first; itself alone where none is."""
    links = _reached(connection, {name})
    members = {name}.union(links, *links.values())
    held = {one: found for one in sorted(members) if (found := records.held(connection, one)) is not None}
    leading = joined.leader((one for one, found in held.items() if _is_alive(found.state)), links)
    return sorted(held.values(), key=lambda found: (found.state.id != leading, found.state.id))


def links_of(connection: Connection, name: str) -> dict[str, list[str]]:
    """Give the joins of the person of a record: record → records it was joined into."""
    return _reached(connection, {name})


def others_of(connection: Connection, names: list[str]) -> dict[str, list[State]]:
    """Give the other records, not deleted, of those persons of these records who were registered twice."""
    if not _any.ask(connection).scalar_one():
        return {}
    found: dict[str, list[State]] = {}
    for group in joined.groups(_reached(connection, set(names))):
        held = [one.state for name in sorted(group) if (one := records.held(connection, name)) is not None]
        for name in group.intersection(names):
            found[name] = [state for state in held if state.id != name and _is_alive(state)]
    return found


def _tie(connection: Connection, names: list[str], links: dict[str, list[str]]) -> None:
    if not links and not _any.ask(connection).scalar_one():
        return
    before = _reached(connection, set(names))
    listed = msgspec.json.encode(names).decode()
    connection.execute(delete(alias).where(in_list(alias.c.record)), {"list": listed})
    rows = [{"record": name, "joined_into": into} for name, others in links.items() for into in others]
    if rows:
        connection.execute(insert(alias), rows)
    after = _reached(connection, set(names))
    tied = joined.groups(after)
    for group in tied:
        _show(connection, group, after)
    parted = set(before).union(*before.values()).difference(*tied)
    for name in sorted(parted):
        # who was reached before and is not any more may still be tied to others
        rest = _reached(connection, {name})
        _show(connection, {name}.union(rest, *rest.values()), rest)


def _reached(connection: Connection, names: set[str]) -> dict[str, list[str]]:
    """Give all joins that tie these records to any others, over any number of steps."""
    links: dict[str, list[str]] = {}
    asked: set[str] = set()
    while names - asked:
        listed = msgspec.json.encode(sorted(names - asked)).decode()
        asked |= names
        for name, into in _ties.ask(connection, listed, listed):
            if into not in links.setdefault(name, []):
                links[name].append(into)
            names = names | {name, into}
    return links


def _show(connection: Connection, group: set[str], links: dict[str, list[str]]) -> None:
    """Let one record of a group stand in lists with what is known of the person, the others not."""
    found = [one for name in sorted(group) if (one := records.held(connection, name)) is not None]
    held = {one.state.id: one.state for one in found}
    leading = joined.leader((name for name, state in held.items() if _is_alive(state)), links)
    acted = journal.last_acts(connection, sorted(held))
    gone = pruned_upto(connection)
    for one in found:
        # the journal has let it go; while it had it, it may have been that of another record of hers
        if one.last_seq is not None and one.last_seq <= gone:
            acted.setdefault(one.state.id, one.last_seq)
    for name, state in held.items():
        listing, found_by = extracted(state)
        last = acted.get(name)
        if name == leading:
            others = [other for other in held.values() if other.id != name and _is_alive(other)]
            listing, found_by = extracted(msgspec.structs.replace(state, fields=joined.view(state, others)))
            for other in others:
                found_by = records.also(found_by, extracted(other)[1])
            # what of her other records is not sent yet is not sent of her
            last = max(acted.values(), default=None)
        elif _is_alive(state):
            listing, found_by = listing._replace(listed=False), None
        connection.execute(update(record).where(record.c.id == name).values(**listing._asdict(), last_seq=last))
        records.make_findable(connection, name, found_by)


def _is_alive(state: State) -> bool:
    return state.kind == PERSON and not state.deleted


def _joined_into(fates: list[Fate]) -> list[str]:
    return sorted({fate.into for fate in fates if fate.action == "merge"})
