"""The table of districts holds what INEI says, and its search answers as people type."""

from __future__ import annotations

import time

import pytest

from chasqui_resources.districts import district, district_of_reniec, districts, find_districts
from chasqui_resources.search import spanish_order

COMAS = "150110"


def names(text: str, near: str | None = None, last_used: tuple[str, ...] = ()) -> list[str]:
    return [f"{found.name} · {found.province} · {found.department}" for found in find_districts(text, near, last_used)]


def test_there_are_1891_districts_in_196_provinces_and_25_first_level_places() -> None:
    codes = [found.code for found in districts()]
    assert len(codes) == len(set(codes)) == 1891
    assert len({code[:4] for code in codes}) == 196
    assert len({code[:2] for code in codes}) == 25
    assert all(len(code) == 6 and code.isdigit() for code in codes)


def test_1736_names_are_distinct_and_santa_rosa_is_there_ten_times() -> None:
    assert len({found.name for found in districts()}) == 1736
    assert sum(found.name == "Santa Rosa" for found in districts()) == 10


def test_the_two_stale_codes_are_left_out() -> None:
    for stale in ("090708", "090712"):
        with pytest.raises(KeyError, match=stale):
            district(stale)


def test_names_carry_their_accents_and_small_words() -> None:
    spelt = {found.name for found in districts()}
    assert {"Ñahuimpuquio", "Breña", "Villa María del Triunfo", "Magdalena del Mar"} <= spelt
    assert not [name for name in spelt if name != name.strip() or " Del " in name]
    assert district("020101").department == "Áncash"


def test_districts_are_sorted_by_name_with_n_tilde_after_n() -> None:
    listed = [found.name for found in districts()]
    assert listed == sorted(listed, key=spanish_order)
    last_n = max(place for place, name in enumerate(listed) if name.startswith("N"))
    first_tilde = min(place for place, name in enumerate(listed) if name.startswith("Ñ"))
    assert last_n < first_tilde < listed.index("Obas")


def test_reniec_numbers_the_same_place_otherwise() -> None:
    assert district(COMAS).reniec == "140106"
    assert district_of_reniec("140106") == district(COMAS)
    known = [found for found in districts() if found.reniec]
    assert len(known) == len({found.reniec for found in known}) == 1835
    with pytest.raises(KeyError):
        district_of_reniec("")


def test_three_letters_near_the_point_bring_its_district_first() -> None:
    assert names("Com", near=COMAS)[:3] == [
        "Comas · Lima · Lima",
        "Comandante Noel · Casma · Áncash",
        "Comas · Concepción · Junín",
    ]


def test_accents_and_case_are_forgiven() -> None:
    assert names("BREÑA")[0] == names("brena")[0] == "Breña · Lima · Lima"


def test_words_come_in_any_order_and_may_be_begun_only() -> None:
    assert names("lurig juan")[0] == "San Juan de Lurigancho · Lima · Lima"
    assert names("melgar santa rosa") == ["Santa Rosa · Melgar · Puno"]


def test_what_the_field_shows_finds_the_same_district_again() -> None:
    for found in districts():
        shown = f"{found.name} · {found.province} · {found.department}"
        assert found in find_districts(shown), shown


def test_a_name_typed_whole_beats_a_nearer_longer_one() -> None:
    assert names("San Juan", near=COMAS)[0].startswith("San Juan · ")
    assert names("santa rosa", near=COMAS)[0] == "Santa Rosa · Lima · Lima"


def test_those_last_used_follow_the_points_own_and_precede_its_province() -> None:
    san_martin_de_porres, san_luis_of_canete = "150135", "150514"
    used = (san_luis_of_canete, san_martin_de_porres)
    found = [each.code for each in find_districts("san", near=COMAS, last_used=used)]
    assert found[:2] == [san_luis_of_canete, san_martin_de_porres]
    assert all(code.startswith("1501") for code in found[2:])
    assert names("com", COMAS, ("020803",))[:2] == [
        "Comas · Lima · Lima",
        "Comandante Noel · Casma · Áncash",
    ]


def test_nothing_typed_offers_the_points_own_and_those_last_used() -> None:
    offered = find_districts("  ", near=COMAS, last_used=("150135", COMAS, "999999"))
    assert [each.code for each in offered] == [COMAS, "150135"]
    assert find_districts("") == ()


def test_a_name_that_is_nowhere_finds_nothing() -> None:
    assert find_districts("Caracas") == ()


def test_never_more_than_the_limit() -> None:
    assert len(find_districts("a")) == 6
    assert len(find_districts("a", limit=2)) == 2


def test_a_search_takes_a_few_milliseconds_at_most() -> None:
    find_districts("calentar")
    took = []
    for text in ("s", "sa", "san juan", "santa rosa puno", "com", "la la la"):
        start = time.perf_counter()
        find_districts(text, near=COMAS)
        took.append(time.perf_counter() - start)
    # A key press must not be felt; the bound is loose because machines are shared.
    assert min(took) < 0.005, took
    assert sorted(took)[len(took) // 2] < 0.02, took
