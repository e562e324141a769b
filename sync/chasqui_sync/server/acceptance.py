"""Accepting a batch in one transaction: contiguous, folded, put in headquarters' order, receipted."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Connection, and_, bindparam, exists, insert, select, update
from sqlalchemy.dialects import postgresql

from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.server import erasing
from chasqui_sync.server.authors import Author
from chasqui_sync.server.database import put
from chasqui_sync.server.folding import Folding
from chasqui_sync.server.node import Node
from chasqui_sync.server.tables import SHORT, batch, fork, journal, node, quarantine

LEVEL = "hq"
_PLACE = ("scope", "device", "incarnation")
_locked = select(node.c.position, node.c.receipts).with_for_update()
_reached = select(
    journal.c.seq, journal.c.head, exists().where(quarantine.c.scope == bindparam("scope")).label("may_wait")
).select_from(
    node.outerjoin(
        journal,
        and_(
            journal.c.scope == bindparam("scope"),
            journal.c.device == bindparam("device"),
            journal.c.incarnation == bindparam("incarnation"),
        ),
    )
)
_journals = select(journal.c.incarnation, journal.c.seq, journal.c.head).where(journal.c.device == bindparam("device"))
_new_batch = insert(batch)
_moved = update(node).values(position=bindparam("to"), receipts=bindparam("number"))
_COLUMNS = "scope device incarnation last first bytes receipt receipt_number received_at".split()
_reaching = postgresql.insert(journal).values(
    {name: bindparam(f"its_{name}", type_=journal.c[name].type) for name in _PLACE}
    | {"seq": bindparam("its_last", type_=BigInteger), "head": bindparam("its_head", type_=SHORT)}
)
_all_in_one = _moved.add_cte(
    _new_batch.values({name: bindparam(f"its_{name}", type_=batch.c[name].type) for name in _COLUMNS}).cte("kept"),
    _reaching.on_conflict_do_update(
        index_elements=_PLACE, set_={name: _reaching.excluded[name] for name in ("seq", "head")}
    ).cte("reached"),
)
"""What is written of a batch besides its records, in one statement, where the database takes that."""


class Arrival(NamedTuple):
    """A batch whose signature, chain and sizes are proved: its bytes, header and operations.

    ``dictionaries`` open it, and those that lie here already.
    """

    data: bytes
    header: wire.BatchHeader
    operations: list[bytes]
    dictionaries: wire.Dictionaries


class _Journal(NamedTuple):
    """How far headquarters knows a journal; ``seq`` 0 with the genesis hash where it knows nothing.

    ``may_wait``: whether anything of its scope is in quarantine at all; None where nobody asked.
    """

    seq: int
    head: bytes
    may_wait: bool | None = None


class Fresh(NamedTuple):
    """Operations of an incarnation that were taken in just now, and when (ms since 1970 UTC)."""

    incarnation: str
    seqs: range
    at: int


class Accepted(NamedTuple):
    """A batch's receipt, and what of the batch is new here."""

    receipt: wire.Receipt
    fresh: Fresh


def open_arrival(
    data: bytes, verify: wire.Verify, device: str, limits: wire.Limits, dictionaries: wire.Dictionaries
) -> Arrival:
    """Prove a batch before any lock is taken.

    Raises Trouble(BATCH_CORRUPT | VERSION_UNKNOWN | BATCH_SIGNATURE | INFLATED_TOO_LARGE | DICTIONARY_UNKNOWN),
    and Trouble(BATCH_FOREIGN) when it is another device's journal.
    """
    data = wire.widen(data, dictionaries)
    closed = wire.read_batch(data)
    if closed.header.device != device:
        raise Trouble(Problem.BATCH_FOREIGN)
    if closed.header.count > limits.operations:
        raise Trouble(Problem.INFLATED_TOO_LARGE, most=limits.operations)
    operations = wire.open_batch(closed, verify, limits.inflated, dictionaries)
    return Arrival(data, closed.header, operations, dictionaries)


def accept(connection: Connection, here: Node, author: Author, arrival: Arrival, now: int) -> Accepted:
    """Take a batch in and give its receipt; the same batch again gets the same receipt.

    Raises, before anything is written, Trouble(BATCH_GAP, expected=seq), and Trouble(JOURNAL_FORK) with
    the batch kept beside the journal it contradicts.
    """
    position, receipts = lock(connection)
    header = arrival.header
    known = _known(connection, author, header)
    if header.first > known.seq + 1:
        raise Trouble(Problem.BATCH_GAP, expected=known.seq + 1)
    if not _continues(connection, author, arrival, known):
        _keep_fork(connection, author, arrival, now)
        raise Trouble(Problem.JOURNAL_FORK, known=known.seq)
    if header.last <= known.seq:
        known_receipt = _decoded(covering(connection, author, header.incarnation, header.last).receipt)
        return Accepted(known_receipt, Fresh(header.incarnation, range(0), now))
    folding = Folding(connection, author, header.incarnation, now, position)
    folding.may_wait = known.may_wait
    folding.fold(known.seq + 1, arrival.operations[known.seq + 1 - header.first :])
    receipt = wire.make_receipt(
        wire.ReceiptBody(
            node=here.key.id,
            device=author.device,
            incarnation=header.incarnation,
            upto=header.last,
            head=header.head,
            level=LEVEL,
            at=now,
            number=receipts + 1,
            verdicts=verdicts(connection, author, header.incarnation, header.first, header.last)
            if folding.may_wait
            else [],
        ),
        here.key.sign,
    )  # fmt: skip - nine short values
    # an erasure has a position of its own, so that laptops hear of it that have read all before
    position = folding.position + bool(folding.erased.records)
    _append(connection, author, _without_erased(connection, arrival, known), receipt, receipts + 1, now, position)
    if folding.erased.records:
        erasing.empty(connection, here, folding.erased, position, arrival.dictionaries)
    return Accepted(receipt, Fresh(header.incarnation, range(known.seq + 1, header.last + 1), now))


