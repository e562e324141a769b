"""A record can say what this version does not ask: every screen shows it, and opening it changes nothing."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.form_sections import SECTIONS
from chasqui_desktop.screens.people.panel import PersonPanel
from chasqui_desktop.screens.people.rights import Rights
from chasqui_desktop.screens.register.form import Form
from chasqui_desktop.screens.register.taking_up import open_record
from chasqui_desktop.screens.whole_form import WholeForm
from tests.helpers.made_up_people import person
from tests.helpers.sample_book import REFERENCE, YUSMARY, now

_WORDS = st.sampled_from(["", " ", "of a newer version", "x" * 300, "<b>ñ</b>", "😀", "{n}", "&Alt"])
_YEARS = st.sampled_from([None, 0, -1, 1, 9999, 10**12])
_PHONES = st.lists(
    st.fixed_dictionaries({"number": st.sampled_from(["+51987654321", "", "abc", "+5804141234567"])}), max_size=3
)
_ODD: dict[str, st.SearchStrategy[Any]] = {
    **{name: st.none() | _WORDS for name in ("nationality", "migration_status", "maternal_surname", "edition")},
    **{name: st.none() | _WORDS for name in ("business_name", "sector", "channel", "channel_detail", "schedule")},
    **{name: st.none() | _WORDS for name in ("connectivity", "sales_band", "main_need", "email", "partner")},
    **{name: st.none() | _YEARS for name in ("birth_year", "arrival_year", "since_year", "people_working")},
    **{name: st.none() | st.lists(_WORDS, max_size=3) for name in ("languages", "sells_at", "digital_tools")},
    "phones": st.none() | _PHONES,
    "document": st.fixed_dictionaries({"scheme": st.sampled_from(["dni", "none", "of_a_newer"]), "number": _WORDS}),
    "birth_date": st.sampled_from([None, "0001-01-01", "1988-02-31", "9999-12-31", "soon", ""]),
    "home_district": st.none() | st.fixed_dictionaries({"scheme": st.sampled_from(["inei", "iso"]), "code": _WORDS}),
    "disability": st.none() | st.dictionaries(_WORDS, st.integers(-1, 9), max_size=2),
    "consent": st.none()
    | st.just({"version": "v99", "language": "qu", "how": "signature", "at": 2**53, "witness": "nobody"}),
    "of_a_newer_version": _WORDS,
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 999), odd=st.fixed_dictionaries({}, optional=_ODD))
def test_a_person_of_any_shape_is_shown_and_opened_without_a_change(
    qtbot: QtBot, seed: int, odd: dict[str, Any]
) -> None:
    fields = {"code": "GE26-P2XD-7KQ4", **person(random.Random(seed)), **odd}
    somebody = YUSMARY._replace(fields=fields, heads=dict.fromkeys(fields, "d.i.1"))
    today = now().date()
    panel = PersonPanel(lambda: today, lambda _number: "")
    rights = Rights(lambda: today)
    whole = WholeForm(lambda: today)
    for widget in (panel, rights, whole):
        qtbot.addWidget(widget)
    panel.show_reference(REFERENCE)
    panel.show_person(somebody)
    rights.show_person(somebody)
    asked: list[dict[str, Any]] = []
    whole.amend_asked.connect(lambda _record, changed, _seen: asked.append(changed))
    whole.open(somebody)
    for section in range(len(SECTIONS)):
        whole.go(section)
    desk = Form()
    open_record(desk, somebody, today)
    assert desk.amendment is not None
    assert desk.amendment.changed(desk.answers(today)) == {}
    assert asked == []
