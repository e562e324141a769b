"""A message bus of its own with a double of logind on it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest


class Bus:
    """Runs both; ``say`` and ``held`` are the double's words (``logind_process``)."""

    def __init__(self) -> None:
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        self._logind = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.logind_process", self.address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._hear() == "ready"

    def say(self, word: str) -> None:
        assert self._logind.stdin is not None
        self._logind.stdin.write(f"{word}\n")
        self._logind.stdin.flush()

    def held(self) -> int:
        self.say("held?")
        return int(self._hear())

    def end(self) -> None:
        for process in (self._logind, self._daemon):
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()

    def _hear(self) -> str:
        assert self._logind.stdout is not None
        return self._logind.stdout.readline().strip()


@pytest.fixture
def logind_bus() -> Iterator[Bus]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon here; what Windows says and the tick after waking are tried all the same")
    one = Bus()
    yield one
    one.end()
