"""What the engine asks of the store: runs, answers, cursors, each in one transaction."""

from __future__ import annotations

from string import ascii_lowercase

import msgspec
import pytest

from chasqui_desktop.book import PeopleFilter, Post
from chasqui_desktop.store import records
from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.fold import Head, State
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import NOON, PARTNER, Laptop, answers


def held_bytes(laptop: Laptop, record: str) -> bytes:
    with transaction(laptop.store._connection) as connection:
        statement = "SELECT state FROM record WHERE id = ?"
        return bytes(connection.exec_driver_sql(statement, (record,)).scalar_one())


def own_state(laptop: Laptop, record: str) -> State:
    with transaction(laptop.store._connection) as connection:
        held = records.held(connection, record)
    assert held is not None
    return held.state


def test_a_new_laptop_has_fetched_nothing_and_is_alive_for_the_first_time(laptop: Laptop) -> None:
    standing = laptop.store.exchange.standing()
    assert (standing.seq, standing.receipted, standing.cursor, standing.epoch) == (0, 0, "c", "e1")
    assert standing.device == laptop.key.id
    assert len(standing.incarnation) == 8
    start = wire.genesis(standing.device, standing.incarnation)
    assert laptop.store.exchange.heads(standing.incarnation, [0]) == {0: start}
    assert laptop.store.exchange.run_after(standing.incarnation, 0, 10, 1000) is None


def test_a_run_holds_the_journals_own_bytes_and_no_more_than_asked(laptop: Laptop) -> None:
    exchange = laptop.store.exchange
    for _ in range(5):
        laptop.store.book.register(answers())
    whole = exchange.run_after(laptop.incarnation, 0, 100, 2**30)
    assert whole is not None
    assert len(whole.operations) == 5
    sizes = [len(operation) + 1 for operation in whole.operations]
    for most_operations, most_bytes, expected in (
        (2, 2**30, 2),
        (100, sum(sizes[:3]), 3),
        (100, sum(sizes[:3]) - 1, 2),
        (100, 1, 1),
        (0, 0, 1),
    ):  # fmt: skip - a table
        run = exchange.run_after(laptop.incarnation, 0, most_operations, most_bytes)
        assert run is not None
        assert run.operations == whole.operations[:expected]
    rest = exchange.run_after(laptop.incarnation, 3, 100, 2**30)
    assert rest is not None
    assert (rest.first, rest.operations) == (4, whole.operations[3:])
    assert rest.previous == wire.chain(whole.previous, 1, whole.operations[:3])
    assert exchange.run_after(laptop.incarnation, 5, 100, 2**30) is None