def _without_erased(connection: Connection, arrival: Arrival, known: _Journal) -> Arrival:
    """Give a batch without the bytes of what it repeats and is erased here since."""
    header = arrival.header
    if header.first > known.seq:
        return arrival
    erased = erasing.erased_after(connection, header.device, header.incarnation, header.first, known.seq)
    return arrival._replace(data=wire.emptied(arrival.data, erased, arrival.dictionaries)) if erased else arrival


def journals(connection: Connection, device: str) -> dict[str, tuple[int, str]]:
    """Give what is known of a device's journals: incarnation → (highest seq, chain hash there)."""
    rows = connection.execute(_journals, {"device": device})
    return {incarnation: (seq, head) for incarnation, seq, head in rows}


def lock(connection: Connection) -> tuple[int, int]:
    """Take headquarters' one lock; give the last position and the last receipt's number."""
    row = connection.execute(_locked).one()
    return row.position, row.receipts


def _known(connection: Connection, author: Author, header: wire.BatchHeader) -> _Journal:
    row = connection.execute(_reached, _place(author, header.incarnation)).one()
    if row.seq is None:
        return _Journal(0, wire.genesis(author.device, header.incarnation), row.may_wait)
    return _Journal(row.seq, bytes.fromhex(row.head), row.may_wait)


def _continues(connection: Connection, author: Author, arrival: Arrival, known: _Journal) -> bool:
    """Tell whether the batch's chain and the known journal are one chain where both speak."""
    header = arrival.header
    if header.last < known.seq:
        kept = covering(connection, author, header.incarnation, header.last)
        return head_at(connection, kept, header.last, arrival.dictionaries) == bytes.fromhex(header.head)
    repeated = arrival.operations[: known.seq + 1 - header.first]
    return wire.chain(bytes.fromhex(header.prev), header.first, repeated) == known.head


def head_at(connection: Connection, row: Any, seq: int, dictionaries: wire.Dictionaries) -> bytes:
    """Give the journal's chain hash at a seq that an accepted batch, its row, brought."""
    kept = wire.read_batch(row.bytes)
    run = wire.kept_operations(kept, dictionaries)[: seq + 1 - row.first]
    erased = erasing.erased_after(connection, row.device, row.incarnation, row.first, seq)
    return wire.kept_chain(bytes.fromhex(kept.header.prev), row.first, run, erased)


def covering(connection: Connection, author: Author, incarnation: str, seq: int) -> Any:
    """Give the accepted batch that brought an operation: its row."""
    return connection.execute(
        select(batch)
        .where(
            batch.c.scope == author.scope,
            batch.c.device == author.device,
            batch.c.incarnation == incarnation,
            batch.c.last >= seq,
        )
        .order_by(batch.c.last)
        .limit(1)
    ).one()


def _decoded(receipt: bytes) -> wire.Receipt:
    return wire.decode(receipt, wire.Receipt)


def _keep_fork(connection: Connection, author: Author, arrival: Arrival, now: int) -> None:
    header = arrival.header
    row = {
        **_place(author, header.incarnation),
        "head": header.head,
        "first": header.first,
        "last": header.last,
        "bytes": arrival.data,
        "received_at": now,
    }
    put(connection, fork, [row])
    erasing.empty_forks_of(connection, arrival.operations, arrival.dictionaries)


def verdicts(connection: Connection, author: Author, incarnation: str, first: int, last: int) -> list[tuple[int, int]]:
    """Give the verdicts on a run of operations, also on a part that came before: its receipt may be lost."""
    rows = connection.execute(
        select(quarantine.c.seq, quarantine.c.problem)
        .where(
            quarantine.c.scope == author.scope,
            quarantine.c.device == author.device,
            quarantine.c.incarnation == incarnation,
            quarantine.c.seq.between(first, last),
        )
        .order_by(quarantine.c.seq)
    )
    return [(row.seq, row.problem) for row in rows]


def _append(
    connection: Connection,
    author: Author,
    arrival: Arrival,
    receipt: wire.Receipt,
    number: int,
    now: int,
    position: int,
) -> None:
    """Write the batch into the log, how far its journal goes now, and how far headquarters' order does."""
    header = arrival.header
    place = _place(author, header.incarnation)
    kept = {
        **place,
        "first": header.first,
        "last": header.last,
        "bytes": arrival.data,
        "receipt": wire.encode(receipt),
        "receipt_number": number,
        "received_at": now,
    }
    moved = {"to": position, "number": number}
    if connection.dialect.name == "postgresql":
        values = {f"its_{name}": value for name, value in kept.items()}
        connection.execute(_all_in_one, {**values, "its_head": header.head, **moved})
        return
    connection.execute(_new_batch, kept)
    put(connection, journal, [{**place, "seq": header.last, "head": header.head}])
    connection.execute(_moved, moved)


def _place(author: Author, incarnation: str) -> dict[str, Any]:
    return {"scope": author.scope, "device": author.device, "incarnation": incarnation}
