"""Every card of the desk is read whole at 1366×768 and 1366×688, in both languages and every theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.screens.register.desk import RegisterDesk
from chasqui_desktop.screens.register.notice_card import PurposeRow
from chasqui_desktop.screens.register.sentences import PROBLEMS, RUC_OFFERED
from chasqui_desktop.theme import look
from chasqui_desktop.widgets.chip_groups import ChipGroup
from chasqui_desktop.widgets.drawing import sized_font, text_width
from chasqui_desktop.widgets.signature import SignaturePad
from chasqui_desktop.words import Language, Words
from chasqui_sync.core.problems import Problem
from tests.helpers.desk import Clerk, new_desk
from tests.helpers.fit import clipped, outside

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


def test_where_she_signs_is_seen_whole_beside_the_five_purposes(desk: RegisterDesk) -> None:
    desk.form.consent_how = "signature"
    desk.form.signature = [[[100, 100], [900, 300]]]
    desk._show_all()
    desk.go_to_field("signature")
    for _ in range(4):
        QCoreApplication.processEvents()
    pad = desk.notice.findChild(SignaturePad)
    assert pad is not None
    assert not desk._stack.verticalScrollBar().isVisible()
    assert pad.visibleRegion().boundingRect() == pad.rect()
    assert pad.width() > 600
    assert abs(pad.height() - pad.width() * 2 / 5) <= 1, "strokes are not drawn out of shape"
    assert clipped(desk.notice) == []


@pytest.mark.parametrize(("width", "scale"), [(1024, 100), (1366, 150), (1366, 175)])
def test_no_answer_to_the_notice_is_cut_off_at_the_side(clerk: Clerk, width: int, scale: int) -> None:
    clerk.window.resize(width, 768)
    look().set_scale(scale)
    for _ in range(4):
        QCoreApplication.processEvents()
    card, seen = clerk.desk.notice, clerk.desk._stack.viewport().width()
    rows = card.findChildren(PurposeRow)
    assert len(rows) == 5
    for row in rows:
        assert row.mapTo(card, QPoint(row.width(), 0)).x() <= seen


@pytest.mark.parametrize("name", sorted(LONGEST))
def test_every_sentence_beside_a_field_is_read_whole(desk: RegisterDesk, name: str) -> None:
    at = next(at for at, card in enumerate(desk.cards) if name in card.fields)
    desk.go(at)
    QCoreApplication.processEvents()
    line = desk.cards[at].fields[name]._help
    for sentence in LONGEST[name]:
        needed = text_width(str(sentence), sized_font(12, "control")) + look().px(ICON)
        assert needed <= line.width(), (str(sentence), needed, line.width())


@pytest.mark.parametrize("how", ["spoken", "signature"])
@pytest.mark.parametrize("scale", [100, 115, 125, 150, 175])
def test_the_desk_is_read_whole_at_every_text_size(qtbot: QtBot, language: str, scale: int, how: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = new_desk()
    column = QVBoxLayout(window)
    column.setContentsMargins(76, 72, 0, 0)
    column.addWidget(made)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    for name, value in (("scheme", "refugee_applicant"), ("number", "004518236"), ("nationality", "VEN")):
        setattr(made.form, name, value)
    made._show_all()
    look().set_scale(scale)
    made.form.consent_how = how
    made.notice.show_form()
    for at in range(len(made.cards)):
        made.go(at)
        for _ in range(4):
            QCoreApplication.processEvents()
        assert clipped(made.footer) == []
        assert outside(made.footer, window) == []
        assert clipped(made.cards[at]) == []
        if at == 1:
            number, chips = made.person.number, made.person.nationality.chips()
            edges = [part.mapTo(window, part.rect().topRight()).x() for part in (number, made.person.scan, *chips)]
            starts = [part.mapTo(window, part.rect().topLeft()).x() for part in (made.person.scan, *chips)]
            assert not made.person.scan.isVisible() or edges[0] < starts[0]
            assert all(each.visibleRegion().boundingRect().width() == each.width() for each in chips)


def test_a_card_that_fits_without_the_bar_has_none_however_the_theme_changed(clerk: Clerk) -> None:
    clerk.identify()
    clerk.desk.go(2)
    clerk.desk.go_to_field("has_ruc")
    clerk.type("n", "1")
    for name in ("light", "dark", "sun", "light", "sun"):
        look().use(name)
        for _ in range(4):
            QCoreApplication.processEvents()
        assert not clerk.desk._stack.verticalScrollBar().isVisible(), name
