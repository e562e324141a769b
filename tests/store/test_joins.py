"""Persons registered twice: joined they are listed, counted and found once; parted they are what they were."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from chasqui_desktop.book import Area, DeliveryFilter, PeopleFilter, Period
from chasqui_desktop.store import records
from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.state import State
from tests.helpers.laptop import EDITION, NODE, Laptop, answers, reference_states
from tests.helpers.reference_headquarters import ReferenceHeadquarters
from tests.store.test_agreement import InTheField


def register(laptop: Laptop, given: str, **fields: Any) -> str:
    laptop.world.now += 1000
    return laptop.store.book.register(answers(given, **fields)).record


def listed(laptop: Laptop, text: str = "") -> list[str]:
    return [row.record for row in laptop.store.book.people(text, PeopleFilter.ALL, 0, 100).rows]


def state(laptop: Laptop, record: str) -> State:
    with transaction(laptop.store._connection) as connection:
        held = records.held(connection, record)
    assert held is not None
    return held.state


@pytest.fixture
def two(laptop: Laptop) -> tuple[str, str]:
    one = register(laptop, "Yusmary", group="migrant", document={"scheme": "ce", "number": "001234567"})
    return one, register(laptop, "Yusmari", phones=[{"number": "+51987654321"}])


def test_who_was_joined_is_listed_and_counted_once_and_both_records_stay(laptop: Laptop, two: tuple[str, str]) -> None:
    book = laptop.store.book
    assert (book.quota(EDITION).total, book.counts().today) == (2, 2)
    book.joined(*two)
    assert listed(laptop) == [two[1]]
    assert (book.quota(EDITION).total, book.quota(EDITION).counted) == (1, 1)
    tally = book.tally(EDITION, Area.EDITION, None, Period.EDITION)
    assert (tally.registered.counted, tally.registered.others, tally.quota.total) == (1, 0, 1)
    assert book.counts().laptop == 1
    assert book.people_counts()[PeopleFilter.ALL] == 1
    assert state(laptop, two[0]).fields["given_names"] == "Yusmary"
    assert book.person(two[1]).joined == (two[0],)
    assert book.person(two[0]).fields["given_names"] == "Yusmary"


def test_she_is_found_by_what_stands_in_either_record(laptop: Laptop, two: tuple[str, str]) -> None:
    codes = [state(laptop, record).fields["code"] for record in two]
    laptop.store.book.joined(*two)
    for text in ("yusmary", "yusmari", "4567", "54321", *codes):
        assert listed(laptop, text) == [two[1]], text


def test_what_is_known_of_her_comes_from_both(laptop: Laptop, two: tuple[str, str]) -> None:
    laptop.store.book.joined(*two)
    person = laptop.store.book.person(two[1])
    assert person.fields["document"] == {"scheme": "ce", "number": "001234567"}
    assert person.fields["given_names"] == "Yusmari"


def test_parted_each_is_what_it_was_with_what_came_meanwhile(laptop: Laptop, two: tuple[str, str]) -> None:
    book = laptop.store.book
    before = [state(laptop, record).fields for record in two]
    book.joined(*two)
    laptop.world.now += 1000
    book.amend(two[1], {"main_need": "loan"}, {})
    book.amend(two[0], {"sector": "food"}, {})
    assert book.person(two[1]).fields["sector"] == "food"
    book.parted(*two)
    assert sorted(listed(laptop)) == sorted(two)
    assert state(laptop, two[0]).fields == {**before[0], "sector": "food"}
    assert state(laptop, two[1]).fields == {**before[1], "main_need": "loan"}
    assert listed(laptop, "4567") == [two[0]]
    assert book.quota(EDITION).total == 2
    assert book.person(two[0]).joined == ()


def test_what_is_written_into_the_record_that_is_not_listed_waits_to_be_sent_under_the_one_that_is(
    laptop: Laptop, two: tuple[str, str]
) -> None:
    book = laptop.store.book
    book.joined(*two)
    laptop.receipted()
    assert (book.counts().laptop, book.counts().headquarters) == (0, 1)
    book.amend(two[0], {"sector": "food"}, {})
    assert (book.counts().laptop, book.counts().headquarters) == (1, 0)
    assert [row.record for row in book.deliveries(DeliveryFilter.TO_SEND, 0, 9)] == [two[1]]


def test_a_consent_withdrawn_after_the_join_is_withdrawn_in_both_records(laptop: Laptop, two: tuple[str, str]) -> None:
    book = laptop.store.book
    book.joined(*two)
    book.withdraw(two[1], "programme")
    book.parted(*two)
    assert [state(laptop, record).fields["consent_programme"] for record in two] == [False, False]


def test_who_is_joined_with_somebody_deleted_stands_for_herself(laptop: Laptop, two: tuple[str, str]) -> None:
    book = laptop.store.book
    book.joined(*two)
    book.deleted(two[1])
    assert listed(laptop) == [two[0]]
    assert "phones" not in book.person(two[0]).fields
    book.restored(two[1])
    assert listed(laptop) == [two[1]]
    book.deleted(two[0])
    assert listed(laptop) == [two[1]]
    assert "document" not in book.person(two[1]).fields


@pytest.mark.parametrize("order", list(permutations([0, 1, 2])))
def test_a_chain_is_one_person_in_whatever_order_it_was_made(laptop: Laptop, order: tuple[int, ...]) -> None:
    three = [register(laptop, given) for given in ("Ana", "Bea", "Cira")]
    pairs = [(three[0], three[1]), (three[1], three[2]), (three[0], three[2])]
    for at in order[:2]:
        laptop.store.book.joined(*pairs[at])
    assert len(listed(laptop)) == 1
    assert all(listed(laptop, name) == listed(laptop) for name in ("ana", "bea", "cira"))
    laptop.store.book.joined(*pairs[order[2]])
    with transaction(laptop.store._connection) as connection:
        acts = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
    assert acts == 5, "who is one person already needs no third join"


def test_parting_the_middle_of_a_chain_leaves_the_rest_together(laptop: Laptop) -> None:
    ana, bea, cira = (register(laptop, given) for given in ("Ana", "Bea", "Cira"))
    laptop.store.book.joined(ana, bea)
    laptop.store.book.joined(bea, cira)
    laptop.store.book.parted(bea, cira)
    assert sorted(listed(laptop)) == sorted([bea, cira])
    assert listed(laptop, "ana") == [bea]


def test_nobody_is_joined_with_who_is_not_there(laptop: Laptop, two: tuple[str, str]) -> None:
    with pytest.raises(KeyError):
        laptop.store.book.joined(two[0], "ff" * 16)


def test_a_record_that_leaves_this_laptop_leaves_the_other_for_herself(laptop: Laptop, two: tuple[str, str]) -> None:
    laptop.store.book.joined(*two)
    sent = laptop.store.exchange.standing()
    laptop.told(gone=[two[1]], own={sent.incarnation: sent.seq})
    assert listed(laptop) == [two[0]]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[InTheField, InTheField]]:
    """Two laptops of one office at one headquarters, with their reference records."""
    headquarters = ReferenceHeadquarters(NODE)
    for number, reference in enumerate(reference_states(), 1):
        reference.at = headquarters.memory.position = number
        headquarters.memory.states[reference.id] = reference
    laptops = (InTheField(headquarters, tmp_path, 0), InTheField(headquarters, tmp_path, 1))
    yield laptops
    for one in laptops:
        one.laptop.store.close()


def agree(office: tuple[InTheField, InTheField]) -> None:
    for _ in range(2):
        for one in office:
            one.round()
    assert office[0].held() == office[1].held()
    assert listed(office[0].laptop) == listed(office[1].laptop)


def test_two_who_join_each_into_the_other_at_once_have_one_person_and_either_can_part_her(
    office: tuple[InTheField, InTheField],
) -> None:
    one, other = office
    ana, bea = register(one.laptop, "Ana"), register(one.laptop, "Bea")
    agree(office)
    one.laptop.store.book.joined(ana, bea)
    other.laptop.store.book.joined(bea, ana)
    agree(office)
    assert listed(one.laptop) == [min(ana, bea)]
    other.laptop.store.book.parted(ana, bea)
    agree(office)
    assert sorted(listed(one.laptop)) == sorted([ana, bea])


def test_a_join_beside_a_deletion_and_a_withdrawal_loses_neither(office: tuple[InTheField, InTheField]) -> None:
    one, other = office
    ana, bea = register(one.laptop, "Ana"), register(one.laptop, "Bea")
    agree(office)
    one.laptop.store.book.joined(ana, bea)
    other.laptop.store.book.withdraw(ana, "programme")
    agree(office)
    assert other.laptop.store.book.person(bea).fields["consent_programme"] is False
    cira = register(one.laptop, "Cira")
    agree(office)
    one.laptop.store.book.joined(bea, cira)
    other.laptop.store.book.deleted(cira)
    agree(office)
    assert listed(one.laptop) == [bea]


def test_an_edit_by_somebody_who_does_not_know_of_the_join_lands_where_it_was_meant_and_is_seen(
    office: tuple[InTheField, InTheField],
) -> None:
    one, other = office
    ana, bea = register(one.laptop, "Ana"), register(one.laptop, "Bea", email="old@b.pe")
    agree(office)
    one.laptop.store.book.joined(ana, bea)
    other.laptop.world.now = one.laptop.world.now + 60_000
    other.laptop.store.book.amend(ana, {"email": "new@b.pe"}, {})
    agree(office)
    assert one.laptop.store.book.person(bea).fields["email"] == "new@b.pe"
    assert state(one.laptop, bea).fields["email"] == "old@b.pe"
    assert not state(one.laptop, ana).open
    assert wire.decode(wire.encode(state(one.laptop, ana)), State) == state(one.laptop, ana)
