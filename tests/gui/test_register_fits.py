"""Every card of the desk is read whole at 1366×768 and 1366×688, in both languages and every theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.register.desk import RegisterDesk
from chasqui_desktop.screens.register.sentences import PROBLEMS, RUC_OFFERED
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.chip_groups import ChipGroup
from chasqui_desktop.widgets.drawing import sized_font, text_width
from chasqui_desktop.words import Language, Words
from chasqui_sync.core.problems import Problem
from tests.helpers.desk import new_desk

ICON = 20
LONGEST: dict[str, tuple[Words, ...]] = {
    "number": (PROBLEMS[Problem.DOCUMENT_UNUSUAL],),
    "birth": (PROBLEMS[Problem.DATE_FUTURE],),
    "home_district": (PROBLEMS[Problem.DISTRICT_UNKNOWN],),
    "phone": (PROBLEMS[Problem.PHONE_UNUSUAL],),
    "ruc": (PROBLEMS[Problem.RUC_CHECK], PROBLEMS[Problem.RUC_SHAPE], RUC_OFFERED),
    "consent_how": (PROBLEMS[Problem.CONSENT_NEEDED],),
    "scheme": (PROBLEMS[Problem.IDENTITY_NEEDED],),
}


@pytest.fixture(params=["es", "en"])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    words = Language(qapp)
    words.use(request.param)
    yield request.param
    words.use("es")


@pytest.fixture(params=["light", "sun"])
def theme(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    look().use(request.param)
    yield request.param
    look().use("light")


@pytest.fixture(params=[768, 688])
def desk(qtbot: QtBot, language: str, theme: str, request: pytest.FixtureRequest) -> Iterator[RegisterDesk]:
    look().set_compact(request.param < 740)
    window = QWidget()
    qtbot.addWidget(window)
    made = new_desk()
    column = QVBoxLayout(window)
    column.setContentsMargins(96, 56, 0, 0)
    column.addWidget(made)
    window.resize(1366, request.param)
    with qtbot.waitExposed(window):
        window.show()
    for name, value in (("scheme", "dni"), ("number", "10117410"), ("has_ruc", "yes"), ("channel", "flyer")):
        setattr(made.form, name, value)
    made.form.nationality = "COL"
    made.form.support = {"shelter": "yes"}
    made._show_all()
    yield made
    look().set_compact(False)


@pytest.mark.parametrize("at", range(4))
def test_no_card_scrolls_and_nothing_on_it_is_cut(desk: RegisterDesk, at: int) -> None:
    desk.go(at)
    QCoreApplication.processEvents()
    card = desk.cards[at]
    assert desk.window().size().toTuple()[0] == 1366
    assert not desk._stack.verticalScrollBar().isVisible()
    assert card.height() <= desk._stack.viewport().height()
    for group in card.findChildren(ChipGroup):
        if group.isVisible():
            assert group.height() <= look().px(look().control), group.objectName()
            last = group.chips()[-1]
            assert last.geometry().right() <= group.rect().right(), group.objectName()
    for label in desk.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.fontMetrics().horizontalAdvance(label.text().split("\n")[0]) - 1, label.text()


@pytest.mark.parametrize("name", sorted(LONGEST))
def test_every_sentence_beside_a_field_is_read_whole(desk: RegisterDesk, name: str) -> None:
    at = next(at for at, card in enumerate(desk.cards) if name in card.fields)
    desk.go(at)
    QCoreApplication.processEvents()
    line = desk.cards[at].fields[name]._help
    for sentence in LONGEST[name]:
        needed = text_width(str(sentence), sized_font(12, "control")) + look().px(ICON)
        assert needed <= line.width(), (str(sentence), needed, line.width())
