"""Rounds of the engine: everything arrives once, whatever the line and headquarters do."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from tests.engine.laptops import NODE, Laptop
from tests.helpers.reference_headquarters import ReferenceHeadquarters
from tests.helpers.reference_store import same_but_for_place

fates = st.lists(st.sampled_from(["ok", "request", "answer"]), max_size=12)


def headquarters(page_size: int = 1000, **limits: int) -> ReferenceHeadquarters:
    """A headquarters without anybody yet."""
    usual = {"operations": 5000, "body": 4_194_304, "inflated": 33_554_432}
    return ReferenceHeadquarters(NODE, page_size, wire.Limits(**{**usual, **limits}))


def settled(laptop: Laptop) -> None:
    """Headquarters has this laptop's journal once, byte for byte, and the laptop shows what it holds."""
    assert laptop.arrived() == laptop.store.journal
    assert laptop.store.receipted == len(laptop.store.journal)
    assert laptop.store.states == laptop.headquarters.memory.states
    assert laptop.store.view() == laptop.store.states


def test_everything_written_arrives_once_and_comes_back_with_receipts() -> None:
    laptop = Laptop(headquarters())
    laptop.register(200)
    progress = laptop.round()
    settled(laptop)
    assert (progress.sent, progress.waiting, progress.fetched) == (200, 200, 0), "what one wrote oneself is no news"
    assert [report.sent for report in laptop.reports] == sorted(report.sent for report in laptop.reports)
    assert laptop.road.carried == ["hello", "push", "push", "push"]
    assert laptop.road.pages_asked == [None, None, ""], "the earlier pages would carry what the last one changes"


def test_a_day_with_nothing_new_is_one_request_and_one_registration_is_one_too() -> None:
    laptop = Laptop(headquarters())
    laptop.round()
    assert laptop.road.carried == ["hello", "fetch"]
    laptop.round()
    assert laptop.road.carried == ["hello", "fetch", "fetch"]
    laptop.register(1)
    laptop.round()
    assert laptop.road.carried == ["hello", "fetch", "fetch", "push"]
    settled(laptop)


def test_what_others_wrote_comes_page_by_page_until_all_is_there() -> None:
    office = headquarters(page_size=3)
    writer, reader = Laptop(office, 1), Laptop(office, 2)
    writer.register(20)
    writer.rounds_until_quiet()
    reader.register(2)
    progress = reader.round()
    assert progress.fetched == 20
    settled(reader)
    assert reader.road.carried == ["hello", "push"] + ["fetch"] * 7


def test_a_headquarters_without_the_dictionary_says_so_once_and_gets_everything_without_it() -> None:
    laptop = Laptop(headquarters())
    laptop.dictionary = wire.Dictionaries(dictionaries()).best
    laptop.engine = laptop.started()
    for count in (1, 2):
        laptop.register(count)
        laptop.round()
        settled(laptop)
    assert [batch.count for batch in laptop.road.batches] == [1, 1, 2], "the first again, the second at once"
    assert laptop.road.carried == ["hello", "push", "push", "push"]


def test_a_lost_answer_doubles_nothing() -> None:
    laptop = Laptop(headquarters())
    laptop.register(10)
    laptop.road.faults("ok", "answer")
    with pytest.raises(Trouble):
        laptop.round()
    assert laptop.arrived() == laptop.store.journal
    assert laptop.store.receipted == 0
    laptop.round()
    settled(laptop)
    assert len(laptop.headquarters.memory.states) == 10
    assert laptop.headquarters.memory.position == 10


def test_what_arrived_although_its_answer_was_lost_gets_its_receipt_from_the_greeting() -> None:
    laptop = Laptop(headquarters())
    laptop.register(17)
    laptop.road.faults("ok", "answer")
    with pytest.raises(Trouble):
        laptop.round()
    progress = laptop.round()
    assert laptop.road.carried == ["hello", "push", "hello", "fetch"], "nothing is sent again"
    assert (progress.sent, progress.waiting) == (17, 17)
    settled(laptop)


