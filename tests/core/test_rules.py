"""Every rule at its weight: what keeps from saving, what only warns, what may follow later."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.problems import Problem
from chasqui_sync.core.records import KINDS
from chasqui_sync.core.rules import LONGEST_TEXT, Finding, Weight, age_on, check, hard, read_date

TODAY = date(2026, 11, 23)
HARD, SOFT, MISSING = Weight.HARD, Weight.SOFT, Weight.MISSING
CONSENT = {"version": "v3.2", "language": "es", "how": "spoken", "at": 1}
MINIMUM: dict[str, Any] = {
    "code": "GE26-P2XD-7KQ4",
    "given_names": "Yusmary",
    "document": {"scheme": "none"},
    "consent": CONSENT,
    "consent_programme": True,
}
WHOLE: dict[str, Any] = {
    **MINIMUM,
    "paternal_surname": "Rondón",
    "maternal_surname": "Núñez",
    "document": {"scheme": "dni", "number": "10117410"},
    "birth_date": "1991-08-14",
    "phones": [{"number": "+51987654412", "owner": "own", "whatsapp": True}],
    "email": "y@correo.pe",
    "home_district": {"scheme": "inei", "code": "150110"},
    "ruc": "10101174102",
    "since_year": 2019,
    "arrival_year": 2018,
    "people_working": 2,
    "consent_photos": False,
}
NEVER_MORE_THAN_THESE_BLOCK = {
    Problem.FIELD_TYPE,
    Problem.TEXT_LONG,
    Problem.DNI_LENGTH,
    Problem.DNI_LETTERS,
    Problem.RUC_SHAPE,
    Problem.RUC_CHECK,
    Problem.CONSENT_NEEDED,
    Problem.NAME_NEEDED,
    Problem.IDENTITY_NEEDED,
}  # fmt: skip - one set
"""What the design calls hard, the least a registration needs, and the shape of the document itself."""


TOLD: list[tuple[dict[str, Any], str, Problem, Weight]] = [
    ({"consent_programme": False}, "consent_programme", Problem.CONSENT_NEEDED, HARD),
    ({"consent_programme": None}, "consent_programme", Problem.CONSENT_NEEDED, HARD),
    ({"consent": None}, "consent_programme", Problem.CONSENT_NEEDED, HARD),
    (
        {"given_names": None, "paternal_surname": "", "maternal_surname": None},
        "given_names",
        Problem.NAME_NEEDED,
        HARD,
    ),
    ({"document": None, "phones": None}, "document", Problem.IDENTITY_NEEDED, HARD),
    ({"document": {"scheme": "dni", "number": ""}, "phones": []}, "document", Problem.IDENTITY_NEEDED, HARD),
    ({"document": {"scheme": "dni", "number": "1234567"}}, "document", Problem.DNI_LENGTH, HARD),
    ({"document": {"scheme": "dni", "number": "1234567A"}}, "document", Problem.DNI_LETTERS, HARD),
    ({"document": {"scheme": "ce", "number": "1"}}, "document", Problem.DOCUMENT_UNUSUAL, SOFT),
    ({"document": {"scheme": "ptp", "number": "1"}}, "document", Problem.DOCUMENT_UNUSUAL, SOFT),
    ({"document": {"scheme": "cpp", "number": "1"}}, "document", Problem.DOCUMENT_UNUSUAL, SOFT),
    ({"document": {"scheme": "passport", "number": "1"}}, "document", Problem.DOCUMENT_UNUSUAL, SOFT),
    ({"document": {"scheme": "cedula_ve", "number": "1"}}, "document", Problem.DOCUMENT_UNUSUAL, SOFT),
    ({"document": {"scheme": "refugee_applicant", "number": "1"}}, "document", Problem.DOCUMENT_UNUSUAL, SOFT),
    ({"document": {"scheme": "carnet_2031", "number": "1"}}, "document", Problem.CHOICE_UNKNOWN, SOFT),
    ({"document": None}, "document", Problem.FIELD_MISSING, MISSING),
    ({"document": {"scheme": "dni", "number": ""}}, "document", Problem.FIELD_MISSING, MISSING),
    ({"ruc": "20512333798"}, "ruc", Problem.RUC_CHECK, HARD),
    ({"ruc": "123"}, "ruc", Problem.RUC_SHAPE, HARD),
    ({"phones": None}, "phones", Problem.FIELD_MISSING, MISSING),
    ({"phones": [{"number": "987654412"}]}, "phones", Problem.PHONE_UNUSUAL, SOFT),
    ({"email": "y@correo"}, "email", Problem.EMAIL_UNUSUAL, SOFT),
    ({"email": "y correo.pe"}, "email", Problem.EMAIL_UNUSUAL, SOFT),
    ({"birth_date": "2026-11-24"}, "birth_date", Problem.DATE_FUTURE, SOFT),
    ({"birth_date": "1915-11-22"}, "birth_date", Problem.DATE_OLD, SOFT),
    ({"birth_date": "2012-11-24"}, "birth_date", Problem.DATE_YOUNG, SOFT),
    ({"birth_date": "14/08/1991"}, "birth_date", Problem.DATE_UNREADABLE, SOFT),
    ({"birth_date": "1991-02-30"}, "birth_date", Problem.DATE_UNREADABLE, SOFT),
    ({"birth_date": None}, "birth_date", Problem.FIELD_MISSING, MISSING),
    ({"birth_date": None, "birth_year": 2027}, "birth_year", Problem.DATE_FUTURE, SOFT),
    ({"birth_date": None, "birth_year": 1900}, "birth_year", Problem.DATE_OLD, SOFT),
    ({"birth_date": None, "birth_year": 2020}, "birth_year", Problem.DATE_YOUNG, SOFT),
    ({"since_year": 2027}, "since_year", Problem.YEAR_UNLIKELY, SOFT),
    ({"since_year": 1900}, "since_year", Problem.YEAR_UNLIKELY, SOFT),
    ({"arrival_year": 2027}, "arrival_year", Problem.YEAR_UNLIKELY, SOFT),
    ({"people_working": -1}, "people_working", Problem.NUMBER_UNLIKELY, SOFT),
    ({"people_working": 501}, "people_working", Problem.NUMBER_UNLIKELY, SOFT),
    ({"home_district": None}, "home_district", Problem.FIELD_MISSING, MISSING),
    ({"home_district": {"scheme": "inei", "code": "1501"}}, "home_district", Problem.DISTRICT_UNKNOWN, SOFT),
    ({"address_reference": "x" * 501}, "address_reference", Problem.TEXT_LONG, HARD),
    ({"document": {"scheme": "unhcr", "number": "x" * 501}}, "document", Problem.TEXT_LONG, HARD),
    ({"languages": ["es", "x" * 501]}, "languages", Problem.TEXT_LONG, HARD),
    ({"of_a_newer_version": {"deep": ["x" * 501]}}, "of_a_newer_version", Problem.TEXT_LONG, HARD),
    ({"code": None}, "code", Problem.FIELD_TYPE, HARD),
    ({"stage": "sold"}, "stage", Problem.FIELD_TYPE, HARD),
    ({"given_names": 7}, "given_names", Problem.FIELD_TYPE, HARD),
    ({"phones": [{"number": 987654412}]}, "phones", Problem.FIELD_TYPE, HARD),
    ({"document": "12345678"}, "document", Problem.FIELD_TYPE, HARD),
]  # fmt: skip - one rule a line
"""Changes to a whole registration, and what is told of each."""


def found(**changes: Any) -> list[Finding]:
    """Findings on a whole registration with some fields changed; None takes a field out."""
    return check("entrepreneur", changed(changes), TODAY)


def changed(changes: dict[str, Any]) -> dict[str, Any]:
    fields = {**WHOLE, **changes}
    return {name: value for name, value in fields.items() if value is not None}


def of_weight(weight: Weight, findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.weight is weight]


def test_a_whole_registration_has_nothing_to_say_about() -> None:
    assert found() == []


def test_the_least_that_can_be_saved_misses_three_things_that_may_follow() -> None:
    findings = check("entrepreneur", MINIMUM, TODAY)
    assert {(one.field, one.weight) for one in findings} == {
        ("phones", MISSING),
        ("birth_date", MISSING),
        ("home_district", MISSING),
    }  # fmt: skip - one set


@pytest.mark.parametrize(("changes", "field", "problem", "weight"), TOLD)
def test_each_rule_is_told_at_its_field_with_its_weight(
    changes: dict[str, Any], field: str, problem: Problem, weight: Weight
) -> None:
    # what is merely missing may come along with what is wrong
    findings = [one for one in found(**changes) if weight is MISSING or one.weight is not MISSING]
    assert [(one.field, one.problem, one.weight) for one in findings] == [(field, problem, weight)]


@pytest.mark.parametrize(
    ("changes", "arguments"),
    [
        ({"document": {"scheme": "dni", "number": "1234567"}}, {"typed": 7, "missing": 1}),
        ({"document": {"scheme": "dni", "number": "123456789"}}, {"typed": 9, "missing": -1}),
        ({"birth_date": "1915-11-22"}, {"years": 111}),
        ({"address_reference": "x" * 501}, {"most": LONGEST_TEXT}),
    ],
)
def test_a_finding_carries_what_its_sentence_needs(changes: dict[str, Any], arguments: dict[str, int]) -> None:
    (finding,) = found(**changes)
    assert finding.arguments == arguments


@pytest.mark.parametrize(
    "changes",
    [
        {"birth_date": "1916-11-23"},
        {"birth_date": "2012-11-23"},
        {"birth_date": None, "birth_year": 1991},
        {"since_year": 2026},
        {"people_working": 0},
        {"home_district": {"scheme": "iso", "code": "VEN"}},
        {"address_reference": "x" * 500},
        {"document": {"scheme": "none"}},
        {"maternal_surname": None},
        {"support": {"key": "k", "sealed": "x" * 5000}},
        {"of_a_newer_version": [1, {"x": None}]},
        {"document": {"scheme": "ptp", "number": "123456789"}},
        {"email": ""},
        {"ruc": ""},
    ],
)  # fmt: skip - several a line
def test_what_is_allowed_is_not_told(changes: dict[str, Any]) -> None:
    assert found(**changes) == []


def test_somebody_without_papers_but_with_a_telephone_can_be_registered() -> None:
    assert of_weight(HARD, found(document=None)) == []


anything: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
plausible = st.fixed_dictionaries(
    {"code": st.just("GE26-P2XD-7KQ4")},
    optional={
        "given_names": st.text(max_size=5),
        "document": st.fixed_dictionaries({"scheme": st.text(max_size=5), "number": st.text(max_size=12)}),
        "phones": st.lists(st.fixed_dictionaries({"number": st.text(max_size=12)}), max_size=2),
        "birth_date": st.text(max_size=11) | st.dates().map(str),
        "birth_year": st.integers(),
        "since_year": st.integers(),
        "people_working": st.integers(),
        "ruc": st.text(max_size=12),
        "email": st.text(max_size=12),
        "consent_programme": st.booleans(),
        "home_district": st.fixed_dictionaries({"scheme": st.just("inei"), "code": st.text(max_size=7)}),
    },
)


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.sampled_from([*WHOLE, "x"]), anything), st.dates())
def test_no_document_of_any_kind_raises(kind: str, fields: dict[str, Any], today: date) -> None:
    for finding in check(kind, fields, today):
        assert isinstance(finding.problem, Problem)


@given(plausible, st.dates())
def test_nothing_blocks_but_what_the_design_calls_hard(fields: dict[str, Any], today: date) -> None:
    findings = of_weight(HARD, check("entrepreneur", fields, today))
    assert {finding.problem for finding in findings} <= NEVER_MORE_THAN_THESE_BLOCK


@given(st.lists(st.sampled_from([changes for changes, *_ in TOLD]), max_size=6), plausible, st.dates())
def test_what_headquarters_asks_for_are_the_hard_findings_of_a_whole_check(
    several: list[dict[str, Any]], others: dict[str, Any], today: date
) -> None:
    for fields in (changed({name: value for each in several for name, value in each.items()}), others):
        assert hard("entrepreneur", fields) == of_weight(HARD, check("entrepreneur", fields, today))


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.sampled_from([*WHOLE, "x"]), anything), st.dates())
def test_that_holds_for_every_kind_and_any_document(kind: str, fields: dict[str, Any], today: date) -> None:
    assert hard(kind, fields) == of_weight(HARD, check(kind, fields, today))


near_the_longest = st.builds(
    lambda letter, length, end: letter * length + end,
    st.sampled_from(["x", "ñ", '"', "\\", "\n", "[", 'é"']),
    st.integers(LONGEST_TEXT - 3, LONGEST_TEXT + 3) | st.sampled_from([0, 100, 250, 1000]),
    st.sampled_from(["", "x", '"', "\\"]),
)
"""Texts that are just short enough or just too long, of letters that JSON writes as they are and that it doesn't."""


