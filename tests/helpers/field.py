"""Real laptops before a real headquarters, without a line between: encrypted registers, the engine, the storage."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select

from chasqui_desktop.book import PeopleFilter
from chasqui_desktop.store import journal
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.vault.vault import unlock
from chasqui_sync import wire
from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.core.problems import Trouble
from chasqui_sync.engine import Engine, Progress
from chasqui_sync.server.blobs import Piece
from chasqui_sync.server.devices import Person
from chasqui_sync.server.storage import Outcome, Request, Storage
from chasqui_sync.server.tables import batch
from chasqui_sync.sides import WaitingBlob
from chasqui_sync.signing import SigningKey, VerifyingKey
from tests.helpers.laptop import EDITION, NOON, PARTNER, PASSPHRASE, USER, Laptop, World, answers, reference_states
from tests.helpers.storage import Surroundings, new_storage, raw_states


def new_headquarters(url: str, around: Surroundings | None = None) -> Storage:
    """Found a headquarters that holds the reference records laptops of these tests work with; it is noon."""
    store, around = new_storage(url, around=around)
    around.now = NOON
    written = [
        Operation(
            kind=state.kind,
            record=state.id,
            action="create",
            fields=state.fields,
            user=store.here.key.id,
            scope=PARTNER if state.kind == "staff" else EVERYONE,
            saved_at=NOON,
        )
        for state in reference_states()
    ]
    assert store.write(written).verdicts == []
    return store


class StorageRoad:
    """One device's way to a storage in this process; the challenge goes along as over HTTP."""

    def __init__(self, store: Storage, key: SigningKey) -> None:
        self.store = store
        self.requests: list[str] = []
        self.buckets: list[int] = []
        self._key = key
        self._challenge = ""

    def hello(self, hello: wire.Hello) -> wire.HelloAnswer:
        """Exchange greetings."""
        body = wire.encode(hello)
        return self._ask("POST", "/v1/hello", body, self.store.hello, wire.HelloAnswer)

    def push(self, batch: bytes, after: str | None, *, begun: int = 0) -> wire.Answer:
        """Send a batch, whole: nothing is cut here."""
        assert begun == 0
        return self._ask(
            "POST", "/v1/batches", batch, lambda request: self.store.push(request, after, echoes=True), wire.Answer
        )

    def fetch(self, after: str, *, whole: bool = False, most: int | None = None) -> wire.Answer:
        """Ask for a page."""
        return self._ask(
            "GET", "/v1/records", b"", lambda request: self.store.fetch(request, after, echoes=not whole), wire.Answer
        )

    def send_blob(self, blob: WaitingBlob, offset: int, most: int) -> wire.BlobAnswer:
        """Send a piece of a blob."""
        piece = Piece(blob.record, blob.sha256, len(blob.content), offset, blob.content[offset : offset + most])
        return self._ask(
            "PUT", "/v1/blobs", piece.content, lambda request: self.store.take_blob(request, piece), wire.BlobAnswer
        )

    def compare(self, after: str) -> wire.Answer:
        """Ask for a page and the digest."""
        return self._ask("GET", "/v1/digest", b"", lambda request: self.store.compare(request, after), wire.Answer)

    def refetch(self, after: str, buckets: Sequence[int]) -> wire.Answer:
        """Ask for some buckets again."""
        self.buckets += buckets
        return self._ask(
            "GET", "/v1/records", b"", lambda request: self.store.fetch(request, after, buckets=buckets), wire.Answer
        )

    def _ask(self, method: str, target: str, body: bytes, ask: object, kind: type[wire.T]) -> wire.T:
        self.requests.append(target)
        outcome = self._once(method, target, body, ask)
        if outcome.trouble is not None and outcome.trouble.problem.status == 401:
            outcome = self._once(method, target, body, ask)
        if outcome.trouble is not None:
            raise outcome.trouble
        assert isinstance(outcome.result, kind)
        return wire.decode(wire.encode(outcome.result), kind)

    def _once(self, method: str, target: str, body: bytes, ask: object) -> Outcome[object]:
        signature = self._key.sign(wire.request_to_sign(method, target, body, self._challenge))
        request = Request(method, target, body, wire.authorization(self._key.id, self._challenge, signature))
        assert callable(ask)
        outcome: Outcome[object] = ask(request)
        self._challenge = outcome.challenge or self._challenge
        return outcome


