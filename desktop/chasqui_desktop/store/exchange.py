"""The encrypted register as the engine sees it: each method is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from chasqui_desktop.store import (
    blobs,
    certificate,
    comparing,
    erasing,
    extracted,
    joins,
    journal,
    lives,
    posts,
    pruning,
    records,
)
from chasqui_desktop.store.connection import repeatable, transaction
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.surroundings import Surroundings
from chasqui_desktop.store.tables import receipt, sync_state, verdict
from chasqui_sync import wire
from chasqui_sync.core.fold import fold
from chasqui_sync.core.lives import Life, Lives
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.sides import LifeStanding, Run, Standing, Unlike, WaitingBlob

_told = Prepared(update(sync_state).values({name: bindparam(name) for name in journal.STATE}), journal.STATE)
_RECEIPT = [column.name for column in receipt.columns]
_keep_receipt = Prepared(
    insert(receipt).values({name: bindparam(name) for name in _RECEIPT}).on_conflict_do_nothing(), _RECEIPT
)


class _ReadPage(wire.Page, frozen=True, kw_only=True):
    """A page whose records have been read."""

    told: list[extracted.Told]


class Exchange:
    """Keeps ``chasqui_sync.engine.SyncStore`` over one connection, and the road's challenge."""

    def __init__(
        self, connection: Connection, surroundings: Surroundings, certified: Callable[[wire.Certificate], None]
    ) -> None:
        """``certified`` hears of a certificate that took the place of the one before."""
        self._connection = connection
        self._surroundings = surroundings
        self._certified = certified
        self._emptied = False
        """Erased values may still be in free pages or the log."""

    def standing(self) -> Standing:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            end, state = journal.place_and_state(connection)
            receipted = posts.reach_from(connection, end.gone).anyone
            life = end.lives.of(receipted + 1)
            return Standing(
                end.lives.device,
                life.incarnation,
                end.lives.end_of(life, end.seq) - life.base,
                receipted - life.base,
                end.seq - receipted,
                state.cursor,
                state.epoch,
                comparing.is_due(state.compared, state.anchor),
                bool(state.has_blobs),
            )  # fmt: skip - nine short values

    def lives(self) -> list[LifeStanding]:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            end = journal.place(connection)
            reached, told = posts.reach_from(connection, end.gone), []
            for life in end.lives.lives:
                length = end.lives.end_of(life, end.seq) - life.base
                kept_from, receipted, durable = (
                    min(length, max(0, upto - life.base)) for upto in (end.gone, reached.anyone, reached.durable)
                )
                told.append(LifeStanding(life.incarnation, kept_from, length, receipted, durable))
            return told

    def heads(self, incarnation: str, seqs: Sequence[int]) -> dict[int, bytes]:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            lives, life = _life(connection, incarnation)
            found = journal.heads(connection, lives, life, [seq + life.base for seq in seqs])
            return {seq: found[seq + life.base] for seq in seqs if seq + life.base in found}

    def run_after(self, incarnation: str, seq: int, most_operations: int, most_bytes: int) -> Run | None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            end = journal.place(connection)
            life = _called(end.lives, incarnation)
            return journal.run_after(connection, end, life, seq + life.base, most_operations, most_bytes)

    def made_ready(self, page: wire.Page) -> wire.Page:
        """See ``SyncStore``."""
        return _ReadPage(**msgspec.structs.asdict(page), told=_read(page))

    def take_answer(
        self,
        receipt: wire.ReceiptBody | None,
        raw_receipt: bytes,
        page: wire.Page | None,
        epoch: str,
        clock: int,
    ) -> int:
        """See ``SyncStore``."""
        more_follows = receipt is None and page is not None and not page.complete
        with (repeatable if more_follows else transaction)(self._connection) as connection:
            end, state = journal.place_and_state(connection)
            if receipt is not None:
                _take_receipt(connection, end, receipt, raw_receipt)
            changed, cursor, folded = 0, state.cursor, state.folded
            if page is not None:
                changed = self._take_page(connection, end, page)
                cursor, folded = page.cursor, _in_pages(state.folded, end, page)
            _told.ask(connection, cursor, epoch, clock, folded, _compared(state, page, epoch, clock))
        if self._emptied:
            erasing.forget_pages(self._connection)
            self._emptied = False
        return changed

    def certified(self) -> int:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            return certificate.made_at(connection)

    def take_certificate(self, told: wire.Certificate, clock: int) -> None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            is_later = certificate.take(connection, told, clock)
        if is_later:
            self._certified(told)

    def receipt(self, incarnation: str) -> bytes | None:
        """See ``SyncStore``."""
        furthest = select(receipt.c.raw).where(receipt.c.incarnation == incarnation).order_by(receipt.c.upto.desc())
        with transaction(self._connection) as connection:
            raw: bytes | None = connection.execute(furthest.limit(1)).scalar_one_or_none()
        return raw

    def rewind(self, incarnation: str, seq: int) -> None:
        """See ``SyncStore``. Receipts for more than headquarters knows now prove nothing and are dropped."""
        with transaction(self._connection) as connection:
            _, life = _life(connection, incarnation)
            if journal.erased(connection, seq + life.base):
                # what is erased can't be sent again as it was: all that follows is written again without it
                lives.reopen(connection, seq + life.base, self._surroundings.randomness)
                return
            connection.execute(delete(receipt).where(receipt.c.upto > seq + life.base))
            connection.execute(delete(verdict).where(verdict.c.seq > seq + life.base))

    def reopen(self, incarnation: str, after: int) -> None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            _, life = _life(connection, incarnation)
            lives.reopen(connection, after + life.base, self._surroundings.randomness)

    def unlike(self, digest: bytes) -> list[int]:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            own = connection.execute(select(sync_state.c.folded)).scalar_one()
            return comparing.unlike(connection, digest, own)

    def mend(self, page: wire.Page) -> set[str]:
        """See ``SyncStore``. What stands apart at headquarters is still shown as it was written, if it is whole."""
        told = _read(page)
        there = {one.state.id for one in told}
        with transaction(self._connection) as connection:
            end = journal.place(connection)
            apart = comparing.standing_apart(connection, there)
            others = [one for one in told if apart.get(one.state.id) != _with_own(connection, one.raw, 0, end).raw]
            self._take_page(connection, end, _ReadPage(**{**msgspec.structs.asdict(page), "told": others}))
        return there

    def drop_beyond(self, buckets: Sequence[int], there: set[str], page: wire.Page) -> None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            end = journal.place(connection)
            beyond = comparing.beyond(connection, buckets, there, _folded_there(end, page), end.lives.device)
            alone = _known_here_alone(connection, end, page, beyond)
            joins.forget(connection, sorted(set(beyond) - set(alone)))

    def compared(self, *, sure: bool) -> None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            comparing.note(connection, sure=sure)

    def waiting_blob(self, epoch: str) -> WaitingBlob | None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            return blobs.waiting(connection, epoch)

    def settle_blob(self, blob: WaitingBlob, epoch: str, told: str | None) -> None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            if told is not None:
                blobs.hear(connection, told, blob)
            blobs.settle(connection, blob, epoch)

    def hear_blobs(self, told: str) -> None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            blobs.hear(connection, told, blobs.first_waiting(connection))

    def prune(self) -> None:
        """See ``SyncStore``."""
        with transaction(self._connection) as connection:
            pruning.prune(connection, self._surroundings.clock())

    def challenge(self) -> str | None:
        """Give the challenge of the last answer, to sign the next request with."""
        with transaction(self._connection) as connection:
            kept: str | None = connection.execute(select(sync_state.c.challenge)).scalar_one()
        return kept

    def keep_challenge(self, challenge: str | None) -> None:
        """Keep a challenge across restarts."""
        with transaction(self._connection) as connection:
            connection.execute(update(sync_state).values(challenge=challenge))

    def _take_page(self, connection: Connection, end: journal.Place, page: wire.Page) -> int:
        _take_verdicts(connection, end, page)
        own = _folded_there(end, page)
        # of a record that stands twice in a page the later state is the newer
        told = {one.state.id: one for one in _read(page)}
        for echo in page.echoes:
            remade = _remade(connection, end, echo)
            if not records.confirm(connection, [records.Confirmed(*one) for one in remade]):
                told |= {one.state.id: extracted.told(one.state, one.raw) for one in remade}
        for name in _known_here_alone(connection, end, page, list(told)):
            del told[name]
        acted = journal.last_acts(connection, [*told, *page.gone])
        kept = [
            records.Kept(_with_own(connection, one.raw, own, end), acted[name])
            if acted.get(name, 0) > own
            else records.Kept(one, acted.get(name))
            for name, one in told.items()
        ]
        joins.keep(connection, kept)
        tombstones = [name for name, one in told.items() if one.state.erased]
        self._emptied |= erasing.take(connection, end, page, tombstones)
        device = end.lives.device
        # what does not name this device at all needs no closer look
        from_others = sum(
            device.encode() not in one.raw or one.state.has_other_writers(device) for one in told.values()
        )
        # what is not sent yet is shown until it is: headquarters may then put it where it was
        return from_others + joins.forget(connection, [name for name in page.gone if acted.get(name, 0) <= own])


