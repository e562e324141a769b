"""Reading closes after thirty days without contact, and at once when the office closes the laptop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chasqui_desktop.book import DESK_DRAFT, DeliveryFilter, PeopleFilter, Reading
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import NOON, Laptop, answers, laptop_at_work

DAY = 86_400_000


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    one = laptop_at_work(tmp_path / "profile")
    yield one
    one.store.close()


def listed(laptop: Laptop) -> int:
    return len(laptop.store.book.people("", PeopleFilter.ALL, 0, 9).rows)


def is_readable(laptop: Laptop, record: str) -> bool:
    try:
        laptop.store.book.person(record)
    except Trouble as trouble:
        assert trouble.problem is Problem.READING_CLOSED  # noqa: PT017 - any other trouble is a fault
        return False
    return True


def reopened(laptop: Laptop, now: int) -> Reading:
    laptop.world.now = now
    return laptop.reopen().book.reading()


def test_reading_closes_after_thirty_days_and_opens_with_the_next_contact(laptop: Laptop) -> None:
    record = laptop.store.book.register(answers()).record
    laptop.store.book.contact(wire.ACTIVE)
    assert reopened(laptop, NOON + 30 * DAY) is Reading.OPEN
    assert (listed(laptop), is_readable(laptop, record)) == (1, True)
    assert reopened(laptop, NOON + 30 * DAY + 1) is Reading.LEASE_ENDED
    assert (listed(laptop), is_readable(laptop, record)) == (0, False)
    assert set(laptop.store.book.people_counts().values()) == {0}
    [row] = laptop.store.book.deliveries(DeliveryFilter.TO_SEND, 0, 9)
    assert row.listed_name == row.code
    assert laptop.store.book.contact(wire.ACTIVE) is Reading.OPEN
    assert (listed(laptop), is_readable(laptop, record)) == (1, True)


def test_capturing_goes_on_after_a_lease_and_what_was_just_saved_can_be_corrected(laptop: Laptop) -> None:
    laptop.store.book.contact(wire.ACTIVE)
    assert reopened(laptop, NOON + 31 * DAY) is Reading.LEASE_ENDED
    before = laptop.store.exchange.standing().waiting
    laptop.store.book.keep_draft(DESK_DRAFT, {"given_names": "Rosa"})
    assert len(laptop.store.book.drafts()) == 1
    record = laptop.store.book.register(answers()).record
    assert laptop.store.exchange.standing().waiting == before + 1
    assert is_readable(laptop, record)
    assert listed(laptop) == 0
    assert reopened(laptop, NOON + 31 * DAY) is Reading.LEASE_ENDED
    assert not is_readable(laptop, record)


def test_a_clock_set_back_opens_nothing_and_one_that_is_wrong_but_steady_closes_nothing(laptop: Laptop) -> None:
    laptop.store.book.contact(wire.ACTIVE)
    assert reopened(laptop, NOON + 20 * DAY) is Reading.OPEN
    assert reopened(laptop, NOON + 31 * DAY) is Reading.LEASE_ENDED
    for now in (NOON, NOON - 1000 * DAY, 0):
        assert reopened(laptop, now) is Reading.LEASE_ENDED
    laptop.store.book.contact(wire.ACTIVE)
    assert reopened(laptop, 29 * DAY) is Reading.OPEN


def test_the_register_says_how_much_of_its_lease_is_left(laptop: Laptop) -> None:
    laptop.store.book.contact(wire.ACTIVE)
    for past, left in ((0, 30), (23, 7), (30, 0), (31, -1)):
        reopened(laptop, NOON + past * DAY)
        assert laptop.store.book.lease_left() == left * DAY
    reopened(laptop, NOON)
    assert laptop.store.book.lease_left() == -DAY
    laptop.store.book.contact(wire.ACTIVE)
    assert laptop.store.book.lease_left() == 30 * DAY


def test_a_stray_moment_far_ahead_is_not_remembered(laptop: Laptop) -> None:
    laptop.store.book.contact(wire.ACTIVE)
    assert reopened(laptop, NOON + 20_000 * DAY) is Reading.LEASE_ENDED
    assert reopened(laptop, NOON + 5 * DAY) is Reading.OPEN


def test_a_register_that_never_was_in_contact_begins_its_lease_when_it_is_first_opened(laptop: Laptop) -> None:
    assert laptop.store.book.reading() is Reading.OPEN
    assert reopened(laptop, NOON + 30 * DAY) is Reading.OPEN
    assert reopened(laptop, NOON + 31 * DAY) is Reading.LEASE_ENDED


@pytest.mark.parametrize("standing", [wire.READ_LOCKED, wire.WIPE, "revoked", "of a later version"])
def test_a_closed_laptop_reads_nothing_also_without_a_line_and_still_saves(laptop: Laptop, standing: str) -> None:
    laptop.store.book.set_aside("other", {"given_names": "Rosa"})
    record = laptop.store.book.register(answers()).record
    assert laptop.store.book.contact(standing) is Reading.REVOKED
    for _ in range(2):
        another = laptop.store.book.register(answers("Ana")).record
        assert not is_readable(laptop, record)
        assert not is_readable(laptop, another)
        assert listed(laptop) == 0
        assert laptop.store.book.drafts() == []
        assert reopened(laptop, NOON + DAY) is Reading.REVOKED
    assert laptop.store.exchange.standing().waiting == 3
    assert laptop.store.book.contact(wire.ACTIVE) is Reading.OPEN
    assert listed(laptop) == 3
