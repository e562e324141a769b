"""Comparing the records here with headquarters', and dropping what should not be here. The journal is never touched."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec
from sqlalchemy import Connection, select, update

from chasqui_desktop.store.tables import record, sync_state, verdict
from chasqui_sync import wire
from chasqui_sync.wire import digests

AGAIN_MS = 24 * 3_600_000
"""How long after one comparison the next is due."""


def is_due(compared: int | None, anchor: int) -> bool:
    """Tell whether it is time to compare, by headquarters' clock; before the first fill there is nothing to."""
    return compared is not None and not 0 <= anchor - compared < AGAIN_MS


def note(connection: Connection, *, sure: bool) -> None:
    """Write down that it was compared just now; or, where that is in doubt, that it is due."""
    connection.execute(update(sync_state).values(compared=sync_state.c.anchor if sure else 0))


def unlike(connection: Connection, told: bytes, own: int) -> list[int]:
    """Give the buckets that differ from headquarters', but for those in which own operations after ``own`` wait."""
    rows = connection.execute(select(record.c.id, record.c.state, record.c.last_seq))
    waiting: set[int] = set()

    def here() -> list[tuple[str, bytes]]:
        held = []
        for name, raw, last_seq in rows:
            held.append((name, raw))
            if (last_seq or 0) > own:
                waiting.add(digests.bucket_of(name))
        return held

    differing = digests.unlike(digests.digest(here()), told)
    return [bucket for bucket in differing if bucket not in waiting]


def standing_apart(connection: Connection, names: Collection[str]) -> dict[str, bytes]:
    """Give the states of those records whose last own operation stands apart at headquarters: it may be in them."""
    apart = select(record.c.id, record.c.state).where(record.c.last_seq.in_(select(verdict.c.seq)))
    return {name: state for name, state in connection.execute(apart) if name in names}


def beyond(connection: Connection, buckets: Sequence[int], there: Collection[str], own: int, device: str) -> list[str]:
    """Name the records of some buckets that headquarters does not tell, and has all own operations on.

    Of those whose last own operation stands apart only what nobody else wrote in stays: it may be known here alone.
    """
    rows = connection.execute(select(record.c.id, record.c.last_seq)).all()
    wanted = set(buckets)
    here = {name for name, last_seq in rows if (last_seq or 0) <= own and digests.bucket_of(name) in wanted}
    apart = standing_apart(connection, here.difference(there))
    alone = {name for name, raw in apart.items() if not wire.state_of(msgspec.Raw(raw)).has_other_writers(device)}
    return sorted(here.difference(there, alone))
