"""Words: in two languages at once, figures as people write them, and nothing left untranslated."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from chasqui_desktop.widgets.chip_groups import YesNo
from chasqui_desktop.widgets.field import Field
from chasqui_desktop.widgets.relay import LineBadge
from chasqui_desktop.widgets.text_fields import TextField
from chasqui_desktop.words import Language, day, hour, number, percent, say, short_day

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """A language that is Spanish again afterwards."""
    spoken = Language(qapp)
    yield spoken
    spoken.use("es")
    qapp.processEvents()


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """The script that gathers and compiles the words."""
    spec = importlib.util.spec_from_file_location("make_words", ROOT / "resources/make/words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_figures_and_dates_are_written_as_in_peru(language: Language) -> None:
    assert (number(1891), number(28.13), percent(28.1), percent(30.0)) == ("1,891", "28.1", "28.1 %", "30 %")
    assert (day(date(2026, 11, 23)), short_day(date(2026, 9, 7))) == ("23/11/2026", "7 set")
    assert hour(time(8, 5)) == "8:05"


def test_figures_and_dates_are_written_as_in_english(language: Language) -> None:
    language.use("en")
    assert (number(1891), percent(28.1)) == ("1,891", "28.1%")
    assert (day(date(2026, 11, 23)), short_day(date(2026, 9, 7))) == ("23 Nov 2026", "7 Sep")
    assert hour(datetime(2026, 11, 23, 16, 20)) == "16:20"  # noqa: DTZ001 - a wall clock is meant


def test_a_phrase_writes_its_values_in_the_language_in_use(language: Language) -> None:
    phrase = say("Widgets", "{name}, {n} por ver").fill(name=say("Widgets", "Oficina"), n=1234)
    assert str(phrase) == "Oficina, 1,234 por ver"
    language.use("en")
    assert str(phrase) == "Office, 1,234 to look at"


def test_the_language_changes_in_place(language: Language, qtbot: QtBot) -> None:
    card = QWidget()
    column = QVBoxLayout(card)
    edit, answer, line = TextField(), YesNo(), LineBadge("offline")
    field = Field(say("Widgets", "Oficina"), edit, optional=True)
    for widget in (field, answer, line):
        column.addWidget(widget)
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()
    edit.setFocus()
    edit.setText("Comas")
    edit.setCursorPosition(2)
    answer.set_value(True)
    language.use("en")
    qtbot.waitUntil(lambda: edit.accessibleName() == "Office")
    assert [chip.text() for chip in answer.chips()] == ["Yes", "No"]
    assert answer.chips()[0].key() == "Y"
    assert line.text() == "Offline"
    assert (edit.text(), edit.cursorPosition(), edit.hasFocus(), answer.value()) == ("Comas", 2, True, True)
    language.use("es")
    qtbot.waitUntil(lambda: line.text() == "Sin conexión")


def test_a_language_there_is_not_is_refused(language: Language) -> None:
    with pytest.raises(KeyError):
        language.use("qu")
    assert language.code == "es"


def test_every_word_of_the_screens_has_its_english(maker: ModuleType, tmp_path: Path) -> None:
    gathered = tmp_path / "chasqui_en.ts"
    shutil.copyfile(maker.SOURCE, gathered)
    maker.gather(gathered)
    assert maker.unfinished(gathered) == []
    assert gathered.read_bytes() == maker.SOURCE.read_bytes(), "run python resources/make/words.py"


def test_the_compiled_words_are_those_of_the_source(maker: ModuleType, tmp_path: Path) -> None:
    compiled = tmp_path / "chasqui_en.qm"
    maker.compile_words(maker.SOURCE, compiled)
    assert compiled.read_bytes() == maker.COMPILED.read_bytes(), "run python resources/make/words.py"


def test_placeholders_are_the_same_in_both_languages(maker: ModuleType) -> None:
    assert maker.unlike_placeholders(maker.SOURCE) == []
