"""A user's register, open: made once at enrolment, opened after each unlocking, closed at locking."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from sqlalchemy import Connection, insert, select

from chasqui_desktop.store import erasing
from chasqui_desktop.store.book import EncryptedBook
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.copying import Copying
from chasqui_desktop.store.exchange import Exchange
from chasqui_desktop.store.lives import begin_first, by_chance
from chasqui_desktop.store.registering import Author
from chasqui_desktop.store.sqlite_troubles import sqlite_troubles
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.store.tables import identity, sync_state
from chasqui_desktop.store.upgrade import open_new, open_upgraded
from chasqui_sync import wire
from chasqui_sync.core.problems import Trouble
from chasqui_sync.signing import SigningKey, VerifyingKey


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What enrolment gave this device; kept inside the encrypted register and nowhere else.

    ``seed`` is the device's private Ed25519 seed, ``node_key`` the raw public key of headquarters.
    """

    seed: bytes
    certificate: wire.Certificate
    node_key: bytes
    address: str

    def certified(self) -> wire.CertificateBody:
        """Read what headquarters says this device is. Raises Trouble(SIGNATURE_WRONG)."""
        return wire.read_certificate(self.certificate, VerifyingKey(self.node_key).verify)


class Store:
    """An open register: ``book`` for the screens, ``exchange`` for the engine, ``copying`` for the second copy.

    Belongs to the thread that opened it: SQLite refuses any other.
    """

    def __init__(self, connection: Connection, device: Identity, surroundings: Surroundings) -> None:
        self._connection = connection
        self.identity = device
        self.certified = device.certified()
        self.copying = Copying(connection)
        self.book = EncryptedBook(connection, _author(self.certified), self.copying, surroundings)
        self.exchange = Exchange(connection, surroundings, self._certify)

    def close(self) -> None:
        """Write the log back into the file and let key and connection go."""
        self._connection.close()

    def _certify(self, certificate: wire.Certificate) -> None:
        """Be what headquarters says now: what is written from here on is written by that."""
        self.identity = msgspec.structs.replace(self.identity, certificate=certificate)
        self.certified = self.identity.certified()
        self.book.write_as(_author(self.certified))


def _author(certified: wire.CertificateBody) -> Author:
    return Author(certified.user, certified.scope, certified.role)


def lay_register(
    path: Path, key: bytes, device: Identity, surroundings: Surroundings, incarnation: str | None = None
) -> None:
    """Make the register of a device: tables, identity, and a fresh incarnation where it goes on with none.

    Raises Trouble(DISK_FULL | PROFILE_UNWRITABLE), Trouble(SIGNATURE_WRONG) for a false certificate.
    """
    name = SigningKey(device.seed).id
    device.certified()
    connection = open_new(path, key)
    try:
        with transaction(connection):
            connection.execute(
                insert(identity).values(
                    device=name,
                    seed=device.seed,
                    certificate=wire.encode(device.certificate),
                    node_key=device.node_key,
                    address=device.address,
                )
            )
            connection.execute(insert(sync_state).values(device=name, anchor=0))
            begin_first(connection, incarnation or by_chance(surroundings.randomness))
    finally:
        connection.close()


def open_store(path: Path, key: bytes, surroundings: Surroundings) -> Store:
    """Open a register, its tables brought to this version.

    Raises Trouble(DATABASE_NEWER | DATABASE_DAMAGED | DISK_FULL | PROFILE_UNWRITABLE).
    """
    connection = open_upgraded(path, key)
    try:
        with suppress(Trouble), sqlite_troubles():  # on a full disk the log stays until there is room
            # a program that was killed between an erasure and its end has left old pages there
            erasing.cut_log(connection)
        with transaction(connection):
            row = connection.execute(select(identity)).one()
        device = Identity(
            seed=row.seed,
            certificate=wire.decode(row.certificate, wire.Certificate),
            node_key=row.node_key,
            address=row.address,
        )
        return Store(connection, device, surroundings)
    except BaseException:
        connection.close()
        raise
