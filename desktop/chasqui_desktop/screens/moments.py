"""Times of the register (ms since 1970 UTC) as a promoter says them: today by the hour, other days by the day."""

from __future__ import annotations

from datetime import date, datetime

from chasqui_desktop.words import Words, hour, say, short_day

TODAY = say("Moments", "hoy, {hour}")
YESTERDAY = say("Moments", "ayer, {hour}")
OTHER = say("Moments", "{day}, {hour}")
ALONE = say("Moments", "{day}")
TODAY_ALONE = say("Moments", "hoy")
YESTERDAY_ALONE = say("Moments", "ayer")


def local(ms: int) -> datetime:
    """The laptop's own wall clock at ``ms``, aware."""
    return datetime.fromtimestamp(ms / 1000).astimezone()


def spoken_moment(at: datetime, today: date) -> Words:
    """In words: hoy, 10:43; ayer, 19:06; 20 nov, 9:12."""
    days = (today - at.date()).days
    if days == 0:
        return TODAY.fill(hour=hour(at))
    if days == 1:
        return YESTERDAY.fill(hour=hour(at))
    return OTHER.fill(day=Day(at.date()), hour=hour(at))


def spoken_day(at: datetime, today: date) -> Words:
    """The day alone: hoy, ayer, 20 nov."""
    return {0: TODAY_ALONE, 1: YESTERDAY_ALONE}.get((today - at.date()).days) or ALONE.fill(day=Day(at.date()))


def spoken_hour(at: datetime, today: date) -> Words:
    """The hour alone when it is today's; else the short day: for narrow columns."""
    return hour(at) if at.date() == today else ALONE.fill(day=Day(at.date()))


class Day:
    """A short day that is written in the language of the moment it is read."""

    def __init__(self, value: date) -> None:
        self._value = value

    def __str__(self) -> str:
        return short_day(self._value)
