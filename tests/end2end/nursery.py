"""``python -m tests.end2end.nursery``: the real window, many times over, without reading the program anew each time.

One process reads the program and then only forks. Each line on its input, ``{"profile", "script", "trace"}``, makes
a child that plays the script in the window as ``chasqui`` does; what the child tells goes to the common output. The
child writes a trace: after each key the time and what the desk holds.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from chasqui_desktop.app import Desktop, run
from chasqui_desktop.play import tell_on_stdout
from chasqui_desktop.screens.register.desk import RegisterDesk


class Trace(QObject):
    """Writes a line after each key; a line that was written outlives the process."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._desk: RegisterDesk | None = None

    def write(self, **told: object) -> None:
        """Add a line."""
        line = {"at": time.monotonic(), **told}
        os.write(self._file, json.dumps(line).encode() + b"\n")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # the key was pressed: whatever it does is done by the time it comes up again
        if event.type() == QEvent.Type.KeyRelease:
            self.write(desk=self.desk())
        return False

    def desk(self) -> dict[str, Any]:
        """Give what is on the desk, as it goes into a draft."""
        if self._desk is None:
            desktop = next(iter(QApplication.instance().findChildren(Desktop)))  # type: ignore[union-attr]  # there is one
            self._desk = desktop.workplace.desk
        return self._desk.state()


def _play(wish: dict[str, str]) -> int:
    trace = Trace(Path(wish["trace"]))

    def tell(event: dict[str, object]) -> None:
        if event["event"] == "saved":
            trace.write(saved=event["code"], desk=trace.desk())
        if event["event"] != "step":
            tell_on_stdout(event)

    def watch() -> None:
        QApplication.instance().installEventFilter(trace)  # type: ignore[union-attr]  # the window is open
        trace.write(desk=trace.desk())
        tell_on_stdout({"event": "typing"})

    def look() -> None:
        trace.write(desk=trace.desk())

    steps = json.loads(Path(wish["script"]).read_text(encoding="utf-8"))
    return run(Path(wish["profile"]), steps, tell, {"watch": watch, "look": look})


def main() -> None:
    """Fork a child for each wish; tell of its birth, then of its end."""
    while line := sys.stdin.readline():
        child = os.fork()
        if child == 0:
            os._exit(_play(json.loads(line)))
        tell_on_stdout({"event": "born", "pid": child})
        _, status = os.waitpid(child, 0)
        tell_on_stdout({"event": "gone", "status": status})


if __name__ == "__main__":
    main()
