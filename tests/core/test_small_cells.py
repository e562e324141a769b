"""Small cells: what a table shows tells of nobody, not even by subtraction."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.small_cells import LEAST, Row, hidden, without_small_cells

cell = st.integers(0, 12) | st.integers(0, 200)
tables = st.lists(st.tuples(cell, cell), max_size=14).map(
    lambda cells: [Row(f"n{at:02}", counted, others) for at, (counted, others) in enumerate(cells)]
)
mosts = st.integers(2, 8)


@given(tables, mosts)
def test_no_cell_that_is_shown_is_small(rows: list[Row], most: int) -> None:
    shown = without_small_cells(rows, most)
    assert all(min(row.split) >= LEAST for row in shown if row.split is not None)
    assert all(row.total >= LEAST for row in shown) or len(shown) == 1


@given(tables, mosts)
def test_nobody_is_left_out_and_nobody_counted_twice(rows: list[Row], most: int) -> None:
    shown = without_small_cells(rows, most)
    assert len(shown) <= most
    assert sum(row.total for row in shown) == sum(row.total for row in rows)
    assert sorted(name for row in shown for name in row.names) == [row.name for row in rows if row.total]
    by_name = {row.name: row for row in rows}
    for row in shown:
        assert row.total == sum(by_name[name].total for name in row.names)
        if row.split is not None:
            assert row.split[0] == sum(by_name[name].counted for name in row.names)


@given(tables, mosts)
def test_who_subtracts_the_shown_from_the_sum_learns_of_no_small_cell(rows: list[Row], most: int) -> None:
    shown = without_small_cells(rows, most)
    closed = [row for row in shown if row.split is None]
    if not closed or len(closed) == len(shown):
        return
    counted = sum(row.counted for row in rows) - sum(row.split[0] for row in shown if row.split is not None)
    others = sum(row.total for row in closed) - counted
    assert len(closed) > 1
    assert min(counted, others) >= LEAST


@given(tables, mosts)
def test_every_hidden_cell_could_be_several_numbers(rows: list[Row], most: int) -> None:
    shown = without_small_cells(rows, most)
    closed = [row for row in shown if row.split is None]
    if len(closed) < 2:
        # one row alone is the whole table, whose split the quota itself tells
        assert len(closed) == 0 or len(shown) == 1
        return
    whole = sum(row.counted for row in rows) - sum(row.split[0] for row in shown if row.split is not None)
    people = sum(row.total for row in closed)
    if len(closed) == len(shown) and min(whole, people - whole) < LEAST:
        return  # nothing at all is shown
    for row in closed:
        fewest, greatest = max(0, whole - (people - row.total)), min(row.total, whole)
        assert greatest > fewest


@given(tables, mosts, st.randoms(use_true_random=False))
def test_the_order_in_which_rows_come_changes_nothing(rows: list[Row], most: int, chance: object) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # Hypothesis's own random.Random
    assert without_small_cells(mixed, most) == without_small_cells(rows, most)


@given(st.lists(st.tuples(cell, cell), max_size=14))
def test_days_hide_their_splits_by_the_same_rule_and_keep_their_places(cells: list[tuple[int, int]]) -> None:
    rows = [Row(str(at), *each) for at, each in enumerate(cells)]
    hide = hidden(rows)
    assert {at for at, row in enumerate(rows) if row.total and min(row.counted, row.others) < LEAST} <= hide
    assert all(rows[at].total for at in hide)


def test_a_second_row_is_hidden_so_that_the_first_cannot_be_computed() -> None:
    rows = [Row("flyer", 53, 93), Row("radio", 14, 29), Row("tv", 3, 16)]
    assert [row.split for row in without_small_cells(rows, 6)] == [(53, 93), None, None]


def test_rows_of_few_people_are_gathered_until_they_are_many() -> None:
    rows = [Row("comas", 40, 60), Row("lince", 3, 4), Row("ate", 1, 1), Row("rimac", 0, 1)]
    shown = without_small_cells(rows, 6)
    assert [row.names for row in shown] == [("comas",), ("lince", "ate", "rimac")]


def test_four_people_are_too_few_for_any_detail() -> None:
    assert [row.split for row in without_small_cells([Row("flyer", 2, 2)], 6)] == [None]
