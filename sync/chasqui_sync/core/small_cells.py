"""Counts that tell of nobody: small cells are hidden, and with them what would give them away.

A row counts people who have one answer in common (a channel, a district), split in those who count towards
the quota and the others; its total is written beside it. A cell of fewer than ``least`` people, none of them
too, is not shown: who knows that a neighbour is among them would learn her group. Since totals and the sum
over all rows are known, what is hidden must not follow by subtraction: hidden rows are at least two, and as
one row they would be large enough to be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

LEAST = 5
"""Fewest people in a cell on a screen. What leaves the house asks for more (ten)."""


class Row(NamedTuple):
    """People with one answer in common; ``name`` is the answer's code."""

    name: str
    counted: int
    others: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.counted + self.others


class Shown(NamedTuple):
    """A row as it may be seen. ``names``: the answers it gathers, several for "the others"; ``split`` None: hidden."""

    names: tuple[str, ...]
    total: int
    split: tuple[int, int] | None


def gathered(rows: Sequence[Row], most: int, least: int = LEAST) -> list[tuple[tuple[str, ...], Row]]:
    """Give at most ``most`` rows, the largest first, the rest gathered in the last one.

    No row's total is under ``least``, but for a single one that has nobody left to be gathered with.
    """
    ordered = sorted((row for row in rows if row.total), key=lambda row: (-row.total, row.name))
    keep = len(ordered) if len(ordered) <= most else most - 1
    while keep and ordered[keep - 1].total < least:
        keep -= 1
    while keep and 0 < sum(row.total for row in ordered[keep:]) < least:
        keep -= 1
    kept: list[tuple[tuple[str, ...], Row]] = [((row.name,), row) for row in ordered[:keep]]
    rest = ordered[keep:]
    if rest:
        counted, others = sum(row.counted for row in rest), sum(row.others for row in rest)
        kept.append((tuple(row.name for row in rest), Row("", counted, others)))
    return kept


def hidden(rows: Sequence[Row], least: int = LEAST) -> set[int]:
    """Give the places of the rows whose split must not be shown."""
    hide = {at for at, row in enumerate(rows) if row.total and min(row.counted, row.others) < least}
    shown = sorted((row.total, at) for at, row in enumerate(rows) if row.total and at not in hide)
    while hide and shown and not _covers([rows[at] for at in hide], least):
        hide.add(shown.pop(0)[1])
    return hide


def without_small_cells(rows: Sequence[Row], most: int, least: int = LEAST) -> list[Shown]:
    """Give what may be seen of a table: few rows, large totals, and splits that tell of nobody."""
    merged = gathered(rows, most, least)
    hide = hidden([row for _names, row in merged], least)
    return [
        Shown(names, row.total, None if at in hide else (row.counted, row.others))
        for at, (names, row) in enumerate(merged)
    ]


def _covers(rows: Sequence[Row], least: int) -> bool:
    """Whether what follows about these rows by subtraction, their sums, is no small cell itself."""
    return len(rows) > 1 and min(sum(row.counted for row in rows), sum(row.others for row in rows)) >= least
