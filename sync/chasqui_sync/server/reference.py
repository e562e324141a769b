"""Reference records from a file: editions, outreach points, partners, staff.

The file is JSON with four lists, each optional: ``partners``, ``editions``, ``outreach_points``, ``staff``.
An entry has a ``key`` of its own choosing and the fields of its kind (``core.records``); it names another
by that one's key (a point its ``edition``, a person her ``partner``), and a ``district`` by INEI's code.
A record's id comes from kind and key, so loading a corrected file again corrects the same records;
what a file no longer names stays as it is. The sample beside this module shows it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from chasqui_sync.core import rules
from chasqui_sync.core.fold import State
from chasqui_sync.core.operations import EVERYONE, Operation
from chasqui_sync.core.records import SCHEMA

_KINDS = {"partners": "partner", "editions": "edition", "outreach_points": "outreach_point", "staff": "staff"}
_SPACE = uuid.UUID("6d1f6c1e-8a52-4c0e-9d07-3f5e2b9a7c41")
"""Ours alone (RFC 9562 §5.5): another programme's keys give other ids."""


class Reference(msgspec.Struct, forbid_unknown_fields=True):
    """The file as it is written."""

    partners: list[dict[str, Any]] = []
    editions: list[dict[str, Any]] = []
    outreach_points: list[dict[str, Any]] = []
    staff: list[dict[str, Any]] = []


class Wanted(msgspec.Struct):
    """A record as the file wants it."""

    id: str
    kind: str
    scope: str
    fields: dict[str, Any]


def reference_id(kind: str, key: str) -> str:
    """Give the id of the record with a key."""
    return uuid.uuid5(_SPACE, f"{kind} {key}").hex


def read_reference(data: bytes) -> list[Wanted]:
    """Read a file. Raises ValueError with a sentence that says which entry is wrong and why."""
    try:
        reference = msgspec.json.decode(data, type=Reference)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(f"no reference file: {error}") from error
    keys = {kind: {str(entry.get("key")) for entry in getattr(reference, part)} for part, kind in _KINDS.items()}
    return [_wanted(kind, entry, keys) for part, kind in _KINDS.items() for entry in getattr(reference, part)]


def operations_for(
    wanted: list[Wanted], find: Callable[[str], State | None], user: str, now: int
) -> Iterator[Operation]:
    """Give what has to be written so that headquarters holds what a file wants; nothing where it does."""
    for each in wanted:
        state = find(each.id)
        fields, seen, action = each.fields, {}, "create"
        if state is not None:
            action = "set"
            fields = {name: value for name, value in fields.items() if state.fields.get(name) != value}
            seen = {name: state.seen_of(name) or "" for name in fields}
        if fields:
            yield Operation(
                kind=each.kind,
                record=each.id,
                action=action,
                fields=fields,
                seen={name: writers for name, writers in seen.items() if writers},
                user=user,
                scope=each.scope,
                schema=SCHEMA,
                saved_at=now,
                anchor=now,
            )  # fmt: skip - ten short values


def _wanted(kind: str, entry: dict[str, Any], keys: dict[str, set[str]]) -> Wanted:
    fields = dict(entry)
    key = fields.pop("key", None)
    if not isinstance(key, str) or not key:
        raise ValueError(f"a {kind} without a key")
    for name in ("edition", "partner"):
        if name in fields:
            fields[name] = _named(kind, key, name, fields[name], keys)
    if isinstance(fields.get("district"), str):
        fields["district"] = {"scheme": "inei", "code": fields["district"]}
    # a person's name is for her own office, everything else for everyone
    scope = fields.get("partner") or EVERYONE if kind == "staff" else EVERYONE
    for finding in rules.hard(kind, fields):
        raise ValueError(f"{kind} {key}: {finding.field or 'its fields'}: {finding.problem.slug}")
    return Wanted(reference_id(kind, key), kind, scope, fields)


def _named(kind: str, key: str, name: str, named: object, keys: dict[str, set[str]]) -> str:
    if not isinstance(named, str) or named not in keys[name]:
        raise ValueError(f"{kind} {key}: its {name} {named!r} is not in the file")
    return reference_id(name, named)
