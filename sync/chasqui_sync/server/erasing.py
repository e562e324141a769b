"""Erasing: a record's values are gone from every table here, also from the operations that brought them.

A journal's chain must go on to be proved, so of an erased operation stay its SHA-256 and the chain hashes before
and after it, under this node's signature: every other byte of the journal is held by them or by its device's
signature. What comes later about an erased record is emptied as it arrives.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from chasqui_sync import wire
from chasqui_sync.core.problems import Trouble
from chasqui_sync.server import blobs
from chasqui_sync.server.bulk import one_of
from chasqui_sync.server.database import mark_emptied, put
from chasqui_sync.server.node import Node
from chasqui_sync.server.tables import batch, device, erasure, fork, node, quarantine, record, ruling
from chasqui_sync.signing import VerifyingKey

_DOMAIN = b"chasqui erasure v1\n"


class Erased(NamedTuple):
    """Records that are erased and the names of all operations on them that are known, but for the erasing ones."""

    records: frozenset[str]
    operations: frozenset[str]


def empty(connection: Connection, here: Node, erased: Erased, position: int, dictionaries: wire.Dictionaries) -> None:
    """Take the bytes out of log, quarantine and forks, and drop the blobs; laptops are told at ``position``."""
    names = set(erased.operations)
    for row in connection.execute(select(quarantine).where(quarantine.c.record.in_(sorted(erased.records)))).all():
        names.add(f"{row.device}.{row.incarnation}.{row.seq}")
        place = {name: getattr(row, name) for name in ("scope", "device", "incarnation", "seq")}
        # it waits for nothing any more
        put(connection, ruling, [{**place, "problem": 0, "at": position}])
    connection.execute(delete(quarantine).where(quarantine.c.record.in_(sorted(erased.records))))
    journals: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for name in names:
        owner, incarnation, seq = name.split(".")
        journals[owner, incarnation].add(int(seq))
    for (owner, incarnation), seqs in sorted(journals.items()):
        _empty_journal(connection, here, (owner, incarnation), seqs, position, dictionaries)
    _empty_forks(connection, erased.records, dictionaries)
    blobs.erase(connection, erased.records)
    connection.execute(update(device).where(device.c.id != here.key.id).values(hears=position))
    mark_emptied(connection)


def empty_forks_of(connection: Connection, run: Iterable[bytes], dictionaries: wire.Dictionaries) -> None:
    """Empty in forks what a run says of records that are erased already."""
    names = sorted({name for operation in run if (name := wire.record_named(operation))})
    states = connection.execute(select(record.c.id, record.c.state).where(one_of(connection, record.c.id, names)))
    erased = {row.id for row in states if wire.state_of(msgspec.Raw(row.state)).erased}
    if erased:
        _empty_forks(connection, erased, dictionaries)
        mark_emptied(connection)


class Reached(NamedTuple):
    """How far the erasure of a record has come: on ``reached`` of ``laptops``; ``waiting`` names the others.

    ``closed`` ones may have held her too; they are told nothing and wipe themselves.
    """

    record: str
    reached: int
    laptops: int
    waiting: list[str]
    closed: int


def reached(connection: Connection, name: str | None = None, scope: str | None = None) -> list[Reached]:
    """Say of each erased record, or one, or those of a scope, on how many of the laptops that may read it it is."""
    # nothing but an erasure takes a person's code away
    of_people = select(record.c.id, record.c.scope, record.c.at, record.c.state).where(
        record.c.code.is_(None), record.c.kind == "entrepreneur"
    )
    wanted = of_people if name is None else of_people.where(record.c.id == name)
    wanted = wanted if scope is None else wanted.where(record.c.scope == scope)
    laptops = connection.execute(select(device).where(device.c.id != select(node.c.id).scalar_subquery())).all()
    found = []
    for row in connection.execute(wanted.order_by(record.c.at)):
        if not wire.state_of(msgspec.Raw(row.state)).erased:
            continue
        readers = [one for one in laptops if one.role == "headquarters" or one.scope == row.scope]
        told = [one for one in readers if one.status == "active"]
        waiting = sorted(one.id for one in told if one.hears is not None and one.reached < row.at)
        found.append(Reached(row.id, len(told) - len(waiting), len(told), waiting, len(readers) - len(told)))
    return found


def erased_after(connection: Connection, owner: str, incarnation: str, first: int, last: int) -> dict[int, bytes]:
    """Give the chain hash after each erased operation of a stretch of a journal, by seq."""
    rows = connection.execute(
        select(erasure.c.seq, erasure.c.after).where(
            erasure.c.device == owner,
            erasure.c.incarnation == incarnation,
            erasure.c.seq.between(first, last),
        )
    )
    return {row.seq: bytes.fromhex(row.after) for row in rows}


def broken_journals(connection: Connection, here: Node, dictionaries: wire.Dictionaries) -> list[str]:
    """Prove the whole log, batch by batch; name journals (``device.incarnation``) in which a byte was changed."""
    keys = {row.id: row.key for row in connection.execute(select(device.c.id, device.c.key))}
    broken = set()
    for row in connection.execute(select(batch).order_by(batch.c.device, batch.c.incarnation, batch.c.last)):
        if not _holds(connection, here, row, VerifyingKey(keys[row.device]), dictionaries):
            broken.add(f"{row.device}.{row.incarnation}")
    return sorted(broken)


def _empty_journal(
    connection: Connection,
    here: Node,
    journal: tuple[str, str],
    seqs: set[int],
    position: int,
    dictionaries: wire.Dictionaries,
) -> None:
    owner, incarnation = journal
    scope = connection.scalar(select(device.c.scope).where(device.c.id == owner))
    place = {"scope": scope, "device": owner, "incarnation": incarnation}
    touched = connection.execute(
        select(batch)
        .where(
            *(batch.c[name] == value for name, value in place.items()),
            or_(*((batch.c.first <= seq) & (batch.c.last >= seq) for seq in sorted(seqs))),
        )
        .order_by(batch.c.last)
    ).all()
    for row in touched:
        known = erased_after(connection, owner, incarnation, row.first, row.last)
        there = seqs.intersection(range(row.first, row.last + 1))
        rows = _erasures(here, row, there - known.keys(), known, dictionaries)
        if rows:
            connection.execute(insert(erasure), [{**place, **each, "at": position} for each in rows])
        # of two batches that overlap the first has written the hashes down, both lose the bytes
        data = wire.emptied(row.bytes, there, dictionaries)
        where = (*(batch.c[name] == value for name, value in place.items()), batch.c.last == row.last)
        connection.execute(update(batch).where(*where).values(bytes=data))


def _erasures(
    here: Node, row: Row[Any], seqs: set[int], known: dict[int, bytes], dictionaries: wire.Dictionaries
) -> list[dict[str, Any]]:
    kept = wire.read_batch(row.bytes)
    head, found = bytes.fromhex(kept.header.prev), []
    for seq, operation in enumerate(wire.kept_operations(kept, dictionaries), kept.header.first):
        after = wire.kept_chain(head, seq, [operation], known)
        if seq in seqs:
            hashes = (hashlib.sha256(operation).hexdigest(), head.hex(), after.hex())
            name = f"{row.device}.{row.incarnation}.{seq}"
            said = dict(zip(("digest", "before", "after"), hashes, strict=True))
            found.append({"seq": seq, **said, "signature": here.key.sign(_told(name, hashes))})
        head = after
    return found


def _empty_forks(connection: Connection, records: Iterable[str], dictionaries: wire.Dictionaries) -> None:
    """Take a record's operations out of contradicting batches too; those prove nothing but that there was one."""
    named = set(records)
    for row in connection.execute(select(fork)).all():
        kept = wire.read_batch(row.bytes)
        run = enumerate(wire.kept_operations(kept, dictionaries), kept.header.first)
        seqs = {seq for seq, operation in run if wire.record_named(operation) in named}
        if seqs:
            data = wire.emptied(row.bytes, seqs, dictionaries)
            places = (fork.c[name] == getattr(row, name) for name in ("scope", "device", "incarnation", "head"))
            connection.execute(update(fork).where(*places).values(bytes=data))


