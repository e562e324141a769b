"""The fold, proved by properties: who takes over, what waits for a person, what no clock decides."""

from __future__ import annotations

import copy
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.fold import Head, State, effective_time, fold, readable
from chasqui_sync.core.operations import ACTIONS, Operation
from chasqui_sync.core.problems import Problem, Trouble

RECORD = "0192f0c1a1b27c3d8e4f5a6b7c8d9e0f"
RECEIVED = 1_795_478_400_000
HEADQUARTERS_1970_TO_2099 = st.integers(-1, 4_102_444_799_999)

values = st.one_of(
    st.none(), st.booleans(), st.integers(-1000, 1000), st.text(max_size=8), st.lists(st.text(max_size=3), max_size=3)
)
names = st.sampled_from(["given_names", "email", "sector", "people_working", "consent_photos"])
documents = st.dictionaries(names, values, max_size=5)


def operation(
    action: str, fields: dict[str, Any], seen: dict[str, str] | None = None, saved_at: int = RECEIVED, **more: Any
) -> Operation:
    """One act on the record of these tests."""
    given_values: dict[str, Any] = {
        "kind": "entrepreneur",
        "record": RECORD,
        "user": "maria",
        "scope": "lima",
        **more,
    }  # fmt: skip - four short values
    return Operation(action=action, fields=fields, seen=seen or {}, saved_at=saved_at, **given_values)


def created(fields: dict[str, Any]) -> State:
    """The record as its first operation made it."""
    return fold(None, operation("create", fields, saved_at=1000), "a.1.1", RECEIVED)


def seen_on_screen(state: State, *fields: str) -> dict[str, str]:
    """What an author who looks at the record now has seen."""
    return {field: seen for field in fields if (seen := state.seen_of(field)) is not None}


def test_an_edit_that_has_seen_the_value_takes_over() -> None:
    state = created({"email": "a@b.pe"})
    edited = fold(state, operation("set", {"email": "c@d.pe"}, {"email": "a.1.1"}), "a.1.2")
    assert edited.fields == {"email": "c@d.pe"}
    assert edited.head_of("email") == Head("a.1.2", RECEIVED)
    assert not edited.open
    assert not edited.agreed


@given(st.lists(st.tuples(names, values, HEADQUARTERS_1970_TO_2099), max_size=12))
def test_in_a_chain_of_edits_that_saw_each_other_the_last_wins_whatever_the_clocks_say(
    edits: list[tuple[str, Any, int]],
) -> None:
    state = created({"given_names": "Yusmary"})
    expected: dict[str, Any] = {"given_names": "Yusmary"}
    for seq, (field, value, clock) in enumerate(edits, 2):
        edit = operation("set", {field: value}, seen_on_screen(state, field), clock)
        state = fold(state, edit, f"a.1.{seq}", RECEIVED)
        expected[field] = value
    assert state.fields == expected
    assert not state.open


@given(values, HEADQUARTERS_1970_TO_2099, HEADQUARTERS_1970_TO_2099)
def test_equal_values_written_apart_close_themselves(value: Any, one: int, other: int) -> None:
    state = created({"email": "old"})
    seen = seen_on_screen(state, "email")
    for name, clock in (("b.1.1", one), ("c.1.1", other)):
        state = fold(state, operation("set", {"email": value}, seen, clock), name, RECEIVED)
    assert state.fields["email"] == value
    assert not state.open


@given(values, values, HEADQUARTERS_1970_TO_2099, HEADQUARTERS_1970_TO_2099)
def test_unequal_values_written_apart_leave_exactly_one_rival_in_either_order(
    mine: Any, yours: Any, my_clock: int, your_clock: int
) -> None:
    before = created({"email": "old"})
    seen = seen_on_screen(before, "email")
    acts = [
        (operation("set", {"email": mine}, seen, my_clock), "b.1.1"),
        (operation("set", {"email": yours}, seen, your_clock), "c.1.1"),
    ]
    results = []
    for order in (acts, acts[::-1]):
        state = before
        for act, name in order:
            state = fold(state, act, name, RECEIVED)
        results.append(state)
    assert results[0] == results[1]
    is_equal = msgspec.json.encode(mine) == msgspec.json.encode(yours)
    assert len(results[0].open.get("email", [])) == (0 if is_equal else 1)


