"""Another role for somebody: each of her laptops gets another certificate, at its next greeting.

What she may see follows from her next request on. What she may write follows where she can know of it: an operation
is judged by the role of the certificate under which it was written (``authors.as_written``).
"""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select, update

from chasqui_sync import wire
from chasqui_sync.server.authors import ACTIVE, Author, Former
from chasqui_sync.server.node import Node
from chasqui_sync.server.tables import device, enrolment

_body = msgspec.json.Decoder(wire.CertificateBody)
_certificate = msgspec.json.Decoder(wire.Certificate)


def give_role(connection: Connection, here: Node, staff: str, role: str, now: int) -> list[str]:
    """Give another role to somebody's active laptops and open codes, from the next request on; give their names.

    ``now``: ms since 1970 UTC. Each laptop is owed a certificate that is later than the one it has.
    """
    connection.execute(update(enrolment).where(enrolment.c.staff == staff).values(role=role))
    hers = (device.c.user == staff, device.c.status == ACTIVE)
    rows = connection.execute(select(device).where(*hers).order_by(device.c.id).with_for_update()).all()
    for row in rows:
        body = _body.decode(_certificate.decode(row.certificate).body)
        body = msgspec.structs.replace(body, role=role, at=max(now, body.at + 1))
        former = read_former(row.former)
        if not former or former[-1].until is not None:
            # one it was never told of it never wrote in
            former = (*former, Former(row.role, None))
        connection.execute(
            update(device)
            .where(device.c.id == row.id)
            .values(
                role=role,
                certificate=wire.encode(wire.make_certificate(body, here.key.sign)),
                owed=body.at,
                former=msgspec.json.encode(former),
            )
        )
    return [row.id for row in rows]


def greeted(connection: Connection, author: Author, certified: int, now: int) -> wire.Certificate | None:
    """Give the certificate that a device lacks which says when its own was made (``wire.Hello.certified``).

    One that says nothing of it belongs to an older program and is given none. From ``now`` on, by the times that
    headquarters tells, either of them counts as told.
    """
    columns = (device.c.certificate, device.c.owed, device.c.former)
    row = connection.execute(select(*columns).where(device.c.id == author.device).with_for_update()).one()
    certificate = _certificate.decode(row.certificate)
    lacks = certified < _body.decode(certificate.body).at
    is_to_get = lacks and certified > 0
    changed: dict[str, object] = {}
    if lacks and row.former is not None and (is_to_get or row.owed is not None):
        *before, last = read_former(row.former)
        changed["former"] = msgspec.json.encode([*before, last._replace(until=now)])
    if row.owed is not None and not is_to_get:
        changed["owed"] = None
    if changed:
        connection.execute(update(device).where(device.c.id == author.device).values(changed))
    return certificate if is_to_get else None


def read_former(kept: bytes | None) -> tuple[Former, ...]:
    """Read the roles a device had before, the first one first."""
    return () if kept is None else msgspec.json.decode(kept, type=tuple[Former, ...])
