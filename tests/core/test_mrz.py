"""Machine-readable zones against the specimens of ICAO Doc 9303 parts 4 (passports) and 5 (cards)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.mrz import Zone, check_digit, looks_like_mrz, read_zone, unfinished_zone
from chasqui_sync.core.problems import Problem, Trouble

FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
TODAY = date(2026, 11, 23)
SPECIMEN = Zone(
    "P", "L898902C3", "ERIKSSON", "ANNA MARIA", "UTO", "UTO", date(1974, 8, 12), "F", date(2012, 4, 15)
)  # fmt: skip - eight short values
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
CHECKED = [*range(10), *range(13, 20), *range(21, 44)]
"""Places of the second line under a check digit: all but nationality and sex."""


def weight(character: str) -> int:
    """What a character counts modulo 10."""
    return 0 if character == "<" else int(character, 36) % 10


def zone(
    number: str = "12345678<",
    birth: str = "910814",
    expiry: str = "300101",
    personal: str = "<" * 14,
    names: str = "RONDON<CARDENAS<<YUSMARY<C",
    personal_digit: str | None = None,
) -> str:
    """Make a whole zone with right check digits."""
    first = f"P<VEN{names}".ljust(44, "<")[:44]
    digit = personal_digit or check_digit(personal)
    parts = number + check_digit(number), birth + check_digit(birth), expiry + check_digit(expiry) + personal + digit
    return f"{first}\n{parts[0]}VEN{parts[1]}F{parts[2]}{check_digit(''.join(parts))}"


def test_the_specimen_of_icao_is_read_whole() -> None:
    assert read_zone(f"{FIRST}\n{SECOND}", TODAY) == SPECIMEN


@pytest.mark.parametrize(
    "text",
    [
        FIRST + SECOND,
        f"{FIRST}\r\n{SECOND}\r\n",
        f"  {FIRST} \n\n\t{SECOND} ",
        f"{FIRST}\n{SECOND}".lower(),
        " ".join(f"{FIRST}{SECOND}"[place : place + 11] for place in range(0, 88, 11)),
    ],
)
def test_any_layout_of_spaces_lines_and_case_is_read(text: str) -> None:
    assert looks_like_mrz(text)
    assert read_zone(text, TODAY) == SPECIMEN


@pytest.mark.parametrize("place", CHECKED)
def test_every_wrong_character_of_a_checked_part_is_seen_that_icaos_weights_can_see(place: int) -> None:
    for character in ALPHABET:
        wrong = SECOND[:place] + character + SECOND[place + 1 :]
        # 0, A, K, U and '<' count alike: the standard cannot tell them apart, but a date holds no letters
        is_letter_in_date = place in {*range(13, 19), *range(21, 27)} and character.isalpha()
        if weight(character) == weight(SECOND[place]) and not is_letter_in_date:
            continue
        with pytest.raises(Trouble) as caught:
            read_zone(FIRST + wrong, TODAY)
        assert caught.value.problem is Problem.MRZ_CHECK


@pytest.mark.parametrize(
    ("place", "part"),
    [
        (0, "number"),
        (9, "number"),
        (13, "birth"),
        (19, "birth"),
        (21, "expiry"),
        (27, "expiry"),
        (28, "personal"),
        (42, "personal"),
        (43, "whole"),
    ],
)  # fmt: skip - two places a part
def test_the_part_that_is_wrong_is_named(place: int, part: str) -> None:
    wrong = str((weight(SECOND[place]) + 1) % 10)
    with pytest.raises(Trouble) as caught:
        read_zone(FIRST + SECOND[:place] + wrong + SECOND[place + 1 :], TODAY)
    assert caught.value.arguments == {"part": part}


@pytest.mark.parametrize(
    "text",
    ["", "P<", FIRST, SECOND + FIRST, FIRST + SECOND + "<", FIRST[:-1] + SECOND, FIRST + SECOND[:-1] + "Ñ", "ß" * 44],
)
def test_what_is_no_zone_is_said_to_have_no_shape(text: str) -> None:
    assert not looks_like_mrz(text)
    with pytest.raises(Trouble) as caught:
        read_zone(text, TODAY)
    assert caught.value.arguments == {"part": "shape"}


@pytest.mark.parametrize(
    ("birth", "born"),
    [
        ("261123", date(2026, 11, 23)),
        ("261124", date(1926, 11, 24)),
        ("270101", date(1927, 1, 1)),
        ("000229", date(2000, 2, 29)),
        ("910814", date(1991, 8, 14)),
        ("960229", date(1996, 2, 29)),
        ("910231", None),
        ("<<<<<<", None),
        ("91<<<<", None),
    ],
)  # fmt: skip - two a line
def test_nobody_is_born_in_the_future_and_an_unknown_date_is_none(birth: str, born: date | None) -> None:
    assert read_zone(zone(birth=birth), TODAY).birth_date == born


@pytest.mark.parametrize(
    ("expiry", "expires"),
    [
        ("300101", date(2030, 1, 1)),
        ("120415", date(2012, 4, 15)),
        ("990101", date(1999, 1, 1)),
        ("760101", date(2076, 1, 1)),
        ("770101", date(1977, 1, 1)),
    ],
)  # fmt: skip - two a line
def test_a_passport_ends_within_fifty_years_or_has_ended(expiry: str, expires: date) -> None:
    assert read_zone(zone(expiry=expiry), TODAY).expires == expires


@pytest.mark.parametrize("digit", ["0", "<"])
def test_an_empty_personal_number_may_have_no_check_digit(digit: str) -> None:
    assert read_zone(zone(personal_digit=digit), TODAY).number == "12345678"


def test_a_missing_check_digit_excuses_nothing_but_an_empty_personal_number() -> None:
    wrong = SECOND[:13] + "<<<<<<<" + SECOND[20:]
    with pytest.raises(Trouble):
        read_zone(FIRST + wrong, TODAY)


@pytest.mark.parametrize(
    ("names", "surnames", "given"),
    [
        ("RONDON<CARDENAS<<YUSMARY<C", "RONDON CARDENAS", "YUSMARY C"),
        ("RONDON<<YUSMARY", "RONDON", "YUSMARY"),
        ("DE<LA<CRUZ<<MARIA<DEL<CARMEN", "DE LA CRUZ", "MARIA DEL CARMEN"),
        ("YUSMARY", "YUSMARY", ""),
        ("QUISPE<<", "QUISPE", ""),
    ],
)
def test_one_surname_two_or_compound_ones_stay_together(names: str, surnames: str, given: str) -> None:
    read = read_zone(zone(names=names), TODAY)
    assert (read.surnames, read.given_names) == (surnames, given)


@given(st.text(max_size=120))
def test_no_text_at_all_raises_anything_but_a_trouble(text: str) -> None:
    try:
        read_zone(text, TODAY)
    except Trouble as trouble:
        assert trouble.problem is Problem.MRZ_CHECK  # noqa: PT017 - success would be an answer too


@given(st.text(ALPHABET, min_size=88, max_size=88))
def test_no_zone_of_the_right_length_raises_anything_but_a_trouble(text: str) -> None:
    try:
        read_zone("P" + text[1:], TODAY)
    except Trouble as trouble:
        assert trouble.problem is Problem.MRZ_CHECK  # noqa: PT017 - success would be an answer too


CARD = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
CARD_READ = Zone(
    "I", "D23145890", "ERIKSSON", "ANNA MARIA", "UTO", "UTO", date(1974, 8, 12), "F", date(2012, 4, 15)
)  # fmt: skip - nine short values
CARD_PARTS = {
    "number": [(0, place) for place in range(5, 15)],
    "birth": [(1, place) for place in range(7)],
    "expiry": [(1, place) for place in range(8, 15)],
    "whole": [(0, 20), (1, 20), (1, 29)],
}


def card(number: str = "10117410<", issuer: str = "PER", nationality: str = "PER", optional: str = "") -> str:
    """Make the three lines of a card with right check digits; a number of more than nine is split as ICAO says."""
    if len(number) > 9:
        optional, number, digit = f"{number[9:]}{check_digit(number)}", number[:9], "<"
    else:
        digit = check_digit(number)
    first = f"I<{issuer}{number}{digit}{optional}".ljust(30, "<")
    birth, expiry = "910814" + check_digit("910814"), "300101" + check_digit("300101")
    second = f"{birth}F{expiry}{nationality}".ljust(29, "<")
    whole = check_digit(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return f"{first}\n{second}{whole}\n" + "QUISPE<MAMANI<<ROSA<ELENA".ljust(30, "<")


def test_the_card_of_icaos_specimen_is_read_whole() -> None:
    assert read_zone("\n".join(CARD), TODAY) == CARD_READ


@pytest.mark.parametrize(("part", "places"), list(CARD_PARTS.items()))
def test_a_wrong_character_on_a_card_is_named_by_its_part(part: str, places: list[tuple[int, int]]) -> None:
    for line, place in places:
        lines = list(CARD)
        wrong = str((weight(lines[line][place]) + 1) % 10)
        lines[line] = lines[line][:place] + wrong + lines[line][place + 1 :]
        with pytest.raises(Trouble) as caught:
            read_zone("\n".join(lines), TODAY)
        assert caught.value.arguments == {"part": part}, (line, place)


def test_a_cards_number_may_go_on_in_the_optional_part() -> None:
    assert read_zone(card("D23145890734"), TODAY).number == "D23145890734"


@pytest.mark.parametrize(
    "text",
    [
        "Ana trabaja en el mercado central de Comas y vende jugos todos los lunes por la mañana con su hermana",
        "A" * 90,
        "I<PER" + "A" * 85,
        "\n".join(CARD)[:-1],
    ],
)
def test_a_sentence_is_no_card(text: str) -> None:
    assert not looks_like_mrz(text)


@pytest.mark.parametrize("stray", [";", ">", "\\"])
def test_a_zone_whose_fillers_another_keyboard_changed_is_read(stray: str) -> None:
    assert read_zone(f"{FIRST}\n{SECOND}".replace("<", stray), TODAY) == SPECIMEN
    assert read_zone("\n".join(CARD).replace("<", stray), TODAY) == CARD_READ


def test_a_name_with_nxx_is_written_with_its_letter() -> None:
    assert read_zone(zone(names="NUNXXEZ<<IBANXXEZ"), TODAY).surnames == "NUÑEZ"


def test_a_zone_is_unfinished_after_each_line_but_the_last() -> None:
    assert unfinished_zone(FIRST)
    assert not unfinished_zone(f"{FIRST}\n{SECOND}")
    assert unfinished_zone(CARD[0])
    assert unfinished_zone("\n".join(CARD[:2]))
    assert not unfinished_zone("\n".join(CARD))
    assert not unfinished_zone("Paternina")
    assert not unfinished_zone("")


@given(st.text(ALPHABET, min_size=90, max_size=90))
def test_no_card_of_the_right_length_raises_anything_but_a_trouble(text: str) -> None:
    try:
        read_zone("I" + text[1:], TODAY)
    except Trouble as trouble:
        assert trouble.problem is Problem.MRZ_CHECK  # noqa: PT017 - success would be an answer too
