"""The three themes: readable, named after the drawings, and changed in place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from chasqui_desktop.theme import DARK, LIGHT, SUN, THEMES, Theme, Tokens, look
from chasqui_desktop.theme.fonts import app_font, slashed_zero
from chasqui_desktop.theme.icons import icon, pixmap
from chasqui_desktop.theme.tokens import contrast
from chasqui_desktop.widgets.text_fields import PhraseField, TextField
from chasqui_resources.icons import icon_names

TEXT = (
    ("text", "surface"), ("text", "inset"), ("text", "canvas"), ("text", "soft"), ("text2", "surface"),
    ("text2", "canvas"), ("text2", "inset"), ("text3", "surface"), ("text3", "inset"), ("on_primary", "primary"),
    ("on_primary", "primary_hover"), ("soft_text", "soft"), ("soft_text", "surface"), ("ok", "ok_soft"),
    ("ok", "surface"), ("warn_text", "warn_soft"), ("warn_text", "surface"), ("bad", "bad_soft"), ("bad", "surface"),
    ("text", "bad_soft"), ("text3", "bad_soft"), ("rail_text", "rail"), ("rail_on", "rail_active"),
    ("toast_text", "toast"),
)  # fmt: skip
EDGES = (
    ("ctl", "surface"),
    ("warn_line", "surface"),
    ("bad", "surface"),
    ("primary", "surface"),
    ("ring_in", "ring_out"),
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The application's theme, left as it was found."""
    found = look()
    yield found
    found.set_scale(100)
    found.set_compact(False)
    found.use("light")


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_can_be_seen(tokens: Tokens, edge: str, ground: str) -> None:
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= 3


def test_contrast_is_what_was_measured() -> None:
    assert contrast(LIGHT.text, LIGHT.surface) == pytest.approx(17.6, abs=0.1)
    assert contrast(DARK.text2, DARK.surface) == pytest.approx(9.6, abs=0.1)
    assert contrast(SUN.on_primary, SUN.primary) == pytest.approx(16.1, abs=0.1)


def test_charts_tell_their_two_parts_by_lightness() -> None:
    assert contrast(LIGHT.mig, LIGHT.per) == pytest.approx(5.3, abs=0.1)
    assert contrast(SUN.mig, SUN.per) == pytest.approx(11.3, abs=0.2)


def test_a_change_of_theme_reaches_plain_and_painted_widgets(theme: Theme, qtbot: QtBot) -> None:
    edit = TextField("Nombre", "map-pin")
    qtbot.addWidget(edit)
    edit.setText("Rosa")
    edit.show()
    with qtbot.waitSignal(theme.changed):
        theme.use("dark")
    shown = edit.grab().toImage()
    assert shown.pixelColor(edit.width() - 20, edit.height() // 2).name().upper() == DARK.surface
    assert edit.text() == "Rosa"


def test_ctrl_t_turns_through_the_three(theme: Theme) -> None:
    seen = []
    for _ in range(3):
        theme.turn()
        seen.append(theme.tokens.name)
    assert seen == ["dark", "sun", "light"]


def test_text_size_stays_within_its_steps(theme: Theme) -> None:
    theme.set_scale(400)
    assert theme.scale == 175
    theme.step_scale(1)
    assert theme.scale == 175
    theme.step_scale(-1)
    assert theme.scale == 150
    assert theme.px(40) == 60


@pytest.mark.parametrize("name", list(THEMES))
@pytest.mark.parametrize("state", ["", "warn", "bad"])
def test_no_state_changes_the_height_of_a_control(theme: Theme, qtbot: QtBot, name: str, state: str) -> None:
    theme.use(name)
    for compact, height in ((False, 40), (True, 38)):
        theme.set_compact(compact)
        edit = QLineEdit()
        qtbot.addWidget(edit)
        edit.setProperty("state", state)
        edit.show()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        assert edit.sizeHint().height() == height


def test_the_phrase_is_a_main_field(theme: Theme, qtbot: QtBot) -> None:
    phrase = PhraseField()
    qtbot.addWidget(phrase)
    phrase.show()
    assert phrase.sizeHint().height() == 48


def test_inter_is_the_letter_of_the_program(theme: Theme) -> None:
    assert "Inter" in QFontDatabase.families()
    assert QApplication.font().family() == "Inter"


def test_all_figures_have_one_width(theme: Theme) -> None:
    metrics = QFontMetrics(app_font(15, 400))
    assert len({metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}) == 1


def test_the_zero_of_a_code_is_slashed(theme: Theme, qtbot: QtBot) -> None:
    plain, slashed = TextField(), TextField()
    for edit in (plain, slashed):
        qtbot.addWidget(edit)
        edit.resize(200, 40)
        edit.setText("0")
    slashed.setFont(slashed_zero(slashed.font()))
    assert plain.grab().toImage() != slashed.grab().toImage()


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_can_be_drawn(theme: Theme, name: str) -> None:
    drawn = pixmap(name, "#2B3990", 22, 2.0)
    assert drawn.width() == 44
    assert not drawn.toImage().allGray() or name.startswith("chasqui")
    assert not icon(name, "#2B3990", 22).isNull()


def test_a_wrong_icon_name_raises(theme: Theme) -> None:
    with pytest.raises(KeyError):
        pixmap("no-such-icon", "#000000", 22)