@given(st.permutations(range(4)), st.lists(st.sampled_from(["x", "y", "z"]), min_size=4, max_size=4))
def test_four_writers_who_knew_nothing_of_each_other_end_alike_in_any_order(
    order: list[int], written: list[str]
) -> None:
    before = created({"email": "old"})
    acts = [
        (operation("set", {"email": value}, {"email": "a.1.1"}, 5000 + who), f"{who}.1.1")
        for who, value in enumerate(written)
    ]
    straight = mixed = before
    for act, name in acts:
        straight = fold(straight, act, name, RECEIVED)
    for who in order:
        mixed = fold(mixed, *acts[who], RECEIVED)
    assert mixed == straight
    assert straight.fields["email"] == written[-1]


def test_an_edit_over_a_value_that_two_had_written_alike_must_have_seen_both() -> None:
    state = created({"email": "old"})
    for name in ("b.1.1", "c.1.1"):
        state = fold(state, operation("set", {"email": "same"}, {"email": "a.1.1"}), name)
    assert state.seen_of("email") == "c.1.1 b.1.1"
    knowing = fold(state, operation("set", {"email": "new"}, seen_on_screen(state, "email")), "d.1.1")
    assert not knowing.open
    half = fold(state, operation("set", {"email": "new"}, {"email": "c.1.1"}), "d.1.1")
    assert [rival.head.operation for rival in half.open["email"]] == ["b.1.1"]


def disputed() -> State:
    """Two addresses written apart: c's stands, b's waits."""
    state = created({"email": "old"})
    for name, value, clock in (("b.1.1", "from b", 2000), ("c.1.1", "from c", 3000)):
        state = fold(state, operation("set", {"email": value}, {"email": "a.1.1"}, clock), name, RECEIVED)
    return state


def test_an_edit_that_saw_only_the_standing_value_leaves_the_rival_waiting() -> None:
    state = fold(disputed(), operation("set", {"email": "newer"}, {"email": "c.1.1"}, 4000), "c.1.2", RECEIVED)
    assert state.fields["email"] == "newer"
    assert [rival.value for rival in state.open["email"]] == ["from b"]


def test_a_rival_edited_by_its_own_author_stays_one_rival() -> None:
    state = fold(disputed(), operation("set", {"email": "b again"}, {"email": "b.1.1"}, 2500), "b.1.2", RECEIVED)
    assert state.fields["email"] == "from c"
    assert [rival.value for rival in state.open["email"]] == ["b again"]


def test_a_rival_edited_by_its_own_author_later_than_the_standing_value_changes_places() -> None:
    state = fold(disputed(), operation("set", {"email": "b again"}, {"email": "b.1.1"}, 9000), "b.1.2", RECEIVED)
    assert state.fields["email"] == "b again"
    assert [rival.value for rival in state.open["email"]] == ["from c"]


def test_a_settling_that_has_seen_both_closes_the_conflict() -> None:
    state = disputed()
    seen = state.seen_of("email", rivals=True)
    assert seen == "c.1.1 b.1.1"
    settled = fold(state, operation("resolve", {"email": "from b"}, {"email": seen}), "d.1.1")
    assert settled.fields["email"] == "from b"
    assert not settled.open


def test_a_settling_leaves_open_what_it_had_not_seen() -> None:
    late = operation("set", {"email": "from e"}, {"email": "a.1.1"}, 100)
    state = fold(disputed(), late, "e.1.1", RECEIVED)
    settling = operation("resolve", {"email": "from b"}, {"email": "c.1.1 b.1.1"})
    settled = fold(state, settling, "d.1.1", RECEIVED)
    assert settled.fields["email"] == "from b"
    assert [rival.value for rival in settled.open["email"]] == ["from e"]


def test_an_edit_equal_to_the_rival_closes_the_conflict() -> None:
    state = fold(disputed(), operation("set", {"email": "from b"}, {"email": "c.1.1"}), "c.1.2", RECEIVED)
    assert state.fields["email"] == "from b"
    assert not state.open


