"""Lists: found by any word, code or last digits; in Spanish order; paged."""

from __future__ import annotations

from typing import Any

import pytest

from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.store import records
from chasqui_desktop.store.connection import transaction
from tests.helpers.laptop import EDITION, Laptop, answers

COMPLETE: dict[str, Any] = {
    "document": {"scheme": "dni", "number": "10117410"},
    "phones": [{"number": "+51987654321"}, {"number": "+584125551234"}],
    "birth_date": "1991-08-14",
    "home_district": {"scheme": "inei", "code": "150110"},
    "sector": "food",
    "group": "migrant",
}


def names(laptop: Laptop, text: str, chosen: PeopleFilter = PeopleFilter.ALL) -> list[str]:
    people = laptop.store.book.people(text, chosen, 0, 50)
    assert people.total == len(people.rows)
    return [row.listed_name for row in people.rows]


@pytest.mark.parametrize(
    "text",
    [
        "rondon",
        "RONDÓN",
        "ron yus",
        "yusmary rond",
        "carolina",
        "núñ",
        "nun",
        "ñuñez",
        "  yus   ron  ",
        "321",
        "654 321",
        "987-654-321",
        "+51 987 654 321",
        "234",
        "412 555 1234",
        "410",
        "10117410",
    ],
)  # fmt: skip - spellings, as many as fit a line
def test_she_is_found(laptop: Laptop, text: str) -> None:
    laptop.store.book.register(answers(maternal_surname="Núñez", **COMPLETE))
    laptop.store.book.register(answers("Pedro", "Quispe"))
    assert names(laptop, text) == ["Rondón, Yusmary C."]


@pytest.mark.parametrize(
    "text",
    ["rondon quispe", "usmary", "98765432", "21", "zzz", '"', "yus*dro", "names:yus -", "NEAR(", "321 9"],
)
def test_nobody_is_found_and_nothing_breaks(laptop: Laptop, text: str) -> None:
    laptop.store.book.register(answers(**COMPLETE))
    found = names(laptop, text)
    assert found == [] or not any(letter.isalnum() for letter in text)


def test_a_code_is_found_as_it_is_typed_dictated_or_cut_short(laptop: Laptop) -> None:
    saved = [laptop.store.book.register(answers()) for _ in range(20)]
    for one in saved:
        heard = one.code.replace("0", "O").replace("1", "L")
        for text in (one.code, one.code.lower(), one.code.replace("-", ""), one.code[:-2], one.code[5:], heard):
            rows = laptop.store.book.people(text, PeopleFilter.ALL, 0, 50).rows
            assert one.record in {row.record for row in rows}, text
        assert [row.record for row in laptop.store.book.people(one.code, PeopleFilter.ALL, 0, 50).rows] == [one.record]


def test_the_order_is_paternal_maternal_given_with_n_tilde_after_n(laptop: Laptop) -> None:
    for paternal, maternal, given in [
        ("Ñahui", "Abad", "Ana"),
        ("Nuñez", "Abad", "Ana"),
        ("Nunura", "Abad", "Ana"),
        ("Nunez", "Zea", "Ana"),
        ("Núnez", "Abad", "Rosa"),
        ("Nunez", "Abad", "Ana"),
        ("De la Cruz", "Abad", "Ana"),
        ("Ávila", "Abad", "Ana"),
        ("Ocaña", "", "Ana"),
        ("", "Ochoa", "Ana"),
    ]:
        laptop.store.book.register(answers(given, paternal, maternal_surname=maternal))
    rows = laptop.store.book.people("", PeopleFilter.ALL, 0, 50).rows
    shown = [laptop.store.book.person(row.record).fields for row in rows]
    assert [(one["paternal_surname"] or one["maternal_surname"], one["given_names"]) for one in shown] == [
        ("Ávila", "Ana"),
        ("De la Cruz", "Ana"),
        ("Nunez", "Ana"),
        ("Núnez", "Rosa"),
        ("Nunez", "Ana"),
        ("Nunura", "Ana"),
        ("Nuñez", "Ana"),
        ("Ñahui", "Ana"),
        ("Ocaña", "Ana"),
        ("Ochoa", "Ana"),
    ]


