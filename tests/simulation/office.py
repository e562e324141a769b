"""Headquarters in the simulation: the real storage behind the real routes, in this thread, with faults."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import requests
import structlog
from sqlalchemy import Connection, exc, select, update

from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.roads.line import Reply
from chasqui_sync.server import desk, durable, intake, roles, turns
from chasqui_sync.server.app import build_app
from chasqui_sync.server.database import Database
from chasqui_sync.server.devices import Person
from chasqui_sync.server.storage import Storage
from chasqui_sync.server.tables import device
from tests.helpers.backup import Backup, backed_up, put_back
from tests.simulation.cuts import Disk, PowerCut, Trap


class Busy(Database):
    """A database on which another request may be served before this one gets the lock."""

    meanwhile: Callable[[], None] = staticmethod(lambda: None)
    begun: Callable[[], None] = staticmethod(lambda: None)
    is_gone = False

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """See ``Database``. Raises PowerCut where headquarters went off meanwhile."""
        self.meanwhile()
        if self.is_gone:
            raise PowerCut
        self.begun()
        with super().writing() as connection:
            yield connection


class Office:
    """One headquarters over one database; ``life`` counts how often an older copy was put back."""

    def __init__(
        self, url: str, clock: Callable[[], int], randomness: Callable[[int], bytes], limits: wire.Limits
    ) -> None:
        self.url = url
        self.life = 0
        self.receipts: list[wire.Receipt] = []
        """Every receipt that left it, for whoever mixes them up."""
        self.meanwhile: Callable[[], None] = lambda: None
        self._planned: tuple[Callable[[], None], int] | None = None
        self._clock = clock
        self._randomness = randomness
        self._limits = limits
        self._disk = Disk(Path(url.removeprefix("sqlite:///"))) if url.startswith("sqlite") else None
        self._start()
        self.storage.found()

    def enrol(self, person: Person, key: bytes) -> wire.EnrolmentAnswer:
        """Give a device its certificate."""
        code = self.storage.offer_code(person, 10)
        return self.storage.enrol(wire.Enrolment(code=code, key=key))

    def write(self, kind: str, record: str, fields: dict[str, Any], action: str = "create") -> None:
        """Write a reference record, or change it."""
        now = self._clock()
        self.storage.write(
            [
                Operation(
                    kind=kind,
                    record=record,
                    action=action,
                    fields=fields,
                    user=self.storage.here.key.id,
                    scope=EVERYONE,
                    saved_at=now,
                    anchor=now,
                )  # fmt: skip - eight short values
            ]
        )

    def erase(self, who: str, off_after: int | None = None) -> list[str]:
        """Erase a person, and whoever she was joined with, as ``chasqui-server erase`` does; give their records.

        Raises PowerCut: where it is to go off, after so many statements.
        """
        self._planned = None if off_after is None else (self._go_off, off_after)
        with self.storage.database.reading() as connection:
            states = desk.find_person(connection, who)
        now, node = self._clock(), self.storage.here.key.id
        erasures = [
            Operation(
                kind=state.kind,
                record=state.id,
                action="erase",
                user=node,
                scope=state.scope,
                saved_at=now,
                anchor=now,
            )  # fmt: skip - seven short values
            for state in states
        ]
        if erasures:
            assert not self.storage.write(erasures).verdicts
        return [state.id for state in states]

    def ask(self, method: str, target: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Serve one request. Raises PowerCut where a trap of it sprang; it runs again then."""
        serving = self._database
        try:
            return _served(self._app, method, target, body, headers)
        except PowerCut:
            if serving is self._database:
                self.restart()
            raise

    def lose_power(self, statements: int) -> None:
        """Go off inside the next transaction that writes: after so many statements, or just before its commit."""
        self._planned = (self._go_off, statements)

    def refuse_statement(self, statements: int) -> None:
        """Let the next transaction that writes fail at a statement, as it does on a full disk."""
        self._planned = (_fail, statements)

    def restart(self) -> None:
        """Start again over what the database holds."""
        self._database.is_gone = True
        self._database.close()
        if self._disk is not None and self._disk.is_frozen:
            self._disk.thaw()
        self._start()

    def close(self) -> None:
        """Close every connection."""
        self.storage.database.close()

    def backup(self) -> Backup:
        """Copy every row."""
        return backed_up(self.storage.database)

    def mark(self) -> str:
        """Read what to call safe once the copy is made."""
        with self.storage.database.reading() as connection:
            return durable.mark(connection)

    def declare(self, mark: str) -> None:
        """Say that all up to a mark is in a safe copy."""
        self._planned = None
        with self.storage.database.writing() as connection:
            assert durable.declare(connection, mark, self._clock()) is not None

    def restore(self, backup: Backup) -> None:
        """Put an older copy back in place of everything; nobody tells the program."""
        # what was planned for a request that never came is not for the operator
        self._planned = None
        put_back(self.storage.database, backup)
        self.life += 1
        self.restart()

    def revoke(self, name: str) -> None:
        """Revoke a device."""
        # what was planned for a request that never came is not for the operator
        self._planned = None
        with self.storage.database.writing() as connection:
            connection.execute(update(device).where(device.c.id == name).values(status="revoked"))

    def give_role(self, staff: str, role: str) -> None:
        """Give somebody another role."""
        # what was planned for a request that never came is not for the operator
        self._planned = None
        with self.storage.database.writing() as connection:
            roles.give_role(connection, self.storage.here, staff, role, self._clock())

    def certified(self, name: str) -> int:
        """Say when a device's newest certificate was made."""
        with self.storage.database.reading() as connection:
            kept = connection.execute(select(device.c.certificate).where(device.c.id == name)).scalar_one()
        return wire.decode(bytes(wire.decode(kept, wire.Certificate).body), wire.CertificateBody).at

    def _start(self) -> None:
        self._database = Busy(self.url)
        self._database.meanwhile = lambda: self.meanwhile()
        self._database.begun = self._arm
        self.trap = Trap(self._database._engine)
        self.storage = Storage(self._database, self._clock, self._randomness, self._limits)
        self._app = build_app(self.storage, lambda: self._clock() / 1000)

    def _arm(self) -> None:
        planned, self._planned = self._planned, None
        if planned is not None:
            self.trap.set(*planned, commits=0)

    def _go_off(self) -> None:
        if self._disk is not None:
            self._disk.freeze()
        raise PowerCut


