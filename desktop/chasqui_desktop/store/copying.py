"""What the register gives to its second copy, and takes back from it."""

from __future__ import annotations

from contextlib import suppress

import msgspec
from sqlalchemy import Connection, insert

from chasqui_desktop.store import blobs, joins, journal, records
from chasqui_desktop.store.connection import transaction
from chasqui_desktop.store.extracted import told
from chasqui_desktop.store.lives import pruned_upto
from chasqui_desktop.store.second_copy import Place, Span
from chasqui_desktop.store.tables import pruned
from chasqui_sync import wire
from chasqui_sync.core.fold import State, fold
from chasqui_sync.core.problems import Trouble

_REFERENCE = ("edition", "outreach_point", "partner", "staff")
_MOST = 1000
_MOST_BYTES = 8 * 1024 * 1024


class Copying:
    """The register's side of the copy."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.covered: Place | None = None
        """Up to where there is a copy that was read again and compared: proved anew after each opening."""

    def covers(self, connection: Connection) -> int:
        """Give the own seq up to which there is a copy."""
        life, kept = journal.place(connection).lives.current, self.covered
        return life.base + kept.seq if kept and kept.incarnation == life.incarnation else 0

    def end(self) -> Place:
        """Say where the journal ends."""
        with transaction(self._connection) as connection:
            end = journal.place(connection)
        life = end.lives.current
        return Place(life.incarnation, end.seq - life.base, end.head)

    def missing(self, kept: Place | None) -> Span | None:
        """Give a run of what a copy lacks that ends at ``kept``; None where it lacks nothing."""
        with transaction(self._connection) as connection:
            end = journal.place(connection)
            life = end.lives.current
            after = life.base + kept.seq if kept else max(life.base, pruned_upto(connection))
            run = journal.run_after(connection, end, life, after, _MOST, _MOST_BYTES)
            if run is None:
                return None
            gone = journal.erased(connection, after, after + len(run.operations))
            signed = blobs.of_run(connection, after, after + len(run.operations))
        erased = {seq - life.base: head for seq, head in gone.items()}
        its_blobs = {seq - life.base: content for seq, content in signed.items()}
        return Span(Place(life.incarnation, run.first - 1, run.previous), run.operations, erased, its_blobs)

    def erased(self) -> list[tuple[str, int]]:
        """Name the operations whose bytes are nowhere any more: (incarnation, seq)."""
        with transaction(self._connection) as connection:
            lives = journal.place(connection).lives
            seqs = sorted(journal.erased(connection, 0))
        return [(lives.of(seq).incarnation, seq - lives.of(seq).base) for seq in seqs]

    def holds(self, kept: Place) -> bool:
        """Tell whether a place is one of this journal."""
        with transaction(self._connection) as connection:
            lives = journal.place(connection).lives
            seq = lives.current.base + kept.seq
            return journal.heads(connection, lives, lives.current, [seq]).get(seq) == kept.head

    def let_go(self) -> Place | None:
        """Say up to where the journal that is written was let go; None where all of it is here."""
        with transaction(self._connection) as connection:
            lives, gone = journal.place(connection).lives, pruned_upto(connection)
            life = lives.current
            if gone <= life.base:
                return None
            return Place(life.incarnation, gone - life.base, journal.heads(connection, lives, life, [gone])[gone])

    def begin_after(self, start: Place) -> None:
        """Let an empty journal begin where a copy of it begins."""
        with transaction(self._connection) as connection:
            connection.execute(insert(pruned).values(seq=start.seq, head=start.head))

    def reference(self) -> dict[str, bytes]:
        """Give editions, points, partners and staff by id, as headquarters told them."""
        with transaction(self._connection) as connection:
            return {
                name: wire.encode(state)
                for kind in _REFERENCE
                for name, state in records.of_kind(connection, kind).items()
            }

    def take_reference(self, states: dict[str, bytes]) -> None:
        """Put records of headquarters back, until its next page says how they stand now."""
        kept = [records.Kept(told(wire.state_of(msgspec.Raw(raw)), raw), None) for raw in states.values()]
        with transaction(self._connection) as connection:
            records.keep(connection, kept)

    def adopt(self, span: Span) -> None:
        """Take operations back that the register has lost: they follow where its journal ends."""
        with transaction(self._connection) as connection:
            states: dict[str, State | None] = {}
            acted: dict[str, int] = {}
            for seq, data in enumerate(span.operations, span.start.seq + 1):
                if seq in span.erased:
                    journal.append_erased(connection, "", span.erased[seq])
                    continue
                operation = wire.decode_operation(data)
                end = journal.append(connection, operation, data)
                if operation.record not in states:
                    held = records.held(connection, operation.record)
                    states[operation.record] = held.state if held else None
                acted[operation.record] = end.seq
                if seq in span.blobs:
                    blobs.keep(connection, end.seq, operation.record, span.blobs[seq])
                # a record that others made comes down with the next page, and this folds on it then
                with suppress(Trouble):
                    states[operation.record] = fold(states[operation.record], operation, end.name(end.seq))
            kept = [
                records.Kept(told(state, wire.encode(state)), acted[name])
                for name, state in states.items()
                if state is not None
            ]
            joins.keep(connection, kept)