@given(
    st.dictionaries(
        st.sampled_from([*WHOLE, "support"]) | near_the_longest,
        near_the_longest
        | st.integers()
        | st.lists(near_the_longest | st.none())
        | st.fixed_dictionaries({"x": anything}),
        max_size=5,
    ),
    st.sampled_from([json.dumps, msgspec.json.encode]),
)
def test_the_bytes_they_were_written_in_change_nothing_about_what_is_found(
    fields: dict[str, Any], write: Callable[[object], str | bytes]
) -> None:
    written = write({"fields": {**MINIMUM, **fields}, "user": "u"})
    written = written.encode() if isinstance(written, str) else written
    for kind in ("entrepreneur", "outreach_point"):
        assert hard(kind, {**MINIMUM, **fields}, written) == hard(kind, {**MINIMUM, **fields})


def test_a_kind_this_version_does_not_know_is_a_key_error_and_no_verdict() -> None:
    with pytest.raises(KeyError):
        check("cooperative", {}, TODAY)
    with pytest.raises(KeyError):
        hard("cooperative", {})


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("edition", {"name": "2026-II", "prefix": "GE26"}),
        ("outreach_point", {"name": "Mercado Unicachi", "edition": "e"}),
        ("partner", {"name": "Oficina Lima Norte"}),
        ("staff", {"name": "Milagros Torres", "role": "promoter"}),
        ("refusal", {"edition": "e", "outreach_point": "p", "day": "2026-11-23"}),
    ],
)
def test_other_kinds_are_checked_for_their_types(kind: str, fields: dict[str, Any]) -> None:
    assert check(kind, fields, TODAY) == []
    without = dict(list(fields.items())[1:])
    assert [one.problem for one in check(kind, without, TODAY)] == [Problem.FIELD_TYPE]


@pytest.mark.parametrize("text", ["1991-8-14", "19910814", "1991-W33-3", "", "1991-08-14 ", "١٩٩١-٠٨-١٤"])
def test_a_date_is_a_calendar_date_in_full(text: str) -> None:
    assert read_date(text) is None


def test_an_age_is_counted_in_full_years() -> None:
    born = date(2000, 2, 29)
    assert [age_on(born, day) for day in (date(2018, 2, 28), date(2018, 3, 1), date(2020, 2, 29))] == [17, 18, 20]
