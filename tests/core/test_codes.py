"""What a code on a document says: every shape, made-up people, and what is nobody's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.codes import Code, Reading, best_of, read_code
from chasqui_sync.core.documents import dni_check_characters, ruc_of_dni
from chasqui_sync.core.ids import registration_code
from chasqui_sync.core.problems import Problem, Trouble
from tests.core.test_mrz import FIRST, SECOND, card

TODAY = date(2026, 11, 23)
PASSPORT = f"{FIRST}\n{SECOND}"
dnis = st.text("0123456789", min_size=8, max_size=8)


def bars(
    number: str = "101174102",
    names: tuple[str, str, str] = ("QUISPE", "MAMANI", "ROSA ELENA"),
    rest: str = "F12031988150110",
    widths: tuple[int, int, int] = (40, 40, 60),
) -> str:
    """Made-up data of a blue DNI: fields of fixed width."""
    return number + "".join(name.ljust(width) for name, width in zip(names, widths, strict=True)) + rest


def test_a_passport_answers_half_the_card() -> None:
    assert read_code(Code(PASSPORT), TODAY) == Reading(
        "passport", "passport", "L898902C3", "UTO", "Eriksson", "", "Anna Maria", date(1974, 8, 12), "woman"
    )


@pytest.mark.parametrize(
    ("issuer", "nationality", "chosen", "scheme"),
    [
        ("PER", "PER", None, "dni"),
        ("PER", "PER", "ce", "dni"),
        ("PER", "VEN", None, "ce"),
        ("PER", "VEN", "dni", "ce"),
        ("PER", "VEN", "ptp", "ptp"),
        ("PER", "VEN", "cpp", "cpp"),
        ("PER", "COL", "refugee_applicant", "refugee_applicant"),
        ("COL", "COL", None, None),
    ],
)
def test_a_cards_type_follows_issuer_nationality_and_what_was_chosen(
    issuer: str, nationality: str, chosen: str | None, scheme: str | None
) -> None:
    found = read_code(Code(card(issuer=issuer, nationality=nationality)), TODAY, chosen)
    assert found is not None
    assert (found.scheme, found.number, found.nationality) == (scheme, "10117410", nationality)
    assert (found.paternal_surname, found.maternal_surname, found.given_names) == ("Quispe", "Mamani", "Rosa Elena")


def test_a_zone_whose_digits_do_not_add_up_is_a_trouble_and_no_answer() -> None:
    with pytest.raises(Trouble) as caught:
        read_code(Code(PASSPORT.replace("L898902C36", "L898902C37")), TODAY)
    assert caught.value.problem is Problem.MRZ_CHECK


@pytest.mark.parametrize("symbology", ["Code39", "Code128", "ITF", "QRCode", "PDF417", ""])
@pytest.mark.parametrize("text", ["10117410", "*10117410*", " 10117410 ", "101174102", "10117410-2", "10117410G"])
def test_a_bare_dni_is_known_with_and_without_its_check_character(text: str, symbology: str) -> None:
    assert read_code(Code(text, symbology), TODAY) == Reading("number", "dni", "10117410", "PER")


@given(dnis)
def test_every_dni_is_known_by_its_check_characters(number: str) -> None:
    for character in dni_check_characters(number):
        assert read_code(Code(number + character, "Code39"), TODAY) == Reading("number", "dni", number, "PER")


@pytest.mark.parametrize(
    ("text", "chosen", "number"),
    [
        ("001234567", "ce", "001234567"),
        ("003456789", "ptp", "003456789"),
        ("004567890", "cpp", "004567890"),
        ("004518236", "refugee_applicant", "004518236"),
        ("AB1234567", "passport", "AB1234567"),
        ("V-12345678", "cedula_ve", "V-12345678"),
        ("12345678", "cedula_ve", "12345678"),
    ],
)
def test_a_bare_number_belongs_to_the_type_already_chosen(text: str, chosen: str, number: str) -> None:
    assert read_code(Code(text, "Code128"), TODAY, chosen) == Reading("number", chosen, number)


@pytest.mark.parametrize("chosen", [None, "ce", "ptp", "passport", "dni", "none"])
@pytest.mark.parametrize("goods", ["7751234567890", "012345678905", "77512345678901"])
def test_goods_are_nobodys_document(goods: str, chosen: str | None) -> None:
    for symbology in ("EAN13", "UPCA", "Code128", "ITF", ""):
        assert read_code(Code(goods, symbology), TODAY, chosen) is None


def test_a_ruc_gives_the_dni_of_the_person_it_is_of() -> None:
    assert read_code(Code(ruc_of_dni("10117410"), "QRCode"), TODAY) == Reading(
        "ruc", "dni", "10117410", "PER", ruc="10101174102"
    )
    assert read_code(Code("20512333797"), TODAY) == Reading("ruc", ruc="20512333797")
    assert read_code(Code("20512333798"), TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        bars(),
        bars("10117410"),
        bars(rest="F19880312"),
        bars(rest="F12/03/1988  20/05/2015"),
        bars(rest="F2015052012031988"),
        bars(widths=(20, 20, 30)),
        "10117410\x1dQUISPE\x1dMAMANI\x1dROSA ELENA\x1dF\x1d12031988",
    ],
)
def test_the_bars_of_a_dni_are_read_whatever_their_widths(text: str) -> None:
    assert read_code(Code(text, "PDF417"), TODAY) == Reading(
        "dni_card", "dni", "10117410", "PER", "Quispe", "Mamani", "Rosa Elena", date(1988, 3, 12), "woman"
    )


def test_names_of_several_words_and_with_their_marks_stay_whole() -> None:
    found = read_code(Code(bars(names=("DE LA CRUZ", "ÑAUPARI D'AMICO", "JOSÉ MARÍA")), "PDF417"), TODAY)
    assert found is not None
    assert (found.paternal_surname, found.maternal_surname, found.given_names) == (
        "De la Cruz",
        "Ñaupari D'amico",
        "José María",
    )


@pytest.mark.parametrize(
    "text",
    [
        bars("101174103"),
        bars(names=("QUISPE", "", "ROSA")),
        bars() + "  UNA COSA  MÁS",
        bars("1011741"),
        "10117410" + "\x01\x02\x84",
        "10117410�QUISPE  MAMANI  ROSA",
        "",
    ],
)
def test_bars_that_do_not_hold_three_names_answer_nothing(text: str) -> None:
    assert read_code(Code(text, "PDF417"), TODAY) is None


@pytest.mark.parametrize("text", ["DNI: 10117410", "dni 10117410 Rosa", "https://x.pe/?dni=10117410", "CUI 10117410-2"])
def test_a_square_that_says_dni_before_its_number_is_believed(text: str) -> None:
    assert read_code(Code(text, "QRCode"), TODAY) == Reading("number", "dni", "10117410", "PER")


def test_the_code_of_a_slip_is_known_as_one() -> None:
    code = registration_code("GE26", "0193a5b0c1d27e3f8a4b5c6d7e8f9012")
    assert read_code(Code(code, "QRCode"), TODAY) == Reading("slip", number=code)


@pytest.mark.parametrize("text", ["https://example.org/hola", "{}", "Comas", "20512333798", "12 de marzo de 1988", "1"])
@pytest.mark.parametrize("symbology", ["QRCode", "PDF417", "Code39", "EAN13", "MaxiCode", ""])
def test_what_is_no_document_is_nobodys(text: str, symbology: str) -> None:
    assert read_code(Code(text, symbology), TODAY) is None


@given(st.text(max_size=200), st.sampled_from(["QRCode", "PDF417", "Code39", ""]))
def test_no_text_at_all_raises_anything_but_a_trouble(text: str, symbology: str) -> None:
    try:
        read_code(Code(text, symbology), TODAY)
    except Trouble as trouble:
        assert trouble.problem is Problem.MRZ_CHECK  # noqa: PT017 - success would be an answer too


def test_of_several_codes_the_one_that_answers_most_is_taken() -> None:
    bare, whole = Reading("number", "dni", "10117410"), read_code(Code(bars(), "PDF417"), TODAY)
    assert whole is not None
    assert best_of([bare, whole, bare]) == whole
    assert best_of([]) is None


def test_goods_are_no_slip_though_their_figures_pass_its_check() -> None:
    assert read_code(Code("7751271027656"), TODAY) is None