@contextmanager
def in_one_thread() -> Iterator[None]:
    """Let the routes work here and now: no threads, no event loop, no log."""

    async def run_here(work: Callable[[], Any]) -> Any:
        return work()

    async def wait(awaitable: Any, _seconds: float) -> Any:
        return await awaitable

    structlog.configure(processors=[_drop], cache_logger_on_first_use=False)
    no_loop = types.SimpleNamespace(wait_for=wait)
    try:
        with mock.patch.object(turns, "run_in_threadpool", run_here), mock.patch.object(intake, "asyncio", no_loop):
            yield
    finally:
        structlog.reset_defaults()


def _served(application: Any, method: str, target: str, body: bytes, headers: dict[str, str]) -> Reply:
    path, _, query = target.partition("?")
    told = {"content-length": str(len(body)), **{name.lower(): value for name, value in headers.items()}}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode("latin-1"),
        "query_string": query.encode("latin-1"),
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in told.items()],
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    coroutine = application(scope, receive, send)
    try:
        coroutine.send(None)
    except StopIteration:
        pass
    else:
        raise AssertionError("the routes waited for something that is not there")
    answered = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Reply(sent[0]["status"], requests.structures.CaseInsensitiveDict(answered), content)


def _fail() -> None:
    raise exc.OperationalError("", {}, Exception("database or disk is full"))


def _drop(*_: Any) -> Any:
    raise structlog.DropEvent