@given(st.permutations(range(3)), HEADQUARTERS_1970_TO_2099, st.sampled_from(["set", "withdraw"]))
def test_withdrawal_of_consent_wins_over_anything_that_did_not_know_of_it(
    order: list[int], clock: int, action: str
) -> None:
    state = created({"consent_photos": None})
    seen = {"consent_photos": "a.1.1"}
    acts = [
        (operation(action, {"consent_photos": False}, seen, clock), "b.1.1"),
        (operation("set", {"consent_photos": True}, seen, RECEIVED), "c.1.1"),
        (operation(action, {"consent_photos": False}, seen, RECEIVED), "d.1.1"),
    ]
    for who in order:
        state = fold(state, *acts[who], RECEIVED)
    assert state.fields["consent_photos"] is False
    assert not state.open
    half_knowing = operation("set", {"consent_photos": True}, {"consent_photos": "d.1.1"})
    assert fold(state, half_knowing, "e.1.1").fields["consent_photos"] is False
    knowing = operation("set", {"consent_photos": True}, seen_on_screen(state, "consent_photos"))
    assert fold(state, knowing, "e.1.1").fields["consent_photos"] is True


@pytest.mark.parametrize("value", [True, None, "x"])
def test_who_withdraws_has_withdrawn_whatever_value_came_along(value: object) -> None:
    state = created({"consent_photos": True})
    withdrawn = fold(state, operation("withdraw", {"consent_photos": value}, {"consent_photos": "a.1.1"}), "b.1.1")
    assert withdrawn.fields["consent_photos"] is False


@given(documents)
def test_a_deleted_record_stays_deleted_and_keeps_a_late_edit(fields: dict[str, Any]) -> None:
    state = created({"given_names": "Ana"})
    deleted = fold(state, operation("delete", {}), "b.1.1")
    edit = operation("set", fields, seen_on_screen(state, *fields))
    one, other = fold(deleted, edit, "c.1.1"), fold(fold(state, edit, "c.1.1"), operation("delete", {}), "b.1.1")
    assert one == other
    assert one.deleted
    assert one.fields == {"given_names": "Ana", **fields}


@given(st.permutations(["b", "c", "d"]))
def test_choices_added_and_removed_apart_end_alike_in_any_order(order: list[str]) -> None:
    acts = {
        "b": operation("add", {"languages": "quechua"}, {"languages": "a.1.1"}, 5000),
        "c": operation("add", {"languages": ["aymara", "es"]}, {"languages": "a.1.1"}, 4000),
        "d": operation("remove", {"languages": "en"}, {"languages": "a.1.1"}, 3000),
    }
    state = created({"languages": ["es", "en"]})
    for who in order:
        state = fold(state, acts[who], f"{who}.1.1", RECEIVED)
    assert state.fields["languages"] == ["aymara", "es", "quechua"]
    assert state.seen_of("languages") == "a.1.1 b.1.1 c.1.1 d.1.1"
    assert not state.open


def test_a_whole_new_list_by_somebody_who_missed_an_addition_is_a_conflict() -> None:
    state = created({"languages": ["es"]})
    for name, item in (("b.1.1", "quechua"), ("c.1.1", "aymara")):
        state = fold(state, operation("add", {"languages": item}, {"languages": "a.1.1"}), name)
    rewritten = fold(state, operation("set", {"languages": ["en"]}, {"languages": "c.1.1"}), "c.1.2")
    assert len(rewritten.open["languages"]) == 1


def test_adding_to_a_field_never_answered_makes_the_list_and_removing_from_it_leaves_none() -> None:
    state = created({})
    assert fold(state, operation("add", {"languages": "es"}), "b.1.1").fields["languages"] == ["es"]
    assert fold(state, operation("remove", {"languages": "es"}), "b.1.1").fields["languages"] == []


def test_adding_to_a_text_is_a_broken_rule_and_no_crash() -> None:
    with pytest.raises(Trouble) as caught:
        fold(created({"email": "a@b.pe"}), operation("add", {"email": "x"}), "b.1.1")
    assert caught.value.problem is Problem.RULE_BROKEN


@given(HEADQUARTERS_1970_TO_2099, st.integers(0, RECEIVED), st.integers(0, RECEIVED))
def test_no_clock_decides_outside_the_time_between_anchor_and_arrival(saved_at: int, one: int, other: int) -> None:
    anchor, received = sorted((one, other))
    time = effective_time(operation("set", {}, saved_at=saved_at, anchor=anchor), received)
    assert anchor <= time <= received
    if anchor <= saved_at <= received:
        assert time == saved_at


