"""Beginning a new life of the journal: what follows is written again, and nothing a person sees changes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from chasqui_desktop.book import Post
from chasqui_desktop.store import journal
from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.operations import Operation
from tests.helpers.laptop import Laptop, answers, laptop_at_work
from tests.helpers.reference_store import ReferenceStore


def whole(laptop: Laptop) -> bool:
    with transaction(laptop.store._connection) as connection:
        return journal.is_whole(connection)


def written(laptop: Laptop) -> list[Operation]:
    """Give all own operations, life by life."""
    runs = [laptop.store.exchange.run_after(life.incarnation, 0, 1000, 2**40) for life in laptop.store.exchange.lives()]
    return [wire.decode_operation(data) for run in runs if run for data in run.operations]


def test_what_follows_is_chained_anew_and_what_it_had_seen_has_its_new_name(laptop: Laptop) -> None:
    book, exchange = laptop.store.book, laptop.store.exchange
    old = laptop.incarnation
    kept, moved = book.register(answers("Ana")), book.register(answers("Berta"))
    book.amend(kept.record, {"email": "a@b.pe"}, book.person(kept.record).heads)
    book.amend(moved.record, {"email": "b@b.pe"}, book.person(moved.record).heads)
    laptop.receipted(upto=1)
    laptop.receipted(upto=3, verdicts=[(3, 414)])
    shown = [(book.person(one.record).fields, book.person(one.record).history) for one in (kept, moved)]
    exchange.reopen(old, 1)
    assert whole(laptop)
    first, second = exchange.lives()
    assert (first.incarnation, first.seq, first.receipted) == (old, 1, 1)
    assert (second.seq, second.receipted, exchange.standing().waiting) == (3, 0, 3)
    me, new = laptop.key.id, second.incarnation
    acts = written(laptop)
    assert [act.seen for act in acts[1:]] == [{}, {}, {}]
    book.amend(moved.record, {"email": "later@b.pe"}, book.person(moved.record).heads)
    assert written(laptop)[-1].seen == {"email": f"{me}.{new}.3"}
    assert book.person(kept.record).heads["given_names"] == f"{me}.{old}.1"
    assert book.person(kept.record).heads["email"] == f"{me}.{new}.2"
    assert [
        (book.person(one.record).fields | {"email": shown[place][0]["email"]}, book.person(one.record).history[:2])
        for place, one in enumerate((kept, moved))
    ] == shown
    assert book.person(kept.record).post is Post.LAPTOP
    assert whole(laptop)


def test_a_run_never_reaches_into_the_next_life(laptop: Laptop) -> None:
    for name in ("Ana", "Berta", "Carla"):
        laptop.store.book.register(answers(name))
    old = laptop.incarnation
    laptop.store.exchange.reopen(old, 2)
    exchange = laptop.store.exchange
    run = exchange.run_after(old, 0, 100, 2**40)
    assert run is not None
    assert len(run.operations) == 2
    assert exchange.run_after(old, 2, 100, 2**40) is None
    assert exchange.standing()[1:5] == (old, 2, 0, 3)
    laptop.give(_receipt(laptop, old, 2))
    assert exchange.standing()[1:5] == (laptop.incarnation, 1, 0, 1)


def test_a_headquarters_that_forgot_part_of_a_closed_life_gets_it_under_its_old_name(laptop: Laptop) -> None:
    exchange = laptop.store.exchange
    for name in ("Ana", "Berta", "Carla"):
        laptop.store.book.register(answers(name))
    old = laptop.incarnation
    laptop.receipted(upto=2)
    exchange.reopen(old, 2)
    laptop.receipted()
    assert exchange.standing().waiting == 0
    exchange.rewind(old, 1)
    assert exchange.standing()[1:5] == (old, 2, 0, 3)


def _receipt(laptop: Laptop, incarnation: str, upto: int) -> wire.ReceiptBody:
    run = laptop.store.exchange.run_after(incarnation, 0, upto, 2**40)
    assert run is not None
    head = wire.chain(wire.genesis(laptop.key.id, incarnation), 1, run.operations).hex()
    return wire.ReceiptBody(
        node="n", device=laptop.key.id, incarnation=incarnation, upto=upto, head=head, level="hq", at=1, number=upto
    )


@given(script=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 12)), max_size=4))
def test_register_and_reference_begin_the_same_lives_with_the_same_bytes(script: list[tuple[int, int]]) -> None:
    with TemporaryDirectory() as folder:
        laptop = laptop_at_work(Path(folder) / "profile")
        model = ReferenceStore(laptop.key.id, laptop.incarnation)
        book, exchange = laptop.store.book, laptop.store.exchange
        records: list[str] = []
        for count, after in script:
            for n in range(count):
                if n % 2 and records:
                    book.amend(records[-1], {"email": f"{n}@x.pe"}, book.person(records[-1]).heads)
                else:
                    records.append(book.register(answers(f"P{n}")).record)
                model.append(wire.encode_operation(written(laptop)[-1]))
            life = exchange.lives()[-1]
            if after < life.seq:
                exchange.reopen(life.incarnation, after)
                model.reopen(life.incarnation, after)
        lives = [(life.incarnation, life.seq) for life in exchange.lives() if life.seq]
        assert lives == [(life.incarnation, len(life.operations)) for life in model.written if life.operations]
        assert [wire.encode_operation(act) for act in written(laptop)] == model.journal
        assert whole(laptop)
        laptop.store.close()