class Traveller:
    """A laptop in the field with its register; ``image`` copies its whole disk."""

    def __init__(self, office: Storage, laptop: Laptop) -> None:
        self.office = office
        self.laptop = laptop
        self._seconds = 0.0
        self._restart()

    @classmethod
    def enrolled(
        cls, office: Storage, folder: Path, number: int = 1, role: str = "promoter", user: str = USER
    ) -> Traveller:
        """Enrol a laptop of its own key and fetch the reference records."""
        seed = bytes([number]) * 32
        code = office.offer_code(Person(user, "Milagros Torres", role, PARTNER), 10)
        enrolled = office.enrol(wire.Enrolment(code=code, key=SigningKey(seed).public))
        laptop = Laptop(folder / f"laptop{number}", World(number), seed, user=user, role=role, enrolled=enrolled)
        one = cls(office, laptop)
        one.round()
        return one

    def image(self, folder: Path, number: int) -> Traveller:
        """Copy the disk as it is now into another laptop; chance differs between the two, as it does."""
        self.laptop.store.close()
        shutil.copytree(self.laptop.profile, folder / f"image{number}")
        inside = self.laptop.opened.register.parent.relative_to(self.laptop.profile)
        other = object.__new__(Laptop)
        other.profile, other.world, other.key = folder / f"image{number}", World(100 + number), self.laptop.key
        other.secrets = self.laptop.secrets
        other.opened = unlock(other.profile / inside, PASSPHRASE, other.secrets)
        other.store = other.open()
        self.laptop.reopen()
        self._restart()
        return Traveller(self.office, other)

    def move_to(self, office: Storage) -> None:
        """Find another headquarters behind the same address."""
        self.office = office
        self._restart()

    def round(self) -> Progress:
        """Do one round, and tell the register of the contact, as a session does."""
        progress = self._engine.round(lambda _: None, lambda: False)
        self.laptop.store.book.contact(self._engine.status)
        return progress

    @property
    def status(self) -> str:
        """How headquarters said this laptop stands, at the last greeting."""
        return self._engine.status

    def greet(self) -> None:
        """Begin anew with a greeting, and do no more than that."""
        self._restart()
        self._engine._greet(1)

    def drain(self, most: int = 3) -> int:
        """Do rounds until one goes through with nothing to do; give how many there were before it."""
        for count in range(most + 1):
            try:
                progress = self.round()
            except Trouble:
                continue
            if (progress.sent, progress.fetched) == (0, 0):
                return count
        raise AssertionError(f"not drained in {most} rounds")

    def wait(self, hours: float) -> None:
        """Let time go by while the program runs."""
        self._seconds += hours * 3600
        self.laptop.world.now += round(hours * 3_600_000)

    def register(self, *names: str) -> list[str]:
        """Save registrations; give their records."""
        book = self.laptop.store.book
        return [book.register(answers(name, document={"scheme": "none"})).record for name in names]

    def amend(self, record: str, **fields: object) -> None:
        """Change what is on screen."""
        book = self.laptop.store.book
        book.amend(record, fields, book.person(record).heads)

    def names(self) -> list[str]:
        """Give the given names of everybody on the list, sorted."""
        book = self.laptop.store.book
        rows = book.people("", PeopleFilter.ALL, 0, 10_000).rows
        return sorted(book.person(row.record).fields["given_names"] for row in rows)

    def held(self) -> dict[str, bytes]:
        """Give the bytes of every record on this laptop."""
        with transaction(self.laptop.store._connection) as connection:
            rows = connection.exec_driver_sql("SELECT id, state FROM record").all()
        return {name: bytes(raw) for name, raw in rows}

    def is_whole(self) -> bool:
        """Prove the journal's chains."""
        with transaction(self.laptop.store._connection) as connection:
            return journal.is_whole(connection)

    def settled(self) -> None:
        """Hold that everything was sent and that the laptop shows headquarters' states, byte for byte."""
        told = raw_states(self.office)
        held = self.held()
        assert held == {name: told[name] for name in held}
        counts = self.laptop.store.book.counts()
        assert (counts.at_risk, counts.attention) == (0, 0)
        assert self.is_whole()

    def close(self) -> None:
        """Close the register."""
        self.laptop.store.close()

    def _restart(self) -> None:
        self.road = StorageRoad(self.office, self.laptop.key)
        world = self.laptop.world
        self._engine = Engine(
            self.laptop.store.exchange,
            self.road,
            self.laptop.key.sign,
            VerifyingKey(self.office.here.key.public).verify,
            lambda: world.now,
            self._stopwatch,
            "0.1.0",
        )  # fmt: skip - what touches the world

    def _stopwatch(self) -> float:
        self._seconds += 0.1
        return self._seconds


def arrived(office: Storage) -> list[Operation]:
    """Give every operation headquarters has accepted, from whatever journal."""
    with office.database.reading() as connection:
        rows = connection.execute(
            select(batch.c.bytes, batch.c.first, batch.c.last, batch.c.device, batch.c.incarnation).order_by(
                batch.c.device, batch.c.incarnation, batch.c.last
            )
        ).all()
    known: dict[tuple[str, str], int] = {}
    found: list[Operation] = []
    for row in rows:
        kept = wire.read_batch(row.bytes)
        run = wire.inflate(kept.frame, kept.header.size).split(b"\n")[:-1]
        before = known.get((row.device, row.incarnation), 0)
        found += [wire.decode_operation(data) for data in run[before + 1 - row.first :]]
        known[row.device, row.incarnation] = row.last
    return found


__all__ = ["EDITION", "StorageRoad", "Traveller", "arrived", "new_headquarters"]
