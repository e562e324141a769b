"""Who on this laptop may be the person being typed: found among many, kept in step with the records, decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from chasqui_desktop.book import LookAlikes
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.extracted import extracted
from chasqui_desktop.store.tables import record, search_alike
from chasqui_sync import wire
from chasqui_sync.core.fold import Head, State
from chasqui_sync.core.likeness import Band, Reason
from tests.helpers.laptop import EDITION, NOON, POINT, Laptop, answers
from tests.helpers.pairs import pairs

ROSA: dict[str, Any] = {
    "given_names": "Rosa Elena",
    "paternal_surname": "Quispe",
    "maternal_surname": "De la Cruz",
    "document": {"scheme": "dni", "number": "10117410"},
    "phones": [{"number": "+51987654321", "owner": "own"}],
    "birth_date": "1988-03-12",
}
NOBODY = frozenset[str]()


def register(laptop: Laptop, **fields: Any) -> str:
    return laptop.store.book.register({**answers(), **fields}).record


def ask(laptop: Laptop, but_for: frozenset[str] = NOBODY, **fields: Any) -> LookAlikes:
    found = laptop.store.book.look_alikes(fields, but_for)
    assert found is not None
    return found


def written_keys(laptop: Laptop) -> Sequence[str]:
    """Read every key the file holds, also of those who are gone from it."""
    with transaction(laptop.store._connection) as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.kept USING fts5vocab(main, search_alike, row)")
        keys = connection.exec_driver_sql("SELECT term FROM temp.kept").scalars().all()
        connection.exec_driver_sql("DROP TABLE temp.kept")
    return keys


def kept_keys(laptop: Laptop) -> set[tuple[int, str]]:
    """Ask for every key there is, of anybody, which of the records is found by it."""
    keys = written_keys(laptop)
    with transaction(laptop.store._connection) as connection:
        found = search_alike.c.search_alike
        return {
            (number, key)
            for key in keys
            for number in connection.execute(
                select(search_alike.c.rowid).where(found.op("MATCH")(f'"{key}"'))
            ).scalars()
        }


def keys_there_should_be(laptop: Laptop) -> set[tuple[int, str]]:
    with transaction(laptop.store._connection) as connection:
        rows = connection.execute(select(record.c.number, record.c.state)).all()
    by = {row.number: extracted(wire.state_of(msgspec.Raw(row.state)))[1] for row in rows}
    return {(number, key) for number, found in by.items() if found is not None for key in found.alike.split()}


def told(name: str, *, deleted: bool = False, **fields: Any) -> State:
    kept = {"code": "GE26-0000-0000", "edition": EDITION, **fields}
    return State(
        id=name * 32, kind="entrepreneur", scope="02" * 16, fields=kept, head=Head("o.1.1", NOON), at=9, deleted=deleted
    )


@pytest.mark.parametrize(
    "typed",
    [
        {"document": {"scheme": "dni", "number": "10117410"}},
        {
            "document": {"scheme": "cedula_ve", "number": "V-10117410"},
            "given_names": "rosa",
            "paternal_surname": "QISPE",
        },
        {"ruc": "10101174102"},
        {"phones": [{"number": "+51987654321"}], "given_names": "Rosa", "paternal_surname": "Quispe"},
        {
            "given_names": "Elena Roza",
            "paternal_surname": "Cruz",
            "maternal_surname": "Kispe",
            "birth_date": "1988-12-03",
        },
        {"given_names": "Rosa Elena", "paternal_surname": "Quispe", "birth_date": "1989-03-12", "gender": "woman"},
        {"document": {"scheme": "dni", "number": "20117410"}, "given_names": "Rosa", "paternal_surname": "Quispe"},
    ],
)  # fmt: skip - one telling a line
def test_she_is_found_however_she_is_told(laptop: Laptop, typed: dict[str, Any]) -> None:
    rosa = register(laptop, **ROSA)
    register(laptop, given_names="Pedro", paternal_surname="Quispe", birth_date="1988-03-11")
    [found] = ask(laptop, **typed).found
    assert (found.record, found.short_name, found.initials) == (rosa, "Rosa E. Q. C.", "RQ")
    assert (found.outreach_point, found.saved_at) == (POINT, NOON)
    assert found.band is not Band.NONE


def test_the_likest_comes_first_three_at_most_and_those_decided_about_are_passed_over(laptop: Laptop) -> None:
    same = register(laptop, **ROSA)
    near = [register(laptop, **{**ROSA, "document": {"scheme": "dni", "number": f"1011741{n}"}}) for n in (1, 2, 3)]
    found = [one.record for one in ask(laptop, **ROSA).found]
    assert found[0] == same
    assert len(found) == 3
    left = ask(laptop, frozenset({same, *near[:2]}), **ROSA).found
    assert [one.record for one in left] == [near[2]]


def test_who_was_registered_twice_is_found_once_by_what_either_record_says(laptop: Laptop) -> None:
    rosa, again = (
        register(laptop, **ROSA),
        register(laptop, given_names="Rosa", paternal_surname="Kiespe", ruc="10203040501"),
    )
    laptop.store.book.joined(again, rosa)
    by_ruc: dict[str, Any] = {"document": {"scheme": "dni", "number": "20304050"}}
    for typed in (ROSA, by_ruc):
        assert [one.record for one in ask(laptop, **typed).found] == [rosa]
    assert ask(laptop, frozenset({again}), **ROSA).found == ()


def test_a_telephone_somebody_else_has_is_named_though_nobody_is_alike(laptop: Laptop) -> None:
    register(laptop, **ROSA)
    daughter: dict[str, Any] = {"given_names": "Keyla", "paternal_surname": "Soto", "birth_date": "2006-01-30"}
    found = ask(laptop, phones=ROSA["phones"], **daughter)
    assert found == LookAlikes((), "Rosa E. Q. C.")
    assert ask(laptop, phones=[{"number": "+51987654322"}], **daughter) == LookAlikes((), "")


def test_nothing_is_looked_for_before_there_is_enough(laptop: Laptop) -> None:
    register(laptop, **ROSA)
    for typed in ({}, {"given_names": "Rosa", "paternal_surname": "Quispe"}):
        assert laptop.store.book.look_alikes(typed, NOBODY) is None


def test_one_that_was_deleted_or_left_this_laptop_is_not_found_and_leaves_no_key(laptop: Laptop) -> None:
    laptop.told(told("a", **ROSA), told("b", **ROSA))
    assert len(ask(laptop, **ROSA).found) == 2
    laptop.told(told("a", deleted=True, **ROSA), gone=["b" * 32])
    assert ask(laptop, **ROSA) == LookAlikes((), "")
    assert kept_keys(laptop) == set()


def test_no_key_of_one_who_was_erased_is_left_in_the_file(laptop: Laptop) -> None:
    def is_there() -> bool:
        with transaction(laptop.store._connection) as connection:
            blocks = connection.exec_driver_sql("SELECT block FROM search_alike_data").scalars().all()
        return key.encode() in b"".join(blocks)

    laptop.told(told("a", given_names="Rosa", paternal_surname="Quispe"))
    [key] = written_keys(laptop)
    laptop.told(told("b", given_names="Ana", paternal_surname="Soto"))
    assert is_there()
    laptop.told(msgspec.structs.replace(told("a", deleted=True), fields={}, erased=True))
    assert not is_there()


def test_the_keys_stay_in_step_with_what_is_saved_changed_told_and_forgotten(laptop: Laptop) -> None:
    rosa = register(laptop, **ROSA)
    laptop.told(*(told(letter, **ROSA) for letter in "abc"))
    seen = laptop.store.book.person(rosa).heads
    laptop.store.book.amend(rosa, {"birth_date": "1988-03-13", "maternal_surname": None, "ruc": "10101174102"}, seen)
    laptop.told(told("a", **{**ROSA, "given_names": "Ana"}), gone=["b" * 32])
    assert len({number for number, _ in kept_keys(laptop)}) == 3
    assert kept_keys(laptop) == keys_there_should_be(laptop)
    found = {one.record for one in ask(laptop, **{**ROSA, "given_names": "Ana", "document": None}).found}
    assert found == {"a" * 32}


def test_the_same_people_are_found_among_two_thousand_as_if_each_had_been_compared(laptop: Laptop) -> None:
    true = [pair for pair in pairs(300, 31) if pair.same]
    crowd = pairs(400, 32)
    records = {number: register(laptop, **pair.one) for number, pair in enumerate(true)}
    for pair in crowd:
        register(laptop, **pair.one)
    found = sum(
        records[number] in {one.record for one in ask(laptop, **pair.other).found} for number, pair in enumerate(true)
    )
    print(f"{found} of {len(true)} found in the register")  # noqa: T201 - the figure is what is asked for
    assert found >= 0.95 * len(true)


def test_that_she_is_somebody_else_goes_out_with_her_registration(laptop: Laptop) -> None:
    rosa = register(laptop, **ROSA)
    other = register(laptop, **ROSA, not_same_as=[rosa])
    run = laptop.store.exchange.run_after(laptop.incarnation, 1, 9, 2**20)
    assert run is not None
    [operation] = map(wire.decode_operation, run.operations)
    assert (operation.record, operation.action, operation.fields["not_same_as"]) == (other, "create", [rosa])
    assert operation.user == laptop.store.certified.user


def test_that_it_is_her_goes_out_with_what_was_changed_and_without_a_change_too(laptop: Laptop) -> None:
    rosa = register(laptop, **ROSA)
    seen = laptop.store.book.person(rosa).heads
    saved = laptop.store.book.amend(rosa, {"birth_date": "1988-03-13", "recognised": [NOON + 5]}, seen)
    again = laptop.store.book.amend(rosa, {"recognised": [NOON + 9]}, {})
    run = laptop.store.exchange.run_after(laptop.incarnation, 1, 9, 2**20)
    assert run is not None
    acts = [wire.decode_operation(one) for one in run.operations]
    assert [(act.action, act.fields) for act in acts] == [
        ("set", {"birth_date": "1988-03-13"}),
        ("add", {"recognised": [NOON + 5]}),
        ("add", {"recognised": [NOON + 9]}),
    ]
    assert (saved.seq, again.seq) == (3, 4)
    assert laptop.store.book.person(rosa).fields["recognised"] == [NOON + 5, NOON + 9]


def test_two_who_recognise_her_apart_are_no_conflict(laptop: Laptop) -> None:
    laptop.told(told("a", **ROSA, recognised=[NOON + 1]))
    laptop.store.book.amend("a" * 32, {"recognised": [NOON + 5]}, {})
    laptop.told(told("a", **ROSA, recognised=[NOON + 1, NOON + 3]))
    with transaction(laptop.store._connection) as connection:
        state = wire.state_of(
            msgspec.Raw(connection.execute(select(record.c.state).where(record.c.id == "a" * 32)).scalar_one())
        )
    assert state.fields["recognised"] == [NOON + 1, NOON + 3, NOON + 5]
    assert state.open == {}


def test_the_reasons_come_with_her(laptop: Laptop) -> None:
    register(laptop, **ROSA)
    [found] = ask(laptop, given_names="Rosa", paternal_surname="Quispe", phones=ROSA["phones"]).found
    assert found.reasons[:3] == (Reason.SAME_PHONE, Reason.GIVEN_NEARLY, Reason.SAME_SURNAME)
    assert found.given_names == "Rosa Elena"
