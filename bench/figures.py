"""A figure and the limit it is held against, and how both are told."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec


class Size(NamedTuple):
    """How much is measured: people in a register, registrations sent, single saves, repetitions of each, to grow to."""

    people: int
    sent: int
    saves: int
    repetitions: int
    grown: int


SIZES = {
    "default": Size(20_000, 10_000, 300, 3, 100_000),
    "small": Size(2_000, 1_000, 60, 3, 10_000),
    "issue": Size(100_000, 100_000, 300, 1, 1_000_000),
}


class Figure(msgspec.Struct, frozen=True):
    """A measured value, and the limit of the same run in the same unit, None where it stands alone."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    limit_is: str | None = None

    @property
    def ratio(self) -> float | None:
        """Value by limit: of a time or a size less is better, of a speed more."""
        return self.value / self.limit if self.limit else None


def seconds(work: Callable[[], object]) -> float:
    """Time one call, without the rubbish of what came before; as in the program, nobody walks through it again."""
    gc.collect()
    gc.freeze()
    started = time.perf_counter()
    work()
    spent = time.perf_counter() - started
    gc.unfreeze()
    return spent


def taken(works: Iterable[Callable[[], object]]) -> list[float]:
    """Time calls one by one, in ms."""
    times = []
    for work in works:
        started = time.perf_counter()
        work()
        times.append((time.perf_counter() - started) * 1000)
    return times


def spread(name: str, ours: list[float], limits: list[float], limit_is: str) -> list[Figure]:
    """Tell p50 and p99 of times in ms, each beside the limit's."""
    return [
        Figure(f"{name}, p{percent}", percentile(ours, percent), "ms", percentile(limits, percent), limit_is)
        for percent in (50, 99)
    ]


def told(figure: Figure) -> str:
    """Write a figure as one line."""
    line = f"  {figure.name:<52} {_number(figure.value):>10} {figure.unit:<6}"
    if figure.limit is None:
        return line.rstrip()
    ratio = " " * 8 if figure.ratio is None else f"{figure.ratio:6.2f} ×"
    return f"{line} {ratio}  {_number(figure.limit)} {figure.unit}: {figure.limit_is}"


def write(figures: list[Figure], file: Path) -> None:
    """Write figures as JSON."""
    rows = [{**msgspec.structs.asdict(figure), "ratio": figure.ratio} for figure in figures]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(rows)) + b"\n")


def percentile(times: list[float], percent: int) -> float:
    """Give the time under which so many of a hundred lie."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
