"""Faults inside a database's own work: the power goes at a statement, or just before a commit."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event


class PowerCut(BaseException):
    """The machine went off: no handler of the program sees it, as none would see the real one."""


class Trap:
    """Waits in one engine for its n-th statement, or for its next commit, and springs once."""

    def __init__(self, engine: Engine) -> None:
        self._statements = self._commits = 0
        self._act: Callable[[], None] | None = None
        event.listen(engine, "before_cursor_execute", self._statement)
        event.listen(engine, "commit", self._commit)

    def set(self, act: Callable[[], None], statements: int, commits: int) -> None:
        """Do ``act`` before the statement that comes after so many others, or the commit after so many, if sooner."""
        self._act, self._statements, self._commits = act, statements, commits

    def clear(self) -> None:
        """Take the trap away."""
        self._act = None

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let others work in between: the trap is set for one."""
        act, self._act = self._act, None
        yield
        self._act = act

    def _statement(self, *_: Any) -> None:
        self._statements -= 1
        if self._act is not None and self._statements < 0:
            self._spring()

    def _commit(self, *_: Any) -> None:
        self._commits -= 1
        if self._act is not None and self._commits < 0:
            self._spring()

    def _spring(self) -> None:
        act, self._act = self._act, None
        assert act is not None
        act()


class Disk:
    """One SQLite database's files as the system holds them at a moment: what a killed process leaves."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._kept: Path | None = None

    def freeze(self) -> None:
        """Keep the files as they are now, in the middle of whatever is being written."""
        self._kept = self._database.with_name(self._database.name + ".frozen")
        for end in ("", "-wal"):
            source = Path(f"{self._database}{end}")
            target = Path(f"{self._kept}{end}")
            target.unlink(missing_ok=True)
            if source.exists():
                shutil.copyfile(source, target)

    def thaw(self) -> None:
        """Put the files back as they were frozen; the database must be closed."""
        assert self._kept is not None
        for end in ("", "-wal", "-shm"):
            Path(f"{self._database}{end}").unlink(missing_ok=True)
            frozen = Path(f"{self._kept}{end}")
            if frozen.exists():
                frozen.replace(f"{self._database}{end}")
        self._kept = None

    @property
    def is_frozen(self) -> bool:
        """Whether files are kept."""
        return self._kept is not None
