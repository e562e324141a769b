"""Histories of one record: laptops act on it, hear of each other by pieces, and their journals arrive anyhow."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from chasqui_sync.core.fold import fold
from chasqui_sync.core.operations import Operation
from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.state import DELETED, JOINED, RECORD, State

RECEIVED = 1_795_478_400_000
KIND, RECORD_ID, SCOPE = "entrepreneur", "0192f0c1a1b27c3d8e4f5a6b7c8d9e0f", "lima"
OTHER_PEOPLE = ("0192f0c1a1b27c3d8e4f5a6b7c8d9e10", "0192f0c1a1b27c3d8e4f5a6b7c8d9e11")
TEXTS = ("main_need", "business_name")
VALUES = ("a", "b", None)
ITEMS = ("es", "qu", "ay")
_ERASED = 0.03
"""How often an act is the record's end; what comes later changes nothing."""


class Written(NamedTuple):
    """One operation in one journal: its name, and it."""

    journal: int
    name: str
    operation: Operation


def history(chance: random.Random, devices: Sequence[str], acts: int) -> list[Written]:
    """Let laptops act on a record as their users would, each knowing its own acts and what it heard of others'.

    The first of them makes it. Journals are in it in their order; nothing else is.
    """
    told: list[Written] = []
    known: list[set[str]] = [set() for _ in devices]
    for number in range(acts):
        at = chance.randrange(len(devices)) if number else 0
        if number:
            _hear(chance, told, known, at)
        screen = arrived([one for one in told if one.name in known[at]])
        operation = _act(chance, screen)
        seq = 1 + sum(one.journal == at for one in told)
        written = Written(at, f"{devices[at]}.1.{seq}", operation)
        told.append(written)
        known[at].add(written.name)
    return told


def arrived(order: Iterable[Written]) -> State | None:
    """Fold operations as they arrive; what comes before its record waits for it."""
    state: State | None = None
    waiting: list[Written] = []
    for one in order:
        waiting.append(one)
        # the newcomer first: it may be what all others wait for
        for each in (one, *waiting[:-1]):
            try:
                state = fold(state, each.operation, each.name, RECEIVED)
            except Trouble as trouble:
                if trouble.problem is not Problem.RECORD_UNKNOWN:
                    raise
            else:
                waiting.remove(each)
    return state


def another_order(chance: random.Random, told: Sequence[Written]) -> list[Written]:
    """Give them as they might arrive: each journal in its order, between journals any."""
    journals: dict[int, list[Written]] = {}
    for one in told:
        journals.setdefault(one.journal, []).append(one)
    order = []
    while journals:
        at = chance.choice(sorted(journals))
        order.append(journals[at].pop(0))
        if not journals[at]:
            del journals[at]
    return order


def _hear(chance: random.Random, told: Sequence[Written], known: list[set[str]], at: int) -> None:
    """Hear of some more of another's journal, or of nothing: not always of what that one had heard of."""
    for other in range(len(known)):
        theirs = [one.name for one in told if one.journal == other]
        if chance.random() < 0.5 or not (known[at] or other == 0):
            known[at].update(theirs[: chance.randrange(len(theirs) + 1)])
    known[at].add(told[0].name)


def _act(chance: random.Random, screen: State | None) -> Operation:
    if screen is None:
        fields: dict[str, Any] = {"main_need": "a", "languages": ["es"], "consent_photos": None}
        return _operation(chance, "create", fields, {})
    action = chance.choice([*_WRITING, *_FATAL])
    if action in _FATAL:
        return _fatal(chance, action, screen)
    if chance.random() < _ERASED:
        return _operation(chance, "erase", {}, {})
    said, fields = _WRITING[action](chance)
    return _seeing(chance, said, fields, screen)


def _text(chance: random.Random) -> dict[str, Any]:
    return {chance.choice(TEXTS): chance.choice(VALUES)}


def _items(chance: random.Random) -> dict[str, Any]:
    return {"languages": chance.sample(ITEMS, chance.choice([1, 2]))}


def _note(chance: random.Random) -> dict[str, Any]:
    return {"notes": [{"text": chance.choice("xyz"), "user": "m", "at": chance.randrange(3)}]}


_WRITING: dict[str, Callable[[random.Random], tuple[str, dict[str, Any]]]] = {
    "set": lambda chance: ("set", _text(chance)),
    "set again": lambda chance: ("set", _text(chance)),
    "resolve": lambda chance: ("resolve", _text(chance)),
    "add": lambda chance: ("add", _items(chance)),
    "remove": lambda chance: ("remove", _items(chance)),
    "whole": lambda chance: ("set", _items(chance)),
    "note": lambda chance: ("add", _note(chance)),
    "agree": lambda chance: ("set", {"consent_photos": chance.choice([True, True, None])}),
    "withdraw": lambda _: ("withdraw", {"consent_photos": False}),
}
_FATAL = ["delete", "restore", "merge", "unmerge"]


def _fatal(chance: random.Random, action: str, screen: State) -> Operation:
    key = DELETED if action in {"delete", "restore"} else JOINED
    seen = {key: screen.seen_fates("delete" if key == DELETED else "merge") or ""}
    if action == "delete":
        seen[RECORD] = " ".join(screen.writers())
    fields = {"into": chance.choice(OTHER_PEOPLE)} if action == "merge" else {}
    told = {name: names for name, names in seen.items() if names}
    return _operation(chance, "resolve" if action == "restore" else action, fields, told)


def _seeing(chance: random.Random, action: str, fields: dict[str, Any], screen: State) -> Operation:
    settles = action == "resolve"
    seen = {field: names for field in fields if (names := screen.seen_of(field, rivals=settles)) is not None}
    return _operation(chance, action, fields, seen)


def _operation(chance: random.Random, action: str, fields: dict[str, Any], seen: dict[str, str]) -> Operation:
    saved_at = RECEIVED - chance.randrange(1, 5)
    return Operation(
        kind=KIND, record=RECORD_ID, action=action, fields=fields, seen=seen, user="m", scope=SCOPE, saved_at=saved_at
    )
