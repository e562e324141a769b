"""Headquarters' storage in this process, and a laptop that signs its requests; time and chance are the test's."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import select

from chasqui_sync import wire
from chasqui_sync.core.fold import State
from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.server.database import Database
from chasqui_sync.server.devices import Person
from chasqui_sync.server.storage import LIMITS, Outcome, Request, Storage
from chasqui_sync.server.tables import metadata, record
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.helpers.server import Journal

NOW = 1_795_474_800_000
PARTNER = "019a8f3c2b4d7e5f8a1b2c3d4e5f60aa"
OTHER_PARTNER = "019a8f3c2b4d7e5f8a1b2c3d4e5f60bb"
MILAGROS = "019a8f3c2b4d7e5f8a1b2c3d4e5f6001"
JHON = "019a8f3c2b4d7e5f8a1b2c3d4e5f6002"
PATRICIA = "019a8f3c2b4d7e5f8a1b2c3d4e5f6003"


@dataclass
class Surroundings:
    """A clock that stands where the test puts it, and chance from one seed."""

    now: int = NOW
    chance: random.Random = field(default_factory=lambda: random.Random(7))

    def clock(self) -> int:
        """Give the time in ms."""
        return self.now

    def randomness(self, count: int) -> bytes:
        """Give bytes."""
        return self.chance.randbytes(count)


def new_storage(
    url: str, limits: wire.Limits = LIMITS, around: Surroundings | None = None
) -> tuple[Storage, Surroundings]:
    """Found a headquarters over an empty database."""
    around = around or Surroundings()
    store = Storage(Database(url), around.clock, around.randomness, limits)
    store.found()
    return store, around


class Device:
    """An enrolled device that speaks to a storage directly."""

    def __init__(
        self, store: Storage, seed: int, user: str = MILAGROS, scope: str = PARTNER, role: str = "promoter"
    ) -> None:
        self.store = store
        self.user = user
        self.scope = scope
        self.key = SigningKey(bytes([seed]) * 32)
        self.journal = Journal(self.key)
        code = store.offer_code(Person(user, f"person {seed}", role, scope), 10)
        self.enrolled = store.enrol(wire.Enrolment(code=code, key=self.key.public))
        self.challenge = ""
        self.fetch()

    def request(self, method: str, target: str, body: bytes = b"") -> Request:
        """Sign a request over the challenge that is outstanding."""
        signature = self.key.sign(wire.request_to_sign(method, target, body, self.challenge))
        return Request(method, target, body, wire.authorization(self.key.id, self.challenge, signature))

    def push(self, batch: bytes, after: str | None = None) -> Outcome[wire.Answer]:
        """Hand a batch in."""
        outcome = self.store.push(self.request("POST", "/v1/batches", batch), after)
        self.challenge = outcome.challenge or ""
        return outcome

    def fetch(self, after: str = "", most: int | None = None) -> Outcome[wire.Answer]:
        """Ask for a page."""
        outcome = self.store.fetch(self.request("GET", "/v1/records"), after, most=most)
        self.challenge = outcome.challenge or ""
        return outcome

    def page(self, after: str = "", most: int | None = None) -> wire.Page:
        """Give a page that must come."""
        answer = self.fetch(after, most).result
        assert answer is not None
        assert answer.page is not None
        return answer.page

    def receipt(self, batch: bytes) -> wire.ReceiptBody:
        """Hand a batch in that must be accepted, and prove its receipt."""
        return self.read(self.raw_receipt(batch))

    def raw_receipt(self, batch: bytes) -> wire.Receipt:
        """Hand a batch in that must be accepted, and give its receipt as it came."""
        outcome = self.push(batch)
        assert outcome.result is not None, outcome.trouble
        assert outcome.result.receipt is not None
        return outcome.result.receipt

    def read(self, receipt: wire.Receipt) -> wire.ReceiptBody:
        """Prove a receipt."""
        return wire.read_receipt(receipt, VerifyingKey(self.enrolled.node_key).verify)

    def operation(self, number: int, action: str = "create", **others: Any) -> Operation:
        """Make an operation on the record of a number; a create has what the rules ask for."""
        fields = person(number, self.user) if action == "create" else {}
        chosen = {"kind": "entrepreneur", "fields": fields, "user": self.user, "scope": self.scope, **others}
        return Operation(record=record_id(number), action=action, saved_at=NOW - 1000, **chosen)

    def wrote(self, seq: int) -> str:
        """Name an operation of this device's journal."""
        return f"{self.key.id}.{self.journal.incarnation}.{seq}"


def record_id(number: int) -> str:
    """Give a record's id."""
    return f"019a8f3c2b4d7e5f8a1b{number:012x}"


def person(number: int, promoter: str) -> dict[str, Any]:
    """Give the fields of a made-up person whom no hard rule refuses."""
    return {
        "code": f"GE26-{number:07d}",
        "given_names": f"Ñusta {number}",
        "paternal_surname": "Quispe",
        "document": {"scheme": "dni", "number": f"{number:08d}"},
        "phones": [{"number": f"+519{number:08d}"}],
        "consent": {"version": "v3.2", "language": "es", "how": "spoken", "at": NOW - 2000},
        "consent_programme": True,
        "promoter": promoter,
    }


def reference(number: int, kind: str, **fields: Any) -> Operation:
    """Make an operation of headquarters' own."""
    return Operation(
        kind=kind, record=record_id(number), action="create", fields=fields, user="", scope=EVERYONE, saved_at=NOW
    )


def states(store: Storage) -> dict[str, State]:
    """Give every record as it is held, by id."""
    return {name: msgspec.json.decode(raw, type=State) for name, raw in raw_states(store).items()}


def raw_states(store: Storage) -> dict[str, bytes]:
    """Give every record's bytes as they are held, by id."""
    with store.database.reading() as connection:
        return {row.id: bytes(row.state) for row in connection.execute(select(record.c.id, record.c.state))}


def everything(store: Storage, *but: str) -> dict[str, list[tuple[Any, ...]]]:
    """Give every row of every table but those named, to compare before and after."""
    with store.database.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
            if table.name not in but
        }