def test_pages_follow_each_other_without_gap_or_repetition(laptop: Laptop) -> None:
    for number in range(25):
        laptop.store.book.register(answers(f"Ana {chr(97 + number)}", "Flores" if number % 2 else "Rojas"))
    for text in ("", "ana", "flo"):
        whole = laptop.store.book.people(text, PeopleFilter.ALL, 0, 100)
        pages = [laptop.store.book.people(text, PeopleFilter.ALL, start, 4) for start in range(0, 28, 4)]
        assert [row for page in pages for row in page.rows] == whole.rows
        assert {page.total for page in pages} == {whole.total} == {len(whole.rows)}


def test_many_found_are_listed_as_few_are(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        laptop.store.book.register(answers(f"Ana {chr(97 + number)}", "Flores" if number % 2 else "Rojas"))
    few = laptop.store.book.people("ana", PeopleFilter.ALL, 2, 5)
    monkeypatch.setattr("chasqui_desktop.store.people._FEW", 3)
    assert laptop.store.book.people("ana", PeopleFilter.ALL, 2, 5) == few


def test_each_chip_counts_what_its_list_shows(laptop: Laptop) -> None:
    book = laptop.store.book
    book.register(answers("Ana", "Uno", **COMPLETE))
    book.register(answers("Bea", "Dos", group="host"))
    laptop.receipted()
    book.register(answers("Carla", "Tres", group="refugee"))
    shown = {chosen: names(laptop, "", chosen) for chosen in PeopleFilter}
    assert shown == {
        PeopleFilter.ALL: ["Dos, Bea", "Tres, Carla", "Uno, Ana"],
        PeopleFilter.TO_SEND: ["Tres, Carla"],
        PeopleFilter.INCOMPLETE: ["Dos, Bea", "Tres, Carla"],
        PeopleFilter.QUOTA: ["Tres, Carla", "Uno, Ana"],
    }
    assert book.people_counts() == {chosen: len(found) for chosen, found in shown.items()}
    assert names(laptop, "ana", PeopleFilter.QUOTA) == ["Uno, Ana"]
    assert names(laptop, "ana", PeopleFilter.INCOMPLETE) == []


def test_a_row_says_what_the_list_shows_and_no_more(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers(**COMPLETE))
    [row] = laptop.store.book.people("", PeopleFilter.ALL, 0, 9).rows
    assert (row.record, row.code, row.initials, row.district, row.sector) == (
        saved.record,
        saved.code,
        "YR",
        "150110",
        "food",
    )
    assert (row.incomplete, row.counts_for_quota, row.saved_at) == (False, True, laptop.world.now)


def test_the_quota_counts_an_editions_people(laptop: Laptop) -> None:
    for group in ("migrant", "host", "host", "asylum_seeker", None):
        laptop.store.book.register(answers(group=group))
    quota = laptop.store.book.quota(EDITION)
    assert (quota.counted, quota.total, quota.minimum) == (2, 5, 0.3)


def test_what_a_locked_laptop_held_is_found_again(laptop: Laptop) -> None:
    laptop.store.book.register(answers(**COMPLETE))
    laptop.reopen()
    assert names(laptop, "yus ron") == ["Rondón, Yusmary C."]


def test_answers_kept_one_after_the_other_never_contradict_each_other(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers())
    for band in ("under_500", "500_1500", "over_4000"):
        person = laptop.store.book.person(saved.record)
        seen = {name: head for name, head in person.heads.items() if name == "sales_band"}
        laptop.store.book.amend(saved.record, {"sales_band": band}, seen)
    with transaction(laptop.store._connection) as connection:
        held = records.held(connection, saved.record)
    assert held is not None
    assert (held.state.fields["sales_band"], held.state.open) == ("over_4000", {})


def test_a_consent_taken_back_is_an_act_of_its_own_and_is_told_in_the_history(laptop: Laptop) -> None:
    saved = laptop.store.book.register(answers(consent_whatsapp=True))
    laptop.store.book.withdraw(saved.record, "whatsapp")
    person = laptop.store.book.person(saved.record)
    assert person.fields["consent_whatsapp"] is False
    assert [(act.action, act.fields) for act in person.history][1:] == [("withdraw", ("consent_whatsapp",))]
    with pytest.raises(KeyError):
        laptop.store.book.withdraw("0" * 32, "whatsapp")
