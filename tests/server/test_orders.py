"""Journals that arrive at headquarters in any order, however cut: the same bytes, on SQLite and PostgreSQL."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from chasqui_sync import wire
from chasqui_sync.core.fold import State
from chasqui_sync.core.problems import Problem
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import quarantine
from tests.helpers.histories import Written, another_order, arrived, history
from tests.helpers.storage import (
    JHON,
    MILAGROS,
    NOW,
    PARTNER,
    PATRICIA,
    Device,
    Surroundings,
    raw_states,
    record_id,
    states,
)
from tests.helpers.storage import person as answers

USERS = (MILAGROS, JHON, PATRICIA)


def laptops(store: Storage) -> list[Device]:
    """Three laptops of one office, whose coordinators may also erase."""
    return [Device(store, number + 1, user, role="coordinator") for number, user in enumerate(USERS)]


def of_these(written: list[Written], devices: list[Device], number: int) -> list[Written]:
    """Let a history be about one person of this office, written by these laptops."""
    names = {f"{'abc'[at]}.1": f"{device.key.id}.1" for at, device in enumerate(devices)}

    def renamed(told: str) -> str:
        return " ".join(f"{names[one.rpartition('.')[0]]}.{one.rpartition('.')[2]}" for one in told.split())

    def theirs(one: Written) -> Written:
        fields: dict[str, Any] = dict(one.operation.fields)
        if one.operation.action == "create":
            fields = {**answers(number, MILAGROS), **fields}
        operation = msgspec.structs.replace(
            one.operation,
            record=record_id(number),
            user=USERS[one.journal],
            scope=PARTNER,
            fields=fields,
            seen={field: renamed(told) for field, told in one.operation.seen.items()},
            saved_at=NOW - 10_000 + one.operation.saved_at % 1000,
        )
        return Written(one.journal, renamed(one.name), operation)

    return [theirs(one) for one in written]


def send(devices: list[Device], order: list[Written], chance: random.Random) -> None:
    """Let each laptop push as far as the order says, a batch for each stretch, sometimes smaller ones."""
    saved = [0] * len(devices)
    for one in order:
        device = devices[one.journal]
        saved[one.journal] += 1
        if chance.random() < 0.7:
            device.receipt(device.journal.batch(1, saved[one.journal]))
    for device, last in zip(devices, saved, strict=True):
        if last:
            device.receipt(device.journal.batch(1, last))


@pytest.mark.parametrize("seed", range(24))
def test_any_order_of_arrival_gives_what_the_pure_fold_gives(store: Storage, around: Surroundings, seed: int) -> None:
    chance = random.Random(seed)
    devices = laptops(store)
    around.now = NOW
    written = of_these(history(chance, "abc", 12), devices, 1)
    for one in written:
        devices[one.journal].journal.save(one.operation)
    send(devices, another_order(chance, written), chance)
    expected = arrived(written)
    assert expected is not None
    held = msgspec.json.decode(raw_states(store)[record_id(1)], type=State)
    held.at = 0
    assert wire.encode_state(held) == wire.encode_state(expected)
    with store.database.reading() as connection:
        assert connection.scalars(select(quarantine.c.seq)).all() == []


def test_edits_that_come_before_their_record_are_folded_when_it_comes_each_in_its_turn(store: Storage) -> None:
    first, second, third = laptops(store)
    first.journal.save(first.operation(1))
    second.journal.save(
        second.operation(1, "set", fields={"email": "a@b.pe"}, seen={"email": first.wrote(1)}),
        second.operation(1, "set", fields={"email": "c@d.pe"}, seen={"email": second.wrote(1)}),
    )
    third.journal.save(third.operation(1, "set", fields={"main_need": "loan"}))
    problems = [third.receipt(third.journal.batch()).verdicts, second.receipt(second.journal.batch()).verdicts]
    assert problems == [[(1, Problem.RECORD_UNKNOWN.number)], [(seq, Problem.RECORD_UNKNOWN.number) for seq in (1, 2)]]
    assert first.receipt(first.journal.batch()).verdicts == []
    held = states(store)[record_id(1)]
    assert (held.fields["email"], held.fields["main_need"], held.open) == ("c@d.pe", "loan", {})
    assert held.at == 4
    with store.database.reading() as connection:
        assert connection.scalars(select(quarantine.c.seq)).all() == []
