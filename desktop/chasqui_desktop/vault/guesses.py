"""Wrong guesses cost more and more waiting: 1 second after the first, then twice as long, at most 15 minutes.

No clock is believed. The wait runs while the program runs: started again, it begins anew, so that neither a
restart nor a clock set back or forward shortens it. A guess is counted on the disk before it is tried, for a
program can be killed while it thinks. Nothing is ever wiped for wrong guesses: that would destroy what waits to
be sent. Whoever can write the user's folder can also copy it and guess elsewhere; against that stand the cost
of each guess (``stretch``) and the device secret.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from chasqui_desktop.vault.files import disk_troubles, write_whole
from chasqui_sync.core.problems import Problem, Trouble

LONGEST_WAIT = 15 * 60
_FILE = "guesses.json"


class Counted(msgspec.Struct, frozen=True):
    """Guesses since the folder last opened, none of them right.

    When the last was and the first, in ms since 1970: only told, no wait depends on it.
    """

    wrong: int = 0
    last: int = 0
    first: int = 0


class _Last(NamedTuple):
    counted: Counted
    at: float


def wait_after(wrong: int) -> int:
    """Give the seconds to wait after so many wrong guesses."""
    return 0 if wrong == 0 else min(LONGEST_WAIT, 2 ** min(wrong - 1, 10))


class Guesses:
    """Counts the guesses at each user's folder, in the folder and, where that can't be written, at least here."""

    def __init__(self, stopwatch: Callable[[], float], clock: Callable[[], int]) -> None:
        """``stopwatch``: seconds that only ever grow; ``clock``: ms since 1970 UTC."""
        self._stopwatch = stopwatch
        self._clock = clock
        self._started = stopwatch()
        self._last: dict[Path, _Last] = {}

    def wait(self, folder: Path) -> float:
        """Give the seconds still to wait before the next guess at a folder."""
        last = self._last.get(folder)
        counted, since = (self._read(folder), self._started) if last is None else last
        return max(0.0, wait_after(counted.wrong) - (self._stopwatch() - since))

    @contextmanager
    def one(self, folder: Path) -> Iterator[Counted]:
        """Count the guess made inside; gives the wrong ones before it. A right one starts the count anew.

        Raises Trouble(GUESS_LATER, wait=seconds) before anything is tried. Trouble(PASSPHRASE_WRONG) of the
        inside gets its wait; any other leaves the count as it was.
        """
        if (wait := self.wait(folder)) > 0:
            raise Trouble(Problem.GUESS_LATER, wait=wait)
        before = self._counted(folder)
        moment = self._clock()
        self._keep(folder, Counted(before.wrong + 1, moment, before.first if before.wrong else moment))
        try:
            yield before
        except Trouble as trouble:
            if trouble.problem is Problem.PASSPHRASE_WRONG:
                self._last[folder] = _Last(self._counted(folder), self._stopwatch())
                raise Trouble(Problem.PASSPHRASE_WRONG, wait=self.wait(folder)) from trouble
            self._keep(folder, before)
            raise
        self._keep(folder, Counted())

    def forget(self, folder: Path) -> None:
        """Begin the count anew: whoever is there has shown in another way that the file is hers."""
        self._keep(folder, Counted())

    def _counted(self, folder: Path) -> Counted:
        last = self._last.get(folder)
        return self._read(folder) if last is None else last.counted

    def _keep(self, folder: Path, counted: Counted) -> None:
        self._last[folder] = _Last(counted, self._stopwatch())
        try:
            with disk_troubles():
                if counted.wrong:
                    write_whole(folder / _FILE, msgspec.json.encode(counted))
                else:
                    (folder / _FILE).unlink(missing_ok=True)
        except Trouble:
            # a full disk must not keep out whoever comes to send what is on it
            return

    @staticmethod
    def _read(folder: Path) -> Counted:
        try:
            return msgspec.json.decode((folder / _FILE).read_bytes(), type=Counted)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return Counted()
