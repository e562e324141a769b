"""A person's own data on paper: every answer that is kept stands on it, in words, and what was sealed stays sealed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from chasqui_desktop.book import HistoryEntry, Person
from chasqui_desktop.paper.dossier import Dossier, dossier_pages
from chasqui_desktop.paper.printing import pdf
from chasqui_desktop.paper.sheet import Page, Sheet
from chasqui_desktop.screens.dossier import dossier_of
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.signature import signature_picture
from chasqui_sync.core.records import KINDS
from tests.helpers.paper import box_of, words_on
from tests.helpers.sample_book import REFERENCE, YUSMARY, ms, now

SEALED = "c2VsbGFkbw"
MORE = {
    "support": {"key": "k", "sealed": SEALED},
    "support_asked": True,
    "support_received": [],
    "disability": {"seeing": 3, "walking": 1},
    "notes": [{"text": "llamar tarde", "user": "s1", "at": ms(3)}],
    "recognised": [ms(5)],
    "not_same_as": ["r9"],
    "languages": ["es", "qu"],
    "alternative_contact": "su hermana Nélida",
    "email": "y@correo.example",
    "something_newer": "de otra versión",
    "promoter": "s1",
}
HERS: Person = YUSMARY._replace(
    code="GE26-P2XD-7KQ4",
    fields={**YUSMARY.fields, **MORE},
    history=(*YUSMARY.history, HistoryEntry("withdraw", ms(0.5), "s1", ("consent_photos",))),
)


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    look()


def words_of(person: Person) -> str:
    return "\n".join(words_on(dossier_pages(dossier_of(person, REFERENCE, now()))))


@pytest.mark.parametrize(
    "told",
    [
        *("Yusmary Carolina", "Rondón", "Márquez", "004518236", "987 654 412 (Propio)", "Comas, Lima, Lima"),
        *("14/08/1991", "Mujer", "COM-07", "Mercado Unicachi", "2026-II", "Milagros Torres", "y@correo.example"),
        *("Mucho", "llamar tarde", "Castellano", "Quechua", "su hermana Nélida", "de otra versión", "Está sellado"),
        *("Aceptó · 23/11/2026", "Dijo que no", "Se registró", "GE26-P2XD-7KQ4", "Página 1 de"),
    ],
)
def test_what_is_kept_stands_on_it_in_words(told: str) -> None:
    assert told in words_of(HERS)


def lowest_on(page: Page) -> float:
    lowest = 0.0

    class Noting(Sheet):
        def text(self, x: float, y: float, words: str, *rest: Any, **more: Any) -> float:
            nonlocal lowest
            lowest = max(lowest, y)
            return super().text(x, y, words, *rest, **more)

    image = QImage(10, 10, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        page.draw(Noting(painter))
    return lowest


def test_what_was_sealed_stays_sealed() -> None:
    assert SEALED not in words_of(HERS)


def test_every_field_a_registration_can_have_is_on_it() -> None:
    """A field of a later version that no section asks for is told too: none is passed over in silence."""
    kept = set(KINDS["entrepreneur"].__struct_fields__)
    told_so = {"code", "support", "support_asked", "support_received"}
    whole: Dossier = dossier_of(HERS, REFERENCE, now())
    lines = sum(len(part.lines) for part in whole.parts)
    for field in sorted(kept - told_so - set(HERS.fields)):
        value = {"dependants": 3, "arrival_year": 2019}.get(field, "valor")
        more = dossier_of(HERS._replace(fields={**HERS.fields, field: value}), REFERENCE, now())
        assert sum(len(part.lines) for part in more.parts) >= lines + (not field.startswith("consent_")), field


def test_much_goes_on_over_as_many_pages_as_it_takes_and_none_runs_out_at_the_bottom() -> None:
    notes = [{"text": f"recado-{number} " + "muy largo " * 20, "user": "s1", "at": ms(3)} for number in range(30)]
    notes.append({"text": "interminable " * 900, "user": "s1", "at": ms(3)})
    pages = dossier_pages(dossier_of(HERS._replace(fields={**HERS.fields, "notes": notes}), REFERENCE, now()))
    words = words_on(pages)
    assert len(pages) > 2
    assert f"Página {len(pages)} de {len(pages)}" in words
    assert all(any(f"recado-{number} " in line for line in words) for number in range(30))
    assert " ".join(words).count("interminable") == 900
    assert max(lowest_on(page) for page in pages) <= 284
    document = pdf(pages)
    assert box_of(document) == pytest.approx((210, 297), abs=0.4)


def test_what_she_signed_is_drawn_on_it_and_never_over_the_foot_of_a_page() -> None:
    drawn: list[tuple[float, float, bytes]] = []

    class Noting(Sheet):
        def picture(self, x: float, y: float, width: float, height: float, png: bytes) -> None:
            drawn.append((y, y + height, png))
            super().picture(x, y, width, height, png)

    signed = HERS._replace(signature=signature_picture([[(100, 200), (900, 200)]]))
    for notes in range(40):
        many = [{"text": f"nota {number}", "user": "s1", "at": ms(3)} for number in range(notes)]
        fields = {**signed.fields, **{f"newer_{number}": "valor" for number in range(notes)}, "languages": ["es"]}
        drawn.clear()
        pages = dossier_pages(dossier_of(signed._replace(fields={**fields, "notes": many}), REFERENCE, now()))
        image = QImage(2100, 2970, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            for page in pages:
                page.draw(Noting(painter))
        ((top, foot, png),) = drawn
        assert png == signed.signature
        assert 40 < top < foot < 279
    assert "Tu firma" in words_of(signed)
    assert "Tu firma" not in words_of(HERS)