def test_a_receipt_that_covers_more_than_its_batch_does_not_keep_the_page_away() -> None:
    laptop = Laptop(headquarters())
    laptop.round()
    laptop.register(17)
    laptop.road.faults("request")
    with pytest.raises(Trouble):
        laptop.round()
    laptop.road.faults("ok", "answer")
    with pytest.raises(Trouble):
        laptop.round()
    laptop.register(1)
    laptop.round()
    assert [batch.count for batch in laptop.road.batches[-2:]] == [16, 1]
    settled(laptop)


@given(st.lists(st.tuples(st.integers(0, 70), fates), min_size=1, max_size=5), st.booleans())
def test_whatever_gets_lost_on_the_way_all_is_drained_in_three_rounds_after_it(
    days: list[tuple[int, list[str]]], restarts: bool
) -> None:
    laptop = Laptop(headquarters(page_size=7))
    for written, plan in days:
        laptop.register(written)
        laptop.road.faults(*plan)
        try:
            laptop.round()
        except Trouble as trouble:
            if trouble.problem is not Problem.LINE_DOWN:
                raise
        if restarts:
            laptop.engine = laptop.started()
    laptop.road.faults()
    laptop.rounds_until_quiet()
    settled(laptop)
    assert len(laptop.headquarters.memory.states) == sum(written for written, _ in days)


def test_stopped_between_requests_it_goes_on_where_it_was() -> None:
    laptop = Laptop(headquarters())
    laptop.register(300)
    laptop.round(requests=0)
    assert laptop.road.carried == []
    progress = laptop.round(requests=2)
    assert progress.sent == laptop.store.receipted == 64
    laptop.round(requests=1)
    laptop.round()
    settled(laptop)
    firsts = [header.first for header in laptop.road.batches]
    assert firsts == sorted(set(firsts))


def test_a_failure_makes_the_next_batch_smaller_over_the_same_bytes() -> None:
    laptop = Laptop(headquarters())
    laptop.register(100)
    laptop.road.faults("ok", "request", "ok", "request")
    for _ in range(2):
        with pytest.raises(Trouble):
            laptop.round()
    laptop.round()
    settled(laptop)
    assert [header.count for header in laptop.road.batches][:3] == [64, 32, 16]


@pytest.mark.parametrize("limits", [{"operations": 5}, {"inflated": 1500}, {"body": 1500}])
def test_batches_keep_to_the_limits_of_the_other_side(limits: dict[str, int]) -> None:
    laptop = Laptop(headquarters(**limits))
    laptop.register(40)
    laptop.round()
    settled(laptop)
    assert len(laptop.road.batches) >= 6
    assert max(header.count for header in laptop.road.batches) <= 10


def test_a_headquarters_restored_from_a_backup_gets_everything_again() -> None:
    office = headquarters()
    one, other = Laptop(office, 1), Laptop(office, 2)
    for laptop in (one, other):
        laptop.register(30)
        laptop.round()
    backup = office.backup()
    record = one.register(10)[0]
    other.register(20)
    one.round()
    other.round()
    one.edit(record, "given_names", "Ñusta")
    one.round()
    before = dict(office.memory.states)
    office.restore(backup)
    assert len(office.memory.states) == 60
    one.register(1)
    for laptop in (one, other, one):
        laptop.rounds_until_quiet()
    assert one.arrived() == one.store.journal
    assert other.arrived() == other.store.journal
    settled(one)
    assert len(office.memory.states) == 91
    assert same_but_for_place({key: office.memory.states[key] for key in before}, before)


@pytest.mark.parametrize("knowingly", [True, False])
def test_a_headquarters_restored_while_nothing_waits_is_healed_in_the_same_round(knowingly: bool) -> None:
    office = headquarters()
    laptop = Laptop(office)
    empty = office.backup()
    laptop.register(100)
    laptop.round()
    office.restore(empty, knowingly=knowingly)
    laptop.round()
    settled(laptop)


def test_a_headquarters_restored_in_the_middle_of_a_round_says_gap_and_is_healed_by_the_next() -> None:
    office = headquarters()
    laptop = Laptop(office)
    empty = office.backup()
    laptop.register(200)
    laptop.round(requests=2)
    office.restore(empty)
    with pytest.raises(Trouble) as caught:
        laptop.round()
    assert caught.value.problem is Problem.BATCH_GAP
    laptop.round()
    settled(laptop)


