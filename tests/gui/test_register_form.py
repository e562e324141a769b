"""The form behind the desk: what is typed becomes a record, and comes back from a draft as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_desktop.book import Person, Post
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.taking_up import open_record
from chasqui_sync.core.problems import Problem
from chasqui_sync.core.records import Entrepreneur
from chasqui_sync.core.rules import Weight, check

TODAY = date(2026, 11, 23)
PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10"


def consented() -> Form:
    form = Form(edition="e" * 32, outreach_point="1" * 32, notice_version="v3.2", flyer_code="COM-07")
    form.consent_programme, form.consent_how, form.notice_read_at = True, "spoken", 1_764_000_000_000
    return form


def named() -> Form:
    form = consented()
    form.given_names = "Rosa"
    form.choose_scheme("dni")
    form.number = "10117410"
    return form


def found(form: Form) -> set[tuple[str, Problem, Weight]]:
    return {(each.field, each.problem, each.weight) for each in form.findings(TODAY)}


def test_an_empty_form_answers_nothing_and_names_the_three_things_needed_to_save() -> None:
    form = Form()
    assert form.is_empty
    assert form.answers(TODAY) == {}
    assert {problem for _, problem, weight in found(form) if weight is Weight.HARD} == {
        Problem.CONSENT_NEEDED,
        Problem.NAME_NEEDED,
        Problem.IDENTITY_NEEDED,
    }


def test_consent_one_name_and_a_document_are_enough_to_save() -> None:
    assert not [each for each in named().findings(TODAY) if each.weight is Weight.HARD]


def test_no_document_is_an_answer_and_enough_with_a_name() -> None:
    form = consented()
    form.given_names = "Yusmary"
    form.choose_scheme("none")
    assert form.answers(TODAY)["document"] == {"scheme": "none", "number": ""}
    assert not [each for each in form.findings(TODAY) if each.weight is Weight.HARD]


def test_answers_have_the_shape_of_the_record_both_sides_know() -> None:
    form = named()
    form.phone, form.owner, form.whatsapp = "987 654 321", "own", True
    form.home_code, form.birth = "150110", "12/03/1988"
    form.people_working, form.since_year = "2", "2024"
    answers = form.answers(TODAY)
    assert set(answers) <= set(Entrepreneur.__struct_fields__)
    assert answers["phones"] == [{"number": "+51987654321", "owner": "own", "whatsapp": True}]
    assert answers["home_district"] == {"scheme": "inei", "code": "150110"}
    assert answers["birth_date"] == "1988-03-12"
    assert (answers["people_working"], answers["since_year"]) == (2, 2024)
    assert answers["consent"] == {"version": "v3.2", "language": "es", "how": "spoken", "at": 1_764_000_000_000}
    assert not [each for each in check("entrepreneur", {"code": "", **answers}, TODAY) if each.weight is Weight.HARD]


def test_an_age_alone_is_kept_as_the_year_it_implies() -> None:
    form = named()
    form.birth = "38"
    assert form.answers(TODAY)["birth_year"] == 1988
    assert "birth_date" not in form.answers(TODAY)


def test_a_birth_date_that_is_none_is_kept_as_written_and_only_warned_about() -> None:
    form = named()
    form.birth = "31/02/1990"
    assert form.answers(TODAY)["birth_date"] == "31/02/1990"
    assert ("birth_date", Problem.DATE_UNREADABLE, Weight.SOFT) in found(form)


@pytest.mark.parametrize(
    ("scheme", "nationality", "group"),
    [
        ("dni", "PER", "host"),
        ("cedula_ve", "VEN", "migrant"),
        ("ptp", "VEN", "migrant"),
        ("cpp", "VEN", "migrant"),
        ("ce", None, None),
        ("passport", None, None),
        ("refugee_applicant", None, "asylum_seeker"),
        ("none", None, None),
    ],
)
def test_a_document_proposes_the_nationality_it_implies(
    scheme: str, nationality: str | None, group: str | None
) -> None:
    form = Form()
    form.choose_scheme(scheme)
    assert (form.nationality, form.group) == (nationality, group)


def test_a_nationality_a_person_gave_is_not_proposed_away() -> None:
    form = Form()
    form.choose_scheme("ptp")
    form.choose_nationality("COL")
    form.choose_scheme("cpp")
    assert form.nationality == "COL"


def test_the_group_follows_document_and_nationality_until_somebody_chooses_another() -> None:
    form = Form()
    form.choose_scheme("refugee_applicant")
    form.choose_nationality("VEN")
    assert form.group == "asylum_seeker"
    form.turn_group()
    assert form.group == "returnee"
    form.choose_nationality("PER")
    assert form.group == "host"


def test_the_ruc_of_a_dni_is_proposed_and_answers_only_once_accepted() -> None:
    form = named()
    form.has_ruc = "yes"
    assert form.proposed_ruc == "10101174102"
    assert "ruc" not in form.answers(TODAY)
    form.accept_ruc()
    assert form.answers(TODAY)["ruc"] == "10101174102"


def test_a_typed_ruc_is_not_written_over_by_the_proposal() -> None:
    form = named()
    form.has_ruc, form.ruc = "yes", "20512333798"
    form.accept_ruc()
    assert form.ruc == "20512333798"
    assert ("ruc", Problem.RUC_CHECK, Weight.HARD) in found(form)


def test_without_a_ruc_neither_number_nor_regime_is_answered() -> None:
    form = named()
    form.has_ruc, form.ruc, form.tax_regime = "no", "20512333797", "nrus"
    assert "ruc" not in form.answers(TODAY)
    assert "tax_regime" not in form.answers(TODAY)


def test_the_flyers_code_comes_from_the_point_and_another_channel_does_not_keep_it() -> None:
    form = named()
    form.choose_channel("flyer")
    assert form.answers(TODAY)["channel_detail"] == "COM-07"
    form.choose_channel("radio")
    assert "channel_detail" not in form.answers(TODAY)


def test_words_that_are_no_district_are_kept_and_warned_about() -> None:
    form = named()
    form.home_text = "por el mercado nuevo"
    assert form.answers(TODAY)["address_reference"] == "por el mercado nuevo"
    assert ("home_district", Problem.DISTRICT_UNKNOWN, Weight.SOFT) in found(form)


def test_support_answers_go_beside_the_record_and_only_where_somebody_can_open_them() -> None:
    form = named()
    form.support = {"shelter": "no", "protection": "yes"}
    form.accepts_referral, form.referral_note = True, " De noche. "
    assert "support_answers" not in form.answers(TODAY)
    form.asks_support = True
    assert form.answers(TODAY)["support_asked"] is True
    assert form.answers(TODAY)["support_answers"] == {
        "shelter": "no",
        "protection": "yes",
        "accepts_referral": True,
        "note": "De noche.",
    }


def test_not_asking_today_sends_no_answers() -> None:
    form = named()
    form.asks_support, form.support_skipped = True, True
    form.support = {"shelter": "yes"}
    assert form.answers(TODAY)["support_asked"] is False
    assert "support_answers" not in form.answers(TODAY)


def test_clearing_keeps_what_holds_from_person_to_person() -> None:
    form = named()
    form.notice_language, form.asks_support = "en", True
    form.clear()
    assert form.is_empty
    assert (form.edition, form.outreach_point, form.flyer_code) == ("e" * 32, "1" * 32, "COM-07")
    assert (form.notice_language, form.notice_version, form.asks_support) == ("en", "v3.2", True)
    assert form.phone_region == "PE"


@given(
    st.fixed_dictionaries(
        {
            name: st.text(max_size=60)
            for name in (
                "number",
                "paternal_surname",
                "given_names",
                "birth",
                "phone",
                "home_text",
                "ruc",
                "since_year",
            )
        }
    ),
    st.sampled_from(["dni", "ce", "ptp", "cpp", "passport", "cedula_ve", "refugee_applicant", "none", None]),
    st.dictionaries(st.sampled_from(["shelter", "food"]), st.sampled_from(["yes", "no", "unsaid"])),
)
def test_whatever_is_typed_comes_back_from_a_draft_and_never_breaks_the_rules(
    typed: dict[str, str], scheme: str | None, support: dict[str, str]
) -> None:
    form = consented()
    form.choose_scheme(scheme)
    for name, text in typed.items():
        setattr(form, name, text)
    form.has_ruc, form.support = "yes", support
    again = Form()
    again.restore(form.state())
    assert again == form
    assert again.answers(TODAY) == form.answers(TODAY)
    form.findings(TODAY)


def test_a_draft_of_another_version_gives_what_is_known() -> None:
    form = Form()
    form.restore({"given_names": "Rosa", "favourite_colour": "añil", "card": 2})
    assert form.given_names == "Rosa"
    assert form.number == ""


def test_a_saved_record_opens_for_correction_and_only_what_changed_is_sent() -> None:
    form = named()
    form.birth, form.phone, form.home_code = "12/03/1988", "987654321", "150110"
    form.paternal_surname = "Quispe"
    saved = {"code": "GE26-0000-0000", **form.answers(TODAY)}
    heads = dict.fromkeys(saved, "dev.inc.1")
    person = Person("r" * 32, "GE26-0000-0000", saved, heads, False, Post.LAPTOP, 0, None, None, None, ())
    desk = Form()
    open_record(desk, person, TODAY)
    assert desk.amendment is not None
    assert desk.amendment.changed(desk.answers(TODAY)) == {}
    desk.paternal_surname = "Quispe Ávila"
    desk.phone = ""
    changed = desk.amendment.changed(desk.answers(TODAY))
    assert changed == {"paternal_surname": "Quispe Ávila", "phones": None}
    assert desk.amendment.seen(changed) == {"paternal_surname": "dev.inc.1", "phones": "dev.inc.1"}


def test_what_the_desk_does_not_ask_outlives_a_correction() -> None:
    form = named()
    form.phone = "987654321"
    told = form.answers(TODAY)
    second = {"number": "+51911111111", "owner": "family"}
    saved = {
        **told,
        "code": "GE26-0000-0000",
        "given_names": "  Rosa   Elvira ",
        "phones": [*told["phones"], second],
        "consent": {**told["consent"], "witness": "s1"},
        "document": {**told["document"], "issued": "2019"},
    }
    desk = Form()
    open_record(desk, Person("r" * 32, "GE26-0000-0000", saved, {}, False, Post.LAPTOP, 0, None, None, None, ()), TODAY)
    assert desk.amendment is not None
    assert desk.amendment.changed(desk.answers(TODAY)) == {}
    desk.phone = "922222222"
    assert desk.amendment.changed(desk.answers(TODAY)) == {"phones": [{"number": "+51922222222"}, second]}
    desk.phone = ""
    assert desk.amendment.changed(desk.answers(TODAY)) == {"phones": [second]}


def test_a_corrected_consent_keeps_its_witness_and_what_a_newer_version_knows() -> None:
    told = named().answers(TODAY)
    given = {**told["consent"], "witness": "Rosa", "place": "plaza"}
    saved = {**told, "code": "GE26-0000-0000", "consent": given}
    desk = Form()
    open_record(desk, Person("r" * 32, "GE26-0000-0000", saved, {}, False, Post.LAPTOP, 0, None, None, None, ()), TODAY)
    assert desk.amendment is not None
    desk.consent_how, desk.notice_language = "signature", "en"
    corrected = {"consent": {**given, "how": "signature", "language": "en"}}
    assert desk.amendment.changed(desk.answers(TODAY)) == corrected
    assert given["at"] == desk.notice_read_at
    desk.notice_read_at = given["at"] + 60_000
    assert "witness" not in desk.amendment.changed(desk.answers(TODAY))["consent"], "nobody saw her give it anew"


def test_what_was_corrected_and_kept_can_be_put_back() -> None:
    form = named()
    saved = {**form.answers(TODAY), "code": "GE26-0000-0000", "phones": [{"number": "+51987654321"}]}
    desk = Form()
    open_record(desk, Person("r" * 32, "GE26-0000-0000", saved, {}, False, Post.LAPTOP, 0, None, None, None, ()), TODAY)
    desk.business_name, before = "Chicha Ana", dict(saved)
    for value in ("Chicha Ana", ""):
        assert desk.amendment is not None
        desk.business_name = value
        changed = desk.amendment.changed(desk.answers(TODAY))
        assert changed == {"business_name": value or None}
        saved = {name: kept for name, kept in {**saved, **changed}.items() if kept is not None}
        desk.amendment = desk.amendment.kept(saved, {})
        assert desk.amendment.changed(desk.answers(TODAY)) == {}
    assert saved == before
