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
    10: Problem.DATABASE_DAMAGED,  # IOERR: what the disk gives back is not what was written
    11: Problem.DATABASE_DAMAGED,  # CORRUPT
    13: Problem.DISK_FULL,  # FULL
    14: Problem.PROFILE_UNWRITABLE,  # CANTOPEN
    26: Problem.DATABASE_DAMAGED,  # NOTADB: the vault vouches for the key, so the file is at fault
}
# SQLite says FULL for ENOSPC alone; a quota or a limit on the file's size comes as one of these
_NO_ROOM = frozenset({778, 1034, 4618, 4874})  # IOERR_WRITE, _FSYNC, _SHMOPEN, _SHMSIZE


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
    if not isinstance(code, int):
        return None
    return Problem.DISK_FULL if code in _NO_ROOM else _PRIMARY.get(code & 0xFF)