def test_an_anchor_from_the_future_cannot_pass_the_time_of_arrival() -> None:
    liar = operation("set", {}, saved_at=1, anchor=RECEIVED * 2)
    assert effective_time(liar, RECEIVED) == RECEIVED


any_act = st.tuples(
    st.sampled_from(sorted(ACTIONS - {"create"})),
    documents,
    st.dictionaries(names, st.sampled_from(["a.1.1", "b.1.2", "b.1.3 a.1.1", "nobody.1.1"])),
    HEADQUARTERS_1970_TO_2099,
)


@given(documents, st.lists(any_act, max_size=6))
def test_the_given_state_is_never_changed_and_only_known_troubles_are_raised(
    fields: dict[str, Any], acts: list[tuple[str, dict[str, Any], dict[str, str], int]]
) -> None:
    state = created(fields)
    for seq, (action, values_written, seen, clock) in enumerate(acts, 2):
        kept = copy.deepcopy(state)
        try:
            after = fold(state, operation(action, values_written, seen, clock), f"b.1.{seq}", RECEIVED)
        except Trouble as trouble:
            if trouble.problem is not Problem.RULE_BROKEN:
                raise
            after = state
        assert state == kept
        state = after
        assert msgspec.json.decode(msgspec.json.encode(state), type=State) == state
        assert all(state.head_of(field) is not None for field in state.fields)


def test_fields_of_a_newer_version_pass_through_untouched() -> None:
    newer = {"favourite_colour": {"scheme": "x", "deep": [1, None, {"ñ": "😀"}]}, "email": "a@b.pe"}
    state = fold(created(newer), operation("set", {"email": "c@d.pe"}, {"email": "a.1.1"}), "b.1.1")
    back = msgspec.json.decode(msgspec.json.encode(state), type=State)
    assert back.fields["favourite_colour"] == newer["favourite_colour"]


def test_true_and_one_are_not_the_same_answer() -> None:
    state = created({"sector": None})
    for name, value in (("b.1.1", True), ("c.1.1", 1)):
        state = fold(state, operation("set", {"sector": value}, {"sector": "a.1.1"}), name)
    assert len(state.open["sector"]) == 1


@pytest.mark.parametrize(
    ("act", "problem"),
    [
        (operation("create", {}), Problem.RECORD_EXISTS),
        (operation("set", {}, kind="edition"), Problem.RECORD_UNKNOWN),
        (operation("set", {}, scope="cusco"), Problem.SCOPE_OUTSIDE),
        (operation("set", {}, kind="cooperative"), Problem.KIND_UNKNOWN),
        (operation("set", {}, schema=99), Problem.SCHEMA_NEWER),
        (operation("set", {}, v=2), Problem.SCHEMA_NEWER),
        (operation("merge", {}), Problem.RULE_BROKEN),
        (operation("dance", {}), Problem.ACTION_UNKNOWN),
    ],
)
def test_what_cannot_be_folded_is_said_by_number(act: Operation, problem: Problem) -> None:
    with pytest.raises(Trouble) as caught:
        fold(created({}), act, "b.1.1")
    assert caught.value.problem is problem


@pytest.mark.parametrize("action", sorted(ACTIONS - {"create"}))
def test_nothing_but_a_create_makes_a_record(action: str) -> None:
    with pytest.raises(Trouble) as caught:
        fold(None, operation(action, {}), "b.1.1")
    assert caught.value.problem is Problem.RECORD_UNKNOWN


def test_every_action_is_folded_and_none_that_is_unheard_of() -> None:
    assert [action for action in ACTIONS if readable(operation(action, {})) is not None] == []
    assert readable(operation("dance", {})) is Problem.ACTION_UNKNOWN


def test_of_one_journals_writes_at_one_time_the_later_stands() -> None:
    state = created({"main_need": "1"})
    for seq in range(2, 12):
        state = fold(state, operation("set", {"main_need": f"{seq}"}, saved_at=RECEIVED), f"a.1.{seq}", RECEIVED)
    assert state.fields["main_need"] == "11"
