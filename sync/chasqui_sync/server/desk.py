"""What an operator asks headquarters: how it stands, who is who, one record by its code."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, func, literal_column, select

from chasqui_sync import wire
from chasqui_sync.core import joined
from chasqui_sync.core.fold import State
from chasqui_sync.core.ids import normal_code
from chasqui_sync.core.operations import EVERYONE
from chasqui_sync.server.devices import Person
from chasqui_sync.server.tables import batch, device, fork, journal, node, quarantine, record

_decoder = msgspec.json.Decoder(State)
# written out, not bound: the index of staff alone serves a query only where its condition is to be read
_STAFF = select(record.c.state).where(record.c.kind == literal_column("'staff'")).order_by(record.c.id)


class Kept(NamedTuple):
    """A record as headquarters holds it, its last writer's place, and the receipt that covers it."""

    state: State
    device: str
    incarnation: str
    seq: int
    receipt: wire.Receipt | None


def standing(connection: Connection) -> dict[str, Any]:
    """Count what is here. No personal data."""
    here = connection.execute(select(node.c.position, node.c.receipts, node.c.durable)).one()
    return {
        "position": here.position,
        "receipts": here.receipts,
        "durable": here.durable,
        "records": _by(connection, record.c.kind),
        "devices": _by(connection, device.c.status),
        "operations": int(connection.scalar(select(func.sum(journal.c.seq))) or 0),
        "quarantine": _by(connection, quarantine.c.problem),
        "forks": connection.scalar(select(func.count()).select_from(fork)) or 0,
    }


class Laptop(NamedTuple):
    """A device as an operator knows it; ``seen``: ms since 1970 UTC of its last request, None before the first."""

    name: str
    person: str
    role: str
    scope: str
    status: str
    seen: int | None


def laptops(connection: Connection) -> list[Laptop]:
    """List every device but the node's own, the latest seen first."""
    rows = connection.execute(select(device).where(device.c.id != select(node.c.id).scalar_subquery()))
    found = [
        Laptop(row.id, _certified(row.certificate), row.role, row.scope, row.status, row.last_seen or None)
        for row in rows
    ]
    return sorted(found, key=lambda laptop: (-(laptop.seen or 0), laptop.name))


def _certified(certificate: bytes) -> str:
    body = msgspec.json.decode(wire.decode(certificate, wire.Certificate).body, type=wire.CertificateBody)
    return body.user_name


class Recoverable(NamedTuple):
    """Whose laptop it is, whether it is active, and what it has sealed to the recovery key."""

    person: str
    status: str
    sealed: bytes | None


def find_recovery(connection: Connection, name: str) -> Recoverable | None:
    """Give what is needed to open a laptop whose phrase was forgotten."""
    columns = select(device.c.certificate, device.c.status, device.c.recovery)
    row = connection.execute(columns.where(device.c.id == name)).one_or_none()
    return None if row is None else Recoverable(_certified(row.certificate), row.status, row.recovery)


def find_state(connection: Connection, record_id: str) -> State | None:
    """Give a record's state by its id."""
    state = connection.scalar(select(record.c.state).where(record.c.id == record_id))
    return None if state is None else _decoder.decode(state)


def staff(connection: Connection) -> list[State]:
    """Give everybody's staff record, also of who left."""
    found = (_decoder.decode(state) for state in connection.scalars(_STAFF))
    return [state for state in found if not state.deleted]


def find_staff(connection: Connection, name_or_id: str) -> list[Person]:
    """Give the staff with a name (any case) or an id, but for who left."""
    return [_person(state) for state in called(staff(connection), name_or_id) if not state.fields.get("left")]


def called(states: list[State], name_or_id: str) -> list[State]:
    """Choose those records that have a name (any case) or an id."""
    return [state for state in states if name_or_id.casefold() in {state.id, str(state.fields.get("name")).casefold()}]


def find_by_code(connection: Connection, code: str) -> Kept | None:
    """Give the record with a registration code."""
    found = connection.scalar(select(record.c.state).where(record.c.code == code).order_by(record.c.at).limit(1))
    if found is None:
        return None
    state = _decoder.decode(found)
    writer, incarnation, seq = state.head.operation.split(".")
    receipt = connection.scalar(
        select(batch.c.receipt)
        .where(batch.c.device == writer, batch.c.incarnation == incarnation, batch.c.last >= int(seq))
        .order_by(batch.c.last)
        .limit(1)
    )
    proof = None if receipt is None else wire.decode(receipt, wire.Receipt)
    return Kept(state, writer, incarnation, int(seq), proof)


def find_person(connection: Connection, who: str) -> list[State]:
    """Give the records, not erased, of the person with a registration code or record id; all she was joined with."""
    code = normal_code(who)
    kept = find_by_code(connection, code) if code else None
    state = kept.state if kept else find_state(connection, who)
    if state is None:
        return []
    links = {state.id: state.joined_into()}
    # joins are few, and named in no index
    rows = connection.execute(select(record.c.state).where(record.c.scope == state.scope)).yield_per(1000)
    for raw in (bytes(row.state) for row in rows):
        if b'"merge"' in raw:
            tied = _decoder.decode(raw)
            links[tied.id] = tied.joined_into()
    hers = next((group for group in joined.groups(links) if state.id in group), {state.id})
    found = (find_state(connection, name) for name in sorted(hers))
    return [one for one in found if one is not None and not one.erased]


def _by(connection: Connection, column: Any) -> dict[str, int]:
    rows = connection.execute(select(column, func.count()).group_by(column).order_by(column))
    return {str(name): count for name, count in rows}


def _person(state: State) -> Person:
    fields = state.fields
    return Person(state.id, fields["name"], fields["role"], fields.get("partner") or EVERYONE)
