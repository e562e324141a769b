"""Plays one script in the program's own window, in a process of its own if there is another to play."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from chasqui_desktop.app import run
from chasqui_desktop.play import Steps


def play(profile: Path, steps: Steps, acts: Mapping[str, Callable[[], None]]) -> int:
    """Play here; give the exit code."""
    return run(profile, steps, _tell_an_end, acts)


def play_apart(profile: Path, steps: Steps) -> int:
    """Play beside this process, which can have the program only once in its life."""
    playing = multiprocessing.get_context("spawn").Process(target=_play_and_exit, args=(profile, steps))
    playing.start()
    playing.join()
    return playing.exitcode or 0


def _play_and_exit(profile: Path, steps: Steps) -> None:
    sys.exit(play(profile, steps, {}))


def _tell_an_end(event: dict[str, object]) -> None:
    if event["event"] == "end" and event["code"] != 0:
        sys.stderr.write(f"the day got stuck: {event}\n")
