"""What the dashboard says, on screen and on paper: counts in which no small group can be told, and their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil

from chasqui_desktop.book import Area, Counts, DayCount, Period, Quota, Reference, Tally
from chasqui_desktop.words import Words, say
from chasqui_resources.districts import district
from chasqui_sync.core.small_cells import LEAST, Row, hidden, without_small_cells

MOST_BARS = 6
STALE_DAYS = 3

CHANNELS: dict[str, Words] = {
    "flyer": say("Dashboard", "Volante"),
    "radio": say("Dashboard", "Radio"),
    "television": say("Dashboard", "TV"),
    "social_media": say("Dashboard", "Redes"),
    "whatsapp": say("Dashboard", "WhatsApp"),
    "partner": say("Dashboard", "Aliado"),
    "friend": say("Dashboard", "Amistad"),
    "other": say("Dashboard", "Otro medio"),
}
NOT_ASKED = say("Dashboard", "Sin dato")
OTHERS = say("Dashboard", "Otros {n}")
OFFERED = say("Dashboard", "Se les ofreció")
REGISTERED = say("Dashboard", "Registrados")
COMPLETE = say("Dashboard", "Datos completos")
MISSING_ONE = say("Dashboard", "Falta 1 persona migrante o refugiada")
MISSING = say("Dashboard", "Faltan {n} personas migrantes o refugiadas")
REACHED = say("Dashboard", "Cuota cumplida")
NOBODY = say("Dashboard", "Aún sin registros")
REST = say("Dashboard", "De los {left} que faltan para la meta, {need} deben sumar: 1 de cada {each}.")
REST_ALL = say("Dashboard", "De los {left} que faltan para la meta, todos deben sumar.")
REST_NONE = say("Dashboard", "Los {left} que faltan para la meta pueden ser de cualquier grupo.")
TARGET_REACHED = say("Dashboard", "La meta de {target} está cumplida.")
BEST = say("Dashboard", "{channel} rinde más: {n} de {m} suman")
OF = say("Dashboard", "{n} de {m}")
TITLES: dict[Area, Words] = {
    Area.POINT: say("Dashboard", "Cuota de tu punto"),
    Area.OFFICE: say("Dashboard", "Cuota de tu oficina"),
    Area.EDITION: say("Dashboard", "Cuota de la edición {name}"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """People with one answer in common; ``split``: those who count towards the quota and the others, None hidden."""

    words: Words
    total: int
    split: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class DayBar:
    """One calendar day, as a bar."""

    day: date
    total: int
    split: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way: how many came so far, and their share of the step before (0–1), None for the first."""

    words: Words
    count: int
    share: float | None


@dataclass(frozen=True, slots=True)
class Board:
    """All the dashboard shows of one area in one period. ``places`` is empty where the area is one place."""

    area: Area
    period: Period
    edition: str
    target: int | None
    quota: Quota
    total: int
    today: Bar
    complete: int
    unsent: int
    told_at: datetime | None
    days: tuple[DayBar, ...]
    channels: tuple[Bar, ...]
    districts: tuple[Bar, ...]
    places: tuple[Bar, ...]
    steps: tuple[Step, ...]
    best: Words
    at_risk: int | None
    office: int
    laptop: int

    @property
    def is_empty(self) -> bool:
        """Whether nobody is registered in the area yet."""
        return self.quota.total == 0

    @property
    def title(self) -> Words:
        """Whose quota it is."""
        words = TITLES[self.area] if not self.places else TITLES[Area.EDITION]
        return words.fill(name=self.edition) if not isinstance(words, str) else words

    @property
    def missing(self) -> Words:
        """How many are missing now."""
        if self.is_empty:
            return NOBODY
        if self.quota.missing == 0:
            return REACHED
        return MISSING_ONE if self.quota.missing == 1 else MISSING.fill(n=self.quota.missing)

    @property
    def rest(self) -> Words:
        """What share of those still to come must count, of an edition with a target."""
        if self.target is None or self.area is not Area.EDITION:
            return ""
        left = self.target - self.quota.total
        need = needed(self.quota, self.target)
        if left <= 0:
            return TARGET_REACHED.fill(target=self.target)
        if need <= 0:
            return REST_NONE.fill(left=left)
        if need >= left:
            return REST_ALL.fill(left=left)
        return REST.fill(left=left, need=need, each=max(1, round(left / need)))

    def is_stale(self, now: datetime) -> bool:
        """Whether headquarters has not been heard for so long that it is worth a word."""
        return self.told_at is not None and (now - self.told_at).days > STALE_DAYS


