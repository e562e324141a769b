"""The encrypted register as the engine sees it: each method is one transaction."""

from __future__ import annotations

from contextlib import suppress

import msgspec
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from chasqui_desktop.store import extracted, journal, posts, records
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.store.tables import receipt, sync_state, verdict
from chasqui_sync import wire
from chasqui_sync.core.fold import fold
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.engine import Run, Standing


class Exchange:
    """Keeps ``chasqui_sync.engine.SyncStore`` over one connection, and the road's challenge."""

    def __init__(self, connection: Connection, surroundings: Surroundings) -> None:
        self._connection = connection
        self._surroundings = surroundings

    def standing(self) -> Standing:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            end = journal.place(connection)
            receipted = posts.reach(connection).anyone
            head = journal.head_at(connection, receipted)
            assert head is not None, "a receipt is taken only for operations of this journal"
            cursor, epoch = connection.execute(select(sync_state.c.cursor, sync_state.c.epoch)).one()
            return Standing(end.device, end.incarnation, end.seq, receipted, head, cursor, epoch)

    def run_after(self, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            return journal.run_after(connection, seq, most_operations, most_bytes)

    def take_answer(
        self,
        receipt: wire.ReceiptBody | None,
        raw_receipt: bytes,
        page: wire.Page | None,
        epoch: str,
        clock: int,
    ) -> int:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            if receipt is not None:
                _take_receipt(connection, receipt, raw_receipt)
            changed = 0
            news: dict[str, object] = {"epoch": epoch, "anchor": clock}
            if page is not None:
                changed = self._take_page(connection, page, epoch)
                news["cursor"] = page.cursor
            connection.execute(update(sync_state).values(news))
        return changed

    def rewind(self, seq: int, head: bytes, epoch: str) -> None:
        """See ``SyncStore``. Receipts for more than headquarters knows now prove nothing and are dropped."""
        with transaction(self._connection) as connection:
            if journal.head_at(connection, seq) != head:
                raise Trouble(Problem.JOURNAL_FORK, seq=seq)
            connection.execute(delete(receipt).where(receipt.c.upto > seq))
            connection.execute(delete(verdict).where(verdict.c.seq > seq))
            connection.execute(update(sync_state).values(epoch=epoch))

    def challenge(self) -> str | None:
        """Give the challenge of the last answer, to sign the next request with."""
        with transaction(self._connection) as connection:
            kept: str | None = connection.execute(select(sync_state.c.challenge)).scalar_one()
        return kept

    def keep_challenge(self, challenge: str | None) -> None:
        """Keep a challenge across restarts."""
        with transaction(self._connection) as connection:
            connection.execute(update(sync_state).values(challenge=challenge))

    def _take_page(self, connection: Connection, page: wire.Page, epoch: str) -> int:
        end = journal.place(connection)
        own = page.own.get(end.incarnation, _surely_folded(connection, epoch))
        # of a record that stands twice in a page the later state is the newer
        told = {state.id: (state, raw) for raw in map(bytes, page.records) for state in (extracted.read(raw),)}
        acted = journal.last_acts(connection, list(told))
        kept = [
            _with_own(connection, raw, own, end, acted[name])
            if acted.get(name, 0) > own
            else records.Kept(state, raw, acted.get(name))
            for name, (state, raw) in told.items()
        ]
        records.keep(connection, kept)
        from_others = sum(state.has_other_writers(end.device) for state, _ in told.values())
        return from_others + records.forget(connection, page.gone)


def _take_receipt(connection: Connection, body: wire.ReceiptBody, raw: bytes) -> None:
    end = journal.place(connection)
    ours = (body.device, body.incarnation) == (end.device, end.incarnation)
    head = journal.head_at(connection, body.upto)
    if not ours or head is None or head.hex() != body.head:
        raise Trouble(Problem.RECEIPT_FALSE)
    # the first receipt for a place is kept: it is the evidence a person has been shown
    values = {"incarnation": body.incarnation, "head": body.head, "at": body.at, "number": body.number, "raw": raw}
    kept = insert(receipt).values(level=body.level, upto=body.upto, **values)
    connection.execute(kept.on_conflict_do_nothing())
    for seq, problem in body.verdicts:
        connection.execute(insert(verdict).values(seq=seq, problem=problem).on_conflict_do_nothing())


def _surely_folded(connection: Connection, epoch: str) -> int:
    """Give the own seq that states of this epoch hold at least, where a page does not say."""
    known = connection.execute(select(sync_state.c.epoch)).scalar_one()
    return posts.reach(connection).headquarters if known == epoch else 0


def _with_own(connection: Connection, raw: bytes, own: int, end: journal.Place, last_seq: int) -> records.Kept:
    """Fold the own operations that headquarters' state does not hold yet."""
    state = wire.state_of(msgspec.Raw(raw))
    for seq, operation in journal.acts_on(connection, state.id, after=own):
        # what does not fold here does not fold there: its verdict will say so, and it blocks no other
        with suppress(Trouble):
            state = fold(state, operation, end.name(seq))
    return records.Kept(state, wire.encode(state), last_seq)
