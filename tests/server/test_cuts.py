"""However a journal is cut into batches and repeated, headquarters ends up with the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.storage import Device, new_storage, person, raw_states

LENGTH = 12

# a cut is a pair of seqs; those that would leave a gap are refused, which must not matter either
cuts = st.lists(st.tuples(st.integers(1, LENGTH), st.integers(1, LENGTH)).map(sorted), max_size=8)


def fill(laptop: Device) -> None:
    """Write what there is of everything: new people, edits, corrections, a refusal, a delete."""
    broken = {**person(3, laptop.user), "ruc": "1"}
    laptop.journal.save(
        laptop.operation(1),
        laptop.operation(2),
        laptop.operation(1, action="set", fields={"email": "a@b.pe"}),
        laptop.operation(3, fields=broken),
        laptop.operation(4, kind="weather"),
        laptop.operation(2, action="set", fields={"ruc": "20512333798"}),
        laptop.operation(3, action="set", fields={"ruc": "20512333797"}, seen={"ruc": laptop.wrote(4)}),
        laptop.operation(1, action="add", fields={"languages": ["qu"]}),
        laptop.operation(1, action="withdraw", fields={"consent_photos": False}),
        laptop.operation(2, action="delete"),
        laptop.operation(5),
        laptop.operation(1, action="set", fields={"email": None}, seen={"email": laptop.wrote(3)}),
    )


def states_after(order: list[list[int]]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        store, _ = new_storage(f"sqlite:///{Path(folder) / 'headquarters.db'}")
        laptop = Device(store, 1)
        fill(laptop)
        for first, last in order:
            laptop.push(laptop.journal.batch(first, last))
        laptop.push(laptop.journal.batch())
        held = raw_states(store)
        store.database.close()
    return held


@given(order=cuts)
@settings(max_examples=40)
def test_any_cut_with_any_repeats_gives_the_same_states_byte_for_byte(order: list[list[int]]) -> None:
    assert states_after(order) == states_after([])