def needed(quota: Quota, target: int) -> int:
    """Give how many of those missing to the target must count, so that the whole keeps the minimum."""
    return ceil(round(quota.minimum * target - quota.counted, 9))


def board_of(
    tally: Tally, reference: Reference, edition: str, area: Area, period: Period, counts: Counts | None
) -> Board:
    """Make the board; every table loses its small cells here, once for screen and paper."""
    rules = reference.editions[edition]
    channels = _bars(tally.channels, lambda code: CHANNELS.get(code, code))
    total = tally.registered.total
    return Board(
        area=area,
        period=period,
        edition=rules.name,
        target=rules.target,
        quota=tally.quota,
        total=total,
        today=_today(tally.today),
        complete=tally.complete,
        unsent=tally.unsent,
        told_at=_moment(tally.told_at),
        days=_days(tally.days),
        channels=channels,
        districts=_bars(tally.districts, _district),
        places=_bars(tally.places, lambda record: _place(reference, record)),
        steps=_steps(total, tally.complete, tally.refused),
        best=_best(channels),
        at_risk=counts.at_risk if counts is not None else None,
        office=counts.office if counts is not None else 0,
        laptop=counts.laptop if counts is not None else 0,
    )


def _bars(rows: Sequence[Row], name: Callable[[str], Words]) -> tuple[Bar, ...]:
    def words(names: tuple[str, ...]) -> Words:
        if len(names) > 1:
            return OTHERS.fill(n=len(names))
        return name(names[0]) if names[0] else NOT_ASKED

    return tuple(Bar(words(row.names), row.total, row.split) for row in without_small_cells(rows, MOST_BARS))


def _days(days: Sequence[DayCount]) -> tuple[DayBar, ...]:
    rows = [Row(str(at), each.counted, each.others) for at, each in enumerate(days)]
    closed = hidden(rows)
    return tuple(
        DayBar(each.day, row.total, None if at in closed else (row.counted, row.others))
        for at, (each, row) in enumerate(zip(days, rows, strict=True))
    )


def _today(row: Row) -> Bar:
    small = min(row.counted, row.others) < LEAST
    return Bar("", row.total, None if small else (row.counted, row.others))


def _steps(total: int, complete: int, refused: int) -> tuple[Step, ...]:
    offered = total + refused
    return (
        Step(OFFERED, offered, None),
        Step(REGISTERED, total, total / offered if offered else None),
        Step(COMPLETE, complete, complete / total if total else None),
    )


def _best(channels: Sequence[Bar]) -> Words:
    """Name the channel that brings the greatest share, of those whose split may be told; others together are none."""
    told = [(bar.split[0] / bar.total, bar) for bar in channels if bar.split is not None and bar.words is not NOT_ASKED]
    if len(told) < 2:
        return ""
    _share, bar = max(told, key=lambda each: each[0])
    assert bar.split is not None
    return BEST.fill(channel=bar.words, n=bar.split[0], m=bar.total)


def _district(code: str) -> str:
    try:
        return district(code).name
    except KeyError:
        return code


def _place(reference: Reference, record: str) -> str:
    if record in reference.points:
        return reference.points[record].name
    return reference.partners[record].name if record in reference.partners else record[:6]


def _moment(told_at: int | None) -> datetime | None:
    return datetime.fromtimestamp(told_at / 1000).astimezone() if told_at else None
