"""Devices: one-time codes, certificates, and the one outstanding challenge of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from chasqui_sync import wire
from chasqui_sync.core.ids import CROCKFORD, check_letter, device_id
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server.authors import ACTIVE, CLOSED, HEADQUARTERS, Author
from chasqui_sync.server.node import Node
from chasqui_sync.server.roles import read_former
from chasqui_sync.server.tables import device, enrolment

REVOKED = "revoked"
_LETTERS = 10
"""50 random bits behind a limit of tries: nobody guesses one within its ten minutes."""
_found = select(
    device.c.id,
    device.c.user,
    device.c.role,
    device.c.scope,
    device.c.status,
    device.c.closed_at,
    device.c.hears,
    device.c.owed,
    device.c.former,
    device.c.key,
    device.c.challenge,
).where(device.c.id == bindparam("name"))
_rotated = (
    update(device)
    .where(device.c.id == bindparam("name"), device.c.challenge == bindparam("used"))
    .values(challenge=bindparam("following"), last_seen=bindparam("now"))
)
_HEARD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


class Known(NamedTuple):
    """A device as headquarters knows it, with the challenge it has to sign next."""

    author: Author
    key: bytes
    challenge: str


class Person(NamedTuple):
    """Whom a code is for: a staff record, and the partner it may write for."""

    staff: str
    name: str
    role: str
    scope: str


def find_device(connection: Connection, name: str) -> Known | None:
    """Give what is known of a device."""
    row = connection.execute(_found, {"name": name}).one_or_none()
    if row is None:
        return None
    author = Author(
        row.id,
        row.user,
        row.role,
        row.scope,
        row.status,
        row.closed_at,
        row.hears,
        row.owed,
        read_former(row.former),
    )
    return Known(author, row.key, row.challenge)


def revoke(connection: Connection, name: str) -> bool:
    """Revoke a device; tell whether there is one of that name.

    From its next request on it is told nothing more; what it still sends is kept apart and changes nothing.
    """
    done = connection.execute(update(device).where(device.c.id == name).values(status=REVOKED))
    return done.rowcount == 1


def close_all_of(connection: Connection, staff: str, now: int) -> list[str]:
    """Close the laptops of somebody who has left, and use up her codes; give the laptops' names.

    What she wrote before ``now`` still counts when it comes; the laptops are told nothing more and wipe themselves.
    """
    connection.execute(delete(enrolment).where(enrolment.c.staff == staff, enrolment.c.device.is_(None)))
    hers = (device.c.user == staff, device.c.status == ACTIVE)
    names = list(connection.scalars(select(device.c.id).where(*hers).order_by(device.c.id)))
    connection.execute(update(device).where(*hers).values(status=CLOSED, closed_at=now))
    return names


def note_reached(connection: Connection, author: Author, position: int) -> None:
    """Write down that a device holds everything up to a position, while there is an erasure it has to hear of."""
    if author.hears is None:
        return
    left = None if position >= author.hears else author.hears
    connection.execute(update(device).where(device.c.id == author.device).values(reached=position, hears=left))


def keep_recovery(connection: Connection, name: str, sealed: bytes) -> None:
    """Keep what opens a device's vault without the phrase, in the place of what it left before."""
    connection.execute(update(device).where(device.c.id == name).values(recovery=sealed))


def rotate_challenge(connection: Connection, name: str, used: str, following: str, now: int) -> None:
    """Use a challenge up. Raises Trouble(CHALLENGE_USED) when another request was faster."""
    done = connection.execute(_rotated, {"name": name, "used": used, "following": following, "now": now})
    if done.rowcount != 1:
        raise Trouble(Problem.CHALLENGE_USED)


def offer_code(connection: Connection, person: Person, expires: int, randomness: Callable[[int], bytes]) -> str:
    """Make a one-time code for a person's next laptop, in groups as it is read out: ``8H2K-4TQ9-0ZC``."""
    number = int.from_bytes(randomness(8))
    letters = "".join(CROCKFORD[number >> 5 * place & 31] for place in range(_LETTERS))
    whole = letters + check_letter(letters)
    row = {
        "scope": person.scope,
        "code_hash": _hash(whole),
        "staff": person.staff,
        "staff_name": person.name,
        "role": person.role,
        "expires": expires,
    }
    connection.execute(insert(enrolment).values(row))
    return f"{whole[:4]}-{whole[4:8]}-{whole[8:]}"


