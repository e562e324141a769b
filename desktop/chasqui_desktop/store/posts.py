"""How far records have come, read off the receipts: no row is touched when a receipt arrives."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, select

from chasqui_desktop.book import Counts, Post
from chasqui_desktop.store import journal as own_journal
from chasqui_desktop.store.lives import pruned_upto
from chasqui_desktop.store.prepared import Prepared
from chasqui_desktop.store.tables import receipt, record, verdict

_HEADQUARTERS = ("hq", "durable")


def _each_level() -> Select[str, int]:
    """Ask for the furthest receipt of each level by one step of the index to each: there is one for every save."""
    level = select(func.min(receipt.c.level).label("level")).cte(recursive=True)
    following = select(func.min(receipt.c.level)).where(receipt.c.level > level.c.level).scalar_subquery()
    level = level.union_all(select(following).where(level.c.level.is_not(None)))
    upto = select(func.max(receipt.c.upto)).where(receipt.c.level == level.c.level).scalar_subquery()
    return select(level.c.level, upto).where(level.c.level.is_not(None))


_furthest = Prepared(_each_level(), [])


class Reach(NamedTuple):
    """Up to which own seq there are receipts: from anyone, from headquarters, from its backup."""

    anyone: int
    headquarters: int
    durable: int


class Proof(NamedTuple):
    """The receipt that covers a record: its number, and when its node wrote it (ms)."""

    number: str
    at: int


def reach(connection: Connection) -> Reach:
    """Read how far the receipts go; what was let go was in the backup, whatever became of its receipt since."""
    return reach_from(connection, pruned_upto(connection))


def reach_from(connection: Connection, gone: int) -> Reach:
    """See ``reach``, where the last operation that was let go is known."""
    upto: dict[str, int] = {row[0]: row[1] for row in _furthest.ask(connection)}
    durable = max(upto.get("durable", 0), gone)
    return Reach(max([gone, *upto.values()]), max(upto.get("hq", 0), durable), durable)


def post(last_seq: int | None, problem: int | None, reached: Reach) -> Post:
    """Say where a record is; one that came from headquarters alone is at headquarters."""
    if last_seq is None:
        return Post.HEADQUARTERS
    if problem is not None:
        return Post.ATTENTION
    if last_seq <= reached.durable:
        return Post.DURABLE
    if last_seq <= reached.headquarters:
        return Post.HEADQUARTERS
    return Post.OFFICE if last_seq <= reached.anyone else Post.LAPTOP


def problem_of_last() -> ColumnElement[int | None]:
    """Give the column with the number of the verdict on a record's last own operation."""
    return (
        select(func.min(verdict.c.problem))
        .where(verdict.c.seq == record.c.last_seq)
        .correlate(record)
        .scalar_subquery()
        .label("problem")
    )


def waits(reached: Reach) -> ColumnElement[bool]:
    """Hold for records on which the last own operation has nobody's receipt."""
    return record.c.last_seq > reached.anyone


def needs_attention() -> ColumnElement[bool]:
    """Hold for records whose last own operation stands apart at headquarters."""
    return record.c.last_seq.in_(select(verdict.c.seq))


def proof(connection: Connection, last_seq: int | None, reached: Reach) -> Proof | None:
    """Give the receipt that covers an own operation: headquarters' first one, else anyone's; None where none does."""
    if last_seq is None or last_seq > reached.anyone:
        return None
    covering = select(receipt.c.number, receipt.c.at).where(receipt.c.upto >= last_seq)
    if last_seq <= reached.headquarters:
        covering = covering.where(receipt.c.level.in_(_HEADQUARTERS))
    row = connection.execute(covering.order_by(receipt.c.upto, receipt.c.level.desc()).limit(1)).first()
    return None if row is None else Proof(str(row.number), row.at)


def counts(connection: Connection, user: str, day_start: int, copied: int) -> Counts:
    """Count registrations by how far they have come; ``copied`` is the own seq up to which there is a copy."""
    reached = reach(connection)

    def count(*conditions: ColumnElement[bool]) -> int:
        return connection.execute(
            select(func.count()).select_from(record).where(record.c.listed.is_(True), *conditions)
        ).scalar_one()

    laptop = count(waits(reached))
    attention = count(needs_attention())
    office = count(record.c.last_seq > reached.headquarters, record.c.last_seq <= reached.anyone, ~needs_attention())
    return Counts(
        laptop=laptop,
        office=office,
        headquarters=count() - laptop - office - attention,
        attention=attention,
        at_risk=own_journal.at_risk(connection, max(reached.anyone, copied)),
        today=count(record.c.promoter == user, record.c.saved_at >= day_start),
        last_receipt_at=connection.execute(select(func.max(receipt.c.at))).scalar_one(),
    )
