"""Letting go of operations that headquarters' backup has held for a month. What they made stays in the records.

An operation whose blob headquarters has not held for as long keeps itself and all that follow it.
Of what is let go the chain hash at its end stays, and the one at the end of each life: so the next seq and
``prev`` go on, and greetings are compared as before.
"""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from chasqui_desktop.store import blobs
from chasqui_desktop.store.lives import lives, pruned_upto
from chasqui_desktop.store.tables import journal, pruned, receipt, sync_state

KEPT_MS = 30 * 24 * 3_600_000
"""How long an operation stays after a receipt has said that it is in the backup."""
_LEVEL = "durable"
_MOST = 2000
"""At once: a save waits for it."""


def prune(connection: Connection, clock: int) -> int:
    """Let go of what may go now; give up to which own operation all is gone.

    ``clock`` is the laptop's, in ms. The month is measured between two times headquarters told, and the
    laptop's clock must agree that it has passed: one that is wrong lets nothing go early.
    """
    gone = pruned_upto(connection)
    row = connection.execute(select(sync_state.c.anchor, sync_state.c.folded)).one()
    may_go = connection.execute(
        select(func.max(receipt.c.upto)).where(
            receipt.c.level == _LEVEL,
            receipt.c.at <= min(row.anchor, clock) - KEPT_MS,
            receipt.c.upto <= row.folded,
        )
    ).scalar_one()
    blocked = blobs.first_to_keep(connection, min(row.anchor, clock) - KEPT_MS)
    upto = min(may_go or 0, gone + _MOST, may_go or 0 if blocked is None else blocked - 1)
    if upto <= gone:
        return gone
    bases = [life.base for life in lives(connection).lives]
    ends = [upto, *(base for base in bases if gone < base < upto)]
    heads = select(journal.c.seq, journal.c.head).where(journal.c.seq.in_(ends))
    connection.execute(insert(pruned).from_select(["seq", "head"], heads))
    connection.execute(delete(journal).where(journal.c.seq <= upto))
    blobs.let_go(connection, upto)
    connection.execute(delete(pruned).where(pruned.c.seq < upto, pruned.c.seq.not_in(bases)))
    return upto
