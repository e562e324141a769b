"""Codes read off pictures: made-up people's codes, drawn, laid askew, photographed in the dark."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from chasqui_desktop.pictures import LONGEST, read_frame, read_picture
from chasqui_sync.core.codes import Code, best_of, read_code
from tests.core.test_codes import PASSPORT, bars
from tests.core.test_mrz import card
from tests.helpers.code_pictures import Symbology, blurred, code_image, photograph

TODAY = date(2026, 11, 23)
DNI = bars()


@pytest.mark.parametrize(
    ("text", "symbology"),
    [
        (DNI, "PDF417"),
        (PASSPORT, "PDF417"),
        (PASSPORT, "QRCode"),
        (card(), "QRCode"),
        ("GE26-P2XD-7KQ4", "QRCode"),
        ("10117410", "Code39"),
        ("101174102", "Code128"),
    ],
)
def test_what_was_drawn_is_read(text: str, symbology: Symbology) -> None:
    assert read_picture(photograph(code_image(text, symbology))) == (Code(text, symbology),)


@pytest.mark.parametrize("turned", [-90, -62, -45, -31, -16, -5, 3, 10, 24, 38, 57, 90, 135, 180])
@pytest.mark.parametrize("symbology", ["PDF417", "QRCode"])
def test_a_card_may_lie_at_any_angle(symbology: Symbology, turned: int) -> None:
    assert read_picture(photograph(code_image(DNI, symbology, 4), turned=turned)) == (Code(DNI, symbology),)


@pytest.mark.parametrize(
    ("light", "grain", "turned"), [(0.12, 0, 0), (1.0, 20, 0), (1.0, 40, 0), (0.2, 12, 0), (0.3, 20, 8)]
)
@pytest.mark.parametrize("symbology", ["PDF417", "QRCode"])
def test_a_dark_or_grainy_picture_is_read(symbology: Symbology, light: float, grain: int, turned: int) -> None:
    taken = photograph(code_image(DNI, symbology, 4), light=light, grain=grain, turned=turned)
    assert read_picture(taken) == (Code(DNI, symbology),)


def test_a_picture_somewhat_out_of_focus_is_read() -> None:
    assert read_picture(blurred(photograph(code_image(DNI, "PDF417", 4)), by=3)) == (Code(DNI, "PDF417"),)


@pytest.mark.parametrize("turned", range(0, 46, 3))
@pytest.mark.parametrize("grain", [0, 60])
def test_bars_are_read_right_or_not_at_all(turned: int, grain: int) -> None:
    taken = photograph(code_image(DNI, "PDF417", 2), turned=turned, grain=grain, seed=turned, width=1280)
    assert read_picture(taken) in ((), (Code(DNI, "PDF417"),))


def test_of_the_two_codes_on_a_dni_the_one_with_the_names_is_taken() -> None:
    codes = read_picture(photograph(code_image(DNI, "PDF417"), code_image("10117410", "Code39")))
    assert codes is not None
    assert {code.symbology for code in codes} == {"PDF417", "Code39"}
    readings = [read_code(code, TODAY) for code in codes]
    best = best_of([each for each in readings if each is not None])
    assert best is not None
    assert (best.number, best.paternal_surname, best.birth_date) == ("10117410", "Quispe", date(1988, 3, 12))


def test_goods_and_an_empty_table_hold_no_code_of_ours() -> None:
    assert read_picture(photograph(code_image("7751234567892", "EAN13"))) == ()
    assert read_picture(photograph()) == ()


def test_a_frame_is_looked_at_once() -> None:
    assert read_frame(photograph(code_image(DNI, "QRCode"))) == (Code(DNI, "QRCode"),)
    assert read_frame(photograph()) == ()


@pytest.mark.parametrize("kind", ["png", "jpg", "bmp"])
def test_a_file_is_opened_and_read(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"ñandú.{kind}"
    assert photograph(code_image(DNI, "PDF417")).save(str(file))
    assert read_picture(file) == (Code(DNI, "PDF417"),)


def test_a_very_large_picture_is_brought_down_while_it_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    large = photograph(code_image(DNI, "PDF417", 12), width=6400)
    assert large.width() > LONGEST
    assert large.save(str(file))
    assert read_picture(file) == read_picture(large) == (Code(DNI, "PDF417"),)


def test_what_is_no_picture_is_told_from_a_picture_without_a_code(tmp_path: Path) -> None:
    letter = tmp_path / "carta.png"
    letter.write_text("Querida Rosa")
    assert read_picture(letter) is None
    assert read_picture(tmp_path / "nothing.png") is None
    assert read_picture(QImage()) is None
