"""Whatever the order in which laptops' journals arrive, a record comes to the same bytes."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chasqui_sync.core.fold import fold
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.state import DELETED, RECORD, Head, State
from tests.helpers.histories import KIND, RECEIVED, RECORD_ID, SCOPE, Written, another_order, arrived, history

_encode = msgspec.json.Encoder(order="deterministic").encode


def act(action: str, fields: dict[str, Any] | None = None, saved_at: int = 1000, **seen: str) -> Operation:
    """One act on the record of these tests; ``seen`` by field."""
    return about(seen, action, fields, saved_at)


def about(seen: dict[str, str], action: str, fields: dict[str, Any] | None = None, saved_at: int = 1000) -> Operation:
    """One act that has seen what no keyword can name."""
    return Operation(
        kind=KIND,
        record=RECORD_ID,
        action=action,
        fields=fields or {},
        seen=seen,
        user="m",
        scope=SCOPE,
        saved_at=saved_at,
    )  # fmt: skip - eight short values


def told(*acts: tuple[str, Operation]) -> State:
    """Fold acts in the order in which they are given."""
    state: State | None = None
    for name, operation in acts:
        state = fold(state, operation, name, RECEIVED)
    assert state is not None
    return state


CREATED = ("a.1.1", act("create", {"email": "old", "languages": ["es"], "consent_photos": None}))


@given(st.integers(0, 2**32), st.integers(2, 4), st.integers(2, 14))
@settings(max_examples=400)
def test_any_order_of_arrival_between_journals_gives_the_same_bytes(seed: int, devices: int, acts: int) -> None:
    chance = random.Random(seed)
    written = history(chance, "abcd"[:devices], acts)
    straight = arrived(written)
    for _ in range(3):
        assert _encode(arrived(another_order(chance, written))) == _encode(straight)


@given(st.integers(0, 2**32))
def test_no_operation_goes_into_a_record_twice(seed: int) -> None:
    chance = random.Random(seed)
    written = history(chance, "abc", 8)
    state = arrived(written)
    assert state is not None
    again = chance.choice([one for one in written if one.operation.action != "create"] or [None])
    if again is not None:
        with pytest.raises(Trouble) as caught:
            fold(state, again.operation, again.name, RECEIVED)
        assert caught.value.problem is Problem.WRITTEN_TWICE


@given(st.integers(0, 2**32))
def test_when_all_has_arrived_nothing_is_expected_any_more(seed: int) -> None:
    state = arrived(history(random.Random(seed), "abc", 10))
    assert state is not None
    assert not state.early


def test_who_overtakes_the_edit_it_has_seen_is_no_conflict_when_that_arrives() -> None:
    first, second = act("set", {"email": "from b"}, email="a.1.1"), act("set", {"email": "from c"}, email="b.1.1")
    early = told(CREATED, ("c.1.1", second))
    assert early.early == {"email": ["b.1.1"]}
    state = fold(early, first, "b.1.1", RECEIVED)
    assert state.fields["email"] == "from c"
    assert (state.open, state.early) == ({}, {})
    assert state == told(CREATED, ("b.1.1", first), ("c.1.1", second))


def test_who_is_overtaken_still_takes_the_place_of_what_it_had_seen_and_only_in_the_field_that_was_seen() -> None:
    overtaken = act("set", {"email": "from b", "main_need": "loan"}, email="d.1.1")
    late = act("set", {"email": "from d"}, email="a.1.1")
    state = told(
        CREATED, ("d.1.1", late), ("c.1.1", act("set", {"email": "from c"}, email="b.1.1")), ("b.1.1", overtaken)
    )
    assert state.fields["email"] == "from c"
    assert state.fields["main_need"] == "loan"
    assert state.open == {}


def test_who_claims_to_have_seen_the_future_of_each_other_still_leaves_one_value() -> None:
    one, other = act("set", {"email": "x"}, email="c.1.1"), act("set", {"email": "y"}, email="b.1.1 a.1.1")
    state = told(CREATED, ("b.1.1", one), ("c.1.1", other))
    assert state.head_of("email") is not None
    assert state.fields["email"] in {"x", "y", "old"}


def test_names_that_no_operation_can_have_are_not_waited_for() -> None:
    state = told(CREATED, ("b.1.1", act("set", {"email": "x"}, email="a.1.1 nonsense ../../etc x.y")))
    assert state.early == {}


def test_what_is_added_while_another_removes_it_stays_and_what_the_remover_had_seen_goes() -> None:
    added, removed = (
        act("add", {"languages": "qu"}, languages="a.1.1"),
        act("remove", {"languages": ["qu", "es"]}, languages="a.1.1"),
    )
    for order in ((("b.1.1", added), ("c.1.1", removed)), (("c.1.1", removed), ("b.1.1", added))):
        state = told(CREATED, *order)
        assert state.fields["languages"] == ["qu"]
    knowing = act("remove", {"languages": "qu"}, languages=state.seen_of("languages") or "")
    assert fold(state, knowing, "d.1.1", RECEIVED).fields["languages"] == []


def test_a_whole_list_by_somebody_who_saw_every_change_takes_their_place() -> None:
    state = told(CREATED, ("b.1.1", act("add", {"languages": "qu"}, languages="a.1.1")))
    whole = act("set", {"languages": ["ay"]}, languages=state.seen_of("languages") or "")
    state = fold(state, whole, "c.1.1", RECEIVED)
    assert state.fields["languages"] == ["ay"]
    assert (state.changes, state.open) == ({}, {})


def test_notes_of_two_who_do_not_know_of_each_other_are_both_kept_in_the_order_they_were_written() -> None:
    later = act("add", {"notes": [{"text": "Llamar", "user": "m", "at": 5}]}, 5000)
    earlier = act("add", {"notes": [{"text": "Vino", "user": "j", "at": 4}]}, 4000)
    for order in ((("b.1.1", later), ("c.1.1", earlier)), (("c.1.1", earlier), ("b.1.1", later))):
        assert [note["text"] for note in told(CREATED, *order).fields["notes"]] == ["Vino", "Llamar"]


def test_consent_given_again_by_somebody_who_knew_of_the_withdrawal_stands_whenever_the_others_arrive() -> None:
    withdrawn = ("b.1.1", act("withdraw", {"consent_photos": False}, consent_photos="a.1.1"))
    unknowing = ("c.1.1", act("set", {"consent_photos": True}, 9000, consent_photos="a.1.1"))
    again = ("d.1.1", act("set", {"consent_photos": True}, 2000, consent_photos="b.1.1"))
    states = [told(CREATED, *order) for order in ((withdrawn, unknowing, again), (withdrawn, again, unknowing))]
    assert states[0] == states[1]
    assert states[0].fields["consent_photos"] is True
    assert not states[0].overruled


def test_a_yes_stands_over_no_other_answer_that_did_not_know_of_it() -> None:
    emptied = ("b.1.1", act("set", {"consent_photos": None}, 1000, consent_photos="a.1.1"))
    agreed = ("c.1.1", act("set", {"consent_photos": True}, 9000, consent_photos="a.1.1"))
    for order in ((emptied, agreed), (agreed, emptied)):
        state = told(CREATED, *order)
        assert state.fields["consent_photos"] is None
        assert [rival.value for rival in state.open["consent_photos"]] == [True]


DELETION = about({RECORD: "a.1.1"}, "delete")


def test_an_edit_beside_a_deletion_is_kept_for_review_and_one_the_deleter_saw_is_not() -> None:
    edit = ("c.1.1", act("set", {"email": "new"}, 4000, email="a.1.1"))
    for order in ((("b.1.1", DELETION), edit), (edit, ("b.1.1", DELETION))):
        state = told(CREATED, *order)
        assert state.deleted
        assert state.fields["email"] == "new"
        assert state.edited_beside_deletion() == [Head("c.1.1", 4000)]
    seen = about({RECORD: " ".join(told(CREATED, edit).writers())}, "delete")
    assert told(CREATED, edit, ("b.1.1", seen)).edited_beside_deletion() == []


def test_a_deletion_that_does_not_say_what_it_saw_asks_nobody() -> None:
    state = told(CREATED, ("b.1.1", act("delete")), ("c.1.1", act("set", {"email": "new"}, email="a.1.1")))
    assert state.deleted
    assert state.edited_beside_deletion() == []


def test_who_has_seen_the_deletion_can_restore_the_record_with_what_came_meanwhile() -> None:
    edit = act("set", {"email": "new"}, email="a.1.1")
    state = told(CREATED, ("b.1.1", DELETION), ("c.1.1", edit))
    restored = fold(state, about({DELETED: state.seen_fates("delete") or ""}, "resolve"), "d.1.1", RECEIVED)
    assert not restored.deleted
    assert restored.fields["email"] == "new"
    beside = fold(restored, about({RECORD: "a.1.1"}, "delete"), "e.1.1", RECEIVED)
    assert beside.deleted


def test_who_confirms_a_deletion_having_seen_the_edit_leaves_nothing_to_review() -> None:
    state = told(CREATED, ("b.1.1", DELETION), ("c.1.1", act("set", {"email": "new"}, email="a.1.1")))
    confirmed = about({DELETED: state.seen_fates("delete") or "", RECORD: " ".join(state.writers())}, "delete")
    state = fold(state, confirmed, "d.1.1", RECEIVED)
    assert state.deleted
    assert state.edited_beside_deletion() == []
    assert [fate.head.operation for fate in state.fates] == ["d.1.1"]


def test_a_restoring_that_overtakes_its_deletion_is_no_deletion_when_that_arrives() -> None:
    state = told(CREATED, ("c.1.1", about({DELETED: "b.1.1"}, "resolve")), ("b.1.1", DELETION))
    assert not state.deleted
    assert not state.early


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_withdrawal_beside_a_deletion_is_folded_too(order: tuple[int, int]) -> None:
    acts = [("b.1.1", DELETION), ("c.1.1", act("withdraw", {"consent_photos": True}, consent_photos="a.1.1"))]
    state = told(CREATED, *(acts[at] for at in order))
    assert state.deleted
    assert state.fields["consent_photos"] is False


def test_the_history_these_tests_draw_holds_what_they_are_about() -> None:
    kinds: dict[str, int] = {}
    early = conflicts = 0
    for seed in range(200):
        chance = random.Random(seed)
        written: list[Written] = history(chance, "abc", 10)
        for one in written:
            kinds[one.operation.action] = kinds.get(one.operation.action, 0) + 1
        state: State | None = None
        for one in another_order(chance, written):
            state = arrived([one]) if state is None else _folded(state, one)
            early += bool(state and state.early)
        conflicts += bool(state and state.open)
    assert min(kinds.get(name, 0) for name in ("set", "add", "remove", "withdraw", "delete", "merge", "unmerge")) > 50
    assert early > 50
    assert conflicts > 20


def _folded(state: State, one: Written) -> State:
    try:
        return fold(state, one.operation, one.name, RECEIVED)
    except Trouble:
        return state


def test_an_erased_record_is_empty_whatever_comes_before_or_after_and_names_what_it_was_made_of() -> None:
    edit = ("c.1.1", act("set", {"email": "new"}, email="a.1.1"))
    beside = ("d.1.1", act("set", {"email": "other"}, email="a.1.1"))
    erasing = ("b.1.1", act("erase"))
    states = [
        told(CREATED, *order) for order in ((edit, beside, erasing), (erasing, beside, edit), (edit, erasing, beside))
    ]
    assert states[0] == states[1] == states[2]
    assert (states[0].fields, states[0].open, states[0].heads) == ({}, {}, {})
    assert states[0].erased
    assert states[0].deleted
    assert states[0].heard() == {"a.1.1", "b.1.1", "c.1.1", "d.1.1"}


def test_of_two_erasures_the_first_stands_in_either_order() -> None:
    acts = [("b.1.1", act("erase", saved_at=2000)), ("c.1.1", act("erase", saved_at=3000))]
    assert told(CREATED, *acts) == told(CREATED, *acts[::-1])


def test_no_restoring_brings_an_erased_record_back() -> None:
    state = told(CREATED, ("b.1.1", act("erase")), ("c.1.1", about({DELETED: "b.1.1"}, "resolve", {"email": "x"})))
    assert state.deleted
    assert state.fields == {}