def _holds(
    connection: Connection, here: Node, row: Row[Any], key: VerifyingKey, dictionaries: wire.Dictionaries
) -> bool:
    """Prove one batch: its device's signature, and the chain up to the head it signs."""
    try:
        kept = wire.read_batch(row.bytes)
        run = wire.kept_operations(kept, dictionaries)
        head = bytes.fromhex(kept.header.prev)
    except (Trouble, ValueError):
        return False
    gone = {each.seq: each for each in connection.execute(_erased_in(row))}
    for seq, operation in enumerate(run, kept.header.first):
        each = gone.get(seq)
        if each is None:
            head = wire.link(head, seq, operation)
            continue
        hashes = (each.digest, each.before, each.after)
        told = _told(f"{row.device}.{row.incarnation}.{seq}", hashes)
        if head.hex() != each.before or not VerifyingKey(here.key.public).verify(each.signature, told):
            return False
        head = bytes.fromhex(each.after)
    is_signed = key.verify(kept.signature, wire.BATCH_DOMAIN + kept.signed)
    return is_signed and len(run) == kept.header.count and head.hex() == kept.header.head


def _erased_in(row: Row[Any]) -> Any:
    return select(erasure).where(
        erasure.c.scope == row.scope,
        erasure.c.device == row.device,
        erasure.c.incarnation == row.incarnation,
        erasure.c.seq.between(row.first, row.last),
    )


def _told(name: str, hashes: tuple[str, ...]) -> bytes:
    return _DOMAIN + "\n".join((name, *hashes)).encode()
