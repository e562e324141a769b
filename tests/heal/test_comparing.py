"""What a laptop holds is compared with headquarters once a day; what differs is fetched again, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chasqui_desktop.store.connection import transaction
from chasqui_resources.dictionaries import dictionaries
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.storage import Storage
from chasqui_sync.wire import digests
from tests.helpers.field import Traveller
from tests.helpers.storage import Surroundings, raw_states

Keep = Callable[[Traveller], Traveller]
NAMES = [f"Ana {number}" for number in range(40)]
OUTSIDE = "0f" * 16


@pytest.fixture
def promoter(office: Storage, tmp_path: Path, travels: Keep) -> Traveller:
    one = travels(Traveller.enrolled(office, tmp_path))
    one.register(*NAMES)
    one.drain()
    return one


def damage(one: Traveller, statement: str, *values: object) -> None:
    with transaction(one.laptop.store._connection) as connection:
        assert connection.exec_driver_sql(statement, values).rowcount == 1


def a_day_later(one: Traveller, around: Surroundings) -> list[str]:
    """Let a day pass and do what is to do; give what was asked."""
    around.now += 25 * 3_600_000
    one.wait(hours=25)
    one.road.requests.clear()
    one.road.buckets.clear()
    one.drain()
    return list(one.road.requests)


def is_alike(one: Traveller) -> bool:
    """Ask headquarters for its digest and compare."""
    answer = one.road.compare(one.laptop.store.exchange.standing().cursor or "")
    return one.laptop.store.exchange.unlike(answer.digest) == []


def person(one: Traveller, given: str) -> str:
    book = one.laptop.store.book
    return next(name for name, raw in one.held().items() if given.encode() in raw and book.person(name).code)


def test_two_that_are_alike_say_so_once_a_day_at_the_cost_of_one_small_answer(
    promoter: Traveller, around: Surroundings
) -> None:
    assert "/v1/digest" not in promoter.road.requests
    asked = a_day_later(promoter, around)
    assert asked == ["/v1/hello", "/v1/records", "/v1/digest"]
    assert promoter.road.buckets == []
    promoter.wait(hours=1)
    promoter.road.requests.clear()
    promoter.drain()
    assert promoter.road.requests == ["/v1/records"]
    answer = promoter.road.compare(promoter.laptop.store.exchange.standing().cursor or "")
    assert len(wire.deflate(wire.encode(answer), wire.Dictionaries(dictionaries()).best)) < 2500


def test_a_byte_that_flipped_in_a_stored_state_is_mended_and_only_its_bucket_travels(
    promoter: Traveller, around: Surroundings
) -> None:
    name = person(promoter, "Ana 7")
    flipped = bytearray(promoter.held()[name])
    flipped[len(flipped) // 2] ^= 4
    damage(promoter, "UPDATE record SET state = ? WHERE id = ?", bytes(flipped), name)
    assert not is_alike(promoter)
    a_day_later(promoter, around)
    assert promoter.road.buckets == [digests.bucket_of(name)]
    assert is_alike(promoter)
    promoter.settled()


def test_a_record_that_is_missing_comes_again_and_is_found_again(promoter: Traveller, around: Surroundings) -> None:
    name = person(promoter, "Ana 7")
    damage(promoter, "DELETE FROM record WHERE id = ?", name)
    a_day_later(promoter, around)
    assert is_alike(promoter)
    assert promoter.names() == sorted(NAMES)
    assert promoter.held().keys() == raw_states(promoter.office).keys()


def test_a_record_too_many_is_dropped(promoter: Traveller, around: Surroundings) -> None:
    raw = promoter.held()[person(promoter, "Ana 7")]
    damage(promoter, "UPDATE record SET id = ? WHERE state = ?", OUTSIDE, raw)
    assert not is_alike(promoter)
    a_day_later(promoter, around)
    assert is_alike(promoter)
    assert OUTSIDE not in promoter.held()
    assert promoter.names() == sorted(NAMES)


def test_own_operations_that_headquarters_lacks_or_refused_outlive_any_comparing(
    promoter: Traveller, around: Surroundings
) -> None:
    book = promoter.laptop.store.book
    changed, refused = person(promoter, "Ana 7"), person(promoter, "Ana 8")
    promoter.amend(refused, dependants="many")
    promoter.drain()
    assert book.person(refused).problem == Problem.RULE_BROKEN.number
    promoter.amend(changed, email="ana@correo.pe")
    [new] = promoter.register("Berta")
    before = promoter.held()
    exchange = promoter.laptop.store.exchange
    answer = promoter.road.compare(exchange.standing().cursor or "")
    unlike = exchange.unlike(answer.digest)
    assert digests.bucket_of(changed) not in unlike
    assert digests.bucket_of(new) not in unlike
    # as if somebody had saved them in the middle of mending
    every = list(range(digests.BUCKETS))
    page = promoter.road.refetch("", every).page
    assert page is not None
    exchange.drop_beyond(every, exchange.mend(page), page)
    assert promoter.held() == before
    a_day_later(promoter, around)
    assert book.person(changed).fields["email"] == "ana@correo.pe"
    assert book.person(refused).fields["dependants"] == "many"
    assert promoter.names() == sorted([*NAMES, "Berta"])


def test_a_new_epoch_is_a_reason_to_compare(promoter: Traveller, office: Storage) -> None:
    damage(promoter, "UPDATE record SET id = ? WHERE id = ?", OUTSIDE, person(promoter, "Ana 7"))
    office.restored()
    promoter.move_to(office)
    promoter.drain()
    assert "/v1/digest" in promoter.road.requests
    assert is_alike(promoter)
    promoter.settled()


def test_a_line_that_fails_while_mending_leaves_it_to_the_next_round(
    promoter: Traveller, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(promoter, "DELETE FROM record WHERE id = ?", person(promoter, "Ana 7"))

    def down(*_: object) -> wire.Answer:
        raise Trouble(Problem.LINE_DOWN)

    with monkeypatch.context() as broken:
        broken.setattr(promoter.road, "refetch", down)
        around.now += 25 * 3_600_000
        promoter.wait(hours=25)
        with pytest.raises(Trouble):
            promoter.round()
    assert not is_alike(promoter)
    promoter.drain()
    assert is_alike(promoter)


def test_a_headquarters_that_knows_no_digest_is_not_asked_again_that_day(
    promoter: Traveller, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def unknown(after: str) -> wire.Answer:
        asked.append(after)
        raise Trouble(Problem.NOT_FOUND)

    monkeypatch.setattr(promoter.road, "compare", unknown)
    a_day_later(promoter, around)
    promoter.drain()
    assert len(asked) == 1


def test_a_damaged_record_is_mended_also_where_its_last_own_operation_stands_apart(
    promoter: Traveller, around: Surroundings
) -> None:
    refused = person(promoter, "Ana 8")
    promoter.amend(refused, dependants="many")
    promoter.drain()
    damaged = promoter.held()[refused].replace(b'"Ana 8"', b'"Ana 9"')
    damage(promoter, "UPDATE record SET state = ? WHERE id = ?", damaged, refused)
    a_day_later(promoter, around)
    assert promoter.laptop.store.book.person(refused).fields["given_names"] == "Ana 8"