def test_headquarters_state_is_kept_byte_for_byte(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    state = own_state(laptop, saved.record)
    told = b' {"future":{"x":1},' + wire.encode(msgspec.structs.replace(state, at=77))[1:]
    page = wire.Page(
        records=[msgspec.Raw(told)], cursor="next", complete=True, own={laptop.store.exchange.standing().incarnation: 1}
    )
    assert laptop.store.exchange.take_answer(None, b"", page, "e2", NOON + 5) == 0
    assert held_bytes(laptop, saved.record) == told
    standing = laptop.store.exchange.standing()
    assert (standing.cursor, standing.epoch) == ("next", "e2")


def test_only_what_others_wrote_counts_as_received(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    own = own_state(laptop, saved.record)
    incarnation = laptop.store.exchange.standing().incarnation
    elsewhere = Head("ab" * 8 + ".1.1", NOON)
    edited = msgspec.structs.replace(own, heads={"email": elsewhere}, fields={**own.fields, "email": "a@b.pe"})
    foreign = msgspec.structs.replace(own, id="77" * 16, head=elsewhere)
    assert laptop.told(own, own={incarnation: 1}) == 0
    assert laptop.told(edited, foreign, own={incarnation: 1}) == 2


def test_own_operations_that_are_not_in_a_page_are_folded_over_it(laptop: Laptop) -> None:
    book = laptop.store.book
    saved = book.register(answers())
    first = own_state(laptop, saved.record)
    incarnation = laptop.store.exchange.standing().incarnation
    book.amend(saved.record, {"email": "mine@x.pe"}, {})
    office = Head("office.1.1", NOON + 1)
    theirs = msgspec.structs.replace(first, fields={**first.fields, "sector": "food"}, heads={"sector": office}, at=5)
    laptop.told(theirs, own={incarnation: 1})
    person = book.person(saved.record)
    assert (person.fields["sector"], person.fields["email"]) == ("food", "mine@x.pe")
    assert person.heads["sector"] == "office.1.1"
    laptop.told(theirs, own={incarnation: 2})
    assert "email" not in book.person(saved.record).fields


def test_an_operation_headquarters_cannot_take_blocks_no_other(laptop: Laptop) -> None:
    book = laptop.store.book
    saved = book.register(answers())
    state = own_state(laptop, saved.record)
    book.amend(saved.record, {"email": "mine@x.pe"}, {})
    # by a page that holds none of our own, the record's creation meets a record
    laptop.told(msgspec.structs.replace(state, at=5))
    assert book.person(saved.record).fields["email"] == "mine@x.pe"


def test_what_this_version_does_not_know_is_kept_and_shown_nowhere(laptop: Laptop) -> None:
    strange = State(
        id="0c" * 16,
        kind="from_the_future",
        scope=PARTNER,
        fields={"phones": 7, "given_names": ["x"]},
        head=Head("x.1.1", NOON),
        schema=9,
        at=3,
    )  # fmt: skip - one record
    odd = msgspec.structs.replace(strange, id="0d" * 16, kind="entrepreneur", fields={"home_district": "Comas"})
    assert laptop.told(strange, odd) == 2
    assert held_bytes(laptop, strange.id) == wire.encode(strange)
    assert laptop.store.book.people("", PeopleFilter.ALL, 0, 9).total == 1
    assert laptop.store.book.person(odd.id).post is Post.HEADQUARTERS


def test_what_left_the_scope_or_was_deleted_is_found_no_more(laptop: Laptop) -> None:
    book = laptop.store.book
    gone, deleted, kept = (book.register(answers()) for _ in range(3))
    tombstone = msgspec.structs.replace(own_state(laptop, deleted.record), deleted=True)
    incarnation = laptop.store.exchange.standing().incarnation
    assert laptop.told(tombstone, gone=[gone.record, "ff" * 16], own={incarnation: 3}) == 1
    for text in ("", "yus", "rondon", gone.code, deleted.code):
        found = {row.record for row in book.people(text, PeopleFilter.ALL, 0, 9).rows}
        assert found <= {kept.record}
    with pytest.raises(KeyError):
        book.person(gone.record)
    assert laptop.store.exchange.standing().seq == 3


def test_a_record_that_comes_back_is_ours_again(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    state = own_state(laptop, saved.record)
    incarnation = laptop.store.exchange.standing().incarnation
    laptop.told(gone=[saved.record])
    laptop.told(state, own={incarnation: 1})
    assert laptop.store.book.person(saved.record).post is Post.LAPTOP


def test_a_false_receipt_takes_its_page_and_cursor_with_it(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    state = msgspec.structs.replace(own_state(laptop, saved.record), id="0a" * 16)
    receipt = msgspec.structs.replace(laptop.receipt(1), head="00" * 32)
    page = wire.Page(records=[msgspec.Raw(wire.encode(state))], cursor="later", complete=True)
    with pytest.raises(Trouble) as caught:
        laptop.store.exchange.take_answer(receipt, b"", page, "e9", NOON + 1)
    assert caught.value.problem is Problem.RECEIPT_FALSE
    standing = laptop.store.exchange.standing()
    assert (standing.cursor, standing.epoch, standing.receipted) == ("c", "e1", 0)
    with pytest.raises(KeyError):
        laptop.store.book.person("0a" * 16)


def test_a_rewind_waits_again_for_what_headquarters_forgot(laptop: Laptop) -> None:
    exchange = laptop.store.exchange
    saved = [laptop.store.book.register(answers()) for _ in range(4)]
    laptop.receipted(upto=2)
    laptop.receipted(upto=4, verdicts=[(4, 414)])
    assert exchange.standing().receipted == 4
    exchange.rewind(laptop.incarnation, 2)
    standing = exchange.standing()
    assert (standing.receipted, standing.waiting) == (2, 2)
    posts = [laptop.store.book.person(one.record).post for one in saved]
    assert posts == [Post.HEADQUARTERS, Post.HEADQUARTERS, Post.LAPTOP, Post.LAPTOP]
    exchange.rewind(laptop.incarnation, 0)
    assert exchange.standing().receipted == 0


def test_challenge_cursor_and_incarnation_outlive_locking(laptop: Laptop) -> None:
    assert laptop.store.exchange.challenge() is None
    laptop.store.exchange.keep_challenge("c0ffee")
    laptop.store.book.register(answers())
    before = laptop.store.exchange.standing()
    laptop.reopen()
    assert laptop.store.exchange.challenge() == "c0ffee"
    assert laptop.store.exchange.standing() == before
    assert laptop.store.identity.seed == b"d" * 32


def named(number: int) -> str:
    return f"Ana{ascii_lowercase[number // 26]}{ascii_lowercase[number % 26]}"


def crowd(count: int) -> wire.Page:
    """Give a page of so many people that others registered."""
    states = [
        State(
            id=f"{number:032x}",
            kind="entrepreneur",
            scope=PARTNER,
            fields={"code": f"GE26-AAAA-{number:04}", "given_names": named(number), "from_the_future": [number]},
            head=Head(f"{'ab' * 8}.1.{number}", NOON),
            at=number,
        )
        for number in range(1, count + 1)
    ]
    return wire.Page(records=[msgspec.Raw(wire.encode(state)) for state in states], cursor="n", complete=True)


def test_each_person_of_a_large_page_is_listed_and_found_by_name_and_number(laptop: Laptop) -> None:
    count = 300
    assert laptop.store.exchange.take_answer(None, b"", crowd(count), "e1", NOON) == count
    people = laptop.store.book.people
    assert people("", PeopleFilter.ALL, 0, 1).total == count
    for number in range(1, count + 1):
        for text in (named(number), f"{number:04}"):
            [row] = people(text, PeopleFilter.ALL, 0, 2).rows
            assert row.code == f"GE26-AAAA-{number:04}"


def test_a_page_made_ready_is_taken_as_the_page_itself(laptop: Laptop) -> None:
    exchange, people = laptop.store.exchange, laptop.store.book.people
    page = crowd(3)
    ready = exchange.made_ready(page)
    assert (ready.records, ready.cursor, ready.complete) == (page.records, page.cursor, page.complete)
    assert exchange.take_answer(None, b"", ready, "e1", NOON) == 3
    taken = people("", PeopleFilter.ALL, 0, 9)
    assert [held_bytes(laptop, row.record) for row in taken.rows] == [bytes(raw) for raw in page.records]
    assert exchange.take_answer(None, b"", page, "e1", NOON) == 3
    assert people("", PeopleFilter.ALL, 0, 9) == taken
