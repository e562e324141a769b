"""Persons registered more than once: one record speaks for all, whatever the order and direction of the joins."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.joined import groups, leader, view
from chasqui_sync.core.state import Fate, Head, State

NAMES = "abcdef"
ties = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda tie: tie[0] != tie[1]), max_size=8
)


def links_of(drawn: list[tuple[str, str]]) -> dict[str, list[str]]:
    links: dict[str, list[str]] = {}
    for record, into in drawn:
        links.setdefault(record, []).append(into)
    return links


def person(name: str, fields: dict[str, Any], time: int = 10, **more: Any) -> State:
    return State(id=name, kind="entrepreneur", scope="lima", fields=fields, head=Head(f"{name}.1.1", time), **more)


@given(ties, st.randoms(use_true_random=False))
def test_each_record_is_in_one_group_with_all_it_is_tied_to_in_any_order(
    drawn: list[tuple[str, str]], chance: Any
) -> None:
    found = groups(links_of(drawn))
    assert sorted(name for group in found for name in group) == sorted({name for tie in drawn for name in tie})
    for one, other in drawn:
        assert sum(one in group and other in group for group in found) == 1
    again = list(drawn)
    chance.shuffle(again)
    assert groups(links_of(again)) == found


@given(ties, st.sets(st.sampled_from(NAMES)))
def test_exactly_one_record_that_is_alive_speaks_for_a_person(drawn: list[tuple[str, str]], alive: set[str]) -> None:
    links = links_of(drawn)
    for group in groups(links):
        leading = leader(group & alive, links)
        assert (leading is None) == (not group & alive)
        assert leading is None or leading in group & alive


@pytest.mark.parametrize(
    ("joins", "alive", "leading"),
    [
        ({"a": ["b"]}, "ab", "b"),
        ({"b": ["a"]}, "ab", "a"),
        ({"a": ["b"], "b": ["a"]}, "ab", "a"),
        ({"a": ["b"], "b": ["c"]}, "abc", "c"),
        ({"a": ["b", "c"]}, "abc", "b"),
        ({"a": ["b"]}, "a", "a"),
        ({"a": ["b"], "b": ["c"]}, "ab", "b"),
        ({"a": ["b"]}, "", None),
    ],
)
def test_who_was_joined_into_nobody_speaks_else_the_oldest(
    joins: dict[str, list[str]], alive: str, leading: str | None
) -> None:
    assert leader(alive, joins) == leading


JOIN = [Fate("merge", Head("m.1.1", 100), "b")]


def test_the_leading_record_is_filled_up_from_the_others_and_keeps_its_own_code_and_values() -> None:
    one = person("a", {"code": "A", "email": "a@b.pe", "sector": "food"}, fates=JOIN)
    other = person("b", {"code": "B", "email": None, "sector": "craft"})
    assert view(other, [one]) == {"code": "B", "email": "a@b.pe", "sector": "craft"}


def test_what_was_written_into_another_record_after_the_join_stands_over_what_is_older() -> None:
    one = person("a", {"sector": "food"}, heads={"sector": Head("c.1.1", 200)}, fates=JOIN)
    assert view(person("b", {"sector": "craft"}), [one])["sector"] == "food"
    later = person("b", {"sector": "craft"}, heads={"sector": Head("d.1.1", 300)})
    assert view(later, [one])["sector"] == "craft"


@pytest.mark.parametrize(("mine", "yours"), [(False, True), (True, False), (False, None)])
def test_a_consent_withdrawn_in_one_record_is_withdrawn(mine: bool | None, yours: bool | None) -> None:
    one = person("a", {"consent_photos": yours}, heads={"consent_photos": Head("c.1.1", 900)}, fates=JOIN)
    assert view(person("b", {"consent_photos": mine}), [one])["consent_photos"] is False
