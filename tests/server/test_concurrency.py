"""Many laptops at the same moment: one order, no gap a cursor could skip, nothing twice."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from sqlalchemy import text

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.state import State
from chasqui_sync.server import devices, staff
from chasqui_sync.server.acceptance import lock
from chasqui_sync.server.database import Database
from chasqui_sync.server.storage import Storage
from tests.helpers.storage import JHON, NOW, PARTNER, PATRICIA, Device, Surroundings, new_storage, states

LAPTOPS = 4
BATCHES = 8


def test_a_reader_misses_nothing_while_laptops_send_at_once(store: Storage) -> None:
    laptops = [Device(store, seed) for seed in range(1, LAPTOPS + 1)]
    reader = Device(store, 9, PATRICIA, role="coordinator")
    troubles: list[object] = []

    def send(laptop: Device, start: int) -> None:
        try:
            for number in range(1, BATCHES + 1):
                laptop.journal.save(laptop.operation(start + number))
                laptop.receipt(laptop.journal.batch(number))
        except BaseException as trouble:
            troubles.append(trouble)
            raise

    threads = [threading.Thread(target=send, args=(laptop, 100 * at)) for at, laptop in enumerate(laptops)]
    for thread in threads:
        thread.start()
    found: list[str] = []
    cursor = ""
    while len(found) < LAPTOPS * BATCHES and not troubles:
        page = reader.page(cursor)
        found += [wire.state_of(raw).id for raw in page.records]
        cursor = page.cursor
    for thread in threads:
        thread.join()
    assert troubles == []
    held = states(store)
    assert found == sorted(held, key=lambda name: held[name].at)
    assert sorted(state.at for state in held.values()) == list(range(1, LAPTOPS * BATCHES + 1))


def test_of_one_signed_request_sent_many_times_at_once_one_is_accepted(store: Storage) -> None:
    laptop = Device(store, 1, JHON)
    laptop.journal.save(laptop.operation(1))
    request = laptop.request("POST", "/v1/batches", laptop.journal.batch())
    outcomes: list[Problem | None] = []

    def send() -> None:
        trouble = store.push(request, None).trouble
        outcomes.append(trouble.problem if trouble else None)

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == sorted(map(str, [None, *[Problem.CHALLENGE_USED] * 5]))


@pytest.mark.parametrize(
    "command",
    [
        lambda store, who: staff.amend(store, who, {"role": "auditor"}, staff.Act("p", "", NOW)),
        lambda store, who: staff.close(store, who, staff.Act("p", "", NOW)),
    ],
)
def test_a_command_about_somebody_and_a_request_of_her_laptop_never_wait_for_each_other(
    postgres_url: str, command: Callable[[Storage, State], object]
) -> None:
    store, around = new_storage(postgres_url)
    fields = {"name": "Jhon", "role": "promoter", "partner": PARTNER}
    who = staff.add(store, fields, staff.Act("p", "", NOW), bytes(10))
    laptop = Device(store, 1, who)
    beside = Storage(Database(postgres_url), around.clock, Surroundings().randomness)
    troubles: list[BaseException] = []

    def give() -> None:
        try:
            command(beside, states(beside)[who])
        except BaseException as trouble:  # noqa: BLE001 - told in the test's own thread
            troubles.append(trouble)

    with store.database.writing() as connection:
        # what each request does: its challenge is used up, then headquarters' lock is taken
        devices.rotate_challenge(connection, laptop.key.id, laptop.challenge, "next", NOW)
        thread = threading.Thread(target=give)
        thread.start()
        while thread.is_alive() and not _somebody_waits(beside):
            time.sleep(0.02)
        lock(connection)
    thread.join()
    assert troubles == []
    for each in (store, beside):
        each.database.close()


def _somebody_waits(store: Storage) -> bool:
    with store.database.reading() as connection:
        return bool(connection.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")))
