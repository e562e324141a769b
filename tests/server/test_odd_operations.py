"""Whatever a signed batch holds: it is accepted, what is sound in it is folded, and every page can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chasqui_sync import wire
from chasqui_sync.core.operations import ACTIONS
from chasqui_sync.core.records import KINDS, Entrepreneur
from chasqui_sync.server.storage import Storage
from tests.helpers.server import Journal
from tests.helpers.storage import MILAGROS, NOW, PARTNER, PATRICIA, Device, person, record_id, states

_ODD_TEXT = st.sampled_from(["", "\0", "a\0b", "\ufeff", "\u2028", "x" * 300, "😀", "e\u0301", "*", "."]) | st.text(
    max_size=8
)
_ODD_NUMBER = st.sampled_from([0, -1, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64, 10**30, -(10**30), 1e308, 0.1])
_VALUES = st.recursive(
    st.none() | st.booleans() | _ODD_NUMBER | _ODD_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_ODD_TEXT, inner, max_size=3),
    max_leaves=5,
)
_FIELDS = st.sampled_from([*Entrepreneur.__struct_fields__, "of_a_newer_version", "", "\0"])
_RECORDS = st.sampled_from([record_id(1), record_id(2), record_id(900)])
_OPERATIONS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["entrepreneur", "entrepreneur", *KINDS]) | _ODD_TEXT,
        "record": st.one_of(_RECORDS, _RECORDS, _ODD_TEXT),
        "action": st.sampled_from(sorted(ACTIONS)) | _ODD_TEXT,
        "fields": st.dictionaries(_FIELDS, _VALUES, max_size=4),
        "seen": st.dictionaries(_FIELDS, _ODD_TEXT | st.just("0000.1.1"), max_size=3),
        "user": st.sampled_from([MILAGROS, MILAGROS, PATRICIA]) | _ODD_TEXT,
        "scope": st.sampled_from([PARTNER, PARTNER, "*"]) | _ODD_TEXT,
        "schema": st.sampled_from([1, 1, 1, 0, -1, 2, 2**63]),
        "saved_at": st.just(NOW) | st.sampled_from([0, -1, 2**63 - 1, 2**70]),
        "v": st.sampled_from([1, 1, 1, 0, 2]),
    }
)


def _well_formed(operation: dict[str, Any]) -> bytes:
    return json.dumps(operation, ensure_ascii=True).encode()


_LINES = st.one_of(_OPERATIONS.map(_well_formed), st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b" ")))


def _end(reader: Device) -> str:
    page = reader.page()
    while not page.complete:
        page = reader.page(page.cursor)
    return page.cursor


@pytest.fixture
def laptop(store: Storage) -> Device:
    return Device(store, 1)


@pytest.fixture
def coordinator(store: Storage) -> Device:
    return Device(store, 2, PATRICIA, role="coordinator")


@pytest.fixture
def numbers() -> Iterator[int]:
    return count(1000)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(_LINES, min_size=1, max_size=6))
def test_no_operation_however_odd_holds_up_another_or_spoils_a_page(
    store: Storage, laptop: Device, coordinator: Device, numbers: Iterator[int], lines: list[bytes]
) -> None:
    number = next(numbers)
    before = _end(laptop)
    laptop.journal = Journal(laptop.key, f"i{number}")
    laptop.journal.save(laptop.operation(number))
    laptop.journal.operations += lines
    laptop.journal.save(laptop.operation(number, action="set", fields={"email": "a@b.pe"}))
    receipt = laptop.receipt(laptop.journal.batch())
    assert receipt.upto == len(lines) + 2
    assert {1, receipt.upto}.isdisjoint(seq for seq, _ in receipt.verdicts)
    assert states(store)[record_id(number)].fields == {**person(number, MILAGROS), "email": "a@b.pe"}
    for reader in (laptop, coordinator):
        assert record_id(number) in {wire.state_of(raw).id for raw in reader.page(before).records}
