"""A phrase changed at work: the real file, the real screen, keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from chasqui_desktop.renewal import Renewal
from chasqui_desktop.screens.new_phrase import NewPhraseScreen
from chasqui_desktop.tasks import Lane
from chasqui_desktop.vault.guesses import Guesses
from chasqui_desktop.vault.vault import unlock, users
from chasqui_sync.core.problems import Problem, Trouble
from tests.helpers.keys import type_text
from tests.helpers.laptop import PASSPHRASE, Laptop

NEW = "nube piedra camino flauta"


class Time:
    """A stopwatch that runs only when asked: each trial of Argon2id seems to take a second."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def tick(self) -> float:
        self.seconds += 1.0
        return self.seconds


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    one = Laptop(tmp_path / "profile")
    yield one
    one.store.close()


@pytest.fixture
def screen(qtbot: QtBot) -> NewPhraseScreen:
    drawn = iter("abcdefghijklmnop")
    made = NewPhraseScreen([], lambda _words: next(drawn))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def renewal(screen: NewPhraseScreen, laptop: Laptop, qapp: QApplication) -> Iterator[Renewal]:
    owner = QObject()
    lane = Lane("store", lambda error: pytest.fail(repr(error)), owner)
    chance = laptop.world.surroundings().randomness
    guesses = Guesses(Time().tick, lambda: laptop.world.now)
    yield Renewal(screen, lane, Time().tick, chance, laptop.secrets, guesses, owner)
    lane.close()


def enter(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def opens(laptop: Laptop, phrase: str) -> bool:
    [card] = users(laptop.profile)
    try:
        return unlock(card.folder, phrase, laptop.secrets).key == laptop.opened.key
    except Trouble as trouble:
        return trouble.problem is not Problem.PASSPHRASE_WRONG


def test_only_the_new_phrase_opens_and_a_wrong_present_one_changes_nothing(
    renewal: Renewal, screen: NewPhraseScreen, laptop: Laptop, qtbot: QtBot
) -> None:
    [card] = users(laptop.profile)
    renewal.change(card)
    type_text("mesa río canción volcan")
    enter(qtbot)
    qtbot.waitUntil(lambda: "Esa no es la frase" in screen._present._field.help_text())
    assert opens(laptop, PASSPHRASE)
    type_text(PASSPHRASE)
    enter(qtbot)
    qtbot.waitUntil(lambda: screen._stack.currentWidget() is screen._phrase)
    type_text(NEW)
    enter(qtbot)
    type_text(NEW)
    enter(qtbot)
    qtbot.waitUntil(lambda: screen._stack.currentWidget() is screen._done)
    assert opens(laptop, NEW)
    assert not opens(laptop, PASSPHRASE)
