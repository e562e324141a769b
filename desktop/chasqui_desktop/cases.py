"""What is to be reviewed, as the screens see it: values that contend, two records that may be one person.

Part of ``book.Book``; times are ms since 1970 UTC.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple, Protocol

from chasqui_sync.core.likeness import Reason


class CaseFilter(Enum):
    """The chips over the list of cases."""

    ALL = "all"
    CHANGES = "changes"
    ALIKE = "alike"


class Case(NamedTuple):
    """One line of the list: a ``field`` of a record two wrote apart, or (no field) a record and one like it.

    ``names`` are short, as lists show them; ``percent`` as in ``Pair``, 0 for a conflict.
    """

    record: str
    field: str
    other: str
    code: str
    names: tuple[str, ...]
    at: int
    percent: int

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it this case."""
        return self.record, self.field, self.other


class Cases(NamedTuple):
    """A slice of the list, the newest first, and how many there are in all under the filter."""

    rows: list[Case]
    total: int


class Written(NamedTuple):
    """A value of a field: who wrote it, if that is known here (a staff record), on this laptop or another, and when."""

    field: str
    value: Any
    is_own: bool
    user: str | None
    at: int


class Conflict(NamedTuple):
    """Values of one field that were written without knowing of each other, in the order of their times.

    ``stands`` is the place in ``values`` of the one everybody sees now. One value alone: it is settled. ``seen``
    goes back with the decision. ``before``: what it said before, ``beside``: other fields that were changed and
    contend with nothing, ``history``: what this laptop knows of the field; each as far as this laptop knows it.
    """

    record: str
    field: str
    code: str
    name: str
    values: tuple[Written, ...]
    stands: int
    seen: str
    before: Written | None
    beside: tuple[Written, ...]
    history: tuple[Written, ...]

    @property
    def is_open(self) -> bool:
        """Whether there is still something to decide."""
        return len(self.values) > 1


class Side(NamedTuple):
    """One of two people who may be one."""

    record: str
    code: str
    fields: dict[str, Any]
    saved_at: int


class Pair(NamedTuple):
    """Two registrations that may be of one person, the older first; ``percent``: see ``likeness.percent``.

    ``together``: what would be known of her once the later is joined into the older.
    """

    sides: tuple[Side, Side]
    together: dict[str, Any]
    percent: int
    reasons: tuple[Reason, ...]


class CaseBook(Protocol):
    """What the screen of review asks of the store. A promoter is asked about people she registered."""

    def cases(self, chosen: CaseFilter, offset: int, limit: int) -> Cases:
        """List what is to be reviewed, the newest first."""

    def case_counts(self) -> dict[CaseFilter, int]:
        """Count the cases under each filter."""

    def conflict(self, record: str, field: str) -> Conflict:
        """Give the values of a field of one record. Raises KeyError."""

    def settle(self, record: str, field: str, value: Any, seen: str) -> None:
        """Write what is to stand; ``seen`` as in ``Conflict``: what came meanwhile is asked about again."""

    def pair(self, record: str, other: str) -> Pair | None:
        """Give two registrations that may be of one person; None where that is decided. Raises KeyError."""

    def not_the_same(self, record: str, other: str) -> None:
        """Say that two registrations are of two people; it is written into the later one."""

    def may_be_the_same(self, record: str, other: str) -> None:
        """Take ``not_the_same`` back: it is asked about again."""

    def compare_some(self, most: int) -> bool:
        """Look for people who are like so many whom nobody compared yet; tell whether more of them wait."""
