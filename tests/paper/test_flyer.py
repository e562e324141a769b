"""The flyer: its code is read from the street, and it promises nothing the edition does not know."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from chasqui_desktop.paper.flyer import Flyer, FlyerPaper, flyer_page
from chasqui_desktop.paper.of_records import flyer_of
from chasqui_desktop.paper.printing import pdf, picture
from chasqui_desktop.theme import look
from chasqui_desktop.words import Language
from chasqui_sync.core.records import Edition, OutreachPoint, Place
from tests.helpers.paper import box_of, qr_codes, words_on

EDITION = Edition(name="2026-II", prefix="GE26", starts="2026-11-09", ends="2026-12-13", help_number="900 000 000")
POINT = OutreachPoint(
    name="Mercado Unicachi",
    edition="e1",
    district=Place("inei", "150110"),
    flyer_code="COM-07",
    hours="lunes a sábado, 8:00 a 13:00 · puerta 2",
)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    look()


def flyer(point: OutreachPoint = POINT, edition: Edition = EDITION) -> Flyer:
    made = flyer_of(point, edition)
    assert made is not None
    return made


@pytest.mark.parametrize(("paper", "size"), [(FlyerPaper.A5, (148, 210)), (FlyerPaper.A4, (210, 297))])
def test_it_has_the_size_of_its_paper_and_its_code_is_read(paper: FlyerPaper, size: tuple[int, int]) -> None:
    page = flyer_page(flyer(), paper)
    assert box_of(pdf([page])) == pytest.approx(size, abs=0.4)
    for black in (False, True):
        assert qr_codes(picture(page, 4, black=black)) == ["COM-07"]


def test_it_says_for_whom_where_when_and_whom_to_write_to() -> None:
    words = " ".join(words_on([flyer_page(flyer(), FlyerPaper.A5)]))
    for said in (
        "Haz crecer tu negocio. Gratis.",
        "5 semanas por internet, con mentoras y mentores.",
        "Con cualquier documento, o sin documento.",
        "No van a la policía, a Migraciones ni a la SUNAT.",
        "Mercado Unicachi, Comas",
        "lunes a sábado, 8:00 a 13:00 · puerta 2",
        "900 000 000",
        "COM-07",
        "Edición 2026-II",
    ):
        assert said in words


def test_it_speaks_spanish_whatever_the_window_speaks(qapp: QApplication) -> None:
    spoken = Language(qapp)
    spoken.use("en")
    try:
        assert "Haz crecer" in words_on([flyer_page(flyer(), FlyerPaper.A5)])
    finally:
        spoken.use("es")


def test_without_number_hours_or_dates_it_stays_true() -> None:
    bare = flyer(OutreachPoint(name="Feria", edition="e1", flyer_code="FER-01"), Edition(name="2027-I", prefix="GE27"))
    words = " ".join(words_on([flyer_page(bare, FlyerPaper.A5)]))
    assert "WhatsApp" not in words
    assert "Muestra este código" in words
    assert "semanas" not in words


def test_a_point_without_a_code_has_no_flyer() -> None:
    assert flyer_of(OutreachPoint(name="Feria", edition="e1"), EDITION) is None


def test_in_black_alone_it_does_not_drown_half_a_page_in_ink() -> None:
    image = picture(flyer_page(flyer(), FlyerPaper.A5), 4, black=True)
    assert image.pixelColor(20, 20) == QColor("#FFFFFF")
    dark = sum(image.pixelColor(x, y).lightness() < 128 for x in range(0, image.width(), 4) for y in range(0, 840, 4))
    assert dark < (image.width() // 4) * (840 // 4) // 4
