"""How far a record has come is told by receipts alone."""

from __future__ import annotations

import pytest

from chasqui_desktop.book import Counts, DeliveryFilter, Post
from chasqui_sync.core.fold import Head, State
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.laptop import NOON, PARTNER, USER, Laptop, answers


def post(laptop: Laptop, record: str) -> Post:
    return laptop.store.book.person(record).post


def delivered(laptop: Laptop, chosen: DeliveryFilter) -> list[str]:
    return [row.record for row in laptop.store.book.deliveries(chosen, 0, 50)]


def told_person(name: str, promoter: str = USER, saved_at: int = NOON) -> State:
    fields = answers(promoter=promoter, code="GE26-0000-0000")
    return State(id=name, kind="entrepreneur", scope=PARTNER, fields=fields, head=Head("x.1.1", saved_at), at=9)


def test_each_level_moves_what_it_covers_and_nothing_else(laptop: Laptop) -> None:
    first, second = (laptop.store.book.register(answers()) for _ in range(2))
    for level, reached in (("hub", Post.OFFICE), ("hq", Post.HEADQUARTERS), ("durable", Post.DURABLE)):
        laptop.receipted(level, upto=1)
        assert post(laptop, first.record) is reached
        assert post(laptop, second.record) is Post.LAPTOP


def test_a_receipt_of_a_lower_level_takes_nothing_back(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    laptop.receipted("hq")
    laptop.receipted("hub")
    assert post(laptop, saved.record) is Post.HEADQUARTERS


def test_an_amendment_waits_again_until_a_receipt_covers_it(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    laptop.receipted(number=41)
    assert laptop.store.book.person(saved.record).receipt == "41"
    laptop.store.book.amend(saved.record, {"email": "y@x.pe"}, {})
    person = laptop.store.book.person(saved.record)
    assert (person.post, person.receipt, person.sent_at) == (Post.LAPTOP, None, None)
    laptop.world.now += 5000
    laptop.receipted(number=42)
    person = laptop.store.book.person(saved.record)
    assert (person.post, person.receipt, person.sent_at) == (Post.HEADQUARTERS, "42", NOON + 5000)


def test_the_receipt_shown_is_headquarters_first_one(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    laptop.receipted("hub", number=7)
    assert laptop.store.book.person(saved.record).receipt == "7"
    laptop.receipted("hq", number=8)
    laptop.receipted("hq", number=9)
    laptop.receipted("durable", number=10)
    assert laptop.store.book.person(saved.record).receipt in {"8", "10"}


def test_a_verdict_asks_for_attention_until_something_later_is_written(laptop: Laptop) -> None:
    saved, other = (laptop.store.book.register(answers()) for _ in range(2))
    laptop.receipted(verdicts=[(1, Problem.RULE_BROKEN.number)])
    person = laptop.store.book.person(saved.record)
    assert (person.post, person.problem) == (Post.ATTENTION, 414)
    assert delivered(laptop, DeliveryFilter.ATTENTION) == [saved.record]
    assert delivered(laptop, DeliveryFilter.RECEIPTED) == [other.record]
    laptop.store.book.amend(saved.record, {"email": "y@x.pe"}, {})
    assert post(laptop, saved.record) is Post.LAPTOP
    assert delivered(laptop, DeliveryFilter.TO_SEND) == [saved.record]


def test_the_numbers_of_the_strip_add_up(laptop: Laptop) -> None:
    book = laptop.store.book
    assert book.counts() == Counts(0, 0, 0, 0, 0, 0, None)
    for _ in range(2):
        book.register(answers())
    laptop.receipted("hq", verdicts=[(2, 414)])
    book.register(answers())
    laptop.receipted("hub")
    laptop.world.now += 86_400_000
    waiting = book.register(answers())
    book.amend(waiting.record, {"email": "y@x.pe"}, {})
    laptop.told(told_person("0a" * 16, saved_at=laptop.world.now), told_person("0b" * 16, promoter="other"))
    assert book.counts() == Counts(
        laptop=1, office=1, headquarters=3, attention=1, at_risk=2, today=2, last_receipt_at=NOON
    )


def test_today_begins_at_midnight_here(laptop: Laptop) -> None:
    midnight = NOON - NOON % 86_400_000
    for moment in (midnight - 1, midnight, NOON):
        laptop.told(told_person(f"{moment:032x}", saved_at=moment))
    assert laptop.store.book.counts().today == 2


def test_deliveries_are_what_this_laptop_wrote_the_latest_first(laptop: Laptop) -> None:
    first, second, third = (laptop.store.book.register(answers()) for _ in range(3))
    laptop.told(told_person("0a" * 16))
    laptop.store.book.amend(first.record, {"email": "y@x.pe"}, {})
    assert delivered(laptop, DeliveryFilter.TO_SEND) == [first.record, third.record, second.record]
    laptop.receipted()
    assert delivered(laptop, DeliveryFilter.TO_SEND) == []
    rows = laptop.store.book.deliveries(DeliveryFilter.RECEIPTED, 1, 1)
    assert [(row.record, row.post, row.receipt, row.sent_at) for row in rows] == [
        (third.record, Post.HEADQUARTERS, "4", NOON)
    ]


@pytest.mark.parametrize(
    "changed",
    [{"head": "00" * 32}, {"device": "0" * 16}, {"incarnation": "0" * 8}, {"upto": 3}, {"upto": 1}, {"upto": 2**62}],
)
def test_a_receipt_that_is_not_about_these_bytes_is_refused_whole(laptop: Laptop, changed: dict[str, object]) -> None:
    for _ in range(2):
        laptop.store.book.register(answers())
    before = laptop.store.exchange.standing()
    with pytest.raises(Trouble) as caught:
        laptop.give(laptop.receipt(upto=2), **changed)
    assert caught.value.problem is Problem.RECEIPT_FALSE
    assert laptop.store.exchange.standing() == before
    assert laptop.store.book.counts().laptop == 2


def test_a_verdict_that_headquarters_has_taken_back_needs_nobodys_attention_any_more(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    body = laptop.receipt(1)
    laptop.give(body, verdicts=[(1, 411)])
    assert laptop.store.book.counts().attention == 1
    laptop.told(verdicts=[(laptop.incarnation, 1, 0), ("another life", 1, 411)])
    assert laptop.store.book.counts().attention == 0
    assert laptop.store.book.person(saved.record).post is Post.HEADQUARTERS
    laptop.give(body, verdicts=[(1, 411)])
    assert laptop.store.book.counts().attention == 0, "the receipt of then says nothing new"


def test_a_verdict_that_became_another_is_told_as_that(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    laptop.give(laptop.receipt(1), verdicts=[(1, 308)])
    laptop.told(verdicts=[(laptop.incarnation, 1, 420)])
    assert laptop.store.book.person(saved.record).problem == 420
