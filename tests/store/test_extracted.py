"""What lists look up, read by the short way and by the long one."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_desktop.store import extracted
from chasqui_desktop.store.extracted import ToldPerson, joined, read
from chasqui_desktop.store.tables import record
from chasqui_sync import wire
from chasqui_sync.core.fold import Head, State
from chasqui_sync.core.problems import Trouble
from chasqui_sync.core.rules import Weight, check

names = st.text(st.sampled_from("AzñÑÁü ßŁ'-\u0303"), max_size=8)
people = st.fixed_dictionaries(
    {"code": names},
    optional={
        "given_names": names | st.none(),
        "paternal_surname": names | st.none(),
        "maternal_surname": names,
        "document": st.sampled_from(
            [None, {"scheme": "none"}, {"scheme": "dni", "number": "45-67 89"}, {"scheme": "ptp"}, {"number": 7}]
        ),
        "phones": st.sampled_from(
            [[], None, [{"number": "+51 9"}, {"number": "_"}], [{"owner": "own"}], {"number": "1"}]
        ),
        "birth_date": st.sampled_from(["1990-01-01", "x", None]),
        "birth_year": st.sampled_from([1990, 1990.0, "1990", True]),
        "home_district": st.sampled_from(
            [{"scheme": "inei", "code": "150110"}, {"scheme": "moon", "code": "1"}, "Lima"]
        ),
        "group": st.sampled_from(["host", "migrant", "refugee", "neighbours", ["migrant"]]),
        "sector": names,
        "from_the_future": st.sampled_from([1, {"x": [None]}]),
    },
)


@given(people, st.sampled_from(["entrepreneur", "staff", "from_the_future"]), st.booleans())
def test_a_state_that_came_lists_as_one_that_was_folded_here(fields: dict[str, Any], kind: str, deleted: bool) -> None:
    state = State(id="a", kind=kind, scope="s", fields=fields, head=Head("d.1.7", 5), deleted=deleted)
    told = read(wire.encode(state))
    assert extracted.extracted(told) == extracted.extracted(state)
    assert (told.id, told.kind, told.has_other_writers("d"), told.has_other_writers("e")) == ("a", kind, False, True)
    listing, found = extracted.extracted(told)
    assert listing.listed is (found is not None) is (kind == "entrepreneur" and not deleted)
    if listing.listed:
        findings = check(kind, fields, date(2026, 1, 1))
        assert listing.incomplete is any(finding.weight is Weight.MISSING for finding in findings)


@given(st.text(max_size=8) | st.text(st.sampled_from("-+_ Aß9é"), max_size=8))
def test_only_letters_and_digits_are_looked_for(text: str) -> None:
    assert joined(text) == re.sub(r"[\W_]", "", text).upper()


def test_a_person_as_the_desk_writes_her_takes_the_short_way() -> None:
    fields = {"code": "GE26-AAAA-BBBB", "given_names": "Ana", "phones": [{"number": "+51911222333"}], "new": 1}
    state = State(id="a", kind="entrepreneur", scope="s", fields=fields, head=Head("d.1.7", 5))
    assert isinstance(read(wire.encode(state)), ToldPerson)


@pytest.mark.parametrize("raw", [b"", b"[]", b'{"id":"a"}', b"\xff", b'{"fields":' + b"[" * 9000])
def test_what_is_no_state_is_trouble(raw: bytes) -> None:
    with pytest.raises(Trouble):
        read(raw)


def test_the_columns_and_fields_are_those_of_table_and_state() -> None:
    assert tuple(column.name for column in record.columns)[7:] == extracted.Listing._fields
    assert [field.name for field in msgspec.structs.fields(ToldPerson)] == [
        field.name for field in msgspec.structs.fields(State)
    ]