def _read(page: wire.Page) -> list[extracted.Told]:
    if isinstance(page, _ReadPage):
        return page.told
    return [extracted.told(extracted.read(raw), raw) for raw in map(bytes, page.records)]


def _remade(connection: Connection, end: journal.Place, echo: wire.Echo) -> list[wire.Remade]:
    """Make the states a page names. Raises Unlike."""
    life = end.lives.called(echo.incarnation)
    if life is None or life.base + echo.first - 1 + echo.count > end.lives.end_of(life, end.seq):
        raise Unlike
    operations = journal.operations(connection, life.base + echo.first - 1, echo.count)
    states = wire.remade(echo, end.lives.device, operations)
    if states is None:
        raise Unlike
    return states


def _life(connection: Connection, incarnation: str) -> tuple[Lives, Life]:
    own = lives.lives(connection)
    return own, _called(own, incarnation)


def _called(own: Lives, incarnation: str) -> Life:
    life = own.called(incarnation)
    assert life is not None, "the engine names the lives it was told of"
    return life


def _take_receipt(connection: Connection, end: journal.Place, body: wire.ReceiptBody, raw: bytes) -> None:
    life = end.lives.called(body.incarnation)
    if life is None or body.device != end.lives.device or body.upto > end.lives.end_of(life, end.seq) - life.base:
        raise Trouble(Problem.RECEIPT_FALSE)
    upto = body.upto + life.base
    is_end = upto == end.seq and life == end.lives.current
    head = end.head if is_end else journal.heads(connection, end.lives, life, [upto]).get(upto)
    if head is None or head.hex() != body.head:
        raise Trouble(Problem.RECEIPT_FALSE)
    # the first receipt for a place is kept: it is the evidence a person has been shown
    row = (body.level, upto, body.incarnation, body.head, body.at, body.number, raw)
    if not _keep_receipt.ask(connection, *row).rowcount:
        # and what it said of operations then a page may have taken back since
        return
    for seq, problem in body.verdicts:
        known = insert(verdict).values(seq=seq + life.base, problem=problem)
        connection.execute(known.on_conflict_do_nothing())


