"""The same person told twice is flagged with reasons; relatives, twins and namesakes are not."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from chasqui_sync.core.blocking import Kept, asked_keys, kept_keys
from chasqui_sync.core.likeness import Band, Likeness, Reason, compare, is_enough, percent, traits
from tests.helpers.pairs import Pair, pairs

HELD_OUT = 20261123
"""No weight was chosen by looking at this seed's pairs."""

ROSA: dict[str, Any] = {
    "given_names": "Rosa Elena",
    "paternal_surname": "Quispe",
    "maternal_surname": "Mamani",
    "document": {"scheme": "dni", "number": "40117410"},
    "phones": [{"number": "+51987654321", "owner": "own"}],
    "birth_date": "1988-03-12",
    "gender": "woman",
    "home_district": {"scheme": "inei", "code": "150110"},
}


def likeness(**changed: Any) -> Likeness:
    """Compare Rosa with Rosa told otherwise; None leaves a field out."""
    other = {name: value for name, value in {**ROSA, **changed}.items() if value is not None}
    found = compare(traits(ROSA), traits(other))
    assert found == compare(traits(other), traits(ROSA)), "which is asked about makes no difference"
    return found


def dni(number: str) -> dict[str, str]:
    return {"scheme": "dni", "number": number}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({}, Reason.SAME_DOCUMENT),
        ({"document": {"scheme": "passport", "number": "40117410"}}, Reason.SAME_NUMBER),
        ({"document": {"scheme": "cedula_ve", "number": "V-40117410"}}, Reason.SAME_NUMBER),
        ({"document": {"scheme": "ce", "number": "040117410"}}, Reason.SAME_NUMBER),
        ({"document": None, "ruc": "10401174108"}, Reason.DNI_IN_RUC),
        ({"document": dni("40117411")}, Reason.DOCUMENT_ONE_WRONG),
        ({"document": dni("4011741")}, Reason.DOCUMENT_ONE_WRONG),
        ({"document": dni("40171410")}, Reason.DOCUMENT_EXCHANGED),
        ({"document": None}, Reason.SAME_PHONE),
        ({"document": None}, Reason.SAME_SURNAMES),
        ({"paternal_surname": "Kispe", "maternal_surname": "MAMANY"}, Reason.SURNAMES_SOUND),
        ({"paternal_surname": "Mamani", "maternal_surname": "Quispe"}, Reason.SURNAMES_SWAPPED),
        ({"paternal_surname": "Mamani Quispe", "maternal_surname": None}, Reason.SURNAMES_SWAPPED),
        ({"paternal_surname": "Quispr"}, Reason.SURNAMES_NEARLY),
        ({"maternal_surname": None}, Reason.SAME_SURNAME),
        ({"maternal_surname": "de Flores"}, Reason.SAME_SURNAME),
        ({"given_names": "Elena Rosa"}, Reason.SAME_GIVEN),
        ({"given_names": "ROZA HELENA"}, Reason.GIVEN_SOUND),
        ({"given_names": "Rosaelena"}, Reason.GIVEN_SOUND),
        ({"given_names": "Rosa"}, Reason.GIVEN_NEARLY),
        ({"given_names": "Rosa E."}, Reason.GIVEN_NEARLY),
        ({"given_names": "Rosa Elenz"}, Reason.GIVEN_NEARLY),
        ({"document": None}, Reason.SAME_BIRTH),
        ({"birth_date": "1988-12-03"}, Reason.BIRTH_EXCHANGED),
        ({"birth_date": "1983-03-12"}, Reason.BIRTH_ONE_WRONG),
        ({"birth_date": "1989-03-12"}, Reason.BIRTH_YEAR_NEAR),
        ({"birth_date": None, "birth_year": 1989}, Reason.SAME_BIRTH_YEAR),
    ],
)
def test_each_thing_that_agrees_is_a_reason(changed: dict[str, Any], reason: Reason) -> None:
    found = likeness(**changed)
    assert reason in found.reasons
    assert found.band is not Band.NONE


@pytest.mark.parametrize(
    ("changed", "against"),
    [
        ({"given_names": "Carmen Julia", "birth_date": "1991-07-02", "document": dni("44208831")}, Reason.OTHER_GIVEN),
        ({"given_names": "Carmen Julia", "document": dni("40117411")}, Reason.OTHER_GIVEN),
        ({"given_names": "Rosa Julia", "document": dni("40117411")}, Reason.OTHER_GIVEN),
        ({"given_names": "Roso", "gender": "man", "document": dni("40117411")}, Reason.OTHER_GENDER),
        ({"birth_date": "1961-07-20", "document": dni("09208831"), "maternal_surname": "Soto"}, Reason.OTHER_BIRTH),
        ({"birth_date": "1961-07-20", "document": dni("09208831"), "phones": None}, Reason.OTHER_DOCUMENT),
    ],
)
def test_sisters_twins_mothers_and_namesakes_are_somebody_else(changed: dict[str, Any], against: Reason) -> None:
    found = likeness(**changed)
    assert found.band is Band.NONE
    assert against in found.reasons


