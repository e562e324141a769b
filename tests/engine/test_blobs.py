"""What was signed follows its text, arrives whole once, and holds nothing up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.sides import WaitingBlob
from tests.engine.laptops import NODE, Laptop
from tests.helpers.reference_headquarters import ReferenceHeadquarters

LARGE = 250_000
"""More than fits into the first pieces on a line nobody knows."""
fates = st.lists(st.sampled_from(["ok", "request", "answer"]), max_size=16)


def arrived(laptop: Laptop, *blobs: WaitingBlob) -> None:
    """Headquarters holds these, byte for byte, and nothing waits."""
    held = laptop.headquarters.memory.blobs
    assert held == {(blob.record, blob.sha256): blob.content for blob in blobs}
    assert not laptop.store.standing().has_blobs


def test_a_signature_goes_in_one_request_after_all_text_has_its_receipt() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    first = laptop.sign(2000)
    laptop.register(100)
    second = laptop.sign(3000)
    progress = laptop.round()
    arrived(laptop, first, second)
    assert laptop.road.carried == ["hello", "push", "push", "blob", "blob"]
    assert progress.sent == 102, "a signature is nobody's registration"
    assert progress.bytes_sent > 5000


def test_where_nothing_was_signed_nothing_is_asked() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    laptop.register(1)
    laptop.round()
    assert laptop.road.carried == ["hello", "push"]


def test_a_large_one_goes_in_pieces_and_no_byte_goes_twice_where_the_line_holds() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    blob = laptop.sign(LARGE)
    laptop.seconds = 6.0
    laptop.round()
    arrived(laptop, blob)
    sizes = [size for _, size in laptop.road.pieces]
    assert sum(sizes) == LARGE
    assert sizes == sorted(sizes, reverse=True), "a slow line gets smaller pieces"
    assert len(sizes) > 2


def test_after_a_cut_it_goes_on_where_it_was() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    blob = laptop.sign(LARGE)
    laptop.road.faults("ok", "ok", "ok", "answer")
    with pytest.raises(Trouble):
        laptop.round()
    (_, first), (_, second) = laptop.road.pieces
    laptop.round()
    arrived(laptop, blob)
    assert laptop.road.pieces[2] == (LARGE, 0), "what came of it is asked, not sent again"
    assert laptop.road.pieces[3][0] == first + second
    assert sum(size for _, size in laptop.road.pieces) == LARGE


@given(sizes=st.lists(st.integers(1, 60_000), min_size=1, max_size=3), plan=fates)
def test_whatever_the_line_does_each_arrives_whole_and_once(sizes: list[int], plan: list[str]) -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    blobs = [laptop.sign(size) for size in sizes]
    laptop.road.faults(*plan)
    laptop.rounds_until_quiet(len(plan) + 1)
    arrived(laptop, *blobs)


def test_a_headquarters_put_back_from_a_backup_gets_what_it_has_lost() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    kept = laptop.sign(2000)
    laptop.round()
    backup = laptop.headquarters.backup()
    lost = laptop.sign(2000)
    laptop.round()
    laptop.headquarters.restore(backup)
    laptop.rounds_until_quiet()
    arrived(laptop, kept, lost)


@pytest.mark.parametrize("greets", [True, False])
def test_a_headquarters_put_back_that_has_lost_nothing_but_a_signature_is_found_out(greets: bool) -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    first, second = laptop.sign(2000), laptop.sign(2000)
    laptop.road.faults("ok", "ok", "ok", "request")
    with pytest.raises(Trouble):
        laptop.round()
    backup = laptop.headquarters.backup()
    laptop.round()
    arrived(laptop, first, second)
    laptop.headquarters.restore(backup, knowingly=False)
    if greets:
        laptop.engine = laptop.started()
        laptop.rounds_until_quiet()
        arrived(laptop, first, second)
    third = laptop.sign(2000)
    laptop.rounds_until_quiet()
    arrived(laptop, first, second, third)


def test_one_that_came_while_its_answer_was_lost_makes_nobody_ask_for_the_others() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    blobs = [laptop.sign(2000) for _ in range(3)]
    laptop.road.faults("ok", "ok", "ok", "ok", "answer")
    with pytest.raises(Trouble):
        laptop.round()
    laptop.round()
    arrived(laptop, *blobs)
    assert laptop.road.pieces == [(0, 2000)] * 3 + [(2000, 0)]


def test_a_headquarters_that_knows_no_blobs_takes_the_text_and_gets_them_once_it_does() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    laptop.headquarters.knows_blobs = False
    blob = laptop.sign(2000)
    assert laptop.round().sent == 1
    assert laptop.store.standing().has_blobs
    laptop.headquarters.knows_blobs = True
    laptop.round()
    arrived(laptop, blob)


def test_one_that_is_not_wanted_is_not_offered_for_ever_and_holds_up_no_other() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    unwanted, wanted = laptop.sign(2000), laptop.sign(2000)
    laptop.headquarters.unwanted.add(unwanted.record)
    laptop.round()
    laptop.round()
    arrived(laptop, wanted)
    assert laptop.road.carried.count("blob") == 2


def test_one_whose_beginning_is_another_at_headquarters_is_begun_anew() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    blob = laptop.sign(2000)
    laptop.headquarters.memory.blobs[blob.record, blob.sha256] = b"another beginning"
    laptop.round()
    arrived(laptop, blob)


def test_one_that_is_no_longer_what_it_is_named_here_is_not_offered_for_ever() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    blob = laptop.sign(2000)
    laptop.store.blobs[:] = [blob._replace(content=b"x" * 2000)]
    laptop.headquarters.memory.blobs[blob.record, blob.sha256] = b"another beginning"
    for _ in range(2):
        laptop.round()
    assert laptop.road.carried.count("blob") == 1
    assert not laptop.store.standing().has_blobs


def test_a_line_that_fails_with_a_signature_leaves_the_text_its_receipt() -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    laptop.sign(2000)
    laptop.road.faults("ok", "ok", "request")
    with pytest.raises(Trouble) as failed:
        laptop.round()
    assert failed.value.problem is Problem.LINE_DOWN
    assert laptop.store.receipted == 1
    laptop.register(1)
    assert laptop.round().sent == 1


def test_answers_that_lead_nowhere_end_the_round(monkeypatch: pytest.MonkeyPatch) -> None:
    laptop = Laptop(ReferenceHeadquarters(NODE))
    laptop.sign(2000)

    def nowhere(_blob: WaitingBlob, _offset: int, _most: int) -> None:
        raise Trouble(Problem.BLOB_GAP, expected=0)

    monkeypatch.setattr(laptop.road, "send_blob", nowhere)
    with pytest.raises(Trouble) as failed:
        laptop.round()
    assert failed.value.problem is Problem.ANSWER_UNREADABLE
