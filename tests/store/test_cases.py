"""What is to be reviewed: fields two wrote apart, people who may be one; listed, decided, gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from chasqui_desktop.book import Reading
from chasqui_desktop.cases import CaseFilter
from chasqui_sync import wire
from chasqui_sync.core.fold import Head, Rival, State
from chasqui_sync.core.problems import Trouble
from tests.helpers.laptop import EDITION, NOON, PARTNER, USER, Laptop, answers, reference_states

OTHERS = "0e" * 16
ROSA: dict[str, Any] = {
    "given_names": "Rosa Elena",
    "paternal_surname": "Quispe",
    "maternal_surname": "Mamani",
    "document": {"scheme": "dni", "number": "10117410"},
    "birth_date": "1988-03-12",
}
FIRST, SECOND = [{"number": "+51987650774"}], [{"number": "+51956120438"}]


def told(letter: str, *, promoter: str = USER, **fields: Any) -> State:
    kept = {"code": f"GE26-{letter.upper() * 4}-0000", "edition": EDITION, "promoter": promoter, **fields}
    return State(id=letter * 32, kind="entrepreneur", scope=PARTNER, fields=kept, head=Head("o.1.1", NOON), at=9)


def contended(letter: str = "a", **changed: Any) -> State:
    """Give a person whose telephone two wrote apart."""
    state = told(letter, **{**ROSA, "phones": SECOND, **changed})
    heads = {"phones": Head("o.1.7", NOON + 900), "sector": Head("q.1.3", NOON + 500)}
    return msgspec.structs.replace(
        state,
        fields={**state.fields, "sector": "clothing"},
        heads=heads,
        open={"phones": [Rival(FIRST, Head("p.1.4", NOON + 600))]},
    )


def listed(laptop: Laptop, chosen: CaseFilter = CaseFilter.ALL) -> list[tuple[str, str, str]]:
    return [case.key for case in laptop.store.book.cases(chosen, 0, 100).rows]


def compare(laptop: Laptop) -> None:
    while laptop.store.book.compare_some(3):
        pass


@pytest.fixture
def coordinator(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path / "coordinator", role="coordinator", user=OTHERS)
    laptop.told(*reference_states())
    yield laptop
    laptop.store.close()


def test_a_field_two_wrote_apart_is_listed_until_it_is_settled(laptop: Laptop) -> None:
    laptop.told(contended())
    [case] = laptop.store.book.cases(CaseFilter.ALL, 0, 100).rows
    assert case.key == ("a" * 32, "phones", "")
    assert (case.names, case.code, case.at) == (("Rosa E. Q. M.",), "GE26-AAAA-0000", NOON + 900)
    conflict = laptop.store.book.conflict("a" * 32, "phones")
    assert [(one.value, one.at) for one in conflict.values] == [(FIRST, NOON + 600), (SECOND, NOON + 900)]
    assert conflict.stands == 1
    assert [one.user for one in conflict.values] == [None, USER], "who registered her wrote on that laptop"
    assert [(one.field, one.value) for one in conflict.beside] == [("sector", "clothing")]
    assert laptop.store.book.person("a" * 32).contested == (("a" * 32, "phones"),)
    laptop.store.book.settle("a" * 32, "phones", FIRST, conflict.seen)
    assert listed(laptop) == []
    person = laptop.store.book.person("a" * 32)
    assert (person.fields["phones"], person.contested) == (FIRST, ())
    settled = laptop.store.book.conflict("a" * 32, "phones")
    assert [one.value for one in settled.values] == [FIRST]
    assert not settled.is_open


def test_a_value_that_came_while_one_decided_is_asked_about_again(laptop: Laptop) -> None:
    laptop.told(contended())
    seen = laptop.store.book.conflict("a" * 32, "phones").seen
    third = [{"number": "+51911111111"}]
    more = contended()
    more.open["phones"].append(Rival(third, Head("z.1.1", NOON + 700)))
    laptop.told(more)
    laptop.store.book.settle("a" * 32, "phones", FIRST, seen)
    assert listed(laptop) == [("a" * 32, "phones", "")]
    assert {str(one.value) for one in laptop.store.book.conflict("a" * 32, "phones").values} == {str(FIRST), str(third)}


def test_what_this_laptop_wrote_before_is_told_beside(laptop: Laptop) -> None:
    old = [{"number": "+51987650744"}]
    saved = laptop.store.book.register(answers(phones=old))
    name = f"{laptop.key.id}.{laptop.incarnation}.1"
    held = told("f", **answers(phones=SECOND))
    state = msgspec.structs.replace(
        held,
        id=saved.record,
        head=Head(name, NOON),
        heads={"phones": Head("o.1.7", NOON + 900)},
        open={"phones": [Rival(FIRST, Head("p.1.4", NOON + 600))]},
    )
    laptop.told(state, own={laptop.incarnation: 1})
    conflict = laptop.store.book.conflict(saved.record, "phones")
    assert conflict.before is not None
    assert (conflict.before.value, conflict.before.user, conflict.before.is_own) == (old, USER, True)
    assert [one.value for one in conflict.history] == [old, FIRST, SECOND]


def test_a_deleted_erased_or_departed_person_asks_nobody(laptop: Laptop) -> None:
    laptop.told(contended("a"), contended("b"), contended("c"))
    assert len(listed(laptop)) == 3
    erased = msgspec.structs.replace(told("b"), fields={}, deleted=True, erased=True)
    laptop.told(msgspec.structs.replace(contended("a"), deleted=True), erased, gone=["c" * 32])
    assert listed(laptop) == []
    with pytest.raises(KeyError):
        laptop.store.book.conflict("b" * 32, "phones")


def test_no_pair_names_somebody_who_departed_and_whoever_gets_her_row_is_compared(laptop: Laptop) -> None:
    laptop.told(told("a", **ROSA), told("b", **ROSA))
    compare(laptop)
    assert listed(laptop, CaseFilter.ALIKE) == [("a" * 32, "", "b" * 32)]
    laptop.told(gone=["b" * 32])
    assert laptop.store._connection.exec_driver_sql("SELECT count(*) FROM pair").scalar_one() == 0
    laptop.store._connection.rollback()
    laptop.told(told("c", **ROSA))
    compare(laptop)
    assert listed(laptop, CaseFilter.ALIKE) == [("a" * 32, "", "c" * 32)]


def test_the_list_is_paged_the_newest_first(coordinator: Laptop) -> None:
    many = [contended(letter, phones=SECOND) for letter in "abcdef"]
    for at, state in enumerate(many):
        state.heads["phones"] = Head("o.1.7", NOON + 1000 * (at + 1))
    coordinator.told(*many)
    book = coordinator.store.book
    found = [case.record[0] for offset in (0, 2, 4) for case in book.cases(CaseFilter.CHANGES, offset, 2).rows]
    assert "".join(found) == "fedcba"
    assert book.cases(CaseFilter.CHANGES, 4, 2).total == 6
    assert book.case_counts() == {CaseFilter.ALL: 6, CaseFilter.CHANGES: 6, CaseFilter.ALIKE: 0}


def test_a_promoter_is_asked_about_people_she_registered_a_coordinator_about_all(
    laptop: Laptop, coordinator: Laptop
) -> None:
    for each in (laptop, coordinator):
        each.told(contended("a"), contended("b", promoter=OTHERS), told("c", promoter=OTHERS, **ROSA))
        compare(each)
    assert set(listed(laptop, CaseFilter.CHANGES)) == {("a" * 32, "phones", "")}
    assert set(listed(coordinator, CaseFilter.CHANGES)) == {("a" * 32, "phones", ""), ("b" * 32, "phones", "")}
    assert set(listed(laptop, CaseFilter.ALIKE)) == {("a" * 32, "", "b" * 32), ("a" * 32, "", "c" * 32)}
    assert len(listed(coordinator, CaseFilter.ALIKE)) == 3


def test_two_who_may_be_one_are_found_a_few_at_a_time_and_joined(laptop: Laptop) -> None:
    laptop.told(*(told(letter, given_names=f"Persona {letter}") for letter in "bcde"), told("a", **ROSA))
    mine = laptop.store.book.register({**answers(), **ROSA, "birth_date": None}).record
    assert listed(laptop) == []
    compare(laptop)
    [case] = laptop.store.book.cases(CaseFilter.ALIKE, 0, 9).rows
    assert {case.record, case.other} == {mine, "a" * 32}
    assert case.percent == 99
    pair = laptop.store.book.pair(case.record, case.other)
    assert pair is not None
    assert {side.record for side in pair.sides} == {mine, "a" * 32}
    laptop.store.book.joined(mine, "a" * 32)
    assert listed(laptop) == []
    assert laptop.store.book.pair(case.record, case.other) is None
    laptop.store.book.parted(mine, "a" * 32)
    assert listed(laptop) == [case.key]
    compare(laptop)
    assert listed(laptop) == [case.key]


def test_two_people_are_not_asked_about_again_here_nor_where_it_is_heard(laptop: Laptop, coordinator: Laptop) -> None:
    for each in (laptop, coordinator):
        each.told(told("a", **ROSA), told("b", **ROSA))
        compare(each)
        assert listed(each) == [("a" * 32, "", "b" * 32)]
    laptop.store.book.not_the_same("a" * 32, "b" * 32)
    assert listed(laptop) == []
    assert laptop.store.book.person("b" * 32).fields["not_same_as"] == ["a" * 32]
    compare(laptop)
    assert listed(laptop) == []
    coordinator.told(told("b", **ROSA, not_same_as=["a" * 32]))
    compare(coordinator)
    assert listed(coordinator) == []


@pytest.mark.parametrize("first", ["a", "b"])
def test_a_decision_taken_back_asks_again_at_once_here_and_where_it_is_heard(
    laptop: Laptop, coordinator: Laptop, first: str
) -> None:
    one, other = first * 32, ("b" if first == "a" else "a") * 32
    for each in (laptop, coordinator):
        each.told(told("a", **ROSA), told("b", **ROSA))
        compare(each)
    laptop.store.book.not_the_same(one, other)
    assert laptop.store.book.pair(one, other) is None
    laptop.store.book.may_be_the_same(one, other)
    assert listed(laptop) == [("a" * 32, "", "b" * 32)]
    assert not laptop.store.book.person("b" * 32).fields.get("not_same_as")
    assert laptop.store.book.pair(one, other) is not None
    compare(laptop)
    assert listed(laptop) == [("a" * 32, "", "b" * 32)]
    coordinator.told(told("b", **ROSA, not_same_as=["a" * 32]))
    compare(coordinator)
    assert listed(coordinator) == []
    coordinator.told(told("b", **ROSA, not_same_as=[]))
    compare(coordinator)
    assert listed(coordinator) == [("a" * 32, "", "b" * 32)]


def test_of_several_decisions_only_the_one_taken_back_is_asked_about(laptop: Laptop) -> None:
    laptop.told(told("a", **ROSA), told("b", **ROSA), told("c", **ROSA))
    compare(laptop)
    for one in "ab":
        laptop.store.book.not_the_same(one * 32, "c" * 32)
    laptop.store.book.may_be_the_same("a" * 32, "c" * 32)
    assert sorted(listed(laptop)) == [("a" * 32, "", "b" * 32), ("a" * 32, "", "c" * 32)]
    assert laptop.store.book.person("c" * 32).fields["not_same_as"] == ["b" * 32]


def test_what_one_of_both_would_be_is_what_she_is_once_they_are_joined(laptop: Laptop) -> None:
    older = {**ROSA, "consent_programme": True, "consent_photos": True, "business_name": "Sabores"}
    later = {**ROSA, "given_names": "Rosa", "consent_programme": True, "consent_photos": False, "phones": FIRST}
    laptop.told(told("a", **older), told("b", **later))
    compare(laptop)
    pair = laptop.store.book.pair("b" * 32, "a" * 32)
    assert pair is not None
    assert pair.together["consent_photos"] is False, "the more protective answer stands"
    assert (pair.together["business_name"], pair.together["phones"]) == ("Sabores", FIRST), "nothing is left out"
    assert {side.fields["given_names"] for side in pair.sides} == {"Rosa", "Rosa Elena"}, "nothing is written yet"
    laptop.store.book.joined("b" * 32, "a" * 32)
    assert laptop.store.book.person("a" * 32).fields == pair.together


def test_people_who_are_alike_no_more_are_not_asked_about(laptop: Laptop) -> None:
    laptop.told(told("a", **ROSA), told("b", **ROSA))
    compare(laptop)
    other: dict[str, Any] = {"given_names": "Pedro", "document": {"scheme": "dni", "number": "44556677"}}
    laptop.told(told("b", **{**ROSA, **other, "birth_date": "1999-01-30"}))
    compare(laptop)
    assert listed(laptop) == []


def test_while_nothing_may_be_read_nothing_is_listed_compared_or_told(laptop: Laptop) -> None:
    laptop.told(contended("a"), told("b", **ROSA))
    assert laptop.store.book.contact(wire.READ_LOCKED) is Reading.REVOKED
    assert listed(laptop) == []
    assert laptop.store.book.case_counts()[CaseFilter.ALL] == 0
    assert not laptop.store.book.compare_some(5)
    for ask in (lambda: laptop.store.book.conflict("a" * 32, "phones"), lambda: laptop.store.book.pair("a", "b")):
        with pytest.raises(Trouble):
            ask()
