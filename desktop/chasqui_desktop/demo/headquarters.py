"""Headquarters for a show or a test: a real ``chasqui-server`` process on loopback, in a folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


class Headquarters:
    """Starts, asks and stops one server process; every answer comes from the program's own commands."""

    def __init__(self, folder: Path, database: str | None = None, python: str = sys.executable) -> None:
        """Use the embedded SQLite in ``folder``, or the database of a URL."""
        self.folder = folder
        self.database = database
        self._command = [python, "-m", "chasqui_sync.server.command"]
        self._process: subprocess.Popen[str] | None = None
        self.port = 0

    @property
    def pid(self) -> int:
        """The serving process."""
        assert self._process is not None
        return self._process.pid

    @property
    def log(self) -> Path:
        """Where the server's log goes."""
        return self.folder / "server.log"

    def prepare(self) -> None:
        """Make node, schema and the sample edition, points, partner and promoters."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.ask("init")
        self.ask("load", "--sample")

    def ask(self, *words: str) -> str:
        """Run one command and give what it printed. Raises RuntimeError with its log when it fails."""
        done = subprocess.run(  # noqa: S603 - our own program, our own words
            [*self._command, *words], capture_output=True, text=True, env=self._environment(), check=False
        )
        if done.returncode != 0:
            raise RuntimeError(f"chasqui-server {words[0]} ended with {done.returncode}:\n{done.stderr}")
        return done.stdout

    def start(self) -> None:
        """Serve on a free port; returns when the server listens."""
        with self.log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [*self._command, "serve", "--port", str(self.port)],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=self._environment(),
            )  # fmt: skip - one process
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the server did not start:\n{self.log.read_text(encoding='utf-8')}")
        self.port = json.loads(line)["port"]

    def stop(self) -> None:
        """End the server as an operator would."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=20)
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None

    def kill(self) -> None:
        """End the server as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None

    def _environment(self) -> dict[str, str]:
        chosen = {**os.environ, "CHASQUI_SERVER_FOLDER": str(self.folder)}
        if self.database:
            chosen["CHASQUI_SERVER_DATABASE"] = self.database
        return chosen