def test_an_operation_headquarters_cannot_read_blocks_no_other() -> None:
    laptop = Laptop(headquarters())
    laptop.register(3)
    laptop.store.append(b"not an operation")
    laptop.write("set", "nobody", {"email": "x"})
    laptop.register(2)
    laptop.round()
    assert laptop.arrived() == laptop.store.journal
    assert len(laptop.headquarters.memory.states) == 5
    (receipt,) = laptop.store.receipts
    assert receipt.verdicts == [(4, Problem.OPERATION_UNREADABLE.number), (5, Problem.RECORD_UNKNOWN.number)]


def test_two_laptops_that_edit_apart_see_the_same_conflict_in_the_end() -> None:
    office = headquarters()
    one, other = Laptop(office, 1), Laptop(office, 2)
    (record,) = one.register(1)
    one.round()
    other.round()
    one.edit(record, "given_names", "Rosa")
    other.edit(record, "given_names", "Rosaura")
    for laptop in (one, other, one):
        laptop.round()
    assert one.store.view() == other.store.view() == office.memory.states
    state = office.memory.states[record]
    assert len(state.open["given_names"]) == 1
    seen = state.seen_of("given_names", rivals=True)
    assert seen is not None
    one.write("resolve", record, {"given_names": "Rosaura"}, {"given_names": seen})
    one.round()
    other.round()
    assert other.store.view()[record].fields["given_names"] == "Rosaura"
    assert not other.store.view()[record].open


class Spoiled:
    """A road whose answers are changed on the way."""

    def __init__(self, laptop: Laptop, **changes: object) -> None:
        self._road, self._changes = laptop.road, changes

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Greetings arrive as they are."""
        return self._road.hello(hello)

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        """Spoil a receipt or a page."""
        return msgspec.structs.replace(self._road.push(batch, after, begun=begun), **self._changes)

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        """Spoil a page."""
        return msgspec.structs.replace(self._road.fetch(after, whole=whole, most=most), **self._changes)


FALSE = wire.Receipt(msgspec.Raw(b"{}"), bytes(64))
STUCK = wire.Page(records=[], cursor="e1.0", complete=False)


@pytest.mark.parametrize(
    ("waiting", "changes", "problem"),
    [
        (1, {"receipt": None}, Problem.ANSWER_UNREADABLE),
        (1, {"receipt": FALSE}, Problem.RECEIPT_FALSE),
        (0, {"receipt": FALSE}, Problem.RECEIPT_FALSE),
        (0, {"page": None}, Problem.ANSWER_UNREADABLE),
        (0, {"page": STUCK}, Problem.ANSWER_UNREADABLE),
    ],
)
def test_an_answer_that_is_false_or_leads_nowhere_changes_nothing_and_ends_the_round(
    waiting: int, changes: dict[str, object], problem: Problem
) -> None:
    laptop = Laptop(headquarters())
    laptop.round()
    before = laptop.store.standing()
    laptop.register(waiting)
    whole, laptop.road = laptop.road, Spoiled(laptop, **changes)  # type: ignore[assignment]  # a road too
    laptop.engine = laptop.started()
    with pytest.raises(Trouble) as caught:
        laptop.engine.round(laptop.reports.append, lambda: False)
    assert caught.value.problem is problem
    assert laptop.store.standing() == before._replace(seq=waiting, waiting=waiting)
    laptop.road = whole
    laptop.engine = laptop.started()
    laptop.round()
    settled(laptop)


def test_an_old_receipt_played_again_does_not_count_as_a_new_one() -> None:
    laptop = Laptop(headquarters())
    laptop.register(1)
    laptop.round()
    (old,) = laptop.headquarters.memory.journals[laptop.key.id, "1"].receipts.values()
    laptop.register(1)
    laptop.road = Spoiled(laptop, receipt=old)  # type: ignore[assignment]  # a road too
    laptop.engine = laptop.started()
    with pytest.raises(Trouble) as caught:
        laptop.engine.round(laptop.reports.append, lambda: False)
    assert caught.value.problem is Problem.ANSWER_UNREADABLE
    assert laptop.store.receipted == 1
