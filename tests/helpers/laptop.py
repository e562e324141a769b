"""A real laptop for tests: an enrolled profile in a folder, its vault cheap, its world made of numbers."""

from __future__ import annotations

import base64
import random
from datetime import UTC
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from chasqui_desktop.store.store import Identity, Store, lay_register, open_store
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.vault.device_secret import secrets_of
from chasqui_desktop.vault.stretch import Stretch
from chasqui_desktop.vault.vault import NewUser, Unlocked, create, unlock
from chasqui_sync import wire
from chasqui_sync.core.fold import Head, State
from chasqui_sync.signing import SigningKey

PASSPHRASE = "mesa río canción volcán"
CHEAP = Stretch(memory=8, passes=1)
NOON = 1_790_000_000_000
"""A moment in ms, so that no test asks the time."""

NODE = SigningKey(b"n" * 32)
PROTECTION = X25519PrivateKey.from_private_bytes(b"p" * 32)

USER = "01" * 16
PARTNER = "02" * 16
EDITION = "03" * 16
POINT = "04" * 16


class World:
    """Clock and chance that a test turns by hand."""

    def __init__(self, seed: int = 1) -> None:
        self.now = NOON
        self._chance = random.Random(seed)

    def surroundings(self) -> Surroundings:
        """Give it as the store takes it; the calendar is Greenwich's."""
        return Surroundings(lambda: self.now, self._chance.randbytes, UTC)


class Laptop:
    """An enrolled profile; ``store`` is open from the start."""

    def __init__(
        self,
        profile: Path,
        world: World | None = None,
        seed: bytes = b"d" * 32,
        user: str = USER,
        role: str = "promoter",
        enrolled: wire.EnrolmentAnswer | None = None,
    ) -> None:
        """``enrolled``: what a real headquarters answered; else a made-up one has certified it."""
        self.profile = profile
        self.secrets = secrets_of(profile)
        self.world = world or World()
        self.key = SigningKey(seed)
        self.opened = self._enrol(seed, user, role, enrolled)
        self.store = self.open()

    def open(self) -> Store:
        """Open the register with the vault's key."""
        return open_store(self.opened.register, self.opened.key, self.world.surroundings())

    def reopen(self) -> Store:
        """Close, unlock by the phrase and open again."""
        self.store.close()
        self.opened = unlock(self.opened.register.parent, PASSPHRASE, self.secrets)
        self.store = self.open()
        return self.store

    @property
    def incarnation(self) -> str:
        """Name the life of the journal that is being written."""
        return self.store.exchange.lives()[-1].incarnation

    def told(self, *states: State, **page: Any) -> int:
        """Let headquarters tell of record states."""
        records = [msgspec.Raw(wire.encode(state)) for state in states]
        values = {"cursor": "c", "complete": True, **page}
        return self.store.exchange.take_answer(None, b"", wire.Page(records=records, **values), "e1", self.world.now)

    def receipted(self, level: str = "hq", upto: int | None = None, **changed: Any) -> int:
        """Let headquarters give a receipt for everything up to ``upto``, or for all."""
        last = self.store.exchange.lives()[-1].seq
        return self.give(self.receipt(last if upto is None else upto), level=level, **changed)

    def receipt(self, upto: int) -> wire.ReceiptBody:
        """Write the receipt that headquarters would give for the first ``upto`` operations."""
        incarnation = self.incarnation
        run = self.store.exchange.run_after(incarnation, 0, upto, 2**40) if upto else None
        start = wire.genesis(self.key.id, incarnation)
        return wire.ReceiptBody(
            node=NODE.id,
            device=self.key.id,
            incarnation=incarnation,
            upto=upto,
            head=wire.chain(start, 1, run.operations if run else ()).hex(),
            level="hq",
            at=self.world.now,
            number=upto,
        )

    def give(self, receipt: wire.ReceiptBody, **changed: Any) -> int:
        """Hand a receipt to the store, with something in it changed."""
        body = msgspec.structs.replace(receipt, **changed)
        return self.store.exchange.take_answer(body, b"raw", None, "e1", self.world.now)

    @property
    def identity(self) -> bytes:
        """What the copier keeps of it."""
        return msgspec.json.encode(self.store.identity)

    def _enrol(self, seed: bytes, user: str, role: str, enrolled: wire.EnrolmentAnswer | None) -> Unlocked:
        body = wire.CertificateBody(
            node=NODE.id,
            device=self.key.id,
            key=self.key.public,
            user=user,
            user_name="Milagros Torres",
            role=role,
            scope=PARTNER,
            at=NOON,
        )
        device = Identity(
            seed=seed,
            certificate=enrolled.certificate if enrolled else wire.make_certificate(body, NODE.sign),
            node_key=enrolled.node_key if enrolled else NODE.public,
            address="http://127.0.0.1:1",
        )
        surroundings = self.world.surroundings()

        def lay(opened: Unlocked) -> None:
            lay_register(opened.register, opened.key, device, surroundings)

        new = NewUser(self.key.id, body.user_name, body.role)
        return create(self.profile, PASSPHRASE, new, CHEAP, surroundings.randomness, self.secrets, lay)


def reference_states(*, protection: bool = True) -> list[State]:
    """Give the records headquarters sends down first: edition, point, partner, promoter."""
    key = base64.b64encode(PROTECTION.public_key().public_bytes_raw()).decode()
    edition: dict[str, Any] = {"name": "2026-II", "prefix": "GE26", "quota": 0.3}
    if protection:
        edition["protection_key"] = key
    return [
        _told(EDITION, "edition", edition, 1),
        _told(POINT, "outreach_point", {"name": "Mercado Unicachi · Comas", "edition": EDITION}, 2),
        _told(PARTNER, "partner", {"name": "Oficina Lima Norte"}, 3),
        _told(USER, "staff", {"name": "Milagros Torres", "role": "promoter", "partner": PARTNER}, 4),
    ]


def answers(given: str = "Yusmary Carolina", paternal: str = "Rondón", **others: Any) -> dict[str, Any]:
    """Give the answers of a person as the desk hands them over."""
    return {
        "given_names": given,
        "paternal_surname": paternal,
        "edition": EDITION,
        "outreach_point": POINT,
        "consent": {"version": "v3.2", "language": "es", "how": "spoken", "at": NOON, "witness": "Rosa"},
        "consent_programme": True,
        **others,
    }


def laptop_at_work(profile: Path, world: World | None = None) -> Laptop:
    """Give a laptop that has its reference records."""
    laptop = Laptop(profile, world)
    laptop.told(*reference_states())
    return laptop


def _told(name: str, kind: str, fields: dict[str, Any], position: int) -> State:
    return State(id=name, kind=kind, scope="*", fields=fields, head=Head("hq.1.1", NOON), at=position)
