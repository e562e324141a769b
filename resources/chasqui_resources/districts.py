"""Peru's 1,891 districts in INEI's scheme, and the search of the district field.

INEI and RENIEC number some 1,770 districts differently, so a code never travels
without its scheme: every code here is INEI's unless its name says RENIEC.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from chasqui_resources.carried import carried_rows
from chasqui_resources.search import beginnings_in, spanish_order, words_of

SCHEME = "INEI"


@dataclass(frozen=True, slots=True)
class District:
    """A district with the names above it; 1,736 names are distinct, so show all three."""

    code: str
    """Six digits: two of the department, two of the province, two of the district."""

    name: str
    province: str
    department: str
    reniec: str
    """RENIEC's code of the same district, empty where RENIEC has none yet."""


@cache
def districts() -> tuple[District, ...]:
    """All districts by name, ñ after n, then by department and province."""
    found = [District(*row) for row in carried_rows("tables", "districts.tsv")]
    return tuple(sorted(found, key=lambda d: (spanish_order(d.name), d.department, d.province, d.code)))


@cache
def _by_code() -> dict[str, District]:
    return {found.code: found for found in districts()}


@cache
def _by_reniec() -> dict[str, District]:
    return {found.reniec: found for found in districts() if found.reniec}


def district(code: str) -> District:
    """The district with that INEI code; KeyError when there is none."""
    return _by_code()[code]


def district_of_reniec(code: str) -> District:
    """The district with that RENIEC code, as a DNI carries it; KeyError when unknown."""
    return _by_reniec()[code]


@cache
def _folded_names() -> tuple[tuple[str, str, District], ...]:
    return tuple(
        (words_of(found.name), words_of(found.name, found.province, found.department), found) for found in districts()
    )


def find_districts(
    text: str, near: str | None = None, last_used: Sequence[str] = (), limit: int = 6
) -> tuple[District, ...]:
    """The districts each typed word begins a word of, in name, province or department.

    A name typed whole comes first, then names that hold more of the typed words, then
    nearness to the district `near` (itself, those last used, its province, its
    department), then the alphabet. Nothing typed offers `near` and those last used.
    """
    beginnings = beginnings_in(text)
    if not beginnings:
        return _offered_unasked(near, last_used)[:limit]
    matching = list(_folded_names())
    for beginning in beginnings:
        matching = [row for row in matching if beginning in row[1]]
    whole = words_of(text)
    nearness = _Nearness(near, last_used)

    def rank(row: tuple[str, str, District]) -> tuple[bool, int, int]:
        name, _, found = row
        missing = sum(beginning not in name for beginning in beginnings)
        return name != whole, missing, nearness.of(found.code)

    return tuple(found for *_, found in sorted(matching, key=rank)[:limit])


def _offered_unasked(near: str | None, last_used: Sequence[str]) -> tuple[District, ...]:
    codes = dict.fromkeys([near, *last_used] if near else last_used)
    return tuple(_by_code()[code] for code in codes if code in _by_code())


class _Nearness:
    """How close a district is to the outreach point and to the last answers."""

    def __init__(self, near: str | None, last_used: Sequence[str]) -> None:
        self._near = near or ""
        self._last_used = {code: place for place, code in enumerate(last_used)}
        self._farthest = len(self._last_used) + 3

    def of(self, code: str) -> int:
        """0 for the point's own, then those last used, its province, its department."""
        if code == self._near:
            return 0
        if code in self._last_used:
            return 1 + self._last_used[code]
        if code[:4] == self._near[:4]:
            return self._farthest - 2
        return self._farthest - (code[:2] == self._near[:2])
