"""How large the next batch is and how long to wait: by property, over any line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.pace import Backoff, Pace

happenings = st.lists(st.one_of(st.none(), st.floats(0, 200)), max_size=60)


@given(happenings, st.integers(-5, 10_000))
def test_a_batch_holds_at_least_one_operation_and_never_more_than_the_limit(
    seconds: list[float | None], most: int
) -> None:
    pace = Pace()
    pace.limit(most)
    for taken in seconds:
        if taken is None:
            pace.failed()
        else:
            pace.arrived(taken)
        assert 1 <= pace.operations <= max(1, min(most, 4096))
        assert pace.operations <= pace.expected <= min(max(1, most), 4096, pace.operations * 2)


@given(st.floats(0.001, 3.0), st.floats(0.0, 3.0))
def test_on_a_steady_line_batches_come_to_take_between_two_and_five_seconds(each: float, whole: float) -> None:
    pace = Pace()
    for _ in range(30):
        pace.arrived(whole + each * pace.operations)
    taken = whole + each * pace.operations
    within_aim = 2 <= taken <= 5
    assert within_aim or pace.operations in {1, 4096}


def test_a_quick_line_doubles_a_slow_one_halves_and_the_aim_keeps() -> None:
    pace = Pace()
    start = pace.operations
    pace.arrived(1.9)
    assert pace.operations == start * 2
    for seconds in (2.0, 3.5, 5.0):
        pace.arrived(seconds)
        assert pace.operations == start * 2
    pace.arrived(5.1)
    assert pace.operations == start


def test_each_failure_halves_down_to_one() -> None:
    pace = Pace()
    sizes = []
    for _ in range(10):
        pace.failed()
        sizes.append(pace.operations)
    assert sizes[:6] == [32, 16, 8, 4, 2, 1]
    assert sizes[-1] == 1


@given(st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=40))
def test_the_wait_after_failures_doubles_to_five_minutes_and_half_of_it_is_chance(chances: list[float]) -> None:
    chance = iter(chances)
    backoff = Backoff(lambda: next(chance))
    for failures in range(len(chances)):
        whole = min(300.0, 2.0 * 2**failures)
        assert whole / 2 <= backoff.failed() <= whole


def test_a_line_that_works_again_starts_the_wait_over() -> None:
    backoff = Backoff(lambda: 0.0)
    waits = [backoff.failed() for _ in range(4)]
    backoff.arrived()
    assert waits == [1.0, 2.0, 4.0, 8.0]
    assert backoff.failed() == 1.0


def test_a_thousand_failures_are_still_five_minutes() -> None:
    backoff = Backoff(lambda: 0.999)
    waits = [backoff.failed() for _ in range(1000)]
    assert 299 < waits[-1] < 300
