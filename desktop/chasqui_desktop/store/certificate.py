"""What headquarters says this device is: kept since enrolment, another where a role came with a greeting."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select, update

from chasqui_desktop.store.tables import identity, sync_state
from chasqui_sync import wire
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.signing import VerifyingKey

_LASTING = ("node", "device", "key", "user", "scope")
"""What no later certificate says otherwise: another person or partner means enrolling anew."""


def made_at(connection: Connection) -> int:
    """Say when the certificate held was made, ms since 1970 UTC."""
    return _read(connection.execute(select(identity.c.certificate)).scalar_one()).at


def take(connection: Connection, certificate: wire.Certificate, clock: int) -> bool:
    """Keep a later certificate; tell whether it is one. See ``SyncStore.take_certificate``.

    The cursor begins anew and comparing is due, as where headquarters begins a new epoch: pages bring what she may
    see besides, however often the line is cut, and comparing drops what she may see no more.
    """
    row = connection.execute(select(identity.c.certificate, identity.c.node_key)).one()
    held, told = _read(row.certificate), wire.read_certificate(certificate, VerifyingKey(row.node_key).verify)
    if any(getattr(held, name) != getattr(told, name) for name in _LASTING):
        raise Trouble(Problem.SIGNATURE_WRONG)
    if told.at <= held.at:
        return False
    connection.execute(update(identity).values(certificate=wire.encode(certificate)))
    connection.execute(update(sync_state).values(cursor=None, compared=0, anchor=clock))
    return True


def _read(kept: bytes) -> wire.CertificateBody:
    """Read one that was proved when it was stored."""
    return msgspec.json.decode(wire.decode(kept, wire.Certificate).body, type=wire.CertificateBody)
