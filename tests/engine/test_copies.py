"""Laptops restored from an image, and copies that both live: they heal by themselves, nothing lost, nothing doubled."""

from __future__ import annotations

import copy
from collections import Counter
from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from tests.engine.laptops import Laptop
from tests.engine.test_engine import headquarters, settled
from tests.helpers.reference_headquarters import ReferenceHeadquarters


def image(laptop: Laptop, name: str) -> Laptop:
    """Another laptop with the same key and everything on its disk."""
    other = Laptop(laptop.headquarters)
    other.store = copy.deepcopy(laptop.store)
    other.store.copy = name
    other.engine = other.started()
    return other


def register(laptop: Laptop, *records: str) -> None:
    for record in records:
        laptop.write("create", record, {"given_names": record, "consent_programme": True})


def test_an_image_without_work_of_its_own_goes_on_under_a_new_name_with_everything_that_was_sent() -> None:
    laptop = Laptop(headquarters())
    register(laptop, "a", "b")
    laptop.round()
    restored = image(laptop, "x")
    register(laptop, "c", "d")
    laptop.edit("a", "email", "a@b.pe")
    laptop.round()
    restored.round()
    assert restored.store.view() == laptop.store.view() == restored.headquarters.memory.states
    register(restored, "e")
    restored.edit("a", "email", "later@b.pe")
    restored.round()
    settled(restored)
    assert restored.store.incarnation != "1"
    assert restored.store.view()["a"].fields["email"] == "later@b.pe"
    assert not restored.store.view()["a"].open
    laptop.round()
    settled(laptop)


@pytest.mark.parametrize("unsent_before", [0, 3])
@pytest.mark.parametrize("unsent_after", [0, 4, 40])
def test_work_that_was_unsent_in_the_image_and_after_it_arrives_once(unsent_before: int, unsent_after: int) -> None:
    laptop = Laptop(headquarters())
    laptop.register(5)
    laptop.round()
    register(laptop, *(f"before{n}" for n in range(unsent_before)))
    restored = image(laptop, "x")
    laptop.register(50)
    laptop.round()
    register(restored, *(f"after{n}" for n in range(unsent_after)))
    if unsent_before:
        restored.edit("before0", "email", "x@y.pe")
        restored.edit("before0", "email", "z@y.pe")
    restored.round()
    settled(restored)
    office = restored.headquarters
    assert len(office.memory.states) == 55 + unsent_before + unsent_after
    assert sum(len(journal.operations) for journal in office.memory.journals.values()) == len(office.memory.states) + (
        2 if unsent_before else 0
    )
    if unsent_before:
        assert office.memory.states["before0"].fields["email"] == "z@y.pe"
        assert not office.memory.states["before0"].open


@pytest.mark.parametrize("at", [1, 2, 33, 1000, 1999])
def test_the_last_common_place_of_long_journals_is_found_in_few_greetings(at: int) -> None:
    laptop = Laptop(headquarters())
    register(laptop, *(f"r{n}" for n in range(at)))
    restored = image(laptop, "x")
    register(laptop, *(f"one{n}" for n in range(2000 - at)))
    laptop.round()
    register(restored, *(f"other{n}" for n in range(3000 - at)))
    restored.round()
    settled(restored)
    assert restored.road.carried.count("hello") <= 1 + 3
    assert len(restored.headquarters.memory.states) == 2000 + 3000 - at


def test_another_copy_that_sends_in_the_middle_of_a_round_is_noticed_before_its_names_are_taken_for_ours() -> None:
    laptop = Laptop(headquarters())
    register(laptop, "a")
    laptop.round()
    restored = image(laptop, "x")
    restored.round()
    # both are greeted; now the first writes on and sends
    register(laptop, "b")
    laptop.round()
    restored.round()
    assert restored.store.incarnation != "1"
    register(restored, "c")
    restored.round()
    settled(restored)
    laptop.round()
    settled(laptop)


def test_a_batch_that_meets_another_history_is_kept_apart_and_the_next_round_heals() -> None:
    laptop = Laptop(headquarters())
    laptop.round()
    restored = image(laptop, "x")
    restored.round()
    register(laptop, "b")
    laptop.round()
    register(restored, "c")
    with pytest.raises(Trouble) as caught:
        restored.round()
    assert caught.value.problem is Problem.JOURNAL_FORK
    restored.round()
    settled(restored)
    assert len(restored.headquarters.memory.states) == 2


