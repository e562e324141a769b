"""The whole desktop program as its own process, played by a script; its log is shown when it fails."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

SECONDS = 120.0


class LaptopProcess:
    """Starts the real program on a profile, hears what it tells, can be killed at any moment."""

    def __init__(self, profile: Path, folder: Path, program: list[str] | None = None) -> None:
        """``folder`` takes scripts and logs; ``program`` is the command, the one from the sources by default."""
        self.profile = profile
        self._folder = folder
        self._program = program or [sys.executable, "-m", "chasqui_desktop"]
        self._runs = 0
        self._process: subprocess.Popen[str] | None = None
        self._events: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self.told: list[dict[str, Any]] = []

    def play(self, steps: list[dict[str, Any]]) -> None:
        """Start the program with a script."""
        self._runs += 1
        script = self._folder / f"script-{self._runs}.json"
        script.write_text(json.dumps(steps), encoding="utf-8")
        self._events = queue.SimpleQueue()
        with self.log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [*self._program, "--profile", str(self.profile), "--play", str(script)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"},
            )
        threading.Thread(target=self._listen, args=(self._process, self._events), daemon=True).start()

    @property
    def log(self) -> Path:
        """What the program wrote to its error stream."""
        return self._folder / "laptop.log"

    def hear(self, event: str) -> dict[str, Any]:
        """Wait until the program tells of an event; fails with its log if it ends or stays silent."""
        while True:
            try:
                told = self._events.get(timeout=SECONDS)
            except queue.Empty:
                raise AssertionError(f"never heard {event!r}\n{self._account()}") from None
            if told is None:
                raise AssertionError(f"the program ended before {event!r}\n{self._account()}")
            if told["event"] == event:
                return told

    def go_on(self) -> None:
        """Answer a ``hold``."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        """SIGKILL: a power cut."""
        assert self._process is not None
        self._process.kill()
        self._finish()

    def finish(self) -> None:
        """Wait for the script's end; fails with the log unless it ended well."""
        assert self._process is not None
        try:
            code = self._process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            self._process.send_signal(signal.SIGABRT)  # faulthandler writes every thread's stack into the log
            self._finish()
            raise AssertionError(f"the program never ended\n{self._account()}") from None
        self._finish()
        assert code == 0, f"the program ended with {code}\n{self._account()}"

    def _finish(self) -> None:
        assert self._process is not None
        self._process.wait(timeout=SECONDS)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process = None

    def _listen(self, process: subprocess.Popen[str], events: queue.SimpleQueue[dict[str, Any] | None]) -> None:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                told = json.loads(line)
                self.told.append(told)
                events.put(told)
        except ValueError:
            pass  # the stream was closed, or cut in the middle of a line by the kill
        events.put(None)

    def _account(self) -> str:
        last = "\n".join(json.dumps(each, ensure_ascii=False) for each in self.told[-8:])
        return f"last told:\n{last}\nlog:\n{self.log.read_text(encoding='utf-8')[-4000:]}"
