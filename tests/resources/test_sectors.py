"""The rubros are plain, stable, mapped to CIIU, and found by what people call them."""

from __future__ import annotations

import pytest

from chasqui_resources.sectors import find_sectors, sector, sectors

CODES = """
prepared_food bakery packaged_food grocery fresh_produce clothing tailoring crafts footwear
beauty cosmetics household_goods phones carpentry metalwork construction vehicles transport
farming cleaning care teaching digital events other
""".split()


def test_the_codes_that_records_hold_never_change() -> None:
    assert [each.code for each in sectors()] == CODES
    assert len(CODES) == 25


def test_each_rubro_has_two_names_and_a_section_of_ciiu_revision_4() -> None:
    for each in sectors():
        assert each.es
        assert each.en
        assert each.ciiu in "ABCDEFGHIJKLMNOPQRSTU"
    assert len({each.es for each in sectors()}) == len({each.en for each in sectors()}) == 25


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("com", "prepared_food"),
        ("AREPAS", "prepared_food"),
        ("bodega", "grocery"),
        ("abarrotes", "grocery"),
        ("ropa", "clothing"),
        ("zapateria", "footwear"),
        ("tejidos", "crafts"),
        ("artesanía", "crafts"),
        ("peluqueria", "beauty"),
        ("carpintería", "carpentry"),
        ("mototaxi", "transport"),
        ("mascotas", "other"),
    ],
)
def test_what_people_call_it_finds_the_rubro_first(typed: str, code: str) -> None:
    assert find_sectors(typed)[0].code == code


def test_english_names_are_found_in_english() -> None:
    assert find_sectors("shoes", "en")[0].name("en") == "Shoes"
    assert find_sectors("knit", "en")[0].code == "crafts"


def test_nothing_typed_gives_all_and_nonsense_gives_none() -> None:
    assert find_sectors("") == sectors()
    assert find_sectors("xyz") == ()


def test_a_wrong_code_raises() -> None:
    with pytest.raises(KeyError, match="minería"):
        sector("minería")