def _take_verdicts(connection: Connection, end: journal.Place, page: wire.Page) -> None:
    for incarnation, seq, problem in page.verdicts:
        life = end.lives.called(incarnation)
        if life is not None:
            connection.execute(delete(verdict).where(verdict.c.seq == seq + life.base))
            if problem:
                connection.execute(insert(verdict).values(seq=seq + life.base, problem=problem))


def _folded_there(end: journal.Place, page: wire.Page) -> int:
    """Give the last own operation such that it and all before it, of those here, are in the states of a page."""
    for life in end.lives.lives:
        last = end.lives.end_of(life, end.seq)
        reached = max(life.base + page.own.get(life.incarnation, 0), min(end.gone, last))
        if reached < last:
            return reached
    return end.seq


def _in_pages(held: int, end: journal.Place, page: wire.Page) -> int:
    """Give up to which own operation all are in headquarters' states as they are held once a page is kept."""
    here = _folded_there(end, page)
    return here if page.complete else min(held, here)


def _compared(state: Any, page: wire.Page | None, epoch: str, clock: int) -> int | None:
    """Give when it was last compared: a first fill is alike by itself, after a change of epoch nothing is sure."""
    if state.epoch not in {None, epoch}:
        return 0
    compared: int | None = state.compared
    return clock if compared is None and page is not None and page.complete else compared


def _known_here_alone(connection: Connection, end: journal.Place, page: wire.Page, names: list[str]) -> list[str]:
    """Name those records of a page whose last own operation was let go and is not in the page's states.

    Headquarters was put back from a backup older than the one it called safe: what stands here is all there is.
    """
    lost = [
        range(life.base + known + 1, min(end.gone, end.lives.end_of(life, end.seq)) + 1)
        for life in end.lives.lives
        for known in (page.own.get(life.incarnation, 0),)
        if life.base + known < min(end.gone, end.lives.end_of(life, end.seq))
    ]
    acted = records.last_acts(connection, names) if lost else {}
    return [name for name, seq in acted.items() if any(seq in span for span in lost)]


def _with_own(connection: Connection, raw: bytes, own: int, end: journal.Place) -> extracted.Told:
    """Fold the own operations that headquarters' state does not hold yet."""
    state = wire.state_of(msgspec.Raw(raw))
    for seq, operation in journal.acts_on(connection, state.id, after=own):
        # what does not fold here does not fold there: its verdict will say so, and it blocks no other
        with suppress(Trouble):
            state = fold(state, operation, end.name(seq))
    return extracted.told(state, wire.encode(state))
