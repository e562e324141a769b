"""New, known, twice the same, and refused: the same bytes on SQLite, PostgreSQL and in the reference model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from chasqui_sync import wire
from chasqui_sync.server import folding
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import batch, departure, journal, node, quarantine, record
from tests.helpers.reference_headquarters import ReferenceHeadquarters
from tests.helpers.server import Journal
from tests.helpers.storage import JHON, NOW, Device, new_storage, raw_states
from tests.helpers.storage import person as answers

ACTS: dict[str, dict[str, Any]] = {
    "create": {},
    "set": {"fields": {"email": "a@b.pe", "promoter": JHON}},
    "add": {"fields": {"languages": ["qu", "es"]}},
    "withdraw": {"fields": {"consent_photos": False}},
    "delete": {},
    "kind": {"action": "create", "kind": "weather"},
    "schema": {"action": "set", "schema": 99},
    "dance": {},
}
BREAKING: dict[str, dict[str, Any]] = {
    "broken": {"action": "create", "fields": {**answers(1, JHON), "ruc": "1"}},
    "mended": {"action": "set", "fields": {"ruc": "20512333797"}},
}
"""The reference model knows no rules."""


class Both(NamedTuple):
    """A headquarters on each database, and a laptop enrolled at both."""

    stores: tuple[Storage, ...]
    laptops: tuple[Device, ...]

    def accept(self, acts: list[tuple[str, int]], cut: int) -> list[dict[str, Any]]:
        """Begin anew, send the acts in batches of ``cut``; give what each headquarters has then."""
        held = []
        for store, laptop in zip(self.stores, self.laptops, strict=True):
            _empty(store)
            laptop.journal = Journal(laptop.key)
            laptop.journal.save(*(_operation(laptop, name, number) for name, number in acts))
            verdicts = []
            for first in range(1, len(acts) + 1, cut):
                verdicts += laptop.receipt(laptop.journal.batch(first, first + cut - 1)).verdicts
            held.append({"states": raw_states(store), "verdicts": verdicts, "rows": _rows(store)})
        return held


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Both]:
    postgres = request.getfixturevalue("postgres")
    name = postgres.create_database()
    urls = (f"sqlite:///{tmp_path_factory.mktemp('both') / Path('headquarters.db')}", postgres.url(name))
    stores = tuple(new_storage(url)[0] for url in urls)
    yield Both(stores, tuple(Device(store, 1) for store in stores))
    for store in stores:
        store.database.close()
    postgres.drop_database(name)


def _operation(laptop: Device, name: str, number: int) -> Any:
    chosen = {"action": name, **{**ACTS, **BREAKING}[name]}
    return laptop.operation(number, **chosen)


def _empty(store: Storage) -> None:
    with store.database.writing() as connection:
        for table in (batch, departure, journal, quarantine, record):
            connection.execute(delete(table))
        connection.execute(update(node).values(position=0, receipts=0))


def _rows(store: Storage) -> list[list[tuple[Any, ...]]]:
    with store.database.reading() as connection:
        return [
            sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in (departure, quarantine, record)
        ]


acts = st.lists(st.tuples(st.sampled_from([*ACTS, *BREAKING]), st.integers(1, 5)), min_size=1, max_size=14)
cuts = st.integers(1, 14)
slices = st.sampled_from([1, 2, 3, 250])


@given(acts=acts, cut=cuts, size=slices)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_both_databases_hold_the_same_however_a_run_is_cut_and_sliced(
    both: Both, acts: list[tuple[str, int]], cut: int, size: int
) -> None:
    whole = both.accept(acts, len(acts))
    assert whole[0] == whole[1]
    with mock.patch.object(folding, "_SLICE", size):
        sliced = both.accept(acts, len(acts))
        assert [each["states"] for each in both.accept(acts, cut)] == [whole[0]["states"]] * 2
    assert sliced == whole


known_first = st.lists(st.tuples(st.sampled_from(list(ACTS)), st.integers(1, 5)), min_size=1, max_size=14).map(
    lambda drawn: [
        # what comes before its record would wait here, and not in the model
        (name if any(number == other for _, other in drawn[:at]) else "create", number)
        for at, (name, number) in enumerate(drawn)
    ]
)


@given(acts=known_first, cut=cuts, size=slices)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_they_hold_what_the_reference_model_holds(both: Both, acts: list[tuple[str, int]], cut: int, size: int) -> None:
    with mock.patch.object(folding, "_SLICE", size):
        held = both.accept(acts, cut)
    laptop = both.laptops[0]
    model = ReferenceHeadquarters(laptop.key)
    model.clock = NOW
    model.enrol(laptop.key.public)
    answer = model.push(laptop.key.id, laptop.journal.batch(), None)
    assert answer.receipt is not None
    told = wire.read_receipt(answer.receipt, lambda *_: True)
    modelled = {name: folding._encoder.encode(state) for name, state in model.memory.states.items()}
    assert [(each["states"], each["verdicts"]) for each in held] == [(modelled, told.verdicts)] * 2
