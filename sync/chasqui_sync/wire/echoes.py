"""Own records that come back: named in a page, not carried, where the laptop can make the same bytes itself.

A registration nobody else touched is, at headquarters, the fold of the one operation that made it. The page
names such records by runs: operations ``first``, ``first`` + 1, … of one incarnation, at positions ``at``,
``at`` + 1, …, received at one time. A digest over the states' bytes proves that both mean the same; where
it differs (an older program, a register put back), the laptop asks for the states themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from chasqui_sync.core.fold import Head, State, effective_time, fold
from chasqui_sync.core.ids import operation_name
from chasqui_sync.core.problems import Trouble
from chasqui_sync.wire.messages import Echo, decode_operation, encode

_DIGEST = 16
"""Hex digits: nobody gains by finding two alike, and each costs a small answer half a byte."""
# struct fields in their order, documents by sorted key: equal states give equal bytes on every node
_encoder = msgspec.json.Encoder(order="deterministic")


class Made(NamedTuple):
    """A record as headquarters holds it: made by operation ``seq`` and changed by no other since."""

    incarnation: str
    seq: int
    at: int
    raw: bytes


class Remade(NamedTuple):
    """A state the laptop made itself: ``raw`` as headquarters keeps it, ``unsent`` as it was written on saving."""

    state: State
    raw: bytes
    unsent: bytes


class _Writers(msgspec.Struct):
    """What a state tells of who wrote it; the rest is not looked at."""

    head: Head
    heads: dict[str, Any] = {}
    agreed: dict[str, Any] = {}
    open: dict[str, Any] = {}
    fates: list[Any] = []
    past: dict[str, Any] = {}
    deleted: bool = False


_writers = msgspec.json.Decoder(_Writers)


def encode_state(state: State) -> bytes:
    """Write a state as headquarters keeps it."""
    return _encoder.encode(state)


def made_by(device: str, at: int, raw: bytes) -> Made | None:
    """Say which operation of a device alone made the record of a state; None where others had a part in it."""
    if device.encode() not in raw:
        # most of what a page holds: not worth reading
        return None
    state = _writers.decode(raw)
    owner, _, place = state.head.operation.partition(".")
    others = state.heads or state.agreed or state.open or state.fates or state.past or state.deleted
    if owner != device or others:
        return None
    incarnation, _, seq = place.rpartition(".")
    return Made(incarnation, int(seq), at, raw)


def echoes(made: Iterable[Made], received: Callable[[Made], int]) -> list[Echo]:
    """Name records in runs; ``received`` tells when headquarters received the operation (ms)."""
    runs: list[tuple[int, list[Made]]] = []
    for one in made:
        at_time = received(one)
        if runs and runs[-1][0] == at_time and _follows(one, runs[-1][1][-1]):
            runs[-1][1].append(one)
        else:
            runs.append((at_time, [one]))
    return [
        Echo(run[0].incarnation, run[0].seq, len(run), run[0].at, at_time, _digest([one.raw for one in run]))
        for at_time, run in runs
    ]


def remade(echo: Echo, device: str, operations: Sequence[bytes]) -> list[Remade] | None:
    """Make the states a run names from its operations' bytes; None where they are not headquarters' own."""
    states = []
    try:
        for place, data in enumerate(operations):
            name = operation_name(device, echo.incarnation, echo.first + place)
            operation = decode_operation(data)
            state = fold(None, operation, name)
            unsent = encode(state)
            state.head = Head(name, effective_time(operation, echo.received))
            state.at = echo.at + place
            states.append(Remade(state, encode_state(state), unsent))
    except Trouble:
        return None
    is_same = len(states) == echo.count and _digest([one.raw for one in states]) == echo.digest
    return states if is_same else None


def _follows(one: Made, before: Made) -> bool:
    return (one.incarnation, one.seq, one.at) == (before.incarnation, before.seq + 1, before.at + 1)


def _digest(raws: Sequence[bytes]) -> str:
    digest = hashlib.sha256()
    for raw in raws:
        digest.update(raw)
    return digest.hexdigest()[:_DIGEST]