def test_one_document_under_another_name_is_to_be_looked_at_and_says_both() -> None:
    found = likeness(given_names="Carmen", paternal_surname="Torres", maternal_surname="Soto", birth_date="1961-07-20")
    assert found.band is Band.POSSIBLE
    assert found.reasons[0] is Reason.SAME_DOCUMENT
    assert {Reason.OTHER_GIVEN, Reason.OTHER_SURNAMES, Reason.OTHER_BIRTH} <= set(found.reasons)


def test_a_relatives_telephone_says_less_than_ones_own() -> None:
    known = {"document": None, "birth_date": None, "given_names": "Rosa", "maternal_surname": None}
    own = likeness(**known)
    hers = likeness(**known, phones=[{"number": "+51987654321", "owner": "family"}])
    assert own.points > hers.points


def test_the_first_of_january_says_less_than_a_day() -> None:
    new_year = {**ROSA, "birth_date": "1988-01-01"}
    assert compare(traits(new_year), traits(new_year)).points < likeness().points


def test_nobody_is_asked_for_before_there_is_enough_to_go_by() -> None:
    assert not is_enough(traits({}))
    assert not is_enough(traits({"given_names": "Rosa", "paternal_surname": "Quispe"}))
    assert not is_enough(traits({"document": {"scheme": "dni", "number": "401"}}))
    assert not is_enough(traits({"document": {"scheme": "dni", "number": "00000000"}}))
    for name in ("document", "phones"):
        assert is_enough(traits({name: ROSA[name]}))
    assert is_enough(traits({**ROSA, "document": None, "phones": None}))


@pytest.mark.parametrize("odd", [None, 7, [], ["x"], {"scheme": 1, "number": 2}, [{"number": 3}], "ñ", "10"])
def test_odd_documents_of_another_version_are_no_trouble(odd: object) -> None:
    fields = dict.fromkeys([*ROSA, "birth_year", "ruc"], odd)
    assert compare(traits(fields), traits(ROSA)).band is Band.NONE
    assert asked_keys(traits(fields)) is not None


def flagged(made: list[Pair]) -> Counter[tuple[bool, str]]:
    found = Counter[tuple[bool, str]]()
    for pair in made:
        if compare(traits(pair.one), traits(pair.other)).band is not Band.NONE:
            found[pair.same, pair.kind] += 1
    return found


def test_of_a_thousand_labelled_pairs_19_in_20_true_ones_are_flagged_and_1_in_50_false_ones_at_most() -> None:
    made = pairs(1000, HELD_OUT)
    found, whole = flagged(made), Counter((pair.same, pair.kind) for pair in made)
    for key in sorted(whole):
        print(f"{'same person' if key[0] else 'two people':<12} {key[1]:<36} flagged {found[key]:>3} of {whole[key]}")  # noqa: T201 - the figures are what is asked for
    share = {
        same: sum(found[key] for key in found if key[0] is same) / sum(whole[key] for key in whole if key[0] is same)
        for same in (True, False)
    }
    print(f"true pairs flagged {share[True]:.1%}, false pairs flagged {share[False]:.1%}")  # noqa: T201 - the figures are what is asked for
    assert sum(whole.values()) == 1000
    assert share[True] >= 0.95
    assert share[False] <= 0.02


def test_the_keys_lead_to_nearly_all_who_are_the_same_even_without_document_and_telephone() -> None:
    true = [pair for pair in pairs(1000, HELD_OUT) if pair.same]
    made_of = ("given_names", "paternal_surname", "maternal_surname", "birth_date", "ruc")
    kept = [kept_keys(Kept(*(pair.one.get(name) or "" for name in made_of))) for pair in true]
    met = sum(bool(keys & asked_keys(traits(pair.other))) for keys, pair in zip(kept, true, strict=True))
    print(f"{met} of {len(true)} found by names, birth date or RUC alone")  # noqa: T201 - the figures are what is asked for
    assert met >= 0.95 * len(true)


def test_points_are_said_in_percent_and_never_as_certain() -> None:
    assert [percent(points) for points in (-40, 0, 14, 15, 16, 17, 22, 80)] == [1, 1, 50, 76, 91, 97, 99, 99]
