"""Comparing a laptop's journal with what is known of it, when it greets."""

from __future__ import annotations

from sqlalchemy import Connection

from chasqui_sync import wire
from chasqui_sync.server.acceptance import LEVEL, covering, head_at, verdicts
from chasqui_sync.server.authors import Author
from chasqui_sync.server.node import Node

_MOST_MARKS = 64
"""Each may mean that a batch is inflated. A laptop's greeting has half as many."""

Marks = dict[str, list[tuple[int, str]]]
"""By incarnation: some (seq, hex chain hash there)."""


def agreements(
    connection: Connection,
    author: Author,
    known: dict[str, tuple[int, str]],
    marks: Marks,
    dictionaries: wire.Dictionaries,
) -> dict[str, int]:
    """Give, by incarnation, the highest mark at which the journal known here has the same chain hash; 0 for none."""

    def there(incarnation: str, seq: int) -> str:
        return head_at(connection, covering(connection, author, incarnation, seq), seq, dictionaries).hex()

    left = _MOST_MARKS
    agreed: dict[str, int] = {}
    for incarnation, places in marks.items():
        last, end = known.get(incarnation, (0, ""))
        agreed[incarnation] = 0
        for seq, head in sorted(places, reverse=True)[:left]:
            left -= 1
            if 0 < seq <= last and head == (end if seq == last else there(incarnation, seq)):
                agreed[incarnation] = seq
                break
    return agreed


def receipt_upto(
    connection: Connection, here: Node, author: Author, incarnation: str, seq: int, dictionaries: wire.Dictionaries
) -> wire.Receipt:
    """Give the receipt for a journal up to an operation that is known here.

    It has the number and the time of the batch that brought the operation, also where it covers only a part.
    """
    row = covering(connection, author, incarnation, seq)
    if row.last == seq:
        return wire.decode(row.receipt, wire.Receipt)
    body = wire.ReceiptBody(
        node=here.key.id,
        device=author.device,
        incarnation=incarnation,
        upto=seq,
        head=head_at(connection, row, seq, dictionaries).hex(),
        level=LEVEL,
        at=row.received_at,
        number=row.receipt_number,
        verdicts=verdicts(connection, author, incarnation, row.first, seq),
    )  # fmt: skip - nine short values
    return wire.make_receipt(body, here.key.sign)
