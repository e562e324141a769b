"""Many laptops at the same moment: one order, no gap a cursor could skip, nothing twice."""

from __future__ import annotations

import threading

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem
from chasqui_sync.server.storage import Storage
from tests.helpers.storage import JHON, PATRICIA, Device, states

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
