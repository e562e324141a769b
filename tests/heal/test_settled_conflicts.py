"""A field two laptops wrote without a line: a person settles it on one of them, and nobody is asked on the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from chasqui_desktop.cases import CaseFilter
from chasqui_sync.server.storage import Storage
from tests.helpers.field import Traveller

Keep = Callable[[Traveller], Traveller]


def contested(one: Traveller) -> list[tuple[str, str]]:
    return [(case.record, case.field) for case in one.laptop.store.book.cases(CaseFilter.CHANGES, 0, 9).rows]


def apart(office: Storage, travels: Keep, folder: Path) -> tuple[Traveller, Traveller, str]:
    """Let two laptops change one person without a line."""
    one = travels(Traveller.enrolled(office, folder, 1))
    other = travels(Traveller.enrolled(office, folder, 2, role="coordinator"))
    [record] = one.register("Anyelis")
    for each in (one, other):
        each.drain()
    one.wait(1)
    one.amend(record, alternative_contact="hermana", sector="clothing")
    other.wait(2)
    other.amend(record, alternative_contact="tía")
    for each in (one, other, one, other):
        each.drain()
    return one, other, record


def test_a_conflict_is_settled_on_one_laptop_and_gone_on_the_other(
    office: Storage, travels: Keep, tmp_path: Path
) -> None:
    one, other, record = apart(office, travels, tmp_path)
    for each in (one, other):
        assert contested(each) == [(record, "alternative_contact")]
        conflict = each.laptop.store.book.conflict(record, "alternative_contact")
        assert [value.value for value in conflict.values] == ["hermana", "tía"]
        assert [value.is_own for value in conflict.values] == [each is one, each is other]
        assert [value.field for value in conflict.beside] == ["sector"]
    conflict = other.laptop.store.book.conflict(record, "alternative_contact")
    other.laptop.store.book.settle(record, "alternative_contact", "hermana", conflict.seen)
    assert contested(other) == []
    assert contested(one) == [(record, "alternative_contact")]
    for each in (other, one):
        each.drain()
        assert contested(each) == []
        assert each.laptop.store.book.person(record).fields["alternative_contact"] == "hermana"
        each.settled()


def test_what_both_settle_apart_is_asked_once_more_if_they_say_different_things(
    office: Storage, travels: Keep, tmp_path: Path
) -> None:
    one, other, record = apart(office, travels, tmp_path)
    for each, said in ((one, "hermana"), (other, "prima")):
        seen = each.laptop.store.book.conflict(record, "alternative_contact").seen
        each.laptop.store.book.settle(record, "alternative_contact", said, seen)
        assert contested(each) == []
    for each in (one, other, one):
        each.drain()
    for each in (one, other):
        values = each.laptop.store.book.conflict(record, "alternative_contact").values
        assert {value.value for value in values} == {"hermana", "prima"}
        seen = one.laptop.store.book.conflict(record, "alternative_contact").seen
    one.laptop.store.book.settle(record, "alternative_contact", "prima", seen)
    for each in (one, other):
        each.drain()
        assert contested(each) == []
        each.settled()


def test_two_registrations_are_joined_on_one_laptop_and_asked_about_on_neither(
    office: Storage, travels: Keep, tmp_path: Path
) -> None:
    one = travels(Traveller.enrolled(office, tmp_path, 1))
    other = travels(Traveller.enrolled(office, tmp_path, 2, role="coordinator"))
    for each in (one, other):
        [record] = each.register("Anyelis")
        each.amend(record, paternal_surname="Pérez", phones=[{"number": "+51987650774", "owner": "own"}])
    for each in (one, other, one):
        each.drain()
    for each in (one, other):
        while each.laptop.store.book.compare_some(5):
            pass
    [case] = one.laptop.store.book.cases(CaseFilter.ALIKE, 0, 9).rows
    assert [each.key for each in other.laptop.store.book.cases(CaseFilter.ALIKE, 0, 9).rows] == [case.key]
    one.laptop.store.book.joined(case.other, case.record)
    for each in (one, other):
        each.drain()
        assert each.laptop.store.book.case_counts()[CaseFilter.ALIKE] == 0
        assert each.names() == ["Anyelis"]
    one.laptop.store.book.parted(case.other, case.record)
    for each in (one, other):
        each.drain()
        assert each.laptop.store.book.case_counts()[CaseFilter.ALIKE] == 1
