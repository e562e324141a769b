"""What is kept about a person, as a document she can take with her (access and portability: Ley 29733, art. 19;
GDPR, arts. 15 and 20). Written by laptops and headquarters alike; nothing in it is left out because it is awkward.

What she told in confidence stays sealed: it says that there is something and who opens it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from chasqui_sync.core.state import State

FORMAT = "chasqui-dossier/1"
"""Keys are only ever added under the same number."""
SEALED = "support"
_MOMENTS = frozenset({"at"})
_LISTS_OF_MOMENTS = frozenset({"recognised"})
_NAMED = ("edition", "outreach_point", "partner", "promoter")


class Act(NamedTuple):
    """One act on her registration: ``at`` in ms since 1970 UTC, ``by`` a staff record."""

    action: str
    at: int
    by: str
    fields: tuple[str, ...]


class Seen(NamedTuple):
    """Somebody opened her page: ``at`` in ms since 1970 UTC, ``by`` a staff record, ``why`` as in ``records.View``."""

    at: int
    by: str
    why: str


class Registration(NamedTuple):
    """One record of hers, the acts on it that are known here and, by hex SHA-256, what she signed on a screen."""

    state: State
    acts: Sequence[Act]
    blobs: Mapping[str, bytes] = MappingProxyType({})


class Made(NamedTuple):
    """When a document was made (ms since 1970 UTC), by whom, and where: ``laptop`` or ``headquarters``."""

    at: int
    by: str
    where: str


def dossier(
    registrations: Sequence[Registration], names: Mapping[str, str], made: Made, seen: Sequence[Seen] | None = None
) -> dict[str, Any]:
    """Write everything kept about one person as a JSON document; moments in it are ISO 8601 in UTC.

    ``names`` says what records are called that are named in it. ``seen`` is None where nobody knows who opened
    her page.
    """
    document: dict[str, Any] = {
        "format": FORMAT,
        "made": _moment(made.at),
        "made_by": made.by,
        "made_at": made.where,
        "registrations": [_registration(each) for each in registrations],
        "names": {name: names[name] for name in sorted(_named(registrations, made, seen or ())) if name in names},
    }
    if seen is not None:
        document["seen_by"] = [{"at": _moment(each.at), "by": each.by, "why": each.why} for each in seen]
    return document


def _registration(one: Registration) -> dict[str, Any]:
    state, acts = one.state, sorted(one.acts, key=lambda act: act.at)
    return {
        "record": state.id,
        "code": state.fields.get("code"),
        "fields": {name: _told(name, value) for name, value in sorted(state.fields.items())},
        # what somebody else wrote, and nobody has decided about
        "contested": {
            name: [_told(name, rival.value) for rival in found] for name, found in sorted(state.open.items())
        },
        "history": [
            {"at": _moment(act.at), "action": act.action, "by": act.by, "fields": sorted(act.fields)} for act in acts
        ],
        # a laptop knows its own acts, and lets them go a month after they are in headquarters' backup
        "history_is_whole": len(acts) >= len(state.heard()),
        # hers may be at headquarters alone, or still on the laptop she signed
        "blobs": {name: b64encode(content).decode() for name, content in sorted(one.blobs.items())},
    }


def _named(registrations: Sequence[Registration], made: Made, seen: Sequence[Seen]) -> set[str]:
    places = {str(value) for one in registrations for name in _NAMED if (value := one.state.fields.get(name))}
    acting = {act.by for one in registrations for act in one.acts}
    return places | acting | {each.by for each in seen} | {made.by}


def _told(field: str, value: Any) -> Any:
    if field == SEALED and value is not None:
        return {"sealed": True}
    if field in _LISTS_OF_MOMENTS and isinstance(value, list):
        return [_moment(one) if isinstance(one, int) else one for one in value]
    return _spelled(value)


def _spelled(value: Any) -> Any:
    """Write moments inside a value as people read them; everything else as it is kept."""
    if isinstance(value, dict):
        return {
            name: _moment(one) if name in _MOMENTS and isinstance(one, int) else _spelled(one)
            for name, one in value.items()
        }
    return [_spelled(one) for one in value] if isinstance(value, list) else value


def _moment(ms: int) -> str:
    try:
        at = datetime.fromtimestamp(ms / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        # no clock shows that: as it was written
        return str(ms)
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")