def test_a_headquarters_that_cannot_compare_is_told_as_a_fork_and_nothing_is_written_again() -> None:
    laptop = Laptop(headquarters())
    register(laptop, "a")
    laptop.round()
    register(laptop, "b")
    restored = image(laptop, "x")
    register(laptop, "c", "e")
    laptop.round()
    register(restored, "d")

    class OfOld:
        """A road to a headquarters that knows nothing of marks."""

        def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
            return msgspec.structs.replace(laptop.road.hello(hello), agreed={}, receipts=[])

        push, fetch = laptop.road.push, laptop.road.fetch

    restored.road = OfOld()  # type: ignore[assignment]  # a road too
    restored.engine = restored.started()
    with pytest.raises(Trouble) as caught:
        restored.engine.round(restored.reports.append, lambda: False)
    assert caught.value.problem is Problem.JOURNAL_FORK
    assert restored.store.incarnation == "1"


def test_a_laptop_whose_receipted_end_headquarters_never_saw_begins_anew_and_loses_nothing() -> None:
    laptop = Laptop(headquarters())
    register(laptop, "a", "b", "c")
    laptop.round()
    journal = laptop.headquarters.memory.journals[laptop.key.id, "1"]
    journal.heads[-1] = bytes(32)
    laptop.engine = laptop.started()
    laptop.round()
    assert laptop.store.incarnation != "1"
    assert len(laptop.arrived()) == 3


WHO = st.integers(0, 2)
acts = st.one_of(
    st.tuples(st.just("write"), WHO),
    st.tuples(st.just("edit"), WHO),
    st.tuples(st.just("round"), WHO, st.lists(st.sampled_from(["ok", "request", "answer"]), max_size=3)),
    st.tuples(st.just("one request"), WHO),
    st.tuples(st.just("image"), WHO),
    st.tuples(st.just("put back"), WHO),
    st.tuples(st.just("restart"), WHO),
    st.tuples(st.just("backup"), WHO),
    st.tuples(st.just("restore"), WHO),
)


class Copies:
    """Three copies of one laptop, images of them, and a headquarters with a backup."""

    def __init__(self, *, knowingly: bool) -> None:
        self.office: ReferenceHeadquarters = headquarters(page_size=4)
        self.knowingly = knowingly
        first = Laptop(self.office)
        self.copies = [first, image(first, "b"), image(first, "c")]
        first.store.copy = "a"
        self.images = [copy.deepcopy(first.store)]
        self.backup = self.office.backup()
        self.count = 0

    def do(self, act: str, who: int, fates: list[str]) -> None:
        one = self.copies[who]
        self.count += 1
        if act == "write":
            register(one, f"r{self.count}")
        elif act == "edit" and one.store.view():
            one.edit(sorted(one.store.view())[self.count % len(one.store.view())], "email", f"v{self.count}")
        elif act in {"round", "one request"}:
            one.road.faults(*fates)
            with suppress(Trouble):
                one.round(1 if act == "one request" else None)
        elif act == "image":
            self.images.append(copy.deepcopy(one.store))
        elif act == "put back":
            one.store = copy.deepcopy(self.images[self.count % len(self.images)])
            one.store.copy = f"{'abc'[who]}{self.count}"
            one.engine = one.started()
        elif act == "restart":
            one.engine = one.started()
        elif act == "backup":
            self.backup = self.office.backup()
        elif act == "restore":
            self.office.restore(self.backup, knowingly=self.knowingly)

    def drain(self) -> None:
        for one in self.copies:
            one.road.faults()
        for _ in range(3):
            for one in self.copies:
                with suppress(Trouble):
                    one.round()

    def check(self) -> None:
        for one in self.copies:
            settled(one)
        arrived = Counter(data for journal in self.office.memory.journals.values() for data in journal.operations)
        contents = Counter(_content(data) for data in arrived.elements())
        assert set(contents.values()) <= {1}, "each act counts once"


def _content(data: bytes) -> tuple[str, str]:
    """What was written, whatever its author had seen: each act of these tests writes another value."""
    operation = wire.decode_operation(data)
    return operation.record, str(operation.fields)


@given(st.lists(acts, max_size=25))
def test_whatever_copies_and_images_do_all_they_hold_arrives_once_within_three_rounds(
    script: list[tuple[str, int, list[str]] | tuple[str, int]],
) -> None:
    copies = Copies(knowingly=True)
    for act, who, *fates in script:
        if act != "restore":
            copies.do(act, who, *(fates or [[]]))
    copies.drain()
    copies.check()
