"""Sealed answers about support on the focal point's laptop: listed and opened by whoever holds the key.

A list tells only of people who answered yes to something; to know it each has to be opened. That somebody was asked
is written with the answers, whatever they are: without the key a yes and a no look the same.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select

from chasqui_desktop.referral import OpenedReferral, Opener, Referral, Referrals
from chasqui_desktop.store import records
from chasqui_desktop.store.tables import record
from chasqui_sync import wire
from chasqui_sync.core.names import listed_name
from chasqui_sync.core.problems import Trouble
from chasqui_sync.core.records import SUPPORT_QUESTIONS, Received, Sealed
from chasqui_sync.core.state import State
from chasqui_sync.sealing import sealed_name


class Standing(NamedTuple):
    """Sealed answers in a record, and when they were first received, None before."""

    sealed: Sealed
    received_at: int | None


def standing(state: State) -> Standing | None:
    """Read what a record says of sealed answers; None where there are none, or they are of a shape not known."""
    if state.kind != "entrepreneur" or state.deleted:
        return None
    try:
        sealed = msgspec.convert(state.fields.get("support"), Sealed)
    except msgspec.ValidationError:
        return None
    name = sealed_name(sealed)
    told = [each for each in _received(state) if each.of == name]
    return Standing(sealed, min((each.at for each in told), default=None))


def referrals(connection: Connection, keys: Opener) -> Referrals:
    """List who needs something, of all whose records are held."""
    rows, closed = [], 0
    for raw in connection.scalars(select(record.c.state).where(record.c.sealed)):
        state = wire.state_of(msgspec.Raw(raw))
        found = standing(state)
        if found is None:
            continue
        try:
            answers = keys.opened(found.sealed, state.id)
        except Trouble:
            closed += 1
            continue
        if "yes" in answers.values():
            rows.append(_referral(state, found))
    rows.sort(key=_urgency)
    return Referrals(tuple(rows), closed)


def opened(connection: Connection, name: str, keys: Opener) -> OpenedReferral:
    """Open one. Raises KeyError where there is none, Trouble(KEY_MISSING | SIGNATURE_WRONG)."""
    state, found = _sealed(connection, name)
    answers = keys.opened(found.sealed, name)
    accepts, note = answers.get("accepts_referral"), answers.get("note")
    return OpenedReferral(
        _referral(state, found),
        needs=tuple(question for question in SUPPORT_QUESTIONS if answers.get(question) == "yes"),
        unsaid=tuple(question for question in SUPPORT_QUESTIONS if answers.get(question) == "unsaid"),
        accepts=accepts if isinstance(accepts, bool) else None,
        note=note if isinstance(note, str) else "",
    )


def receipt_of(connection: Connection, name: str, at: int) -> Received | None:
    """Give what is to be added to a record when its referral is acknowledged, None where it was before.

    Raises KeyError where nothing is sealed about that record.
    """
    _, found = _sealed(connection, name)
    return Received(sealed_name(found.sealed), at) if found.received_at is None else None


def _sealed(connection: Connection, name: str) -> tuple[State, Standing]:
    held = records.held(connection, name)
    found = standing(held.state) if held is not None else None
    if held is None or found is None:
        raise KeyError(name)
    return held.state, found


def _referral(state: State, found: Standing) -> Referral:
    fields, head = state.fields, state.head_of("support")
    given, surname = _text(fields.get("given_names")) or "", _text(fields.get("paternal_surname")) or ""
    return Referral(
        record=state.id,
        code=_text(fields.get("code")) or "",
        listed_name=listed_name(fields),
        initials=(given[:1] + surname[:1]).upper(),
        edition=_text(fields.get("edition")),
        outreach_point=_text(fields.get("outreach_point")),
        sealed_by=_text(fields.get("promoter")),
        sealed_at=head.time if head is not None else state.head.time,
        received_at=found.received_at,
    )


def _urgency(row: Referral) -> tuple[bool, int]:
    """Put what waits first, the longest waiting before all; then what was received, the latest first."""
    is_received = row.received_at is not None
    return is_received, -row.sealed_at if is_received else row.sealed_at


def _received(state: State) -> list[Received]:
    try:
        return msgspec.convert(state.fields.get("support_received") or [], list[Received])
    except msgspec.ValidationError:
        return []


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
