"""A page brings what others did in any order; the laptop's own acts on top of it come to what the pure fold gives."""

from __future__ import annotations

import random

import msgspec
import pytest

from chasqui_desktop.store import journal, records
from chasqui_desktop.store.connection import transaction
from chasqui_sync import wire
from chasqui_sync.core.state import State
from tests.helpers.histories import RECORD_ID, Written, another_order, arrived, history
from tests.helpers.laptop import Laptop


def by(written: list[Written], names: list[str]) -> list[Written]:
    """Let a history be written in these journals (``device.incarnation``)."""

    def renamed(told: str) -> str:
        return " ".join(f"{names['abc'.index(one[0])]}.{one.rpartition('.')[2]}" for one in told.split())

    return [
        Written(
            one.journal,
            renamed(one.name),
            msgspec.structs.replace(
                one.operation, seen={field: renamed(told) for field, told in one.operation.seen.items()}
            ),
        )
        for one in written
    ]


@pytest.mark.parametrize("seed", range(25))
def test_own_acts_fold_on_what_others_did_whichever_came_first(laptop: Laptop, seed: int) -> None:
    chance = random.Random(seed)
    own = f"{laptop.key.id}.{laptop.incarnation}"
    written = by(history(chance, "abc", 12), [f"{'1' * 16}.x", own, f"{'2' * 16}.x"])
    others = arrived(another_order(chance, [one for one in written if one.journal != 1]))
    with transaction(laptop.store._connection) as connection:
        for one in written:
            if one.journal == 1:
                journal.append(connection, one.operation, wire.encode_operation(one.operation))
    assert others is not None
    laptop.told(others)
    with transaction(laptop.store._connection) as connection:
        held = records.held(connection, RECORD_ID)
    assert held is not None
    assert _bytes(held.state) == _bytes(arrived(written))


def _bytes(state: State | None) -> bytes:
    assert state is not None
    return wire.encode_state(state)
