"""The one place where an error of SQLite becomes a numbered problem."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from chasqui_sync.core.problems import Problem, Trouble

# primary result codes of https://sqlite.org/rescode.html
_PRIMARY = {
    3: Problem.PROFILE_UNWRITABLE,  # PERM
    5: Problem.PROFILE_IN_USE,  # BUSY
    6: Problem.PROFILE_IN_USE,  # LOCKED
    8: Problem.PROFILE_UNWRITABLE,  # READONLY
    10: Problem.PROFILE_UNWRITABLE,  # IOERR: the disk refuses; what lies on it may be whole
    11: Problem.DATABASE_DAMAGED,  # CORRUPT
    13: Problem.DISK_FULL,  # FULL
    14: Problem.PROFILE_UNWRITABLE,  # CANTOPEN
    26: Problem.DATABASE_DAMAGED,  # NOTADB: the vault vouches for the key, so the file is at fault
}


@contextmanager
def sqlite_troubles() -> Iterator[None]:
    """Raise Trouble(DISK_FULL | DATABASE_DAMAGED | PROFILE_UNWRITABLE | PROFILE_IN_USE) for SQLite's errors.

    What is a fault of ours (a wrong statement) passes through.
    """
    try:
        yield
    except DBAPIError as error:
        problem = _problem(error.orig)
        if problem is None:
            raise
        raise Trouble(problem) from error
    except dbapi2.Error as error:
        problem = _problem(error)
        if problem is None:
            raise
        raise Trouble(problem) from error


def _problem(error: BaseException | None) -> Problem | None:
    code = getattr(error, "sqlite_errorcode", None)
    return _PRIMARY.get(code & 0xFF) if isinstance(code, int) else None
