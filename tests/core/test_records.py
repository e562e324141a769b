"""Records as documents: written alike everywhere, counted for the quota, proposed by the papers shown."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.records import (
    KINDS,
    PURPOSES,
    QUOTA_GROUPS,
    Entrepreneur,
    counts_for_quota,
    encode_document,
    proposed_group,
    proposed_nationality,
)

scalars = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=8)


@given(st.dictionaries(st.text(max_size=8), scalars | st.dictionaries(st.text(max_size=4), scalars, max_size=3)))
def test_equal_documents_give_equal_bytes_in_any_order_of_fields(fields: dict[str, Any]) -> None:
    backwards = dict(reversed(fields.items()))
    assert encode_document(fields) == encode_document(backwards)
    assert msgspec.json.decode(encode_document(fields)) == fields


def test_every_purpose_of_consent_is_a_field() -> None:
    assert {f"consent_{purpose}" for purpose in PURPOSES} <= set(Entrepreneur.__struct_fields__)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_leaves_out_what_was_not_answered(kind: str) -> None:
    assert KINDS[kind].__struct_config__.omit_defaults


@pytest.mark.parametrize(
    ("group", "counts"),
    [
        ("migrant", True),
        ("refugee", True),
        ("asylum_seeker", True),
        ("host", False),
        ("returnee", False),
        (None, False),
    ],
)
def test_migrants_refugees_and_asylum_seekers_count_for_the_quota(group: str | None, counts: bool) -> None:
    assert counts_for_quota({"group": group}) is counts
    assert (group in QUOTA_GROUPS) is counts


@pytest.mark.parametrize(
    ("scheme", "nationality", "group"),
    [
        ("dni", "PER", "host"),
        ("none", "PER", "host"),
        ("refugee_applicant", "VEN", "asylum_seeker"),
        ("refugee_applicant", None, "asylum_seeker"),
        ("unhcr", "COL", "refugee"),
        ("passport", "VEN", "migrant"),
        ("ptp", "VEN", "migrant"),
        ("passport", None, None),
        (None, None, None),
    ],
)
def test_the_group_is_proposed_from_papers_and_nationality(
    scheme: str | None, nationality: str | None, group: str | None
) -> None:
    assert proposed_group(scheme, nationality) == group


@pytest.mark.parametrize(
    ("scheme", "nationality"),
    [
        ("dni", "PER"),
        ("cedula_ve", "VEN"),
        ("ptp", "VEN"),
        ("cpp", "VEN"),
        ("passport", None),
        ("none", None),
        (None, None),
    ],
)
def test_the_nationality_is_proposed_where_a_document_implies_one(scheme: str | None, nationality: str | None) -> None:
    assert proposed_nationality(scheme) == nationality
