"""The lives of a journal: names in a new life, proved by properties."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.lives import (
    Life,
    Lives,
    branch_name,
    renamed_operation,
    renamed_seen,
    renamed_state,
    renaming,
)
from chasqui_sync.core.operations import Operation

ME, OTHER = "a" * 16, "b" * 16
bases = st.lists(st.integers(0, 20), max_size=3).map(lambda rest: [0, *sorted(rest)])


def lives_of(starts: list[int]) -> Lives:
    return Lives(ME, tuple(Life(f"i{place}", base) for place, base in enumerate(starts)))


@given(bases, st.integers(1, 40))
def test_a_name_and_a_number_lead_to_each_other(starts: list[int], number: int) -> None:
    lives = lives_of(starts)
    assert lives.number_of(lives.name(number)) == number


@given(bases, st.integers(0, 40), st.integers(1, 40))
def test_what_was_written_again_has_a_new_name_and_everything_else_keeps_its_own(
    starts: list[int], after: int, number: int
) -> None:
    before = lives_of(starts)
    renewed = before.renewed(after, "new")
    rename = renaming(before, renewed)
    old = before.name(number)
    assert (rename(old) == old) == (number <= after)
    assert renewed.number_of(rename(old)) == number
    for foreign in (f"{OTHER}.i0.{number}", f"{ME}.another.{number}", "nonsense", f"{ME}.i0.x"):
        assert rename(foreign) == foreign


@given(bases, st.integers(0, 40))
def test_no_two_operations_get_one_name(starts: list[int], after: int) -> None:
    before = lives_of(starts)
    rename = renaming(before, before.renewed(after, "new"))
    names = [rename(before.name(number)) for number in range(1, 60)]
    assert len(set(names)) == len(names)


def test_a_name_beyond_a_closed_life_is_another_copys() -> None:
    lives = lives_of([0, 5])
    assert lives.number_of(f"{ME}.i0.5") == 5
    assert lives.number_of(f"{ME}.i0.6") is None
    assert lives.number_of(f"{ME}.i1.1") == 6


def test_the_same_unsent_work_gives_the_same_incarnation_and_other_work_another() -> None:
    assert branch_name(b"x" * 32) == branch_name(b"x" * 32) != branch_name(b"y" * 32)
    assert len(branch_name(b"x" * 32)) == 8


edits = st.lists(st.tuples(st.sampled_from(["email", "sector"]), st.integers(0, 5), st.booleans()), max_size=8)


@given(edits, st.integers(0, 8))
def test_folding_and_renaming_may_change_places(script: list[tuple[str, int, bool]], after: int) -> None:
    before = lives_of([0])
    rename = renaming(before, before.renewed(after, "new"))

    def same(name: str) -> str:
        return name

    plain, renamed = _folded(script, before, same), _folded(script, before, rename)
    assert renamed == renamed_state(plain, rename)


def _folded(script: list[tuple[str, int, bool]], lives: Lives, rename: Any) -> State:
    """Write edits, each knowing what is on screen or nothing; times differ, so that no name decides."""
    state = fold(None, _act("create", {"email": 0}, {}, 1), rename(lives.name(1)), 10**6)
    for number, (field, value, knows) in enumerate(script, 2):
        seen = {field: names} if knows and (names := state.seen_of(field)) else {}
        state = fold(state, _act("set", {field: value}, seen, number), rename(lives.name(number)), 10**6)
    return state


def _act(action: str, fields: dict[str, Any], seen: dict[str, str], time: int) -> Operation:
    return Operation(
        kind="entrepreneur", record="r", action=action, fields=fields, seen=seen, user="u", scope="s", saved_at=time
    )


def test_an_operation_keeps_every_byte_that_names_nothing_renamed() -> None:
    lives = lives_of([0])
    rename = renaming(lives, lives.renewed(2, "new"))
    plain = b'{ "kind":"x", "seen":{"email":"' + f"{ME}.i0.2".encode() + b'"}, "of_a_newer_version": 1.50}'
    assert renamed_operation(plain, rename) == plain
    for odd in (b"no operation", b"[]", b"{}", b'{"seen":7}', b"\xff"):
        assert renamed_operation(odd, rename) == odd
    told = msgspec.json.decode(renamed_operation(plain.replace(b".2", b".3"), rename))
    assert told == {"kind": "x", "seen": {"email": f"{ME}.new.1"}, "of_a_newer_version": 1.5}
    both = {"email": f"{ME}.i0.2 {ME}.i0.4"}
    assert renamed_seen(both, rename) == {"email": f"{ME}.i0.2 {ME}.new.2"}
