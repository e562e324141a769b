"""The slip: her code readable by eye and by machine, and nothing on it that could harm her."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from chasqui_desktop.book import Person, Reference
from chasqui_desktop.paper.of_records import slip_of
from chasqui_desktop.paper.printing import pdf, picture
from chasqui_desktop.paper.qr import modules
from chasqui_desktop.paper.sheet import Sheet, quiet_zone
from chasqui_desktop.paper.slip import SlipPaper, slip_pages
from chasqui_desktop.theme import look
from chasqui_sync.core.records import Edition
from tests.helpers.paper import box_of, drawn_in, qr_codes, words_on
from tests.helpers.sample_book import REFERENCE, YUSMARY

CODE = "GE26-P2XD-7KQ4"
EDITION = Edition(
    name="2026-II", prefix="GE26", starts="2026-12-07", ends="2027-01-10", help_number="900 000 000", notice="v3.2"
)
KNOWN: Reference = REFERENCE._replace(editions={"e1": EDITION})
HERS: Person = YUSMARY._replace(code=CODE)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    look()


def hers(**fields: Any) -> Person:
    return HERS._replace(fields={**HERS.fields, **fields})


NEVER = (
    *("004518236", "236", "PTP", "VEN", "enezol", "olicitante", "efugi", "igrante", "Olivos", "987", "Rosa"),
    *("correo", "Rondón", "Márquez", "Carolina"),
)
SIZES = {
    SlipPaper.A6: (148, 105),
    SlipPaper.TWO_ON_A5: (148, 210),
    SlipPaper.ROLL_80: (80, 0),
    SlipPaper.ROLL_58: (58, 0),
}


@pytest.mark.parametrize("paper", list(SlipPaper))
def test_the_pdf_has_the_size_of_the_paper_and_real_text(paper: SlipPaper) -> None:
    pages = slip_pages(slip_of(HERS, KNOWN), paper)
    document = pdf(pages)
    assert document.startswith(b"%PDF-")
    assert document.rstrip().endswith(b"%%EOF")
    width, height = box_of(document)
    assert width == pytest.approx(SIZES[paper][0], abs=0.4)
    assert height == pytest.approx(SIZES[paper][1] or pages[0].height, abs=0.4)
    drawn = drawn_in(document)
    assert b" Tf" in drawn
    assert b"Tj" in drawn or b"TJ" in drawn
    assert b"/Inter" in document.replace(b"+Inter", b"/Inter")


@pytest.mark.parametrize("black", [False, True])
@pytest.mark.parametrize(
    ("paper", "count"), [(SlipPaper.A6, 1), (SlipPaper.TWO_ON_A5, 2), (SlipPaper.ROLL_80, 1), (SlipPaper.ROLL_58, 1)]
)
def test_a_telephone_reads_the_code_and_nothing_else(paper: SlipPaper, count: int, black: bool) -> None:
    for page in slip_pages(slip_of(HERS, KNOWN), paper):
        # 203 dots an inch, as receipt printers have
        assert qr_codes(picture(page, 8, black=black)) == [CODE] * count


def test_the_qr_is_read_with_a_quarter_of_its_middle_torn_out() -> None:
    [page] = slip_pages(slip_of(HERS, KNOWN), SlipPaper.ROLL_80)
    image = picture(page, 8)
    spot = image.copy()
    rows = modules(CODE)
    side = 0.62 * 70
    left, top = (80 - side) / 2, 11 + quiet_zone(CODE, side)
    module = side / len(rows)
    for across in range(10, 14):
        for down in range(9, 12):
            for x in range(int((left + across * module) * 8), int((left + (across + 1) * module) * 8)):
                for y in range(int((top + down * module) * 8), int((top + (down + 1) * module) * 8)):
                    spot.setPixel(x, y, 0xFF000000)
    assert spot != image
    assert qr_codes(spot) == [CODE]


@pytest.mark.parametrize("paper", list(SlipPaper))
def test_four_modules_around_the_qr_stay_white(paper: SlipPaper) -> None:
    [page] = slip_pages(slip_of(HERS, KNOWN), paper)
    image = picture(page, 20)
    spots: list[tuple[float, float, float]] = []

    class Seeing(Sheet):
        def qr(self, x: float, y: float, side: float, code: str) -> None:
            spots.append((x, y, side))
            super().qr(x, y, side, code)

    nowhere = QImage(10, 10, QImage.Format.Format_RGB32)
    with QPainter(nowhere) as painter:
        page.draw(Seeing(painter))
    x, y, side = spots[0]
    quiet = quiet_zone(CODE, side)
    outer = (
        int((x - quiet) * 20) + 1,
        int((y - quiet) * 20) + 1,
        int((x + side + quiet) * 20) - 1,
        int((y + side + quiet) * 20) - 1,
    )
    inner = (int(x * 20) - 1, int(y * 20) - 1, int((x + side) * 20) + 1, int((y + side) * 20) + 1)
    assert outer[0] >= 0
    assert outer[2] <= image.width()
    for at in range(outer[0], outer[2], 3):
        for down in range(outer[1], outer[3], 3):
            if not (inner[0] <= at <= inner[2] and inner[1] <= down <= inner[3]):
                assert image.pixelColor(at, down).lightness() == 255, (at / 20, down / 20)


@pytest.mark.parametrize("paper", list(SlipPaper))
def test_no_document_nationality_group_address_or_telephone_of_hers_is_on_it(paper: SlipPaper) -> None:
    secret = hers(
        nationality="VEN", address_reference="Psje. Los Olivos 12", email="yus@correo.example",
        document={"scheme": "ptp", "number": "004518236"}, alternative_contact="Rosa 999",
    )  # fmt: skip
    words = " ".join(words_on(slip_pages(slip_of(secret, KNOWN), paper)))
    for never in NEVER:
        assert never not in words
    assert CODE in words
    assert "Yusmary" in words
    assert "Nadie puede cobrarte por esto." in words.replace("\n", " ")


def test_it_says_what_she_agreed_to_and_what_not() -> None:
    words = " ".join(words_on(slip_pages(slip_of(HERS, KNOWN), SlipPaper.A6)))
    assert "Aceptaste (aviso v3.2)" in words
    assert "WhatsApp: sí" in words
    assert "Aliados: no" in words
    assert "Llama o escribe al 900\u00a0000\u00a0000." in words


def test_who_does_not_want_to_be_written_to_is_not_promised_a_message() -> None:
    words = " ".join(words_on(slip_pages(slip_of(hers(consent_whatsapp=False), KNOWN), SlipPaper.A6)))
    assert "Te escribimos" not in words
    assert "No te escribiremos, como pediste" in words


def test_days_come_from_the_edition_and_only_those_to_come_are_promised() -> None:
    slip = slip_of(HERS, KNOWN)
    assert slip.steps[:2] == (
        "Te escribimos por WhatsApp antes del 7 de diciembre.",
        "Las clases duran 5 semanas y no cuestan nada.",
    )
    begun = KNOWN._replace(editions={"e1": Edition(name="2026-II", prefix="GE26", starts="2026-11-09")})
    slip = slip_of(HERS, begun)
    assert slip.steps[:2] == (
        "Te escribimos por WhatsApp en los próximos días.",
        "Las clases son por internet y no cuestan nada.",
    )


def test_who_heard_the_notice_in_english_takes_home_an_english_slip() -> None:
    heard = hers(consent={**HERS.fields["consent"], "language": "en"})
    slip = slip_of(heard, KNOWN)
    assert slip.greeting == "Yusmary, you are on the list."
    assert slip.steps[0] == "We will write to you on WhatsApp before 7 December."
    assert "Partners: no" in " ".join(words_on(slip_pages(slip, SlipPaper.A6)))


def test_who_gave_no_name_and_whose_edition_is_unknown_gets_a_slip_too() -> None:
    nameless = HERS._replace(fields={"edition": "gone"})
    words = words_on(slip_pages(slip_of(nameless, KNOWN), SlipPaper.A6))
    assert CODE in words
    assert "Ya estás en la lista." in words


def test_a_name_as_long_as_the_paper_is_made_to_fit() -> None:
    long = hers(given_names="Maximilianadelcarmenesperanza" * 3)
    words = words_on(slip_pages(slip_of(long, KNOWN), SlipPaper.A6))
    assert any("Maximiliana" in each for each in words)


def test_in_black_alone_nothing_is_told_by_a_grey_or_a_colour() -> None:
    [page] = slip_pages(slip_of(HERS, KNOWN), SlipPaper.A6)
    image = picture(page, 12, black=True)
    greys = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    # only edges are softened: every colour is a mixture of black and white
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in greys)
