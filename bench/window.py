"""``python -m bench.window``: the real window, as ``chasqui`` opens it, with acts for a script that measure it."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from bench.heart import Heart
from bench.memory import forget_peak, kilobytes
from chasqui_desktop.app import run
from chasqui_desktop.play import tell_on_stdout
from chasqui_desktop.screens.people import PeopleScreen
from chasqui_desktop.typist import Typist

_WORDS = ("rosa", "quispe", "mamani", "nunez", "carolina", "huaman", "rondon", "wilmer", "penaloza", "xyz")
_PAGES = 300
_PATIENCE = 5.0


class Watch:
    """The acts: ``listen``, ``tell stalls``, ``search``, ``scroll``, ``forget peak``, ``tell memory``."""

    def __init__(self) -> None:
        self._heart: Heart | None = None

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """By their names in the script."""
        return {
            "listen": self._listen,
            "tell stalls": self._tell_stalls,
            "search": self._search,
            "scroll": self._scroll,
            "forget peak": forget_peak,
            "tell memory": lambda: self._tell("memory", peak=kilobytes(os.getpid(), "VmHWM")),
        }

    def _tell(self, event: str, **told: object) -> None:
        tell_on_stdout({"event": event, **told})

    def _listen(self) -> None:
        app = QCoreApplication.instance()
        assert app is not None
        self._heart = Heart(app)
        self._heart.listen()

    def _tell_stalls(self) -> None:
        assert self._heart is not None
        self._tell("stalls", **self._heart.told())

    def _search(self) -> None:
        """Type words letter by letter; each time is from the key to the first rows in sight."""
        people = _people()
        typist = Typist(people.window())
        times = [spent for word in _WORDS for spent in _letters(people, typist, word)]
        self._tell("searched", ms=times)

    def _scroll(self) -> None:
        """Go through the list page by page; each time is what the window was busy with one key."""
        people = _people()
        people.table().setFocus()
        people.table().selectRow(0)
        typist = Typist(people.window())
        times = []
        for _ in range(_PAGES):
            started = time.perf_counter()
            typist.press("PageDown")
            QCoreApplication.processEvents()
            times.append((time.perf_counter() - started) * 1000)
        self._tell("scrolled", ms=times)


def _people() -> PeopleScreen:
    return next(found for each in QApplication.topLevelWidgets() for found in each.findChildren(PeopleScreen))


def _letters(people: PeopleScreen, typist: Typist, word: str) -> Iterator[float]:
    people.search_field().setFocus()
    people.search_field().selectAll()
    shown: list[float] = []
    people.rows().modelReset.connect(lambda: shown.append(time.perf_counter()))
    for letter in word:
        shown.clear()
        started = time.perf_counter()
        typist.type(letter)
        while not shown and time.perf_counter() - started < _PATIENCE:
            QCoreApplication.processEvents()
        people.repaint()
        yield (time.perf_counter() - started) * 1000
    people.rows().modelReset.disconnect()


@click.command()
@click.option("--profile", type=click.Path(path_type=Path), required=True)
@click.option("--play", type=click.Path(path_type=Path, exists=True), required=True)
def main(profile: Path, play: Path) -> None:
    """Play a script in the window."""
    sys.exit(run(profile, json.loads(play.read_text(encoding="utf-8")), acts=Watch().acts))


if __name__ == "__main__":
    main()
