"""Somebody with a laptop: the program in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel

from chasqui_desktop.app import Desktop, WindowStage
from chasqui_desktop.play import Player, Steps
from chasqui_desktop.settings import Settings


class Person:
    """Somebody with a laptop: the program in this process, played by keys."""

    def __init__(self, app: QApplication, profile: Path) -> None:
        self.app = app
        self.profile = profile
        self.desktop = Desktop(app, Settings(profile))
        self.desktop.start()

    def play(self, steps: Steps, act: Callable[[], None] = lambda: None) -> None:
        """Play a script; ``act`` is what happens elsewhere meanwhile."""
        told: list[dict[str, object]] = []
        acts: dict[str, Callable[[], None]] = {"bring the key": self.desktop._bring_key, "elsewhere": act}
        player = Player(WindowStage(self.desktop), [*steps, {"quit": True}], told.append, acts, bool, self.desktop)
        player.start()
        assert self.app.exec() == 0, told[-1]
        player.deleteLater()

    def read(self) -> list[str]:
        """Everything in any label of the program, shown or not."""
        return [label.text() for label in self.desktop.frame.findChildren(QLabel)]

    def end(self) -> None:
        """End the program."""
        desktop = self.desktop
        desktop.end()
        for window in (desktop.frame, desktop.enrol, desktop.unlock, desktop.new_phrase, desktop.workplace.key_screen):
            window.close()
            window.deleteLater()
        desktop.deleteLater()
        QCoreApplication.processEvents()
