"""A laptop the office has closed: what it holds is set apart, nothing of it counts, nothing on it can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chasqui_desktop.book import PeopleFilter, Reading
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import desk, devices
from chasqui_sync.server.storage import Storage
from tests.helpers.field import Traveller
from tests.helpers.laptop import answers

UNSENT = 50


def revoke(office: Storage, one: Traveller) -> None:
    with office.database.writing() as connection:
        assert devices.revoke(connection, one.laptop.key.id)


def standing_at(office: Storage) -> dict[str, dict[Any, int]]:
    with office.database.reading() as connection:
        told = desk.standing(connection)
    return {"records": told["records"], "quarantine": told["quarantine"]}


def readable(one: Traveller, records: list[str]) -> int:
    count = 0
    for record in records:
        try:
            one.laptop.store.book.person(record)
        except Trouble as trouble:
            assert trouble.problem is Problem.READING_CLOSED  # noqa: PT017 - any other trouble is a fault
        else:
            count += 1
    return count


def test_of_fifty_unsent_registrations_all_are_set_apart_none_is_folded_none_can_be_read(
    office: Storage, tmp_path: Path, say: Callable[[str], None]
) -> None:
    one = Traveller.enrolled(office, tmp_path)
    before = standing_at(office)["records"]
    records = [
        one.laptop.store.book.register(answers(f"Persona {number}", document={"scheme": "none"})).record
        for number in range(UNSENT)
    ]
    revoke(office, one)
    progress = one.round()
    assert one.status == wire.WIPE
    assert one.laptop.store.book.contact(one.status) is Reading.REVOKED
    assert (progress.sent, one.laptop.store.exchange.standing().waiting) == (UNSENT, 0)
    after = standing_at(office)
    folded = sum(after["records"].values()) - sum(before.values())
    apart = after["quarantine"].get(str(Problem.DEVICE_REVOKED.number), 0)
    seen = readable(one, records) + len(one.laptop.store.book.people("", PeopleFilter.ALL, 0, 99).rows)
    say(f"revoked laptop: {UNSENT} unsent, {apart} in quarantine, {folded} folded, {seen} readable")
    assert (apart, folded, seen) == (UNSENT, 0, 0)
    one.close()


def test_it_is_told_to_wipe_only_once_everything_it_tells_of_is_there(office: Storage, tmp_path: Path) -> None:
    one = Traveller.enrolled(office, tmp_path)
    revoke(office, one)
    one.round()
    assert one.status == wire.WIPE
    one.register("Rosa", "Ana")
    one.greet()
    assert one.status == wire.READ_LOCKED
    one.round()
    one.greet()
    assert one.status == wire.WIPE
    one.close()


def test_a_round_in_which_the_office_closes_the_laptop_sends_what_there_is_and_breaks_off_nothing(
    office: Storage, tmp_path: Path
) -> None:
    one = Traveller.enrolled(office, tmp_path)
    revoke(office, one)
    assert one.drain() == 0
    one.register("Rosa")
    assert one.round().sent == 1
    assert one.drain() == 0
    one.close()


@pytest.mark.parametrize("road", ["fetch", "push"])
def test_it_is_told_nothing_any_more(office: Storage, tmp_path: Path, road: str) -> None:
    one, other = Traveller.enrolled(office, tmp_path), Traveller.enrolled(office, tmp_path, 2)
    revoke(office, one)
    other.register("Zoila")
    other.round()
    if road == "push":
        one.register("Rosa")
    held = set(one.held())
    one.round()
    assert {name for name in one.held() if name not in held} == set()
    with pytest.raises(Trouble) as caught:
        one.road.fetch("")
    assert caught.value.problem is Problem.DEVICE_REVOKED
    one.close()
    other.close()


def test_one_round_after_days_without_a_line_ends_with_the_word_to_wipe(office: Storage, tmp_path: Path) -> None:
    one = Traveller.enrolled(office, tmp_path)
    one.register("Rosa", "Ana")
    revoke(office, one)
    one.greet()
    assert one.status == wire.READ_LOCKED
    assert one.round().sent == 2
    assert one.status == wire.WIPE
    one.close()
