"""Whether what is on this laptop may be read: not after 30 days without contact, nor once its device was revoked.

What is remembered lies in the encrypted register: when headquarters was last in contact and the latest moment
this laptop has seen, both by its own clock, so that a clock that is wrong but steady ends no lease early, and one
that was set back lengthens none. Capturing and sending go on in any case.
"""

from __future__ import annotations

from sqlalchemy import Connection

from chasqui_desktop.book import Reading
from chasqui_desktop.store.drafts import choose, chosen
from chasqui_sync import wire

LEASE_DAYS = 30
_DAY_MS = 86_400_000
_LEASE_MS = LEASE_DAYS * _DAY_MS
_STRAY_MS = 365 * _DAY_MS
"""A clock so far from the last contact is wrong rather than late: what it says is not remembered."""
_STANDING, _CONTACT, _LATEST = "device_standing", "last_contact", "latest_moment"


def reading(connection: Connection, now: int) -> Reading:
    """Say what may be read now (ms since 1970 by this laptop's clock), and remember the moment."""
    if (chosen(connection, _STANDING) or wire.ACTIVE) != wire.ACTIVE:
        return Reading.REVOKED
    contact = _moment(connection, _CONTACT)
    if contact is None:
        _heard(connection, now)
        return Reading.OPEN
    latest = max(now, _moment(connection, _LATEST) or now)
    if latest - contact <= _STRAY_MS:
        choose(connection, _LATEST, str(latest))
    return Reading.OPEN if latest - contact <= _LEASE_MS else Reading.LEASE_ENDED


def lease_left(connection: Connection) -> int:
    """Give the ms until reading closes, counted from the latest moment remembered; negative where it has closed."""
    since, latest = _moment(connection, _CONTACT), _moment(connection, _LATEST)
    return _LEASE_MS if since is None or latest is None else _LEASE_MS - (latest - since)


def contact(connection: Connection, standing: str, now: int) -> Reading:
    """Take what headquarters says of this device (``wire.HelloAnswer.status``): the lease begins anew."""
    choose(connection, _STANDING, standing)
    _heard(connection, now)
    return reading(connection, now)


def _heard(connection: Connection, now: int) -> None:
    choose(connection, _CONTACT, str(now))
    choose(connection, _LATEST, str(now))


def _moment(connection: Connection, name: str) -> int | None:
    value = chosen(connection, name)
    return None if value is None else int(value)
