"""Whoever cannot see the screen hears what each control is: every one that takes the focus has a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from chasqui_desktop.app import Desktop
from chasqui_desktop.settings import Settings


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    """The whole program, every screen in it, before anybody has signed in."""
    made = Desktop(qapp, Settings(tmp_path / "profile"))
    yield made
    made._language.use("es")
    made.end()
    for window in (made.frame, made.enrol, made.unlock, made.new_phrase, made.workplace.key_screen):
        window.close()
        window.deleteLater()
    made.deleteLater()
    QCoreApplication.processEvents()


def spoken(widget: QWidget) -> str:
    """Give the name a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def silent(root: QWidget) -> list[str]:
    """Name every control under ``root`` that takes the focus by Tab and has nothing to say."""
    parts = [each for each in root.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    told = (each for each in parts if each.focusProxy() is None and not _waits_for_its_words(each))
    return [_told(each) for each in told if not spoken(each).strip()]


def _waits_for_its_words(widget: QWidget) -> bool:
    """Tell whether it is a button that is shown only once it has something to offer, and says that."""
    return isinstance(widget, QPushButton) and widget.isHidden() and not widget.text()


def _told(widget: QWidget) -> str:
    owner = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(owner).__name__}"


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_control_that_takes_the_focus_says_what_it_is(desktop: Desktop, language: str) -> None:
    desktop._language.use(language)
    QCoreApplication.processEvents()
    screens = (desktop.frame, desktop.enrol, desktop.unlock, desktop.new_phrase, desktop.workplace.key_screen)
    assert sum(len(screen.findChildren(QWidget)) for screen in screens) > 1000
    found = [name for screen in screens for name in silent(screen)]
    assert found == [], "\n".join(found)