def used_by(connection: Connection, code: str) -> str | None:
    """Name the device that has used a code, if one has."""
    return connection.scalar(select(enrolment.c.device).where(enrolment.c.code_hash == _hash(_normal(code))))


def enrol(connection: Connection, here: Node, wish: wire.Enrolment, challenge: str, now: int) -> wire.Certificate:
    """Use a code up and give the device its certificate.

    The same key with the same code gets the same certificate again, for its first answer may be lost.
    Raises Trouble(ENROLMENT_CODE), Trouble(DEVICE_TAKEN) for a key that was enrolled with another code,
    Trouble(BODY_UNREADABLE) for a key that is none.
    """
    if len(wish.key) != 32:
        raise Trouble(Problem.BODY_UNREADABLE)
    name = device_id(wish.key)
    # under lock: of two laptops with one code the second waits, and then finds it used
    offer = connection.execute(
        select(enrolment).where(enrolment.c.code_hash == _hash(_normal(wish.code))).with_for_update()
    ).one_or_none()
    if offer is None or now > offer.expires or offer.device not in {None, name}:
        raise Trouble(Problem.ENROLMENT_CODE)
    known = connection.scalar(select(device.c.certificate).where(device.c.id == name))
    if known is not None:
        if offer.device is None:
            raise Trouble(Problem.DEVICE_TAKEN)
        return wire.decode(known, wire.Certificate)
    certificate = wire.make_certificate(
        wire.CertificateBody(
            node=here.key.id,
            device=name,
            key=wish.key,
            user=offer.staff,
            user_name=offer.staff_name,
            role=offer.role,
            scope=offer.scope,
            at=now,
            recovery_key=here.recovery_key,
        ),
        here.key.sign,
    )  # fmt: skip - nine short values
    add_device(connection, Author(name, offer.staff, offer.role, offer.scope, ACTIVE), wish.key, certificate, challenge)
    connection.execute(
        update(enrolment)
        .where(enrolment.c.scope == offer.scope, enrolment.c.code_hash == offer.code_hash)
        .values(used_at=now, device=name)
    )
    return certificate


def add_node_device(connection: Connection, here: Node, challenge: str, now: int) -> Author:
    """Enrol the node itself: headquarters' own writes are operations of a journal like everybody's."""
    author = Author(here.key.id, here.key.id, HEADQUARTERS, EVERYONE, ACTIVE)
    if find_device(connection, author.device) is None:
        body = wire.CertificateBody(
            node=here.key.id,
            device=author.device,
            key=here.key.public,
            user=author.user,
            user_name="",
            role=author.role,
            scope=author.scope,
            at=now,
        )  # fmt: skip - eight short values
        add_device(connection, author, here.key.public, wire.make_certificate(body, here.key.sign), challenge)
    return author


def add_device(
    connection: Connection, author: Author, key: bytes, certificate: wire.Certificate, challenge: str
) -> None:
    """Write a device down."""
    row = {
        "id": author.device,
        "scope": author.scope,
        "key": key,
        "certificate": wire.encode(certificate),
        "user": author.user,
        "role": author.role,
        "status": author.status,
        "challenge": challenge,
        "last_seen": 0,
    }
    connection.execute(insert(device).values(row))


def _normal(code: str) -> str:
    """Read a code as it was typed or heard. Raises Trouble(ENROLMENT_CODE) where a letter is wrong."""
    letters = code.upper().translate(_HEARD)
    is_code = len(letters) == _LETTERS + 1 and all(letter in CROCKFORD for letter in letters)
    if not is_code or check_letter(letters[:-1]) != letters[-1]:
        raise Trouble(Problem.ENROLMENT_CODE)
    return letters


def _hash(code: str) -> bytes:
    return hashlib.sha256(f"chasqui enrolment v1\n{code}".encode()).digest()
