"""Paper on screen: what is seen is what is printed, the paper is chosen by a digit, Esc goes back."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.paper.dossier import dossier_pages
from chasqui_desktop.paper.of_records import slip_of
from chasqui_desktop.paper.sheet import Page
from chasqui_desktop.paper.slip import SlipPaper, slip_pages
from chasqui_desktop.screens.dossier import dossier_of
from chasqui_desktop.screens.dossier_page import DossierPage
from chasqui_desktop.screens.paper_page import PaperPage
from chasqui_desktop.screens.slip_page import slip_page
from chasqui_desktop.words import Language
from tests.helpers.paper import words_on
from tests.helpers.sample_book import REFERENCE, YUSMARY, now

SLIP = slip_of(YUSMARY, REFERENCE)


def pages_of(paper: object) -> Sequence[Page]:
    return slip_pages(SLIP, SlipPaper(paper))


@pytest.fixture
def page(qtbot: QtBot) -> PaperPage:
    made = slip_page()
    qtbot.addWidget(made)
    made.resize(1270, 712)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.open(pages_of, SlipPaper.A6)
    return made


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


def test_a_digit_chooses_the_paper_and_the_page_follows(page: PaperPage, qtbot: QtBot) -> None:
    assert [round(page.pages()[0].width), round(page.pages()[0].height)] == [148, 105]
    with qtbot.waitSignal(page.paper_chosen) as chosen:
        press(qtbot, Qt.Key.Key_3)
    assert chosen.args == [SlipPaper.ROLL_80]
    assert round(page.pages()[0].width) == 80


def test_what_is_printed_is_what_is_seen_and_what_became_of_it_is_said(page: PaperPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.print_asked) as asked:
        page.ask_to_print()
    [pages] = asked.args
    assert [(each.width, each.height) for each in pages] == [(each.width, each.height) for each in page.pages()]
    page.tell("ok", "check-circle-fill", "Enviado a la impresora", "EPSON")
    assert page.told().startswith("Enviado a la impresora")


def test_escape_goes_back(page: PaperPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        press(qtbot, Qt.Key.Key_Escape)


def test_a_second_press_on_the_paper_in_use_does_not_take_it_out(page: PaperPage, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Backspace)
    assert page.paper() is SlipPaper.A6


def test_dossier_are_gone_from_the_window_once_their_page_is_left(qtbot: QtBot) -> None:
    page = DossierPage()
    qtbot.addWidget(page)
    page.show()
    page.show_data(lambda: dossier_pages(dossier_of(YUSMARY, REFERENCE, now())), b"{}")
    assert page.pages()
    assert page.document
    page.forget()
    assert not page.pages()
    assert not page.document
    assert page._preview.page_box().isEmpty()


def test_what_is_kept_of_her_is_laid_out_again_when_the_language_turns(qtbot: QtBot, qapp: QApplication) -> None:
    page, words = DossierPage(), Language(qapp)
    qtbot.addWidget(page)
    page.show()
    page.show_data(lambda: dossier_pages(dossier_of(YUSMARY, REFERENCE, now())), b"{}")
    words.use("en")
    try:
        said = words_on(page.pages()[:1])
        qtbot.waitUntil(lambda: words_on([page._preview._page or page.pages()[0]]) == said)
        assert "What we keep about you" in said
        assert "Given names" in said
        assert "Nombres" not in said
    finally:
        words.use("es")
