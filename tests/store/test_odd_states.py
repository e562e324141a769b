"""Whatever headquarters tells of a record, of this version or a newer one: it is kept, and every list still opens."""

from __future__ import annotations

from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chasqui_desktop.book import Area, DeliveryFilter, PeopleFilter, Period
from chasqui_sync.core.fold import Head, Rival, State
from chasqui_sync.core.records import KINDS
from tests.helpers.laptop import EDITION, PARTNER, Laptop

_ODD_TEXT = st.sampled_from(["", "\0", "a\0b", "\ufeff", "x" * 300, "😀", "%_'\"*", '"', "NEAR(", "entrepreneur"])
_ODD_NUMBER = st.sampled_from([0, -1, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64, 10**30, 1e308, 0.1])
_VALUES = st.recursive(
    st.none() | st.booleans() | _ODD_NUMBER | _ODD_TEXT | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_ODD_TEXT, inner, max_size=3),
    max_leaves=5,
)
_NUMBERS = count(1)


@st.composite
def _states(draw: st.DrawFn) -> State:
    kind = draw(st.sampled_from(["entrepreneur", "entrepreneur", "entrepreneur", *sorted(KINDS), "of a newer version"]))
    known = KINDS[kind].__struct_fields__ if kind in KINDS else ("name",)
    fields = st.dictionaries(st.sampled_from([*known, "of_a_newer_version", ""]), _VALUES, max_size=6)
    head = Head("ab12cd34ef567890.1.1", draw(st.sampled_from([0, 1, 2**53, 2**63 - 1])))
    rivals = st.dictionaries(st.sampled_from(known), st.just([Rival("another", head)]), max_size=2)
    return State(
        id=f"{next(_NUMBERS):032x}",
        kind=kind,
        scope=PARTNER,
        fields=draw(fields),
        head=head,
        open=draw(rivals),
        deleted=draw(st.booleans()) and draw(st.booleans()),
        schema=draw(st.sampled_from([1, 2])),
        at=1,
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(states=st.lists(_states(), min_size=1, max_size=5), wanted=_ODD_TEXT | st.text(max_size=8))
def test_no_state_however_odd_keeps_the_lists_from_opening(laptop: Laptop, states: list[State], wanted: str) -> None:
    laptop.told(*states)
    book = laptop.store.book
    book.reference()
    for chosen in PeopleFilter:
        for row in book.people(wanted, chosen, 0, 50).rows:
            book.person(row.record)
    book.people_counts()
    for delivered in DeliveryFilter:
        book.deliveries(delivered, 0, 50)
    book.counts()
    book.quota(EDITION)
    for area in Area:
        book.tally(EDITION, area, None, Period.EDITION)
    for state in states:
        if state.kind == "entrepreneur" and not state.deleted:
            assert book.person(state.id).fields == state.fields
